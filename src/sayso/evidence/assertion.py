"""Whether a statement asserts, denies or says nothing: what the rules find in its words, weighed with what was read."""

from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from sayso.evidence.clauses import Proposition
from sayso.evidence.contradiction import Denial, Firmness
from sayso.evidence.denial import find_denial, is_refusal
from sayso.evidence.silence import find_silence
from sayso.evidence.words import Wording
from sayso.inference.statements import choose
from sayso.records import Assertion, Ground

BY_MODEL = "read so by the model, by no rule"
"""The reason of a ground for which no words of denial or silence stand."""


class Sign(StrEnum):
    """What the rules find in a statement."""

    NONE = "none"
    REFUSAL = "refusal"
    MAY_DENY = "may deny"
    ANSWER = "answer"
    DENIAL = "denial"
    SILENCE = "silence"


_SIGN_OF = {Firmness.PLAIN: Sign.DENIAL, Firmness.ANSWER: Sign.ANSWER, Firmness.POSSIBLE: Sign.MAY_DENY}
_BY_RULES_ALONE = {
    Sign.DENIAL: Assertion.DENIED,
    Sign.ANSWER: Assertion.DENIED,
    Sign.SILENCE: Assertion.NEGATED,
}
NATS = {
    Sign.NONE: (0.0, -2.8, -3.2),
    Sign.REFUSAL: (0.0, -4.0, -2.0),
    Sign.MAY_DENY: (0.0, 1.5, -4.4),
    Sign.ANSWER: (0.0, 2.6, -3.2),
    Sign.DENIAL: (0.0, 6.5, -1.2),
    Sign.SILENCE: (0.0, -1.0, 6.0),
}
"""How much each sign speaks for a statement that asserts, denies and says nothing, in nats beside the model's.

Fitted by `training.weigh` on the annotated statements that may be learnt from, the model asked about stories that it
had not learnt. There F1 of denials is 83 in news (Wikinews: 91), where one weight of 2.5 nats for whatever the rules
say gave 68 (80) and the rules alone give 79 (92). Denials count a nat more than fitted, so that about as many are
missed as wrongly found; a silence 1.2 more, as hardly any that the rules find is none.
"""


class Judged(NamedTuple):
    """What a statement does, and by which words; no words where it simply asserts."""

    assertion: Assertion
    ground: Ground | None


def judge_assertion(wording: Wording, propositions: Sequence[Proposition], main: Proposition | None) -> Judged:
    """Tell what a statement does.

    Args:
        wording: The statement, with what the model tells of it; the rules decide alone where that is None.
        propositions: What it says.
        main: The one of these that it mainly says.
    """
    sign, ground = find_sign(wording, propositions, main)
    by_rules = _BY_RULES_ALONE.get(sign, Assertion.ASSERTED)
    told = wording.attribution.told
    judged = choose(tuple(Assertion), told.assertion, NATS[sign]) if told else by_rules
    if judged is Assertion.ASSERTED:
        return Judged(judged, None)
    is_found = judged is by_rules or (sign is Sign.MAY_DENY and judged is Assertion.DENIED)
    return Judged(judged, ground if is_found else _read(wording, judged))


def find_sign(
    wording: Wording, propositions: Sequence[Proposition], main: Proposition | None
) -> tuple[Sign, Ground | None]:
    """What the rules find in a statement, and in which words."""
    if silence := find_silence(wording):
        return Sign.SILENCE, silence
    denial: Denial | None = find_denial(wording, main, propositions)
    if denial:
        return _SIGN_OF[denial.firmness], denial.ground
    return (Sign.REFUSAL if is_refusal(wording) else Sign.NONE), None


def _read(wording: Wording, judged: Assertion) -> Ground:
    """The words that stand for what only the model sees: the cue, or what is said where there is none."""
    attribution = wording.attribution
    span = (attribution.cue or attribution.content)[0]
    return Ground(str(judged), span, BY_MODEL)
