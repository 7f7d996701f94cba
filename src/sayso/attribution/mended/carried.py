"""Quoted paragraphs that nobody is named for: they are whose the quotation is that they go on with, or lead to.

"“It leaks,” she told reporters." is followed by "“It has always leaked.”", which the network often leaves to nobody;
and "“It leaks." by "“It has always leaked,” she told reporters.", where no mark closes what goes on.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from sayso.records import Attribution, SourceKind, Span, Speech

_QUOTED_PARAGRAPH = re.compile(r"[“\"][^“”\"]{20,}[.!?…](?:[”\"]|\Z)")
"""Nothing but one quotation, which may go on in the next paragraph."""
_OPEN_PARAGRAPH = re.compile(r"[“\"][^“”\"]{20,}[.!?…:]")
"""One that does: no mark closes it."""
_VERB = re.compile(r"[a-z]")
_WRITER = ("I", "we", "We")


def carry_on(text: str, lines: Sequence[Span], attributions: Sequence[Attribution]) -> list[Attribution]:
    """The attributions with the quoted paragraphs that go on with what their speaker says right before, or lead to it.

    Args:
        text: The story.
        lines: Its paragraphs among which the attributions stand.
        attributions: Those of one window.
    """
    carried = _go_on(text, lines, attributions, _is_quoted)
    return _go_on(text, lines, _led_to(text, lines, carried), _is_told)


def _go_on(
    text: str, lines: Sequence[Span], attributions: Sequence[Attribution], behind: Callable[[str, Attribution], bool]
) -> list[Attribution]:
    """The attributions with the quoted paragraphs behind those of one form.

    Behind words that are not quoted, a quotation must close somewhere: one that does not may lead to somebody else.
    """
    carried = list(attributions)
    speaking: int | None = None
    run: list[Span] = []
    for line in lines:
        here = [number for number, one in enumerate(carried) if _stands_in(line, one)]
        if here:
            speaking, run = here[-1] if behind(text, carried[here[-1]]) else None, []
        elif speaking is not None and _QUOTED_PARAGRAPH.fullmatch(line.of(text)):
            run.append(line)
            one = carried[speaking]
            is_told = one.speech is Speech.INDIRECT
            if not is_told or _OPEN_PARAGRAPH.fullmatch(line.of(text)) is None:
                speech = Speech.MIXED if is_told else one.speech
                carried[speaking], run = replace(one, content=(*one.content, *run), speech=speech), []
        else:
            speaking = None
    return carried


def _led_to(text: str, lines: Sequence[Span], attributions: Sequence[Attribution]) -> list[Attribution]:
    """The attributions with the open quotations right before the paragraphs that theirs begin."""
    led = list(attributions)
    leading: int | None = None
    for line in reversed(lines):
        here = [number for number, one in enumerate(led) if _stands_in(line, one)]
        if here:
            begun = (number for number in here for first in led[number].content[:1] if first.start == line.start)
            leading = next(begun, None)
        elif leading is not None and _OPEN_PARAGRAPH.fullmatch(line.of(text)):
            led[leading] = replace(led[leading], content=(line, *led[leading].content))
        else:
            leading = None
    return led


def _stands_in(line: Span, attribution: Attribution) -> bool:
    return any(line.overlaps(part) for part in (*attribution.source, *attribution.cue, *attribution.content))


def _is_quoted(text: str, attribution: Attribution) -> bool:
    """Tell whether somebody is quoted by a verb; not so where a dash signs what stands before it."""
    return _has_verb(text, attribution) and attribution.speech is not Speech.INDIRECT


def _is_told(text: str, attribution: Attribution) -> bool:
    """Tell whether one person says something in words that are not quoted; not so the writer, who asks others."""
    told = attribution.told
    if not (_has_verb(text, attribution) and attribution.speech is Speech.INDIRECT and told):
        return False
    is_writer = attribution.source[0].of(text) in _WRITER
    return not is_writer and list(SourceKind)[told.kind.index(max(told.kind))] is SourceKind.PERSON


def _has_verb(text: str, attribution: Attribution) -> bool:
    return bool(attribution.source) and any(_VERB.search(cue.of(text)) for cue in attribution.cue)
