"""Tracing a claim: which stories report it, on whose word, and on how many independent origins it rests."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from sayso.claims.comparison import Comparer, shipped_comparison_model
from sayso.claims.remembered import RememberedComparisons
from sayso.frames import make_frame
from sayso.ledger import Ledger
from sayso.records import Count, Lineage, Origin, Report, Stance, Standing, Turn, Variant
from sayso.records.origins import count_outlets
from sayso.text.counts import tell_count
from sayso.trace.answering import answering, on_the_matter
from sayso.trace.comparing.judged import NOTHING_JUDGED, judge_candidates
from sayso.trace.comparing.reports import count_passed_over, find_reports, split_parts
from sayso.trace.comparing.variants import find_variants, find_varying
from sayso.trace.finding.candidates import find_candidates
from sayso.trace.finding.days import time_of
from sayso.trace.finding.mistyped import meant_claim
from sayso.trace.finding.query import weigh_words
from sayso.trace.finding.questions import read_question
from sayso.trace.origins.known import KnownSources
from sayso.trace.origins.origins import Finder, find_origins
from sayso.trace.origins.texts import TracedText, find_lineages, find_texts
from sayso.trace.standing import count_independent, stating_origins, tell_history, tell_standing

if TYPE_CHECKING:
    import pandas

DOUBTFUL_SHARE = 0.6
"""Where no origin's words state a claim so likely, all that is counted may mean something else.

