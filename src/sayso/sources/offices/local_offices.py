"""Offices of cities, counties and members of a union: "Ohio Gov.", "the mayor of Lyon", "Leeds police"."""

import re
from enum import StrEnum
from functools import lru_cache

from sayso.sources.known.gazetteer import find_body, find_country
from sayso.sources.names.name_starts import OPEN_PLACES
from sayso.sources.offices.office_fields import LOCAL_FIELD
from sayso.text.outlets import find_outlet


class Level(StrEnum):
    """What a place is that has offices of its own."""

    CITY = "city"
    COUNTY = "county"
    MEMBER = "member of a union"


_LEADER = (
    r"(?:(?:deputy |vice |lord |acting )?mayor|mayoress|(?:(?:acting|deputy|lt\.?|lieutenant) )?(?:governor|gov\b\.?)|"
    r"(?:deputy )?(?:chief|first) minister|premier)"
)
_CITYS = (
    r"(?:city (?:hall|manager|attorney|administrator|officials|spokes(?:man|woman|person))|town hall|municipality|"
    r"municipal (?:council|government|authorities|officials))"
)
_MEMBERS = (
    rf"(?:(?:state )?{LOCAL_FIELD} (?:minister|secretary)|government|attorney general|secretary of state|"
    r"state (?:police|government|officials)|special relief commissioner|(?:district )?collector|highway patrol)"
)
_FORCE = (
    rf"(?:(?:state |city |county )?{LOCAL_FIELD} (?:department|chief|commissioner|superintendent|director|officer)|"
    rf"(?:{LOCAL_FIELD} )?(?:officials|authorities)|{LOCAL_FIELD} official|police(?: (?:force|service|department))?|"
    r"sheriff(?:['’]s (?:office|department|deputies))?|(?:county |district )?prosecutors?|"
    r"(?:district |(?<=county ))attorney(?:['’]s office)?|medical examiner|coroner|fire (?:brigade|service)|"
    r"firefighters)"
)
"""What only cities and members of a union have themselves: elsewhere their police are the state's."""
RANK = (
    r"(?:(?:detective|chief|senior|deputy) )*"
    r"(?:constable|inspector|superintendent|sergeant|captain|lieutenant|detective)"
)
"""Of police."""
_SPOKES = rf"(?: (?:spokes(?:man|woman|person)|chief|{RANK}))?"
_OFFICE = rf"(?i:(?P<own>{_LEADER}|{_CITYS}|{_MEMBERS}){_SPOKES}|(?P<force>{_FORCE}){_SPOKES})"
_DEPARTMENT = r"(?P<department>Department of [A-Z][a-z]+(?:,? (?:and )?[A-Z][a-z]+)*)"
_DIVISION = r"(?:[Rr]egion|[Oo]blast|[Pp]rovince|[Gg]overnorate|[Pp]refecture|County)"
_OPENING = "|".join(map(re.escape, sorted(OPEN_PLACES)))
_PLACE = (
    rf"(?P<place>(?:(?:{_OPENING}) (?=[A-Z]))?"
    r"[A-Z][\w.-]*[a-z](?: (?:(?:de|do|da|la|el|upon|on|of|the) )?[A-Z][\w-]+){0,3}?"
    rf"(?: {_DIVISION})?)"
)
_BEFORE = re.compile(rf"(?:the )?{_PLACE}(?:['’]s?)? (?:{_OFFICE}|{_DEPARTMENT})")
_BEHIND = re.compile(
    rf"(?:the )?(?:[a-z]+ )?{_OFFICE} (?:of|for|in|from) (?:the (?:(?:city|state|town|province) of )?)?{_PLACE}"
)
_REGION = re.compile(r"\b(?P<place>[A-Z][\w-]+(?: [A-Z][\w-]+)?) (?i:region|oblast|province|governorate)\b(?! of)")
"""What a text calls a region, whose governor a bare "regional governor" is where it calls but one so."""
_CITY_OF = re.compile(rf"\b(?:the )?(?:city|municipality|town) of {_PLACE}\b")
_LED = re.compile("mayor|gov|city|town", re.IGNORECASE)
_OF_PLACES_ONLY = re.compile(r"mayor|\bgov", re.IGNORECASE)
"""Offices that are no state's even where it is undivided."""
_GOVERNMENT = re.compile("government", re.IGNORECASE)
_BARE = {
    Level.CITY: re.compile(
        rf"(?:the )?(?:(?:city|town|village)['’]s )?(?:(?:(?:deputy|vice|lord|acting) )?mayor|mayoress|{_CITYS}|"
        rf"(?:city )?police(?: (?:chief|department|commissioner))?|chief of police|city (?:council spokesman|utility)|"
        rf"(?:the )?city|(?:mayor|city)['’]s (?:office|spokes(?:man|woman|person))|"
        rf"spokes(?:man|woman|person) (?:for|of) (?:the )?(?:mayor|city|police)){_SPOKES}",
        re.IGNORECASE,
    ),
    Level.COUNTY: re.compile(
        rf"(?:the )?(?:county['’]s )?(?:sheriff(?:['’]s (?:office|department|deputies))?|(?:the )?county|"
        rf"county (?:officials|prosecutors?|executive|coroner|medical examiner|health officer|health department)|"
        rf"district attorney){_SPOKES}",
        re.IGNORECASE,
    ),
    Level.MEMBER: re.compile(
        r"(?:the )?(?:(?:state|province|region|county)['’]s )?"
        r"(?:(?:(?:lt\.?|lieutenant|acting|local|regional|provincial|county) )?gov(?:ernor|\.)?|chief minister|"
        rf"first minister|state (?:{LOCAL_FIELD} (?:minister|secretary|director|department|officials?|commissioner)|"
        rf"police|government|auditor|attorney general|officials)|governor['’]s office){_SPOKES}",
        re.IGNORECASE,
    ),
}
"""Offices of each level whose place the words do not tell."""
_NO_PLACE = re.compile(
    r"\b(?:Republican|Democratic|Democrat|Labour|Conservative|Former|Acting|Deputy|New(?! [A-Z])|Late|The|State|City|"
    r"District|Town|Police|Military|Metropolitan|National|Federal|Judiciary|Capitol|Transit|Traffic|Riot|Border|Security|"
    r"University|College|School|Airport|Company|Senior|Local|Regional|Provincial|Union|Health|Fire|Public|Central|Vice|Chief|"
    r"General|Defen[cs]e|Intelligence|Mr|Mrs|Ms|Dr|Sir|When|While|As|In|On|At|And|But|Then|Not|So|Yet|Still|Even|Only|Some|Many|Most|Other|"
    r"Another|All|No|One|Two|After|Before|Since|Until|If|For|With|From|By|To|Because|Although|Though|This|That|His|Her|"
    r"Their|Our|House|Senate|Bank|Church|Party|Religious|Military|"
    r"Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Interior|Justice|Prime|Lt|Western|Eastern|Northern|"
    r"Southern|Service|Park|Department|Office|Agency|Bureau|Ministry|Commission|Administration|Institute|"
    r"Association|Transportation|Education|Environment|Foundation|Group|Company|Corp|Inc|First|Second|Third|Assistant|"
    r"Associate|Executive|Interim|Lieutenant|President|Outgoing|Incoming|Longtime|Special)\b"
)
"""What stands capitalised before an office and is no place's name."""
_HOW_ITS_LEADER_IS = re.compile(
    r"^(?:Embattled|Disgraced|Beleaguered|Indicted|Ousted|Outspoken|Powerful|Popular|Fellow|Neighbou?ring|Nearby|Current|"
    r"Then|Veteran|Vulnerable|Retiring) (?=[A-Z])"
)
"""What a sentence's start makes big before a place: "Embattled Ohio Governor"."""
_DIVIDED = re.compile(rf" {_DIVISION}$")
"""What a governor's place is called by in one story and not in the next."""
_GOVERNORS = re.compile(r"\bgov(?:ernor)?\b(?! of the bank)", re.IGNORECASE)
_PEOPLES = {"Bavarian": "Bavaria", "Scottish": "Scotland", "Welsh": "Wales", "Catalan": "Catalonia", "Saxon": "Saxony"}


