"""Datelines: where and when a story was written, and for which agency."""

import re
from collections.abc import Iterator

from sayso.cleaning.dates import DATE_PATTERN, WEEKDAY_PATTERN, read_date
from sayso.cleaning.layout import TOP_LINES, Layout
from sayso.records import Mark, MarkKind, Span
from sayso.text.agencies import AGENCY_PATTERN, canonical_agency, read_credit_values
from sayso.text.lines import trim_span

_CAPITAL = "A-ZÀ-ÖØ-ÞŁŚŠŽ"
_CAPITALS_WORD = rf"[{_CAPITAL}][{_CAPITAL}.'’-]{{1,20}}"
_NAME_WORD = rf"[{_CAPITAL}][\w.'’-]{{0,20}}"
_REGION = rf", ?{_NAME_WORD}(?: {_NAME_WORD}){{0,2}}"
_PLACE_IN_CAPITALS = rf"(?:St\. )?{_CAPITALS_WORD}(?:[ /]{_CAPITALS_WORD}){{0,3}}(?:{_REGION})?"
_PLACE = rf"{_NAME_WORD}(?:[ /](?:de |la |el )?{_NAME_WORD}){{0,3}}(?:{_REGION})?"
_DASH = r"(?:\s{0,2}(?:[–—―]|--)|\s-(?=\s))"
_AFTER_AGENCY = r"\s{0,2}(?:[-–—―]{1,2}|:(?=\s))?"

_WITH_AGENCY = re.compile(
    rf"(?P<place>{_PLACE}?)[,.]? ?(?P<date>(?<=\s){DATE_PATTERN})?[,.]? ?"
    rf"\((?P<agency>{AGENCY_PATTERN}(?:\s?[-–,;][^()\n:]{{1,60}})?)\){_AFTER_AGENCY}"
)
_WITH_AGENCY_UNBRACKETED = re.compile(
    rf"(?P<place>{_PLACE}?)[,.] (?:(?P<date>{DATE_PATTERN})[,.]? )?(?P<agency>{AGENCY_PATTERN})(?:{_DASH}|[.:](?=\s))"
)
_WITH_STRANGER = re.compile(
    rf"(?P<place>{_PLACE_IN_CAPITALS}?)(?:,? (?P<date>{DATE_PATTERN}))?,? \((?P<agency>[A-Z][^()\n]{{1,40}})\){_DASH}"
)
_WITH_ANY_AGENCY = (_WITH_AGENCY, _WITH_AGENCY_UNBRACKETED, _WITH_STRANGER)
_PLACE_AND_DASH = re.compile(rf"(?P<place>{_PLACE_IN_CAPITALS}?)(?:,? (?P<date>{DATE_PATTERN}))?{_DASH}(?=\s?\S)")
_FIRST_WORDS = "NEW|SAN|SANTA|HONG|TEL|LOS|LAS|CAPE|ADDIS|BUENOS|RIO|SAO|KUALA|PHNOM|UNITED|ABU|EL|PORT|FORT|MEXICO"
_PLACE_AND_COLON = re.compile(rf"(?P<place>(?:(?:{_FIRST_WORDS}) )?[{_CAPITAL}]{{3,11}}):(?=\s\S)")
"""Words of up to eleven letters, so that rubrics such as "HUFFPOLLSTER:" are no places."""
_HEADINGS = re.compile(
    r"(?:EXCLUSIVE|BREAKING|UPDATED?|OPINION|ANALYSIS|FILE|VIDEOS?|WATCH|LISTEN|PHOTOS?|NOTE|CORRECTION|LIVE|"
    r"FACTS?|RELATED|MORE|READ|SEE|ALSO|POLL|WARNING|EDITOR|REVIEW|REPORT|TRANSCRIPT|SOURCE|ADVERTISEMENT|THE|"
    r"[QA]|I|WHO|WHAT|WHEN|WHERE|WHY|HOW)\b"
)
"""Words in capitals that open a line before a dash or a colon and are no place."""

