"""What a query asks: a claim, perhaps of a month, in one speaker's mouth, or that reports of it are false."""

import re
from dataclasses import dataclass, replace

from sayso.text.asking import take_asking_away
from sayso.trace.finding.periods import Month, take_month

_SAYS = (
    r"says?|said|admit(?:s|ted)?|confirm(?:s|ed)?|claim(?:s|ed)?|announce[sd]?|acknowledge[sd]?|state[sd]?|"
    r"report(?:s|ed)?|maintain(?:s|ed)?|insist(?:s|ed)?|warn(?:s|ed)?|believe[sd]?|think|thinks"
)
_WHO = r"(?P<who>who(?: else| first)?|[A-Z][\w.’' -]{1,80}?)"
_ANYBODY = re.compile("[Ww]ho(?: else| first)?")
"""Whoever said it is asked for, and no health organization: "Who said that", not "WHO said that"."""
_SPEAKER = re.compile(rf"{_WHO} (?:{_SAYS})(?: that)? (?P<what>\S.+)")
_DONE_TO = re.compile(r"(?P<be>is|are|was|were) (?!it true that)", re.IGNORECASE)
"""How a query starts that asks what was done to whom it names: "Was Jane Doe warned of it?"."""
_CLAIMS = (
    r"(?:the |any |all )?(?:reports?|claims?|rumou?rs?|allegations?|accusations?|suggestions?) (?:that |of |about )"
)
_PART = r"involvement|responsibility|wrongdoing|guilt|knowledge|links?|ties|part|role"
_DENIES = re.compile(
    rf"{_WHO} (?:has |have |had )?(?:\w+ly )?(?:(?:reject(?:s|ed)?|disput(?:es?|ed)) {_CLAIMS}|den(?:y|ies|ied) "
    rf"(?:{_CLAIMS}|that |(?=(?P<doing>(?:ever )?\w+ing\b)|(?P<part>(?:any )?(?:{_PART})\b))))(?P<what>\S.+)"
)
"""Of things that are no claim a denial is something else: "denied bail", "rejected the plan"."""
_OF_WHO = re.compile(r"(?:he|she|it|they)\b", re.IGNORECASE)
_FALSE = re.compile(
    r"(?:are |is |were |was )?(?:the )?(?:reports?|claims?|rumou?rs?|allegations?|stories) (?:of|that|about) "
    r"(?P<what>.+?),? "
    r"(?:are |is |were |was )?(?:false|untrue|not true|wrong|fake|baseless|unfounded|a lie|lies|a hoax)\??",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Question:
    """A query as it is to be answered.

    Attributes:
        claim: What stories are to state.
        speaker: Who is to say it ("United States"); None where anybody may.
        month: In which month it is to have been; None where none is named with its year.
        is_denial: Whether it is asked that the claim be false: denials of it are then what supports the query.
    """

    claim: str
    speaker: str | None = None
    month: Month | None = None
    is_denial: bool = False


def read_question(query: str) -> Question:
    """Read a query.

    "Russia admits North Korean soldiers fought" asks for Russia's word alone. "Reports of soldiers in Russia are false"
    is supported by who denies them, and "Russia denies losing soldiers" by Russia alone, where it does. "In November
    2024" is taken out of the claim: stories give the day of their publication, not the month, for what they tell.
    """
    text, month = take_month(" ".join(query.split()))
    return replace(_read(text), month=month)


def _read(text: str) -> Question:
    if found := _FALSE.fullmatch(text):
        return Question(found["what"], is_denial=True)
    claim = take_asking_away(text)
    if found := _DENIES.fullmatch(claim):
        return Question(_denied(found), speaker=_speaker_of(found), is_denial=True)
    if found := _SPEAKER.fullmatch(claim):
        if done := _DONE_TO.match(text):
            who = found["who"]
            return Question(f"{who} {done['be'].lower()}{claim.removeprefix(who)}")
        return Question(found["what"], speaker=_speaker_of(found))
    return Question(claim)


def _speaker_of(found: re.Match[str]) -> str | None:
    return None if _ANYBODY.fullmatch(found["who"]) else found["who"]


def _denied(found: re.Match[str]) -> str:
    """What somebody denies as a statement: of "Jane Doe denied taking money" it is "Jane Doe taking money"."""
    who, what = found["who"], found["what"]
    if _ANYBODY.fullmatch(who):
        return what
    if found["doing"]:
        return f"{who} {what}"
    if found["part"]:
        return f"{who} had {what}"
    return _OF_WHO.sub(lambda _: who, what, count=1) if _OF_WHO.match(what) else what
