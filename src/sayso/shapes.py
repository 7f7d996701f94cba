"""The JSON shapes that other tools rely on: keys are added, never renamed."""

from collections.abc import Iterable
from dataclasses import asdict

from sayso.records import (
    Attribution,
    Change,
    Grade,
    Judgement,
    Lineage,
    Mark,
    Reading,
    Rejection,
    Revision,
    Source,
    Span,
    Statement,
    Story,
)

Json = dict[str, object]


def spans_shape(spans: Iterable[Span]) -> list[list[int]]:
    """Spans as lists of [start, end)."""
    return [[start, end] for start, end in spans]


def attribution_shape(attribution: Attribution) -> Json:
    """An attribution by its offsets, with who its source is and the grades of what it says, where it has them."""
    shape: Json = {
        "source": spans_shape(attribution.source),
        "cue": spans_shape(attribution.cue),
        "content": spans_shape(attribution.content),
        "speech": str(attribution.speech),
        "score": attribution.score,
    }
    return shape | judged_shape(attribution)


def judged_shape(attribution: Attribution) -> Json:
    """Who an attribution's source is and the grades of what it says; nothing where it was not resolved or graded."""
    who = source_shape(attribution.who) if attribution.who else {}
    return who | (grade_shape(attribution.grade) if attribution.grade else {})


def source_shape(source: Source) -> Json:
    """A resolved source; `identity` is what tells it from all others across stories."""
    return {
        "source_name": source.name,
        "source_kind": str(source.kind),
        "source_role": source.role,
        "affiliation": source.affiliation,
        "side": source.side,
        "met_by": source.met_by,
        "source_score": source.score,
        "source_reason": source.reason,
        "named_in": spans_shape(source.named_in),
        "identity": asdict(source.identity) if source.identity else None,
    }


def grade_shape(grade: Grade) -> Json:
    """How sure a source is, on what it rests and through whom it came, with the words that say so."""
    return {
        "certainty": str(grade.certainty),
        "polarity": str(grade.polarity),
        "certainty_score": grade.score,
        "factuality": grade.factuality,
        "evidence": str(grade.evidence),
        "denied": grade.denied,
        "negated": grade.negated,
        "via": list(grade.via),
        "clauses": [
            {
                "span": list(clause.span),
                "certainty": str(clause.certainty),
                "polarity": str(clause.polarity),
                "score": clause.score,
            }
            for clause in grade.clauses
        ],
        "grounds": [
            {"field": ground.field, "span": list(ground.span), "words": ground.words, "reason": ground.reason}
            for ground in grade.grounds
        ],
    }


def mark_shape(mark: Mark) -> Json:
    """A mark with its reason and what was read out of it."""
    return {"kind": str(mark.kind), "span": list(mark.span), "reason": mark.reason, "values": dict(mark.values)}


def story_shape(story: Story) -> Json:
    """A story without the bytes that it came in; what is not known is left out."""
    return {key: value for key, value in asdict(story).items() if key != "raw" and value not in (None, ())}


def reading_shape(reading: Reading) -> Json:
    """A line of `sayso read --jsonl`: the story, its attributions, its marks."""
    shape = story_shape(reading.story)
    shape["attributions"] = [attribution_shape(attribution) for attribution in reading.attributions]
    shape["marks"] = [mark_shape(mark) for mark in reading.marks]
    if reading.unread:
        shape["unread"] = reading.unread
    return shape


def lineage_shape(lineage: Lineage) -> Json:
    """A line of `sayso lineage --all --jsonl`: families with the main one first, parents with the likeliest first.

    An extent is [[start, end) here, [start, end) in the parent].
    """
    return {
        "id": lineage.story_id,
        "families": list(lineage.families),
        "kind": str(lineage.kind),
        "parents": [
            {
                "id": parent.story_id,
                "reason": parent.reason,
                "confidence": parent.confidence,
                "extents": [[list(extent.here), list(extent.there)] for extent in parent.extents],
            }
            for parent in lineage.parents
        ],
        "unrecorded": lineage.unrecorded,
    }


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
        **judged_shape(attribution),
        "judged": statement.judged and judgement_shape(statement.judged),
    }


def judgement_shape(judgement: Judgement) -> Json:
    """A decision with its number, and that of the one that superseded it."""
    return {
        "number": judgement.number,
        "kind": str(judgement.kind),
        "one": judgement.one,
        "words": judgement.words,
        "other": judgement.other,
        "name": judgement.name,
        "verdict": str(judgement.verdict),
        "who": judgement.who,
        "why": judgement.why,
        "judged_at": judgement.judged_at,
        "superseded_by": judgement.superseded_by,
    }


def revision_shape(revision: Revision, changes: Iterable[Change]) -> Json:
    """One text of a story, and what changed from the one before: the words, and characters of either text."""
    return {
        "number": revision.number,
        "added_at": revision.added_at,
        "title": revision.story.title,
        "text": revision.story.text,
        "changes": [{"before": list(one.before), "after": list(one.after)} for one in changes],
    }
