"""Words that leave open what a claim says: "it is not clear who was behind it", "no reason to conclude that"."""

import re

from sayso.trace.query import content_words
from sayso.trace.sharing import ClaimWords, unite

_OPEN = re.compile(
    r"\b(?:not (?:\w+ )?clear|unclear|uncertain)\W+(?:who|whom|whose|whether|if|what|which|how|why|where|when|that)\b|"
    r"\bno reason to (?:conclude|believe|think|suspect|expect|assume)\b|"
    r"\b(?:no|not (?:find|found|see|seen|have)) (?:any )?(?:\w+ )?(?:evidence|signs?|proof|indications?)\b|"
    r"\btoo (?:early|soon) to (?:say|tell|know|conclude)\b",
    re.IGNORECASE,
)
_NEGATIVE = re.compile(r"\b(?:not?|never|cannot|nobody|none|nothing|neither|without|unclear)\b|n['’]t\b", re.IGNORECASE)


def is_left_open(claim: str, words: str) -> bool:
    """Tell whether words say that something is not known, and what a claim says is part of that.

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
