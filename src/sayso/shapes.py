"""The JSON shapes that other tools rely on: keys are added, never renamed."""

from collections.abc import Iterable
from dataclasses import asdict

from sayso.records import Attribution, Mark, Reading, Rejection, Span, Statement, Story

Json = dict[str, object]


def spans_shape(spans: Iterable[Span]) -> list[list[int]]:
    """Spans as lists of [start, end)."""
    return [[start, end] for start, end in spans]


def attribution_shape(attribution: Attribution) -> Json:
    """An attribution by its offsets."""
    return {
        "source": spans_shape(attribution.source),
        "cue": spans_shape(attribution.cue),
        "content": spans_shape(attribution.content),
        "speech": str(attribution.speech),
        "score": attribution.score,
    }


def mark_shape(mark: Mark) -> Json:
    """A mark with its reason and what was read out of it."""
    return {"kind": str(mark.kind), "span": list(mark.span), "reason": mark.reason, "values": dict(mark.values)}


def story_shape(story: Story) -> Json:
    """A story without the bytes that it came in; what is not known is left out."""
    return {key: value for key, value in asdict(story).items() if key != "raw" and value is not None}


def reading_shape(reading: Reading) -> Json:
    """A line of `sayso read --jsonl`: the story, its attributions, its marks."""
    shape = story_shape(reading.story)
    shape["attributions"] = [attribution_shape(attribution) for attribution in reading.attributions]
    shape["marks"] = [mark_shape(mark) for mark in reading.marks]
    if reading.unread:
        shape["unread"] = reading.unread
    return shape


def rejection_shape(rejection: Rejection) -> Json:
    """A story that could not be read, with what to do next."""
    return asdict(rejection)


def statement_shape(statement: Statement) -> Json:
    """A statement in words, with the offsets of its attribution in the story."""
    attribution = statement.attribution
    return {
        "story_id": statement.story_id,
        "revision": statement.revision,
        "title": statement.title,
        "outlet": statement.outlet,
        "published": statement.published,
        "modified": statement.modified,
        "url": statement.url,
        "note": statement.note,
        "source": statement.source,
        "cue": statement.cue,
        "content": statement.content,
        "speech": str(attribution.speech),
        "score": attribution.score,
        "source_spans": spans_shape(attribution.source),
        "cue_spans": spans_shape(attribution.cue),
        "content_spans": spans_shape(attribution.content),
    }
