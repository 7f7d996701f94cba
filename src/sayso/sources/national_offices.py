"""Offices and forces that are a whole state's: "the Interior Ministry", "coast guard", in most states "prosecutors"."""

import re

_FIELD = (
    r"(?:interior|home|foreign|defen[cs]e|finance|health|justice|education|transport(?:ation)?|energy|agriculture|"
    r"environment|culture|labou?r|economy|trade|tourism|information|railways?|industry|commerce|treasury|security|"
    r"(?:civil )?aviation|shipping|maritime|migration|immigration|police|food safety|digital|"
    r"(?:social )?(?:affairs|welfare|services)|(?:work and )?pensions|housing|sports?|science|development|fisheries|"
    r"mining|mines|water|climate|communications?|infrastructure|civil protection|emergenc(?:y|ies)|"
    r"foreign affairs|external affairs|internal affairs|home affairs|public order|equality|children|family)"
)
_FIELDS = rf"{_FIELD}(?:(?:,| and|, and|/| &) {_FIELD})*"
_ANYWHERE = re.compile(
    rf"\b(?:prime minister|pm|{_FIELDS} (?:minister|ministry|secretary)|"
    rf"minist(?:er|ry) (?:of|for) (?:the )?{_FIELDS}|(?:state|national) security (?:agency|service|council)|"
    r"central bank|border (?:police|guards?|force)|national (?:weather office|police|guard|assembly)|"
    r"coast ?guard|cabinet secretary|government spokes(?:man|woman|person)|"
    r"(?:accident|crash|air accidents?|rail accidents?|marine accidents?|transport safety) "
    r"(?:agency|board|bureau|branch|investigation (?:agency|board|bureau|branch))|"
    r"(?:civil )?aviation (?:authority|regulator|agency|directorate))\b|"
    r"^(?:the )?(?:foreign ministry|navy|naval|army|air force|armed forces|navy|marines)(?: spokes(?:man|woman|person))?$",
    re.IGNORECASE,
)
"""What only a whole state has, be it a union of states or not."""
_UNDIVIDED = re.compile(
    r"^(?:(?:public|state|chief|deputy|regional|special|naval|military|lead) )*"
    r"(?:prosecutors?|prosecutor general|prosecutor['’]s office|prosecution)$|"
    r"^(?:(?:state|public|national|judiciary|judicial|federal|border|traffic|highway|riot|homicide) )*"
    r"police(?: (?:spokes(?:man|woman|person)|officers?|officials|investigators|sources|headquarters|commander))?$|"
    r"^(?:investigators|detectives|authorities|government|the government|cabinet|ministers?|ministry|presidency|"
    r"fire (?:service|brigade|department)|firefighters|rescue services?|emergency services|coroner|"
    r"health (?:officials|authorities|agency|service)|(?:labou?r|environment(?:al)?|food|safety) (?:inspectors?|"
    r"inspectorate|agency|regulator|office|watchdog)|"
    r"(?:national )?(?:intelligence|security|secret|prison|customs|tax|weather|forensic|geological|statistics|"
    r"civil protection|civil defen[cs]e|port|maritime|rail(?:way)?|food|water|veterinary) "
    r"(?:service|services|agency|authority|office|institute|board|regulator|inspectorate)|"
    r"civil protection|civil defen[cs]e|regulator|watchdog|"
    r"(?:ministry|fire service|fire brigade|presidential|police|civil protection|rescue) "
    r"spokes(?:man|woman|person)|"
    r"spokes(?:man|woman|person) (?:for|of) (?:the )?(?:ministry|police|navy|army|coast ?guard|government|presidency|"
    r"president|prime minister|fire service|prosecutors?|prosecutor['’]s office|judiciary police))$|"
    r"\b(?:minister|state secretary|attorney general|inspector general of police|chief of (?:the )?army)$",
    re.IGNORECASE,
)
"""What a state has itself that is no union of states; in a union each member, or each city, has its own."""
_NOT_NATIONAL = re.compile(
    r"\b(?:local|regional|provincial|state|county|city|town|municipal|district|chief minister|first minister|shadow|"
    r"former|church|baptist|presbyterian|opposition)\b",
    re.IGNORECASE,
)
_MINISTER = re.compile(r"\b(?:pm|minist(?:er|ry))\b", re.IGNORECASE)
_UNIONS = frozenset(
    "AE AR AT AU BA BE BR CA CH DE ES ET FM GB IN IQ KM KN MX MY NG NP PK RU SD SO SS US VE".split()
)
"""States whose members or cities have ministers, police and prosecutors of their own."""
_OF_ANOTHER = re.compile(
    rf"[A-Z]\w+['’]s\b|\b(?:of|in|for) (?:the )?(?!(?i:{_FIELD}|state|police|prime|president|ministry|navy|army)\b)[A-Z]"
)
"""Another place or body behind an office, or before it as its owner: "minister of Atlantis"."""
_STATE_SECURITY = re.compile(r"\bstate (?:security|prosecutors?|police)\b|\b(?:minister|secretary) of state\b", re.IGNORECASE)


def is_national(words: str, country: str) -> bool:
    """Tell whether words name an office of a whole state.

    Args:
        words: What a source is called or is: "Prime Minister", "spokesman for the Interior Ministry", "prosecutors".
        country: ISO code of the state that is meant if they do.
    """
    if _NOT_NATIONAL.search(_STATE_SECURITY.sub("", words)) or _OF_ANOTHER.search(words):
        return False
    if country == "US" and _MINISTER.search(words):
        return False
    return bool(_ANYWHERE.search(words) or (country not in _UNIONS and _UNDIVIDED.search(words)))
