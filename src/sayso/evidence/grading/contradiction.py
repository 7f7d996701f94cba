"""Contradictions: what a source says is itself that a claim is false, or that what it is accused of did not happen."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from sayso.evidence.words.clauses import Proposition
from sayso.evidence.words.cues import COMMITTING, Act, find_act
from sayso.evidence.words.falsehood import CALLS_FALSE, CLEARS, HE_DENIES, I_DENY, MAY_CLEAR, SAYS_NO, SCORNS
from sayso.evidence.words.hedges import find_hedges
from sayso.evidence.words.words import Wording, is_negation
from sayso.records import Ground, Speech
from sayso.text.word_tables import word_table

_BARE_NO = re.compile(r"(?:[\"“] )?no(?: [.,!])?(?: [\"”])?")
_ACCUSING = re.compile(
    r"\b(?:accus\w+|alleg\w+|claim(?:s|ed|ing)?(?! (?:\d|the li[fv]e))|den(?:ies|ied|ying|ials?)|false(?:ly)?"
    r"|rumou?r\w*|blam(?:e|ed|ing)|debunk\w*|refut\w+|conspiracy theor\w+|wrongdoing|insist(?:s|ed|ing)?|fraud"
    r"|lied|lying)\b",
    re.IGNORECASE,
)
"""Tells that something was claimed."""
_DOUBTS = (
    r"report(?:s|ed) that|reports of|question(?:ed)? whether|suspect(?:ed|s)?|critici[sz]\w+|critics|charg(?:e|es|ed)"
    r"|described as|suggest(?:ed|s|ing|ions?)|asked (?:if|whether|about)|assert(?:s|ed)?|concerns?"
)
_DOUBTING = re.compile(rf"\b(?:{_DOUBTS})\b", re.IGNORECASE)
"""May tell that something was claimed; an answer to it takes up its words."""
_SUSPECTING = re.compile(rf"\b(?:{_DOUBTS}|investigat\w+|inquiry|probe|conspir\w+|collu\w+)\b", re.IGNORECASE)
"""Tells that something may be found; what says that nothing was answers it."""
_DENYING = re.compile(
    r"\b(?:den(?:ies|ied|ying|ials?|y)|refut\w+|dismiss\w+|disput\w+|reject\w+|push\w* back)\b", re.IGNORECASE
)
"""Tells that a claim was denied; what says no just behind goes on denying it."""
_GRANTING = word_table("""
    admit admits admitted admitting concede concedes conceded conceding acknowledge acknowledges acknowledged
    acknowledging confess confessed skeptical sceptical surprised regret regrets regretted complain complains
    complained complaining agree agrees agreed read reads lament lamented warn warned warns warning worried concern
    concerned caution cautions cautioned learned learnt
    """)
_PAST = word_table("was were wasn't weren't did didn't has have had hasn't haven't hadn't been")
_PRESENT = word_table("is are am isn't aren't it's he's she's we're they're i'm")
_TENSED = _PAST | _PRESENT
_NO_CONTRADICTION = word_table("""
    longer more only other just enough yet always necessarily fully sufficiently different good mean going know think
    want able sure expect expected until one doubt need see seen ready afraid alone surprised allowed really clear
    information idea comment choice details reports respond answer surprise reason guarantee limit record successful due
    immediately even quite all every here less plan plans time way place worth small big easy
    worse better concerned bothered worried thought
    """)
"""Behind a negation these tell of a degree, a time or a state of mind, not that a claim is false."""
_MODALS = word_table("will would should could can cannot might may must shall won't wouldn't whether if")
"""What is to come, or only thought, contradicts nothing."""
_OPEN = re.compile(r"\b(?:could|may|might|whether|if|would)\b")
_SHORT_SUBJECT_WORDS = 3
"""Behind so many words "and" joins a second predicate, not a second subject."""
_AUXILIARY_WORDS = 3
"""How far before a negation its own auxiliary stands: "was also never"; an earlier verb is another clause's."""
_STEM_CHARS = 5
_PREDICATE_WORDS = 6
_CONTEXT_CHARS = 240
"""How far back a claim that a "did not" answers may stand. In other outlets' news half of what so plain an answer finds
is no denial, so `_NO_CONTRADICTION`, `_MODALS` and `_is_fact` narrow it; further back it errs more often still."""
_NEAR_CHARS = 600
"""How far back the very words may stand that a "was never forced" answers, if something was claimed since."""
_EARLIER_CHARS = 900
"""How far back the suspicion may stand that "no evidence" or "no role" answers."""
_HEAD_CHARS = 200
"""So near its head a story has not told yet what its "no evidence" answers."""


