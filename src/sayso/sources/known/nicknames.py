"""Short forms of given names, and what they may be short for."""

_NICKNAMES = """
pat patrick patricia
joe joseph
bill william
will william
mike michael
jim james
tony anthony antony
tom thomas
dan daniel
dave david
steve steven stephen
chris christopher christine
matt matthew
ben benjamin
bob robert
rob robert
nick nicholas nicolas
ed edward
jeff jeffrey
greg gregory
andy andrew
ken kenneth
ron ronald
don donald
sam samuel samantha
tim timothy
liz elizabeth
kate katherine
pete peter
rick richard
dick richard
larry lawrence
chuck charles
charlie charles
vlad vladimir
volodia vladimir
sasha alexander
misha mikhail
"""
"""Short given name, then what it may be short for."""

_SHORT_FOR = {line.split()[0]: frozenset(line.split()[1:]) for line in _NICKNAMES.strip().splitlines()}


def is_short_for(one: str, other: str) -> bool:
    """Tell whether of two given names, folded, one may be short for the other."""
    return other in _SHORT_FOR.get(one, ()) or one in _SHORT_FOR.get(other, ())


def other_forms(given: str) -> frozenset[str]:
    """The short and the full forms that a given name, folded, may stand for."""
    return _SHORT_FOR.get(given, frozenset()) | {short for short, full in _SHORT_FOR.items() if given in full}
