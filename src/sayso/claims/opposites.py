"""Words that cannot both be so of one thing: who tested negative did not test positive."""

import re

_SO_MANY = r"(?:at least |more than |about |around |over |some |nearly )?(?:\d|dozens|scores|hundreds|thousands)"
"""Of "a disaster that killed at least 93" none is who was found alive."""
_PAIRS = (
    (
        r"accept(?:s|ed|ing|ance)?|approv(?:e[sd]?|ing|al)",
        r"reject(?:s|ed|ing|ion)?|veto(?:e[sd]|ing)?|turn(?:s|ed)? down",
    ),
    (r"(?<!not )guilty|convict(?:s|ed|ing|ion)?", r"acquit(?:s|ted|ting|tal)?|innocent|not guilty"),
    (r"positive(?:ly)?", r"negative(?:ly)?"),
    (r"support(?:s|ed|ing)?|back(?:s|ed|ing)|favou?r(?:s|ed|ing)?|in favou?r", r"oppos(?:e[sd]?|ing|ition)"),
    (
        r"rises?|rose|risen|rising|increas(?:e[sd]?|ing)|grow(?:s|n|ing|th)?|grew",
        r"falls?|fell|fallen|falling|decreas(?:e[sd]?|ing)|declin(?:e[sd]?|ing)|drop(?:s|ped|ping)?|sh?r[aiu]nk(?:s|ing)?",
    ),
    (r"uph[eo]ld(?:s|ing)?|affirm(?:s|ed|ing)?", r"overturn(?:s|ed|ing)?|str(?:ikes?|uck|iking) down"),
    (r"lawful(?:ly)?|legal(?:ly)?|constitutional(?:ly)?", r"unlawful(?:ly)?|illegal(?:ly)?|unconstitutional(?:ly)?"),
    (r"admit(?:s|ted|ting)?|acknowledg(?:e[sd]?|ing)", r"den(?:y|ies|ied|ying|ial)"),
    (r"alive|surviv(?:e[sd]?|ing|ors?)", rf"dead|die[sd]?|dying|killed(?! {_SO_MANY})|deaths?"),
)
_GENUINE = ((r"genuine|authentic(?:ity)?", r"forg(?:ed|ery|eries)|fake[sd]?|fabricat(?:ed|ion)s?|doctored"),)
"""What one says of a paper or a picture denies the other, whoever says it and when."""


def _both_ways(pairs: tuple[tuple[str, str], ...]) -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    return tuple(
        (re.compile(rf"\b(?:{one})\b", re.IGNORECASE), re.compile(rf"\b(?:{other})\b", re.IGNORECASE))
        for pair in pairs
        for one, other in (pair, pair[::-1])
    )


_OPPOSITES, _TRUTHS = _both_ways(_PAIRS + _GENUINE), _both_ways(_GENUINE)
_NEGATION = re.compile(
    r"\b(?:not(?! guilty)|never|no|nobody|none|neither|nor|cannot|without)\b|n['’]t\b", re.IGNORECASE
)


def are_opposed(claim: str, words: str) -> bool:
    """Tell whether words say the opposite of what a claim does: "acquitted" where it says "guilty".

    Not where they say both, nor where only one of the two is negated: "did not reject" may well be "accepted".
    """
    return _are_on_two_sides(claim, words, _OPPOSITES)


def is_genuine_against(claim: str, words: str) -> bool:
    """Tell whether one of two calls genuine what the other calls a forgery: who says the words denies the claim."""
    return _are_on_two_sides(claim, words, _TRUTHS)


def _are_on_two_sides(claim: str, words: str, pairs: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]) -> bool:
    if bool(_NEGATION.search(claim)) != bool(_NEGATION.search(words)):
        return False
    return any(
        one.search(claim) and other.search(words) and not one.search(words) and not other.search(claim)
        for one, other in pairs
    )
