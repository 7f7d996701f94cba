"""Who speaks for the station in the transcript of a broadcast: "JANE DOE, HOST:", "PAUL ROE, BYLINE:"."""

import re
from functools import lru_cache

_LABEL = re.compile(
    r"^(?P<name>[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,3}), (?:[A-Z][A-Z-]* )*"
    r"(?:BYLINE|(?:CO-)?HOST|ANCHOR|PRESENTER|CORRESPONDENT|REPORTER)\b[^:\n]{0,30}:",
    re.MULTILINE,
)


@lru_cache(maxsize=16)
def find_on_air(text: str) -> frozenset[str]:
    """The presenters and reporters of a broadcast, in small letters: each full name, and the surname of later turns."""
    names = [found["name"].casefold() for found in _LABEL.finditer(text)]
    return frozenset(names) | {name.split()[-1] for name in names}


def opens_on_air(text: str) -> bool:
    """Tell whether a text opens with the label of a presenter or reporter."""
    return _LABEL.match(text.lstrip()) is not None
