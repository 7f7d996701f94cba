"""Worlds without end, with what the networks tell of their stories: told once of one world, and the same in others.

The worlds of evaluation.growth differ in their letters alone, which are swapped one for one, so that who says what by
which words stands at the same characters in all of them. What a world's stories tell is kept beside it.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import cycle, islice
from pathlib import Path

from evaluation.corpora import read_lines
from evaluation.growth import swapped_worlds
from evaluation.lineage import make_world, read_story
from sayso.cleaning import clean
from sayso.pipeline.method import Told as Telling
from sayso.pipeline.method import attribute
from sayso.pipeline.models import shipped_model
from sayso.records import Attribution, Event, Span, Speech, Story
from sayso.records.attributions import Told


@dataclass(frozen=True)
class World:
    """One world: its stories in the order of their times, and what the networks tell of each."""

    stories: Sequence[Story]
    told: Sequence[Telling]

    def told_by_id(self) -> dict[str, Telling]:
        """What is told of each story, by its id in this world."""
        return {story.id: telling for story, telling in zip(self.stories, self.told, strict=True)}

    def stories_from(self, place: int) -> Iterator[tuple[Story, Story]]:
        """The stories of this world, again and again, from one on, each beside itself in the letters of a new world."""
        number, within = divmod(place, len(self.stories))
        both = zip(cycle(self.stories), swapped_worlds(list(self.stories), seed=number))
        return islice(both, within, None)


def told_world(folder: Path, originals: int) -> World:
    """A world of so many originals with all that is told of it; FOLDER keeps both, and what was begun goes on."""
    path, kept = folder / f"world-{originals}.jsonl", folder / f"told-{originals}.jsonl"
    folder.mkdir(parents=True, exist_ok=True)
    if not path.exists():
        unfinished = path.with_suffix(".part")
        make_world(unfinished, originals, seed=1)
        unfinished.replace(path)
    stories = sorted(map(read_story, read_lines(path)), key=lambda story: story.published or "")
    with kept.open("a+", buffering=1, encoding="utf-8") as lines:
        lines.seek(0)
        told = [read_telling(json.loads(line)) for line in lines]
        for number, story in enumerate(stories[len(told) :], start=len(told) + 1):
            told.append(attribute(shipped_model(), story, clean(story)))
            lines.write(json.dumps(telling_shape(told[-1])) + "\n")
            if number % 100 == 0:
                print(f"the networks told of {number:,} of {len(stories):,} stories", flush=True)
    return World(stories, told)


def telling_shape(telling: Telling) -> list[list[list[object]]]:
    """What is told of a story, as it is kept."""
    attributions, events = telling
    return [
        [
            [one.source, one.cue, one.content, one.speech, one.score, one.told and list(map(list, _parts(one.told)))]
            for one in attributions
        ],
        [[one.span, one.presence, one.factuality, one.likelihood] for one in events],
    ]


def _parts(told: Told) -> tuple[tuple[float, ...], ...]:
    return told.kind, told.assertion, told.certainty


def read_telling(shape: list[list[list]]) -> Telling:
    """What is told of a story out of what is kept."""
    attributions, events = shape
    return tuple(
        Attribution(
            *(tuple(Span(*span) for span in spans) for spans in (source, cue, content)),
            speech=Speech(speech),
            score=score,
            told=told and Told(*map(tuple, told)),
        )
        for source, cue, content, speech, score, told in attributions
    ), tuple(
        Event(Span(*span), presence, factuality, tuple(likelihood)) for span, presence, factuality, likelihood in events
    )
