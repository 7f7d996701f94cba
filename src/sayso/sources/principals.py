"""For whom lawyers, relatives and spokespeople speak: of "Doe's lawyer" and "the mother of Jane Doe", for her."""

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
_NOUN = rf"(?P<noun>{'|'.join(sorted(_SPEAK_FOR | _OF_SEVERAL))})"
_NAME = r"(?P<name>[A-Z][\w.-]*(?: [A-Z][\w.-]*)*)"
_OWNED = re.compile(rf"{_NAME}['’]s? (?:[a-z][\w-]* )*{_NOUN}\b.*")
_OF = re.compile(rf"(?:(?:an?|the) )?(?:[a-z][\w-]* )*{_NOUN} (?:of|for|to|representing) {_NAME}")
_REACH_CHARS = 120
_NO_LONGER = re.compile(r"\b(?:former|ex|then|estranged|late)\b", re.IGNORECASE)


def find_principal(source: Source, cast: Cast) -> Member | None:
    """The one person of a story for whom a source speaks, by what the source is called; None for most."""
    for words in filter(None, (source.role, source.name)):
        told = _OWNED.fullmatch(words) or _OF.fullmatch(words)
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
