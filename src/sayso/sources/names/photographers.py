"""Names in credits of pictures: "AP Photo/Jane Doe", "Jane Doe / Reuters"."""

import re

from sayso.sources.names.mentions import Mention

_PICTURE_CREDIT = re.compile(
    r" ?/ ?(?:AP|AFP|Reuters|REUTERS|Getty|EPA|NPR|Bloomberg|Associated Press|Shutterstock|The )\b"
)
"""Behind a photographer's name, who has no part in the story."""
_CREDITED_TO = re.compile(r"(?:(?:Photo|Images?|AP|AFP|REUTERS|Reuters|EPA) ?/ ?|\b(?:Image|Credit): )\Z")
"""Before it: "AP Photo/Jane Doe", "Image: Jane Doe"."""
_LABEL_ENDS = ("/", "/ ", ": ")
"""How that ends, which is told before it is searched: nearly no name stands behind one."""
_LONGEST_CREDIT_CHARS = 12


def is_photographer(text: str, mention: Mention) -> bool:
    """Tell whether a name is that of a photographer whom a story credits."""
    at = mention.span.start
    is_labelled = text.endswith(_LABEL_ENDS, 0, at)
    credited = is_labelled and _CREDITED_TO.search(text, max(0, at - _LONGEST_CREDIT_CHARS), at) is not None
    return credited or _PICTURE_CREDIT.match(text, mention.span.end) is not None
