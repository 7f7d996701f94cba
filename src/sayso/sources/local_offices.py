"""Offices of cities, counties and members of a union: "Ohio Gov.", "the mayor of Lyon", "Leeds police"."""

import re
from functools import lru_cache

from sayso.sources.gazetteer import find_body, find_country
from sayso.text.outlets import find_outlet

_FIELD = (
    r"(?:health|fire|police|education|environment(?:al)?|transport(?:ation)?|labou?r|agriculture|housing|finance|"
    r"interior|home|justice|energy|planning|public (?:works|safety|health)|parks|water|tourism|culture|economy)"
)
_LEADER = (
    r"(?:(?:deputy |vice |lord |acting )?mayor|mayoress|(?:(?:deputy|lt\.?|lieutenant) )?(?:governor|gov\b\.?)|"
    r"(?:deputy )?(?:chief|first) minister|premier)"
)
_CITYS = (
    r"(?:city (?:hall|manager|attorney|administrator|officials|spokes(?:man|woman|person))|town hall|municipality|"
    r"municipal (?:council|government|authorities|officials))"
)
_MEMBERS = (
    rf"(?:(?:state )?{_FIELD} (?:minister|secretary)|government|attorney general|secretary of state|"
    r"state (?:police|government|officials)|special relief commissioner|(?:district )?collector|highway patrol)"
)
_FORCE = (
    rf"(?:(?:state |city |county )?{_FIELD} (?:department|chief|commissioner|superintendent|director|officer)|"
    rf"(?:{_FIELD} )?(?:officials|authorities)|{_FIELD} official|police(?: (?:force|service|department))?|"
    r"sheriff(?:['’]s (?:office|department|deputies))?|(?:county |district )?prosecutors?|"
    r"district attorney(?:['’]s office)?|medical examiner|coroner|fire (?:brigade|service)|firefighters)"
)
"""What only cities and members of a union have themselves: elsewhere their police are the state's."""
_SPOKES = r"(?: (?:spokes(?:man|woman|person)|captain|sergeant|chief))?"
_OFFICE = rf"(?i:(?P<own>{_LEADER}|{_CITYS}|{_MEMBERS})|(?P<force>{_FORCE})){_SPOKES}"
_DEPARTMENT = r"(?P<department>Department of [A-Z][a-z]+(?:,? (?:and )?[A-Z][a-z]+)*)"
_PLACE = r"(?P<place>[A-Z][\w.-]*[a-z](?: (?:(?:de|do|da|la|el|upon|on|of|the) )?[A-Z][\w-]+){0,3}?(?: County)?)"
_BEFORE = re.compile(rf"(?:the )?{_PLACE}(?:['’]s?)? (?:{_OFFICE}|{_DEPARTMENT})")
_BEHIND = re.compile(
    rf"(?:the )?(?:[a-z]+ )?{_OFFICE} (?:of|for|in|from) (?:the (?:city|state|town|province) of )?{_PLACE}"
)
_CITY_OF = re.compile(rf"(?:the )?(?:city|municipality|town|state) of {_PLACE}")
_BARE = re.compile(
    rf"(?:the )?(?:(?:city|town|village|state|county|province)['’]s )?"
    rf"(?:{_LEADER}|{_CITYS}|(?:city |state |county )?police(?: (?:chief|department|commissioner))?|sheriff){_SPOKES}",
    re.IGNORECASE,
)
_NO_PLACE = re.compile(
    r"\b(?:Republican|Democratic|Democrat|Labour|Conservative|Former|Acting|Deputy|New|Late|The|State|City|Town|"
    r"Police|Military|Metropolitan|National|Federal|Judiciary|Capitol|Transit|Traffic|Riot|Border|Security|University|"
    r"College|School|Airport|Company|Senior|Local|Regional|Provincial|Union|Health|Fire|Public|Central|Vice|Chief|"
    r"General|Mr|Mrs|Ms|Dr|Sir|When|While|As|In|On|At|And|But|Then|House|Senate|Bank|Church|Party|Religious|Military|"
    r"Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Interior|Justice|Prime|Lt|Western|Eastern|Northern|"
    r"Southern|Service|Park|Department|Office|Agency|Bureau|Ministry|Commission|Administration|Institute|"
    r"Association|Transportation|Education|Environment|Foundation|Group|Company|Corp|Inc)\b"
)
"""What stands capitalised before an office and is no place's name."""
_GOVERNORS = re.compile(r"\bgov(?:ernor)?\b(?! of the bank)", re.IGNORECASE)
_PEOPLES = {"Bavarian": "Bavaria", "Scottish": "Scotland", "Welsh": "Wales", "Catalan": "Catalonia", "Saxon": "Saxony"}


def find_place_led(words: str, undivided: str | None) -> str | None:
    """The side of an office that words give with its place: the city, the member of a union, or the state.

    Args:
        words: What a source is called or is: "Ohio Gov.", "police chief of Leeds".
        undivided: The side of the state that they are told of, where police and prosecutors of cities are its own.
    """
    found = _BEFORE.fullmatch(words) or _BEHIND.fullmatch(words) or _CITY_OF.fullmatch(words)
    place = _place_of(found) if found else None
    return undivided if undivided and place and found and found.groupdict().get("force") else place


def find_place_beside(words: str, text: str, undivided: str | None) -> str | None:
    """The one place beside whose name a text has an office that words name without a place: "the mayor", "Gov."."""
    if not _BARE.fullmatch(words):
        return None
    places = _places_led(text)
    kind = "state" if _GOVERNORS.search(words) or words.casefold().startswith("state ") else "city"
    named = {place for place, of in places if of == kind}
    if undivided and "mayor" not in words.casefold():
        return None
    return named.pop() if len(named) == 1 else None


@lru_cache(maxsize=16)
def _places_led(text: str) -> frozenset[tuple[str, str]]:
    """The places whose offices a text names, each as a "state", which has a governor, or a "city"."""
    found = (*re.finditer(rf"\b{_BEFORE.pattern}\b", text), *re.finditer(rf"\b{_BEHIND.pattern}", text))
    return frozenset(
        (place, "state" if _GOVERNORS.search(each["own"]) else "city")
        for each in found
        if each["own"] and re.search("mayor|gov|city|town", each["own"], re.IGNORECASE) and (place := _place_of(each))
    )


def _place_of(found: re.Match[str]) -> str | None:
    place = found["place"].removeprefix("The ")
    groups = found.groupdict()
    if _NO_PLACE.search(place.removesuffix(" City")) or place == "County" or find_outlet(place):
        return None
    if (find_country(place) or find_body(place)) and not _GOVERNORS.search(groups.get("own") or ""):
        return None
    return _PEOPLES.get(place, place)
