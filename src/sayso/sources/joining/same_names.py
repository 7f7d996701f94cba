"""Names of one set of results that are one source's: short and full ones, acronyms and long forms."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from sayso.sources.known.bodies import find_body
from sayso.sources.known.countries import Country, find_country
from sayso.sources.known.given_names import SURNAMES_IN_FRONT, gender_of
from sayso.sources.known.leaders import find_leader_named
from sayso.sources.known.nicknames import is_short_for
from sayso.sources.lexicon import PREPOSITIONS
from sayso.sources.names.misprints import is_misprint
from sayso.text.names import SUFFIXES

AGREEING_SCORE = 0.85
"""For a join on a short name that the country or the body confirms."""
BARE_SCORE = 0.7
"""For one that nothing confirms and nothing contradicts."""
ACRONYM_SCORE = 0.75
SHORTEST_ACRONYM_CHARS = 3
FEWEST_BARE_WORDS = 3
"""Bodies of fewer words ("Defence Ministry", "General Staff", "Supreme Court") every country has."""
_MISPRINTED_SURNAME_CHARS = 8
"""Shorter surnames that differ by a letter are as likely two: "Larsen" and "Larson"."""

_Parts = tuple[str, tuple[str, ...], str]
"""Given name, names in between, surname."""


@dataclass(frozen=True, slots=True)
class Join:
    """Why two keys are one source, and how sure that is, 0 to 1."""

    one: str
    other: str
    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class Named:
    """What all sources of one key tell together: the folded words of its name, and for whom it speaks."""

    key: str
    words: tuple[str, ...]
    name: str
    countries: frozenset[str]
    bodies: frozenset[str]

    def clashes(self, other: "Named") -> bool:
        """Tell whether the two speak for different countries."""
        return bool(self.countries and other.countries and not self.countries & other.countries)

    def agrees(self, other: "Named") -> bool:
        """Tell whether the two speak for one country or body."""
        return bool(self.countries & other.countries or self.bodies & other.bodies)


def join_names(people: Sequence[Named], bodies: Sequence[Named]) -> list[Join]:
    """Every join that the names of people and of bodies give; "CEO of Kettle" is nobody's name."""
    named = [person for person in people if PREPOSITIONS.isdisjoint(person.words)]
    full_names = _join_full_names(named)
    surnames = _join_surnames(named, full_names)
    return [*full_names, *surnames, *_join_acronyms(bodies), *_join_bare_bodies(bodies), *_join_intelligence(bodies)]


def _join_full_names(people: Sequence[Named]) -> list[Join]:
    """Pat and Patrick Ryder, Virginia Giuffre and Virginia Roberts Giuffre, unless they speak for two countries."""
    full = [(person, parts) for person in people if (parts := _parts_of(person))]
    return [
        Join(
            one.key,
            other.key,
            AGREEING_SCORE if one.agrees(other) else BARE_SCORE,
            f"{one.name} and {other.name}: {reason}",
        )
        for (one, parts), (other, others) in combinations(full, 2)
        if (reason := _same_full_name(parts, others))
        and not one.clashes(other)
        and not _is_leader_and_child(one, other)
    ]


def _is_leader_and_child(one: Named, other: Named) -> bool:
    """Tell whether a head of state or government has the other's name but for its "Jr"."""
    senior, junior = sorted((one, other), key=lambda person: person.words[-1] in SUFFIXES)
    return junior.words[-1] in SUFFIXES and bool(find_leader_named(senior.name))


def _parts_of(person: Named) -> _Parts | None:
    """Given name, names in between and surname; None for a name that is short or has the surname in front."""
    words = [word for word in person.words if word not in SUFFIXES]
    if len(words) < 2 or words[0] in SURNAMES_IN_FRONT:
        return None
    return words[0], tuple(words[1:-1]), words[-1]


