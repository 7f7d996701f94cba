"""Heads of state and government, and when they are known to have been in office."""

from collections import defaultdict
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache

from sayso.sources.tables import read_table
from sayso.text.names import fold_person


def _codes(table: str) -> frozenset[str]:
    return frozenset(table.split())


SURNAME_FIRST = _codes("CN HK KP KR SG TW VN")
"""Countries whose leaders' names news writes surname first: Xi Jinping, Kim Jong-un."""


class Office(StrEnum):
    """What a leader heads."""

    STATE = "state"
    GOVERNMENT = "government"
    BOTH = "both"


_LED_BY_GOVERNMENT = _codes(
    "AL AM AT AU BD BE BG CA DE DK EE ES ET GB GE GR HR HU IE IL IN IS IT JP KH LU LV MK MT MY NL NO NZ PK SE SG "
    "SI SK TH"
)
"""Where news means the head of government by "the country's leader"."""
_LED_BY_TWO = _codes("CZ FI IQ LB LT MD PL PT RO")
"""Where it may mean either head."""


def leading_office(country: str) -> Office | None:
    """The office of a country's leader (ISO code); None where both heads are called that."""
    if country in _LED_BY_TWO:
        return None
    return Office.GOVERNMENT if country in _LED_BY_GOVERNMENT else Office.STATE


@dataclass(frozen=True, slots=True)
class Leader:
    """One known term of one leader.

    Attributes:
        name, others: Name and its other spellings.
        country: ISO code.
        office: Head of what.
        title: The office's own name ("President", "Chancellor").
        start, end: First and last day on which the office is known to be theirs.
        ended: Whether they are known to have left it; if not, they may be in office after `end`.
        notable: Whether few others bear the surname, so that news means the leader by it alone.
        sightings: In how many places of the news it was found; 0 where it is written by hand.
    """

    name: str
    others: tuple[str, ...]
    country: str
    office: Office
    title: str
    start: str
    end: str
    ended: bool
    sightings: int
    notable: bool

    def held_on(self, day: str | None) -> bool:
        """Tell whether the office is known to be theirs on a day (ISO 8601)."""
        return day is None or self.start <= day <= self.end

    def may_hold_on(self, day: str | None) -> bool:
        """Tell whether they are in office that day as far as is known: also after `end`, until known to have left."""
        return self.held_on(day) or (day is not None and not self.ended and self.start <= day)


def find_leaders(country: str, office: Office | None = None, day: str | None = None) -> tuple[Leader, ...]:
    """Leaders of a country (ISO code), of one office or any, known to hold it on a day or ever."""
    return tuple(
        leader
        for leader in _leaders()
        if leader.country == country
        and (office is None or leader.office in (office, Office.BOTH))
        and leader.held_on(day)
    )


@lru_cache(maxsize=1 << 12)
def find_leader_named(name: str, day: str | None = None) -> tuple[Leader, ...]:
    """Terms of the leader of this full name in any spelling, on a day or ever; () where there is none."""
    return tuple(leader for leader in _by_name().get(fold_person(name), ()) if leader.held_on(day))


def is_child_of_leader(name: str, senior: str) -> bool:
    """Tell whether a name with a "Jr" is that of a leader but for it, and the leader is not called so too.

    Args:
        name: The whole name: "Donald Trump Jr.", and not "Joseph R. Biden Jr.".
        senior: The name without its last word.
    """
    suffix = fold_person(name).split()[-1]
    leaders = find_leader_named(senior)
    called = (fold_person(other) for leader in leaders for other in (leader.name, *leader.others))
    return bool(leaders) and not any(other.endswith(f" {suffix}") for other in called)


@lru_cache(maxsize=1 << 12)
def find_leaders_by_surname(surname: str) -> tuple[Leader, ...]:
    """Terms of all leaders whose name ends, or as Kim and Xi begins, in this surname."""
    return _by_surname().get(fold_person(surname), ())


def find_notable_leader(surname: str, day: str | None) -> tuple[Leader, ...]:
    """Terms of the one leader in office on a day whom news means by this surname alone; () where there is none."""
    if day is None:
        return ()
    holding = [leader for leader in find_leaders_by_surname(surname) if leader.notable and leader.held_on(day)]
    return tuple(holding) if len({leader.name for leader in holding}) == 1 else ()


@cache
def _leaders() -> tuple[Leader, ...]:
    return tuple(
        Leader(**{**row, "others": tuple(row["others"]), "office": Office(row["office"])})
        for row in read_table("leaders")
    )


@cache
def _by_name() -> dict[str, tuple[Leader, ...]]:
    index: dict[str, list[Leader]] = defaultdict(list)
    for leader in _leaders():
        for folded in {fold_person(name) for name in (leader.name, *leader.others)}:
            index[folded].append(leader)
    return {folded: tuple(leaders) for folded, leaders in index.items()}


@cache
def _by_surname() -> dict[str, tuple[Leader, ...]]:
    index: dict[str, list[Leader]] = defaultdict(list)
    for leader in _leaders():
        for name in (leader.name, *leader.others):
            folded = fold_person(name).split()
            surnames = {folded[0 if leader.country in SURNAME_FIRST else -1]}
            if len(folded) > 2:
                surnames.add(" ".join(folded[1:]))
            for surname in surnames:
                if leader not in index[surname]:
                    index[surname].append(leader)
    return {surname: tuple(leaders) for surname, leaders in index.items()}
