"""What reads as an attribution and tells a deed or a count: "refused a test", "the number reported on Monday"."""

import re

from sayso.records import Attribution

_COUNTS = re.compile(
    r"(?:[\w,.-]+ )*(?:number|total|figure|count|tally|toll|sum|amount|rate|cases|deaths|infections|incidents|losses|"
    r"complaints|injuries|casualties)",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"(?:officially |already |yet )?(?:reported|recorded|registered|confirmed|logged|counted|documented)"
)
_REFUSED = re.compile(r"(?:(?:has|had|have|was|were|been|being|is|are) )*(?:\w+ly )?refus(?:ed?|es|ing|al of)")
_SAW = re.compile(r"(?:(?:has|had|have|been|was|were|also|first) )*(?:seen|viewed|reviewed|obtained|examined)(?: by)?")
_IN_WORDS = re.compile(
    r"(?:to|that|comment|(?:(?:any|all|further|immediate|repeated|an?|the|several|two|\w+['’]s?) )*"
    r"(?:comments?|interviews?|requests?|questions?|details|explanation))\b",
    re.IGNORECASE,
)
"""What one refuses in words: "to say", "comment", "requests for an interview"."""


def is_deed(text: str, attribution: Attribution) -> bool:
    """Tell whether an attribution is none.

    Who refused entry or has seen a draft did that and said nothing, and a number reported was reported by others.
    """
    if not (attribution.source and attribution.cue and attribution.content):
        return False
    source, cue = attribution.source[-1], attribution.cue[0]
    if _SAW.fullmatch(text, *cue):
        return True
    if _REFUSED.fullmatch(text, *cue):
        return _IN_WORDS.match(text, attribution.content[0].start) is None
    behind = text[source.end : cue.start] == " "
    return behind and _COUNTED.fullmatch(text, *cue) is not None and _COUNTS.fullmatch(text, *source) is not None
