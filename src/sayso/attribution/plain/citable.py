"""Whom one may cite for what one says: people and bodies, not "security concerns" or "a lack of staff"."""

import re

_ROLE = (
    r"(?:people|persons?|sources?|insiders?|officials?|officers?|reports?|statements?|documents?|data|figures|"
    r"military|army|navy|police|prosecutors?|investigators?|inspectors?|inspectorate|detectives|firefighters|rescuers|"
    r"ministry?|ministries|ministers?|president|mayor|governor|chief|head|director|chair(?:man|woman)?|manager|"
    r"agency|agencies|government|council|commission|committee|board|court|regulator|watchdog|union|company|operator|"
    r"hospitals?|institute|university|centre|center|spokes\w+|media|newspapers?|television|radio|witness(?:es)?|"
    r"lawyers?|lawmakers?|diplomats?|aides?|advisers?|executives?|employees?|workers|owners?|leaders?|analysts?|"
    r"experts?|economists?|scientists|researchers|activists?|relatives|family|residents|neighbou?rs|locals|survivors?|"
    r"victims|pals|passers?-by|doctors?|service|"
    r"records?|letters?|emails?|memos?|filings?|study|studies|polls?|surveys?|authorit(?:y|ies)|staff|directors)"
)
_SPEAKS = re.compile(rf"[A-Z]|^(?:one|two|three|four|five|six|several|some|multiple|unnamed|anonymous)\b|\b{_ROLE}\b")
_NAME = r"[A-Z][\w’'.&-]*(?: (?:(?:of|the|and|for|de|van|von|al|bin) ){0,2}[A-Z][\w’'.&-]*){0,5}"
SPEAKER = (
    r"(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b)"
    r"(?:(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|one|two|three|four|five|several|some|many|most|both) )?"
    rf"(?:(?!(?:by|in|on|at|to|as|that|than|it|he|she|they|we|I|you)\b)[\w’'.-]+ ){{0,3}}?(?:{_NAME}|{_ROLE})"
    r"(?: (?:of|for|at|in|from|with|to|behind|close to) [^,;:()—–\n“”\"]{2,60}?)?"
)
"""Who speaks by the form of the words alone: a name or a role, with what leads to it and what it is of."""
_REASON = re.compile(
    r"(?:(?:an?|the|his|her|its|their|any|some|\w+ing) )*(?:lack|shortage|risk|fear|need|concern|danger|threat|absence|"
    r"failure|cost|problem|reason|violation|breach|change|rise|fall|difference|dispute|criticism|evidence|example|"
    r"precedent|history|case|fact)s?\b"
)


def may_speak(name: str) -> bool:
    """Tell whether words name somebody, or a text, whose word can be passed on."""
    return _SPEAKS.search(name) is not None and _REASON.match(name) is None
