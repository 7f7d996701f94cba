"""Whom a source's words name, and which of several names are one person's.

This joins names within one result only, by their words alone; it knows nothing of spellings ("Zelensky", "Zelenskyy").
"""

import re
from collections.abc import Iterable

from sayso.records import Source


def _words(line: str) -> frozenset[str]:
    return frozenset(line.split())


PRONOUNS = _words(
    "i we you he she it they me us him her them who whom whoever this that these those one "
    "himself herself itself themselves myself ourselves his hers theirs ours mine"
)
DETERMINERS = _words("the a an his her its their our my this that these those")
TITLES = _words(
    "president vice-president premier chancellor prime minister secretary senator sen sens representative rep reps "
    "congressman congresswoman congressperson governor gov mayor ambassador speaker king queen prince princess pope "
    "archbishop bishop cardinal rev reverend father sister rabbi imam sheikh justice judge attorney general gen "
    "lieutenant lt colonel col major maj captain capt sergeant sgt commander cmdr admiral adm marshal officer chief "
    "director chairman chairwoman chairperson spokesman spokeswoman spokesperson professor prof doctor dr mr mrs ms "
    "miss mx sir dame lord lady"
)
"""Words that come before a name and are no part of it, where a capital follows."""
PARTICLES = _words("de da di del della der den dos du el al bin ibn la le van von y zu")

LONGEST_NAME_WORDS = 4
"""A person's name of more words than this is rather a description ("Russian Foreign Ministry Spokeswoman Office")."""

_POSSESSIVE = re.compile(r"['’]s?$")
_APPOSITION = re.compile(r",\s+(?=[a-z])|\s+\(|\s*…")
_EDGES = ' \t\r\n,.;:–—-“”„"«»()[]'


def source_name(words: str) -> Source:
    """Whom these words of a story name.

    Possessives, leading determiners, what leads up to a title ("Ukrainian President", "White House spokesman") and
    what follows in apposition (", the president of Ukraine") are left out. Words that are nothing but a title stay
    ("the president": "president").

    Returns:
        The source; without a name where the words are a pronoun or none.
    """
    name = _POSSESSIVE.sub("", _APPOSITION.split(words, maxsplit=1)[0].strip(_EDGES))
    parts = _drop_determiners(_drop_titles(name.split()))
    if not parts or (len(parts) == 1 and fold(parts[0]) in PRONOUNS):
        return Source(None)
    return Source(" ".join(parts))


def fold(name: str) -> str:
    """A name for comparing: without case."""
    return name.casefold()


def join_names(sources_by_words: Iterable[str]) -> dict[str, Source]:
    """The source that each of these words names, once names that are one person's are joined.

    A shorter name is joined to a longer one that ends in it ("Zelensky", "Volodymyr Zelensky") only if all longer names
    that do are one person's: beside "Olena Zelensky" it stays by itself. Names with an article are no persons'
    ("the House" is not "the White House").

    Returns:
        A Source for each of the words: the longest of the joined names, first written first.
    """
    named = {words: source_name(words) for words in sources_by_words}
    written: dict[str, str] = {}
    for source in named.values():
        if source.name is not None:
            written.setdefault(fold(source.name), source.name)
    articled = {fold(source.name) for words, source in named.items() if source.name and _takes_article(words)}
    persons = {folded for folded, name in written.items() if folded not in articled and _is_personal(name)}
    joined = {folded: folded for folded in written}
    for name in sorted(persons, key=lambda folded: -len(folded.split())):
        longer = {joined[other] for other in persons if other.endswith(f" {name}")}
        if len(longer) == 1:
            joined[name] = longer.pop()
    return {
        words: source if source.name is None else Source(written[joined[fold(source.name)]])
        for words, source in named.items()
    }


def _drop_titles(parts: list[str]) -> list[str]:
    """What follows the last title; but "the chief of the General Staff" leads up to no name."""
    last = parts.index("of") if "of" in parts else len(parts) - 1
    for index in range(last - 1, -1, -1):
        if fold(parts[index].rstrip(".")) in TITLES and parts[index + 1][:1].isupper():
            return parts[index + 1 :]
    return parts


def _drop_determiners(parts: list[str]) -> list[str]:
    while len(parts) > 1 and fold(parts[0]) in DETERMINERS:
        parts = parts[1:]
    return parts


def _takes_article(words: str) -> bool:
    parts = _drop_titles(words.strip(_EDGES).split())
    return len(parts) > 1 and fold(parts[0]) in DETERMINERS


def _is_personal(name: str) -> bool:
    parts = name.split()
    return len(parts) <= LONGEST_NAME_WORDS and all(part[:1].isupper() or part in PARTICLES for part in parts)
