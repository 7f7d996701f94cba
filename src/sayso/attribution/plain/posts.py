"""Posts that stand in a story as pages show them: their words, a dash, their author's name and handle."""

import re
from collections.abc import Iterator

from sayso.attribution.plain.certain import certain
from sayso.records import Attribution, Span
from sayso.text.lines import trim_span

LONGEST_CHARS = 320
"""A post with what pages put behind it, such as the address of a picture."""

_SIGNATURE = re.compile(
    r"(?P<dash>[—–]|--?) ?(?P<name>[^\W\d_a-z][^\n(@—–]{1,48}?) \(@\w{2,30}\)(?: [A-Z][a-z]+ \d{1,2}, \d{4})?"
)


def find_posts(text: str) -> Iterator[Attribution]:
    """The posts of a text, each by its author.

    A post is the line before its signature, or the line that the signature ends, from the end of an earlier one on; a
    line that is too long for one holds other words too, and is left alone.
    """
    after = 0
    for signature in _SIGNATURE.finditer(text):
        words = _words_before(text, after, signature.start())
        after = signature.end()
        if words.start < words.end:
            source, cue = Span(*signature.span("name")), Span(*signature.span("dash"))
            yield certain(source, cue, [words])


def _words_before(text: str, after: int, end: int) -> Span:
    line = text.rfind("\n", after, end) + 1
    if not text[max(line, after) : end].strip():
        end = max(after, line - 1)
        line = text.rfind("\n", after, end) + 1
    start = max(line, after)
    return trim_span(text, start, end) if end - start <= LONGEST_CHARS else Span(end, end)
