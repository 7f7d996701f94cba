"""Who is told of before they are named: "a federal judge ruled …", then "Judge Jane Doe wrote …"."""

import re
from collections.abc import Iterator
from dataclasses import replace

from sayso.records import SourceKind
from sayso.sources.lexicon import (
    BODY_NOUNS,
    CARRIER_NOUNS,
    COURTESY_TITLES,
    DETERMINERS,
    DOCUMENT_NOUNS,
    HIDDEN_NOUNS,
    INDEFINITE,
    PERSON_NOUNS,
    PREPOSITIONS,
    ROLE_NOUNS,
    SAYING_WORDS,
    SECOND_NAMES,
)
from sayso.sources.meaning.naming import drop_article, speaker_of
from sayso.sources.meaning.speakers import Scene, Speaker
from sayso.sources.names.lawmakers import PARTISANS, is_partisan
from sayso.sources.names.mention_kinds import MentionKind
from sayso.sources.names.mentions import Mention
from sayso.sources.names.people import Member
from sayso.sources.names.phrases import Phrase
from sayso.sources.offices.state_words import countries_in
from sayso.text.word_tables import word_table

_REACH_SENTENCES = 4
"""How many sentences on the name may follow: of 6,148 annotated sources 10 fewer are right with 1, 1 more with 8."""
_REACH_OF_LEAD = 10
"""A lead may tell of somebody whom the story names only after it told how all came about."""
_NEXT_SENTENCES = 1
"""Where a name with nothing to say who it is may follow: 6 more of them are right than where none may."""
_RELATIVES = word_table("father mother parent wife husband widow widower son daughter brother sister uncle aunt cousin")
"""Who speaks for the one whose relative the description tells; the name further down would lose whose it is."""
LEAD_CHARS = 350
"""A description that begins no later stands in the lead of a story, which describes whom it names further down."""
_TOLD_OUTLET = re.compile(r"[^.\n]* told (?:the |The )?[A-Z]")
_WORD_BEFORE = re.compile(r"\b([a-z][\w-]*) \Z")
_LONGEST_WORD = 24
_NO_TITLE = "who "
_GOES_ON = re.compile(r"(?!,)|, (?:\d\d?|aged \d\d?|who)\b")
_SAME_NOUNS = (
    frozenset({"judge", "justice", "magistrate"}),
    frozenset({"spokesman", "spokeswoman", "spokesperson"}),
    frozenset({"aide", "adviser", "advisor", "staffer", "strategist"}),
    frozenset({"lawyer", "attorney", "counsel"}),
    frozenset({"director", "coordinator", "commissioner", "secretary", "chief", "administrator"}),
    frozenset({"analyst", "expert", "economist", "professor", "researcher", "scientist", "scholar", "fellow"}),
    frozenset({"expert", "director"}),
    frozenset({"head", "president", "chief", "director", "leader", "ceo", "executive"}),
)
"""Nouns by which news calls one and the same person."""
_FOR_ANOTHER = word_table("spokesman spokeswoman spokesperson lawyer attorney counsel agent publicist")
"""Who speaks for somebody, whom the words for both must name."""
_ONE_OF = re.compile(r"(?i:(?:at least )?one of) .*?([\w-]+)s")
_WORD = re.compile(r"[\w-]+")
_UNNAMED = re.compile(r"\b(?:anonymity|unnamed|unidentified|not (?:be |to be )?(?:named|identified|authori[sz]ed))\b")
_MAY_STAY_UNNAMED = word_table("official officer insider")
"""Who often speaks unnamed: to take one for a named person would tell more than the story does."""
_ARE_NAMED = PERSON_NOUNS - HIDDEN_NOUNS - _MAY_STAY_UNNAMED
_TELL_NOBODY = DETERMINERS | INDEFINITE | PREPOSITIONS
_CONJUNCTIONS = word_table("and but or that as when while where whether if because although though")
_BEFORE_NAMES = SAYING_WORDS | _TELL_NOBODY | _CONJUNCTIONS | CARRIER_NOUNS | DOCUMENT_NOUNS


