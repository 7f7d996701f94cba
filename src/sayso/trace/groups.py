"""Statements by their source: which of them come from one."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sayso.records import Identity, Judgement, Source, SourceKind, Statement
from sayso.sources import SourceGroup, apply_judgements, join_sources


@dataclass(frozen=True, slots=True)
class SourceStatements:
    """The statements of one source, in time order.

    Attributes:
        name: The name that it goes by; None for statements without a source.
        kind: What it is.
        side: For whom it speaks.
        score: Confidence in the least sure of the joins that made it one, 0 to 1.
        reason: Why its names are taken for one source.
        statements: What it said.
    """

    name: str | None
    kind: SourceKind
    side: str | None
    score: float
    reason: str
    statements: tuple[Statement, ...]


def group_by_source(statements: Sequence[Statement], judgements: Iterable[Judgement]) -> tuple[SourceStatements, ...]:
    """Statements by their source, in the order in which the sources come; those without one last.

    Args:
        statements: In time order.
        judgements: What analysts decided on sources; it stands over every join.
    """
    sources = [source_of(statement) for statement in statements]
    groups = apply_judgements(join_sources(source for source in sources if source), judgements)
    group_of = {key: group for group in groups for key in group.keys}
    said: dict[SourceGroup, list[Statement]] = {}
    without: list[Statement] = []
    for statement, source in zip(statements, sources, strict=True):
        if source and source.identity:
            said.setdefault(group_of[source.identity.key], []).append(statement)
        else:
            without.append(statement)
    named = tuple(_told_by(group, tuple(found)) for group, found in said.items())
    if not without:
        return named
    nobody = SourceStatements(None, SourceKind.ANONYMOUS, None, 1.0, "the story gives no source", tuple(without))
    return (*named, nobody)


def source_of(statement: Statement) -> Source | None:
    """Whom a statement is from; None where its story gives no source.

    What an older version wrote unresolved is known by its own words alone.
    """
    who = statement.attribution.who
    if who is None:
        if not statement.source:
            return None
        words = " ".join(statement.source.split())
        identity = Identity(f"words:{words.casefold()}", words, "own words, not resolved", 0.5)
        return Source(words, SourceKind.COLLECTIVE, reason="own words, not resolved", score=0.5, identity=identity)
    return who if who.name else None


def _told_by(group: SourceGroup, statements: tuple[Statement, ...]) -> SourceStatements:
    sides = dict.fromkeys(member.side for member in group.members if member.side)
    return SourceStatements(
        name=group.name,
        kind=group.kind,
        side=next(iter(sides), None),
        score=group.score,
        reason=group.reason,
        statements=statements,
    )
