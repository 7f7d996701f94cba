"""Denials: the source says that a claim is false."""

import re
from collections.abc import Sequence

from sayso.evidence.clauses import Proposition
from sayso.evidence.cues import ACTS, COMMITTING, Act, find_act
from sayso.evidence.hedges import find_hedges
from sayso.evidence.words import Wording, is_negation, word_table
from sayso.records import Ground

_CLAIM = word_table("""
    claim claims allegation allegations accusation accusations report reports rumour rumours rumor rumors story stories
    suggestion suggestions charge charges assertion assertions notion theory theories speculation account accounts
    narrative finding findings conclusion conclusions statement statements insinuation insinuations hypothesis
    link links connection involvement criticism criticisms comparisons""")
_FINDING = word_table(
    "finding findings conclusion conclusions correlation assessment theory claim claims account report"
)
_NOT_A_CLAIM = word_table("""
    entry access bail visa visas permission permit permits request requests motion appeal application applications
    asylum boarding parole him her them me us service treatment medical coverage credit entrance opportunity chance
    freedom rights right petition lawsuit suit case bill offer proposal plan amendment deal demand call calls
    """)
_FALSE = (
    r"(?:(?:absolutely|completely|entirely|totally|utterly|patently|simply|categorically|wholly|just|all|outright) )?"
    r"(?:false|untrue|baseless|groundless|unfounded|unsubstantiated|fake|fabricat\w+|nonsense|lies?|hoax|"
    r"disinformation|misinformation|incorrect|inaccurate|fiction|fictitious|fantasy|invention|invented|absurd|bogus|"
    r"rubbish|smears?|slander\w*|libel\w*|a myth|made up|without merit|without foundation|without basis|misconstrued|"
    r"ridiculous|ludicrous|preposterous|meritless|misleading|debunked)"
)
_CALLED_FALSE = re.compile(rf"\b(?:{_FALSE}|propaganda)\b")
_IS_FALSE = re.compile(
    r"\b(?:is|are|was|were|be|been|being|it's|that's)(?: an?| all| the| [\"“]| just)*"
    rf" (?:not true|not correct|not the case|not accurate|{_FALSE})\b"
    r"|\b(?:isn't|wasn't|aren't|weren't) (?:true|the case|correct|accurate|so)\b"
    r"|\b(?:are|is|were|was) (?:lying|falsely)\b|\bfalsely claim\w*"
    r"|\bno (?:such|(?:\w+ )?(?:truth|substance|merit|basis|foundation|evidence|proof))\b"
    r"|\bno (?:\w+ )?(?:link|links|connection|traces?|involvement|wrongdoing)\b|\b(?:had|have|has) nothing to do with\b"
    r"|\bnever happened\b|\b(?:did|does)(?: not|n't) (?:happen|exist|occur)\b|\bdidn't happen\b"
    r"|\bnot guilty\b|\b(?:am|is|was|are|were) innocent\b|\b(?:did|done) nothing wrong\b|\bnot (?:been )?involved\b"
    r"|\bnothing could be further\b"
)
_GUILTY = re.compile(r"\bplead\w* (?:\w+ )?(?:not guilty|innocent)|\bnot guilty\b")
_ACCUSING = re.compile(
    r"\b(?:accus\w+|alleg\w+|claim(?:s|ed|ing)?|den(?:y|ies|ied|ying|ial)|rumou?r\w*|falsely|blam(?:e|ed|ing)|"
    r"debunk\w*|report(?:s|ed)? that|question(?:ed)? whether|suspect(?:ed|s)?|critici[sz]\w+|charged)\b",
    re.IGNORECASE,
)
_FACT_AUXILIARIES = word_table("is are was were am has have had did does been it's he's she's we're they're i'm")
_SUBJECTS = word_table("i we he she it they you there")
_PAST_NEGATIONS = word_table("isn't aren't wasn't weren't hasn't haven't hadn't didn't doesn't")
_SHORT_SUBJECT_WORDS = 3
"""Behind so many words "and" joins a second predicate, not a second subject."""
_STEM_CHARS = 6
_EARLIER_WORDS = 150
"""How far back the very word may stand that a "was never forced" answers: finds 4 more of the 37
denials, none wrongly."""
_CLAIM_WORDS = 10
_LABEL_WORDS = 24
_CONTEXT_CHARS = 240
"""How far back a claim that a "did not" answers may stand. Of 37 annotated denials 26 are found without it, 30 with
it and 33 with 480, no other statement being taken for one; but on other stories 240 already errs now and then."""


def find_denial(wording: Wording, main: Proposition | None) -> Ground | None:
    """Find the words by which the source says that a claim is false; None where it does not.

    Args:
        wording: An attribution that asserts something.
        main: Its main proposition.
    """
    return _find_in_cue(wording) or _find_label(wording) or _find_in_content(wording, main)


def _ground(wording: Wording, numbers: Sequence[int], reason: str) -> Ground:
    return Ground("denied", wording.words.span(min(numbers), max(numbers)), reason)


