"""Our own labels: which propositions of stories state a claim, contradict it, or are only near it.

A line has the propositions of a story, or of an event's stories, and the claims that were put to them:

- `states`, `contradicts`, `related`: the places of the propositions that do so; all others are unrelated or clearly not
  meant;
- `otherwise`: the claim in other words, for which all these marks hold too;
- `weaker`: what follows from the claim; `excluded`: what cannot be so beside it; `open`: what may or may not be so.
  These were judged beside the first propositions that state the claim, and only there.
"""

import random
import re
from collections.abc import Iterator
from functools import cache
from itertools import cycle
from pathlib import Path

from evaluation.corpora import data_folder, read_lines
from sayso.claims.passages import Passage
from sayso.claims.propositions import passage_of
from sayso.records import Proposition, Span
from sayso.text.sentences import find_sentences
from training.comparison.pairs import AGAINST, NEAR, NOT_SAID, SAME, Pair

FOLDER = Path(__file__).parents[1] / "labels"
LABELS, EVENTS = FOLDER / "claims.jsonl", FOLDER / "claims-of-events.jsonl"
"""Claims put to single stories and to entries on a topic, and claims put to several outlets' stories on an event."""

CORPORA = {
    "base_news": "reuse/base_news.jsonl.gz",
    "wikinews_2019_2020": "news/wikinews_2019_2020.jsonl",
    "wikinews_2006_2008_sample": "news/wikinews_2006_2008_sample.jsonl",
    "gum_wikinews": "news/gum_wikinews.jsonl",
    "wikipedia_current_events": "news/wikipedia_current_events_2025_2026.jsonl.gz",
}
"""The corpora that hold the texts of our labels, which are kept without them."""

DENIALS = (
    "denied that {}",
    "has repeatedly denied that {}",
    "rejected the accusation that {}",
    "dismissed reports that {}",
    "said it was not true that {}",
    "called it a lie that {}",
    "denied any claim that {}",
    "denied: {}",
)

_SPEAKER = re.compile(r"(?:[A-Z][\w.'-]+ )*[A-Z][\w.'-]+(?= )")

JUDGED_BESIDE = 4
"""Beside so many of the propositions that state a claim its changed wordings were judged."""


def set_aside(lines: list[dict], share: float) -> tuple[list[dict], list[dict]]:
    """Labels to learn from and those of a share of the stories."""
    stories = sorted({line["id"] for line in lines})
    random.Random(5).shuffle(stories)
    kept = set(stories[: round(share * len(stories))])
    return [line for line in lines if line["id"] not in kept], [line for line in lines if line["id"] in kept]


def learnt_and_aside(share: float) -> tuple[list[dict], list[dict]]:
    """The labels to learn from, and those of a share of the single stories; all events are learnt from."""
    learnt, aside = set_aside(read_lines(LABELS), share)
    return learnt + read_lines(EVENTS), aside


def own_pairs(lines: list[dict]) -> list[Pair]:
    """Every proposition of the lines' stories beside every claim that was put to it."""
    return [pair for line, passages in _with_passages(lines) for pair in _judged(line, passages)]


def changed_pairs(lines: list[dict]) -> list[Pair]:
    """Claims close to a labelled one in wording, but weaker, contrary or another, beside what states that one."""
    return [pair for line, passages in _with_passages(lines) for pair in _changed(line, passages)]


def denied_pairs(lines: list[dict]) -> list[Pair]:
    """Claims beside the denial of other wordings of them, of what follows from them, and of what is only near them.

    Who denies what follows from a claim denies the claim; who denies more than the claim, or something else, does not.
    """
    return [pair for line, passages in _with_passages(lines) for pair in _denied(line, passages)]


def read_texts(corpora: set[str]) -> dict[str, dict]:
    """The stories of corpora by their ids."""
    return {name: story for corpus in sorted(corpora) for name, story in _read_corpus(corpus).items()}


@cache
def _read_corpus(corpus: str) -> dict[str, dict]:
    return {story["id"]: story for story in read_lines(data_folder() / CORPORA[corpus])}


def _with_passages(lines: list[dict]) -> Iterator[tuple[dict, list[Passage]]]:
    stories = read_texts({line["corpus"] for line in lines})
    for line in lines:
        yield line, [labelled_passage(stories[one.get("story", line["id"])], one) for one in line["propositions"]]


def _judged(line: dict, passages: list[Passage]) -> Iterator[Pair]:
    for claim in line["claims"]:
        told = {
            place: answer
            for answer, key in ((NEAR, "related"), (AGAINST, "contradicts"), (SAME, "states"))
            for place in claim[key]
        }
        for place, passage in enumerate(passages):
            yield Pair(
                claim["claim"],
                passage,
                told.get(place, NOT_SAID),
                group=line["id"],
                otherwise=tuple(claim.get("otherwise", ())),
            )


def _changed(line: dict, passages: list[Passage]) -> Iterator[Pair]:
    for claim in line["claims"]:
        for key, answer in (("weaker", SAME), ("excluded", AGAINST), ("open", NEAR)):
            for words in claim.get(key, ()):
                for place in claim["states"][:JUDGED_BESIDE]:
                    yield Pair(words, passages[place], answer, group=line["id"])


def _denied(line: dict, passages: list[Passage]) -> Iterator[Pair]:
    ways = cycle(DENIALS)
    speakers = sorted({name for one in line["propositions"] if (name := _SPEAKER.match(one.get("said", "")))}, key=str)
    names = cycle([name[0] for name in speakers] or ["officials"])
    for claim in line["claims"]:
        asked, around = claim["claim"], passages[claim["states"][0]].context if claim["states"] else ""
        against = [(asked, words) for key in ("otherwise", "weaker") for words in claim.get(key, ())]
        near = [(words, asked) for words in claim.get("weaker", ())]
        near += [(asked, words) for words in claim.get("open", ())]
        for answer, pairs in ((AGAINST, against), (NEAR, near)):
            for told, words in pairs:
                denial = f"{next(names)} {next(ways).format(words.rstrip('?.'))}"
                yield Pair(told, Passage(denial, around), answer, group=line["id"])


def labelled_passage(story: dict, proposition: dict) -> Passage:
    """The passage that a label stands for: `spans` of the story's text, and `said`, by whom and how, if anybody."""
    text, spans = story["text"], tuple(Span(*span) for span in proposition["spans"])
    starts = find_sentences(text).starts
    sentence = Span(max(start for start in starts if start <= spans[0].start), spans[-1].end)
    return passage_of(text, story.get("title"), Proposition(spans, None, sentence), proposition.get("said", ""))