_PARTISAN = re.compile(r"\b(?:Republican|Democrat(?:ic)?|GOP) ")
"""What US news puts before an office of a place, beside the place: "Ohio Republican Secretary of State"."""


@lru_cache(maxsize=1 << 12)
def find_place_led(words: str, undivided: str | None) -> str | None:
    """The side of an office that words give with its place: the city, the member of a union, or the state.

    Args:
        words: What a source is called or is: "Ohio Gov.", "police chief of Leeds".
        undivided: The side of the state that they are told of, where police and prosecutors of cities are its own.
    """
    office = _PARTISAN.sub("", words)
    found = _BEFORE.fullmatch(office) or _BEHIND.fullmatch(office) or _CITY_OF.fullmatch(office)
    place = _place_of(found) if found else None
    return undivided if undivided and place and found and found.groupdict().get("force") else place


@lru_cache(maxsize=1 << 12)
def find_capital_led(words: str) -> str | None:
    """The capital whose mayor or governor words name: "mayor of London", who speaks for no government."""
    found = _BEFORE.fullmatch(words) or _BEHIND.fullmatch(words)
    place = _place_of(found) if found and _OF_PLACES_ONLY.search(found["own"] or "") else None
    country = find_country(place) if place else None
    if country is None or place != country.capital:
        return None
    # "The central government in Beijing" is China's.
    is_states = found is not None and _GOVERNMENT.search(found["own"]) is not None and place != country.name
    return None if is_states else place


