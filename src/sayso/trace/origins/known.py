"""The sources of the stories at hand, taken together: which are one, and for whom each speaks."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from sayso.records import Judgement, Report, Source, SourceKind
from sayso.sources import (
    STATE,
    SourceGroup,
    apply_judgements,
    government_of,
    head_noun,
    join_bodies,
    join_sources,
    names_its_state,
    side_named,
    sides_of,
    words_for,
)
from sayso.sources.known.leaders import find_leader_named
from sayso.sources.lexicon import ON_AIR
from sayso.sources.meaning.meeting import MET_BY
from sayso.text.names import fold_name
from sayso.text.outlets import name_of_host
from sayso.text.word_tables import word_table
from sayso.trace.finding.passed_on import is_cited

MAIN_TIMES = 3
"""The main state of the stories at hand has so many times as many speakers as any other."""
_DEFENDS = re.compile(r"\b(?:lawyer|attorney|solicitor|barrister|counsel)\b", re.IGNORECASE)
_OF_ANY_SIDE = word_table(
    "lawyer attorney solicitor barrister judge justice senator lawmaker mp politician expert official officer aide "
    "spokesman spokeswoman doctor professor resident witness minister leader president mayor governor"
)
"""What members of many sides are: one lawyer does not speak for "lawyers"."""
_UNNAMED_WORDS = word_table(
    "senior unnamed anonymous a an the top high ranking speaking on condition of anonymity "
    "one two three four five six seven eight nine ten several some multiple many few"
)
_SOURCES = dict.fromkeys(("people", "persons", "individuals", "insiders"), "sources") | dict.fromkeys(
    ("person", "individual", "insider"), "source"
)
"""What is said of whoever is unnamed: "people close to the talks" are "sources close to the talks"."""
_WHERE = re.compile(
    r"^(?P<who>(?:[a-z]+ )?(?:sources?|officials?|employees?)) (?:at|in|within|inside|from) (?P<where>[\w ]+)$"
)
_AND = " and "
_SPELLINGS = (("u s", "us"), ("american", "us"), ("u k", "uk"), ("british", "uk"))


@dataclass(frozen=True, slots=True)
class KnownSource:
    """A source as all stories at hand tell of it.

    Attributes:
        name, kind: What it goes by, and what it is.
        sides: For whom it speaks.
        names: Folded names and descriptions that stories give it.
        offices: What stories say it is: a person's roles, the names of others.
        score, reason: How sure it is that its names are one source's, and why.
    """

    name: str
    kind: SourceKind
    sides: tuple[str, ...]
    names: frozenset[str]
    offices: frozenset[str]
    score: float
    reason: str


class KnownSources:
    """Every source by the key of its identity."""

    def __init__(self, sources: Iterable[Source], judgements: Sequence[Judgement] = ()) -> None:
        """Join sources, with what an analyst judged of them standing over every join."""
        identified = [source for source in sources if source.identity and source.name]
        groups = apply_judgements(join_sources(identified), judgements)
        told: dict[str, list[Source]] = {}
        for source in identified:
            told.setdefault(key_of(source), []).append(source)
        full = join_bodies(identified)
        known = [_know(group, [source for key in group.keys for source in told[key]], full) for group in groups]
        by_role = _sides_of_groups(known)
        sided = {
            key: _with_side_of_role(one, told, group, by_role)
            for group, one in zip(groups, known, strict=True)
            for key in group.keys
        }
        self._known = _follow_persons(sided)
        self.main_state = _main_state(known)
        self._named = {one.name: one for one in self._known.values()}
        self._called: dict[str, list[KnownSource]] = {}
        for one in self._known.values():
            for name in one.names:
                self._called.setdefault(name, []).append(one)

    def speakers(self, source: Source) -> tuple[KnownSource, ...]:
        """Who a source is: several where two governments are quoted as one, nobody where the story gives no name."""
        if source.identity is None or not source.name:
            return ()
        known = self._known[key_of(source)]
        if len(known.sides) < 2:
            return self._each_of(known) or (known,)
        return tuple(self._government(side, known) for side in known.sides)

    def called(self, name: str) -> frozenset[KnownSource]:
        """The sources that a name means: all who speak for a state where it is that state's."""
        folded, side = fold_words(name).strip(), side_named(name)
        return frozenset(
            one
            for one in self._known.values()
            if side in one.sides
            or folded in one.names
            or (one.kind is SourceKind.PERSON and fold_words(one.name.split()[-1]).strip() == folded)
        )

    def middleman(self, report: Report) -> KnownSource | None:
        """Who told what a report's source said, no outlet and no document; None where nobody stands between.

        Who cites a source for it leaves it the source's, and the presenter of a broadcast is the outlet's voice.
        """
        if is_cited(report):
            return None
        met = tuple(f"{MET_BY}{name_of_host(outlet)}" for outlet in (report.outlet, *report.via) if outlet)
        for name in reversed(report.via[1:]):
            for one in self._called.get(describe_unnamed(name), ()):
                is_here = one.kind is not SourceKind.ANONYMOUS or any(side.endswith(met) for side in one.sides)
                speaks_for_itself = one.kind not in (SourceKind.MEDIA, SourceKind.DOCUMENT)
                if is_here and speaks_for_itself and name.casefold() not in ON_AIR:
                    return one
        return None

    def _each_of(self, joint: KnownSource) -> tuple[KnownSource, ...]:
        """Those whom a story quotes as one, where each speaks alone elsewhere: "the company and the union"."""
        if joint.kind is not SourceKind.COLLECTIVE or _AND not in joint.name:
            return ()
        meant = [self._called.get(fold_words(name).strip(), []) for name in joint.name.split(_AND)]
        return tuple(some[0] for some in meant) if all(len(some) == 1 for some in meant) else ()

    def _government(self, side: str, joint: KnownSource) -> KnownSource:
        name = government_of(side)
        return self._named.get(name) or replace(joint, name=name, sides=(side,), kind=SourceKind.ORGANISATION)


