"""What kind a source is: what the rules say of its words, weighed with what the model read wherever it speaks."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from sayso.inference.statements import RULE_WEIGHT, weigh
from sayso.records import Attribution, Source, SourceKind
from sayso.sources.bodies import find_body


def weigh_kinds(
    sources: Sequence[Source], attributions: Sequence[Attribution], rule_weight: float = RULE_WEIGHT
) -> list[Source]:
    """Give each source of a story its likeliest kind; one without a name stays anonymous."""
    read: dict[str, list[tuple[float, ...]]] = defaultdict(list)
    for source, attribution in zip(sources, attributions, strict=True):
        if source.name and attribution.told:
            read[source.name].append(attribution.told.kind)
    together = {name: np.mean(likelihoods, axis=0) for name, likelihoods in read.items()}
    return [
        source if _is_known(source) else _weigh_kind(source, together.get(source.name or ""), rule_weight)
        for source in sources
    ]


def _is_known(source: Source) -> bool:
    """Tell whether a name leaves no doubt: a person's or an outlet's, or that of a body in the tables."""
    name = source.name or ""
    named = name[:1].isupper() and source.kind in (SourceKind.PERSON, SourceKind.MEDIA)
    return named or find_body(name) is not None


def _weigh_kind(source: Source, likelihood: Sequence[float] | None, rule_weight: float) -> Source:
    if likelihood is None:
        return source
    # The rule is worth less where it is unsure who that is, or what its noun tells.
    kind = weigh(source.kind, likelihood, rule_weight * source.score)
    return source if kind is source.kind else replace(source, kind=kind, reason=f"{source.reason}; its kind as read")
