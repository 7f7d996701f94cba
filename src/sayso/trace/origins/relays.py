"""Who only passes on another's word: an outlet that refers to a ministry's channel, a lawmaker after a briefing."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from sayso.records import Report, SourceKind
from sayso.sources.known.gazetteer import find_country
from sayso.sources.lexicon import PERSON_NOUNS, TITLES
from sayso.trace.origins.known import KnownSource, fold_words

_RELAYING = re.compile(
    r"\b(?:cit(?:es|ed|ing)|according to|quot(?:es|ed|ing)|refer(?:s|red|ring)? to|reference to|"
    r"brief(?:ed|ing)s?|told by|"
    r"data|information|figures?|numbers?|estimates?|report(?:s|ed|ing)?|statement|mentioned by|given by|announced by|"
    r"published by|collected by|wrote|posted|channel|relay(?:s|ed|ing)?|pass(?:es|ed|ing)? on)\b",
    re.IGNORECASE,
)
_SMALL_WORDS = frozenset({"of", "the", "for", "and", "in", "on"})

FEWEST_CHARS = 3
"""A shorter name or acronym stands in a text by chance."""

FEWEST_WORDS = 3
"""A description of fewer words ("the official", "a US official") may mean any who is unnamed."""

REACH_CHARS = 90
"""So far behind a word of passing on the name of whoever said it first is looked for."""


def passes_on(report: Report, source: KnownSource | None, others: Sequence[KnownSource]) -> KnownSource | None:
    """The one of other sources whose word a report passes on by its own words; None where it names none, or several.

    Args:
        report: What a story says, with the sentences around.
        source: Who says it there; None for the story's own voice, which may name another without a word of passing on.
        others: Sources that are known to have said it themselves.
    """
    apart = [other for other in others if other is not source]
    if not apart:
        return None
    whole = (_Words.of(report.around),) if source is None else ()
    for words in (*whole, *_behind_cues(report.around)):
        if named := [other for other in apart if _is_named(other, words)]:
            return named[0] if len(named) == 1 else None
    return None


class _Words(NamedTuple):
    """Words as they stand, and folded."""

    raw: str
    folded: str

    @classmethod
    def of(cls, raw: str) -> "_Words":
        return cls(raw, fold_words(raw))


@lru_cache(maxsize=4096)
def _behind_cues(words: str) -> tuple[_Words, ...]:
    """What stands behind each word of passing on; asked for again for each day of a claim's history."""
    return tuple(_Words.of(words[cue.end() : cue.end() + REACH_CHARS]) for cue in _RELAYING.finditer(words))


def _is_named(source: KnownSource, words: _Words) -> bool:
    """Tell whether words name a source; a surname in a longer name ("Halden Cells", "Ivo Halden") is another's."""
    found = [name for name in _names_in_text(source) if f" {name} " in words.folded]
    surname = source.name.split()[-1]
    if source.kind is not SourceKind.PERSON or any(name != fold_words(surname).strip() for name in found):
        return bool(found)
    without_longer = re.sub(rf"\b(?i:{re.escape(surname)}) (?=[A-Z])", "", words.raw)
    alone = _with_first_name(surname).sub(lambda full: full[0] if _is_title(full["before"]) else "", without_longer)
    return any(f" {name} " in fold_words(alone) for name in found)


def _is_title(word: str) -> bool:
    """Tell whether a word before a surname leaves it a bare one: "Captain Doe", "Mr Doe"."""
    return word.rstrip(".").casefold() in PERSON_NOUNS | TITLES


@cache
def _with_first_name(surname: str) -> re.Pattern[str]:
    """A surname with the capitalised word that stands before it."""
    return re.compile(rf"\b(?P<before>[A-Z][\w-]+\.?) (?i:{re.escape(surname)})\b")


def _names_in_text(source: KnownSource) -> frozenset[str]:
    """What a source is known by in a text; an unnamed one by what describes it as closely as it ever was."""
    if source.kind is SourceKind.ANONYMOUS:
        return frozenset(name for name in source.names if name.count(" ") >= FEWEST_WORDS - 1)
    return _short_names(source)


@cache
def _short_names(source: KnownSource) -> frozenset[str]:
    """What a source may be called: its names, its surname, its initials; a body also without its country."""
    words = source.name.split()
    surname = words[-1:] if source.kind is SourceKind.PERSON else []
    without = [] if source.kind is SourceKind.PERSON else _without_country(source.name)
    initials = [
        "".join(word[0] for word in name.split() if word not in _SMALL_WORDS) for name in (source.name, *without)
    ]
    short = {fold_words(word).strip() for word in (*surname, *without, *initials)}
    return frozenset(name for name in source.names | short if len(name) >= FEWEST_CHARS)


def _without_country(name: str) -> list[str]:
    """The name of a body in its own country: "National Intelligence Service"; none of one word ("Government")."""
    body, _, country = name.rpartition(" of ")
    return [body] if " " in body and find_country(country) else []
