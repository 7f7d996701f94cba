"""Finding statements by the words a user types, which are never taken for query syntax."""

import json
import re
import sqlite3

from sayso.errors import UsageError

_POSSESSIVE = re.compile(r"['’]s?\W*$")

_SAID = """
    SELECT statement.* FROM statement
    WHERE id IN (SELECT rowid FROM attribution_source_fts WHERE attribution_source_fts MATCH :name)
    AND (:about IS NULL OR id IN (SELECT rowid FROM attribution_fts WHERE attribution_fts MATCH :about))
    ORDER BY story, ordinal
"""
_SEARCH = """
    SELECT statement.* FROM attribution_fts
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


def split_words(typed: str) -> list[str]:
    """The words that a user typed: pieces between spaces that hold a letter or digit, possessives dropped.

    A piece that holds several words ("well-known", "U.S.") finds them side by side.
    """
    # What cannot be stored cannot be found: half a character or a NUL ends a word.
    text = typed.encode("utf-8", "replace").decode().replace("\0", " ")
    pieces = [_POSSESSIVE.sub("", piece) for piece in text.split()]
    return [piece for piece in pieces if any(character.isalnum() for character in piece)]


def find_said(connection: sqlite3.Connection, name: str, about: str | None) -> list[sqlite3.Row]:
    """Rows of `statement` whose source has all words of a name, and whose content has all words of `about`.

    Raises:
        UsageError: `name` or `about` holds no word.
    """
    content = None if about is None else f"content : ({_all_of(_require_words(about))})"
    parameters = {"name": _all_of(_require_words(name)), "about": content}
    return connection.execute(_SAID, parameters).fetchall()


def find_statements(connection: sqlite3.Connection, typed: str, at_least: int | None) -> list[sqlite3.Row]:
    """Rows of `statement` with all words in source or content, or with `at_least` so many of them; best first.

    Raises:
        UsageError: No word was typed.
    """
    words = _require_words(typed)
    if at_least is None or at_least >= len(words):
        return connection.execute(_SEARCH, {"all_words": _all_of(words)}).fetchall()
    phrases = [_quote(word) for word in words]
    parameters = {"words": json.dumps(phrases), "at_least": at_least, "any_word": " OR ".join(phrases)}
    return connection.execute(_SEARCH_SOME, parameters).fetchall()


def _require_words(typed: str) -> list[str]:
    words = split_words(typed)
    if not words:
        raise UsageError(f"no word to look for in {typed!r}", "at least one word or name", "Type the words to look for")
    return words


def _all_of(words: list[str]) -> str:
    return " AND ".join(_quote(word) for word in words)


def _quote(word: str) -> str:
    return '"' + word.replace('"', '""') + '"'
