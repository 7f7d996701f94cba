"""Whether a statement asserts, denies or says nothing: what the rules find in its words, weighed with what was read."""

from sayso.evidence.clauses import Proposition
from sayso.evidence.denial import find_denial
from sayso.evidence.silence import find_silence
from sayso.evidence.words import Wording
from sayso.inference.statements import weigh
from sayso.records import Assertion, Ground, Told


def judge_assertion(wording: Wording, main: Proposition | None, told: Told | None) -> tuple[Assertion, Ground | None]:
    """Tell what a statement does, and by which words; no words where it simply asserts.

    Args:
        wording: The statement.
        main: Its main proposition.
        told: What the model tells of it; None where the rules decide alone.
    """
    silence = find_silence(wording)
    denial = None if silence else find_denial(wording, main)
    by_rule = Assertion.NEGATED if silence else Assertion.DENIED if denial else Assertion.ASSERTED
    judged = weigh(by_rule, told.assertion) if told else by_rule
    if judged is by_rule:
        return judged, silence or denial
    return judged, None if judged is Assertion.ASSERTED else _read(wording, judged)


def _read(wording: Wording, judged: Assertion) -> Ground:
    """The words that stand for what only the model sees: the cue, or what is said where there is none."""
    attribution = wording.attribution
    span = (attribution.cue or attribution.content)[0]
    return Ground(str(judged), span, "read so by the model, by no rule")
