"""Labels of invented events: stories and claims written to teach in how many ways newsrooms put one thing.

A line of `labels/invented.jsonl.gz` holds an event: its stories whole, and claims, each with `other`, the same in other
words, and with the words of the stories that state it (`support`), say that it is not so (`deny`), are near it and do
neither (`near`), or were taken for either by a network and do neither (`mistaken`, see `mistaken.py`). What a story
says is cut into passages as it is when a claim is traced.
"""

from collections.abc import Iterator, Mapping, Sequence

from evaluation.claims import stories_of
from evaluation.corpora import read_lines
from evaluation.sides import LEAST_SHARE, STORIES, shares_of_words
from sayso.pipeline.method import read_story
from sayso.pipeline.models import shipped_model
from sayso.trace.finding.candidates import Candidate, propositions_of
from training.comparison.pairs import AGAINST, NEAR, NOT_SAID, SAME, Pair

ASIDE = frozenset({"blackout", "cable", "evacuation", "matchfix", "nuclear"})
"""Events that no network learns: on them it is measured."""
MISTAKEN = "mistaken"
_UNLABELLED, _IN_PART = "unlabelled", ""
_ANSWERS = {"support": SAME, "deny": AGAINST, "near": NEAR, MISTAKEN: NOT_SAID, _UNLABELLED: NOT_SAID}

Told = Mapping[str, Sequence[Candidate]]
"""What each story of an event says, by its id."""


def invented_pairs(*, aside: bool = False) -> list[Pair]:
    """Every passage of the events' stories beside every claim on the event, but those that have a part of a label.

    Args:
        aside: Those of the events that are set aside, in place of all others.
    """
    wanted = (event for event in read_lines(STORIES) if (event["event"] in ASIDE) == aside)
    return [pair for event in wanted for pair in pairs_of(event)]


def pairs_of(event: dict) -> Iterator[Pair]:
    """The same of one event."""
    told = told_in(event)
    for claim in event["claims"]:
        labels, otherwise = labels_of(claim, told), (claim["other"],)
        for story_id, candidates in told.items():
            for place, candidate in enumerate(candidates):
                if label := labels.get((story_id, place), _UNLABELLED):
                    yield Pair(
                        claim["query"],
                        candidate.passage,
                        _ANSWERS[label],
                        group=event["event"],
                        otherwise=otherwise,
                        is_hard=label == MISTAKEN,
                    )


def told_in(event: dict) -> Told:
    """What the stories of an event say, as sayso reads them."""
    return {story.id: list(propositions_of(read_story(shipped_model(), story))) for story in stories_of(event)}


def labels_of(claim: dict, told: Told) -> dict[tuple[str, int], str]:
    """The label of each labelled passage, by story and place; empty where a passage has a small part of its words."""
    labels: dict[tuple[str, int], str] = {}
    for name in _ANSWERS:
        for label in claim.get(name, ()):
            for words in label["words"]:
                for place, share in enumerate(shares_of_words(told[label["article"]], words)):
                    if share:
                        labels.setdefault((label["article"], place), name if share >= LEAST_SHARE else _IN_PART)
    return labels


def invented_articles() -> dict[str, dict]:
    """The stories of all events, each by the names of its event and its own: "quake/a01"."""
    return {f"{event['event']}/{one['id']}": one for event in read_lines(STORIES) for one in event["articles"]}
