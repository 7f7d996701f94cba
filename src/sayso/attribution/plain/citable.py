"""Whom one may cite for what one says: people and bodies, not "security concerns" or "a lack of staff"."""

import re

_SPEAKS = re.compile(
    r"[A-Z]|^(?:one|two|three|four|five|six|several|some|multiple|unnamed|anonymous)\b"
    r"|\b(?:people|persons?|sources?|insiders?|officials?|officers?|reports?|statements?|documents?|data|figures|"
    r"military|army|navy|police|prosecutors?|investigators?|inspectors?|inspectorate|detectives|firefighters|rescuers|"
    r"ministry?|ministries|ministers?|president|mayor|governor|chief|head|director|chair(?:man|woman)?|manager|"
    r"agency|agencies|government|council|commission|committee|board|court|regulator|watchdog|union|company|operator|"
    r"hospitals?|institute|university|centre|center|spokes\w+|media|newspapers?|television|radio|witness(?:es)?|"
    r"lawyers?|lawmakers?|diplomats?|aides?|advisers?|executives?|employees?|workers|owners?|leaders?|analysts?|"
    r"experts?|economists?|scientists|researchers|activists?|relatives|family|residents|neighbou?rs|locals|survivors?|"
    r"victims|pals|passers?-by|doctors?|service|"
    r"records?|letters?|emails?|memos?|filings?|study|studies|polls?|surveys?|authorit(?:y|ies)|staff|directors)\b"
)
_REASON = re.compile(
    r"(?:(?:an?|the|his|her|its|their|any|some|\w+ing) )*(?:lack|shortage|risk|fear|need|concern|danger|threat|absence|"
    r"failure|cost|problem|reason|violation|breach|change|rise|fall|difference|dispute|criticism|evidence|example|"
    r"precedent|history|case|fact)s?\b"
)


def may_speak(name: str) -> bool:
    """Tell whether words name somebody, or a text, whose word can be passed on."""
    return _SPEAKS.search(name) is not None and _REASON.match(name) is None
