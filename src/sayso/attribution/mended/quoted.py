"""Whoever a medium quotes: "the agency quoted the mayor as saying", "the mayor was quoted by the agency".

The network takes the medium for the source of both; the words round its cue tell whose words they are.
"""

import re
from dataclasses import replace

import numpy as np

from sayso.attribution.network.decoding import Found, Range
from sayso.attribution.network.pieces import Pieces
from sayso.records import Span

_SAYING = r"(?:as )?(?:saying|stating|telling|claiming|confirming|warning|adding|describing)|as (?:having )?said"
_QUOTED = re.compile(
    r"(?:quot(?:ed|es|ing)|cit(?:ed|es|ing)|report(?:ed|s)) (?P<name>(?!by )[^,;:.\n“”\"]{3,90}?)"
    r"(?:, (?:the|an?) [^,;:.\n“”\"]{3,90})?,? "
    rf"(?P<verb>{_SAYING})\b"
)
_QUOTED_BY = re.compile(r"\b(?:was|were|is|are|been|being) (?:\w+ly )?(?:quoted|cited|reported)\b")
_BY = re.compile(r"\bby ")
_AS_REPORTED_BY = re.compile(r", as (?:reported|quoted|cited) (?:by|in) \Z")
_SUBJECT = re.compile(
    r"(?:(?<=[.,;:”\"] )|(?<=\n)|\A)(?P<name>[^\d,;:.\n“”\"][^,;:.\n“”\"]{1,89}?)(?: (?:has|have|had|also|later))* ?\Z"
)
_SAID = re.compile(r" (?:(?:has|had|also) )*(?:sa(?:id|ys)|told|stated|announced|claimed|confirmed|warned)\b")
_BEFORE_CHARS = 110
_BEHIND_CHARS = 140


def find_quoted(pieces: Pieces, begin: int, outer: Found) -> Found | None:
    """The attribution to whom a source quotes; None where its cue quotes nobody.

    Args:
        pieces: The text.
        begin: The piece from which ranges count.
        outer: The attribution to the medium.
    """
    # The network may take "saying" for the cue of the medium that quotes.
    first = min(outer.cue[0], outer.source[1] if outer.source else outer.cue[0])
    start = pieces.starts[begin + first]
    stop = min(len(pieces.text), pieces.ends[begin + outer.cue[1] - 1] + _BEHIND_CHARS)
    end = pieces.ends[begin + outer.cue[1] - 1]
    quoted = next((found for found in _QUOTED.finditer(pieces.text, start, stop) if found.start() < end), None)
    if quoted is None:
        return None
    name, verb = (covering(pieces, begin, Span(*quoted.span(part))) for part in ("name", "verb"))
    contents = without(outer.contents, (name[0], verb[1]))
    is_whole = name[0] < name[1] <= verb[0] < verb[1]
    return replace(outer, source=name, cue=verb, contents=contents) if contents and is_whole else None


def turn_round(pieces: Pieces, begin: int, found: Found) -> Found:
    """An attribution to the one who spoke, where its source only passes on: "Jane Doe was quoted by the agency"."""
    text, source = pieces.text, found.source or found.cue
    cue_start, cue_end = pieces.starts[begin + found.cue[0]], pieces.ends[begin + found.cue[1] - 1]
    start, end = pieces.starts[begin + source[0]], max(cue_end + len(" by "), pieces.ends[begin + source[1] - 1])
    if _QUOTED_BY.match(text, cue_start) and _BY.search(text, cue_start, end):
        name_end = cue_start
    elif behind := _AS_REPORTED_BY.search(text, max(0, start - _BEFORE_CHARS), start):
        name_end = behind.start()
    else:
        return found
    subject = _SUBJECT.search(text, max(0, name_end - _BEFORE_CHARS), name_end)
    if subject is None:
        return found
    said = _SAID.search(text, *subject.span("name"))
    name = covering(pieces, begin, Span(subject.start("name"), said.start() if said else subject.end("name")))
    contents = without(found.contents, covering(pieces, begin, Span(*subject.span("name"))))
    return replace(found, source=name, contents=contents) if 0 <= name[0] < name[1] and contents else found


def covering(pieces: Pieces, begin: int, span: Span) -> Range:
    """The pieces of a span, counted from `begin`."""
    first, last = np.searchsorted(pieces.starts, (span.start, span.end))
    return int(first) - begin, int(last) - begin


def without(contents: tuple[Range, ...], taken: Range) -> tuple[Range, ...]:
    """Contents less a range."""
    cut = [part for first, last in contents for part in ((first, min(last, taken[0])), (max(first, taken[1]), last))]
    return tuple((first, last) for first, last in cut if first < last)
