"""The news agencies that pages credit in their metadata."""

import re

AGENCIES = (
    "AAP", "AFP", "Agence France-Presse", "ANI", "ANSA", "AP", "Associated Press", "APA", "Anadolu", "Anadolu Agency",
    "Antara", "Belga", "BelTA", "Bernama", "Bloomberg", "Bloomberg News", "Canadian Press", "CTK", "dpa",
    "Deutsche Presse-Agentur", "EFE", "Europa Press", "IANS", "Interfax", "Interfax-Ukraine", "IRNA", "Jiji Press",
    "KCNA", "Keystone-SDA", "Kyodo", "Kyodo News", "Lusa", "NTB", "PA Media", "Press Association", "PAP", "PTI",
    "Press Trust of India", "Reuters", "Thomson Reuters", "RIA Novosti", "Ritzau", "SDA", "Saudi Press Agency",
    "Sputnik", "TASS", "ITAR-TASS", "Tanjug", "UNIAN", "UPI", "United Press International", "Ukrinform", "Xinhua",
    "Xinhua News Agency", "Yonhap", "Yonhap News Agency",
)  # fmt: skip
"""As they sign. Case counts only in names of up to three letters: "apa" is a word in some languages."""

_CASE_COUNTS_UP_TO_CHARS = 3
_EXACT = {name: name for name in AGENCIES if len(name) <= _CASE_COUNTS_UP_TO_CHARS}
_FOLDED = {name.casefold(): name for name in AGENCIES if len(name) > _CASE_COUNTS_UP_TO_CHARS}
_BETWEEN_NAMES = re.compile(r"\s*(?:[/|,;&+()]|\band\b|\bvia\b|\bwith\b|\bet\b|\bund\b|\s[-–—]\s)\s*")
_BEFORE_NAME = re.compile(r"^(?:by|from|source:|the)\s+", re.IGNORECASE)


def find_agency(credit: str) -> str | None:
    """The first news agency named in a credit such as "Jane Doe / AFP"; None where there is none.

    The whole of a part must be the name: "Associated Press Sports Editors" is another body.
    """
    for part in _BETWEEN_NAMES.split(credit):
        name = _BEFORE_NAME.sub("", _BEFORE_NAME.sub("", part.strip()))
        agency = _EXACT.get(name) or _FOLDED.get(name.casefold())
        if agency:
            return agency
    return None
