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
_NO_VERB = re.compile(
    r"to|of|over|would|later|fresh|(?:(?:on|last|late|early) )*(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
)
"""A cue without its verb, such as "to" of "prompting her to accuse them", or a day: it tells of nothing said."""
_ONLY_HELPS = re.compile(
    r"is|are|was|were|will|can|may|might|did|not|then|also|an?|the|originally|subsequently|quietly|evidently"
)
"""A cue of which only a helping word was read: without a source, and before no clause or quotation, it tells of nothing
said, as 20 times in 335 stories. With a source one in ten is an attribution that was read in part."""
_SAID = re.compile(r"[“\"‘'«„]|(?:that|how|why|whether|what)\b", re.IGNORECASE)
_REFUSED = re.compile(r"(?:(?:has|had|have|was|were|been|being|is|are) )*(?:\w+ly )?refus(?:ed?|es|ing|al of)")
_UNNAMED = re.compile(
    r"(?:(?:has|had|have|also) )*(?:declin|refus|ask|request|prefer)(?:ed|es|ing|red|s)? (?:not )?to "
    r"(?:be (?:named|identified)|(?:give|provide|disclose|reveal|share) (?:his|her|their|its) (?:\w+ )?(?:sur)?names?|"
    r"identify (?:himself|herself|themselves))\b"
)
"""How one stays unnamed, which says nothing of what the story is on."""
_NEEDS_TO_KNOW = re.compile(r"(?:should|must|(?:need|want|ought|have)s? to) know(?: about)?|know about")
_SAW = re.compile(r"(?:(?:has|had|have|been|was|were|also|first) )*(?:seen|viewed|reviewed|obtained|examined)(?: by)?")
_SUPPOSED = re.compile(r"\b[Ll]et(?:['’]s| us) (?:just )?(?:say|be clear|face it)\b")
"""What is only supposed, or opens what follows: "let's say you are late"."""
_IN_WORDS = re.compile(
    r"(?:to|that|comment|(?:(?:any|all|further|immediate|repeated|an?|the|several|two|\w+['’]s?) )*"
    r"(?:comments?|interviews?|requests?|questions?|details|explanation))\b",
    re.IGNORECASE,
)
"""What one refuses in words: "to say", "comment", "requests for an interview"."""


def is_deed(text: str, attribution: Attribution) -> bool:
    """Tell whether an attribution is none.

    Who refused entry, has seen a draft or gives no name did that and said nothing, and a number
    reported was reported by others. "Let's say" says nothing yet.
    """
    if attribution.cue and (
        _NO_VERB.fullmatch(text, *attribution.cue[0])
        or _SUPPOSED.search(text, max(0, attribution.cue[0].start - len("let us just ")), attribution.cue[0].end)
    ):
        return True
    if _has_no_verb(text, attribution):
        return True
    if not (attribution.source and attribution.cue and attribution.content):
        return False
    source, cue = attribution.source[-1], attribution.cue[0]
    if any(form.fullmatch(text, *cue) for form in (_SAW, _NEEDS_TO_KNOW)) or _UNNAMED.match(text, cue.start):
        return True
    if _REFUSED.fullmatch(text, *cue):
        return _IN_WORDS.match(text, attribution.content[0].start) is None
    behind = text[source.end : cue.start] == " "
    return behind and _COUNTED.fullmatch(text, *cue) is not None and _COUNTS.fullmatch(text, *source) is not None


def _has_no_verb(text: str, attribution: Attribution) -> bool:
    """Tell whether nobody is told to say anything: no source, and a cue that only helps a verb ("was")."""
    if attribution.source or not (attribution.cue and attribution.content):
        return False
    only_helps = _ONLY_HELPS.fullmatch(text, *attribution.cue[0]) is not None
    return only_helps and _SAID.match(text, attribution.content[0].start) is None