def find_introduced(scene: Scene, phrase: Phrase, head: str) -> Speaker | None:
    """The person first named in one of the next sentences, who speaks there and is what the description says."""
    words = phrase.core.of(scene.text)
    if several := _ONE_OF.fullmatch(words):
        head = several[1].casefold()
    if head not in _ARE_NAMED or " " not in words or _points_back(words):
        return None
    numbers = scene.cast.sentences
    here = numbers.number_at(phrase.core.start)
    in_lead = _is_in_lead(scene, phrase)
    reach = _REACH_OF_LEAD if in_lead else _REACH_SENTENCES
    for mention, member in _named_next(scene, phrase):
        away = numbers.number_at(mention.start) - here
        if away > (_REACH_OF_LEAD if _holds_office(words, member) else reach):
            continue
        if _UNNAMED.search(scene.text, phrase.core.end, mention.start):
            return None
        if _is_of_another_country(words, member):
            continue
        bare = (
            _is_bare(scene, mention, member, in_lead=in_lead)
            and (away if head in _RELATIVES else _own_sentences(scene, here, mention)) == _NEXT_SENTENCES
            and (head in ROLE_NOUNS or head in SECOND_NAMES or in_lead)
            and not _is_anothers(scene, phrase, member, head)
        )
        if bare or _is_so_called(scene, phrase, member, head):
            named = speaker_of(member, 0.8, f'"the {head}": named in what follows')
            return replace(_with_country(named, words), heads=frozenset({head}))
    return None


def _holds_office(words: str, member: Member) -> bool:
    """Tell whether a person is told to hold the very office, in two words and more: "his harbour safety adviser"."""
    office = re.sub(r"^\S+ ", "", words).casefold()
    return " " in office and any(role.casefold().endswith(office) for role in member.roles)


def _with_country(speaker: Speaker, words: str) -> Speaker:
    """Who has no role beside the name with that of the description, where it tells a country: "Peru's health chief"."""
    if speaker.source.role or not countries_in(words):
        return speaker
    return replace(speaker, source=replace(speaker.source, role=drop_article(words)))


def _is_in_lead(scene: Scene, phrase: Phrase) -> bool:
    """Tell whether a lead describes somebody as one who is named further down, and not as one who told an outlet."""
    lead = phrase.core.start <= LEAD_CHARS and phrase.core.of(scene.text).split()[0].casefold() in INDEFINITE
    return lead and not _TOLD_OUTLET.match(scene.text, phrase.core.end)


def _is_bare(scene: Scene, mention: Mention, member: Member, *, in_lead: bool) -> bool:
    """Tell whether nothing beside a name says what its bearer is; an age, or a clause about whom a lead describes, may.

    A word in front of it that is no verb of saying says so too, be it in no list: "messman Jane Doe".
    """
    before = _WORD_BEFORE.search(scene.text, max(0, mention.start - _LONGEST_WORD), mention.start)
    if (before and not _opens_to_name(before[1])) or _is_apposed(scene, mention):
        return False
    if not in_lead:
        return not member.roles and not scene.text.startswith(",", mention.span.end)
    titled = any(not (role.startswith(_NO_TITLE) or _is_courtesy(role)) for role in member.roles)
    return not titled and _GOES_ON.match(scene.text, mention.span.end) is not None


def _is_courtesy(role: str) -> bool:
    return role.rstrip(".").casefold() in COURTESY_TITLES


def _opens_to_name(word: str) -> bool:
    """Tell a word that may stand before any name from what its bearer is: "said", "in a statement", "conceded"."""
    return word in _BEFORE_NAMES or word.endswith("ed")


def _own_sentences(scene: Scene, here: int, mention: Mention) -> int:
    """How many sentences behind a description lead to a name, those that open within quotations not counted."""
    numbers = scene.cast.sentences
    last = numbers.number_at(mention.start)
    return max(1, sum(not scene.quotes.holds(numbers.starts[number]) for number in range(here + 1, last + 1)))


def _is_of_another_country(words: str, member: Member) -> bool:
    """Tell whether a description and the words round a name tell two countries: a US general is not Ukraine's chief."""
    described, named = (set(countries_in(each)) for each in (words, " ".join(member.roles)))
    return bool(described and named) and described.isdisjoint(named)


def _points_back(words: str) -> bool:
    """Tell "the lawmaker", who was told of before, from "the lawmaker at the center of the affair"."""
    return words.casefold().startswith(("the ", "this ")) and words.count(" ") == 1


