"""The parties that sources speak for: by a mark behind a name, a word of the role, or what its members are called."""

import re
from functools import lru_cache

from sayso.records import Source
from sayso.sources.known.bodies import find_body
from sayso.sources.known.gazetteer import find_country
from sayso.sources.known.parties import PARTY_WORD, party_called
from sayso.sources.lexicon import TITLES
from sayso.sources.names.datelines import may_be_us_state
from sayso.sources.offices.office_words import NO_LONGER
from sayso.sources.sides.told_sides import told_role
from sayso.text.word_tables import word_table

_MARKS = {"R": "Republican Party", "D": "Democratic Party"}
_MARK = re.compile(r",? +\(?(?P<party>[RD])(?:(?:\.,? ?|[-–—] ?)[A-Z][A-Za-z.]|(?<=\([RD])\))")
"""How news marks a US lawmaker's party and state behind the name: "(R-Texas)", "(D., Calif.)", ", R-Utah,", "(R)"."""
_MAY_MARK = re.compile("[RD][.–—)-]")
"""Without one of these no mark stands in a text, as in three of four, and finding none takes fifteen times as long."""
_LEFT_OR_RIGHT = re.compile(r"\((?:L|(?:2nd|3rd|front|back|far|top|bottom) [LR])\)")
"""Where a caption tells the others of a picture by, "(R)" is who stands on the right."""
_GIVEN_NAME = re.compile(r"(?P<word>[A-Z][\w.]*) \Z")
_LONGEST_WORD_CHARS = 24
_EDGE = re.compile(r"\b")
_PARTISAN_BEHIND = re.compile(
    r", (?:an? |the )?(?:[A-Z][\w.]+ ){0,3}(?P<party>Republican|Democrat)\b(?! [a-z]*(?:nominee|candidate))"
)
"""What news calls a lawmaker behind the name: "Rep. Jane Roe, Ohio Republican,", "a Republican who represents Ohio"."""
_PARTY_WORD = re.compile(r"\b(?P<party>Republican|Democrat|GOP)(?:ic)?\b")
_MEMBER_OF = re.compile(r"(?:an? |the )?(?P<party>[A-Z][a-z]+) (?:MP|MEP|MSP|peer|backbencher)\b")
"""How other countries' news tells the party of one: "Labour MP"."""
_PARTISANS = re.compile(
    rf"(?P<before>(?:[\w.-]+ ){{0,7}})(?P<party>{PARTY_WORD})(?: (?P<whom>lawmakers|leaders|leadership|senators|"
    r"officials|members|governors|aides|women|men|MPs|MSPs|peers|backbenchers))?(?: (?:in|on|from) .+)?"
)
_AMONG_THEM = word_table(
    "top senior leading many most some several other fellow house senate congressional moderate the key prominent "
    "rank-and-file elected state local national scottish welsh female male establishment vulnerable retiring few all "
    "growing large small number group handful dozen dozens majority multitude more than at least a an one two three "
    "four five six seven eight nine ten of his her their these those"
)
"""What stands before a party's name where some of its members are told; so does a US state."""
_GROUPS = word_table("Republicans republicans GOP Democrats democrats Labour Tories")
"""Words for a party's members without another noun."""
_OF_PARTY_ITSELF = re.compile(
    r"(?P<before>(?:[\w.]+ ){0,3})(?P<party>Republican|Democratic|Labour) "
    r"(?:[A-Z][\w'’]+ ){0,3}(?:Party|Caucus|Conference|Committee|Association)"
)
"""A party's own bodies: "Ohio Republican Party", "House Democratic Caucus", "Democratic Governors Association"."""
_OPPOSITION = "opposition"
_LEADS_OPPOSITION = re.compile(
    r"(?:(?:the )?[A-Z][\w-]+(?:['’]s)? )?(?:main )?opposition leader|"
    r"(?:the )?leader of (?:the )?(?:[A-Z][\w-]+(?:['’]s)? )?opposition",
    re.IGNORECASE,
)
_OPPONENTS = re.compile(
    r"(?:(?:the|two|three|four|five|six|seven|many|most|some|several|other|senior|leading|main) )*(?:"
    r"opposition(?: (?:lawmakers|legislators|politicians|parliamentarians|MPs|MLAs|senators|deputies|members|parties|"
    r"leaders|figures|benches|bench|party|bloc|alliance|coalition))?(?: of [A-Z][\w-]+)?|"
    r"(?:lawmakers|legislators|politicians|MPs|MLAs|senators|deputies|members|members of parliament|parties|leaders|"
    r"figures) (?:of|from|in|for) the opposition)(?: in parliament)?",
    re.IGNORECASE,
)
"""Whom a story calls the opposition's without the name of a party: they are on one side with it."""
_OF_CONGRESS = re.compile(
    r"\b(?:senators?|sen|representative|reps?|congress\w*|lawmaker|senate|house|governor|gov|whip|"
    r"committee (?:member|chair(?:man|woman|person)?))\b|"
    r"^(?:the |a )?(?:top |senior |leading )?(?:republican|democrat)$",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\s,;:.()]+")
