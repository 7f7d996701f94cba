"""Pairs of news that nobody labelled: a claim beside the passages that tracing it would compare with it."""

import json
import random
import re
import tempfile
from collections.abc import Iterator
from pathlib import Path

from sayso.claims.passages import Passage
from sayso.ingest import story_from_text
from sayso.ledger import Ledger
from sayso.pipeline.adding import add_stories
from sayso.pipeline.models import shipped_model
from sayso.records import Story
from sayso.trace.finding.candidates import find_candidates, propositions_of
from sayso.trace.finding.query import weigh_words
from training.comparison.labels import read_texts
from training.comparison.pairs import Pair, with_other_figure, with_other_name

CORPUS = "base_news"
MEASURED = Path(__file__).parents[2] / "benchmark" / "families"
"""The events that tracing is measured on: their stories are left out."""

CLAIMS_OF_A_STORY = 5
SHORTEST_CLAIM_WORDS, LONGEST_CLAIM_WORDS = 4, 22
CHANGED_SHARE = 0.3
"""So often a figure or a name of the claim is changed."""
LONGEST_STORY_CHARS = 8000

NEAREST, OTHERS = 16, 9
"""Beside a claim stand so many passages that share most words with it, and so many others of what would be compared."""

_WORD = re.compile(r"\w{3,}")
_NAME = re.compile(r"\b[A-Z][a-z]+(?: [A-Z][a-z]+)*\b")


def unlabelled_pairs(stories: int, rng: random.Random) -> Iterator[Pair]:
    """Pairs of about so many stories, those of a claim a group; no answer is known to them.

    The stories are those of whole days, so that many tell of the same events.
    """
    with tempfile.TemporaryDirectory() as folder, Ledger(Path(folder) / "news.sayso") as ledger:
        drawn = _draw_days(stories, rng)
        for _ in add_stories(ledger, shipped_model(), iter(drawn)):
            pass
        for story in rng.sample(drawn, len(drawn)):
            yield from _pairs_of_story(ledger, story, rng)


def _draw_days(stories: int, rng: random.Random) -> list[Story]:
    measured = {
        article["id"]
        for path in sorted(MEASURED.glob("*.json"))
        for event in json.loads(path.read_text(encoding="utf-8"))
        for article in event["articles"]
    }
    days: dict[str, list[Story]] = {}
    for name, one in sorted(read_texts({CORPUS}).items()):
        if name not in measured and len(one["text"]) <= LONGEST_STORY_CHARS and one.get("date"):
            known = {"id": name, "title": one.get("title"), "outlet": one.get("source"), "published": one["date"]}
            days.setdefault(one["date"], []).append(story_from_text(one["text"], **known))
    drawn: list[Story] = []
    for day in rng.sample(sorted(days), len(days)):
        if len(drawn) >= stories:
            break
        drawn += days[day]
    return drawn


def _pairs_of_story(ledger: Ledger, story: Story, rng: random.Random) -> Iterator[Pair]:
    """The headline and some things said in a story, each beside what stories say on it."""
    told = list(propositions_of(ledger.readings([story.id])[story.id]))
    names = sorted({name for one in told for name in _NAME.findall(one.words)})
    asked = [story.title or "", *(one.words for one in rng.sample(told, len(told)))]
    fitting = [words for words in asked if SHORTEST_CLAIM_WORDS <= len(words.split()) <= LONGEST_CLAIM_WORDS]
    for words in fitting[:CLAIMS_OF_A_STORY]:
        claim = _changed(words, names, rng)
        for passage in _put_to(ledger, claim, words, rng):
            yield Pair(claim, passage, frozenset(), group=f"{story.id}: {claim}")


def _put_to(ledger: Ledger, claim: str, own: str, rng: random.Random) -> list[Passage]:
    """Passages that tracing a claim would compare with it; never its own words."""
    found = find_candidates(ledger, [weigh_words(ledger, claim).weights], None).found
    passages = list(dict.fromkeys(one.passage for one in found if one.words != own))
    words = set(_WORD.findall(claim.lower()))
    nearest = sorted(passages, key=lambda one: -len(words & set(_WORD.findall(one.words.lower()))))
    return nearest[:NEAREST] + rng.sample(nearest[NEAREST:], min(OTHERS, len(nearest[NEAREST:])))


def _changed(claim: str, names: list[str], rng: random.Random) -> str:
    if rng.random() > CHANGED_SHARE:
        return claim
    return with_other_figure(claim, rng) or with_other_name(claim, names, rng) or claim
