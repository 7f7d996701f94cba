"""Links to other stories that a page sets behind a name, run into the sentence when its text was taken."""

import re
from collections.abc import Iterator

from sayso.cleaning.layout import Layout
from sayso.records import Mark, MarkKind, Span

_END = re.compile(r"(?: |(?<=[a-z.]))MORE(?![A-Za-z])")
"""What such links end in: "Jane Doe" + "Jane Ann Doe" + "Senate passes budget …" + " MORE"; right behind the name where
no other story stands between (in 7 of 7,000 stories of the news, all of them such)."""
_RUN_TOGETHER = re.compile(r"(?P<name>[A-Z][\w'’-]+?[a-z.])(?=[A-Z0-9'‘\"“])")
"""A name with the next words right behind it."""
_FULL_NAME = r"[ \xa0]?(?:[A-Z(][\w().'’-]*[ \xa0]){0,5}"
"""What of the full name stands before the surname that the name was told by already."""
_LONGEST_CHARS = 900


def find_inset_links(layout: Layout) -> Iterator[Mark]:
    """Find links within sentences: each mark goes from the end of the name that they are set behind to their "MORE"."""
    text = layout.text
    if "MORE" not in text:
        return
    for line in layout.lines:
        begin = line.start
        for end in _END.finditer(text, *line):
            start = _start(text, max(begin, end.start() - _LONGEST_CHARS), end.start())
            if start is not None:
                yield Mark(MarkKind.PROMO, Span(start, end.end()), "links to other stories, run into the sentence")
                begin = end.end()


def _start(text: str, begin: int, end: int) -> int | None:
    """Where the name ends that the links are set behind; None where no name is told twice."""
    for found in _RUN_TOGETHER.finditer(text, begin, end + 1):
        surname = re.escape(found["name"])
        if named := re.search(rf"\b{surname}(?={_FULL_NAME}{surname}$)", text[begin : found.end()]):
            start = begin + named.end()
            return start + len(text[start:]) - len(text[start:].lstrip())
        if re.compile(rf"{_FULL_NAME}{surname}").match(text, found.end(), end):
            return found.end()
    return None
