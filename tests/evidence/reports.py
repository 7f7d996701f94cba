"""Invented sentences with their parts marked: <source>, {cue}, |content|."""

import re
from collections.abc import Sequence

from sayso.evidence import grade_attributions, trace_intermediaries
from sayso.evidence.via.media import FindOutlet
from sayso.records import Attribution, Event, Grade, Mark, Source, SourceKind, Span, Speech, Story

OUTLET_OF_TESTS = "Example News"
_PART = re.compile(r"<(?P<source>[^<>]*)>|\{(?P<cue>[^{}]*)\}|\|(?P<content>[^|]*)\|")


def report(marked: str) -> tuple[str, Attribution]:
    """The plain text of a marked sentence, and its one attribution."""
    spans: dict[str, list[Span]] = {"source": [], "cue": [], "content": []}
    text, at = "", 0
    for part in _PART.finditer(marked):
        text += marked[at : part.start()]
        role = part.lastgroup or ""
        spans[role].append(Span(len(text), len(text) + len(part[role])))
        text += part[role]
        at = part.end()
    text += marked[at:]
    attribution = Attribution(*(tuple(spans[role]) for role in spans), speech=Speech.INDIRECT, score=1.0)
    return text, attribution


def grade(marked: str, outlet: str | None = "Example News", events: tuple[Event, ...] = ()) -> Grade:
    """The grade of the one attribution of a marked sentence."""
    text, attribution = report(marked)
    (graded,) = grade_story(Story(id="s", text=text, outlet=outlet), (attribution,), events=events)
    return graded


def grade_story(
    story: Story,
    attributions: Sequence[Attribution],
    marks: Sequence[Mark] = (),
    events: Sequence[Event] = (),
    find_outlet: FindOutlet | None = None,
) -> tuple[Grade, ...]:
    """The grades of all attributions of a story."""
    through = trace_intermediaries(story, marks, attributions, find_outlet)
    return grade_attributions(story, attributions, through, events)


def find(text: str, words: str, after: int = 0) -> tuple[Span, ...]:
    """Where some words stand in a text; nowhere for none."""
    if not words:
        return ()
    start = text.index(words, after)
    return (Span(start, start + len(words)),)


def said(text: str, source: str, cue: str, content: str, name: str | None = None, kind: str = "person") -> Attribution:
    """An attribution by its words; `name` resolves its source."""
    who = Source(name, SourceKind(kind)) if name else None
    spans = (find(text, source), find(text, cue), find(text, content))
    return Attribution(*spans, speech=Speech.INDIRECT, score=1.0, who=who)


def chains(
    text: str, *attributions: Attribution, outlet: str | None = "Example News", marks: tuple[Mark, ...] = ()
) -> list[tuple[str, ...]]:
    """Through whom each of some attributions came."""
    story = Story(id="s", text=text, outlet=outlet)
    return [grade.via for grade in grade_story(story, attributions, marks)]
