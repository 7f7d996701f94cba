"""Denials of what stands before them: which they are, and whether that states a claim."""

import re
from collections.abc import Sequence

from sayso.records import Compared, Relation
from sayso.text.sentences import find_sentences
from sayso.trace.comparing.telling import is_denial, words_before
from sayso.trace.finding.anaphors import WHAT_STANDS_BEFORE, points_back, says_no_such
from sayso.trace.finding.candidates import ANSWER_SENTENCES, Candidate

STATED_SHARE = 0.6
"""From so likely on what somebody denies states a claim."""

ON_IT_SHARE = 0.5
"""From so likely on words state or contradict a claim, they are on what it is on."""

_ANSWERS_AND = re.compile(
    r"\b(?:den(?:y|ies|ied)|reject(?:s|ed)?|dismiss(?:es|ed)?|disput(?:es|ed)|refut(?:es|ed)) "
    rf"{WHAT_STANDS_BEFORE},? and\b",
    re.IGNORECASE,
)
"""Stands between a source and what it says beside its denial: "denied it and said that"."""

_Told = tuple[Candidate, Compared]


def find_answered(candidates: Sequence[Candidate]) -> set[str]:
    """The ids of the stories in which somebody denies what stands before: "denied it"."""
    return {one.story.id for one in candidates if is_answer(one)}


def is_answer(candidate: Candidate) -> bool:
    """Tell whether somebody denies what stands before."""
    if candidate.attribution is None:
        return False
    if says_no_such(candidate.words) or _ANSWERS_AND.search(words_before(candidate)):
        return True
    return points_back(candidate.words) and is_denial(candidate)


def answered_share(
    denial: Candidate, contradicts: float, candidates: Sequence[Candidate], compared: Sequence[Compared]
) -> float:
    """How likely what a denial answers states a claim; 0 where it is something else.

    It answers whatever somebody says before it in its sentence, else what was said last. Where it contradicts the
    claim for the network, which reads it with its headline and the sentence before, what was said earlier may be
    meant, too, and need but be on the claim.

    Args:
        denial: Words that deny what stands before them.
        contradicts: How likely they contradict the claim; 0 where they hardly do.
        candidates: What the stories say.
        compared: What each does with the claim.
    """
    starts = find_sentences(denial.story.text)
    own = starts.number_at(denial.proposition.sentence.start)
    before = _told_before(denial, candidates, compared)
    for number in range(own, own - ANSWER_SENTENCES - 1, -1):
        here = [one for one in before if starts.number_at(one[0].proposition.sentence.start) == number]
        said = [one for one in here if one[0].attribution]
        shares = [(told.share(Relation.STATES), told.share(Relation.CONTRADICTS)) for _, told in said or here]
        states = max((share for share, _ in shares), default=0.0)
        if states >= STATED_SHARE:
            return states
        if contradicts and any(sum(both) >= ON_IT_SHARE for both in shares):
            return contradicts
        if said and (number == own or not contradicts):
            return 0.0
    return 0.0


def _told_before(denial: Candidate, candidates: Sequence[Candidate], compared: Sequence[Compared]) -> list[_Told]:
    """What the story says before a denial."""
    start = denial.proposition.spans[0].start
    return [
        (one, told)
        for one, told in zip(candidates, compared, strict=True)
        if one.story.id == denial.story.id
        and one.attribution is not denial.attribution
        and one.proposition.spans[-1].end <= start
    ]
