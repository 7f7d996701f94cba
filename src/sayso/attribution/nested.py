"""Attributions within attributions: what a source says is read once more by itself, for whose words it passes on.

The corpus that the network learnt from keeps one attribution where there are two ("NPR reported the minister said"), so
in one pass the network finds the outer speaker and skips the inner one.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.attribution.mended.quoted import covering, find_quoted, turn_round, without
from sayso.attribution.network.decoding import Found, Range, decode
from sayso.attribution.network.model import AttributionModel
from sayso.attribution.network.network_output import score_window
from sayso.attribution.network.pieces import Pieces
from sayso.attribution.network.windows import Window
from sayso.attribution.plain.citable import may_speak
from sayso.records import Span
from sayso.text.word_tables import word_table

LEAST_SCORE = 0.5
"""How sure the network must be of an inner attribution."""
LONGEST_SOURCE_WORDS = 14
_FEWEST_PIECES = 4
_REPORTING = re.compile(
    r"\b(?:sa(?:y|ys|id|ying)|t(?:ell|ells|old|elling)|stat(?:e|es|ed|ing)|according to|cit(?:e|es|ed|ing)"
    r"|quot(?:e|es|ed|ing)|claim(?:s|ed|ing)?|report(?:s|ed|ing)?|announc(?:e|es|ed|ing)|confirm(?:s|ed|ing)?"
    r"|den(?:y|ies|ied|ying)|warn(?:s|ed|ing)?|recommend(?:s|ed)?|argu(?:e|es|ed|ing)|believ(?:e|es|ed|ing)|call(?:s|ed|ing)"
    r"|suggest(?:s|ed|ing)?|alleg(?:e|es|ed|ing)|accus(?:e|es|ed|ing)|add(?:s|ed|ing)|admit(?:s|ted)?|insist(?:s|ed|ing)?"
    r"|acknowledg(?:e|es|ed)|promis(?:e|es|ed)|conclud(?:e|es|ed)|estimat(?:e|es|ed)|describ(?:e|es|ed|ing)|criti[cz]i[sz]ed"
    r"|informed|agreed|urged|suspect(?:s|ed)?|think(?:s)?|thought|asked|demanded|vowed|wrote|tweeted|declared|explained)\b"
)
_CITING = re.compile(
    r"\b(?P<verb>citing|quoting) (?P<name>[^,;:.\n“\"]{3,80}?)(?=,|$| as saying| that\b| sa(?:id|ys)\b| reported)"
)
_ACCORDING = re.compile(
    r"(?:^|[.!?]\s+|\n)(?P<name>[^.,;:!?\n“\"]{2,60}), according to (?P<outlet>[^.,;:!?\n“\"]{2,60}),"
    r" (?P<verb>sa(?:id|ys)|stated|claimed|reported|confirmed|told|believed?|warned|denied)\b"
)
_CITING_BEHIND = re.compile(
    r"(?: on [A-Z][a-z]+day)?, (?P<verb>citing|quoting) (?P<name>[^,;:\n“\"]{3,90}?)(?=,|\.?\s*$|\.[\s”])"
)
_CITING_AHEAD = re.compile(
    r"(?:^|[.!?”\"]\s+|\n)(?P<verb>Citing|Quoting) (?P<name>[^,;:.\n“\"]{3,80}?), (?:the |The )?$"
)
_SAID_AHEAD = re.compile(
    r"(?:^|[.!?”\"]\s+|\n|,[”\"]? )(?P<name>[^.,;:!?\n“”\"]{2,80}?) "
    r"(?P<verb>sa(?:id|ys)|stated|claimed|confirmed|warned)"
    r"(?:(?: late| early)? on (?:[A-Z][a-z]+day|[A-Z][a-z]+\.? \d{1,2}))?, (?:as )?$"
)
"""Right before "according to Bloomberg" and "as reported by Bloomberg": whom that has it from."""
_REACH_CHARS = 90
DEEPEST = 2
"""No more often are words read that stand within what was read: nobody in the news tells that A said that B said that C
said that D said something, and text that repeats itself would be read a hundred times over."""
_SELF = word_table("i we me us he she they it him her his their my our them who which that you")


def with_nested(model: AttributionModel, pieces: Pieces, window: Window, found: Sequence[Found]) -> list[Found]:
    """Attributions with those that their contents hold, down to `DEEPEST`, in the order of their cues.

    Args:
        model: The network and its decoder's options.
        pieces: The text.
        window: Where in it the attributions were found.
        found: Those of the network's first pass, in word ranges over the window.
    """
    known = [turn_round(pieces, window[0], one) for one in found]
    to_read = [one for one, read in zip(known, found, strict=True) if one is read]
    for _ in range(DEEPEST):
        within: list[Found] = []
        for outer in to_read:
            cited = _find_cited(pieces, window[0], outer)
            if cited:
                known = [replace(one, contents=cited.contents) if one is outer else one for one in known]
            held = [cited] if cited else _find_within(model, pieces, window[0], outer, known)
            # "The agency, citing officials": the network takes the officials for what the agency says.
            cues = {one.cue for one in held}
            known = [one for one in known if one.source != outer.source or one.cue not in cues] + held
            within += held
        to_read = within
    return sorted(known, key=lambda one: one.cue)


def _find_within(
    model: AttributionModel, pieces: Pieces, begin: int, outer: Found, known: Sequence[Found]
) -> list[Found]:
    """The attributions that one holds: whoever it quotes, else those read in what it says."""
    if quoted := find_quoted(pieces, begin, outer):
        return [quoted]
    stretch = _stretch(outer)
    if stretch is None or not _may_hold(pieces, begin, stretch, known):
        return []
    first, last = begin + stretch[0], begin + stretch[1]
    scored = score_window(model, pieces, (first, last))
    inner = decode(scored.scores, pieces.first[first:last], pieces.line_start[first:last], model.decoding)
    return [
        _move(one, stretch[0]) for one in inner if one.score >= LEAST_SCORE and _is_another(pieces, first, one.source)
    ]


def _find_cited(pieces: Pieces, begin: int, outer: Found) -> Found | None:
    """Whoever a source cites for what it says, by the words round the two."""
    if outer.source is None:
        return None
    for cited in _citations(pieces, begin, outer):
        verb, name = (covering(pieces, begin, Span(*cited.span(part))) for part in ("verb", "name"))
        contents = tuple(
            part for part in without(outer.contents, name) if any(map(str.isalnum, _words(pieces, begin, part)))
        )
        is_whole = 0 <= verb[0] < verb[1] and 0 <= name[0] < name[1] and contents
        if is_whole and not verb[0] <= outer.cue[0] < verb[1]:
            return replace(outer, source=name, cue=verb, contents=contents)
    return None


def _words(pieces: Pieces, begin: int, part: Range) -> str:
    return pieces.text[pieces.starts[begin + part[0]] : pieces.ends[begin + part[1] - 1]]


def _citations(pieces: Pieces, begin: int, outer: Found) -> Iterator[re.Match[str]]:
    """Where the text says "The Telegraph, citing officials, reported that", or "p, it reported, citing officials".

    So it is in "Citing officials, The Telegraph reported", "Officials, according to The Telegraph, said" and "officials
    said, according to The Telegraph" too.
    """
    text, (start, end) = pieces.text, outer.source or outer.cue
    content = pieces.starts[begin + outer.contents[0][0]]
    source_starts, source_ends = pieces.starts[begin + start], pieces.ends[begin + end - 1]
    yield from _said_ahead(pieces, begin, outer)
    if ahead := _CITING_AHEAD.search(text, max(0, source_starts - _REACH_CHARS), source_starts):
        yield ahead
    if source_ends < content:
        content_ends = pieces.ends[begin + outer.contents[0][1] - 1]
        yield from (found for found in _CITING.finditer(text, source_ends, content_ends) if found.start() < content)
        yield from _cited_behind(text, content_ends)
        around = _ACCORDING.search(text, max(0, source_starts - _REACH_CHARS), content)
        if around and around.start("outlet") <= source_starts < around.end("outlet"):
            yield around
    else:
        yield from _cited_behind(text, max(source_ends, pieces.ends[begin + outer.cue[1] - 1]))


def _said_ahead(pieces: Pieces, begin: int, outer: Found) -> Iterator[re.Match[str]]:
    cue = int(pieces.starts[begin + outer.cue[0]])
    said = _SAID_AHEAD.search(pieces.text, max(0, cue - _REACH_CHARS), cue)
    if said is None or not _words(pieces, begin, outer.cue).casefold().startswith(("according", "reported by")):
        return
    name = covering(pieces, begin, Span(*said.span("name")))
    if may_speak(said["name"]) and not any(left < name[1] and name[0] < right for left, right in outer.contents):
        yield said


def _cited_behind(text: str, end: int) -> Iterator[re.Match[str]]:
    behind = _CITING_BEHIND.match(text, end)
    if behind and may_speak(behind["name"]):
        yield behind


def _stretch(outer: Found) -> Range | None:
    """What lies between source and cue and the end of what is said, or what is said before them."""
    first, last = outer.contents[0], outer.contents[-1]
    heads = [outer.cue, *([outer.source] if outer.source else [])]
    if first[0] >= min(head[0] for head in heads):
        begin = max((head[1] for head in heads if head[0] < last[0]), default=first[0])
        stretch = (begin, last[1])
    else:
        stretch = (first[0], min([first[1], *(head[0] for head in heads if head[0] > first[0])]))
    return stretch if stretch[1] - stretch[0] >= _FEWEST_PIECES else None


def _may_hold(pieces: Pieces, begin: int, stretch: Range, known: Sequence[Found]) -> bool:
    """A word of reporting stands there, and no attribution was found in it already."""
    if any(stretch[0] <= one.cue[0] < stretch[1] for one in known):
        return False
    return _REPORTING.search(_words(pieces, begin, stretch)) is not None


def _move(found: Found, by: int) -> Found:
    def moved(one: Range) -> Range:
        return one[0] + by, one[1] + by

    return replace(
        found,
        source=moved(found.source) if found.source else None,
        cue=moved(found.cue),
        contents=tuple(map(moved, found.contents)),
    )


def _is_another(pieces: Pieces, begin: int, source: Range | None) -> bool:
    """Tell whether a source can be someone else than the one whose words hold it: no pronoun, and no whole clause."""
    if source is None:
        return False
    words = _words(pieces, begin, source)
    return words.casefold() not in _SELF and len(words.split()) <= LONGEST_SOURCE_WORDS