_CLOCK = r"\d{1,2}(?::|\.)\d\d(?: ?[aApP]\.?[mM]\.?)?(?: ?[A-Z]{2,4})?"
_DATE_LINE = re.compile(
    r"(?:(?:Published|Posted|Updated|Last updated|Date|date)(?: on)?:? {0,2})?"
    rf"(?:{_CLOCK},? )?(?P<date>{DATE_PATTERN})(?:[,|/ –—-]{{1,4}}(?:at )?{_CLOCK}|,? {WEEKDAY_PATTERN})?\.?"
)
_DATE_LABEL = re.compile(r"(?:date|Date|DATE):? {0,2}(?P<date>\d{4}-\d\d-\d\d)(?!\d)")
_DATE_AFTER_HEADING = re.compile(rf"(?<=\S )(?P<date>{WEEKDAY_PATTERN}, [A-Z][a-z]+ \d{{1,2}}, \d{{4}})$")
_DATE = re.compile(DATE_PATTERN)


def find_datelines(layout: Layout) -> Iterator[Mark]:
    """Find datelines, lines that are a date, and dates glued to the first line.

    Yields:
        Marks with the values "place", "date" (ISO 8601, where the year is known), "agency" and "outlet" that were read.
    """
    for line in layout.lines:
        yield from _match_agency_dateline(layout, line)
    for line in layout.top:
        yield from _match_bare_dateline(layout, line)
    yield from _match_labelled_date(layout)


def _match_agency_dateline(layout: Layout, line: Span) -> Iterator[Mark]:
    bracketed = layout.text.find("(", line.start, line.end) >= 0
    for pattern in _WITH_ANY_AGENCY if bracketed else (_WITH_AGENCY_UNBRACKETED,):
        found = pattern.match(layout.text, line.start, line.end)
        if found and found.end() < line.end:
            values = read_credit_values(found["agency"]) or {"outlet": found["agency"]}
            yield _mark(layout, found, "place and agency before the first words", values)
            return


def _match_bare_dateline(layout: Layout, line: Span) -> Iterator[Mark]:
    date_line = _DATE_LINE.fullmatch(layout.text, line.start, line.end)
    if date_line:
        yield _mark(layout, date_line, "a line that is only a date")
        return
    if _HEADINGS.match(layout.text, line.start, line.end):
        return
    found = _PLACE_AND_DASH.match(layout.text, line.start, line.end)
    if found is None and line in layout.lines[:1] and not _is_transcript(layout):
        found = _PLACE_AND_COLON.match(layout.text, line.start, line.end)
    if found and found.end() < line.end and canonical_agency(found["place"]) is None:
        yield _mark(layout, found, "a place in capitals before the first words")


def _is_transcript(layout: Layout) -> bool:
    openings = (_PLACE_AND_COLON.match(layout.text, *line) for line in layout.lines[: 2 * TOP_LINES])
    return sum(1 for opening in openings if opening) > 1


def _match_labelled_date(layout: Layout) -> Iterator[Mark]:
    for line in layout.lines[:1]:
        found = _DATE_LABEL.match(layout.text, line.start, line.end)
        if found is None:
            found = _DATE_AFTER_HEADING.search(layout.text, max(line.start, line.end - 40), line.end)
        if found:
            yield _mark(layout, found, "a date before or after the heading")


def _mark(layout: Layout, found: re.Match[str], reason: str, credit: dict[str, str] | None = None) -> Mark:
    values = dict(credit or {})
    groups = found.groupdict()
    if groups.get("place"):
        values["place"] = groups["place"].rstrip(", ")
    printed = groups.get("date") or _find_date(groups.get("agency") or "")
    iso = read_date(printed, layout.published) if printed else None
    if iso:
        values["date"] = iso
    return Mark(MarkKind.DATELINE, trim_span(layout.text, *found.span()), reason, values)


def _find_date(words: str) -> str:
    found = _DATE.search(words)
    return found.group() if found else ""
