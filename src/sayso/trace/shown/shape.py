"""A trace as JSON; keys are added, never renamed."""

from sayso.records import Origin, Report, Turn, Variant
from sayso.shapes import Json, spans_shape
from sayso.trace.trace import Trace


def trace_shape(trace: Trace) -> Json:
    """A trace with its counts, its origins and every report of them, with offsets into the stories' texts.

    `counted` tells of an origin that its words plainly state the claim, or do so best where none do. `support`, `deny`
    and `no_comment` hold ids of stories; `reports` of an origin are ids, `chain` says where in each story the words
    stand.
    """
    counted = trace.stating
    return {
        "claim": trace.claim,
        "as_of": trace.as_of.isoformat() if trace.as_of else None,
        "standing": str(trace.standing),
        "doubtful": trace.doubtful,
        "reports": trace.reports,
        "outlets": trace.outlets,
        "independent_origins": trace.independent_origins.likely,
        "independent_origins_range": [trace.independent_origins.least, trace.independent_origins.most],
        "support": list(trace.support),
        "deny": list(trace.deny),
        "no_comment": sorted({report.story_id for report in trace.no_comment}),
        "origins": [origin_shape(origin, counted=origin in counted) for origin in trace.origins if origin.name],
        "denials": [origin_shape(origin, counted=True) for origin in trace.denials],
        "not_recorded": [report_shape(r) for origin in trace.origins if not origin.name for r in origin.reports],
        "texts": [
            {"family": text.family, "stories": list(text.stories), "original": text.original} for text in trace.texts
        ],
        "history": [turn_shape(turn) for turn in trace.history],
        "variants": [variant_shape(variant) for variant in trace.variants],
        "absent_words": list(trace.absent_words),
        "meant": trace.meant,
        "sentences_aside": trace.sentences_aside,
        "stories_aside": trace.stories_aside,
    }


def origin_shape(origin: Origin, *, counted: bool) -> Json:
    """One origin, and whether it is counted; `side` names all sides that it speaks for."""
    return {
        "name": origin.name,
        "kind": origin.kind and str(origin.kind),
        "side": " and ".join(origin.sides) or None,
        "sides": list(origin.sides),
        "since": origin.since,
        "until": origin.until,
        "certainty": str(origin.certainty),
        "evidence": str(origin.evidence),
        "quotation": origin.best.words,
        "score": origin.score,
        "reason": origin.reason,
        "reports": list(dict.fromkeys(report.story_id for report in origin.reports)),
        "chain": [report_shape(report) for report in origin.reports],
        "counted": counted,
    }


def variant_shape(variant: Variant) -> Json:
    """A figure, who told it first, and where."""
    first = variant.first
    return {
        "figure": variant.figure,
        "source": first.source and first.source.name,
        "published": first.published,
        "story_id": first.story_id,
        "words": first.words,
    }


def report_shape(report: Report) -> Json:
    """What one story says, by whose word, in which characters of its text."""
    return {
        "story_id": report.story_id,
        "outlet": report.outlet,
        "published": report.published,
        "title": report.title,
        "url": report.url,
        "source_name": report.source and report.source.name,
        "stance": str(report.stance),
        "certainty": str(report.certainty),
        "evidence": str(report.evidence),
        "via": list(report.via),
        "words": report.words,
        "spans": spans_shape(report.proposition.spans),
        "score": report.score,
        "judged": [judgement.reason for judgement in report.judged],
    }


def turn_shape(turn: Turn) -> Json:
    """A day on which the count or the standing changed."""
    return {
        "as_of": turn.day,
        "independent_origins": turn.count.likely,
        "standing": str(turn.standing),
        "brought_by": list(turn.brought_by),
    }