@lru_cache(maxsize=4096)
def level_of(words: str) -> Level | None:
    """The level of an office that words name without its place; None where they name none."""
    return next((level for level, bare in _BARE.items() if bare.fullmatch(words)), None)


@lru_cache(maxsize=4096)
def place_and_level(words: str) -> tuple[str, Level] | None:
    """The place whose office words name, with the level of that office."""
    found = _BEFORE.fullmatch(words) or _BEHIND.fullmatch(words)
    place = _place_of(found) if found else None
    if found is None or place is None:
        return None
    office = words.replace(found["place"], "", 1).strip(" '’s")
    return place, level_of(office.partition(" of")[0]) or Level.CITY


def find_place_beside(words: str, text: str, undivided: str | None) -> str | None:
    """The one place beside whose name a text has an office that words name without a place: "the mayor", "Gov."."""
    level = level_of(words)
    if level is None or (undivided and not _OF_PLACES_ONLY.search(words)):
        return None
    named = {place for place, of in _places_led(text) if of is level}
    return named.pop() if len(named) == 1 else None


@lru_cache(maxsize=16)
def _places_led(text: str) -> frozenset[tuple[str, Level]]:
    """The places whose leaders a text names, and cities that it calls so, with their level."""
    found = (*re.finditer(rf"\b{_BEFORE.pattern}\b", text), *re.finditer(rf"\b{_BEHIND.pattern}", text))
    led = {
        (place, Level.MEMBER if _GOVERNORS.search(each["own"]) else Level.CITY)
        for each in found
        if each["own"] and _LED.search(each["own"]) and (place := _place_of(each))
    }
    cities = {(place, Level.CITY) for each in _CITY_OF.finditer(text) if (place := _place_of(each))}
    regions = {(place, Level.MEMBER) for each in _REGION.finditer(text) if (place := _place_of(each))}
    return frozenset(led | cities | regions)


def _place_of(found: re.Match[str]) -> str | None:
    place, groups = _HOW_ITS_LEADER_IS.sub("", found["place"].removeprefix("The ")), found.groupdict()
    is_governors = _GOVERNORS.search(groups.get("own") or "") is not None
    if is_governors:
        place = _DIVIDED.sub("", place)
    if _NO_PLACE.search(place.removesuffix(" City")) or place == "County" or find_outlet(place):
        return None
    country = find_country(place)
    is_citys = country is not None and place == country.capital and _OF_PLACES_ONLY.search(groups.get("own") or "")
    if (country or find_body(place)) and not (is_governors or is_citys):
        return None
    return _PEOPLES.get(place, place)
