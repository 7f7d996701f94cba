"""Offices and forces that are a whole state's: "the Interior Ministry", "coast guard", in most states "prosecutors"."""

import re
from functools import lru_cache

from sayso.sources.offices.office_fields import NATIONAL_FIELD
from sayso.sources.offices.unlisted_states import is_of_unlisted_state
from sayso.text.word_tables import word_table

_MINISTERS_FIELD = (
    rf"(?:{NATIONAL_FIELD}|schools|universities|higher education|policing|prisons|veterans|business|technology|"
    r"investment|petroleum|oil|power|water resources|youth)"
)
"""What has a minister, among it what nobody else but companies has."""
_FIELDS = rf"{_MINISTERS_FIELD}(?:(?:,| and|, and|/| &) {_MINISTERS_FIELD})*"
_SPOKES = r"spokes(?:man|woman|person)"
_ANYWHERE = re.compile(
    rf"\b(?:prime minister|pm|{_FIELDS} (?:minister|ministry|secretary)|"
    rf"(?:minist(?:er|ry)|secretariat) (?:of|for) (?:the )?(?:{_FIELDS}|navy)|"
    r"(?:state|national) security (?:agency|service|council|advis[eo]r)|"
    r"central bank|border (?:police|guards?|force)|national (?:weather office|police|guard|assembly)|"
    rf"coast ?guard|general staff|cabinet secretary|(?:government|presidential) {_SPOKES}|head of (?:government|state)|"
    r"(?:accident|crash|air accidents?|rail accidents?|marine accidents?|transport(?:ation)? safety) "
    r"(?:agency|board|bureau|branch|investigation (?:agency|board|bureau|branch))|"
    r"(?:civil )?aviation (?:authority|regulator|agency|directorate)|"
    r"(?:aerospace|space|meteorological|nuclear) (?:agency|administration)|joint chiefs of staff|"
    r"(?:defen[cs]e|foreign|military) intelligence (?:service|agency|directorate)|"
    r"food (?:standards|safety) (?:agency|authority))\b|"
    rf"^(?:foreign ministry|navy|naval|army|air force|armed forces|marines)(?: {_SPOKES})?$|"
    r"^(?:government|cabinet|ministers)$|"
    r"^(?:(?:the|top|senior|some|several|other|two|three) )*(?:defen[cs]e|intelligence|military) officials$|"
    r"^(?:(?:the|senior|top) )?federal (?:[a-z]+ ){0,2}(?:police|prosecutors?|investigators?|agents?|officials|"
    r"regulators?|authorities|government|prosecution|department|office|bureau)$",
    re.IGNORECASE,
)
"""What only a whole state has, be it a union of states or not."""
_UNDIVIDED = re.compile(
    r"^(?:(?:public|state|chief|deputy|regional|special|naval|military|lead|specialised|specialized) )*"
    r"(?:prosecutors?|prosecutor general|prosecutor['’]s office|prosecution)$|"
    r"^director of public prosecutions?$|"
    r"^(?:(?:deputy|assistant|chief|senior) )*(?:superintendent|commissioner) of police$|"
    r"^(?:the )?(?:senior |principal )?(?:state|prosecution|prosecuting) (?:counsel|attorney)$|"
    r"^(?:(?:state|public|national|judiciary|judicial|federal|border|traffic|highway|riot|homicide) )*"
    rf"police(?: (?:{_SPOKES}|officers?|officials|investigators|sources|headquarters|commander))?$|"
    r"^(?:investigators|detectives|authorities|cops|minister|presidency|rescue chief|"
    r"fire (?:service|brigade|department)|firefighters|rescue services?|emergency services|coroner|"
    r"health (?:officials|authorities|agency|service)|civil protection|civil defen[cs]e|regulator|watchdog|"
    rf"{_FIELDS} (?:inspectors?|inspectorate|watchdog|regulator)|"
    r"environment(?:al)? (?:inspectors?|inspectorate|office)|"
    r"(?:(?:air|rail|train|marine|road) )?(?:accident|crash) investigators|"
    r"(?:operational )?(?:commander|director|head|chief) of (?:the )?civil (?:protection|defen[cs]e)"
    r"(?: (?:authority|agency|service))?|"
    rf"(?:fire service|fire brigade|presidential|police|civil protection|rescue) {_SPOKES}|"
    rf"{_SPOKES} (?:for|of) (?:the )?(?:police|navy|army|coast ?guard|government|presidency|president|prime minister|"
    r"fire service|prosecutors?|prosecutor['’]s office|judiciary police)|"
    r"(?:brigadier|colonel|commodore|brig|col)\.?(?: general| gen\.?)?)$|"
    r"^(?:(?:national|state|central|general|public(?! (?:affairs|welfare|services|order) )|veterinary|geophysical|"
    r"geological|judicial|forensic|statistics|"
    rf"intelligence|oversight|secret|prison|customs|tax|weather|research|accident|investigation|port|rail|and|of|"
    rf"{NATIONAL_FIELD}) )+"
    r"(?:agency|authority|administration|directorate|inspectorate|institute|bureau|service|services|board|department)$|"
    r"^(?:[a-z]+ and )?safety executive$|"
    r"\b(?:minister|state secretary|attorney general|inspector general of police|police inspector general|"
    r"chief of (?:the )?army)$",
    re.IGNORECASE,
)
"""What a state has itself that is no union of states; in a union each member, or each city, has its own."""
_OF_UNITED_STATES = re.compile(
    r"^(?:(?:the|two|three|four|five|several|some|other|many|top|senior|high-ranking) )*"
    r"(?:administration(?: (?:officials?|aides))?|intelligence (?:community|agencies)|joint chiefs)$",
    re.IGNORECASE,
)
"""What news calls so of the United States alone: "two administration officials", "the intelligence community"."""
_MINISTRY = re.compile(rf"^ministry(?: {_SPOKES})?$|^{_SPOKES} (?:for|of) (?:the )?ministry$", re.IGNORECASE)
_MINISTER = re.compile(r"\b(?:pm|minist(?:er|ry))\b", re.IGNORECASE)
_NOT_NATIONAL = re.compile(
    r"\b(?:local|regional|provincial|state|county|city|town|municipal|district|chief minister|first minister|shadow|"
    r"church|baptist|presbyterian|opposition)\b",
    re.IGNORECASE,
)
_STATE_AS_WHOLE = re.compile(
    r"\bstate (?:security|prosecutors?|police|counsel|attorney)\b|\b(?:minister|secretary) of state\b|^state minister$",
    re.IGNORECASE,
)
_OF_ANOTHER = re.compile(
    rf"[A-Z]\w+['’]s\b|\b(?:of|in|for) (?:the )?"
    rf"(?!(?i:{NATIONAL_FIELD}|state|police|prime|president|ministry|navy|army|public prosecutions|"
    r"(?:royal )?armed forces)\b)[A-Z]"
)
"""Another place or body behind an office, or before it as its owner: "minister of Atlantis"."""
_OWNER_OF_SAME = re.compile(r"\b(?:[Pp]rosecutor|[Mm]inister|[Pp]resident|[Gg]overnment|[Mm]inistry)['’]s\b")
_UNIONS = word_table("AE AR AT AU BA BE BR CA CH DE ES ET FM GB IN IQ KM KN MX MY NG NP PK RU SD SO SS US VE")
"""States whose members or cities have ministers, police and prosecutors of their own."""
_FEDERAL = _UNIONS - {"ES", "GB"}
_IS_FEDERAL = re.compile(r"(?:(?:the|a|senior|top) )*federal\b", re.IGNORECASE)
"""What no other state has: "federal investigators" of a British paper are another state's."""
_WITH_MINISTRIES = word_table("AT BA CA DE")
"""Unions whose members have ministries, too."""


@lru_cache(maxsize=1 << 12)
def is_national(words: str, country: str) -> bool:
    """Tell whether words name an office of a whole state.

    Args:
        words: What a source is called or is: "Prime Minister", "spokesman for the Interior Ministry", "prosecutors".
        country: ISO code of the state that is meant if they do; empty where it is not known, and may be a union.
    """
    if _NOT_NATIONAL.search(_STATE_AS_WHOLE.sub("", words)) or _OF_ANOTHER.search(_OWNER_OF_SAME.sub("", words)):
        return False
    if is_of_unlisted_state(words) or (country and country not in _FEDERAL and _IS_FEDERAL.match(words)):
        return False
    if country == "US" and _MINISTER.search(words):
        return False
    if country == "US" and _OF_UNITED_STATES.fullmatch(words):
        return True
    if _ANYWHERE.search(words) or (country not in _WITH_MINISTRIES and _MINISTRY.search(words)):
        return True
    return bool(country) and country not in _UNIONS and _UNDIVIDED.search(words) is not None


def is_union(country: str) -> bool:
    """Tell whether members or cities of a state, by its ISO code, have ministers or police of their own."""
    return country in _UNIONS
