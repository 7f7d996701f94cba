"""Words that leave open what a claim says: "it is not clear who was behind it", "an inquiry into reports that"."""

import re

from sayso.trace.finding.query import content_words
from sayso.trace.finding.sharing import ClaimWords, unite

_MERE_CLAIMS = r"(?:the |any |some )?(?:\w+ )?(?:claims?|reports?|allegations?|accusations?|rumou?rs?|suggestions?)\b"
_OPEN = re.compile(
    r"\b(?:not (?:\w+ )?clear|unclear|uncertain)\W+(?:who|whom|whose|whether|if|what|which|how|why|where|when|that)\b|"
    r"\bno reason to (?:conclude|believe|think|suspect|expect|assume)\b|"
    r"\b(?:no|not (?:find|found|see|seen|have)) (?:any )?(?:\w+ )?(?:evidence|signs?|proof|indications?)\b|"
    r"\btoo (?:early|soon) to (?:say|tell|know|conclude)\b|"
    r"\b(?:answers?|explanations?|clarity|clarification|inquir(?:y|ies)|investigations?|probes?|questions|concerns?)\b"
    rf"(?: on \w+)? (?:over|into|about|for|on|regarding) {_MERE_CLAIMS}|"
    rf"\b(?:investigate|look(?:ing)? into|examine|clarify|explain|answer) {_MERE_CLAIMS}",
    re.IGNORECASE,
)
_NEGATIVE = re.compile(r"\b(?:not?|never|cannot|nobody|none|nothing|neither|without|unclear)\b|n['’]t\b", re.IGNORECASE)


def is_left_open(claim: str, words: str) -> bool:
    """Tell whether words say that something is not known or is to be looked into, and a claim is part of that.

    Not where the claim itself is that something is not so, or not known.
    """
    found = _OPEN.search(words)
    if found is None or _NEGATIVE.search(claim):
        return False
    asked = ClaimWords([dict.fromkeys(content_words(claim), 1.0)])
    before, behind = (
        unite(bit for _, bit in asked.find(part)) for part in (words[: found.start()], words[found.end() :])
    )
    return bool(behind & ~before)
