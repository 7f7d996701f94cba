"""Ministers, spokespeople, commanders, lawmakers and party leaders, and when they are known to have been that."""

import re
from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from sayso.sources.known.bodies import Body, find_body
from sayso.sources.known.countries import country_of
from sayso.sources.known.nicknames import other_forms
from sayso.sources.known.parties import party_called
from sayso.sources.tables import read_table
from sayso.text.names import fold_person
from sayso.text.word_tables import word_table

MARGIN_DAYS = 92
"""How far a term may reach beyond its days in the table: of the ends there 28 % are known to the month or year only."""
OPEN_TERM_DAYS = 730
"""How long an open term is believed after the last day on which it is known to hold: of the terms in the table that
have ended, 76 % lasted longer than that, and half longer than 1,400 days."""

_OF_FORCES = word_table(
    "gen general lt lieutenant col colonel maj major adm admiral rear brig brigadier capt captain marshal"
)
_RANKS = _OF_FORCES | word_table("sen senator rep representative lawmaker congressman congresswoman")
_LAWMAKERS = word_table("senator representative lawmaker")
_OFFICES = _RANKS | word_table(
    "minister secretary spokesman spokeswoman spokesperson chief head director leader president chair chairman "
    "chairwoman governor envoy ambassador diplomat official officer commander adviser advisor aide negotiator "
    "commissioner speaker deputy politician candidate nominee republican democrat democratic press foreign defence "
    "security opposition diplomatic military armed forces ministry government national"
)
_FILLERS = word_table("the a an its his her mr mrs ms dr sir prof of for to at in and s top senior chief veteran then")
_SAME_WORD = {
    "defense": "defence", "spokeswoman": "spokesman", "spokesperson": "spokesman", "advisor": "adviser",
    "secretary": "minister", "chairwoman": "chairman", "chair": "chairman",
}  # fmt: skip
_RUNS = re.compile(r"(?<!-)\b(?:candidate|nominee|hopeful|contender)\b", re.IGNORECASE)
_RUNS_NO_LONGER = re.compile(
    r"\b(?:former|ex|failed|erstwhile|one-?time|past|potential|possible|rival)\b", re.IGNORECASE
)
_ROLE_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Official:
    """One known term of someone who speaks for a state, an international body or a party.

    Attributes:
        name: Their name.
        keys: Its spellings, folded: folding them when the table is read would cost 80 ms.
        of: ISO code of the country, or the body or party that they speak for.
        role: Their office or function there ("Foreign Minister").
        start, end: First and last day on which it is known to be theirs.
        ended: Whether they are known to have left it; if not, they may be in office after `end`.
        common: Whether others bear the name, so that without a role it means nobody.
        sightings: In how many places of the news the name was found behind a word for an office.
    """

    name: str
    keys: tuple[str, ...]
    of: str
    role: str
    start: str
    end: str
    ended: bool = True
    common: bool = False
    sightings: int = 0

    @property
    def body(self) -> Body | None:
        """The body that they speak for; None for a party or movement that the table of bodies has not."""
        return find_body(country_of(self.of).name if self.is_of_state else self.of)

    @property
    def is_of_state(self) -> bool:
        """Whether they speak for a government and not for one body of it, or for a party."""
        return len(self.of) == len("US") and self.of.isupper()

    @property
    def country(self) -> str | None:
        """ISO code of their country; None for an international body, and for a party that the tables have not."""
        if self.is_of_state:
            return self.of
        return self.body.country if self.body else None

    @property
    def affiliation(self) -> str:
        """Their body by its canonical name ("Government of Russia")."""
        return self.body.name if self.body else self.of

    @property
    def side(self) -> str:
        """The side that they speak for ("Russia (state)")."""
        return self.body.side if self.body else self.of

    @property
    def title(self) -> str:
        """Their role with what it is a role in: "Foreign Minister of Russia", "spokesman, White House"."""
        return f"{self.role} of {country_of(self.of).name_in_text}" if self.is_of_state else f"{self.role}, {self.of}"

    def held_on(self, day: str) -> bool:
        """Tell whether the role is known to be theirs on a day (ISO 8601)."""
        return self.start <= day <= self.end

    def may_hold_on(self, day: str) -> bool:
        """Tell whether it may be theirs that day: in the term, near it, or later if they are not known to have left."""
        after = timedelta(days=MARGIN_DAYS if self.ended else OPEN_TERM_DAYS)
        first = date.fromisoformat(self.start) - timedelta(days=MARGIN_DAYS)
        return first.isoformat() <= day <= (date.fromisoformat(self.end) + after).isoformat()

    def runs_as(self, role: str) -> bool:
        """Tell whether a role is that of a party's candidate, as this one is: "presumptive Republican nominee".

        Without it 135 of what is said in 878 stories of the news was on the side of a candidate and not of the party,
        on which the same candidate was in stories that told no role.
        """
        if "candidate" not in self.role or not _RUNS.search(role) or _RUNS_NO_LONGER.search(role):
            return False
        told = {party for word in _ROLE_WORD.findall(role) if (party := party_called(word))}
        return told <= {self.of}

    def fits_role(self, role: str | None) -> bool:
        """Tell whether a role that names no country or body ("Gen.", "the spokesman") may be that of this official.

        Every word of it must be one for an office; for a name that others bear, one of this very office or a rank.
        """
        words = {_same_word(word) for word in _ROLE_WORD.findall(role or "")}
        words -= _FILLERS
        own = {_same_word(word) for word in _ROLE_WORD.findall(f"{self.role} {self.of}")}
        if self.role.casefold() in _LAWMAKERS and words & _OF_FORCES:
            return False  # a senator's namesake of the highway patrol
        if self.common:
            return bool(words) and words <= own | _RANKS
        return words <= own | _words_of_offices()


