"""Variants of a training story that carry the model from US politics to wire copy.

Every edit replaces characters and moves the annotated spans along, so labels stay exact.
"""

import random
import re
from bisect import bisect_left
from collections.abc import Callable, Iterable

from sayso.records import ROLES, Span

Edit = tuple[int, int, str]
"""Characters [start, end) to replace by a text."""

_PAIRED = re.compile(r'[“"]([^“”"\n]+)[”"]')
_STYLES = ('""', "“”", "„“", "«»", "‘’")
_ACCORDING = re.compile(r"According to ")
_SAID = re.compile(r" (?:has |had )?(?:said|says|added|argued|noted|stressed|insisted|believes|thinks|warned) ")
_THAT = re.compile("that ")
_OWN_WORDS = (("In ", "words"), ("In ", "words"), ("In ", "view"), ("In ", "telling"), ("By ", "account"))
_POSSESSIVE = {"him": "his", "her": "her", "them": "their", "it": "its", "he": "his", "she": "her", "they": "their"}


def augment(story: dict, rng: random.Random) -> dict:
    """A variant of an annotated story, or the story itself."""
    return _vary(story, rng, (_put_in_own_words, _restyle_quotes, _lose_spaces))


def restyle(story: dict, rng: random.Random) -> dict:
    """The story, or a variant with other quotation marks or lost spaces: no word of it is changed."""
    return _vary(story, rng, (_restyle_quotes, _lose_spaces))


def _vary(story: dict, rng: random.Random, changes: Iterable[Callable[[dict, random.Random], dict]]) -> dict:
    for change in changes:
        if rng.random() < 0.25:
            story = change(story, rng)
    return story


def apply_edits(story: dict, edits: list[Edit]) -> dict:
    """Apply sorted, non-overlapping edits; an offset inside an edit moves to the edit's end."""
    text, parts, at, grown = story["text"], [], 0, [0]
    for start, end, new in edits:
        parts += [text[at:start], new]
        at = end
        grown.append(grown[-1] + len(new) - (end - start))
    parts.append(text[at:])
    starts = [start for start, _, _ in edits]

    def move(offset: int) -> int:
        before = bisect_left(starts, offset)
        return max(offset, edits[before - 1][1]) + grown[before] if before else offset

    return {
        "id": story["id"],
        "text": "".join(parts),
        "attributions": [
            attribution | {role: [[move(s), move(e)] for s, e in attribution[role]] for role in ROLES}
            for attribution in story["attributions"]
        ],
    }


def _restyle_quotes(story: dict, rng: random.Random) -> dict:
    opening, closing = rng.choice(_STYLES)
    edits: list[Edit] = []
    for quote in _PAIRED.finditer(story["text"]):
        edits += [(quote.start(), quote.start() + 1, opening), (quote.end() - 1, quote.end(), closing)]
    return apply_edits(story, edits)


def _lose_spaces(story: dict, rng: random.Random) -> dict:
    """Lose spaces round quotations, as pages do on their way through syndicators."""
    spaces = re.finditer(r"(?<=\w) (?=[“\"]\w)|(?<=[.,?!][”\"]) (?=\w)", story["text"])
    return apply_edits(story, [(s.start(), s.end(), "") for s in spaces if rng.random() < 0.5])


def _put_in_own_words(story: dict, rng: random.Random) -> dict:
    """Turn "X said that ..." and "According to X, ..." into "In X's words, ...", which PolNeAR hardly has."""
    text = story["text"]
    changes: list[tuple[Edit, int, int, int]] = []
    for index, attribution in enumerate(story["attributions"]):
        end = _opening_end(text, attribution)
        if end is None or rng.random() > 0.3:
            continue
        start = min(attribution["cue"][0][0], attribution["source"][0][0])
        others = (span for other in story["attributions"] for role in ROLES for span in other[role])
        if sum(start < e and s < end for s, e in others) > 3 or any(c[0][0] < end and start < c[0][1] for c in changes):
            continue
        name = Span(*attribution["source"][0]).of(text)
        owner = _POSSESSIVE.get(name.lower(), name + ("’" if name.endswith("s") else "’s"))
        before, after = rng.choice(_OWN_WORDS)
        changes.append(((start, end, f"{before}{owner} {after}, "), index, len(before), len(owner)))
    changes.sort()
    varied = apply_edits(story, [edit for edit, *_ in changes])
    grown = 0
    for (start, end, new), index, before_chars, owner_chars in changes:
        owner_start = start + grown + before_chars
        cue_start = owner_start + owner_chars + 1
        varied["attributions"][index]["source"] = [[owner_start, cue_start - 1]]
        varied["attributions"][index]["cue"] = [[cue_start, start + grown + len(new) - len(", ")]]
        grown += len(new) - (end - start)
    return varied


def _opening_end(text: str, attribution: dict) -> int | None:
    """Where the content proper begins, if a sentence opens with "X said that" or "According to X,"."""
    if any(len(attribution[role]) != 1 for role in ROLES):
        return None
    (cue, source, content) = (attribution[role][0] for role in ("cue", "source", "content"))
    start = min(cue[0], source[0])
    opening = text[start : content[0]]
    if text[max(0, start - 2) : start].strip(" \n") not in ("", ".") or not text[start].isupper():
        return None
    if _ACCORDING.match(opening) and opening.endswith(", ") and source[1] == content[0] - 2:
        return content[0]
    if source[0] == start and _SAID.fullmatch(text[source[1] : content[0]]):
        that = _THAT.match(text, content[0])
        return that.end() if that else content[0]
    return None
