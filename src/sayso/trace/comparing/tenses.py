"""What is still to come: "will send" is not stated by words on what was sent."""

import re

_TO_COME = re.compile(
    r"\b(?:will|won['’]t|shall|(?:is|are) (?:going|set|due|about|expected|likely) to|plans to|intends? to)\b"
)
_HEADLINE = re.compile(r"(?:[A-Z0-9][\w'’.-]* )+to [a-z]+\b(?! of\b)")
"""A future as headlines have it: "North Torva to send soldiers"."""
_MAY_COME = re.compile(
    r"\b(?:will|won|shall|would|could|may|might|should|must|can|cannot|going|set|due|about to|expect\w*|likely|"
    r"plan\w*|inten[dt]\w*|prepar\w*|ready|readying|want\w*|hop(?:e[sd]?|ing)|promis\w*|vow\w*|pledg\w*|"
    r"agree[sd]?|commit(?:s|ted|ting|ments?)?|determin\w*|threat\w*|warn\w*|offer\w*|propos\w*|"
    r"consider\w*|order(?:s|ed)?|urg(?:e[sd]?|ing)|"
    r"call(?:s|ed|ing) (?:for|on)|demand\w*|signs?|soon|next|tomorrow|upcoming|forthcoming|coming|future|later|"
    r"to be|is to|are to|until|deadline|before|if|when|ahead|working|try\w*|seek\w*|aim\w*)\b|['’]ll\b",
    re.IGNORECASE,
)


def is_past_only(claim: str, words: str) -> bool:
    """Tell whether a claim is on what is still to come, and words have nothing that may be."""
    return bool(_TO_COME.search(claim) or _HEADLINE.match(claim)) and not _MAY_COME.search(words)
