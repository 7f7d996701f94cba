"""The sources that a ledger holds: who they are, by what names stories call them, and why those were joined."""

import json
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass

from sayso.ledger.resolution_rows import read_source
from sayso.ledger.search import match_name
from sayso.records import Source

_LATEST = """
    WITH latest AS MATERIALIZED (
        SELECT id, story FROM revision WHERE NOT EXISTS (
            SELECT 1 FROM revision AS later WHERE later.story = revision.story AND later.number > revision.number
        )
    )
"""
"""The latest texts of all stories, found once: the view `statement` asks of every statement whether its text is one."""

_COUNT = f"{_LATEST} SELECT count(*) FROM latest JOIN kept_attribution ON revision = latest.id"  # noqa: S608
_EVERY = f"""
    {_LATEST}
    , spoken AS MATERIALIZED (
        SELECT
            identity, identity_name, kind AS source_kind, source.name AS source_name, identity_reason, side, story,
            min(identity_score) AS identity_score, count(*) AS statements
        FROM latest
        JOIN kept_attribution ON kept_attribution.revision = latest.id
        JOIN source ON source.id = kept_attribution.source
        GROUP BY 1, 2, 3, 4, 5, 6, 7
    )
"""  # noqa: S608 - own words
_NAMED = """
    WITH spoken AS (
        SELECT *, 1 AS statements FROM statement
        WHERE id IN (
            SELECT attribution FROM resolution WHERE identity = :typed
            UNION
            SELECT attribution FROM spoken_by
            WHERE source IN (SELECT rowid FROM source_fts WHERE source_fts MATCH :matching)
        )
        AND identity NOT IN (SELECT value FROM json_each(:besides))
    )
"""
_SOURCES = """
    SELECT
        identity, identity_name, source_kind, sum(statements) AS statements, count(DISTINCT story) AS stories,
        min(identity_score) AS score,
        json_group_array(DISTINCT coalesce(source_name, '')) AS names,
        json_group_array(DISTINCT identity_reason) AS reasons,
        json_group_array(DISTINCT coalesce(side, '')) AS sides
    FROM spoken
    WHERE identity IS NOT NULL
    GROUP BY identity
    ORDER BY statements DESC, identity
"""

_RESOLVED = """
    SELECT
        source_name, source_kind, source_role, affiliation, side, met_by, '[]' AS named_in, source_reason, source_score,
        identity, identity_name, identity_reason, identity_score, count(*) AS statements
    FROM statement
    WHERE identity IS NOT NULL {among}
    GROUP BY 1, 2, 3, 4, 5, 6, 8, 9, 10, 11, 12, 13
    ORDER BY statements DESC, 10, 1, 2, 3, 4, 5, 6, 8, 9, 11, 12, 13
"""

_NAMES = """
    SELECT value AS identity,
        (
            SELECT coalesce(identity_name, identity) FROM statement
            WHERE id IN (SELECT attribution FROM resolution WHERE identity = value) LIMIT 1
        ) AS name
    FROM json_each(:keys)
"""
_AMONG = "AND id IN (SELECT attribution FROM resolution WHERE identity IN (SELECT value FROM json_each(:keys)))"


@dataclass(frozen=True, slots=True)
class SourceRecord:
    """One source across stories.

    Attributes:
        identity: Its key, as judgements name it.
        name: The name that it goes by; None where stories give none.
        kind: What it is.
        names: The names that stories give it.
        sides: For whom it speaks, as the stories have it.
        statements, stories: How many there are.
        reasons: Why these names are taken for one source.
        score: Confidence in the least sure of them, 0 to 1.
    """

    identity: str
    name: str | None
    kind: str
    names: tuple[str, ...]
    sides: tuple[str, ...]
    statements: int
    stories: int
    reasons: tuple[str, ...]
    score: float

    @property
    def other_sides(self) -> tuple[str, ...]:
        """For whom it speaks, where that is not itself."""
        return tuple(side for side in self.sides if side not in self.names)


def find_sources(
    connection: sqlite3.Connection, name: str | None, besides: Iterable[str] = ()
) -> tuple[SourceRecord, ...]:
    """Every source of the latest revisions, or those whose names have all words of `name` or whose key it is.

    Of the latter those with some keys can be left out.

    Raises:
        UsageError: `name` holds no word.
    """
    if name is None:
        rows = connection.execute(_EVERY + _SOURCES)
    else:
        asked = {"typed": name, "matching": match_name(name), "besides": json.dumps(sorted(besides))}
        rows = connection.execute(_NAMED + _SOURCES, asked)
    return tuple(
        SourceRecord(
            identity=row["identity"],
            name=row["identity_name"],
            kind=row["source_kind"],
            names=_known(row["names"]),
            sides=_known(row["sides"]),
            statements=row["statements"],
            stories=row["stories"],
            reasons=_known(row["reasons"]),
            score=row["score"],
        )
        for row in rows
    )


def find_names(connection: sqlite3.Connection, identities: Iterable[str]) -> dict[str, str]:
    """What those of some keys that latest texts have go by: a name, or the key where the stories give none."""
    rows = connection.execute(_NAMES, {"keys": json.dumps(sorted(identities))})
    return {row["identity"]: row["name"] for row in rows if row["name"]}


def count_latest(connection: sqlite3.Connection) -> int:
    """How many statements the latest texts of all stories hold, of whatever source."""
    return int(connection.execute(_COUNT).fetchone()[0])


def find_resolved(connection: sqlite3.Connection, identities: Iterable[str] | None) -> tuple[Source, ...]:
    """The sources of latest revisions with one of some keys, or all, without the words that their names stand in.

    Raises:
        ValueError: A column holds what no version writes.
    """
    keys = sorted(set(identities or ()))
    query = _RESOLVED.format(among="" if identities is None else _AMONG)
    rows = connection.execute(query, {"keys": json.dumps(keys)})
    return tuple(source for row in rows if (source := read_source(row)))


def _known(column: str) -> tuple[str, ...]:
    return tuple(sorted(filter(None, json.loads(column))))
