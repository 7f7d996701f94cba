"""From a question put as one would ask it to the words to look for."""

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass

from sayso.ledger import Ledger, split_words
from sayso.trace.finding.periods import TIMES

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

_CHANGING = re.compile(rf"\d|^(?:{'|'.join(sorted(TIMES))}|thousands?|hundreds?|dozens?|millions?)$", re.IGNORECASE)

_SIGNS = "?!.,;:…“”\"'’‘()"


def content_words(query: str) -> list[str]:
    """The words of a query that name what it is about; all of them where every word is a question word.

    Past the first word, a capital makes a name of a question word: "May", "The Hague".
    """
    words = split_words(query)
    bare = [word.strip(_SIGNS) for word in words]
    about = [
        word for index, word in enumerate(bare) if word and (word if index else word.casefold()) not in QUESTION_WORDS
    ]
    return about or words


@dataclass(frozen=True, slots=True)
class AskedWords:
    """The words of a query that name what it is about, but for figures and dates.

    Attributes:
        weights: How much each tells that stands in a text: the rarer in the ledger the more.
        absent: Those that stand in no text: the stories may put them otherwise.
    """

    weights: Mapping[str, float]
    absent: tuple[str, ...]


def weigh_words(ledger: Ledger, query: str) -> AskedWords:
    """The words of a query by how much each tells.

    Figures and dates are left out where there are other words, as stories round them, write them out or leave them to
    the day of their publication.
    """
    return weigh_counts({word: ledger.count_texts(word) for word in lasting_words(query)}, ledger.newest_revision())


def lasting_words(query: str) -> tuple[str, ...]:
    """The words of a query that name what it is about, each once, without figures and dates if there are others."""
    words = content_words(query)
    lasting = [word for word in words if not _CHANGING.search(word)] or words
    return tuple(dict.fromkeys(lasting))


def weigh_counts(counts: Mapping[str, int], texts: int) -> AskedWords:
    """Words by how much each tells, given in how many of so many texts each stands."""
    return AskedWords(
        weights={word: math.log1p(texts / count) for word, count in counts.items() if count},
        absent=tuple(word.strip(_SIGNS) for word, count in counts.items() if not count),
    )
