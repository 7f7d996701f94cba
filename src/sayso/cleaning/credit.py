"""Credit lines: whose work a story is, where it stood first, and who holds the rights."""

import re
from collections.abc import Iterator

from sayso.cleaning.layout import END_LINES, Layout
from sayso.cleaning.names import NAME_PATTERN
from sayso.records import Mark, MarkKind, Span
from sayso.text.agencies import AGENCY_PATTERN, read_credit_values
from sayso.text.lines import find_sentence_end, trim_span

_SYNDICATION = re.compile(r"\((?P<outlet>MENAFN)\s?[-–—]\s?(?P<agency>[^()\n]{2,40})\)")
_SYNDICATION_NUMBER = re.compile(r"MENAFN\d{8,40}(?:ID\d{4,20})?\b")

_OPENING = re.compile(
    rf"\((?P<agency>{AGENCY_PATTERN})\)(?:\s{{0,2}}[-–—―]{{1,2}})?(?=\s?\S)"
    rf"|(?P<unbracketed>{AGENCY_PATTERN})(?:\s{{0,2}}[–—―]|\s--?)(?=\s\S)"
)

_LONGEST_SIGN_OFF_CHARS = 80
_AGENCY = re.compile(rf"(?<!\w){AGENCY_PATTERN}")
_DESK_INITIALS = re.compile(r"[a-z]{2,3}(?:[/,-][a-z]{2,3}){1,3}(?=\s)")
_SIGN_OFF_WORDS = frozenset(
    ("by", "and", "with", "via", "from", "for", "the", "input", "inputs", "agency", "agencies", "news", "wire", "staff")
)
_AGENCIES_UNNAMED = re.compile(
    r"[(\[]?(?:With|From) (?:additional )?(?:inputs?|reports?|reporting|files|material) from (?:\w+ )?"
    r"(?:news )?(?:agenc(?:y|ies)|wires?)(?: reports)?\.?[)\]]?\.?|\(?(?:News )?Agencies\)?",
    re.IGNORECASE,
)
_NAME_WORD = r"(?:[A-Z][\w.'’&-]{0,30}|of|the|and|for|on|de|&)"
_SOURCE_LINE = re.compile(
    rf"(?:Sources?|SOURCES?|Via|VIA)\s?:\s?(?P<named>[A-Z][\w.'’&-]{{0,30}}(?: {_NAME_WORD}){{0,9}}"
    r"(?:(?:,|;| \(| \|| -| –)[^\n]{1,180})?)"
)
_SOURCE_AT_END = re.compile(
    rf"(?<=[.!?”\"] )(?:Source: (?P<named>{AGENCY_PATTERN})|[-–—―] ?(?P<agency>{AGENCY_PATTERN}))\.?$"
)

