"""How bylines write people's names."""

_LETTER = "A-ZÀ-ÖØ-ÞŁŚŠŽ"
_WORD = rf"[{_LETTER}][\w.'’-]{{0,20}}"
_PARTICLE = r"(?:(?:de|del|della|van|von|der|den|la|le|al|el|bin|ibn|da|dos)\s)"

NAME_PATTERN = rf"{_WORD}(?:[ \xa0]{_PARTICLE}{{0,2}}{_WORD}){{1,3}}"
"""Matches a name of two to four words: "Jane Doe", "JANE DOE", "Jan van der Berg", "J. R. Smith"."""

NAMES_PATTERN = rf"{NAME_PATTERN}(?:(?:,[ \xa0]{NAME_PATTERN}){{0,6}},?[ \xa0](?:and|AND|&)[ \xa0]{NAME_PATTERN})?"
"""Matches one name, or a list of up to eight that an "and" closes."""
