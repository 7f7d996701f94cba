"""For whom lawyers, relatives, spokespeople and campaigns speak: of "Doe's lawyer" and "the Doe campaign", for her."""

import re

from sayso.records import Source
from sayso.sources.mentions import Mention, MentionKind
from sayso.sources.people import Cast, Member
from sayso.text.word_tables import word_table

_SPEAK_FOR = word_table(
    "lawyer attorney solicitor barrister counsel spokesman spokeswoman spokesperson publicist "
    "mother father parent wife husband widow widower partner son daughter brother sister uncle aunt nephew niece "
    "cousin grandmother grandfather grandson granddaughter stepfather stepmother fiance fiancee"
)
_OF_SEVERAL = {f"{noun}s" for noun in _SPEAK_FOR} | word_table("spokesmen spokeswomen wives family relatives")
_CAMPAIGN = r"(?:campaign|camp|office)"
_NOUN = rf"(?:{'|'.join(sorted(_SPEAK_FOR | _OF_SEVERAL))}|{_CAMPAIGN})"
_NAME = r"(?:(?:Mr|Mrs|Ms|Dr|Sen|Gov|Rep|President)\.? )?(?P<name>[A-Z][\w.-]*(?: [A-Z][\w.-]*)*)"
_OWNED = re.compile(rf"(?:an? |the )?{_NAME}(?:['’]s?| {_CAMPAIGN}(?:['’]s)?) (?:[a-z][\w-]* )*{_NOUN}\b.*")
_WITH_OTHERS = re.compile(rf"{_NAME} (?:{_CAMPAIGN}|and team)")
_OF = re.compile(rf"(?:(?:an?|the) )?(?:[a-z][\w-]* )*{_NOUN} (?:of|for|to|representing) {_NAME}(?: {_CAMPAIGN})?")
_REACH_CHARS = 120
_NO_LONGER = re.compile(r"\b(?:former|ex|then|estranged|late)\b", re.IGNORECASE)


def find_principal(source: Source, cast: Cast) -> Member | None:
    """The one person of a story for whom a source speaks, by what the source is called; None for most."""
    for words in filter(None, (source.role, source.name)):
        told = next(filter(None, (form.fullmatch(words) for form in (_OWNED, _OF, _WITH_OTHERS))), None)
        if told and not _NO_LONGER.search(words):
            meant = {
                member
                for mention, member in _near(source, cast)
                if told["name"] in (mention.name, member.name)
                and member.kind is MentionKind.PERSON
                and member.name != source.name
            }
            return meant.pop() if len(meant) == 1 else None
    return None


def _near(source: Source, cast: Cast) -> list[tuple[Mention, Member]]:
    """Those named near a source's name, where its role stands; all of the story for a source without a name."""
    if not source.named_in:
        return list(zip(cast.mentions, cast.named, strict=True))
    name = source.named_in[0]
    return cast.between(name.start - _REACH_CHARS, name.end + _REACH_CHARS)