def find_official(name: str, day: str | None) -> Official | None:
    """What the bearer of this full name, in any spelling, was on a day.

    Args:
        name: The full name.
        day: ISO 8601; where it is None, the name must have stood for one side at all times.
    """
    terms = _by_name().get(fold_person(name), ())
    if day is None:
        return terms[-1] if len({term.side for term in terms}) == 1 else None
    held = [term for term in terms if term.held_on(day)]
    near = held or [term for term in terms if term.may_hold_on(day)]
    return near[-1] if near else None


def find_official_spelt(name: str, side: str | None) -> Official | None:
    """Whom of the table a full name means that is spelt otherwise there: "Jane Ann Roe" of "Jane Roe".

    A short given name for the full one, or the other way, is so where the side is that official's, and so is a surname
    with other vowels: "Walid al-Muallim" is the table's Walid Muallem.
    """
    terms = _by_name().get(fold_person(name), ())
    if not terms and side:
        given, _, rest = fold_person(name).partition(" ")
        near = [term for other in other_forms(given) for term in _by_name().get(f"{other} {rest}", ())]
        near = near or [term for term in _by_sound().get((given, _sound(rest)), ()) if term.side == side]
        terms = tuple(near) if any(term.side == side for term in near) else ()
    is_one = len({term.name for term in terms}) == 1 and not any(term.common for term in terms)
    return terms[-1] if is_one else None


_VOWELS = re.compile(r"\A(?:al|el)[- ]|[aeiouyhw' -]")
_DOUBLED = re.compile(r"([a-z])\1")
_FEWEST_CONSONANTS = 3


def _sound(surname: str) -> str:
    """The consonants of a folded surname, by which spellings of Arabic or Slavic names are alike; "" of too few."""
    consonants = _DOUBLED.sub(r"\1", _VOWELS.sub("", surname))
    return consonants if len(consonants) >= _FEWEST_CONSONANTS else ""


@cache
def _by_sound() -> dict[tuple[str, str], tuple[Official, ...]]:
    """Terms by the given name and how the surname sounds."""
    index: dict[tuple[str, str], list[Official]] = defaultdict(list)
    for folded, terms in _by_name().items():
        given, _, rest = folded.partition(" ")
        if sound := _sound(rest):
            index[given, sound] += terms
    return {key: tuple(terms) for key, terms in index.items()}


@cache
def _words_of_offices() -> frozenset[str]:
    return frozenset(map(_same_word, _OFFICES))


def _same_word(word: str) -> str:
    folded = word.casefold()
    return _SAME_WORD.get(folded, folded)


@cache
def _by_name() -> dict[str, tuple[Official, ...]]:
    """Terms by the folded name, in the order in which they begin."""
    index: dict[str, list[Official]] = defaultdict(list)
    officials = [Official(**{**row, "keys": tuple(row["keys"])}) for row in read_table("officials")]
    for official in sorted(officials, key=lambda each: each.start):
        for folded in official.keys:
            index[folded].append(official)
    return {folded: tuple(terms) for folded, terms in index.items()}
