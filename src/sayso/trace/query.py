"""From a question put as one would ask it to the words to look for."""

import math
import re

from sayso.ledger import Ledger, split_words

_LISTED = (
    "a an the and or of in on at to by for from with as about into over that this these those there it its "
    "who whom whose what which when where why how whether if "
    "do does did done is are was were be been being am has have had having will would shall should can could may might "
    "must not any some many much "
    "say says said saying tell tells told claim claims claimed report reports reported true "
    "deny denies denied confirm confirms confirmed admit admits admitted warn warns warned announce announces announced"
)
QUESTION_WORDS = frozenset(_LISTED.split())
"""English words that ask rather than name what is asked about. Words of saying are among them because they stand in the
cue, which is not searched."""

_CHANGING = re.compile(
    r"\d|^(?:january|february|march|april|may|june|july|august|september|october|november|december|"
    r"monday|tuesday|wednesday|thursday|friday|saturday|sunday|thousands?|hundreds?|dozens?|millions?)$",
    re.IGNORECASE,
)

_SIGNS = "?!.,;:…“”\"'’‘()"


def content_words(query: str) -> list[str]:
    """The words of a query that name what it is about; all of them where every word is a question word.

    Past the first word, a capital makes a name of a question word: "May", "The Hague".
    """
    words = split_words(query)
    bare = [word.strip(_SIGNS) for word in words]
    about = [
        words[index] for index, word in enumerate(bare) if (word if index else word.casefold()) not in QUESTION_WORDS
    ]
    return about or words


def weigh_words(ledger: Ledger, query: str) -> dict[str, float]:
    """The words of a query that name what it is about, by how much each tells: the rarer in the ledger the more.

    Words that stand in no text are left out, as the story may put them otherwise; so are figures and dates, which
    stories round, write out or leave to the day of their publication.
    """
    stories = ledger.count_revisions()
    return {word: math.log1p(stories / count) for word, count in _count_words(ledger, query).items() if count}


def absent_words(ledger: Ledger, query: str) -> tuple[str, ...]:
    """The words of a query, figures and dates apart, that stand in no story."""
    return tuple(word.strip(_SIGNS) for word, count in _count_words(ledger, query).items() if not count)


def _count_words(ledger: Ledger, query: str) -> dict[str, int]:
    """In how many texts each lasting word of a query stands."""
    words = content_words(query)
    lasting = [word for word in words if not _CHANGING.search(word)] or words
    return {word: ledger.count_texts(word) for word in dict.fromkeys(lasting)}
