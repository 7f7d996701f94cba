"""Which statements of a story only pass on what another is cited for: "Doe said, citing the ministry"."""

import re
from collections import defaultdict
from collections.abc import Sequence, Set

from sayso.records import Attribution, Report, SourceKind, Span
from sayso.text.names import fold_name

_CITING = re.compile(r"citing|cite[sd]?|with (?:a )?reference to|refer(?:s|red) to|attribute[sd]? .*\bto")


def is_citing(cue: str) -> bool:
    """Tell whether a cue is that of one who is cited for what another tells: "citing", "with reference to"."""
    return _CITING.fullmatch(cue) is not None


def is_cited(report: Report) -> bool:
    """Tell whether a report's source is cited by another for its word: "Doe said, citing the ministry"."""
    return _CITING.match(report.told_by) is not None


def find_passed_on(attributions: Sequence[Attribution]) -> Set[int]:
    """The numbers of the attributions by whose words others speak: these say the same, through them.

    A document that somebody cites only bears him out; his word stays his.
    """
    same: dict[tuple[Span, ...], list[int]] = defaultdict(list)
    for number, one in enumerate(attributions):
        same[one.content].append(number)
    groups = (numbers for numbers in same.values() if len(numbers) > 1)
    return {
        outer
        for numbers in groups
        for outer in numbers
        if any(_is_through(attributions[outer], attributions[inner]) for inner in numbers if inner != outer)
    }


def _is_through(outer: Attribution, inner: Attribution) -> bool:
    name = outer.who.name if outer.who else None
    if name is None or inner.who is None or inner.grade is None or inner.who.kind is SourceKind.DOCUMENT:
        return False
    return fold_name(name) in {fold_name(via) for via in inner.grade.via}
