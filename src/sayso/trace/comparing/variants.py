"""How the figure of a claim changed on its way: "30" on Monday, "several hundred" on Wednesday."""

from collections.abc import Callable, Iterable, Sequence

from sayso.claims.figures import find_counts, stem_word, without_figures
from sayso.ledger import split_words
from sayso.records import Report, Stance, Variant
from sayso.trace.comparing.reports import split_parts
from sayso.trace.finding.candidates import Candidate
from sayso.trace.finding.days import time_of
from sayso.trace.finding.query import content_words

FEWEST_COUNTED = 2
"""A figure of one ("one of the soldiers") seldom counts anything."""


def find_variants(
    claim: str, reports: Sequence[Report], compare: Callable[[str], Sequence[Report]]
) -> tuple[Variant, ...]:
    """The figures of a claim; where it asks for one, those of all that say the same with another figure.

    Args:
        claim: The claim.
        reports: Its reports.
        compare: Finds the reports of another claim among the same propositions.
    """
    bare = without_figures(claim)
    told = compare(bare) if bare != claim and split_words(bare) else reports
    return tell_variants(bare, (report for report in told if report.stance is Stance.SUPPORTS))


def find_varying(claim: str, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Those whose words may give another figure for a claim, and need be compared with it once more for that.

    Of a claim of several parts each must be stated, by whatever words.
    """
    if len(split_parts(claim)) > 1:
        return list(candidates)
    counted = {stem_word(word) for word in content_words(claim)}
    return [
        one for one in candidates if any(figure.most >= FEWEST_COUNTED for _, figure in find_counts(one.words, counted))
    ]


def tell_variants(claim: str, reports: Iterable[Report]) -> tuple[Variant, ...]:
    """The figures that reports of a claim count what it names by, in the order in which they were first told.

    The same figure put otherwise is one ("30" and "thirty"); "30" and "at least 30" are two.
    """
    counted = {stem_word(word) for word in content_words(claim)}
    told: dict[tuple[float, float, bool], Variant] = {}
    for report in sorted(reports, key=time_of):
        for words, figure in find_counts(report.words, counted):
            if figure.most >= FEWEST_COUNTED:
                told.setdefault((figure.least, figure.most, figure.is_share), Variant(words, report))
    return tuple(told.values())