def _named_next(scene: Scene, phrase: Phrase) -> Iterator[tuple[Mention, Member]]:
    """Where persons who speak are named in full for the first time behind a phrase."""
    apposed_to = 0
    for mention, member in scene.cast.between(phrase.core.end, len(scene.text)):
        if mention.span.end <= apposed_to:
            continue  # "Jane Doe, director of the Harbour Program": the program is no person
        apposed_to = mention.span.end + len(mention.after) + len(", ") if mention.after else 0
        new = member.spans[0].start == mention.span.start and " " in mention.name
        if mention.name.split()[-1].casefold() in PARTISANS:
            continue  # "one Ohio Republican" is as little named as "an Iowa Democrat"
        if new and speaker_of(member).source.kind is SourceKind.PERSON and _speaks(scene, phrase, member):
            yield mention, member


def _speaks(scene: Scene, phrase: Phrase, member: Member) -> bool:
    """Tell whether somebody first named behind a phrase speaks there, or later on where another sentence names them."""
    numbers = scene.cast.sentences
    apart = numbers.number_at(member.spans[0].start) > numbers.number_at(phrase.core.start)
    places = member.spans if apart else member.spans[:1]
    return any(span.start <= named.start < span.end for span in scene.speaking for named in places)


def _is_apposed(scene: Scene, mention: Mention) -> bool:
    """Tell whether a name stands behind what its bearer is: "the head of the bureau, Jane Doe"."""
    before = scene.text[scene.cast.sentences.start_at(mention.start) : mention.start].split(", ")[-2:]
    return len(before) > 1 and not before[1] and not PERSON_NOUNS.isdisjoint(before[0].casefold().split())


def _is_so_called(scene: Scene, phrase: Phrase, member: Member, head: str) -> bool:
    """Tell whether the story calls this person by the noun, or by one that means the same."""
    nouns = _same_nouns(head)
    if head in PARTISANS and is_partisan(scene.text, member, head):
        return True
    if scene.text.endswith(tuple(f" {noun}, " for noun in nouns), 0, member.spans[0].start):
        return True
    return not _is_anothers(scene, phrase, member, head) and not nouns.isdisjoint(member.words)


def _is_anothers(scene: Scene, phrase: Phrase, member: Member, head: str) -> bool:
    """Tell whether one speaks for another than the story tells of a person: "a spokesman for Doe" is not Roe's.

    "A spokesman" alone is that of the body that spoke in the sentence before, and not one who is told as another's.
    """
    if head not in _FOR_ANOTHER:
        return False
    if told := _telling(phrase.core.of(scene.text), head):
        return told.isdisjoint(member.words)
    whose = _telling(" ".join(member.roles), head)
    spoke = _telling(_body_right_before(scene, phrase), head)
    return bool(whose and spoke) and whose.isdisjoint(spoke)


def _telling(words: str, head: str) -> set[str]:
    """The words that tell for whom somebody speaks."""
    return set(_WORD.findall(words.casefold())) - _TELL_NOBODY - _same_nouns(head)


def _body_right_before(scene: Scene, phrase: Phrase) -> str:
    """The name of the body that spoke last, in the sentence before a phrase."""
    last, numbers = scene.last_heard(phrase.core.start), scene.cast.sentences
    if last is None or last.speaker.source.kind is not SourceKind.ORGANISATION:
        return ""
    is_near = numbers.number_at(phrase.core.start) - numbers.number_at(last.at) == 1
    return (last.speaker.source.name or "") if is_near else ""


def _same_nouns(head: str) -> set[str]:
    return {head}.union(*(same for same in _SAME_NOUNS if head in same))


def find_introduced_body(scene: Scene, phrase: Phrase, head: str) -> Speaker | None:
    """The body first named in one of the next sentences that has the noun in its name: "a court", "the Ohio Court"."""
    if head not in BODY_NOUNS or phrase.core.of(scene.text).split()[0].casefold() not in INDEFINITE:
        return None
    numbers = scene.cast.sentences
    last = numbers.number_at(phrase.core.start) + _REACH_SENTENCES
    for mention, member in scene.cast.between(phrase.core.end, len(scene.text)):
        if numbers.number_at(mention.start) > last:
            return None
        new = member.spans[0].start == mention.span.start and member.kind is MentionKind.BODY
        if new and head.capitalize() in member.name.replace("Courts", "Court").split()[1:]:
            return speaker_of(member, 0.8, f'"a {head}": named in what follows')
    return None
