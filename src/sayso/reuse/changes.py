"""What changed from one revision of a story to the next: a silent edit of "preliminary data" to "confirmed" is news."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from sayso.records import Change, Span

MOST_COMPARED = 4_000_000
"""Words of a changed passage, older times newer, that are compared one by one; a larger one is told as a whole."""

_SENTENCE = re.compile(r"\S.*?(?:[.!?…][\"”’')\]]*(?=\s)|(?=\n)|\Z)", re.DOTALL)
_WORD = re.compile(r"\w+(?:[.'’-]\w+)*|[^\w\s]")

Pieces = Sequence[re.Match[str]]


def compare_texts(before: str, after: str) -> tuple[Change, ...]:
    """Find the words and signs that differ, in the order of the texts; blanks and line breaks make no difference.

    Sentences that are the same are set aside first, so that long texts take no longer than what changed in them.
    """
    old, new = list(_SENTENCE.finditer(before)), list(_SENTENCE.finditer(after))
    changes: list[Change] = []
    for passage in _compare(old, new, before, after, often=False):
        changes += _compare_words(passage, before, after)
    return tuple(changes)


def _compare_words(passage: Change, before: str, after: str) -> Iterator[Change]:
    old = list(_WORD.finditer(before, *passage.before))
    new = list(_WORD.finditer(after, *passage.after))
    if len(old) * len(new) > MOST_COMPARED:
        yield passage
    else:
        yield from _compare(old, new, before[: passage.before.end], after[: passage.after.end], often=True)


def _compare(old: Pieces, new: Pieces, before: str, after: str, *, often: bool) -> Iterator[Change]:
    """The pieces that differ; `often` counts those too that make up a hundredth of a long text, which takes long."""
    older, newer = ([" ".join(one[0].split()) for one in pieces] for pieces in (old, new))
    for kind, begin, end, first, last in SequenceMatcher(None, older, newer, autojunk=not often).get_opcodes():
        if kind != "equal":
            yield Change(_span(old, begin, end, before), _span(new, first, last, after))


def _span(pieces: Pieces, begin: int, end: int, text: str) -> Span:
    """The characters of pieces [begin, end); where there are none, the place before the next."""
    if begin < end:
        return Span(pieces[begin].start(), pieces[end - 1].end())
    place = pieces[begin].start() if begin < len(pieces) else len(text)
    return Span(place, place)