_OF_PARTY = re.compile(
    r", (?:a member )?of the (?:(?:[a-z-]+ ){0,2}(?P<party>(?:[A-Z][\w-]+ ){1,3}Party)"
    r"|(?:[a-z-]+ )?(?:opposition|ruling|governing) (?P<name>[A-Z][\w-]+(?: [A-Z][\w-]+){0,2})(?: party)?)"
    r"(?=[,.]| who\b)"
)


def find_party(source: Source, text: str) -> str | None:
    """The party of a lawmaker, by the mark behind the name ("Rep. Jane Roe (R-Texas)") or a word of the role."""
    if not source.name:
        return None
    names = dict.fromkeys([source.name, source.name.split()[-1]])
    marked = (mark["party"] for name in names for mark in _marks(text) if _stands_before(mark, name, source.name, text))
    if party := next(marked, None):
        return _MARKS[party]
    role = told_role(source, text)
    if (
        (member := _MEMBER_OF.match(role))
        and (party := f"{member['party']} Party")
        and (party in text or find_body(party))
    ):
        return party
    behind = (_PARTISAN_BEHIND.match(text, span.end) for span in source.named_in)
    told = _PARTY_WORD.search(role) or next(filter(None, behind), None)
    countries = {country.code for word in _WORD.findall(role) if (country := find_country(word))}
    if told and _OF_CONGRESS.search(role) and countries <= {"US"} and not NO_LONGER.search(role):
        return party_called(told["party"])
    return None


@lru_cache(maxsize=16)
def _marks(text: str) -> tuple[re.Match[str], ...]:
    """The marks behind names in a text: to look for each name's took a tenth of resolving a story."""
    if not _MAY_MARK.search(text):
        return ()
    marks = tuple(_MARK.finditer(text))
    is_of_pictures = any(map(_is_bare, marks)) and _LEFT_OR_RIGHT.search(text) is not None
    return tuple(mark for mark in marks if not (is_of_pictures and _is_bare(mark)))


def _is_bare(mark: re.Match[str]) -> bool:
    return mark.group() == " (R)"


def _stands_before(mark: re.Match[str], name: str, whole: str, text: str) -> bool:
    """Tell whether a name or its end, from its first letter on, stands right before a mark and ends no other's name."""
    start = mark.start() - len(name)
    if start < 0 or not text.startswith(name, start) or not _EDGE.match(text, start):
        return False
    before = _GIVEN_NAME.search(text, max(0, start - _LONGEST_WORD_CHARS), start)
    if before is None or name == whole:
        return True
    return before["word"] in whole.split() or before["word"].rstrip(".").casefold() in TITLES


def find_party_behind(source: Source, text: str) -> str | None:
    """The party told behind a lawmaker's name: ", of the opposition Harbour Party,"."""
    behind = (_OF_PARTY.match(text, span.end) for span in source.named_in)
    return next((found["party"] or found["name"] for found in behind if found), None)


@lru_cache(maxsize=1 << 12)
def find_partys_side(words: str) -> str | None:
    """The party whose members or own bodies words name, or the opposition: "top Democrats", "opposition lawmakers"."""
    if _OPPONENTS.fullmatch(words) or _LEADS_OPPOSITION.fullmatch(words):
        return _OPPOSITION
    found = _OF_PARTY_ITSELF.fullmatch(words) or _PARTISANS.fullmatch(words)
    if found is None or not _is_among(found["before"]):
        return None
    is_told = found.re is _OF_PARTY_ITSELF or found["whom"] or found["party"] in _GROUPS
    return party_called(found["party"]) if is_told else None


def _is_among(before: str) -> bool:
    """Tell whether the words before a party's name tell of some of it and of no other: "Ohio", but not "Social"."""
    words = before.split()
    places = (" ".join(words[at:]) for at in range(len(words)))
    place = next((name for name in places if may_be_us_state(name)), "")
    return all(word.casefold() in _AMONG_THEM or word.isdecimal() for word in words[: len(words) - len(place.split())])
