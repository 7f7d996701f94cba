"""Negated statements: the story tells that nothing was said, confirmed or known."""

import re
from collections.abc import Sequence

from sayso.evidence.words.cues import ACTS, COMMITTING, SAYING, Act
from sayso.evidence.words.words import Wording, is_negation, words_found
from sayso.records import Ground
from sayso.text.word_tables import word_table

_TO_SPEAK = (
    r"(?:comment|commenting|say|saying|discuss|discussing|confirm|deny|answer|disclose|identify|name|specify|elaborate|"
    r"reveal|speak|talk|respond|explain|speculate|clarify|be (?:named|identified|interviewed|drawn|quoted)|mention|"
    r"describe|address|acknowledge|admit|concede|verify|divulge|reply|commit|determine"
    r"|(?:give|provide|offer|release|make|go into|share)"
    r" (?:\w+ ){0,2}(?:details?|comments?|information|statement|explanation|reasons?|names?|figures?|answer|specifics"
    r"|breakdown|list|numbers))"
)
_DETAILS = (
    r"(?:comments?|details?|explanations?|information|reasons?|response|reply|word|indications?|statements?|answer|"
    r"figures?|specifics|timeline|timetable|mention|causes?|motives?|overall results|"
    r"evidence|proof|claims? of responsibility|confirmation)"
)
_UNSURE = r"(?:\w+ )?(?:sure|certain|imagine) (?:if|whether|which|what|who|how|why|when|where)\b"
_SILENT = re.compile(
    rf"\b(?:(?:(?:declin|refus|fail)\w+|unable|unwilling|reluctant|yet|neglected) (?:to )?(?:\w+ )?{_TO_SPEAK}\b"
    rf"|(?:declin|refus)\w+ (?:any |further |immediate |all )*comment\b"
    r"|(?:declin|refus)\w+ (?:[\w’']+ ){0,4}(?:requests?|invitations?) "
    r"(?:for (?:\w+ ){0,2}(?:comments?|interviews?)|to comment)\b"
    r"|declin\w+ to (?:give|provide|share|release|make public)\b"
    rf"|no (?:\w+ ){{0,2}}{_DETAILS}"
    r"(?! (?:that|to (?:support|suggest|show|back|prove|substantiate)|of (?!when|what|how|who|where|why)))"
    r"|(?:said|says?|offer(?:s|ed)?|gives?|gave|reveal(?:s|ed)|disclos\w+|provid(?:es|ed)) (?:very |so )?"
    r"(?:little|nothing)(?: \w+){0,2} (?:on|about|beyond|regarding)\b"
    r"|without (?:specifying|elaborating|giving|providing|saying|naming|disclosing|offering|explaining|"
    r"mentioning|revealing|identifying|detailing|commenting)\b"
    r"|(?:neither|not?|never|nor) (?:confirm\w*|den\w+) (?:n?or) (?:confirm\w*|den\w+)\b"
    r"|not (?:\w+ )?(?:be reached|(?:available|reachable) for)\b|went unanswered\b"
    r"|(?:was|were|been|proved)(?: to be)? (?:unsuccessful|not successful|futile|abortive|fruitless)$"
    r"|not (?:\w+ )?(?:be )?(?:return|answer)(?:ed)?(?: (?:\w+ ){0,4}"
    r"(?:calls?|emails?|e-mails?|messages?|requests?|questions?)\b|$)"
    r"|unconfirmed\b|remain(?:s|ed)? (?:silent|unclear|unknown)"
    r"|(?:is|was|were|are) (?:still )?(?:unclear|unknown)\b"
    rf"|not (?:{_UNSURE}|(?:\w+ )?comment(?:ed)?\b))|n't (?:{_UNSURE}|(?:\w+ )?comment\b)"
)
_OWN_SILENCE = re.compile(
    r"^(?:[\"“] )?(?:that )?(?:[\"“] )?(?:i|we|he|she|it|they|the \w+(?: \w+)?)(?: [\"“])?"
    r" (?:(?:would|could|can|will|should) not|(?:would|could|can|wo|should)n't|cannot|can't"
    r"|(?:(?:did|do|does|had|have|has|was|were|am|are|is) not|\w+n't)(?! (?:\w+ )?(?:talk|spoke|speak|commit)))"
    rf" (?:[\"“] )?(?:be able to |be |make |in a position to |immediately |yet |further |give any )*{_TO_SPEAK}"
    r"(?! (?:that|everything|all|enough)\b)"
    r"|^(?:[\"“] )?(?:that )?(?:it|he|she|they|we|i|there) (?:(?:would |will )?(?:have|be)|had|has|was|is)"
    r" no (?:\w+ )?(?:comments?|information|details?|figures?|answer)\b"
    r"|^(?:that )?(?:i|we|he|she|it|they) (?:did|do|does) not have (?:any |\w+ )?"
    r"(?:comments?|information|details?|answer)\b"
    r"|^(?:[\"“] )?no comment\b"
    r"|^(?:that )?(?:it|this|that) (?:is|was|would be) (?:[\"“] )?(?:entirely |purely |solely )?a matter for\b"
    r"|^(?:that )?(?:he|she|it|they) (?:(?:did not|didn't|does not|doesn't|do not|don't) (?:immediately |yet )?know"
    r"|(?:have|has|had) no idea) (?:if|whether|when|where|why|how|who|what|which)\b"
    r"|^(?:that )?(?:he|she|it|they) (?:did not|didn't) (?:(?:immediately|yet) know|want to (?:get|go) into)\b"
)
_NOTHING = word_table("no none nobody neither")
_REPORTED = word_table(
    "reported confirmed announced given made released provided known disclosed identified claimed revealed named "
    "specified mentioned immediately taken recorded issued offered"
)
_BE = word_table("been was were be is are being")
_STAYS_SAID = word_table("agree agreed only deny denied dispute disputed rule ruled contest contested")
_FOUND = word_table("trace traces evidence proof link links connection sign signs such truth")
_BEFORE_VERB = word_table("""
    however be been being is was were are have has had do does did will would can could able to yet also so far as still
    ever even further want wish immediate any in a position""")
