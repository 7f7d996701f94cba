"""Words that point back to what stands before them: "denied it", "it was a lie", "no such talk took place"."""

import re

from sayso.evidence.words.falsehood import FALSE

WHAT_STANDS_BEFORE = (
    r"(?:it|this|that|them|(?:all of |both of )?which|something|"
    r"(?:(?:an?|the|those|these|this|that|such|any|all|his|her|their|its) )*(?:\w+ )?"
    r"(?:account|accusation|allegation|assertion|charge|claim|report|rumou?r|stor(?:y|ie)|suggestion)s?)"
)
_NOTHING_ELSE = re.compile(rf"{WHAT_STANDS_BEFORE}\W*", re.IGNORECASE)
"""Nothing but what stands before: "denied it", "rejects these allegations"."""
_PRONOUN = re.compile(r"(?:it|this|that|them|(?:(?:all|both) of )?which|something)\W*", re.IGNORECASE)
_CALLED_FALSE = re.compile(
    r"\W*(?:(?:that )?(?:it|that|this|they|these) (?:is|was|are|were)(?: \w+ly| all| just)*(?: an?)? [\"“]?"
    rf"{FALSE}\b"
    r"|(?:(?:it|that|this)['’]s|all)(?: \w+ly| all| just)*(?: an?)? (?:lies?|false|untrue|nonsense|rubbish)\b"
    r"|(?:absolutely not|certainly not|not at all|no|never)\W*\Z)",
    re.IGNORECASE,
)
"""So is what opens by calling that false, and a bare no: "It was a lie", "Absolutely not."."""
_NO_SUCH = re.compile(
    r"\W*(?:that )?(?:there (?:is|was|were) )?(?:no such|nothing of the (?:kind|sort))\b", re.IGNORECASE
)


def points_back(words: str) -> bool:
    """Tell whether words, if they are told as a denial, deny what stands before them."""
    return _NOTHING_ELSE.fullmatch(words) is not None or _CALLED_FALSE.match(words) is not None


def is_pronoun(words: str) -> bool:
    """Tell whether words are a pronoun alone, which says nothing without what stands before."""
    return _PRONOUN.fullmatch(words) is not None


def says_no_such(words: str) -> bool:
    """Tell whether words open by saying that nothing of what stands before was so, however they are told."""
    return _NO_SUCH.match(words) is not None
