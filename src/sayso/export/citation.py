"""A claim with whom it rests on and where each says so, as plain text to quote in a document."""

from collections.abc import Iterator, Sequence
from datetime import date

from sayso.records import Origin
from sayso.text.counts import tell_count
from sayso.text.days import tell_day
from sayso.trace import PLAIN_SHARE, Trace
from sayso.version import __version__

_MARKS = frozenset('“”„«»"')
PERHAPS = " – perhaps: these words may mean something else"
NO_VERDICT = "By the stories at hand: what rests on what, not whether it is true."


def cite_claim(trace: Trace, drawn: date) -> str:
    """What a trace tells, with its sources.

    Args:
        trace: The claim.
        drawn: The day on which it was traced.
    """
    counted = tell_count(trace.reports, "report")
    if trace.outlets:
        counted += f" in {tell_count(trace.outlets, 'outlet')}"
    spread = f" ({trace.spread})" if trace.spread else ""
    as_of = f", as of {tell_day(trace.as_of.isoformat())}" if trace.as_of else ""
    told = [
        f"“{trace.claim}”",
        f"{str(trace.standing).capitalize()}: {trace.standing.meaning}",
        f"{counted}, resting on {trace.resting}{spread}{as_of}.",
        *_list_origins("Said by", trace.stating),
        *_list_origins("Denied by", [one for one in trace.denials if one.name]),
        "",
        f"Traced with sayso {__version__} on {tell_day(drawn.isoformat())}. {NO_VERDICT}",
    ]
    return "\n".join(told)


def _list_origins(heading: str, origins: Sequence[Origin]) -> Iterator[str]:
    if origins:
        yield f"\n{heading}:"
    for one in origins:
        best, side = one.best, " and ".join(one.sides)
        whose = f" ({side})" if side and side != one.name else ""
        title = f"“{best.title}”" if best.title else None
        where = ", ".join(filter(None, (best.outlet, title, tell_day(best.published), best.url)))
        more = len({report.story_id for report in one.reports}) - 1
        also = f", and {tell_count(more, 'more story', 'more stories')}" if more else ""
        yield f"- {one.name}{whose}: {_quoted(best.quote)} ({where}{also}){PERHAPS if best.score < PLAIN_SHARE else ''}"


def _quoted(words: str) -> str:
    """Words between quotation marks, unless they have some of their own."""
    plain = " ".join(words.split())
    return plain if _MARKS.intersection(plain) else f"“{plain}”"
