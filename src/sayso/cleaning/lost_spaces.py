"""Damage: spaces that were lost between two words, after a stop or round a quotation mark."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator

from sayso.cleaning.layout import Layout
from sayso.records import Mark, MarkKind, Span

_SHORT_STARTERS = (
    "He|We|It|In|On|At|No|So|As|If|By|To|My|Or|An|Is|The|And|But|She|His|Her|You|For|Our|Its|Who|How|Why|Not|Yet|All|One|"
    "Two|Now|Mr|Ms"
)
_JOINT = re.compile(r"[.!?,;:()](?=[A-Za-z])")
_AFTER_STOP = re.compile(rf"[a-z]{{2}}[.!?](?:(?:{_SHORT_STARTERS})\b|[A-Z][a-z]{{3}})|\w\d\.[A-Z][a-z]{{2}}")
_AFTER_COMMA = re.compile(r"[a-z]{2}[,;][A-Za-z][a-z]")
_AFTER_COLON = re.compile(r"[a-z]{2}:[A-Za-z][a-z]")
_BEFORE_BRACKET = re.compile(r"[a-z]{2}\([A-Za-z]{4}")
_AFTER_BRACKET = re.compile(r"\w{2}\)[A-Za-z][a-z]{2}")
_JOINTS = {
    ".": _AFTER_STOP,
    "!": _AFTER_STOP,
    "?": _AFTER_STOP,
    ",": _AFTER_COMMA,
    ";": _AFTER_COMMA,
    ":": _AFTER_COLON,
    "(": _BEFORE_BRACKET,
    ")": _AFTER_BRACKET,
}
"""For each mark: what stands round it where a space was lost, from two characters before it."""
_CHARS_BEFORE_JOINT = 2

_ADDRESS = re.compile(
    r"//|www\.|[@#/\\_=&{}]|;$|\.(?:com|org|net|gov|edu|co|io|html?|pdf|az|ua|ru|uk|eu|tv)\b", re.IGNORECASE
)
_LONGEST_TOKEN_CHARS = 80
"""Addresses are told by the characters this near; longer ones have a slash that near."""

_INNER_COLON = re.compile(r":[A-Z]")
_NAME_WITH_COLON = re.compile(r"(?<!\w)\w{1,40}:[A-Z]\w{0,40}")
_LOWER_CASE_WORD_AT_END = re.compile(r"(?:^|[\s“(])[a-z]{1,20} $")
_LONGEST_WORD_BEFORE_CHARS = 22
_FEWEST_TIMES_LOWER = 2
"""A name in lower case ("key:Word") must stand this often; one slip of the keyboard stands once."""

_SPACE = re.compile(r"\s")
_CURLY = re.compile("[“”\n]")
_STRAIGHT = re.compile('"')
_BEFORE_OPENING = re.compile(r"[A-Za-zÀ-ɏ,;:.!?]")
_BEFORE_CLOSING = re.compile(r"[A-Za-zÀ-ɏ0-9,.!?…)]")
_AFTER_CLOSING = re.compile(r"(?!s\b)[A-Za-zÀ-ɏ]{2}")


def find_lost_spaces(layout: Layout) -> Iterator[Mark]:
    """Find lost spaces; each mark covers the characters on both sides of the place.

    Addresses, handles, abbreviations and numbers have their stops inside a word and are left alone, and so have names
    such as "Dry:Soon".
    """
    text = layout.text
    names = _find_names_with_colon(text)
    for joint in _JOINT.finditer(text):
        found = _JOINTS[joint.group()].match(text, max(0, joint.start() - _CHARS_BEFORE_JOINT))
        if found is None or _is_inside(Span(*found.span()), names):
            continue
        if not _ADDRESS.search(_token_around(text, Span(*found.span()))):
            yield _mark(Span(*found.span()), "between two words")
    curly, straight = "“" in text or "”" in text, '"' in text
    for line in layout.lines if curly or straight else ():
        if curly:
            yield from _find_round_curly_quotes(text, line)
        if straight:
            yield from _find_round_straight_quotes(text, line)


def _mark(span: Span, where: str) -> Mark:
    return Mark(MarkKind.DAMAGE, span, f"a space seems lost {where}")


def _find_names_with_colon(text: str) -> list[Span]:
    """Find names with a colon inside: those that a word in lower case leads up to somewhere ("the Dry:Soon").

    A heading does not: "More:Bridge shut", "Ann Roe:Bridge shut".
    """
    if not _INNER_COLON.search(text):
        return []
    places: list[re.Match[str]] = list(_NAME_WITH_COLON.finditer(text))
    held = Counter(found.group() for found in places if _follows_lower_case(text, found.start()))
    return [
        Span(*found.span())
        for found in places
        if held[found.group()] >= (1 if found.group()[0].isupper() else _FEWEST_TIMES_LOWER)
    ]


def _follows_lower_case(text: str, position: int) -> bool:
    before = text[max(0, position - _LONGEST_WORD_BEFORE_CHARS) : position]
    return _LOWER_CASE_WORD_AT_END.search(before) is not None


def _is_inside(span: Span, sorted_spans: list[Span]) -> bool:
    place = bisect_right(sorted_spans, span.start, key=lambda other: other.start)
    return place > 0 and span.end <= sorted_spans[place - 1].end


def _token_around(text: str, span: Span) -> str:
    before = text[max(0, span.start - _LONGEST_TOKEN_CHARS) : span.start]
    after = text[span.end : span.end + _LONGEST_TOKEN_CHARS]
    token: list[str] = [_SPACE.split(before)[-1], span.of(text), _SPACE.split(after)[0]]
    return "".join(token)


def _find_round_curly_quotes(text: str, line: Span) -> Iterator[Mark]:
    is_open = False
    for mark in _CURLY.finditer(text, *line):
        position = mark.start()
        if mark.group() == "“":
            if not is_open and position > line.start and _opens_a_word(text, position, line):
                yield _mark(Span(position - 1, position + 2), "before a quotation mark")
            is_open = True
        else:
            if position > line.start and _closes_a_word(text, position, line):
                yield _mark(Span(position - 1, position + 2), "after a quotation mark")
            is_open = False


def _find_round_straight_quotes(text: str, line: Span) -> Iterator[Mark]:
    marks = [mark.start() for mark in _STRAIGHT.finditer(text, *line)]
    if len(marks) % 2:
        return
    for opening, closing in zip(marks[::2], marks[1::2], strict=True):
        if opening > line.start and _opens_a_word(text, opening, line):
            yield _mark(Span(opening - 1, opening + 2), "before a quotation mark")
        if _closes_a_word(text, closing, line):
            yield _mark(Span(closing - 1, closing + 2), "after a quotation mark")


def _opens_a_word(text: str, position: int, line: Span) -> bool:
    follows = text[position + 1 : min(position + 2, line.end)]
    return bool(_BEFORE_OPENING.match(text, position - 1)) and follows.isalnum()


def _closes_a_word(text: str, position: int, line: Span) -> bool:
    follows = _AFTER_CLOSING.match(text, position + 1, line.end)
    return bool(_BEFORE_CLOSING.match(text, position - 1) and follows)
