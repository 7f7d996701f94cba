"""For whom lawyers, relatives and spokespeople speak: of "Doe's lawyer" and "the Doe campaign", for her."""

import re
from collections.abc import Set

from sayso.records import Source, SourceKind, Span
from sayso.sources.lexicon import TITLES
from sayso.sources.meaning.antecedents import join_candidates
from sayso.sources.meaning.pronouns import pronoun_candidates
from sayso.sources.meaning.speakers import Scene
from sayso.sources.names.mention_kinds import MentionKind
from sayso.sources.names.mentions import Mention
from sayso.sources.names.people import Cast, Member
from sayso.sources.offices.office_fields import NATIONAL_FIELD
from sayso.sources.offices.office_words import PAST
from sayso.sources.sides.accused import find_accused
from sayso.text.word_tables import word_table

_LAWYERS = word_table("lawyer attorney solicitor barrister counsel defender")
_AT_COURT = _LAWYERS | word_table("prosecutor judge justice magistrate inspector detective sheriff superintendent")
"""What is said of those at court who have no lawyer there: "Prosecutor Jane Doe rested. His lawyer, John Roe,"."""
_SPEAK_FOR = _LAWYERS | word_table(
    "spokesman spokeswoman spokesperson publicist agent deputy aide "
    "mother father parent wife husband widow widower partner son daughter brother sister uncle aunt nephew niece "
    "cousin grandmother grandfather grandson granddaughter stepfather stepmother fiance fiancee"
)
_AIDES = re.compile(r"\b(?:aide|deputy|agent|representative)s?\b", re.IGNORECASE)
"""Who is told by that alone is an unnamed source as met by an outlet."""
_OF_SEVERAL = {f"{noun}s" for noun in _SPEAK_FOR} | word_table(
    "spokesmen spokeswomen wives family relatives representatives experts advisers advisors prosecutors investigators"
)
_CAMPAIGN = r"(?:campaign|camp|office|cabinet|ministry|team)"
_NOUN = rf"(?:{'|'.join(sorted(_SPEAK_FOR | _OF_SEVERAL))}|{_CAMPAIGN})"
_NAME = r"(?:(?:Mr|Mrs|Ms|Dr|Sen|Gov|Rep|President)\.? )?(?P<name>[A-Z][\w.-]*(?: [A-Z][\w.-]*)*)"
_OWNED = re.compile(rf"(?:an? |the )?{_NAME}(?:['’]s?| {_CAMPAIGN}(?:['’]s)?) (?:[a-z][\w-]* )*{_NOUN}\b.*")
_WITH_OTHERS = re.compile(rf"{_NAME} (?:{_CAMPAIGN}|and team)")
_BESIDE = re.compile(
    rf"(?:an? |the )?{_NAME}(?:['’]s?)? (?:(?:senior|top|special|chief|political) )*"
    r"(?:spokes(?:man|woman|person)|lawyer|attorney|advis[eo]r)(?: on .*)?"
)
_FOR_CAMPAIGN = re.compile(
    rf"(?:an? |the )?{_NAME}(?:['’]s?)? campaign(?:['’]s)? (?:[a-z][\w-]* )*"
    r"(?:director|manager|advis[eo]r|strategist|chair(?:man|woman)?)"
)
_OF = re.compile(rf"(?:(?:an?|the) )?(?:[a-z][\w-]* )*{_NOUN} (?:of|for|to|representing) {_NAME}(?: {_CAMPAIGN})?")
_HIS = re.compile(rf"(?P<whose>his|her) (?:[a-z][\w-]* )*{_NOUN}\b.*", re.IGNORECASE)
_FOR = re.compile(
    r", (?:acting |appearing |speaking )?for (?:(?:Mr|Mrs|Ms|Dr)\.? )?(?P<name>[A-Z][\w-]+)(?=,| said| told)"
)
"""Behind a lawyer's name: "Jane Doe, for Roe, said"."""
_DEFENDS = re.compile(
    r"(?:(?:the|a|lead|senior|chief) )*defen[cs]e (?:[a-z]+ )?(?:lawyer|attorney|counsel|barrister|solicitor|team)s?"
    r"|(?:[a-z]+ )*(?:lawyer|attorney|counsel|barrister|solicitor)s? (?:of|for|to|representing) the "
    r"(?:accused|defendant|convict|defen[cs]e|suspect)|(?:the )?defen[cs]e",
    re.IGNORECASE,
)
"""Who speaks for whoever is on trial."""
_IS_FIELD = re.compile(NATIONAL_FIELD, re.IGNORECASE)
"""What a ministry is for, which is nobody's name: "Interior ministry spokesman"."""
_GENDER = {"his": "male", "her": "female"}
_REACH_CHARS = 120
_MAY_BE_PERSON = (MentionKind.PERSON, MentionKind.UNCLEAR)
_NO_LONGER = re.compile(rf"{PAST}|\b(?:then|estranged)\b", re.IGNORECASE)


