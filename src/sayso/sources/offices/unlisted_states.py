"""States that no table names, an invented or a small one, by their offices: "the Ornian prime minister"."""

import re
from functools import lru_cache

from sayso.sources.known.gazetteer import find_body, find_country
from sayso.text.word_tables import word_table

_LEADS = (
    r"(?:(?i:deputy|acting|interim|vice) )?(?i:prime minister|PM|president|king|queen|chancellor|"
    r"head of (?:state|government)|(?:foreign|defen[cs]e|interior|finance|trade) (?:minist(?:er|ry)|secretary))"
)
_OFFICE = rf"(?:{_LEADS}|(?i:government|parliament|army|navy|military|armed forces|ambassador|embassy))"
_PEOPLES = r"(?P<people>[A-Z][a-z]{2,}(?:an|ani|ish|ese))"
_BY_PEOPLE = re.compile(rf"(?:[Tt]he )?{_PEOPLES} {_OFFICE}\b")
_BY_NAME = re.compile(
    rf"(?:[Tt]he )?{_LEADS} of (?:the )?(?P<name>[A-Z][a-z]+(?: [A-Z][a-z]+)?)(?![a-z]| of\b| [A-Z])|"
    rf"(?P<owner>[A-Z][a-z]+)['’]s {_LEADS}\b"
)
"""By a name that does not go on: the president "of the Church of the Tide" or "of the Tide Fund" is no state's."""
_NO_PEOPLES = word_table(
    "european african american asian civilian christian guardian caribbean mediterranean scandinavian presbyterian "
    "anglican veteran republican lutheran human urban roman german"
)
"""Words of such endings that are no one state's."""
_FEWEST_SHARED_CHARS = 4
"""So many first letters a state's name has in common with its people's: "Ornia", "Ornian"."""


def find_unlisted_state(words: str, text: str) -> str | None:
    """The state whose office words name where no table has it, by its name or its people's, as the text has it.

    Args:
        words: What a source is called or is: "Ornian prime minister", "foreign minister of Ornia".
        text: The story that has them.
    """
    if found := _BY_NAME.match(words):
        name = found["name"] or found["owner"]
        return None if find_country(name) or find_body(name) else name
    people = _unlisted_people(words)
    return _name_of(people, text) if people else None


def is_of_unlisted_state(words: str) -> bool:
    """Tell whether words name the office of a people that no table has."""
    return _unlisted_people(words) is not None


def _unlisted_people(words: str) -> str | None:
    found = _BY_PEOPLE.match(words)
    if found is None or found["people"].casefold() in _NO_PEOPLES or find_country(found["people"]):
        return None
    return found["people"]


@lru_cache(maxsize=64)
def _name_of(people: str, text: str) -> str:
    """What a text calls the state of a people most often; where it does not, what one of the "Ornian" would be."""
    stem = people[: max(_FEWEST_SHARED_CHARS, len(people) - _FEWEST_SHARED_CHARS)]
    named = [name for name in re.findall(rf"\b{re.escape(stem)}[a-z]*\b", text) if not name.startswith(people)]
    return max(named, key=named.count) if named else re.sub("(?<=a)n$", "", people)
