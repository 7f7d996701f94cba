"""A story before anybody in it was heard: its cast, its quotations and its turns."""

import re
from collections.abc import Sequence

from sayso.records import Attribution, Mark, MarkKind, Span, Story, day_of
from sayso.sources.meaning.speakers import Scene
from sayso.sources.names.people import build_cast
from sayso.text.quotes import Quotations
from sayso.text.turns import ANSWER, QUESTION, find_turns, shortens

_NOT_TOLD = (MarkKind.BYLINE, MarkKind.CREDIT, MarkKind.PROMO)
"""Marks whose names are those of reporters and outlets, or of another story."""
_SHOUTED = re.compile(r"^[^a-z\n]{24,}$", re.MULTILINE)
"""A heading in capitals; its words are no names."""


def open_scene(story: Story, marks: Sequence[Mark], attributions: Sequence[Attribution] = ()) -> Scene:
    """A story in which nobody was heard yet."""
    speaking = tuple(span for attribution in attributions for span in attribution.source)
    not_told = (mark.span for mark in marks if mark.kind in _NOT_TOLD)
    left_out = [span for span in not_told if not any(span.overlaps(source) for source in speaking)]
    left_out += [Span(*shouted.span()) for shouted in _SHOUTED.finditer(story.text)]
    turns = find_turns(story.text)
    left_out += [turn.span for turn in turns if turn.name in (QUESTION, ANSWER)]
    left_out += [turn.span for turn in turns if story.outlet and shortens(turn.name, story.outlet)]
    cast, quotes = build_cast(story.text, left_out, day_of(story.published)), Quotations.of(story.text)
    return Scene(story, story.text, cast, quotes, turns, speaking)
