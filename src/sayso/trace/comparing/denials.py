"""Whose words deny a claim: those that are told as a denial of it, or of more than it says."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from sayso.claims.affirmed import affirm
from sayso.claims.comparison import Comparer
from sayso.claims.figures import read_figures, without_figures
from sayso.claims.passages import Passage
from sayso.evidence.words.falsehood import CALLS_FALSE
from sayso.records import Compared, Relation, join_words
from sayso.text.names import fold_name
from sayso.trace.comparing.answers import STATED_SHARE, answered_share, is_answer
from sayso.trace.comparing.involvement import denies_part
from sayso.trace.comparing.telling import REPORTED, is_denial, words_before
from sayso.trace.comparing.unsettled import is_left_open
from sayso.trace.finding.anaphors import is_pronoun
from sayso.trace.finding.candidates import Candidate

CONTRADICTS_SHARE = 0.8
NEGATED_SHARE = 0.9
"""From so likely on words that contradict a claim deny it: where they are told as a denial, and in the story's own
voice; where they say plainly that it is not so.

Stories that deny a claim, found / right, on the founding event, the small families and the invented events in sight:
at 0.6 and 0.85 it is 56 / 50, 63 / 65 and 19 / 53 %, at 0.7 and 0.8 56 / 56, 60 / 64 and 18 / 56 %, at 0.8 and 0.9
56 / 56, 58 / 73 and 15 / 71 %.
"""

AGAINST_NOT_SHARE = 0.95
"""The same of a claim that something is not so, where the words are no denial of it: any other words on the matter look
as if they contradicted it.

Of 16 reports that did so at 0.8, on the claims in sight, 5 deny it; at 0.95 it is all 3.
"""

NO_PART_SHARE = 0.7
"""How likely who had no part in a thing is taken to deny that they did it."""

AFFIRMED_SHARE = 0.75
"""From so likely on what words say plainly is not so states a claim, so that they deny it.

On the claims in sight it finds 2 denials and nothing that is none; from 0.6 on it finds one that is none.
"""

_TURNS_DOWN = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|(?:reject|dismiss|challeng|disput|refut|rebutt?|downplay|contradict)(?:s|es|ed|d|ing|e)?)"
    rf" (?:as (?:[“\"‘'][^”\"’]+[”\"’'] |\w+ ){{1,2}})?(?:\w+ ){{0,5}}{REPORTED}\b",
    re.IGNORECASE,
)
"""Stands between a source and what it is said to say: "challenged subsequent reports suggesting that …", "dismissed as
“a joke” reports that …"."""

_TAKEN_FOR_GRANTED = re.compile(
    r",? \b(?:which|who|whose)\b"
    r"(?! (?:[\w’']+ ){0,3}(?:sa(?:y|ys|id)|claim(?:s|ed)?|report(?:s|ed)?|alleg(?:es|ed)|t(?:ell|old))\b)[^,;]*"
)
"""What a clause behind a noun tells is not what is denied: "a warning before the crash which killed four"."""
FEWEST_DENIED_WORDS = 4

_NOT = re.compile(r"\b(?:not|never|cannot)\b|n['’]t\b", re.IGNORECASE)
_CONTRAST = re.compile(r", not\b[^,]*")
_NONE = re.compile(r"\b(?:no|nobody|none|nothing|neither|without|zero)\b", re.IGNORECASE)
_NOT_SAID = (
    r"(?! (?:immediately )?(?:say|said|confirm(?:ed)?|comment(?:ed)?|specify|specified|disclose[d]?|elaborate[d]?)\b)"
)
_IS_NOT = re.compile(
    rf"\b(?:is|are|was|were|has|have|had|did|does|do)(?: not\b|n['’]t\b){_NOT_SAID}|\b(?:never|nobody|no one|none)\b",
    re.IGNORECASE,
)
"""Plainly not so: "did not leak", but neither "would not leak" nor "told them not to" nor "did not say"."""
_OPENS_WITH_NO = re.compile(
    r"\W*(?:that )?(?:there (?:is|are|was|were|has been|have been) )?"
    r"(?:no(?! (?:fewer|less|more|later|sooner|longer|doubt|wonder|matter|comment|word|reason|evidence|proof|signs?"
    r"|indications?)\b)|nobody|none|nothing|neither|never|not one)\b"
    r"|\W*(?:that )?(?:I|we|he|she|it|they) "
    rf"(?:(?:have|has|had|did|do|does|was|were|is|are) (?:not|never)\b|\w+n['’]t\b){_NOT_SAID}"
    r"(?!.* and (?:is|are|was|were|has|have|had|will)\b)",
    re.IGNORECASE | re.DOTALL,
)
"""Not so from the first word on: "nobody was hurt", "we have not paid", but neither "no evidence" nor "did not say"."""
_PLEA = re.compile(r"\W*(?:not guilty|innocent)\b", re.IGNORECASE)
_ON_PLEA = re.compile(r"\bple(?:a|as|ad|ads|aded|ading|d)\b", re.IGNORECASE)
_PLEADS = re.compile(r"\bple(?:ad(?:s|ed|ing)?|d) (?:not guilty|innocent)\b")
_AT_COURT = re.compile(
    r"\b(?:jur(?:y|ies|ors?)|courts?|judges?|trials?|verdicts?|convict\w*|acquit\w*|sentenc\w*"
    r"|f(?:ind|ound)s? (?:\w+ ){0,3}guilty)\b",
    re.IGNORECASE,
)
"""A plea denies what somebody is charged with, and nothing of what then happens at court."""
_IS_TO_BE = re.compile(r"\b(?:will|shall|would|is going to|are going to)\b", re.IGNORECASE)
_IS_NOT_TO_BE = re.compile(r"\b(?:(?:will|shall|would) (?:not|never)\b|(?:won|shan|wouldn)['’]t\b)", re.IGNORECASE)
"""Plainly not so of a claim on what will be: "will not leak"."""


