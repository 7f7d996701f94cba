"""The verbs and nouns of reporting: what the speaker does by them, and how much the speaker commits to."""

from collections.abc import Iterable
from enum import StrEnum

from sayso.evidence.words import is_negation
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
        retract combat battle quash""",
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
_IRREGULAR = {
    "say": "says said saying",
    "tell": "tells told telling",
    "give": "gives gave given giving",
    "write": "writes wrote written writing",
    "find": "finds found finding",
    "show": "shows showed shown showing",
    "speak": "speaks spoke spoken speaking",
    "make": "makes made making",
    "think": "thinks thought thinking",
    "seek": "seeks sought seeking",
    "hear": "hears heard hearing",
    "feel": "feels felt feeling",
    "bet": "bets bet betting",
    "foresee": "foresees foresaw foreseen foreseeing",
    "forecast": "forecasts forecast forecasting",
    "know": "knows knew known knowing",
    "understand": "understands understood understanding",
    "see": "sees saw seen seeing",
    "admit": "admits admitted admitting",
    "refer": "refers referred referring",
    "plan": "plans planned planning",
    "commit": "commits committed committing",
    "ban": "bans banned banning",
    "rebut": "rebuts rebutted rebutting",
    "infer": "infers inferred inferring",
    "disavow": "disavows disavowed disavowing",
    "dispel": "dispels dispelled dispelling",
    "slam": "slams slammed slamming",
    "dub": "dubs dubbed dubbing",
}
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


def _forms(verb: str) -> Iterable[str]:
    if verb in _IRREGULAR:
        return (verb, *_IRREGULAR[verb].split())
    if verb.endswith("e"):
        return (verb, verb + "s", verb + "d", verb[:-1] + "ing")
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return (verb, verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing")
    third = verb + ("es" if verb.endswith(("s", "sh", "ch", "x")) else "s")
    return (verb, third, verb + "ed", verb + "ing")


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


def is_negated(words: Iterable[str]) -> bool:
    """Tell whether a verb is negated: an odd number of negations, "not only" aside."""
    listed = list(words)
    return sum(is_negation(word) and listed[n + 1 : n + 2] != ["only"] for n, word in enumerate(listed)) % 2 == 1