def _find_in_cue(wording: Wording) -> Ground | None:
    """Verbs of denial: "denied that", "dismissed the claim", "pleaded not guilty"; a negated one is none."""
    lower = wording.words.lower
    if any(is_negation(lower[number]) for number in wording.verb()):
        return _find_plea(wording)
    for number in wording.cue:
        if lower[number].startswith("disagree") and any(word in _FINDING for word in _object(wording, number)):
            return _ground(wording, [number], "disagrees with a finding")
        act = ACTS.get(lower[number])
        if act is Act.DENY and not _refuses(wording, number):
            return _ground(wording, [number], "a verb of denial")
        if act is Act.REJECT and _takes_claim(wording, number):
            return _ground(wording, [number], "turns down a claim")
    return _find_plea(wording)


def _find_plea(wording: Wording) -> Ground | None:
    found = _GUILTY.search(wording.read(wording.lead))
    return _ground(wording, wording.cue, "a plea of not guilty") if found else None


def _object(wording: Wording, number: int) -> list[str]:
    """The words that a verb is about: those behind it, and the content where that stands elsewhere."""
    lower = wording.words.lower
    behind = [lower[n] for n in wording.lead if n > number][:_CLAIM_WORDS]
    return [*behind, *(lower[n] for n in wording.opening(_CLAIM_WORDS))]


def _refuses(wording: Wording, number: int) -> bool:
    """Denying that gives nothing: "denied bail", "was denied entry"."""
    words = [word for word in _object(wording, number)[:4] if word not in ("the", "a", "an", "his", "their", "any")]
    return bool(words) and words[0] in _NOT_A_CLAIM


def _takes_claim(wording: Wording, number: int) -> bool:
    """What is turned down is a claim of fact: "dismissed reports that"; not "rejected the offer"."""
    words = _object(wording, number)
    noun = next((place for place, word in enumerate(words) if word in _CLAIM or word in _NOT_A_CLAIM), None)
    if noun is not None and words[noun] in _CLAIM:
        return "should" not in words[noun:]
    return noun is None and _called_false(wording) is not None


def _called_false(wording: Wording) -> re.Match[str] | None:
    numbers = [*wording.lead, *(n for span in wording.content for n in span[:_LABEL_WORDS])]
    return _CALLED_FALSE.search(wording.read(sorted(set(numbers))))


def _find_label(wording: Wording) -> Ground | None:
    """A claim called false: "called it a lie", "labelled the report fake news"."""
    lower = wording.words.lower
    labels = [n for n in wording.cue if ACTS.get(lower[n]) in (Act.CALL, Act.REJECT) or lower[n].startswith("label")]
    if not labels or not _called_false(wording):
        return None
    return _ground(wording, labels, "calls a claim false")


def _find_in_content(wording: Wording, main: Proposition | None) -> Ground | None:
    """What is said is that it is not so: "it is not true", "had nothing to do with"."""
    if main is None:
        return None
    spoken = wording.read(main.main)
    found = _IS_FALSE.search(spoken)
    if found:
        return _ground(wording, _words_of(main.main, spoken, found), "says that a claim is false")
    negated = _find_negation(wording, main)
    act = find_act((number, wording.words.lower[number]) for number in wording.cue)
    if act is not None and act[0] in (*COMMITTING, Act.KNOW, Act.DEMAND):
        return None
    if (
        negated is None
        or find_hedges(wording.words, main.main)
        or not (_answers_claim(wording) or _says_no_to_a_word(wording, main, negated))
    ):
        return None
    return _ground(wording, [negated], "says no to what was claimed just before")


def _words_of(numbers: Sequence[int], spoken: str, found: re.Match[str]) -> Sequence[int]:
    first = spoken.count(" ", 0, found.start())
    return numbers[first : first + found.group().count(" ") + 1]


def _find_negation(wording: Wording, main: Proposition) -> int | None:
    """The negation of a past or present fact in the main clause; "will not" and "should not" deny nothing."""
    lower = wording.words.lower
    for place, number in enumerate(main.main):
        word = lower[number]
        if word in ("and", "but") and place > _SHORT_SUBJECT_WORDS:
            return None
        if not is_negation(word) and word != "no":
            continue
        before = lower[main.main[place - 1]] if place else ""
        after = lower[main.main[place + 1]] if place + 1 < len(main.main) else ""
        is_fact = word in _PAST_NEGATIONS or before in _FACT_AUXILIARIES or word in ("never", "neither", "no")
        ahead = [lower[n] for n in main.main[place + 1 : place + 6]]
        is_reply = word == "no" and (not after[:1].isalnum() or after in _SUBJECTS or "will" in ahead)
        return number if is_fact and not is_reply and after not in ("longer", "more", "only", "other") else None
    return None


def _answers_claim(wording: Wording) -> bool:
    """Tell whether something was claimed in the words just before, or beside the statement."""
    text = wording.words.text
    start = min(wording.cue[0] if wording.cue else wording.content[0][0], wording.content[0][0])
    offset = wording.words.starts[start]
    return _ACCUSING.search(text, max(0, offset - _CONTEXT_CHARS), offset) is not None


def _says_no_to_a_word(wording: Wording, main: Proposition, negated: int) -> bool:
    """Tell whether what is negated was said just before: "… a forced work camp. … They were never forced to"."""
    words = wording.words
    behind = [words.lower[n] for n in main.main if n > negated and not words.lower[n].endswith("ly")]
    if not behind or len(behind[0]) < _STEM_CHARS:
        return False
    earlier = words.lower[max(0, main.numbers[0] - _EARLIER_WORDS) : main.numbers[0]]
    return any(word.startswith(behind[0][:_STEM_CHARS]) for word in earlier)
