"""The verbs and nouns of reporting: what the speaker does by them, and how much the speaker commits to."""

from collections.abc import Iterable
from enum import StrEnum

from sayso.text.word_tables import word_table


class Act(StrEnum):
    """What a speaker does by a cue."""

    ASSERT = "assert"
    DENY = "deny"
    REJECT = "reject"
    DECLINE = "decline"
    ASK = "ask"
    DEMAND = "demand"
    PLAN = "plan"
    BELIEVE = "believe"
    FEAR = "fear"
    HOPE = "hope"
    WONDER = "wonder"
    CALL = "call"
    CITE = "cite"
    KNOW = "know"


_VERBS = {
    Act.ASSERT: """
        say state tell add report announce confirm comment mention disclose identify specify give provide elaborate
        respond reply answer reveal explain clarify release indicate address discuss verify share describe claim
        acknowledge admit publish detail insist assert argue maintain declare remark note stress emphasize emphasise
        point warn write tweet post reiterate repeat concede conclude find show testify recall observe quip boast speak
        talk hint list name allege accuse blame issue make offer complain agree hear tally count certify""",
    Act.DENY: "deny refute debunk disprove rebut rubbish dispute contest gainsay",
    Act.REJECT: """
        reject dismiss downplay repudiate discount spurn brush scoff challenge rebuff contradict disavow counter dispel
        retract combat battle quash belie junk scotch""",
    Act.DECLINE: "decline refuse fail neglect avoid",
    Act.ASK: "ask query inquire enquire question",
    Act.DEMAND: """
        demand urge order request seek propose recommend advise require want encourage appeal plead press
        instruct ban support oppose back endorse""",
    Act.PLAN: "plan intend promise vow pledge aim undertake threaten commit",
    Act.BELIEVE: """
        believe think suspect expect assume presume suppose reckon guess anticipate predict forecast suggest seem appear
        project hypothesize hypothesise theorize theorise imagine infer foresee surmise doubt estimate figure feel
        bet""",
    Act.FEAR: "fear worry speculate rumour rumor",
    Act.HOPE: "hope wish",
    Act.WONDER: "wonder debate examine investigate explore ponder mull weigh",
    Act.CALL: """
        call describe brand label characterize characterise denounce condemn dub term slam blast decry regard paint
        portray""",
    Act.CITE: "cite quote",
    Act.KNOW: "know understand realize realise remember see",
}
_IRREGULAR_PAST = {
    "say": "said",
    "gainsay": "gainsaid",
    "tell": "told",
    "give": "gave given",
    "write": "wrote written",
    "find": "found",
    "show": "showed shown",
    "speak": "spoke spoken",
    "make": "made",
    "think": "thought",
    "seek": "sought",
    "hear": "heard",
    "feel": "felt",
    "bet": "bet",
    "see": "saw seen",
    "foresee": "foresaw foreseen",
    "forecast": "forecast forecasted",
    "know": "knew known",
    "understand": "understood",
    "undertake": "undertook undertaken",
    "disprove": "disproved disproven",
    "plead": "pleaded pled",
}
_DOUBLED = word_table("admit ban bet commit dispel dub infer plan quip rebut slam")
_DOUBLED_OR_NOT = word_table("combat label")
"""Verbs that double their last consonant before -ed and -ing, and those that do so in British spelling alone."""
_NOUNS = {
    Act.DENY: "denial denials",
    Act.DECLINE: "refusal",
    Act.BELIEVE: """
        belief suspicion suspicions expectation expectations presumably apparently probably skeptical sceptical""",
    Act.FEAR: "fears worries concerns worried concerned afraid rumours rumors speculation possibly perhaps",
    Act.HOPE: "hopes hopeful wishes hopefully",
    Act.WONDER: "unsure unclear uncertain considering deliberating contemplating",
    Act.ASK: "question questions",
    Act.PLAN: "plans promise pledge vow going",
}


def _forms(verb: str) -> tuple[str, ...]:
    """A verb as it is told in every person and tense."""
    doubled = verb + verb[-1]
    stems = (doubled,) if verb in _DOUBLED else (verb, doubled) if verb in _DOUBLED_OR_NOT else (verb,)
    past = _IRREGULAR_PAST[verb].split() if verb in _IRREGULAR_PAST else map(_with_ed, stems)
    return (verb, _with_s(verb), *past, *map(_with_ing, stems))


def _with_s(verb: str) -> str:
    if _ends_in_soft_y(verb):
        return verb[:-1] + "ies"
    return verb + ("es" if verb.endswith(("s", "sh", "ch", "x")) else "s")


def _with_ed(stem: str) -> str:
    if _ends_in_soft_y(stem):
        return stem[:-1] + "ied"
    return stem + ("d" if stem.endswith("e") else "ed")


def _with_ing(stem: str) -> str:
    if stem.endswith("ie"):
        return stem[:-2] + "ying"
    return (stem[:-1] if stem.endswith("e") and not stem.endswith("ee") else stem) + "ing"


def _ends_in_soft_y(verb: str) -> bool:
    return verb.endswith("y") and verb[-2] not in "aeiou"


ACTS = {
    **{noun: act for act, nouns in _NOUNS.items() for noun in nouns.split()},
    **{form: act for act, verbs in _VERBS.items() for verb in verbs.split() for form in _forms(verb)},
}
"""Word form: the act it tells."""

SAYING = frozenset(form for form, act in ACTS.items() if act is Act.ASSERT) | word_table(
    "known clear evident reached drawn discuss comment"
)
"""Words that, negated, leave nothing asserted: "did not say", "was not immediately clear"."""

COMMITTING = frozenset((Act.DENY, Act.REJECT, Act.DECLINE, Act.BELIEVE, Act.FEAR, Act.HOPE, Act.WONDER, Act.ASK))
"""Acts that tell more than that something was said; they outrank "said" within one cue ("said they believe")."""


def find_act(words: Iterable[tuple[int, str]]) -> tuple[Act, int] | None:
    """The act that a cue tells and the number of its word; None where it has no known word.

    The first word that tells more than saying counts ("declined to say", "said he hoped"), else the last of the others.
    """
    plain: tuple[Act, int] | None = None
    for number, word in words:
        act = ACTS.get(word)
        if act in COMMITTING:
            return act, number
        if act is not None:
            plain = act, number
    return plain
