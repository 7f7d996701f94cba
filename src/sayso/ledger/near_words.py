"""Which words of the stories are meant where words were mistyped: "casulties" for casualties."""

import re
import sqlite3
from collections.abc import Iterable
from difflib import SequenceMatcher
from enum import StrEnum
from unicodedata import category, normalize

from sayso.ledger.near_names import NEAR

SHORTEST = 4
"""Shorter words are alike by chance."""

SAME_START = 2
"""So many letters of a mistyped word are taken for right: only the words that begin alike are looked through, one in a
hundred of those of a large ledger."""

NEAR_STEM = 0.6
MOST_STEMS = 8
"""An index holds stems, which are less like a word than the word that was meant: "ferri" for "fery" is one of ferry.
The nearest that are this alike are looked up."""

_WORD = re.compile(r"\w+")
_STEMS = """
    SELECT term, doc FROM temp.{index}_words WHERE term >= :start AND term < :end AND abs(length(term) - :length) <= 3
"""
_FIRST_WITH = "SELECT doc FROM temp.{index}_at WHERE term = ? LIMIT 1"
_COLUMNS = "SELECT * FROM {index} WHERE rowid = ?"
_TABLES = """
    CREATE VIRTUAL TABLE IF NOT EXISTS temp.{index}_words USING fts5vocab (main, {index}, row);
    CREATE VIRTUAL TABLE IF NOT EXISTS temp.{index}_at USING fts5vocab (main, {index}, instance);
"""


class Searched(StrEnum):
    """Where words are looked for, by the name of its index."""

    TEXTS = "revision_fts"
    STATEMENTS = "attribution_fts"


def find_meant(connection: sqlite3.Connection, typed: str, absent: Iterable[str], where: Searched) -> str | None:
    """What was typed with words that stand there for those that do not; None where none of these is nearly alike."""
    meant = typed
    for word in absent:
        if near := find_near_word(connection, word, where):
            meant = re.sub(rf"\b{re.escape(word)}\b", near, meant)
    return None if meant == typed else meant


def find_near_word(connection: sqlite3.Connection, word: str, where: Searched) -> str | None:
    """The word most like one that stands nowhere, as a text has it; None where none is nearly alike."""
    if len(word) < SHORTEST or not _WORD.fullmatch(word):
        return None
    plain = _plain(word)
    start = plain[:SAME_START]
    asked = {"start": start, "end": start + chr(0x10FFFF), "length": len(plain)}
    for table in _TABLES.format(index=where).split(";"):
        connection.execute(table)
    alike = [
        (_likeness(plain, row["term"]), row["doc"], row["term"])
        for row in connection.execute(_STEMS.format(index=where), asked)
    ]
    stems = [stem for likeness, _, stem in sorted(alike, reverse=True) if likeness >= NEAR_STEM][:MOST_STEMS]
    told = [one for stem in stems for one in _words_with(connection, stem, where)]
    best = max(told, key=lambda one: _likeness(plain, _plain(one)), default="")
    if _likeness(plain, _plain(best)) < NEAR:
        return None
    return best.lower() if word.islower() else best


def _words_with(connection: sqlite3.Connection, stem: str, where: Searched) -> list[str]:
    """The words of the first text that has a stem."""
    first = connection.execute(_FIRST_WITH.format(index=where), (stem,)).fetchone()
    texts = connection.execute(_COLUMNS.format(index=where), (first["doc"],)).fetchone()
    return [word for text in texts if text for word in dict.fromkeys(_WORD.findall(text))]


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other).ratio()


def _plain(word: str) -> str:
    """A word as the indexes have it: in small letters without accents."""
    return "".join(sign for sign in normalize("NFKD", word.casefold()) if category(sign) != "Mn")