def _same_full_name(one: _Parts, other: _Parts) -> str | None:
    """Why two full names may be one person's; None if they are not."""
    (given, between, surname), (their_given, theirs, their_surname) = one, other
    if surname != their_surname:
        is_long = min(len(surname), len(their_surname)) >= _MISPRINTED_SURNAME_CHARS
        is_same = given == their_given and between == theirs and is_long and is_misprint(surname, their_surname)
        return "a surname and a misprint of it" if is_same else None
    if _ends_in(one, other) or _ends_in(other, one):
        return "with and without what stands before it"
    if between and theirs:
        return None
    if given == their_given:
        return "with and without a middle name"
    if not between and not theirs and is_short_for(given, their_given):
        return "short and full given name"
    if between == theirs and is_misprint(given, their_given) and not (gender_of(given) and gender_of(their_given)):
        return "a given name and a misprint of it"
    return None


def _ends_in(longer: _Parts, name: _Parts) -> bool:
    """Tell whether a name ends in another whole name: "New York Geoffrey Berman"."""
    whole = (name[0], *name[1], name[2])
    return len(longer[1]) + 2 > len(whole) and (longer[0], *longer[1], longer[2])[-len(whole) :] == whole


def _join_surnames(people: Sequence[Named], known: Sequence[Join]) -> list[Join]:
    """Surnames alone with the one full name that each can mean."""
    one_person = {join.other: join.one for join in known}
    full = [person for person in people if len(person.words) > 1]
    joins = []
    for short in (person for person in people if len(person.words) == 1):
        bearers = [person for person in full if _bears(person, short.words[0])]
        meant = [person for person in bearers if not person.clashes(short)]
        if len({one_person.get(person.key, person.key) for person in meant}) != 1:
            continue
        best = min(meant, key=lambda person: (not person.agrees(short), person.key))
        in_front = best.words[-1] != short.words[0]
        alone = len({one_person.get(person.key, person.key) for person in bearers}) == 1
        if best.agrees(short) or (alone and not in_front):
            score = AGREEING_SCORE if best.agrees(short) else BARE_SCORE
            joins.append(Join(short.key, best.key, score, f"{best.name} is the only {short.name} here"))
    return joins


def _bears(person: Named, surname: str) -> bool:
    last = next((word for word in reversed(person.words) if word not in SUFFIXES), "")
    return surname == last or (surname == person.words[0] and surname in SURNAMES_IN_FRONT)


def _join_acronyms(bodies: Sequence[Named]) -> list[Join]:
    """An acronym with the one long form whose initials it is."""
    joins = []
    for short in bodies:
        if len(short.words) != 1 or not short.name.isupper() or len(short.name) < SHORTEST_ACRONYM_CHARS:
            continue
        meant = [body for body in bodies if short.words[0] == _initials(body) and not body.clashes(short)]
        if len(meant) == 1:
            joins.append(Join(short.key, meant[0].key, ACRONYM_SCORE, f"{short.name} stands for {meant[0].name}"))
    return joins


def _join_bare_bodies(bodies: Sequence[Named]) -> list[Join]:
    """A bare "Main Intelligence Directorate" with the one body of the set that is so called and says whose it is."""
    joins = []
    for short in bodies:
        meant = [
            body
            for body in bodies
            if body.words[: len(short.words) + 1] == (*short.words, "of") and not body.clashes(short)
        ]
        if len(short.words) >= FEWEST_BARE_WORDS and len(meant) == 1:
            joins.append(Join(short.key, meant[0].key, BARE_SCORE, f"{meant[0].name} is the only {short.name} here"))
    return joins


def _join_intelligence(bodies: Sequence[Named]) -> list[Join]:
    """Mere "Ukrainian intelligence" with the one intelligence service of that country in the set."""
    joins = []
    for vague in bodies:
        country = find_country(vague.name.rsplit(" ", 1)[0]) if vague.words[-1:] == ("intelligence",) else None
        if country is None:
            continue
        meant = [body for body in bodies if body is not vague and _is_intelligence_of(body, country)]
        if len(meant) == 1:
            reason = f"{meant[0].name} is the only intelligence service of {country.name_in_text} here"
            joins.append(Join(vague.key, meant[0].key, BARE_SCORE, reason))
    return joins


def _is_intelligence_of(body: Named, country: Country) -> bool:
    known = find_body(body.name)
    return known is not None and known.country == country.code and "intelligence" in body.words


def _initials(body: Named) -> str:
    return "".join(word[0] for word in body.words if word not in ("of", "the", "and", "for", "in", "on"))
