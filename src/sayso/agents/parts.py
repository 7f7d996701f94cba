"""The parts of a trace, as an assistant asks for them by name."""

from collections.abc import Sequence

from sayso.errors import UsageError
from sayso.records import Origin, Report
from sayso.trace import Trace


def not_recorded(found: Trace) -> list[Report]:
    """The reports of which no source is recorded."""
    return [report for origin in found.origins if not origin.name for report in origin.reports]


def part_of(found: Trace, part: str) -> tuple[str | None, Sequence[Report]]:
    """Whose reports are asked for, and they.

    Raises:
        UsageError: the trace has no such part.
    """
    named: list[Origin] = [origin for origin in found.origins if origin.name]
    parts = {f"origin {n}": (one.name, one.reports) for n, one in enumerate(named, 1)}
    parts |= {f"denial {n}": (one.name, one.reports) for n, one in enumerate(found.denials, 1)}
    parts |= {"no comment": (None, found.no_comment), "not recorded": (None, tuple(not_recorded(found)))}
    if part not in parts:
        raise UsageError(
            f'"{part}" is no part of this trace',
            f"origin 1 to {len(named)}, denial 1 to {len(found.denials)}, no comment or not recorded",
            "Call trace_claim with the same claim to see its parts",
        )
    return parts[part]
