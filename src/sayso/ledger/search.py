"""Finding statements by the words a user types, which are never taken for query syntax."""

import heapq
import json
import re
import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sayso.errors import UsageError
from sayso.records import Judgement, Verdict
from sayso.text.names import fold_name
from sayso.text.synonyms import synonyms_of

_POSSESSIVE = re.compile(r"['’]s?\W*$")

_SAID = """
    SELECT {columns} FROM statement
    WHERE (
        id IN (SELECT rowid FROM attribution_source_fts WHERE attribution_source_fts MATCH :written)
        OR id IN (
            SELECT attribution FROM spoken_by
            WHERE source IN (SELECT rowid FROM source_fts WHERE source_fts MATCH :resolved)
        )
        OR id IN (SELECT attribution FROM resolution WHERE identity IN (SELECT value FROM json_each(:identities)))
    )
    AND (:about IS NULL OR id IN (SELECT rowid FROM attribution_fts WHERE attribution_fts MATCH :about))
    ORDER BY published IS NULL, moment(published), story, ordinal
"""
_IDENTITIES = """
    SELECT DISTINCT identity FROM source
    WHERE id IN (SELECT rowid FROM source_fts WHERE source_fts MATCH :resolved)
"""
_SEARCH = """
    SELECT {columns} FROM attribution_fts
    JOIN statement ON statement.id = attribution_fts.rowid
    WHERE attribution_fts MATCH :all_words
    ORDER BY attribution_fts.rank, story, ordinal
"""
_SEARCH_SOME = """
    WITH counted AS (
        SELECT attribution_fts.rowid AS id, count(*) AS words
        FROM json_each(:words) AS word
        JOIN attribution_fts ON attribution_fts MATCH word.value
        GROUP BY attribution_fts.rowid
        HAVING count(*) >= :at_least
    )
    SELECT statement.* FROM attribution_fts
    JOIN counted ON counted.id = attribution_fts.rowid
    JOIN statement ON statement.id = attribution_fts.rowid
    WHERE attribution_fts MATCH :any_word
    ORDER BY counted.words DESC, attribution_fts.rank, story, ordinal
"""


_EVERY_COLUMN = "statement.*"
_WITH_WORDS = "SELECT rowid FROM revision_fts WHERE revision_fts MATCH ? AND rowid > ?"
_LATEST_OF = """
    SELECT id, story FROM revision WHERE id IN (SELECT value FROM json_each(:revisions)) AND NOT EXISTS (
        SELECT 1 FROM revision AS later WHERE later.story = revision.story AND later.number > revision.number
    )
"""


@dataclass(frozen=True, slots=True)
class FoundStories:
    """Stories with words of a query.

    Attributes:
        story_ids: Those with the heaviest words first.
        left_aside: How many more texts were met that have enough of the words, and less of them than these. Where not
            all were looked for there may be more.
    """

    story_ids: tuple[str, ...]
    left_aside: int = 0


def split_words(typed: str) -> list[str]:
    """The words that a user typed: pieces between spaces that hold a letter or digit, possessives dropped.

    A piece that holds several words ("well-known", "U.S.") finds them side by side.
    """
    pieces = [_POSSESSIVE.sub("", piece) for piece in _storable(typed).split()]
    return [piece for piece in pieces if any(character.isalnum() for character in piece)]


def find_said(
    connection: sqlite3.Connection,
    name: str,
    about: str | None,
    same_source: Iterable[Judgement],
    columns: str = _EVERY_COLUMN,
) -> list[sqlite3.Row]:
    """Rows of `statement` whose source has all words of a name, and whose content has all words of `about`.

    They are in the order of the time their story was published, undated ones last; those of one time by story id.

    A source has a word where the story calls it so, or where that is the name that it was resolved to, in whatever
    script and spelling. Sources that were judged to be the same as one found are found with it.

    Raises:
        UsageError: `name` or `about` holds no word.
    """
    resolved = match_name(name)
    joined = [one for one in same_source if one.verdict is Verdict.YES]
    found = [row["identity"] for row in connection.execute(_IDENTITIES, {"resolved": resolved})] if joined else []
    parameters = {
        "written": _all_of(_require_words(name)),
        "resolved": resolved,
        "identities": json.dumps(sorted(_judged_same(found, joined))),
        "about": None if about is None else match_content(about),
    }
    return connection.execute(_SAID.format(columns=columns), parameters).fetchall()


def match_content(about: str) -> str:
    """The full-text query for statements whose content has all of some words.

    Raises:
        UsageError: there is no word.
    """
    return f"content : ({_all_of(_require_words(about))})"