def denial_shares(
    model: Comparer, claim: str, candidates: Sequence[Candidate], compared: Sequence[Compared]
) -> list[float]:
    """How likely each of some words denies a claim; 0 where they do not.

    - Words in somebody's mouth deny a claim if they are told as a denial ("rejected reports that …", "is not true"),
      say plainly that it is not so, or if the claim is itself that something is not so. Others that do not fit with
      it, another day or figure, tell of something else.
    - Who denies what stands before ("denied that") denies the claim if that states it.
    - Who denies, reports or not, what states a claim denies the claim: what is denied is compared by itself.
    - Who denies the larger thing denies the smaller: "denied any deployment" denies a claim of 10,000 soldiers.

    Args:
        model: What compares.
        claim: The claim, without a ";".
        candidates: The words.
        compared: What each does with the claim.
    """
    shares = [_share(claim, one, told) for one, told in zip(candidates, compared, strict=True)]
    denied = [_denied_words(one) for one in candidates]
    granting = [place for place, one in enumerate(candidates) if shares[place] and denied[place] != one.words]
    bare_of_it = [_with_words(candidates[place], denied[place]) for place in granting]
    for place, told in zip(granting, model.compare(claim, bare_of_it), strict=True):
        shares[place] = _share(claim, candidates[place], told)
    for place, one in enumerate(candidates):
        if is_answer(one) and (is_pronoun(one.words) or not shares[place]):
            against = compared[place].share(Relation.CONTRADICTS)
            against = against if against >= CONTRADICTS_SHARE else 0.0
            shares[place] = answered_share(one, against, candidates, compared)
    for found in (
        _turned_down_shares(model, claim, candidates, denied),
        _affirmed_shares(model, claim, candidates),
        _larger_shares(model, claim, candidates, denied),
    ):
        for place, share in found.items():
            shares[place] = max(shares[place], share)
    return [0.0 if _only_pleads(claim, one) else share for one, share in zip(candidates, shares, strict=True)]


def may_deny(claim: str, candidate: Candidate) -> bool:
    """Tell whether words could deny a claim if the comparison said so: see `denial_shares`."""
    return (
        candidate.attribution is None
        or is_denial(candidate)
        or _is_on_what_is_not(claim)
        or _says_no(claim, candidate.words)
    )


def _turned_down_shares(
    model: Comparer, claim: str, candidates: Sequence[Candidate], denied: Sequence[str]
) -> dict[int, float]:
    """By place how likely what is denied states a claim, where it does: without who denies it, and how."""
    places = [place for place, one in enumerate(candidates) if is_turned_down(claim, one) and not is_pronoun(one.words)]
    passages = [Passage(denied[place], candidates[place].passage.context) for place in places]
    stated = [told.share(Relation.STATES) for told in model.compare(claim, passages)]
    return {place: share for place, share in zip(places, stated, strict=True) if share >= STATED_SHARE}


def _affirmed_shares(model: Comparer, claim: str, candidates: Sequence[Candidate]) -> dict[int, float]:
    """By place how likely what words say from their start is not so states a claim, where it does."""
    places = [
        place
        for place, one in enumerate(candidates)
        if is_plainly_against(claim, one) and _is_telling(one) and not is_left_open(claim, one.words)
    ]
    passages = [_with_words(candidates[place], affirm(candidates[place].words)) for place in places]
    stated = [told.share(Relation.STATES) for told in model.compare(claim, passages)]
    return {place: share for place, share in zip(places, stated, strict=True) if share >= AFFIRMED_SHARE}


def _is_telling(candidate: Candidate) -> bool:
    """Tell whether somebody says words, and they are enough to say something by themselves: not "I did not"."""
    return candidate.attribution is not None and len(candidate.words.split()) >= FEWEST_DENIED_WORDS