def fold_words(words: str) -> str:
    """Words as names are compared in a text, with a space at either edge: "U.S." and "American" are one."""
    folded = f" {fold_name(words)} "
    for spelling, instead in _SPELLINGS:
        folded = folded.replace(f" {spelling} ", f" {instead} ")
    return folded


def describe_unnamed(name: str) -> str:
    """The words that describe an unnamed source, folded, without those that only say that it is, or of how many.

    Where it is comes first, as in "a palace source": so does it for "a source at the palace".
    """
    bare = " ".join(_SOURCES.get(word, word) for word in fold_words(name).split() if word not in _UNNAMED_WORDS)
    return _WHERE.sub(r"\g<where> \g<who>", bare)


def key_of(source: Source) -> str:
    """The key of a source's identity.

    Raises:
        ValueError: it was not identified.
    """
    if source.identity is None:
        raise ValueError(f"{source.name} was not identified; a source with an identity was wanted")
    return source.identity.key


def _know(group: SourceGroup, sources: Sequence[Source], full: Mapping[str, str]) -> KnownSource:
    name = group.name or ""
    own = dict.fromkeys(filter(None, (source.name for source in sources)), name)
    return KnownSource(
        name=name,
        kind=group.kind,
        sides=tuple(dict.fromkeys(full.get(side, own.get(side, side)) for side in _told_sides(sources) or (name,))),
        names=frozenset(name for source in sources if source.name for name in _called(source.name, group.kind)),
        offices=frozenset(filter(None, map(words_for, sources))),
        score=group.score,
        reason=group.reason,
    )


def _called(name: str, kind: SourceKind) -> tuple[str, ...]:
    folded = fold_words(name).strip()
    return (folded, describe_unnamed(name)) if kind is SourceKind.ANONYMOUS else (folded,)


