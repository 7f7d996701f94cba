"""What a trace costs as a ledger grows: python -m evaluation.tracing FOLDER [SIZES...].

By default at 10,000, 100,000 and 1,000,000 stories. FOLDER holds the ledger of evaluation.growth, or it is filled as
that does; the 76 stories of the founding event are added to it, read by the shipped model. Traced are

- the 28 claims of the founding event, as its gold puts them;
- 60 queries drawn with a fixed seed from the simulated stories, as a user would type them: by turns the words of a
  headline (of a sentence where the story has none) and 5 to 9 words of a sentence. Words that more than one story in a
  hundred has are left out, as a user leaves out "the" and "that": in these ledgers no list knows them, as their letters
  are swapped. Each query finds the copies of its story; swapped letters are no English, so that the network takes them
  for more word pieces than news has.

Each is traced twice: "first", with nothing known of it, and "again", when all that was compared for it is remembered,
as it is once stories have come in since. Printed are the median and the 95th percentile of the milliseconds on the
clock and of the processor, and of the passages that the network read. SAYSO_THREADS sets how many it reads at once. One
trace before all loads the model and is not counted.
"""

import json
import random
import re
import statistics
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from evaluation.calling import parser_for
from evaluation.claims import stories_of
from evaluation.corpora import data_folder
from evaluation.growth import fill, swapped_worlds, world_in_time
from sayso.claims.comparison import shipped_comparison_model
from sayso.claims.remembered import RememberedComparisons
from sayso.ledger import Ledger
from sayso.pipeline.adding import add_stories
from sayso.pipeline.models import shipped_model
from sayso.reuse import ReuseIndex
from sayso.trace import trace

SIZES = (10_000, 100_000, 1_000_000)
QUERIES, SEED = 60, 11
FEWEST_WORDS, MOST_WORDS = 5, 9
FEWEST_WORD_CHARS = 3
COMMON_SHARE = 0.01
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+|\n+")


@dataclass(frozen=True)
class Cost:
    """What one trace took: milliseconds on the clock and of the processor, passages that the network read."""

    wall_ms: float
    cpu_ms: float
    compared: int


def main() -> None:
    """Fill a ledger, stopping at each size to trace claims."""
    parser = parser_for("tracing", __doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("sizes", nargs="*", type=int, default=SIZES)
    asked = parser.parse_args()
    for size in asked.sizes:
        for name, when, costs in trace_at(asked.folder, size):
            print(f"{size:>9}  {name:14}  {when:5}  {tell(costs)}", flush=True)


def trace_at(folder: Path, size: int) -> Iterator[tuple[str, str, list[Cost]]]:
    """What traces cost in a ledger of so many stories: of which claims, and the first time or again."""
    with Ledger(grown_ledger(folder, size)) as ledger:
        drawn = list(islice(draw_queries(ledger), QUERIES))
        trace_all(ledger, drawn[:1])
        for name, claims in (("founding event", founding_claims()), ("drawn", drawn)):
            RememberedComparisons(ledger, shipped_comparison_model()).forget()
            for when in ("first", "again"):
                yield name, when, trace_all(ledger, claims)


def grown_ledger(folder: Path, size: int) -> Path:
    """A ledger of at least so many simulated stories, and of those of the founding event."""
    path = folder / "growth.sayso"
    (event,) = founding_events()
    with Ledger(path) as ledger:
        ledger.connection.execute("PRAGMA synchronous = OFF")
        index = ReuseIndex(ledger)
        index.update()
        held = ledger.count_stories()
        if held < size:
            fill(ledger, index, islice(swapped_worlds(world_in_time(folder)), held, None), held, size)
        new = [story for story in stories_of(event) if not ledger.holds(story)]
        for _ in add_stories(ledger, shipped_model(), new):
            pass
        index.update()
    return path


def founding_events() -> list[dict]:
    """The founding event, as its gold has it."""
    events: list[dict] = json.loads((data_folder() / "seed" / "claims.json").read_text(encoding="utf-8"))
    return events


def founding_claims() -> list[str]:
    """The claims of the founding event, as they are asked for."""
    return [claim["query"] for event in founding_events() for claim in event["claims"]]


def draw_queries(ledger: Ledger) -> Iterator[str]:
    """Query after query, of words that stand together in a story."""
    rng = random.Random(SEED)  # noqa: S311 - a choice of queries
    (newest,) = ledger.connection.execute("SELECT max(id) FROM revision").fetchone()
    while True:
        row = ledger.connection.execute(
            "SELECT title, text FROM revision WHERE id = ?", (rng.randint(1, newest),)
        ).fetchone()
        headline = row["title"] if row and rng.random() < 0.5 else None
        words = content_words(ledger, headline or rng.choice(_SENTENCE_END.split(row["text"])), newest) if row else []
        if len(words) >= FEWEST_WORDS:
            yield " ".join(words[: rng.randint(FEWEST_WORDS, MOST_WORDS)])


def content_words(ledger: Ledger, sentence: str, stories: int) -> list[str]:
    """The words of a sentence that are not common, in their order."""
    words = re.findall(r"\w[\w'’-]*\w", sentence)
    return [
        word for word in words if len(word) >= FEWEST_WORD_CHARS and ledger.count_texts(word) <= COMMON_SHARE * stories
    ]


def trace_all(ledger: Ledger, claims: Iterable[str]) -> list[Cost]:
    """What it costs to trace each claim, one after another."""
    return [trace_one(ledger, claim) for claim in claims]


def trace_one(ledger: Ledger, claim: str) -> Cost:
    """Trace one claim and tell what it cost."""
    model = RememberedComparisons(ledger, shipped_comparison_model())
    wall, cpu = time.perf_counter(), time.process_time()
    trace(ledger, claim, model=model)
    return Cost(
        wall_ms=1000 * (time.perf_counter() - wall), cpu_ms=1000 * (time.process_time() - cpu), compared=model.compared
    )


def tell(costs: Sequence[Cost]) -> str:
    """The medians and the 95th percentiles."""
    told = []
    for name, unit in (("wall_ms", "ms"), ("cpu_ms", "ms of CPU"), ("compared", "compared")):
        median, p95 = spread([getattr(cost, name) for cost in costs])
        told.append(f"{median:5.0f} / {p95:5.0f} {unit}")
    return "  ".join(told)


def spread(figures: Iterable[float]) -> tuple[float, float]:
    """The median and the 95th percentile."""
    some = sorted(figures)
    return statistics.median(some), some[min(len(some) - 1, int(0.95 * len(some)))]


if __name__ == "__main__":
    main()
