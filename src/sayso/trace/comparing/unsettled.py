"""Words that leave open what a claim says: "it is not clear who was behind it", "an inquiry into reports that"."""

import re

from sayso.trace.finding.query import content_words
from sayso.trace.finding.sharing import ClaimWords, unite

_MERE_CLAIMS = r"(?:the |any |some )?(?:\w+ )?(?:claims?|reports?|allegations?|accusations?|rumou?rs?|suggestions?)\b"
_OPEN = re.compile(
    r"\b(?:not (?:\w+ )?clear|unclear|uncertain)\W+(?:who|whom|whose|whether|if|what|which|how|why|where|when|that)\b|"
    r"\bno reason to (?:conclude|believe|think|suspect|expect|assume)\b|"
    r"\b(?:no|not (?:find|found|see|seen|have)) (?:any )?(?:\w+ )?(?:evidence|signs?|proof|indications?)\b|"
    r"\b(?:cast(?:s|ing)?|raise[sd]?|express(?:es|ed)?) (?:\w+ )?doubts? (?:on|over|about|that)\b|"
    r"\bs[ck]eptical (?:that|of|about)\b|\bdoubt(?:s|ed|ing)? (?:that|whether|if)\b|"
    r"\bquestion(?:s|ed|ing)? (?:whether|if)\b|"
    r"\btoo (?:early|soon) to (?:say|tell|know|conclude)\b|"
    r"\b(?:answers?|explanations?|clarity|clarification|inquir(?:y|ies)|investigations?|probes?|questions|concerns?)\b"
    rf"(?: on \w+)? (?:over|into|about|for|on|regarding) {_MERE_CLAIMS}|"
    rf"\b(?:investigate|look(?:ing)? into|examine|clarify|explain|answer|over|about|amid|despite|regarding)"
    rf" {_MERE_CLAIMS}|"
    r"\b(?:investigat\w+|prob(?:e[sd]?|ing)|inquir(?:y|ies|ed|ing)|examin\w+|look(?:s|ed|ing)? (?:into|at))\b"
    r"[^.;,]{0,60}?\b(?:possible|potential|alleged|suspected|whether)\b",
    re.IGNORECASE,
)
_IF = re.compile(r"(?:^|[,;] )(?:that )?if (?!only\b|not\b)[^,;]{3,80}(?=,)", re.IGNORECASE)
"""A condition: "if convicted, he faces ten years"."""
_INQUIRY = re.compile(r"\b(?:investigat|inquir|probe|probing|examin)", re.IGNORECASE)
_NEGATIVE = re.compile(r"\b(?:not?|never|cannot|nobody|none|nothing|neither|without|unclear)\b|n['’]t\b", re.IGNORECASE)


def is_left_open(claim: str, words: str) -> bool:
    """Tell whether words say that something is not known, looked into or supposed, and a claim is part of that.

    Not where the claim itself is that something is not so or not known, or is on an inquiry.
    """
    opened = [found for form in (_OPEN, _IF) if (found := form.search(words))]
    if not opened or _NEGATIVE.search(claim) or _INQUIRY.search(claim):
        return False
    asked = ClaimWords([dict.fromkeys(content_words(claim), 1.0)])
    return any(_leaves_open(asked, words, found) for found in opened)


def _leaves_open(asked: ClaimWords, words: str, found: re.Match[str]) -> bool:
    """Tell whether a claim's words stand behind what leaves them open, or in a condition, and not before it."""
    before, behind = words[: found.start()], words[found.end() :]
    settled, left = (before + behind, found.group()) if found.re is _IF else (before, behind)
    return bool(_bits(asked, left) & ~_bits(asked, settled))


def _bits(asked: ClaimWords, words: str) -> int:
    return unite(bit for _, bit in asked.find(words))
