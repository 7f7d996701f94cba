"""Pairs of news that nobody labelled: what a story says, put as a claim beside other words of it."""

import json
import random
import re
from collections.abc import Iterator
from pathlib import Path

from sayso.claims.passages import Passage
from sayso.pipeline.api import read
from sayso.trace.candidates import propositions_of
from training.comparison.labels import read_texts
from training.comparison.pairs import Pair, with_other_figure, with_other_name

CORPORA = {"base_news", "wikinews_2019_2020", "wikinews_2006_2008_sample"}
MEASURED = Path(__file__).parents[2] / "benchmark" / "families"
"""The events that tracing is measured on: their stories are left out."""

CLAIMS_OF_A_STORY = 3
SHORTEST_CLAIM_WORDS, LONGEST_CLAIM_WORDS = 4, 22
NEAREST, OTHERS = 3, 1
"""A claim is put to so many passages that share most words with it, and to so many of the others."""
CHANGED_SHARE = 0.3
"""So often a figure or a name of the claim is changed."""
LONGEST_STORY_CHARS = 8000

_WORD = re.compile(r"\w{3,}")
_NAME = re.compile(r"\b[A-Z][a-z]+(?: [A-Z][a-z]+)*\b")


def unlabelled_pairs(stories: int, rng: random.Random) -> Iterator[Pair]:
    """Pairs of so many stories, drawn from the corpora of our labels; no answer is known to them."""
    measured = {
        article["id"]
        for path in sorted(MEASURED.glob("*.json"))
        for event in json.loads(path.read_text(encoding="utf-8"))
        for article in event["articles"]
    }
    texts = read_texts(CORPORA)
    fitting = sorted(name for name, story in texts.items() if len(story["text"]) <= LONGEST_STORY_CHARS)
    for name in rng.sample([name for name in fitting if name not in measured], stories):
        yield from pairs_of_story(texts[name], rng)


def pairs_of_story(story: dict, rng: random.Random) -> Iterator[Pair]:
    """The headline and some things said in a story, each beside what else is said in it."""
    told = list(propositions_of(read(story["text"], title=story.get("title"))))
    names = sorted({name for one in told for name in _NAME.findall(one.words)})
    asked = [(story.get("title") or "", None), *((one.words, one) for one in rng.sample(told, len(told)))]
    fitting = [one for one in asked if SHORTEST_CLAIM_WORDS <= len(one[0].split()) <= LONGEST_CLAIM_WORDS]
    for claim, own in fitting[:CLAIMS_OF_A_STORY]:
        beside = [one.passage for one in told if one is not own]
        for passage in _put_to(claim, beside, rng):
            yield Pair(_changed(claim, names, rng), passage, frozenset())


def _put_to(claim: str, passages: list[Passage], rng: random.Random) -> list[Passage]:
    words = set(_WORD.findall(claim.lower()))
    nearest = sorted(passages, key=lambda one: -len(words & set(_WORD.findall(one.words.lower()))))
    others = nearest[NEAREST:]
    return nearest[:NEAREST] + rng.sample(others, min(OTHERS, len(others)))


def _changed(claim: str, names: list[str], rng: random.Random) -> str:
    if rng.random() > CHANGED_SHARE:
        return claim
    return with_other_figure(claim, rng) or with_other_name(claim, names, rng) or claim
