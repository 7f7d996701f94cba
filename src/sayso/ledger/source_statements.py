"""What some sources of a ledger said: counted by day, by the names and offices that stories give them, and by grade."""

import json
import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sayso.ledger.failures import telling_failures
from sayso.ledger.ledger import Ledger
from sayso.ledger.rows import read_statement
from sayso.ledger.search import match_content
from sayso.records import Statement

_COLLECT = """
    CREATE TEMP TABLE said AS
    SELECT
        id, story, ordinal, published, outlet, source_name, source_role, affiliation, side, identity, identity_reason,
        identity_score, certainty, denied, negated, speech, evidence
    FROM statement
    WHERE id IN (SELECT attribution FROM resolution WHERE identity IN (SELECT value FROM json_each(:keys)))
"""
_DAY = "substr(published, 1, 10)"
_COUNTS = f"count(*) AS statements, count(DISTINCT story) AS stories, min({_DAY}) AS first, max({_DAY}) AS last"
_NAMES = f"""
    SELECT source_name AS name, identity, json_group_array(DISTINCT identity_reason) AS reasons,
        min(identity_score) AS score, {_COUNTS}
    FROM said GROUP BY source_name, identity ORDER BY statements DESC, source_name, identity
"""  # noqa: S608 - own words
_OFFICES = f"""
    SELECT min(source_role) AS role, affiliation, side, {_COUNTS}
    FROM said WHERE coalesce(source_role, affiliation, side) IS NOT NULL
    GROUP BY lower(source_role), affiliation, side
    ORDER BY first IS NULL, first, statements DESC, role, affiliation, side
"""  # noqa: S608
_DAYS = f"SELECT {_DAY} AS day, count(*) AS statements FROM said GROUP BY day ORDER BY day"  # noqa: S608
_GRADES = f"""
    SELECT sum(certainty = 'certain') AS certain, sum(denied) AS denied, sum(negated) AS negated,
        sum(speech = 'direct') AS verbatim, count(DISTINCT lower(outlet)) AS outlets, {_COUNTS}
    FROM said
"""  # noqa: S608
_EVIDENCE = """
    SELECT evidence, count(*) AS statements FROM said
    WHERE evidence <> 'unspecified' GROUP BY evidence ORDER BY statements DESC, evidence
"""
_CHOSEN = """
    FROM said
    WHERE (:about IS NULL OR id IN (SELECT rowid FROM attribution_fts WHERE attribution_fts MATCH :about))
    AND (:when_said = '' OR substr(published, 1, length(:when_said)) = :when_said)
"""
_SHOWN = "SELECT * FROM statement WHERE id IN (SELECT value FROM json_each(:ids))"
_NEWS = """
    SELECT EXISTS (
        SELECT 1 FROM kept_attribution JOIN source ON source.id = kept_attribution.source
        WHERE revision > :after AND identity IN (SELECT value FROM json_each(:keys))
    ) OR EXISTS (SELECT 1 FROM revision WHERE id > :after AND number > 1)
"""
_CONTENTS = """
    SELECT content FROM attribution WHERE id IN (SELECT id FROM said ORDER BY id DESC LIMIT :limit) ORDER BY id DESC
"""


@dataclass(frozen=True, slots=True)
class NameGiven:
    """A name that stories give a source, with why it is taken for this one's.

    Attributes:
        name: As stories have it; None where they give none.
        identity: The key of the source that it was taken for before anybody decided.
        reasons: Why.
        score: How surely, 0 to 1, the least sure of them.
        statements, stories: How many there are with it.
        first, last: Days of the first and the last of them that are dated.
    """

    name: str | None
    identity: str
    reasons: tuple[str, ...]
    score: float
    statements: int
    stories: int
    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True)
class Office:
    """As what stories have a source speak, and when: its role, the body it belongs to, the side it speaks for."""

    role: str | None
    affiliation: str | None
    side: str | None
    statements: int
    stories: int
    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True)
class Grades:
    """How many statements there are, in how many stories and outlets, and how many of which grade."""

    statements: int
    stories: int
    outlets: int
    certain: int
    denied: int
    negated: int
    verbatim: int
    evidence: Mapping[str, int]


def has_news_of(ledger: Ledger, identities: Iterable[str], after: int) -> bool:
    """Tell whether a text behind the one numbered `after` has words of some sources, or may have taken some away."""
    asked = {"keys": json.dumps(sorted(identities)), "after": after}
    with telling_failures(ledger.path):
        return bool(ledger.connection.execute(_NEWS, asked).fetchone()[0])


class SourceStatements:
    """What the sources with some keys said, in the latest texts of all stories, as the ledger has it when asked first.

    It is collected in a table of the connection's own, of which there is one at a time: to find the 19,000 statements
    of the busiest of 2,000 sources takes 90 ms, which each of six questions would take.
    """

    def __init__(self, ledger: Ledger, identities: Iterable[str]) -> None:
        self._ledger = ledger
        self._rows("DROP TABLE IF EXISTS temp.said")
        self._rows(_COLLECT, keys=json.dumps(sorted(identities)))

    def names(self) -> tuple[NameGiven, ...]:
        """The names that stories give them, those given most often first."""
        told = (dict(row) for row in self._rows(_NAMES))
        return tuple(NameGiven(**{**row, "reasons": tuple(sorted(json.loads(row["reasons"])))}) for row in told)

    def offices(self) -> tuple[Office, ...]:
        """As what they speak, in the order in which that came up."""
        return tuple(Office(**dict(row)) for row in self._rows(_OFFICES))

    def days(self) -> dict[str | None, int]:
        """How many statements there are of each day, as stories are dated; None for the undated."""
        return {row["day"]: row["statements"] for row in self._rows(_DAYS)}

    def grades(self) -> Grades:
        """How sure they are, and on what they say it rests."""
        (row,) = self._rows(_GRADES)
        counts = {name: row[name] or 0 for name in Grades.__slots__ if name != "evidence"}
        return Grades(**counts, evidence={one["evidence"]: one["statements"] for one in self._rows(_EVIDENCE)})

    def newest(
        self, limit: int, offset: int = 0, about: str = "", when_said: str = ""
    ) -> tuple[tuple[Statement, ...], int]:
        """Statements, newest first, and how many there are.

        Args:
            limit: How many.
            offset: How many to pass over.
            about: Words that must all be in the content, in whatever form.
            when_said: The beginning of a date: "2024", "2024-12", "2024-12-14".

        Raises:
            UsageError: `about` holds no word.
            LedgerError: One is damaged.
        """
        asked = {"about": match_content(about) if about else None, "when_said": when_said}
        (total,) = self._rows(f"SELECT count(*) {_CHOSEN}", **asked)[0]
        order = "ORDER BY published IS NULL, moment(published) DESC, story, ordinal LIMIT :limit OFFSET :offset"
        ids = [row["id"] for row in self._rows(f"SELECT id {_CHOSEN} {order}", **asked, limit=limit, offset=offset)]
        shown = {row["id"]: row for row in self._rows(_SHOWN, ids=json.dumps(ids))}
        # a text that came in since they were collected may have taken one away
        return tuple(read_statement(shown[one], self._ledger.path) for one in ids if one in shown), total

    def contents(self, limit: int) -> tuple[str, ...]:
        """The words of their newest statements."""
        rows = self._rows(_CONTENTS, limit=limit)
        return tuple(row["content"] for row in rows)

    def _rows(self, query: str, **asked: object) -> list[sqlite3.Row]:
        with telling_failures(self._ledger.path):
            return self._ledger.connection.execute(query, asked).fetchall()