_FINDING = word_table("find finds found finding show shows showed shown add added issue issued test tested")
"""Not finding is a finding."""
_DOES = word_table("do does did has have had")
_VERB_WORDS = 6
_OPENING_WORDS = 14


def find_silence(wording: Wording) -> Ground | None:
    """Find the words that tell that nothing was asserted; None where something was."""
    if not wording.cue:
        return None
    return (
        _find_silent_phrase(wording)
        or _find_unsaid(wording)
        or _find_nobody(wording)
        or _find_nothing_reported(wording)
        or _find_no_report(wording)
        or _find_own_silence(wording)
    )


def _ground(wording: Wording, numbers: Sequence[int], reason: str) -> Ground:
    return Ground("negated", wording.words.span(min(numbers), max(numbers)), reason)


def _find_silent_phrase(wording: Wording) -> Ground | None:
    """In the cue or across its end: "declined to say", "gave no details", "has yet to respond"."""
    spoken = wording.read(wording.lead)
    for found in _SILENT.finditer(spoken):
        places = words_found(found)
        if _starts_at_cue(wording, places.start):
            return _ground(wording, wording.lead[places], "speaks of saying nothing")
    return None


def _starts_at_cue(wording: Wording, place: int) -> bool:
    """Tell whether a word of the lead is in the cue, or just behind a cue that is only "gave", "made", "was"."""
    in_cue = len(wording.before) + len(wording.cue)
    verb = wording.words.lower[wording.cue[-1]]
    return place < in_cue or (place == in_cue and verb in _GIVING)


