"""Surnames that two persons of a story share, such as father and son, two that one has, and patronymics."""

import re
from collections.abc import Container, Iterable, Sequence
from itertools import pairwise

from sayso.sources.known.given_names import gender_of
from sayso.sources.known.leaders import is_child_of_leader
from sayso.sources.names.mentions import Mention
from sayso.sources.names.short_names import fold
from sayso.text.names import SUFFIXES
from sayso.text.word_tables import word_table

_BESIDE = re.compile(r"(?:,? and|,? with|, accompanied by) (?:[^.!?;:\n]{0,60} )?")
"""Between two who are not the same person."""
_FEWEST_SURNAME_CHARS = 4
_SYLLABLES = re.compile(r"[a-z]{2,5}-[a-z]{2,5}")
_SONS_OF = ("bin", "ibn", "bint")
_BEHIND_SON_OF = tuple(f" {word} " for word in _SONS_OF)
_SUFFIX = re.compile(r"(?:,? (?:Jr|Sr)\.?| II| III| IV)$")
_SENIOR = re.compile(r",? Sr\.?$")
_RELATIVES = word_table("wife husband widow widower son daughter brother sister mother father cousin nephew niece")
_BEHIND_RELATIVE = tuple(f"{word}{sign} " for word in sorted(_RELATIVES) for sign in ("", ","))
_RELATIVE_OF = re.compile(r"(?:\b(?:[Hh]is|[Hh]er|[Tt]heir)|['’]s?) (?:[\w-]+ ){0,2}?[\w-]+,? \Z")
_LONGEST_RELATION_CHARS = 50
_YOUNGER = ("younger ", "Younger ")


def find_shared_surnames(text: str, mentions: Iterable[Mention]) -> set[str]:
    """Folded surnames of somebody with a title who stands beside a relative: "President Novak and his wife, Ada Novak".

    Alone they mean the one with the title.
    """
    return {
        fold(one.name)
        for one, other in pairwise(mentions)
        if one.before and " " not in one.name and other.name.endswith(f" {one.name}")
        if _BESIDE.fullmatch(text, one.span.end, other.span.start)
    }


def find_relatives(text: str, mentions: Iterable[Mention]) -> frozenset[str]:
    """Folded full names of those whom a story tells as somebody's relatives: "his wife, Ada Novak".

    The surname alone is the other's who has it: of 26 sources of one story 9 were the wife's of the man it is on.
    """
    return frozenset(
        fold(one.name)
        for one in mentions
        if " " in one.name
        and text.endswith(_BEHIND_RELATIVE, 0, one.start)
        and _RELATIVE_OF.search(text, max(0, one.start - _LONGEST_RELATION_CHARS), one.start)
    )


def short_forms(name: str) -> set[str]:
    """What the bearer of a folded full name may be called: the given name, the surname, the first of two surnames."""
    words = name.split()
    return {words[0], surname_in(name), *_first_of_two_surnames(words)}


def surname_in(name: str) -> str:
    """The surname in a folded name: "bin tarif" of "jabr bin tarif", whose father Tarif alone is.

    Without it "King Salman" was Mohammed bin Salman wherever he spoke in 146 stories of the world's news.
    """
    words = name.split()
    return " ".join(words[-2:]) if len(words) > 2 and words[-2] in _SONS_OF else words[-1]


def with_patronymic(text: str, start: int, folded: str) -> str:
    """A folded surname with the small word before it that makes it a patronymic: "bin tarif" of "bin Tarif"."""
    if not text.endswith(_BEHIND_SON_OF, 0, start):
        return folded
    return f"{text[text.rindex(' ', 0, start - 1) + 1 : start - 1]} {folded}"


def _first_of_two_surnames(words: Sequence[str]) -> Sequence[str]:
    """What one may be called by who has two surnames: "Rosado" of "Peter Rosado Lund"; nothing for other names.

    Before a "Jr" that tells two apart stands the surname, which is here the father's (see `fold_apart`).
    """
    between = () if words[-1].rstrip(".") in SUFFIXES else words[1:-1]
    if len(between) != 1:
        return ()
    # "Jane Lam Mei-ling": a surname of any length stands between the given names of two languages.
    is_between_given = _SYLLABLES.fullmatch(words[-1]) is not None
    may_be = is_between_given or (len(between[0]) >= _FEWEST_SURNAME_CHARS and not gender_of(between[0]))
    return between if may_be else ()


def fold_apart(name: str, seniors: Container[str]) -> str:
    """A name for comparing, without its "Jr"; but with it where it tells one from another.

    That is where the story names one without it too, be it without the father's middle name, and where it is all that
    tells a child's name from a head of state's.
    """
    if not name.endswith(("r", "r.", "I")):  # how suffixes end
        return fold(name)
    bare = _SUFFIX.sub("", name)
    without = fold(bare)
    if without == fold(name):
        return without
    words = without.split()
    of_father = _SENIOR.search(name) is not None and f"{words[0]} {words[-1]}" in seniors
    return fold(name) if without in seniors or of_father or is_child_of_leader(name, bare) else without


def find_younger(text: str, mention: Mention, surname: str, full: Iterable[str]) -> str | None:
    """The one full name with a "Jr" that "the younger Novak" means; None where the story names none, or several."""
    if not text.endswith(_YOUNGER, 0, mention.start):
        return None
    named = (name.split() for name in full)
    juniors = [" ".join(words) for words in named if words[-1].rstrip(".") == "jr" and surname in words[1:-1]]
    return juniors[0] if len(juniors) == 1 else None