So it is for 9 of the 99 claims of the founding event and of the small families in sight that have an origin.
"""


@dataclass(frozen=True, slots=True)
class Trace:
    """A claim and what the stories of a ledger rest it on.

    Attributes:
        claim: What was asked.
        as_of: The last day that counts, as the outlets date it; None for all, undated stories too.
        standing: Where the claim stands by its origins; never whether it is true.
        independent_origins: The number of sides among the origins that support it.
        origins: Where the reports that support it end, first come first; what is not recorded last, without a name.
        denials: The same of those that deny it.
        no_comment: Reports that nothing was said, confirmed or answered on it.
        texts: The separate texts in which it is supported: a story and its copies are one.
        history: The days on which the count or the standing changed.
        variants: The figures that the claim was told with, in the order in which they came up.
        lineages: Where the texts of the stories that support it come from among these, then those of the stories that
            deny it.
        absent_words: Words of the claim that stand in no story: it may be put otherwise there, or not be there.
        meant: The claim with words of the stories for those that may be mistyped; None where none is.
        sentences_aside: How many sentences of the stories looked through were not compared, as they share fewer words
            with the claim than those that were.
        stories_aside: How many stories, at the least, have enough of its words and were not looked through, as others
            have more.
    """

    claim: str
    as_of: date | None
    standing: Standing
    independent_origins: Count
    origins: tuple[Origin, ...]
    denials: tuple[Origin, ...]
    no_comment: tuple[Report, ...]
    texts: tuple[TracedText, ...]
    history: tuple[Turn, ...]
    variants: tuple[Variant, ...] = ()
    lineages: tuple[Lineage, ...] = ()
    absent_words: tuple[str, ...] = ()
    meant: str | None = None
    sentences_aside: int = 0
    stories_aside: int = 0

    @property
    def support(self) -> tuple[str, ...]:
        """Ids of the stories that support it, in time."""
        return _stories(self.origins)

    @property
    def deny(self) -> tuple[str, ...]:
        """Ids of the stories in which it is denied, in time."""
        return _stories(self.denials)

    @property
    def reports(self) -> int:
        """How many stories support it."""
        return len(self.support)

    @property
    def outlets(self) -> int:
        """How many outlets published these."""
        return count_outlets(report for origin in self.origins for report in origin.reports)

    @property
    def stating(self) -> tuple[Origin, ...]:
        """The recorded origins whose words plainly state it; where none do, those of the words that do so best."""
        return stating_origins(self.origins)

    @property
    def is_unheard(self) -> bool:
        """Whether no story says it, denies it or tells that nothing was said on it."""
        return not (self.origins or self.denials or self.no_comment)

    @property
    def resting(self) -> str:
        """On how many origins it rests, and on how many sides these are, as it is told: "4 origins on 3 sides"."""
        origins, sides = len(self.stating), self.independent_origins.likely
        if not origins:
            return "no recorded origin"
        return f"{origins} {'origin' if origins == 1 else 'origins'} on {sides} {'side' if sides == 1 else 'sides'}"

    @property
    def spread(self) -> str:
        """How many sides it may be, and why; empty where that is sure."""
        count = self.independent_origins
        return "" if count.least == count.most else f"{count.in_words}, as some reports or joins are unsure"

    @property
    def unsure(self) -> tuple[Origin, ...]:
        """The other recorded origins, likeliest first: their words may mean something else."""
        counted = {id(origin) for origin in self.stating}
        others = (origin for origin in self.origins if origin.name and id(origin) not in counted)
        return tuple(sorted(others, key=lambda origin: -origin.best.score))

    @property
    def aside(self) -> str:
        """How much was left aside: "87 sentences and at least 2 stories"; empty where nothing was."""
        told = [tell_count(self.sentences_aside, "sentence")] if self.sentences_aside else []
        told += [f"at least {tell_count(self.stories_aside, 'story', 'stories')}"] if self.stories_aside else []
        return " and ".join(told)

    @property
    def doubtful(self) -> bool:
        """Whether there are origins, and the words of all are hardly likelier than not to state it."""
        return bool(self.stating) and self.stating[0].best.score < DOUBTFUL_SHARE

    def to_frame(self) -> "pandas.DataFrame":
        """A row for each report of an origin.

        Raises:
            UsageError: pandas is not installed.
        """
        return make_frame(
            {
                "stance": str(report.stance),
                "origin": origin.name,
                "kind": origin.kind and str(origin.kind),
                "sides": list(origin.sides),
                "story_id": report.story_id,
                "outlet": report.outlet,
                "published": report.published,
                "words": report.words,
                "certainty": str(report.certainty),
                "evidence": str(report.evidence),
                "via": list(report.via),
                "score": report.score,
            }
            for origins in (self.origins, self.denials)
            for origin in origins
            for report in origin.reports
        )


def trace(
    ledger: Ledger,
    query: str,
    as_of: date | None = None,
    model: Comparer | None = None,
    *,
    everything: bool = False,
    with_judgements: bool = True,
) -> Trace:
    """Trace a claim through a ledger.

    Args:
        ledger: Where to look.
        query: The claim, in any words: a phrase, a question, a sentence; parts that must all hold with ";" between.
        as_of: Leave out stories published or changed after this day, and undated ones.
        model: What compares words with the claim; by default the one that comes with sayso, and what it told before of
            stories of this ledger.
        everything: Compare all that the stories say, not only what shares most words with the claim.
        with_judgements: Whether what analysts decided stands over what the machine tells.

    Returns:
        The trace; unrecorded, with zeros, where no story says it.

    Raises:
        UsageError: The query holds no word.
        LedgerError: The ledger cannot be read.
        ModelError: The model is damaged.
    """
    # Bytes of a command line that are no UTF-8 come as halves of surrogate pairs, which nothing can read.
    query = query.encode("utf-8", "replace").decode()
    question = read_question(query)
    asked = [weigh_words(ledger, part) for part in split_parts(question.claim)]
    found = find_candidates(ledger, [one.weights for one in asked], as_of, everything=everything)
    candidates, judged = on_the_matter(ledger, question, found.found), NOTHING_JUDGED
    if with_judgements:
        with ledger.one_state():
            candidates, judged = judge_candidates(ledger, query, question, candidates, as_of)
    sources = [one.who for one in candidates if one.who]
    known = KnownSources([*sources, *found.other_sources, *judged.origins.values()], judged.same_source)
    speakers = known.called(question.speaker) if question.speaker else frozenset()
    if question.speaker and not speakers and not question.is_denial:
        question = replace(question, claim=query, speaker=None)
    comparer = model or RememberedComparisons(ledger, shipped_comparison_model())
    compare = partial(find_reports, comparer, candidates=candidates, everything=everything)
    reports = compare(question.claim, judged=judged)

    def compare_counting(bare: str) -> tuple[Report, ...]:
        return compare(bare, candidates=find_varying(bare, candidates), judged=judged.without_rulings())

    variants = find_variants(question.claim, reports, compare_counting)
    reports = tuple(answering(question, reports, speakers, known))
    absent = tuple(dict.fromkeys(word for one in asked for word in one.absent))
    return replace(
        _tell_with_texts(ledger, query, as_of, reports, known, with_judgements=with_judgements),
        variants=variants,
        absent_words=absent,
        meant=meant_claim(ledger, query, absent),
        sentences_aside=found.sentences_aside + (0 if everything else count_passed_over(question.claim, candidates)),
        stories_aside=found.stories_aside,
    )


def _tell_with_texts(
    ledger: Ledger,
    query: str,
    as_of: date | None,
    reports: Sequence[Report],
    known: KnownSources,
    *,
    with_judgements: bool,
) -> Trace:
    supporting = [report for report in reports if report.stance is Stance.SUPPORTS]
    denying = [report for report in reports if report.stance is Stance.DENIES]
    lineages, of_denials = (
        find_lineages(ledger, some, with_judgements=with_judgements) for some in (supporting, denying)
    )
    # A story that was forgotten since its words were compared has no lineage any more, and is in no trace.
    held = {one.story_id for one in (*lineages, *of_denials)}
    reports = [one for one in reports if one.story_id in held or one.stance is Stance.NO_COMMENT]
    supporting = [one for one in supporting if one.story_id in held]
    told = tell_trace(query, as_of, reports, find_texts(supporting, lineages), partial(find_origins, known=known))
    return replace(told, lineages=(*lineages, *of_denials))


def tell_trace(
    query: str, as_of: date | None, reports: Sequence[Report], texts: tuple[TracedText, ...], find: Finder
) -> Trace:
    """What reports of a claim amount to."""
    supporting, denying, silent = (
        [report for report in reports if report.stance is stance]
        for stance in (Stance.SUPPORTS, Stance.DENIES, Stance.NO_COMMENT)
    )
    origins, denials = find(supporting), find(denying)
    return Trace(
        claim=query,
        as_of=as_of,
        standing=tell_standing(origins, denials),
        independent_origins=count_independent(origins),
        origins=origins,
        denials=denials,
        no_comment=tuple(silent),
        texts=texts,
        history=tell_history(supporting, denying, find),
    )


def _stories(origins: Sequence[Origin]) -> tuple[str, ...]:
    reports = sorted((report for origin in origins for report in origin.reports), key=time_of)
    return tuple(dict.fromkeys(report.story_id for report in reports))
