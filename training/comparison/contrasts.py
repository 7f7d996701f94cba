"""Labels that teach what shared words do not tell: claims written for single passages of news.

A line of `labels/contrasts.jsonl.gz` holds a story, real or of an invented event ("quake/a01"), without its text: some
of its passages as in `labels.py`, each with claims that it `states`, half in other words than its own and half in most
of them, that it `contradicts`, with and without a word of negation, and that it does `neither` to: planned for done,
another actor, a stronger claim, accused for guilty, another part of the matter.
"""

import hashlib
import random
import re
from collections.abc import Iterator

from evaluation.corpora import read_lines
from sayso.claims.passages import Passage
from sayso.records import Span, join_words
from training.comparison.invented import invented_articles
from training.comparison.labels import FOLDER, labelled_passage, read_texts
from training.comparison.pairs import AGAINST, NOT_SAID, SAME, Pair

CONTRASTS = FOLDER / "contrasts.jsonl.gz"
ASIDE_OF = 16
"""One of so many stories is set aside, by the hash of its id."""
ECHOES = 2
"""So many claims in its own words has a passage, and so many on others of its story."""
FEWEST_WORDS, MOST_WORDS = 4, 26
_INVENTED_CORPUS = "invented"
_EDGES = " \"“”‘’'.,;:"
_ARTICLE = re.compile(r"\b(?:the|an?) ", re.IGNORECASE)
_ANSWERS = (("states", SAME), ("contradicts", AGAINST), ("neither", NOT_SAID))


def contrast_lines() -> tuple[list[dict], list[dict]]:
    """The stories to learn from, and those that are set aside."""
    lines = list(read_lines(CONTRASTS))
    return [line for line in lines if not _is_aside(line)], [line for line in lines if _is_aside(line)]


def contrast_pairs(lines: list[dict]) -> list[Pair]:
    """Every passage beside each claim that was written for it."""
    return [
        Pair(claim, passage, answer, group=line["id"])
        for line, passages, _ in _with_passages(lines)
        for one, passage in zip(line["passages"], passages, strict=True)
        for key, answer in _ANSWERS
        for claim in one[key]
    ]


def echo_pairs(lines: list[dict], rng: random.Random) -> list[Pair]:
    """Each passage beside its own words, which it states, and beside claims on others of its story."""
    pairs = []
    for line, passages, own_words in _with_passages(lines):
        for place, (passage, own) in enumerate(zip(passages, own_words, strict=True)):
            others = [one for at, one in enumerate(line["passages"]) if at != place]
            elsewhere = [claim for one in others for claim in one["states"] + one["neither"]]
            drawn = rng.sample(elsewhere, min(ECHOES, len(elsewhere)))
            pairs += [Pair(claim, passage, SAME, group=line["id"]) for claim in _echoes(own, passage.words, rng)]
            pairs += [Pair(claim, passage, NOT_SAID, group=line["id"]) for claim in drawn]
    return pairs


def _with_passages(lines: list[dict]) -> Iterator[tuple[dict, list[Passage], list[str]]]:
    """Lines with their passages, and with the words of these without who says them."""
    stories = read_texts({line["corpus"] for line in lines} - {_INVENTED_CORPUS}) | invented_articles()
    for line in lines:
        story = stories[line["id"]]
        told = [tuple(Span(*span) for span in one["spans"]) for one in line["passages"]]
        own = [" ".join(join_words(story["text"], spans).split()) for spans in told]
        yield line, [labelled_passage(story, one) for one in line["passages"]], own


def _echoes(own: str, said: str, rng: random.Random) -> list[str]:
    """Claims in a passage's own words: without marks, without articles, cut at a comma, with who says them."""
    bare = own.strip(_EDGES).removeprefix("that ")
    if not FEWEST_WORDS <= len(bare.split()) <= MOST_WORDS or "…" in bare or "?" in bare:
        return []
    head, _, _ = bare.partition(", ")
    forms = [bare, _ARTICLE.sub("", bare), said.strip(_EDGES)]
    return rng.sample([*forms, head] if len(head.split()) > FEWEST_WORDS else forms, ECHOES)


def _is_aside(line: dict) -> bool:
    return int(hashlib.sha256(line["id"].encode()).hexdigest(), 16) % ASIDE_OF == 0