def _told_sides(sources: Sequence[Source]) -> tuple[str, ...]:
    """For whom a source speaks: what most stories say, a state before others, whoever else before the source itself.

    A state that a story names beside the source goes before one that it is only set in.
    """
    told = Counter(sides_of(source) for source in sources)
    own = {(source.name,) for source in sources}
    beside = {sides_of(source) for source in sources if names_its_state(source)}

    def worth(sides: tuple[str, ...]) -> tuple[bool, bool, bool, int, tuple[str, ...]]:
        is_state = any(STATE in side for side in sides)
        return is_state, sides in beside, sides not in own, told[sides], sides

    return max(told, key=worth)


def _main_state(known: Iterable[KnownSource]) -> str | None:
    """The state that so many times as many sources speak for as for any other; None where there is none."""
    often = Counter(side for one in known for side in one.sides if STATE in side)
    (state, most), (_, next_most), *_ = [*often.most_common(2), (None, 0), (None, 0)]
    return state if most >= MAIN_TIMES * max(1, next_most) else None


def _sides_of_groups(known: Iterable[KnownSource]) -> dict[str, tuple[str, ...]]:
    """The sides of groups by what each of their members is: "blogger" for "Russian military bloggers"."""
    sides: dict[str, set[tuple[str, ...]]] = {}
    for one in known:
        is_group = one.kind is SourceKind.COLLECTIVE and " and " not in one.name
        if is_group and one.name.casefold().endswith(noun := head_noun(one.name)):
            sides.setdefault(noun.removesuffix("s"), set()).add(one.sides)
    return {member: next(iter(some)) for member, some in sides.items() if len(some) == 1}


def _with_side_of_role(
    one: KnownSource, told: dict[str, list[Source]], group: SourceGroup, by_role: dict[str, tuple[str, ...]]
) -> KnownSource:
    """A person who speaks for nobody, with the side of the one group that they are a member of by their role."""
    if one.kind is not SourceKind.PERSON or one.sides != (one.name,):
        return one
    roles = {head_noun(source.role) for key in group.keys for source in told[key] if source.role} - _OF_ANY_SIDE
    for role in sorted(roles & by_role.keys()):
        return replace(one, sides=by_role[role])
    return one


def _follow_persons(known: Mapping[str, KnownSource]) -> dict[str, KnownSource]:
    """The sources with those who speak for a person on the side that this person is on in any story.

    A lawyer whom one story tells as a shipowner's is on the side of the company that another says is his, also where
    she calls him by his surname alone. An officer of a state who has a lawyer stands for himself, unless he leads it.
    """
    defended = {
        one.sides[0] for one in known.values() if len(one.sides) == 1 and any(map(_DEFENDS.search, one.offices))
    }
    sides: dict[str, tuple[str, ...]] = {}
    shorts: dict[str, set[str]] = {}
    for one in known.values():
        if one.kind is SourceKind.PERSON:
            accused = one.name in defended and any(STATE in side for side in one.sides)
            sides[one.name] = (one.name,) if accused and not find_leader_named(one.name) else one.sides
            for short in one.names:
                shorts.setdefault(short, set()).add(one.name)
    full = {short: next(iter(names)) for short, names in shorts.items() if len(names) == 1}
    followed = {key: replace(one, sides=_followed(one, sides, full)) for key, one in known.items()}
    # What stands for itself holds no office that could give it its state's side.
    return {
        key: replace(one, offices=frozenset()) if one.sides == (one.name,) != known[key].sides else one
        for key, one in followed.items()
    }


def _followed(one: KnownSource, sides: Mapping[str, tuple[str, ...]], full: Mapping[str, str]) -> tuple[str, ...]:
    """A source's sides, or those of the person for whom it speaks, whose full name is known by a short one."""
    own = sides[one.name] if one.kind is SourceKind.PERSON else one.sides
    if len(own) != 1:
        return own
    principal = full.get(fold_words(own[0]).strip(), own[0])
    return sides.get(principal, own)