def match_name(name: str) -> str:
    """The full-text query for resolved names with all words of a name.

    Raises:
        UsageError: it holds no word.
    """
    words = _require_words(name)
    # Signs of a script that cannot be written in Latin letters are looked for as they are.
    return _all_of(fold_name(" ".join(words)).split() or words)


def _judged_same(found: list[str], judgements: Iterable[Judgement]) -> set[str]:
    """The identities that judgements join with one of those found, by one judgement or through several."""
    neighbours: dict[str, set[str]] = {}
    for judgement in judgements:
        neighbours.setdefault(judgement.one, set()).add(judgement.other)
        neighbours.setdefault(judgement.other, set()).add(judgement.one)
    reached: set[str] = set()
    to_visit = [identity for identity in found if identity in neighbours]
    while to_visit:
        identity = to_visit.pop()
        if identity not in reached:
            reached.add(identity)
            to_visit.extend(neighbours[identity])
    return reached


def find_statements(
    connection: sqlite3.Connection, typed: str, at_least: int | None = None, columns: str = _EVERY_COLUMN
) -> list[sqlite3.Row]:
    """Rows of `statement` with all words in source or content, or with `at_least` so many of them; best first.

    Raises:
        UsageError: No word was typed.
    """
    words = _require_words(typed)
    if at_least is None or at_least >= len(words):
        return connection.execute(_SEARCH.format(columns=columns), {"all_words": _all_of(words)}).fetchall()
    phrases = [_quote(word) for word in words]
    parameters = {"words": json.dumps(phrases), "at_least": at_least, "any_word": " OR ".join(phrases)}
    return connection.execute(_SEARCH_SOME, parameters).fetchall()


def find_unsaid(connection: sqlite3.Connection, typed: str) -> list[str]:
    """The words typed that stand in no statement, in whatever form."""
    query = "SELECT 1 FROM attribution_fts WHERE attribution_fts MATCH ? LIMIT 1"
    return [word for word in split_words(typed) if not connection.execute(query, (_quote(word),)).fetchone()]


def count_texts(connection: sqlite3.Connection, word: str) -> int:
    """In how many texts a word stands, in whatever form."""
    query = "SELECT count(*) FROM revision_fts WHERE revision_fts MATCH ?"
    return int(connection.execute(query, (_quote(word),)).fetchone()[0])


def find_stories(
    connection: sqlite3.Connection,
    weights: Mapping[str, float],
    enough: float,
    most: int | None = None,
    after: int = 0,
) -> FoundStories:
    """The stories whose title and latest text have words that weigh `enough` together, the heaviest first, then by id.

    A word stands there, too, where another does that news uses for it: "died" for "killed".

    The words are looked up from the heaviest, which is the rarest, on. Once what is left weighs too little for a text
    that has none of the words before, only the texts with one of those are looked through, so that a word which every
    story has costs little. With `most` only the `most` best texts need be found, which is sooner.
    """
    by_weight = sorted(weights, key=lambda word: (-weights[word], word))
    meant = {word: _any_of((word, *sorted(synonyms_of(word)))) for word in weights}
    rest, reach = sum(weights.values()), enough
    weighed: dict[int, float] = {}
    for place, word in enumerate(by_weight):
        query = meant[word]
        if rest < reach:
            query = f"({' OR '.join(meant[heavier] for heavier in by_weight[:place])}) AND ({query})"
        for (number,) in connection.execute(_WITH_WORDS, (query, after)):
            weighed[number] = weighed.get(number, 0.0) + weights[word]
        rest -= weights[word]
        if most and len(weighed) >= most:
            reach = max(enough, heapq.nlargest(most, weighed.values())[-1])
    found = sorted((-weight, number) for number, weight in weighed.items() if weight >= enough)
    best = dict.fromkeys(number for _, number in found[:most])
    latest = connection.execute(_LATEST_OF, {"revisions": json.dumps(list(best))})
    stories = sorted((-weighed[row["id"]], row["story"]) for row in latest)
    return FoundStories(tuple(story for _, story in stories), max(0, len(found) - len(best)))


def _require_words(typed: str) -> list[str]:
    words = split_words(typed)
    if not words:
        raise UsageError(f"no word to look for in {typed!r}", "at least one word or name", "Type the words to look for")
    return words


def _all_of(words: list[str]) -> str:
    return " AND ".join(_quote(word) for word in words)


def _any_of(words: Iterable[str]) -> str:
    return " OR ".join(map(_quote, words))


def _quote(word: str) -> str:
    return '"' + _storable(word).replace('"', '""') + '"'


def _storable(typed: str) -> str:
    """Without what cannot be stored, and so not be found: half a character or a NUL ends a word."""
    return typed.encode("utf-8", "replace").decode().replace("\0", " ")