class Firmness(StrEnum):
    """How plainly words deny."""

    PLAIN = "plain"
    ANSWER = "answer"
    POSSIBLE = "possible"


@dataclass(frozen=True, slots=True)
class Denial:
    """Words that deny, or may.

    `firmness` is PLAIN where they say that a claim is false, ANSWER where they say no to what was claimed just before,
    POSSIBLE where they say that something is not so, of which the story may tell as a charge or not.
    """

    ground: Ground
    firmness: Firmness


def find_contradiction(
    wording: Wording, main: Proposition | None, propositions: Sequence[Proposition] = ()
) -> Denial | None:
    """Find the words said that contradict a claim: "it is not true", "had nothing to do with", "did not hit them".

    Args:
        wording: An attribution that asserts something.
        main: Its main proposition.
        propositions: All of them; a claim may be called false in a later one.
    """
    if main is None or _is_grudging(wording):
        return None
    spoken = wording.read(main.main)
    own_denial = I_DENY if wording.attribution.speech is Speech.DIRECT else HE_DENIES
    called = _search_unhedged(CALLS_FALSE, spoken) or own_denial.search(spoken) or _find_clearing(wording, spoken)
    if called:
        return _deny(wording, _words_of(main.main, spoken, called), "says that a claim is false", Firmness.PLAIN)
    return _find_no(wording) or _find_answer(wording, main) or _find_later(wording, propositions, spoken)


def _deny(wording: Wording, numbers: Sequence[int], reason: str, firmness: Firmness) -> Denial:
    return Denial(Ground("denied", wording.words.span(min(numbers), max(numbers)), reason), firmness)


def _find_answer(wording: Wording, main: Proposition) -> Denial | None:
    """The negation of a fact: an answer, where something was claimed just before; else it may be one."""
    negated = _find_negation(wording, main)
    if negated is None or find_hedges(wording.words, main.main) or not _is_asserted(wording):
        return None
    if _answers_claim(wording) or _is_insisting(wording) or _takes_up_words(wording, main, negated):
        return _deny(wording, [negated], "says no to what was claimed just before", _firmness_of_answer(wording))
    return _deny(wording, [negated], "says that something is not so", Firmness.POSSIBLE)


def _find_later(wording: Wording, propositions: Sequence[Proposition], searched: str) -> Denial | None:
    """Words of scorn, or words that call a claim false elsewhere than in those that were searched for such.

    Words that clear of an accusation may deny, be the accusation told or not.
    """
    told = [(proposition, wording.read(proposition.numbers)) for proposition in propositions]
    for proposition, spoken in told:
        called = _search_unhedged(SCORNS, spoken)
        if called is None and spoken != searched:
            called = _search_unhedged(CALLS_FALSE, spoken)
        if called:
            numbers = _words_of(proposition.numbers, spoken, called)
            return _deny(wording, numbers, "speaks of something as false", _firmness_of_answer(wording))
    for proposition, spoken in told:
        if MAY_CLEAR.search(spoken) and (cleared := CLEARS.search(spoken)):
            numbers = _words_of(proposition.numbers, spoken, cleared)
            return _deny(wording, numbers, "may clear of an accusation", Firmness.POSSIBLE)
    return None


def _firmness_of_answer(wording: Wording) -> Firmness:
    """An answer is plain where a claim was denied just before."""
    return Firmness.PLAIN if _DENYING.search(_text_before(wording, _CONTEXT_CHARS)) else Firmness.ANSWER


def _find_no(wording: Wording) -> Denial | None:
    """A content that opens with "No" or "Wrong", or is "no" behind what was asked."""
    *asked, last = wording.content
    if asked and _BARE_NO.fullmatch(wording.read(last)):
        return _deny(wording, last, "answers no", Firmness.PLAIN)
    opening = wording.opening(_PREDICATE_WORDS)
    found = SAYS_NO.match(wording.read(opening))
    return _deny(wording, opening[: found.group().count(" ")], "answers no", Firmness.ANSWER) if found else None


def _words_of(numbers: Sequence[int], spoken: str, found: re.Match[str]) -> Sequence[int]:
    first = spoken.count(" ", 0, found.start())
    return numbers[first : first + found.group().strip().count(" ") + 1]


def _search_unhedged(pattern: re.Pattern[str], spoken: str) -> re.Match[str] | None:
    """What only "could turn out to be false" is not called false."""
    found = pattern.search(spoken)
    return None if found and _OPEN.search(spoken, 0, found.start()) else found


