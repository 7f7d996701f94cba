"""Who is told or accused of something, and is not its source: "residents were told that", "the court heard that"."""

import re
from dataclasses import replace

from sayso.records import Attribution, Span

_IS = r"(?:is|are|was|were|be|been|being) (?:(?:\w+ly|not|never|also|first|since) )?"
_IS_TOLD = re.compile(rf"(?:\w+ )?{_IS}(?:told|warned|informed|notified|advised|briefed|reminded|alerted)\b")
_IS_TOLD_TO = re.compile(rf"(?:\w+ )?{_IS}(?:reported|told|disclosed|revealed|shown|passed on)(?: to)?")
_IS_ACCUSED = re.compile(r"(?:\w+ )*(?:accused|suspected|charged|blamed|criticised|criticized) (?:of|with|for)")
"""Without its object between, such a verb is passive."""
_IS_THOUGHT = re.compile(
    r"(?:\w+ly )?(?:thought|believed|understood|reported|said|rumou?red|reputed|alleged|known) to (?:have|be)\b"
)
"""Whoever stands before such a participle is not its source: "landed the catch, thought to have been stolen"."""
_CLAIMS = re.compile(
    r"(?:claims|reports|allegations|accusations|rumou?rs|suggestions|suspicions|concerns|fears)(?: that)?"
)
_OF_CLAIMS = re.compile(r"\b(?:into|over|about|amid|despite|against|following) \Z")
_LONGEST_OF_CLAIMS_CHARS = len(" following ")
"""What others claim stands behind such a word: "fired the head of an inquiry into claims that he lied"."""
_COURT = r"(?:court|jury|jurors|inquest|tribunal|inquiry|hearing|trial|commission|magistrates|judge)"
_IS_COURT = re.compile(
    rf"(?:[\w.'’-]+ ){{0,5}}?{_COURT}(?: (?:in|at|of|on) (?:the )?[A-Z][\w'’ -]*)?(?: (?:\w+day|today|yesterday))?",
    re.IGNORECASE,
)
_HEARS = re.compile(r"(?:(?:has|have|had|also|later|previously|then) )*(?:hears?|heard)", re.IGNORECASE)
"""What courts and juries do while others speak: "The court heard that he had fled"."""
_FINDS = re.compile(r"\b(?:found|finds?|finding|declared|ruled|held) \Z")
_LONGEST_FINDS_CHARS = len(" declared ")
_GUILTY = re.compile(r" (?:not )?(?:guilty|liable|in contempt)\b")
_SPEAKS_TO = re.compile(r"\b(?:t(?:ell|ells|old|elling)|ask(?:s|ed|ing)?|urg(?:e|es|ed|ing)|warn(?:s|ed|ing)?) \Z")
_LONGEST_SPEAKS_TO_CHARS = len(" telling ")
_TO = re.compile(r"(?: to)? (?:the |a |an |its |their )?")


def without_recipient(text: str, attribution: Attribution) -> Attribution:
    """An attribution without its source where that is told or accused of it; by whom is then not recorded."""
    if not (attribution.source and attribution.cue):
        return attribution
    source, cue = attribution.source[0], attribution.cue[0]
    if source.end <= cue.start:
        is_told = _IS_TOLD.match(text, *cue) is not None or _IS_ACCUSED.fullmatch(cue.of(text)) is not None
        is_told = (
            is_told
            or _hears_case(source.of(text), cue.of(text))
            or _IS_THOUGHT.match(text, cue.start) is not None
            or _is_on_claims(text, cue)
        )
    else:
        between = text[cue.end : source.start]
        leads_to = " to" in f"{cue.of(text)}{between}" and _TO.fullmatch(between) is not None
        is_told = leads_to and _IS_TOLD_TO.fullmatch(cue.of(text)) is not None
    return replace(attribution, source=()) if is_told else attribution


def _is_on_claims(text: str, cue: Span) -> bool:
    behind = _OF_CLAIMS.search(text, max(0, cue.start - _LONGEST_OF_CLAIMS_CHARS), cue.start)
    return behind is not None and _CLAIMS.fullmatch(text, *cue) is not None


def _hears_case(source: str, cue: str) -> bool:
    return _HEARS.fullmatch(cue) is not None and _IS_COURT.fullmatch(source) is not None


def is_spoken_to(text: str, attribution: Attribution) -> bool:
    """Tell whether a colon follows whom another speaks to: "Doe tells Roe: It leaks"."""
    if not (attribution.source and attribution.cue and attribution.cue[0].of(text) == ":"):
        return False
    source = attribution.source[0]
    return _SPEAKS_TO.search(text, max(0, source.start - _LONGEST_SPEAKS_TO_CHARS), source.start) is not None


def is_on_verdict(text: str, attribution: Attribution) -> bool:
    """Tell whether words only tell of the verdict on whom they seem to quote: "found a man guilty of theft"."""
    source = next(iter(attribution.source), None)
    if source is None:
        return False
    found = _FINDS.search(text, max(0, source.start - _LONGEST_FINDS_CHARS), source.start)
    return found is not None and _GUILTY.match(text, source.end) is not None
