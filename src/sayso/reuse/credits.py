"""Who a story's own first and last words say it is from."""

import re
from functools import lru_cache

from sayso.records import Story
from sayso.text.agencies import AGENCIES, canonical_agency, find_agency

_HEAD_CHARS = 600
_TAIL_CHARS = 300
_DATELINE = re.compile(r"\((?P<agency>[A-Z][\w .&-]{1,30}?)\)\s{0,2}(?:[-–—]{1,2})?\s?\S")
_CREDIT = re.compile(
    r"(?:contributed to this report|[Ww]ith (?:reporting|files|inputs?) (?:by|from)|Copyright(?: ©)?(?: 20\d\d)?|"
    r"(?:Source|By):?) ?(?P<after>[^\n.]{2,60})|(?P<before>[A-Z][^\n.]{2,60}) contributed to this report"
)


def credited_agency(story: Story) -> str | None:
    """The agency that a story credits, in its metadata, its dateline or its last lines; None where there is none."""
    if story.agency:
        return find_agency(story.agency) or story.agency
    for found in _DATELINE.finditer(story.text, 0, _HEAD_CHARS):
        agency = canonical_agency(found["agency"])
        if agency:
            return agency
    for found in _CREDIT.finditer(story.text, max(0, len(story.text) - _TAIL_CHARS)):
        agency = find_agency(found["after"] or found["before"])
        if agency:
            return agency
    return None


def own_agency(story: Story) -> str | None:
    """The agency that published a story itself: its outlet is one, by name or by host ("reuters.com")."""
    return _agency_of(story.outlet) if story.outlet else None


@lru_cache(maxsize=1 << 14)
def _agency_of(outlet: str) -> str | None:
    name = canonical_agency(outlet)
    if name:
        return name
    labels = outlet.casefold().removeprefix("www.").split(".")
    return _BY_HOST.get(labels[0]) if len(labels) > 1 else None


def _by_host() -> dict[str, str]:
    spellings = ((spelling, name) for name, others in AGENCIES.items() for spelling in (name, *others))
    hosts = {re.sub(r"\W", "", spelling.casefold()): name for spelling, name in spellings}
    return hosts | {"apnews": "AP", "tribunecontentagency": "TNS"}


_BY_HOST = _by_host()
