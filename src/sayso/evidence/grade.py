"""The grade stage: what each source commits to, on what it rests, and through whom it came."""

from collections.abc import Sequence
from dataclasses import replace

from sayso.evidence.grading.assertion import judge_assertion
from sayso.evidence.grading.basis import find_basis
from sayso.evidence.grading.certainty import Verdict, grade_certainty, grade_clauses
from sayso.evidence.via.via import Chain
from sayso.evidence.words.clauses import cut_propositions, find_main
from sayso.evidence.words.words import Wording, Words
from sayso.records import (
    Assertion,
    Attribution,
    Certainty,
    Event,
    Evidence,
    Grade,
    Ground,
    Polarity,
    Story,
    join_words,
)

SILENCE_SCORE = 0.95
"""Confidence in "unknown" where a story says that nothing was asserted: right for 38 of 38 annotated statements, with
the rules made in sight of them."""


def grade_attributions(
    story: Story, attributions: Sequence[Attribution], chains: Sequence[Chain], events: Sequence[Event] = ()
) -> tuple[Grade, ...]:
    """Grade each attribution of a story.

    Args:
        story: The story.
        attributions: Who said what in it; each may have its `who` resolved.
        chains: Through whom each came: see `trace_intermediaries`.
        events: What the certainty model reads in the story; empty where there is no model.

    Returns:
        One grade for each attribution, in the same order.
    """
    words = Words.of(story.text)
    taken = {
        number
        for attribution in attributions
        for span in (*attribution.source, *attribution.cue)
        for number in words.within(span)
    }
    return tuple(
        _grade(Wording.of(words, attribution, taken), events, chain)
        for attribution, chain in zip(attributions, chains, strict=True)
    )


def _grade(wording: Wording, events: Sequence[Event], chain: Chain) -> Grade:
    """Grade one statement: was anything said, is it a denial, how certain, on what does it rest."""
    propositions = cut_propositions(wording)
    main = find_main(propositions)
    assertion, ground = judge_assertion(wording, propositions, main)
    silent = assertion is Assertion.NEGATED
    verdict = _silent(ground) if ground and silent else grade_certainty(wording, propositions, events)
    evidence, basis = (Evidence.UNSPECIFIED, None) if silent else find_basis(wording, main)
    grounds = (*filter(None, (ground, None if silent else verdict.ground, basis)), *chain.grounds)
    return Grade(
        certainty=verdict.certainty,
        polarity=Polarity.NEGATIVE if assertion is Assertion.DENIED else verdict.polarity,
        evidence=evidence,
        denied=assertion is Assertion.DENIED,
        negated=silent,
        via=chain.names,
        clauses=() if silent else grade_clauses(wording, propositions),
        grounds=tuple(_quote(ground, wording.words.text) for ground in grounds),
        score=verdict.score,
        factuality=verdict.factuality,
    )


def _silent(ground: Ground) -> Verdict:
    return Verdict(Certainty.UNKNOWN, Polarity.POSITIVE, SILENCE_SCORE, ground)


def _quote(ground: Ground, text: str) -> Ground:
    """A ground with its words."""
    return replace(ground, words=join_words(text, [ground.span]))
