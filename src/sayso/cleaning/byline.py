"""Bylines: who wrote a story."""

import re
from collections.abc import Iterator

from sayso.cleaning.layout import Layout
from sayso.cleaning.names import NAME_PATTERN, NAMES_PATTERN
from sayso.records import Mark, MarkKind, Span
from sayso.text.agencies import canonical_agency, read_credit_values
from sayso.text.lines import trim_span

_BY = r"(?:(?:(?:Written |Story |Reported |Posted |Published |Analysis |Opinion )?[Bb]y|BY)[ \xa0]{1,2}){1,2}"
_BYLINE = re.compile(
    rf"{_BY}(?P<author>{NAMES_PATTERN})(?P<place> in (?P<where>[A-Z][\w.'’-]+(?:[ ,]{{1,2}}[A-Z][\w.'’-]+){{0,3}}))?"
    r"(?P<rest>(?:,[ \xa0]|\s?[|•·/–—-]\s?|[ \xa0]{2,3}|\s?\()\S[^\n.!?]{0,60})?\.?"
)
_PIPED = re.compile(
    rf"(?P<author>{NAME_PATTERN}) \| (?P<rest>(?:[A-Z@][\w.'’&-]*|of|the)(?: (?:[A-Z][\w.'’&-]*|of|the)){{0,4}})"
)
_FROM_STAFF = re.compile(rf"From (?P<outlet>[A-Z][\w-]{{1,20}})['’]s (?P<author>{NAMES_PATTERN})")


def find_bylines(layout: Layout) -> Iterator[Mark]:
    """Find lines at the top or the end of a story that say who wrote it.

    Yields:
        Marks with the value "author"; where the line says from where, a dateline with the value "place" behind it.
    """
    for line in layout.edges():
        for pattern in (_BYLINE, _PIPED, _FROM_STAFF):
            found = pattern.fullmatch(layout.text, *line)
            if found and canonical_agency(found["author"]) is None:
                yield from _mark(layout.text, line, found)
                break


def _mark(text: str, line: Span, found: re.Match[str]) -> Iterator[Mark]:
    groups = found.groupdict()
    values = read_credit_values(groups.get("rest") or "") | {"author": found["author"]}
    if groups.get("where") and not groups["rest"]:
        yield Mark(
            MarkKind.BYLINE, trim_span(text, line.start, found.end("author")), "a line that says who wrote it", values
        )
        place = Span(found.start("place") + 1, found.end("place"))
        yield Mark(MarkKind.DATELINE, place, "the place in a byline", {"place": found["where"].rstrip(".")})
    else:
        yield Mark(MarkKind.BYLINE, line, "a line that says who wrote it", values)
