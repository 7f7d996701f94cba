"""Labels of invented events: stories and claims written to teach in how many ways newsrooms put one thing.

A line of `labels/invented.jsonl` holds an event: its stories whole, and claims, each with `other`, the same in other
words, and with the words of the stories that state it (`support`), say that it is not so (`deny`), or are near it and
do neither (`near`). What a story says is cut into passages as it is when a claim is traced.
"""

from collections.abc import Iterator, Mapping, Sequence

from evaluation.claims import stories_of
from evaluation.corpora import read_lines
from evaluation.sides import LEAST_SHARE, STORIES, shares_of_words
from sayso.pipeline.method import read_story
from sayso.pipeline.models import shipped_model
from sayso.records import Relation
from sayso.trace.candidates import Candidate, propositions_of
from training.comparison.pairs import AGAINST, NEAR, NOT_SAID, SAME, Pair

_ANSWERS = (("support", SAME), ("deny", AGAINST), ("near", NEAR))


def invented_pairs() -> list[Pair]:
    """Every passage of the events' stories beside every claim on the event, but those that have a part of a label."""
    return [pair for event in read_lines(STORIES) for pair in pairs_of(event)]


def pairs_of(event: dict) -> Iterator[Pair]:
    """The same of one event."""
    told = {story.id: list(propositions_of(read_story(shipped_model(), story))) for story in stories_of(event)}
    for claim in event["claims"]:
        labelled = _answers(claim, told)
        for story_id, candidates in told.items():
            for place, candidate in enumerate(candidates):
                if answer := labelled.get((story_id, place), NOT_SAID):
                    otherwise = (claim["other"],)
                    yield Pair(claim["query"], candidate.passage, answer, group=event["event"], otherwise=otherwise)


def _answers(claim: dict, told: Mapping[str, Sequence[Candidate]]) -> dict[tuple[str, int], frozenset[Relation]]:
    """The relation of each labelled passage, by story and place; empty where a passage has a small part of a label."""
    answers: dict[tuple[str, int], frozenset[Relation]] = {}
    for part, answer in _ANSWERS:
        for label in claim[part]:
            for words in label["words"]:
                for place, share in enumerate(shares_of_words(told[label["article"]], words)):
                    if share:
                        answers.setdefault((label["article"], place), answer if share >= LEAST_SHARE else frozenset())
    return answers


def invented_articles() -> dict[str, dict]:
    """The stories of all events, each by the names of its event and its own: "quake/a01"."""
    return {f"{event['event']}/{one['id']}": one for event in read_lines(STORIES) for one in event["articles"]}
