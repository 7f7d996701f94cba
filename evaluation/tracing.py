"""What a trace costs in a large ledger: python -m evaluation.tracing LEDGER [COUNT].

Queries are drawn with a fixed seed from the stories of the ledger, as a user would type them: by turns the words of a
headline (of a sentence where the story has none) and 5 to 9 words of a sentence. Words that more than one story in a
hundred has are left out, as a user leaves out "the" and "that": in the ledgers of evaluation.growth no list knows them,
as their letters are swapped. Each is traced once, in one thread, after one that is not counted, which loads the model.
Printed are the median, the 95th percentile and the most of the milliseconds on the clock and of the processor, of the
comparisons and of the propositions found. The ledger is only read, if the fingerprints of its stories are up to date.
"""

import random
import re
import statistics
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from sayso.claims.comparison import ComparisonModel, load_comparison_model, shipped_comparison_folder
from sayso.claims.passages import Passage
from sayso.ledger import Ledger
from sayso.records import Compared
from sayso.trace import trace

QUERIES, SEED = 60, 11
FEWEST_WORDS, MOST_WORDS = 5, 9
FEWEST_WORD_CHARS = 3
COMMON_SHARE = 0.01
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+|\n+")


@dataclass
class CountingModel:
    """The shipped model, which counts what it compares."""

    model: ComparisonModel
    asked: int = field(default=0)
    compared: int = field(default=0)

    def compare(self, claim: str, passages: Sequence[Passage]) -> list[Compared]:
        """See ComparisonModel."""
        self.asked += len(passages)
        self.compared += len(set(passages))
        return self.model.compare(claim, passages)


@dataclass(frozen=True)
class Cost:
    """What one trace took: milliseconds on the clock and of the processor, comparisons, propositions."""

    wall_ms: float
    cpu_ms: float
    compared: int
    asked: int


def main() -> None:
    """Trace the queries and print what they cost."""
    count = int(sys.argv[2]) if len(sys.argv) > 2 else QUERIES
    with Ledger(Path(sys.argv[1]), create=False) as ledger:
        queries = draw_queries(ledger)
        model = CountingModel(load_comparison_model(shipped_comparison_folder(), threads=1))
        first, *costs = (trace_one(ledger, next(queries), model) for _ in range(count + 1))
        print(f"{ledger.count_stories()} stories, {count} queries; the first one took {first.wall_ms:.0f} ms")
    for what in ("wall_ms", "cpu_ms", "compared", "asked"):
        some = sorted(getattr(cost, what) for cost in costs)
        p95 = some[min(len(some) - 1, int(0.95 * len(some)))]
        print(f"{what:9} median {statistics.median(some):7.0f}  p95 {p95:7.0f}  most {some[-1]:7.0f}")


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


def trace_one(ledger: Ledger, query: str, model: CountingModel) -> Cost:
    """Trace one query and tell what it cost."""
    asked, compared = model.asked, model.compared
    wall, cpu = time.perf_counter(), time.process_time()
    trace(ledger, query, model=model)
    return Cost(
        wall_ms=1000 * (time.perf_counter() - wall),
        cpu_ms=1000 * (time.process_time() - cpu),
        compared=model.compared - compared,
        asked=model.asked - asked,
    )


if __name__ == "__main__":
    main()
