"""The ledger that a crowd reads: simulated stories with simulated statements, and the founding event as it is read.

Reading a story with the model takes longer than all that is done with it after, so that the statements are made up: one
for every other sentence, by one of 2,000 sources, of whom few say much. All else is done as `sayso add` does it.
"""

import json
import re
import time
from collections.abc import Iterable, Iterator
from itertools import accumulate, islice
from pathlib import Path
from random import Random

from evaluation.calling import parser_for
from evaluation.claims import stories_of
from evaluation.corpora import read_lines
from evaluation.growth import swapped_worlds, world_in_time
from evaluation.tracing import founding_events
from sayso.ledger import Ledger
from sayso.pipeline.adding import add_stories
from sayso.pipeline.models import shipped_model
from sayso.records import (
    Attribution,
    Certainty,
    Evidence,
    Grade,
    Identity,
    Polarity,
    Reading,
    Run,
    Source,
    SourceKind,
    Span,
    Speech,
    Story,
)
from sayso.reuse import ReuseIndex
from sayso.shapes import story_shape

RUN = Run("evaluation", "none")
SOURCES, SEED = 2_000, 5
FEWEST_WORDS = 6
_SENTENCE = re.compile(r"\S[^.!?\n]*[.!?]?")
_SYLLABLES = ("ba", "den", "fo", "gar", "hil", "ko", "lu", "mar", "nes", "ol", "pra", "ri", "sen", "ta", "vul", "wen")


def speakers() -> tuple[list[Source], list[float]]:
    """Who speaks, and how much each does by Zipf's law, summed up."""
    rng = Random(SEED)  # noqa: S311 - made-up names
    names = [" ".join("".join(rng.choices(_SYLLABLES, k=3)).capitalize() for _ in "ab") for _ in range(SOURCES)]
    people = [
        Source(name, SourceKind.PERSON, side=name, identity=Identity(f"person:{name.lower()}", name, "full name", 1.0))
        for name in names
    ]
    return people, list(accumulate(1 / rank for rank in range(1, SOURCES + 1)))


def made_readings(stories: Iterable[Story]) -> Iterator[Reading]:
    """Stories with what is read in them."""
    people, shares = speakers()
    for story in stories:
        rng = Random(story.id)  # noqa: S311 - made-up statements
        sentences = [found.span() for found in _SENTENCE.finditer(story.text)][::2]
        said = [one for span in sentences if (one := _statement(story, Span(*span)))]
        who = rng.choices(people, cum_weights=shares, k=len(said))
        yield Reading(story, (), tuple(_given(story, *one) for one in zip(said, who, strict=True)))


def _statement(story: Story, sentence: Span) -> tuple[Span, Span, Span] | None:
    """Source, cue and content: two words, one word, and the rest of a sentence."""
    words = [
        (sentence.start + a.start(), sentence.start + a.end()) for a in re.finditer(r"\S+", sentence.of(story.text))
    ]
    if len(words) < FEWEST_WORDS:
        return None
    return Span(words[0][0], words[1][1]), Span(*words[2]), Span(words[3][0], words[-1][1])


def _given(story: Story, spans: tuple[Span, Span, Span], who: Source) -> Attribution:
    source, cue, content = spans
    grade = Grade(Certainty.CERTAIN, Polarity.POSITIVE, Evidence.UNSPECIFIED, False, False, (story.outlet or "Wire",))
    return Attribution((source,), (cue,), (content,), Speech.INDIRECT, 0.9, who, grade)


def crowd_ledger(folder: Path, size: int) -> Path:
    """A ledger of so many such stories, and of those of the founding event."""
    path = folder / "crowd.sayso"
    folder.mkdir(parents=True, exist_ok=True)
    with Ledger(path) as ledger:
        held = ledger.count_stories()
        if held < size:
            ledger.connection.execute("PRAGMA synchronous = OFF")
            for reading in made_readings(islice(swapped_worlds(world_in_time(folder)), held, size)):
                ledger.add(reading, RUN)
            (event,) = founding_events()
            for _ in add_stories(ledger, shipped_model(), stories_of(event)):
                pass
        ReuseIndex(ledger).update()
    return path


def stories_to_come(folder: Path, held: int, stories: int) -> Path:
    """A file of the stories that come in behind so many: to read the whole world takes half a minute."""
    path = folder / f"coming-{held}-{stories}.jsonl"
    if not path.exists():
        unfinished = path.with_suffix(".part")
        coming = islice(swapped_worlds(world_in_time(folder)), held, held + stories)
        with unfinished.open("w", encoding="utf-8") as out:
            out.writelines(json.dumps(story_shape(story), ensure_ascii=False) + "\n" for story in coming)
        unfinished.replace(path)
    return path


def add_steadily(path: Path, coming: Path, a_second: float) -> None:
    """Add the stories of a file to a ledger at a pace, one transaction each, and then bring the index up to date."""
    print("the first comes in", flush=True)
    begun, count = time.monotonic(), 0
    with Ledger(path) as ledger:
        for reading in made_readings(Story(**row) for row in read_lines(coming)):
            time.sleep(max(0.0, begun + count / a_second - time.monotonic()))
            if not ledger.holds(reading.story):
                ledger.add(reading, RUN)
            count += 1
        written = time.monotonic() - begun
        ReuseIndex(ledger).update()
        print(f"{count:,} stories added in {written:.0f} s, the index up to date {time.monotonic() - begun:.0f} s")


def main() -> None:
    """Add the stories."""
    parser = parser_for("crowd_world", __doc__)
    parser.add_argument("ledger", type=Path)
    parser.add_argument("coming", type=Path, help="the stories that come in")
    parser.add_argument("a_second", type=float)
    asked = parser.parse_args()
    add_steadily(asked.ledger, asked.coming, asked.a_second)


if __name__ == "__main__":
    main()
