"""Which statements of a story are nobody's own: passed on from whom another cites, or denied to have been made."""

import re
from collections import defaultdict
from collections.abc import Sequence, Set

from sayso.records import Attribution, Report, SourceKind, Span
from sayso.text.names import fold_name

_THAT = re.compile(r"that (?:the |an? |any )?", re.IGNORECASE)
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


def find_denied(text: str, attributions: Sequence[Attribution]) -> Set[int]:
    """The numbers of the attributions that another denies: "denied that the police had said so".

    Who "rejected Doe's claim that" leaves it Doe's.
    """
    denied = [
        one
        for one in attributions
        if one.grade and any(ground.field == "denied" and ground.span in one.cue for ground in one.grade.grounds)
    ]
    return {
        number
        for number, inner in enumerate(attributions)
        if inner.source and any(_opens_with(text, outer, inner.source[0]) for outer in denied if outer is not inner)
    }


def _opens_with(text: str, outer: Attribution, source: Span) -> bool:
    """Tell whether what one denies is that a source said something."""
    content = outer.content[0] if outer.content else None
    return content is not None and _THAT.fullmatch(text, content.start, max(content.start, source.start)) is not None


def _is_through(outer: Attribution, inner: Attribution) -> bool:
    name = outer.who.name if outer.who else None
    if name is None or inner.who is None or inner.grade is None or inner.who.kind is SourceKind.DOCUMENT:
        return False
    return fold_name(name) in {fold_name(via) for via in inner.grade.via}