_WORK = r"(?:article|story|piece|post|report|column|op-ed|essay|interview|commentary|dispatch|content|version)"
_SENTENCES = re.compile(
    rf"(?:This {_WORK} (?:was |is |has been |had )?(?:(?:first|originally|previously|also) )?"
    r"(?:appear(?:ed|s)|published|posted|ran|produced|syndicated|republished|reprinted|provided|supplied|distributed)\b"
    rf"|(?:A|An earlier) version of this {_WORK} (?:was |has )?(?:first |originally |previously )?"
    r"(?:appeared|published|posted|ran)\b"
    r"|The post .{3,200}? (?:first appeared|appeared first) on\b"
    r"|(?:First|Originally) (?:appeared|published|posted) (?:by|on|in|at|as)\b"
    r"|(?:Re-?published|Reprinted|Used) (?:here )?(?:with|by) permission\b"
    r"|(?:©|\([cC]\)|&copy;|Copyright(?: ©| \([cC]\))?) ?\d{4}\b|Copyright © "
    r"|All rights reserved\b|All Rights Reserved\b"
    r"|This material may not be (?:re)?published\b"
    r"|\(?(?:Additional |With additional |With )?[Rr]eporting by (?=[A-Z])"
    r"|\(?(?:Edited|Editing|Writing|Compiled|Translated) by (?=[A-Z])"
    r"|Contributing: (?=[A-Z]))"
)
_FIRST_PUBLISHED = re.compile(
    r"\b(?:[Ff]irst|[Oo]riginally|[Pp]reviously) (?:appeared|published|posted|ran|produced) (?:by|on|in|at) (?:the )?"
    r"(?!(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Jan|Febr)uary|March|April|May|June|July|August|"
    r"(?:Septem|Octo|Novem|Decem)ber|English|French|German|Spanish|Arabic|Russian)\b)"
    r"(?P<outlet>[A-Z][\w&’'-]*(?:\.\w+)?(?: (?:(?:of|the|and|&) )?[A-Z][\w&’'-]*){0,4})(?=[.,;)|]|$| on\b| under\b)"
)
"""By whom a story was published before this outlet did: "This article first appeared on The River Post"."""
_SENTENCES_INSIDE = re.compile(rf"[.!?…)\"”’][ \xa0](?P<notice>{_SENTENCES.pattern})")
_CONTRIBUTED = re.compile(
    rf"contributed (?:to (?:this|the) {_WORK}|(?:additional )?reporting(?: to (?:this|the) {_WORK})?)\b"
)
_CONTRIBUTORS_START = re.compile(r"(?:[a-z0-9)”\"’][.!?…]|[.!?…][)\"”’]|_)\s{1,3}(?=[A-Z*(_])")
_LONGEST_CONTRIBUTORS_CHARS = 320
"""How far back a list of contributors may begin; chosen by reading, not measured."""


_SURNAME = r"[A-ZÀ-ÖØ-Þ][\w'’-]{1,30}"
_STAFF_NAME = rf"(?:{NAME_PATTERN}|{_SURNAME})"
_STAFF_NAMES = rf"{_STAFF_NAME}(?:, {_STAFF_NAME}){{0,6}}(?:,? and {_STAFF_NAME})?"
_STAFF_PLACE = r"(?:the )?[A-Z][\w'’-]{0,30}(?:\.[A-Z]\.?)?(?:,? [A-Z][\w'’-]{0,30}\.?(?:[A-Z]\.)?){0,4}"
_STAFF_TITLE = (
    r"(?:(?:[A-Z][\w.'’&-]{0,30}|[a-z]{2,12}) ){1,5}(?:[Ww]riters?|reporters?|correspondents?|journalists?|editors?) "
)
_STAFF_SENTENCE = re.compile(
    rf"(?!(?:The |It |He |She |They |We |[A-Z]{{2,}} (?:report|contrib)|{AGENCY_PATTERN} (?:also )?(?:report|contrib)))"
    rf"(?:{_STAFF_TITLE})?{_STAFF_NAMES}(?:"
    rf" (?:also )?reported from {_STAFF_PLACE}"
    rf"(?:(?:[,;]| and|, and) {_STAFF_NAMES},? (?:reported )?from {_STAFF_PLACE}){{0,5}}"
    rf"|(?: (?:in|at) {_STAFF_PLACE},?)? (?:also )?contributed(?: from {_STAFF_PLACE})?"
    r")(?:\.|$)(?=\s|$|[)_])"
)
"""A sentence on who reported from where; an agency or "the paper" that reported from a place is a source."""
_STAFF_LEAD = re.compile(r"[_*(–—\s-]{0,6}")


def find_credits(layout: Layout) -> Iterator[Mark]:
    """Find credit lines, syndication marks, sign-offs of agencies and notices of rights.

    Yields:
        Marks with the values "agency", "outlet", or "source" (what a "Source:" line names that is neither).
    """
    yield from _find_syndication(layout)
    yield from _find_openings(layout)
    yield from _find_sign_offs(layout)
    for line in layout.lines:
        yield from _find_notices(layout.text, line)
    for line in layout.lines[1:][-END_LINES:]:
        yield from _find_staff_sentences(layout.text, line)


