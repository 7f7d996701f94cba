"""The stories of an archive that may be on a claim: those that `sayso trace` would look through in a ledger of all.

Words are looked for as a ledger looks for them, in lots of stories that are indexed in memory and forgotten again:
first how many texts have each word, then which texts have enough of the words.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import partial

import pyarrow as pa

from sayso.cluster.engine import map_rows, telling_failures
from sayso.cluster.folder import Folder
from sayso.ledger.schema import open_in_memory
from sayso.ledger.search import count_texts, find_stories
from sayso.ledger.store import add_reading
from sayso.records import Reading, Run, Story
from sayso.tables.columns import WHOLE, make_schema
from sayso.trace.comparing.reports import split_parts
from sayso.trace.finding.candidates import ENOUGH_SHARE
from sayso.trace.finding.query import lasting_words, weigh_counts
from sayso.trace.finding.questions import read_question

COUNTED = make_schema({"texts": WHOLE, "counts": pa.list_(WHOLE)}, {})
FOUND = make_schema({"arrivals": pa.list_(WHOLE)}, {})
_RUN = Run("", "")


@telling_failures()
def find_about(folder: Folder, months: Iterable[str], query: str) -> frozenset[int]:
    """The arrivals of the stories of some months that have enough of a claim's words.

    Raises:
        UsageError: the claim holds no word.
        SaysoError: work broke off.
    """
    import daft

    parts = split_parts(read_question(query).claim)
    words = list(dict.fromkeys(word for part in parts for word in lasting_words(part)))
    paths = [path for month in months for path in folder.tables(f"stories/month={month}")]
    files = daft.from_pydict({"path": paths})
    counted = map_rows(files, partial(count_words, folder=folder, words=words), COUNTED, most_rows=1).to_pylist()
    counts = {word: sum(one["counts"][place] for one in counted) for place, word in enumerate(words)}
    texts = sum(one["texts"] for one in counted)
    weights = weigh_counts(counts, texts).weights
    if not weights:
        return frozenset()
    found = map_rows(files, partial(find_with_words, folder=folder, weights=weights), FOUND, most_rows=1).to_pylist()
    return frozenset(arrival for one in found for arrival in one["arrivals"])


def count_words(batch: pa.RecordBatch, folder: Folder, words: Sequence[str]) -> pa.RecordBatch:
    """How many texts each file of stories (`path`) holds, and in how many of them each word stands: `COUNTED`."""
    rows = []
    for path in batch["path"].to_pylist():
        stories = _read_stories(folder, path)
        with open_in_memory() as connection:
            for story in stories:
                add_reading(connection, Reading(story, (), ()), _RUN)
            counts = [count_texts(connection, word) for word in words]
        rows.append({"texts": len(stories), "counts": counts})
    return pa.RecordBatch.from_pylist(rows, COUNTED)


def find_with_words(batch: pa.RecordBatch, folder: Folder, weights: Mapping[str, float]) -> pa.RecordBatch:
    """The stories of each file (`path`) whose words weigh enough, by their arrivals: `FOUND`."""
    enough = ENOUGH_SHARE * sum(weights.values())
    rows = []
    for path in batch["path"].to_pylist():
        with open_in_memory() as connection:
            for story in _read_stories(folder, path):
                add_reading(connection, Reading(story, (), ()), _RUN)
            found = find_stories(connection, weights, enough)
        rows.append({"arrivals": sorted(map(int, found.story_ids))})
    return pa.RecordBatch.from_pylist(rows, FOUND)


def _read_stories(folder: Folder, path: str) -> list[Story]:
    """Titles and texts, each as a story that goes by its arrival, so that no two are one."""
    rows = folder.read_table(path).select(["arrival", "title", "text"]).to_pylist()
    return [Story(id=str(row["arrival"]), title=row["title"], text=row["text"]) for row in rows]
