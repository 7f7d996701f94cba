"""Worlds without end, with what the networks tell of their stories: told once of one world, and the same in others.

The worlds of evaluation.growth differ in their letters alone, which are swapped one for one, so that who says what by
which words stands at the same characters in all of them. What a world's stories tell is kept beside it.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
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

    def stories_from(self, place: int) -> Iterator[tuple[Story, Telling]]:
        """The stories of this world in other letters, again and again in others, from one on, as they are told."""
        number, within = divmod(place, len(self.stories))
        swapped = islice(swapped_worlds(list(self.stories), seed=number), within, None)
        for place_in_world, story in enumerate(swapped, start=within):
            yield story, self.told[place_in_world % len(self.told)]


def told_world(folder: Path, originals: int) -> World:
    """A world of so many originals with all that is told of it; FOLDER keeps both, and what was begun is gone on with."""
    path, kept = folder / f"world-{originals}.jsonl", folder / f"told-{originals}.jsonl"
    folder.mkdir(parents=True, exist_ok=True)
    if not path.exists():
        unfinished = path.with_suffix(".part")
        make_world(unfinished, originals, seed=1)
        unfinished.replace(path)
    stories = sorted(map(read_story, read_lines(path)), key=lambda story: story.published or "")
    with kept.open("a+", encoding="utf-8") as lines:
        lines.seek(0)
        told = [_read(json.loads(line)) for line in lines]
        for number, story in enumerate(stories[len(told) :], start=len(told) + 1):
            told.append(attribute(shipped_model(), story, clean(story)))
            lines.write(json.dumps(_shape(told[-1])) + "\n")
            if number % 100 == 0:
                lines.flush()
                print(f"the networks told of {number:,} of {len(stories):,} stories", flush=True)
    return World(stories, told)


def _shape(telling: Telling) -> list[list[list[object]]]:
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


def _read(shape: list[list[list]]) -> Telling:
    attributions, events = shape
    return tuple(
        Attribution(
            *(tuple(Span(*span) for span in spans) for spans in (source, cue, content)),
            speech=Speech(speech),
            score=score,
            told=told and Told(*map(tuple, told)),
        )
        for source, cue, content, speech, score, told in attributions
    ), tuple(Event(Span(*span), presence, factuality, tuple(likelihood)) for span, presence, factuality, likelihood in events)


if __name__ == "__main__":
    import sys

    told_world(Path(sys.argv[1]), int(sys.argv[2]))
