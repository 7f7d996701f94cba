"""Which sources of one set of results are one, and what an analyst judged otherwise."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import reduce

from sayso.records import Identity, Judgement, JudgementKind, Source, SourceKind, Verdict
from sayso.sources.identity.belonging import belonging, countries_of
from sayso.sources.identity.keys import is_described
from sayso.sources.joining.same_names import Join, Named, join_names
from sayso.sources.meaning.weighing import is_guessed_person
from sayso.text.names import fold_person, letters_of
from sayso.text.spelling import plain_words

JUDGED_SCORE = 1.0
READ_OTHERWISE_SCORE = 0.8
"""For a join of a name that is read as a person's in one story and as a body's in another."""

_BODIES = (SourceKind.ORGANISATION, SourceKind.MEDIA)


@dataclass(frozen=True, slots=True)
class SourceGroup:
    """Sources that are one.

    Attributes:
        members: One source for each key, the surest named first.
        joins: What made them one; empty where all have one key.
    """

    members: tuple[Source, ...]
    joins: tuple[Join, ...]

    @property
    def name(self) -> str | None:
        """The name that it goes by: that of its surest, fullest member."""
        return _identity(self.members[0]).name

    @property
    def kind(self) -> SourceKind:
        """What it is; a body where one story has its name for a person's."""
        kinds = [member.kind for member in self.members]
        return next((kind for kind in kinds if kind in _BODIES), kinds[0])

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of its members."""
        return tuple(_identity(member).key for member in self.members)

    @property
    def score(self) -> float:
        """Confidence in the least sure of the joins, or in its one key."""
        return min((join.score for join in self.joins), default=_identity(self.members[0]).score)

    @property
    def reason(self) -> str:
        """Why its members are one."""
        return "; ".join(dict.fromkeys(join.reason for join in self.joins)) or _identity(self.members[0]).reason


def join_sources(sources: Iterable[Source]) -> tuple[SourceGroup, ...]:
    """Sources of one set of results that are one, in whatever order they come.

    A surname alone joins the one full name of the set that it can mean and that does not clash with it in country;
    where two could be meant, it stays by itself. So does an acronym with its long form. A name of several words that
    may be anybody's is a body's where another story has it for one. Anonymous sources, groups and documents join by
    their keys alone.

    Raises:
        ValueError: a source has no identity yet.
    """
    by_key: dict[str, list[Source]] = defaultdict(list)
    for source in sources:
        by_key[_identity(source).key].append(source)
    members = {key: _surest_first(of)[0] for key, of in by_key.items()}
    named = [(members[key], of) for key, of in sorted(by_key.items())]
    people = [pair for pair in named if _is_name_of(pair[1], SourceKind.PERSON)]
    bodies = [pair for pair in named if any(_is_name_of(pair[1], kind) for kind in _BODIES)]
    by_name = join_names(
        [_named(one, of, fold_person) for one, of in people], [_named(one, of, letters_of) for one, of in bodies]
    )
    return _groups(members, [*by_name, *_join_kinds(people, bodies)], frozenset())


def _join_kinds(
    people: Sequence[tuple[Source, Sequence[Source]]], bodies: Sequence[tuple[Source, Sequence[Source]]]
) -> Iterator[Join]:
    """Names of several words that one story has for a body's, and another, with nothing to say so, for a person's."""
    keys = {_identity(one).name: _identity(one).key for one, _ in bodies}
    for one, of in people:
        if (key := keys.get(_identity(one).name)) and all(map(is_guessed_person, of)):
            yield Join(_identity(one).key, key, READ_OTHERWISE_SCORE, "one name, read as a body's elsewhere")


def apply_judgements(groups: Sequence[SourceGroup], judgements: Iterable[Judgement]) -> tuple[SourceGroup, ...]:
    """The groups as an analyst's judgements have them; they stand over every join.

    What is judged different is parted, also where a third would bring the two together: then the least sure join goes,
    of judgements the older. Judgements on keys that are not in the groups change nothing.
    """
    members = {_identity(member).key: member for group in groups for member in group.members}
    on_sources = [
        judgement
        for judgement in judgements
        if judgement.kind is JudgementKind.SAME_SOURCE and {judgement.one, judgement.other} <= members.keys()
    ]
    apart = frozenset(frozenset((j.one, j.other)) for j in on_sources if j.verdict is Verdict.NO)
    newest_first = sorted(on_sources, key=_when_judged, reverse=True)
    judged = [Join(j.one, j.other, JUDGED_SCORE, j.reason) for j in newest_first if j.verdict is Verdict.YES]
    joins = sorted((join for group in groups for join in group.joins), key=lambda join: (join.one, join.other))
    return _groups(members, [*judged, *joins], apart)


def _when_judged(judgement: Judgement) -> tuple[str, list[str]]:
    return judgement.judged_at or "", sorted((judgement.one, judgement.other))


def _groups(
    members: dict[str, Source], joins: Sequence[Join], apart: frozenset[frozenset[str]]
) -> tuple[SourceGroup, ...]:
    """Join by join, surest first, unless that would bring together what is judged apart."""
    group_of = {key: frozenset({key}) for key in members}
    kept: list[Join] = []
    for join in sorted(joins, key=lambda join: -join.score):
        both = group_of[join.one] | group_of[join.other]
        if any(pair <= both for pair in apart):
            continue
        kept.append(join)
        group_of.update(dict.fromkeys(both, both))
    return tuple(
        SourceGroup(
            tuple(_surest_first(members[key] for key in keys)),
            tuple(sorted((join for join in kept if join.one in keys), key=lambda join: (join.one, join.other))),
        )
        for keys in sorted(set(group_of.values()), key=min)
    )


def _is_name_of(sources: Sequence[Source], kind: SourceKind) -> bool:
    name = _identity(sources[0]).name
    return sources[0].kind is kind and bool(name) and not is_described(name or "")


def _named(surest: Source, sources: Sequence[Source], fold: Callable[[str], str]) -> Named:
    identity = _identity(surest)
    name = identity.name or ""
    return Named(
        identity.key,
        tuple(fold(plain_words(name)).split()),
        name,
        reduce(frozenset.union, map(countries_of, sources)),
        frozenset(filter(None, map(belonging, sources))),
    )


def _surest_first(sources: Iterable[Source]) -> list[Source]:
    """Sources, alike ones once, the surest named first."""
    apart = list(dict.fromkeys(sources))
    return sorted(apart, key=_surest, reverse=True) if len(apart) > 1 else apart


def _surest(source: Source) -> tuple[float, int, str, str]:
    identity = _identity(source)
    return identity.score, len(identity.name or ""), identity.name or "", repr(source)


def _identity(source: Source) -> Identity:
    """A source's identity.

    Raises:
        ValueError: it has none yet.
    """
    if source.identity is None:
        raise ValueError(f"the source {source.name!r} has no identity; give it one by identity_of first")
    return source.identity
