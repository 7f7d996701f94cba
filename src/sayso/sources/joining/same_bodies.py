"""Names of sides of one set of results that are one body's: "Kettle" and "Kettle Works", "Rain Watch of Ohio"."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from sayso.records import Source, SourceKind
from sayso.sources.known.countries import STATE
from sayso.sources.known.gazetteer import find_country, is_known
from sayso.sources.lexicon import TITLES
from sayso.sources.names.mention_kinds import is_branch
from sayso.sources.names.short_names import begins_public
from sayso.sources.offices.local_offices import place_and_level
from sayso.sources.offices.office_words import words_for
from sayso.sources.sides.named_sides import sides_of
from sayso.text.names import letters_of
from sayso.text.outlets import find_outlet

_SHORTEST_CHARS = 3
_LONGEST_WORDS = 5
_WHAT_IT_IS = re.compile(
    r" (?:company|group|firm|channel|airline|club|union|party|Party|Society|Inc|Ltd|Limited|plc|PLC|Corp|Co)\.?$"
)
"""What news adds to a body's name to say what it is."""
_CALLED = frozenset(
    {"union", "federation", "association", "congregation", "hospital", "university", "museum", "diocese"}
)
"""What stands in a body's name and is said for it where a story does not name it."""
_BODIES = (SourceKind.ORGANISATION, SourceKind.MEDIA)


def join_bodies(sources: Iterable[Source]) -> dict[str, str]:
    """For names of sides the fullest name by which the set tells of the same body; only those that have one.

    A body is one that speaks as such or has somebody speak for it. A first word alone means the one body of the set
    whose name it begins, unless it may be a person's, a place's or a public body's.

    Args:
        sources: All sources of the set, with their sides.
    """
    bodies: set[str] = set()
    single: set[str] = set()
    surnames: set[str] = set()
    for source in sources:
        led = place_and_level(words_for(source))
        for side in sides_of(source):
            if led and led[0] == side:
                continue  # "Leeds" of its mayor begins the name of no "Leeds Mercury"
            if source.kind in _BODIES or side != source.name:
                bodies.add(side)
            elif source.kind is SourceKind.PERSON and side.count(" "):
                surnames.add(side.rsplit(" ", 1)[-1])
            elif source.kind is SourceKind.PERSON and not source.role:
                single.add(side)
    described = {side for side in bodies if side.islower() and side.rsplit(" ", 1)[-1] in _CALLED}
    bodies = {side for side in bodies if _is_name(side)}
    shorts = {name for name in bodies | single if _may_be_short(name) and name not in surnames}
    longs = sorted(bodies - surnames, key=lambda name: (name.count(" "), name))
    begun: dict[str, list[str]] = defaultdict(list)
    for name in longs:
        begun[name.split()[0]].append(name)
    full = {short: meant for short in shorts if (meant := _meant(short, begun.get(short, ())))}
    full |= {words: meant for words in described if (meant := _called_so(words, longs))}
    full |= {name: meant for name in longs if (meant := _branch_meant(name, longs))}
    full |= {name: meant for name in longs if (meant := _parent_of(name, longs))}
    alike = _alike([full.get(name, name) for name in longs])
    return {name: alike.get(meant, meant) for name, meant in full.items()} | alike


def _is_name(side: str) -> bool:
    if side.rsplit(" ", 1)[-1].casefold() in TITLES:
        return False  # "Kettle CEO", as headlines have it
    return side[:1].isupper() and STATE not in side and side.count(" ") < _LONGEST_WORDS and not find_outlet(side)


def _may_be_short(name: str) -> bool:
    if " " in name or len(name) < _SHORTEST_CHARS or not name[:1].isupper():
        return False
    return not is_known(name) and not begins_public(f"the {name}")  # "Senate" is no short form of "Senate GOP"


def _meant(short: str, longs: Iterable[str]) -> str | None:
    """The one body of those whose names a word begins; of names that begin one another the first."""
    meant = [name for name in longs if name != short and not begins_public(name)]
    return meant[0] if meant and all(name.startswith(meant[0]) for name in meant) else None


def _called_so(words: str, longs: Iterable[str]) -> str | None:
    """The one body of the set in whose name all words of a description stand: "Rain Pilots' Union" of "union"."""
    wanted = set(letters_of(words).split())
    meant = [name for name in longs if wanted <= set(letters_of(name).split())]
    return meant[0] if len(meant) == 1 else None


def _branch_meant(name: str, longs: Sequence[str]) -> str | None:
    """The one country's branch that the set tells of a body that has one in many: "Kenya Red Cross" of "Red Cross"."""
    plain = {long: _WHAT_IT_IS.sub("", long) for long in longs}
    meant = [long for long in longs if plain[long].endswith(f" {name}") and is_branch(plain[long])]
    return meant[0] if len({plain[long] for long in meant}) == 1 else None


def _parent_of(name: str, longs: Sequence[str]) -> str | None:
    """The company of the set whose subsidiary in a country a name is: "Kettle Motors" of "Kettle Motors India"."""
    parent, _, country = name.rpartition(" ")
    return parent if parent in longs and find_country(country) and not begins_public(parent) else None


def _alike(names: Iterable[str]) -> dict[str, str]:
    """Names that differ in case or in a word on what they are: the one that came first."""
    first: dict[str, str] = {}
    alike = {}
    for name in names:
        plain = letters_of(_WHAT_IT_IS.sub("", name))
        if first.setdefault(plain, name) != name:
            alike[name] = first[plain]
    return alike
