"""Variants of a training story that carry the model from US politics to wire copy.

Every edit replaces characters and moves the annotated spans along, so labels stay exact.
"""

import random
import re
from bisect import bisect_right

Edit = tuple[int, int, str]
"""Characters [start, end) to replace by a text."""

_PAIRED = re.compile(r'[“"]([^“”"\n]+)[”"]')
_STYLES = ('""', "“”", "„“", "«»", "‘’")
_ACCORDING = re.compile(r"[Aa]ccording to ")
_OWN_WORDS = (("In ", " words"), ("In ", " view"), ("By ", " account"))
_POSSESSIVE = {"him": "his", "her": "her", "them": "their", "it": "its", "me": "my", "us": "our"}


def augment(story: dict, rng: random.Random) -> dict:
    """A variant of an annotated story, or the story itself."""
    for change in (_put_in_own_words, _restyle_quotes, _lose_spaces):
        if rng.random() < 0.25:
            story = change(story, rng)
    return story


def apply_edits(story: dict, edits: list[Edit]) -> dict:
    """Apply sorted, non-overlapping edits; a span's end inside an edit moves to the edit's end."""
    text, parts, at = story["text"], [], 0
    ends, shifts, shift = [], [0], 0
    for start, end, new in edits:
        parts += [text[at:start], new]
        at = end
        shift += len(new) - (end - start)
        ends.append(end)
        shifts.append(shift)
    parts.append(text[at:])

    def move(offset: int) -> int:
        return offset + shifts[bisect_right(ends, offset)]

    return {
        "id": story["id"],
        "text": "".join(parts),
        "attributions": [
            {role: [[move(s), move(e)] for s, e in spans] for role, spans in attribution.items()}
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
    """Turn "According to X, ..." into "In X's words, ...", which PolNeAR hardly has."""
    text = story["text"]
    edits: list[tuple[int, Edit, int]] = []
    for index, attribution in enumerate(story["attributions"]):
        cue, source = attribution["cue"], attribution["source"]
        if len(cue) != 1 or len(source) != 1 or rng.random() < 0.5:
            continue
        start, (source_start, end) = cue[0][0], source[0]
        if not _ACCORDING.fullmatch(text[start:source_start]) or text[end : end + 1] != ",":
            continue
        others = (span for other in story["attributions"] for spans in other.values() for span in spans)
        if sum(start < e and s < end for s, e in others) > 2:
            continue
        name = text[source_start:end]
        owner = _POSSESSIVE.get(name.lower(), name + ("’" if name.endswith("s") else "’s"))
        before, after = rng.choice(_OWN_WORDS)
        before = before if text[start].isupper() else before.lower()
        edits.append((index, (start, end, before + owner + after), len(before + owner)))
    edits.sort(key=lambda edit: edit[1])
    varied = apply_edits(story, [edit for _, edit, _ in edits])
    grown = 0
    for index, (start, end, new), source_end in edits:
        at = start + grown
        varied["attributions"][index]["source"] = [[at + len("In "), at + source_end]]
        varied["attributions"][index]["cue"] = [[at + source_end + 1, at + len(new)]]
        grown += len(new) - (end - start)
    return varied