def find_principal(source: Source, scene: Scene) -> Member | None:
    """The one person of a story for whom a source speaks, by what the source is called; None for most."""
    cast = scene.cast
    for words in filter(None, (source.role, source.name)):
        if _NO_LONGER.search(words) or (source.kind is SourceKind.ANONYMOUS and _AIDES.search(words)):
            continue
        if (his := _HIS.fullmatch(words)) and source.named_in:
            left_out = _AT_COURT if not _LAWYERS.isdisjoint(words.casefold().split()) else frozenset[str]()
            return _meant(source, scene, his["whose"], left_out)
        if _DEFENDS.fullmatch(words):
            return find_accused(cast)
        told = next(
            filter(None, (form.fullmatch(words) for form in (_OWNED, _OF, _BESIDE, _FOR_CAMPAIGN, _WITH_OTHERS))), None
        )
        if told and not _IS_FIELD.fullmatch(told["name"]):
            return _called(told["name"], source, cast)
    behind = next(filter(None, (_FOR.match(cast.text, span.end) for span in source.named_in)), None)
    return _called(behind["name"], source, cast) if behind else None


def _called(name: str, source: Source, cast: Cast) -> Member | None:
    """The one person, another than a source, whom a name near it means."""
    meant = {
        member
        for mention, member in _near(source, cast)
        if name in (mention.name, member.name) and member.kind in _MAY_BE_PERSON and member.name != source.name
    }
    if not meant:
        # "A spokesman for House Leader Jane Doe"
        named = [one for one in cast.named if one.kind is MentionKind.PERSON and name.endswith(f" {one.name}")]
        meant = {one for one in named if name.removesuffix(f" {one.name}").rsplit(" ", 1)[-1].casefold() in TITLES}
    if not meant:
        # "His office", as which the resolver names him: his name need not stand near.
        meant = {one for one in cast.named if one.kind is MentionKind.PERSON and one.name == name != source.name}
    return meant.pop() if len(meant) == 1 else None


def _meant(source: Source, scene: Scene, whose: str, left_out: Set[str]) -> Member | None:
    """The likeliest person whom "his" or "her" in a source's role means, as a pronoun would that stands there.

    None of those is meant of whom the story says one of the words that leave out.
    """
    end = source.named_in[0].end
    start = scene.text.rfind(whose, max(0, end - _REACH_CHARS), end)
    if start < 0:
        return None
    pronoun, gender = Span(start, start + len(whose)), _GENDER[whose.casefold()]
    ranked = join_candidates(pronoun_candidates(scene, pronoun, whose.casefold()))
    persons = (each.speaker for each in ranked if each.speaker.source.kind is SourceKind.PERSON)
    others = (one.member for one in persons if one.source.name != source.name and one.gender in (gender, None))
    return next((one for one in others if one and left_out.isdisjoint(one.words)), None)


def _near(source: Source, cast: Cast) -> tuple[tuple[Mention, Member], ...]:
    """Those named near a source's name, where its role stands; all of the story for a source without a name."""
    if not source.named_in:
        return cast.pairs
    name = source.named_in[0]
    return cast.between(name.start - _REACH_CHARS, name.end + _REACH_CHARS)
