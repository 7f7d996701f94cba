"""For whom lawyers, relatives and spokespeople speak: of "Doe's lawyer" and "the Doe campaign", for her."""

import re
from collections.abc import Iterator, Set

from sayso.records import Source, SourceKind
from sayso.sources.mention_kinds import MentionKind
from sayso.sources.mentions import Mention
from sayso.sources.office_words import PAST
from sayso.sources.people import Cast, Member
from sayso.text.word_tables import word_table

_LAWYERS = word_table("lawyer attorney solicitor barrister counsel defender")
_AT_COURT = _LAWYERS | word_table("prosecutor judge justice magistrate")
"""What is said of those at court who have no lawyer there: "Prosecutor Jane Doe rested. His lawyer, John Roe,"."""
_SPEAK_FOR = _LAWYERS | word_table(
    "spokesman spokeswoman spokesperson publicist agent deputy aide "
    "mother father parent wife husband widow widower partner son daughter brother sister uncle aunt nephew niece "
    "cousin grandmother grandfather grandson granddaughter stepfather stepmother fiance fiancee"
)
_AIDES = re.compile(r"\b(?:aide|deputy|agent|representative)s?\b", re.IGNORECASE)
"""Who is told by that alone is an unnamed source as met by an outlet."""
_OF_SEVERAL = {f"{noun}s" for noun in _SPEAK_FOR} | word_table(
    "spokesmen spokeswomen wives family relatives representatives"
)
_CAMPAIGN = r"(?:campaign|camp|office|cabinet|ministry|team)"
_NOUN = rf"(?:{'|'.join(sorted(_SPEAK_FOR | _OF_SEVERAL))}|{_CAMPAIGN})"
_NAME = r"(?:(?:Mr|Mrs|Ms|Dr|Sen|Gov|Rep|President)\.? )?(?P<name>[A-Z][\w.-]*(?: [A-Z][\w.-]*)*)"
_OWNED = re.compile(rf"(?:an? |the )?{_NAME}(?:['’]s?| {_CAMPAIGN}(?:['’]s)?) (?:[a-z][\w-]* )*{_NOUN}\b.*")
_WITH_OTHERS = re.compile(rf"{_NAME} (?:{_CAMPAIGN}|and team)")
_BESIDE = re.compile(rf"{_NAME} (?:spokes(?:man|woman|person)|lawyer|attorney)")
_OF = re.compile(rf"(?:(?:an?|the) )?(?:[a-z][\w-]* )*{_NOUN} (?:of|for|to|representing) {_NAME}(?: {_CAMPAIGN})?")
_HIS = re.compile(rf"(?P<whose>his|her) (?:[a-z][\w-]* )*{_NOUN}\b.*", re.IGNORECASE)
_FOR = re.compile(
    r", (?:acting |appearing |speaking )?for (?:(?:Mr|Mrs|Ms|Dr)\.? )?(?P<name>[A-Z][\w-]+)(?=,| said| told)"
)
"""Behind a lawyer's name: "Jane Doe, for Roe, said"."""
_GENDER = {"his": "male", "her": "female"}
_REACH_CHARS, _BEFORE_CHARS = 120, 240
_MAY_BE_PERSON = (MentionKind.PERSON, MentionKind.UNCLEAR)
_NO_LONGER = re.compile(rf"{PAST}|\b(?:then|estranged)\b", re.IGNORECASE)


def find_principal(source: Source, cast: Cast) -> Member | None:
    """The one person of a story for whom a source speaks, by what the source is called; None for most."""
    for words in filter(None, (source.role, source.name)):
        if _NO_LONGER.search(words) or (source.kind is SourceKind.ANONYMOUS and _AIDES.search(words)):
            continue
        if (his := _HIS.fullmatch(words)) and source.named_in:
            left_out = _AT_COURT if not _LAWYERS.isdisjoint(words.casefold().split()) else frozenset[str]()
            return _last_named(source, cast, _GENDER[his["whose"].casefold()], left_out)
        if told := next(filter(None, (form.fullmatch(words) for form in (_OWNED, _OF, _BESIDE, _WITH_OTHERS))), None):
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
        # "His office", as which the resolver names him: his name need not stand near.
        meant = {one for one in cast.named if one.kind is MentionKind.PERSON and one.name == name != source.name}
    return meant.pop() if len(meant) == 1 else None


def _last_named(source: Source, cast: Cast, gender: str, left_out: Set[str]) -> Member | None:
    """The person of a gender who is named last before a source: whom "his" or "her" in its role means.

    None of those is meant of whom the story says one of the words that leave out.
    """
    others = (one for one in _named_before(source, cast) if one.kind is MentionKind.PERSON and one.name != source.name)
    meant = (one for one in others if one.gender in (gender, None) and left_out.isdisjoint(one.words))
    return next(meant, None)


def _named_before(source: Source, cast: Cast) -> Iterator[Member]:
    """Those named shortly before a source's name, the last first."""
    start = source.named_in[0].start
    return (member for _, member in reversed(cast.between(start - _BEFORE_CHARS, start)))


def _near(source: Source, cast: Cast) -> list[tuple[Mention, Member]]:
    """Those named near a source's name, where its role stands; all of the story for a source without a name."""
    if not source.named_in:
        return cast.pairs()
    name = source.named_in[0]
    return cast.between(name.start - _REACH_CHARS, name.end + _REACH_CHARS)
