"""Who says that they had no part in a thing: of whatever it is told, that denies that they did it."""

import re

from sayso.sources.known.gazetteer import find_country
from sayso.text.names import fold_name
from sayso.trace.finding.candidates import Candidate
from sayso.trace.finding.query import content_words
from sayso.trace.finding.sharing import ClaimWords, unite

TOLD_SHARE = 0.6
"""A story tells of what a claim is about where it has so much of its words."""

_PART = re.compile(
    r"\b(?:involve(?:d|ment)|responsib(?:le|ility)|complicit(?:y)?|(?:role|part|hand) in|behind|to blame|at fault|"
    r"wrongdoing|guilt(?:y)?|innocent)\b",
    re.IGNORECASE,
)
_NOT_DONE = re.compile(r"\b(?:will|would|may|might|can|could|should|must|plans?|to)\b", re.IGNORECASE)
_SUFFIX = re.compile(r" (?:Jr|Sr)\b")
_DOER = re.compile(r"(?:^|\bby (?:the )?)((?:[A-Z][\w.’'-]*(?: |$))+)")


def denies_part(claim: str, candidate: Candidate) -> bool:
    """Tell whether words told as a denial are that somebody had no part in a thing, and a claim is that they did it.

    "Russia is in no way involved in this episode" denies that Russian intelligence poisoned Sergei Skripal, in a story
    of that poisoning, although it names neither him nor poison.
    """
    if _NOT_DONE.search(claim) or not _PART.search(candidate.words):
        return False
    doers = [name.strip() for name in _DOER.findall(claim)]
    return any(_is_cleared(name, candidate) for name in doers) and _is_told(claim, candidate.story.text)


def _is_cleared(doer: str, candidate: Candidate) -> bool:
    """Tell whether the doer of a claim is who speaks, the state that they speak for, or named in what they say."""
    who = candidate.attribution.who if candidate.attribution else None
    words = [word.removesuffix("'s").removesuffix("’s") for word in doer.split()]
    states = {country.state for word in (doer, *words) if (country := find_country(word))}
    if who and who.side in states:
        return True
    if who and who.name and _SUFFIX.search(who.name) and not _SUFFIX.search(doer):
        return False  # the son clears himself
    said = set(fold_name(f"{who.name if who and who.name else ''} {candidate.words}").split())
    return not said.isdisjoint(fold_name(" ".join(words)).split())


def _is_told(claim: str, text: str) -> bool:
    words = ClaimWords([dict.fromkeys(content_words(claim), 1.0)])
    found = unite(bit for _, bit in words.find(text))
    return found.bit_count() >= TOLD_SHARE * len(words)
