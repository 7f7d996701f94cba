"""Statements with what an analyst decided on whose words they are."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from sayso.records import Judgement, Reading, Statement, join_words
from sayso.text.matching import find_same_words


def mark_judged(statements: Sequence[Statement], judgements: Iterable[Judgement]) -> tuple[Statement, ...]:
    """The statements, in their order, each with the newest judgement on its words."""
    marked = list(statements)
    in_story: dict[str, list[int]] = {}
    for place, statement in enumerate(statements):
        in_story.setdefault(statement.story_id, []).append(place)
    for judgement in judgements:
        places = in_story.get(judgement.one, [])
        for found in find_same_words(judgement.words, [statements[place].content for place in places]):
            marked[places[found]] = replace(statements[places[found]], judged=judgement)
    return tuple(marked)


def find_judged(reading: Reading, judgements: Iterable[Judgement]) -> dict[int, Judgement]:
    """The newest judgement on the words of each statement of a story that has one, by the statement's place."""
    contents = [join_words(reading.story.text, one.content) for one in reading.attributions]
    return {
        place: judgement
        for judgement in judgements
        if judgement.one == reading.story.id
        for place in find_same_words(judgement.words, contents)
    }