def _larger_shares(
    model: Comparer, claim: str, candidates: Sequence[Candidate], denied: Sequence[str]
) -> dict[int, float]:
    """By place how likely words deny a claim without its figures, where they have none themselves."""
    bare = without_figures(claim)
    places = [place for place, one in enumerate(candidates) if _may_deny_more(one)] if bare != claim else []
    larger = [candidates[place] for place in places]
    told_of_more = model.compare(bare, [one.passage for one in larger])
    stated = _turned_down_shares(model, bare, larger, [denied[place] for place in places])
    return {
        place: max(_share(bare, candidates[place], told), stated.get(number, 0.0))
        for number, (place, told) in enumerate(zip(places, told_of_more, strict=True))
    }


def _may_deny_more(candidate: Candidate) -> bool:
    return is_denial(candidate) and not is_pronoun(candidate.words) and not read_figures(candidate.words)


def _denied_words(candidate: Candidate) -> str:
    """What words turn down, without what they take for granted; all of them where they are no denial."""
    if not is_denial(candidate):
        return candidate.words
    bare = _TAKEN_FOR_GRANTED.sub("", candidate.words)
    return bare if len(bare.split()) >= FEWEST_DENIED_WORDS else candidate.words


def _with_words(candidate: Candidate, words: str) -> Passage:
    """What is compared of a candidate, with other words in place of its own."""
    passage = candidate.passage
    return replace(passage, words=passage.words.replace(candidate.words, words))


def is_turned_down(claim: str, candidate: Candidate) -> bool:
    """Tell whether the verb alone denies, "dismissed reports that": what it turns down may state the claim.

    So may what the reports say that a source "challenged", where "suggesting" is read as the cue.

    Not where the claim or the words are that something is not so, which two denials may come to.
    """
    attribution = candidate.attribution
    if attribution is None or attribution.grade is None or is_negative(claim) or _NOT.search(candidate.words):
        return False
    if _TURNS_DOWN.search(words_before(candidate)):
        return True
    denied = [ground.span for ground in attribution.grade.grounds if ground.field == "denied"]
    return any(cue.start <= span.start and span.end <= cue.end for span in denied for cue in attribution.cue)


def _share(claim: str, candidate: Candidate, told: Compared) -> float:
    states, contradicts = told.share(Relation.STATES), told.share(Relation.CONTRADICTS)
    denial = is_denial(candidate)
    if denial and not is_negative(claim) and denies_part(claim, candidate):
        return max(contradicts, NO_PART_SHARE)
    if contradicts < CONTRADICTS_SHARE or contradicts <= states:
        return 0.0
    if is_negative(claim) and is_negative(candidate.words) != denial:
        return 0.0
    if not denial and _is_on_what_is_not(claim):
        least = AGAINST_NOT_SHARE
    elif denial or candidate.attribution is None:
        least = CONTRADICTS_SHARE
    elif _says_no(claim, candidate.words):
        least = NEGATED_SHARE
    else:
        return 0.0
    return contradicts if contradicts >= least else 0.0


def _only_pleads(claim: str, candidate: Candidate) -> bool:
    """Tell whether words are a plea of not guilty, and a claim is on what a court did, or on what another pleaded."""
    pleads = _PLEA.match(candidate.words) or _PLEADS.search(words_before(candidate))
    return bool(pleads and _AT_COURT.search(claim)) or is_plea_of_another(claim, candidate)


def is_plea_of_another(claim: str, candidate: Candidate) -> bool:
    """Tell whether a claim is on what somebody pleaded, and another pleads here: "Roe pleaded guilty"."""
    attribution = candidate.attribution
    if attribution is None or attribution.who is None or not attribution.who.name or not _ON_PLEA.search(claim):
        return False
    pleads = _ON_PLEA.search(join_words(candidate.story.text, attribution.cue)) is not None
    return pleads and set(fold_name(attribution.who.name).split()).isdisjoint(fold_name(claim).split())


def _is_on_what_is_not(claim: str) -> bool:
    """Tell whether a claim is that something is not so; "58 cases, not 61" is that there are 58."""
    return _NOT.search(_CONTRAST.sub("", claim)) is not None


def _says_no(claim: str, words: str) -> bool:
    """Tell whether words say plainly that something is not so, or will not be where that is what a claim says."""
    if _IS_NOT.search(words) or _OPENS_WITH_NO.match(words) or CALLS_FALSE.search(words.casefold()):
        return True
    return _IS_TO_BE.search(claim) is not None and _IS_NOT_TO_BE.search(words) is not None


def is_plainly_against(claim: str, candidate: Candidate) -> bool:
    """Tell whether words say from their start that something is not so, which a claim says: "nobody was hurt"."""
    opens = _OPENS_WITH_NO.match(candidate.words) is not None
    return opens and not is_negative(claim) and not is_denial(candidate)


@lru_cache(maxsize=4096)
def is_negative(words: str) -> bool:
    """Tell whether words say that something is not so: "not", "no one", "without"."""
    return _NOT.search(words) is not None or _NONE.search(words) is not None
