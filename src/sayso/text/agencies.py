"""The news agencies that credits, datelines and pages' metadata name, and how they are written."""

import re

AGENCIES = {
    "AAP": ("Australian Associated Press",),
    "AFP": ("Agence France-Presse", "Agence France Presse"),
    "ANI": ("Asian News International",),
    "ANSA": (),
    "AP": ("Associated Press", "The Associated Press", "AP News"),
    "APA": (),
    "APP": ("Associated Press of Pakistan",),
    "Anadolu": ("Anadolu Agency", "AA"),
    "Antara": (),
    "Belga": (),
    "BelTA": (),
    "Bernama": (),
    "Bloomberg": ("Bloomberg News",),
    "Canadian Press": ("The Canadian Press",),
    "CTK": ("Czech News Agency",),
    "dpa": ("Deutsche Presse-Agentur",),
    "EFE": ("Agencia EFE",),
    "Europa Press": (),
    "Fars": ("Fars News Agency",),
    "IANS": (),
    "Interfax": (),
    "Interfax-Ukraine": (),
    "IRNA": (),
    "JTA": ("Jewish Telegraphic Agency",),
    "Jiji": ("Jiji Press",),
    "KCNA": ("Korean Central News Agency",),
    "KUNA": (),
    "Keystone-SDA": ("SDA",),
    "Kyodo": ("Kyodo News",),
    "Lusa": (),
    "NTB": (),
    "PA": ("PA Media", "Press Association"),
    "PAP": (),
    "PTI": ("Press Trust of India",),
    "Reuters": ("Thomson Reuters",),
    "RIA Novosti": ("RIA",),
    "Ritzau": (),
    "SANA": (),
    "SPA": ("Saudi Press Agency",),
    "Sputnik": (),
    "TASS": ("ITAR-TASS",),
    "Tanjug": (),
    "Tasnim": (),
    "TNS": ("Tribune News Service",),
    "UNI": (),
    "UNIAN": (),
    "UPI": ("United Press International",),
    "Ukrinform": (),
    "WAM": (),
    "Xinhua": ("Xinhua News Agency",),
    "Yonhap": ("Yonhap News", "Yonhap News Agency"),
}
"""Agency: its other names. Upper and lower case count only in names of up to three letters ("Pa." is no agency)."""

OUTLETS = ("ABC News", "BBC", "CBS", "CBS News", "CNBC", "CNN", "Fox News", "MENAFN", "NBC News", "RFE/RL", "VOA")
"""Outlets that sign as agencies do."""

_CASE_COUNTS_UP_TO_CHARS = 3
_SPELLINGS = {spelling: name for name, others in AGENCIES.items() for spelling in (name, *others)}
_EXACT = {spelling: name for spelling, name in _SPELLINGS.items() if len(spelling) <= _CASE_COUNTS_UP_TO_CHARS}
_FOLDED = {
    spelling.casefold(): name for spelling, name in _SPELLINGS.items() if len(spelling) > _CASE_COUNTS_UP_TO_CHARS
}
_OUTLETS_FOLDED = {outlet.casefold(): outlet for outlet in OUTLETS}


def _any_of(spellings: list[str], *, fold: bool) -> str:
    longest_first = "|".join(re.escape(spelling) for spelling in sorted(spellings, key=len, reverse=True))
    return f"(?i:{longest_first})" if fold else f"(?:{longest_first})"


AGENCY_PATTERN = (
    rf"(?:{_any_of(list(_FOLDED), fold=True)}|{_any_of(list(_EXACT), fold=False)}|"
    rf"{_any_of(list(_OUTLETS_FOLDED), fold=True)})(?![\w&])"
)
"""Matches an agency, or an outlet that signs as one, in any of its spellings."""

_AGENCY = re.compile(r"(?<!\w)" + AGENCY_PATTERN)
_BETWEEN_NAMES = re.compile(r"\s*(?:[/|,;&+()]|\band\b|\bvia\b|\bwith\b|\bet\b|\bund\b|\s[-–—]\s)\s*")
_BEFORE_NAME = re.compile(r"^(?:(?:by|from|source:|the)\s+)+", re.IGNORECASE)


def canonical_agency(words: str) -> str | None:
    """The agency that these words name, as the table spells it; None where they name none."""
    return _EXACT.get(words) or _FOLDED.get(words.casefold())


def find_agency(credit: str) -> str | None:
    """The first news agency named in a credit such as "Jane Doe / AFP"; None where there is none.

    The whole of a part must be the name: "Associated Press Sports Editors" is another body.
    """
    names = (_BEFORE_NAME.sub("", part.strip()) for part in _BETWEEN_NAMES.split(credit))
    return next(filter(None, map(canonical_agency, names)), None)


def read_credit_values(words: str) -> dict[str, str]:
    """Read the first agency and the first outlet that these words name, as mark values."""
    values: dict[str, str] = {}
    for named in _AGENCY.finditer(words):
        agency = canonical_agency(named.group())
        if agency:
            values.setdefault("agency", agency)
        else:
            values.setdefault("outlet", _OUTLETS_FOLDED[named.group().casefold()])
    return values
