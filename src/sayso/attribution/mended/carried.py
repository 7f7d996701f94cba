"""Quoted paragraphs behind a speaker's words, which nobody is named for: they are that speaker's, too.

"“It leaks,” she told reporters." is followed by "“It has always leaked.”", which the network often leaves to nobody.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from sayso.records import Attribution, Span, Speech

_QUOTED_PARAGRAPH = re.compile(r"[“\"][^“”\"]{20,}[.!?…](?:[”\"]|\Z)")
"""Nothing but one quotation, which may go on in the next paragraph."""
_VERB = re.compile(r"[a-z]")


def carry_on(text: str, lines: Sequence[Span], attributions: Sequence[Attribution]) -> list[Attribution]:
    """The attributions with the quoted paragraphs that go on with what their speaker says right before.

    Args:
        text: The story.
        lines: Its paragraphs among which the attributions stand.
        attributions: Those of one window.
    """
    carried = list(attributions)
    speaking: int | None = None
    for line in lines:
        here = [number for number, one in enumerate(carried) if _stands_in(line, one)]
        if here:
            speaking = here[-1] if _is_quoted(text, carried[here[-1]]) else None
        elif speaking is not None and _QUOTED_PARAGRAPH.fullmatch(line.of(text)):
            carried[speaking] = replace(carried[speaking], content=(*carried[speaking].content, line))
        else:
            speaking = None
    return carried


def _stands_in(line: Span, attribution: Attribution) -> bool:
    return any(line.overlaps(part) for part in (*attribution.source, *attribution.cue, *attribution.content))


def _is_quoted(text: str, attribution: Attribution) -> bool:
    """Tell whether somebody is quoted by a verb; not so where a dash signs what stands before it."""
    has_verb = any(_VERB.search(cue.of(text)) for cue in attribution.cue)
    return bool(attribution.source) and has_verb and attribution.speech is not Speech.INDIRECT