def _find_syndication(layout: Layout) -> Iterator[Mark]:
    for found in _SYNDICATION.finditer(layout.text):
        values = {"outlet": found["outlet"], "agency": found["agency"].strip()}
        yield Mark(MarkKind.CREDIT, Span(*found.span()), "a syndicator's mark", values)
    for found in _SYNDICATION_NUMBER.finditer(layout.text):
        yield Mark(MarkKind.CREDIT, Span(*found.span()), "a syndicator's number", {"outlet": "MENAFN"})


def _find_openings(layout: Layout) -> Iterator[Mark]:
    for line in layout.top:
        found = _OPENING.match(layout.text, line.start, line.end)
        if found:
            values = read_credit_values(found.group())
            yield Mark(
                MarkKind.CREDIT, trim_span(layout.text, *found.span()), "an agency before the first words", values
            )


def _find_sign_offs(layout: Layout) -> Iterator[Mark]:
    text = layout.text
    for line in layout.edges():
        if _is_sign_off(line.of(text)) or _AGENCIES_UNNAMED.fullmatch(text, *line):
            yield Mark(MarkKind.CREDIT, line, "a line that only names agencies", read_credit_values(line.of(text)))
            continue
        source = _SOURCE_LINE.fullmatch(text, *line)
        if source:
            values = read_credit_values(source["named"]) or {"source": source["named"].strip()}
            yield Mark(MarkKind.CREDIT, line, "a line that names the source", values)
    for line in layout.lines[-1:]:
        glued = _SOURCE_AT_END.search(text, max(line.start, line.end - 60), line.end)
        if glued:
            yield Mark(
                MarkKind.CREDIT,
                Span(*glued.span()),
                "an agency after the last words",
                read_credit_values(glued.group()),
            )


def _is_sign_off(words: str) -> bool:
    if len(words) > _LONGEST_SIGN_OFF_CHARS or words.endswith(":") or not _AGENCY.search(words):
        return False
    others = _AGENCY.sub(" ", _DESK_INITIALS.sub("", words, count=1))
    return all(word.casefold() in _SIGN_OFF_WORDS for word in re.findall(r"\w+", others))


def _find_notices(text: str, line: Span) -> Iterator[Mark]:
    start = line.start
    opening = _SENTENCES.match(text, *line)
    found = opening or _SENTENCES_INSIDE.search(text, *line)
    while found:
        notice = found.start() if found is opening else found.start("notice")
        start = _find_notice_end(text, Span(notice, found.end()), line.end)
        yield _mark_notice(text, Span(notice, start))
        found = _SENTENCES_INSIDE.search(text, start - 1, line.end)
    contributed = _CONTRIBUTED.search(text, start, line.end)
    if contributed:
        earliest = max(start, contributed.start() - _LONGEST_CONTRIBUTORS_CHARS)
        starts = [found.end() for found in _CONTRIBUTORS_START.finditer(text, earliest, contributed.start())]
        end = find_sentence_end(text, contributed.end(), line.end)
        yield _mark_notice(text, trim_span(text, starts[-1] if starts else earliest, end))


def _find_staff_sentences(text: str, line: Span) -> Iterator[Mark]:
    """Find sentences on the staff that open a closing line, one behind the other."""
    lead = _STAFF_LEAD.match(text, *line)
    found = lead and _STAFF_SENTENCE.match(text, lead.end(), line.end)
    while found:
        yield _mark_notice(text, Span(*found.span()))
        found = _STAFF_SENTENCE.match(text, found.end() + 1, line.end)


def _find_notice_end(text: str, opening: Span, line_end: int) -> int:
    if text[opening.start] == "(":
        closing = text.find(")", opening.end, line_end)
        return closing + 1 if closing >= 0 else line_end
    return find_sentence_end(text, opening.end, line_end)


def _mark_notice(text: str, span: Span) -> Mark:
    words = span.of(text)
    first = _FIRST_PUBLISHED.search(words)
    values = read_credit_values(words) or ({"outlet": first["outlet"]} if first else {})
    return Mark(MarkKind.CREDIT, span, "a notice of origin, staff or rights", values)
