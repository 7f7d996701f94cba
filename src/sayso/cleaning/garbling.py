"""Damage: characters read in the wrong encoding, entities left over from a page, and texts that were cut off."""

import html
import re
from collections.abc import Iterator

from sayso.cleaning.layout import Layout
from sayso.records import Mark, MarkKind, Span

_TRAIL = "[\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]"
_DOUBLY_READ = re.compile(
    f"[\xc2-\xf4](?:(?<=[\xc2-\xdf]){_TRAIL}|(?<=[\xe0-\xef]){_TRAIL}{{2}}|(?<=[\xf0-\xf4]){_TRAIL}{{3}}|(?<=â)€)"
)
"""UTF-8 as it looks when read as Windows-1252 or Latin-1."""

_NOT_ASCII = re.compile(r"[^\x00-\x7f\s]+")
_UNREADABLE = re.compile("\ufffd+")
_INVISIBLE = re.compile(r"(?<!\w)\w{1,40}(?:[\u200b\u2060]\w{1,40})+")
"""Soft hyphens are left out: they say where a word may break, and are good typography."""
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,8}\d{0,2});")

_CUT_MARK = re.compile(r"\[(?:\+|…|\.\.\.)\s?\d{1,7}\s?(?:chars|characters)\]|\[(?:…|\.\.\.)\]$")
_CUT_INVITATION = re.compile(
    r"(?:…|\.\.\.)\s{0,2}(?:\(|\[)?(?:Read [Mm]ore|READ MORE|Continue [Rr]eading|More)\b\W{0,4}$"
)
_CUT_DOTS = re.compile(r"\w\s?(?:…|\.\.\.)$")
_CUT_WORD = re.compile(
    r"\b(?:the|an?|of|and|or|to|with|for|from|by|in|at|that|which|who|whose|is|are|was|were|has|have|had|will|would|\w+,)$"
)
_SENTENCE_START = re.compile(r"[.!?][\"”’)]? [A-Z“\"]")
_SHORTEST_PARAGRAPH_CHARS = 80
"""A last line this long with no stop is a sentence that was cut off, where it is not one heading or link."""


def find_garbling(layout: Layout) -> Iterator[Mark]:
    """Find text that cannot be read as it was written."""
    text = layout.text
    yield from _find_doubly_read(text)
    for found in _UNREADABLE.finditer(text) if "\ufffd" in text else ():
        yield Mark(MarkKind.DAMAGE, Span(*found.span()), "characters that could not be decoded")
    if "\u200b" in text or "\u2060" in text:
        for found in _INVISIBLE.finditer(text):
            yield Mark(MarkKind.DAMAGE, Span(*found.span()), "invisible characters inside a word")
    for found in _ENTITY.finditer(text):
        if html.unescape(found.group()) != found.group():
            yield Mark(MarkKind.DAMAGE, Span(*found.span()), "an entity left over from HTML")
    yield from _find_cut(layout)


def _find_doubly_read(text: str) -> Iterator[Mark]:
    if not _DOUBLY_READ.search(text):
        return
    from ftfy.badness import is_bad  # takes 0.1 s to import, and few stories need it

    for found in _NOT_ASCII.finditer(text):
        if _DOUBLY_READ.search(found.group()) and is_bad(found.group()):
            yield Mark(MarkKind.DAMAGE, Span(*found.span()), "characters read in the wrong encoding")


def _find_cut(layout: Layout) -> Iterator[Mark]:
    text = layout.text
    for line in layout.lines[-1:]:
        tail = max(line.start, line.end - 60)
        found = _CUT_MARK.search(text, tail, line.end) or _CUT_INVITATION.search(text, tail, line.end)
        if found is None and line.end - line.start >= _SHORTEST_PARAGRAPH_CHARS:
            found = _CUT_DOTS.search(text, tail, line.end) or _match_unfinished(text, line, tail)
        if found:
            yield Mark(MarkKind.DAMAGE, Span(*found.span()), "the text is cut off here")


def _match_unfinished(text: str, line: Span, tail: int) -> re.Match[str] | None:
    if not _SENTENCE_START.search(text, *line):
        return None
    return _CUT_WORD.search(text, tail, line.end)