_GIVING = word_table(
    "give gives gave given giving make makes made making offer offers offered offering provide provides provided "
    "providing issue issued is was has had have are were release released is released"
)


def _find_unsaid(wording: Wording) -> Ground | None:
    """A negated verb of saying: "did not say", "has not commented", "was not immediately clear"."""
    lower = wording.words.lower
    verb = _whole_verb(wording)
    negated_at = next((place for place, number in enumerate(verb) if is_negation(lower[number])), None)
    if negated_at is None:
        return None
    behind = [lower[number] for number in verb[negated_at + 1 :]]
    if not behind or any(word in _STAYS_SAID for word in behind):
        return None
    act = ACTS.get(behind[-1])
    verb_word = next(
        (word for word in behind if word not in _BEFORE_VERB and word[0].isalnum() and not word.endswith("ly")), ""
    )
    is_speech = (verb_word in SAYING and verb_word not in _FINDING) or verb_word in ("commit", "concede", "know")
    if not is_speech or act in (Act.BELIEVE, Act.DEMAND):
        return None
    return _ground(wording, verb[negated_at:], "a negated verb of saying")


def _whole_verb(wording: Wording) -> tuple[int, ...]:
    """The verb, to its end where the cue is only its auxiliary: "does not, however, list"."""
    lower = wording.words.lower
    verb = wording.verb()
    if lower[verb[-1]] not in _DOES:
        return verb
    behind = [number for number in wording.lead if number > verb[-1]][:_VERB_WORDS]
    end = next((place for place, number in enumerate(behind) if lower[number] in SAYING), None)
    return verb if end is None else (*verb, *(number for number in behind[: end + 1] if lower[number] != ","))


def _find_nobody(wording: Wording) -> Ground | None:
    """Nobody speaks: "No group has claimed", "neither side commented"."""
    lower = wording.words.lower
    if not wording.source:
        return None
    first = wording.source[0]
    negative = first if lower[first] in _NOTHING else first - 1
    if (
        lower[first] == "less"
        or negative < 0
        or lower[negative] not in _NOTHING
        or any(is_negation(lower[n]) for n in wording.verb())
    ):
        return None
    if any(ACTS.get(lower[number]) in (*COMMITTING, Act.KNOW, Act.DEMAND, Act.PLAN) for number in wording.cue):
        return None
    return _ground(wording, (negative, wording.source[-1]), "nobody said it")


def _find_nothing_reported(wording: Wording) -> Ground | None:
    """A passive whose subject is nothing: "No injuries were reported", "no cause was immediately known"."""
    lower = wording.words.lower
    if not wording.content:
        return None
    first = wording.content[0][0]
    if wording.source and not any(lower[number] in _BE for number in wording.verb()):
        return None
    if first > wording.cue[0] or not any(lower[number] in _REPORTED for number in wording.cue):
        return None
    negative = first if lower[first] in _NOTHING else first - 1
    if negative < 0 or lower[negative] not in _NOTHING:
        return None
    return _ground(wording, (negative, wording.cue[-1]), "nothing was reported")


def _find_no_report(wording: Wording) -> Ground | None:
    """What "none were reported" says the other way round: "reported no injuries"; "no traces" are a finding."""
    lower = wording.words.lower
    verb = next((number for number in wording.cue if lower[number] in ("report", "reports", "reported")), None)
    if verb is None:
        return None
    behind = [number for number in wording.lead if number > verb]
    if not behind or lower[behind[0]] != "no" or any(lower[number] in _FOUND for number in behind[:4]):
        return None
    return _ground(wording, (verb, behind[0]), "reports nothing")


def _find_own_silence(wording: Wording) -> Ground | None:
    """What is said is that nothing will be: "it would not comment", "No comment"."""
    opening = wording.opening(_OPENING_WORDS)
    found = _OWN_SILENCE.match(wording.read(opening))
    if not found:
        return None
    return _ground(wording, opening[words_found(found)], "the words said are that nothing will be said")
