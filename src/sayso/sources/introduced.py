"""Who is told of before they are named: "a federal judge ruled …", then "Judge Jane Doe wrote …"."""

import re
from collections.abc import Iterator

from sayso.records import SourceKind
from sayso.sources.lawmakers import PARTISANS, is_partisan
from sayso.sources.lexicon import DETERMINERS, HIDDEN_NOUNS, INDEFINITE, PERSON_NOUNS, PREPOSITIONS, ROLE_NOUNS
from sayso.sources.mentions import Mention
from sayso.sources.naming import speaker_of
from sayso.sources.people import Member
from sayso.sources.phrases import Phrase
from sayso.sources.speakers import Scene, Speaker
from sayso.text.word_tables import word_table

_REACH_SENTENCES = 4
"""How many sentences on the name may follow."""
_NEXT_SENTENCES = 1
"""Where a name with nothing to say who it is may follow."""
_SAME_NOUNS = (
    frozenset({"judge", "justice", "magistrate"}),
    frozenset({"spokesman", "spokeswoman", "spokesperson"}),
    frozenset({"aide", "adviser", "advisor", "staffer", "strategist"}),
    frozenset({"lawyer", "attorney", "counsel"}),
    frozenset({"official", "director", "coordinator", "commissioner", "secretary", "chief", "administrator"}),
    frozenset({"analyst", "expert", "economist", "professor", "researcher", "scientist"}),
    frozenset({"head", "president", "chief", "director", "leader", "ceo", "executive"}),
)
"""Nouns by which news calls one and the same person."""
_FOR_ANOTHER = word_table("spokesman spokeswoman spokesperson lawyer attorney counsel agent publicist")
"""Who speaks for somebody, whom the words for both must name."""
_ONE_OF = re.compile(r"(?i:(?:at least )?one of) .*?([\w-]+)s")
_WORD = re.compile(r"[\w-]+")
_UNNAMED = re.compile(
    r"[^.\n]{0,80}\b(?:anonymity|unnamed|unidentified|not (?:be |to be )?(?:named|identified|authorized))\b"
)


def find_introduced(scene: Scene, phrase: Phrase, head: str) -> Speaker | None:
    """The person first named in one of the next sentences, who speaks there and is what the description says."""
    words = phrase.core.of(scene.text)
    if several := _ONE_OF.fullmatch(words):
        head = several[1].casefold()
    if head not in PERSON_NOUNS or head in HIDDEN_NOUNS or " " not in words:
        return None
    numbers = scene.cast.sentences
    here = numbers.number_at(phrase.core.start)
    if _UNNAMED.match(scene.text, phrase.core.end):
        return None
    for mention, member in _named_next(scene, phrase):
        away = numbers.number_at(mention.start) - here
        if away > _REACH_SENTENCES:
            return None
        bare = not member.roles and away == _NEXT_SENTENCES and head in ROLE_NOUNS
        if bare or _is_so_called(scene, phrase, member, head):
            return speaker_of(member, 0.8, f'"the {head}": named in what follows')
    return None


def _named_next(scene: Scene, phrase: Phrase) -> Iterator[tuple[Mention, Member]]:
    """Where persons who speak are named in full for the first time behind a phrase."""
    for mention, member in scene.cast.between(phrase.core.end, len(scene.text)):
        new = member.spans[0].start == mention.span.start and " " in mention.name
        if new and speaker_of(member).source.kind is SourceKind.PERSON and _speaks(scene, mention):
            yield mention, member


def _speaks(scene: Scene, mention: Mention) -> bool:
    return any(span.start <= mention.span.start < span.end for span in scene.speaking)


def _is_so_called(scene: Scene, phrase: Phrase, member: Member, head: str) -> bool:
    """Tell whether the story calls this person by the noun, or by one that means the same."""
    nouns = {head}.union(*(same for same in _SAME_NOUNS if head in same))
    if head in PARTISANS and is_partisan(scene.text, member, head):
        return True
    told = set(_WORD.findall(phrase.core.of(scene.text).casefold())) - DETERMINERS - INDEFINITE - PREPOSITIONS - nouns
    if head in _FOR_ANOTHER and told and told.isdisjoint(member.words):
        return False
    return not nouns.isdisjoint(member.words)