def _find_clearing(wording: Wording, spoken: str) -> re.Match[str] | None:
    """No evidence, no link, where something was claimed or suspected before, or at the head of a story."""
    found = CLEARS.search(spoken) if MAY_CLEAR.search(spoken) else None
    if found is None or _is_insisting(wording):
        return found
    before = _text_before(wording, _EARLIER_CHARS)
    answers = len(before) < _HEAD_CHARS or _ACCUSING.search(before) or _SUSPECTING.search(before)
    return found if answers else None


def _is_grudging(wording: Wording) -> bool:
    """The verb grants, doubts or asks: "admitted there was no evidence", "didn't think the letter was inaccurate"."""
    lower = wording.words.lower
    act = find_act((number, lower[number]) for number in wording.cue)
    if any(is_negation(lower[number]) for number in wording.verb()):
        return True
    asks = act is not None and act[0] in (Act.HOPE, Act.FEAR, Act.WONDER, Act.ASK, Act.DEMAND, Act.PLAN, Act.DECLINE)
    return asks or any(lower[number] in _GRANTING for number in wording.cue)


def _is_asserted(wording: Wording) -> bool:
    act = find_act((number, wording.words.lower[number]) for number in wording.cue)
    return act is None or act[0] not in (*COMMITTING, Act.KNOW)


def _is_insisting(wording: Wording) -> bool:
    """Insisting that something is not so answers those who say that it is."""
    return any(
        wording.words.lower[number].startswith(("insist", "maintain", "swore", "swear")) for number in wording.cue
    )


def _find_negation(wording: Wording, main: Proposition) -> int | None:
    """The negation of a fact in the main clause: "did not go", "was not there", "no shots were fired".

    "Will not", "cannot" and "should not" deny nothing, nor does what is usual ("does not apply").
    """
    lower = [wording.words.lower[number] for number in main.main]
    if "no" not in lower and not any(map(is_negation, lower)):
        return None
    for place, word in enumerate(lower):
        if word in ("and", "but"):
            if place > _SHORT_SUBJECT_WORDS and lower[place + 1 : place + 2] not in (["i"], ["we"]):
                return None  # a second predicate
            continue
        if word != "no" and not is_negation(word):
            continue
        ahead = [near for near in lower[place + 1 : place + _PREDICATE_WORDS] if near[0].isalnum()]
        is_other = any(near in _NO_CONTRADICTION for near in ahead[:2]) or ahead[:1] in (["in"], ["before"], ["on"])
        if is_other or any(near in _MODALS for near in lower):
            return None
        before = lower[place - 1] if place else ""
        if before in ("the", "a"):  # "the Never Again movement"
            continue
        has_verb_before = any(near in _TENSED for near in lower[: max(0, place - _AUXILIARY_WORDS)])
        return main.main[place] if not has_verb_before and _is_fact(word, before, ahead) else None
    return None


def _is_fact(word: str, before: str, ahead: Sequence[str]) -> bool:
    if word == "no":
        opens = not before[:1].isalnum() or before == "that"
        happened = any(near in _PAST for near in ahead)
        return before in ("was", "were", "had", "put", "made", "took", "played") or (opens and happened)
    if word in ("never", "neither"):
        return bool(ahead) and ahead[0] not in ("will", "would", "be")
    if word in _PRESENT or before in _PRESENT:
        return bool(ahead) and ahead[0].endswith("ing")
    return word in _PAST or before in _PAST


def _answers_claim(wording: Wording) -> bool:
    """Tell whether something was claimed in the words just before, or beside the statement."""
    return _ACCUSING.search(_text_before(wording, _CONTEXT_CHARS)) is not None


def _takes_up_words(wording: Wording, main: Proposition, negated: int) -> bool:
    """Tell whether what is negated was claimed before: "critics charge is a forced camp. … They were never forced"."""
    before = _text_before(wording, _NEAR_CHARS).lower()
    if not (_ACCUSING.search(before) or _DOUBTING.search(before)):
        return False
    lower = wording.words.lower
    behind = [lower[n] for n in main.main if n > negated and lower[n] not in _PAST and not lower[n].endswith("ly")]
    stems = (word[:_STEM_CHARS] for word in behind[:2] if len(word) >= _STEM_CHARS)
    return any(re.search(rf"\b{re.escape(stem)}", before) for stem in stems)


def _text_before(wording: Wording, most: int) -> str:
    start = min(wording.cue[0] if wording.cue else wording.content[0][0], wording.content[0][0])
    offset = wording.words.starts[start]
    return wording.words.text[max(0, offset - most) : offset]
