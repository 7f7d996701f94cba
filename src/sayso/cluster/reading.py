"""Reading an archive: lot by lot, each written once it is whole, so that work goes on where it was cut off.

A lot is so many stories of one input in their order. What a worker takes is an input; what it keeps in memory is a lot.
"""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from itertools import islice
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from sayso.attribution.network.model import AttributionModel, load_model, shipped_folder
from sayso.cluster.folder import Folder, month_of
from sayso.errors import InputError
from sayso.ingest import ColumnMapping, Format, Input, read_input
from sayso.ingest.raw.parts import Part
from sayso.pipeline.batches import ReadBatch, read_batch
from sayso.records import Rejection, Story
from sayso.reuse.batches import PRINTS, fingerprint_texts, precedence_of
from sayso.tables.columns import ARRIVAL, REJECTIONS, STORIES, TEXT, WHOLE, make_schema
from sayso.tables.rows import story_row
from sayso.version import __version__

if TYPE_CHECKING:
    from daft import Series

ARRIVALS_AN_INPUT = 1 << 32

LOT_TABLES = ("stories", "statements", "marks", "propositions", "fingerprints")

STORY_TABLE = pa.schema(
    [field for field in STORIES if field.name not in ("added_at", "revision")]
    + [pa.field("raw", pa.binary()), ARRIVAL, pa.field("precedence", TEXT, nullable=False)]
)
DONE = make_schema({"input": WHOLE, "stories": WHOLE, "rejected": WHOLE}, {})


def lot_name(number: int, lot: int) -> str:
    """What the files of a lot are called: the number of its input, and its own."""
    return f"{input_name(number)}-{lot:05}"


def input_name(number: int) -> str:
    """What an input is called in the folder."""
    return f"{number:06}"


def input_row(number: int, source: Input) -> dict[str, object]:
    """An input as a worker is given it."""
    return {
        "input": number,
        "where": source.where,
        "format": str(source.format),
        "path": source.path,
        "part": [source.part.begin, source.part.end, source.part.first] if source.part else [],
        "refusal": [source.refusal.came, source.refusal.wanted, source.refusal.remedy] if source.refusal else [],
    }


@dataclass(frozen=True, slots=True)
class LotReader:
    """Reads inputs into a folder."""

    folder: Folder
    model: AttributionModel
    columns: ColumnMapping
    lot_stories: int

    def read(self, number: int, source: Input) -> dict[str, int]:
        """Read what of an input is not done yet, lot by lot; a row of `DONE`."""
        items = read_input(source, self.columns)
        done = self.folder.names(f"lots/{input_name(number)}")
        counts = {"input": number, "stories": 0, "rejected": 0}
        for lot, some in enumerate(_lots_of(items, self.lot_stories)):
            rejected = sum(isinstance(item, Rejection) for item in some)
            counts["stories"] += len(some) - rejected
            counts["rejected"] += rejected
            if f"{lot:05}.json" not in done:
                self._write_lot(number, lot, some)
        self.folder.write_json(f"inputs/{input_name(number)}.json", counts)
        return counts

    def _write_lot(self, number: int, lot: int, items: list[Story | Rejection]) -> None:
        name, first = lot_name(number, lot), number * ARRIVALS_AN_INPUT + lot * self.lot_stories
        arrived = list(enumerate(items, start=first))
        rejections = [asdict(item) | {"arrival": place} for place, item in arrived if isinstance(item, Rejection)]
        stories = story_batch([(place, item) for place, item in arrived if isinstance(item, Story)], self.model.name)
        if stories.num_rows:
            write_stories(self.folder, name, stories, read_batch(self.model, stories))
        if rejections:
            table = pa.Table.from_pylist(rejections, REJECTIONS.append(ARRIVAL))
            self.folder.write_table(f"rejections/{name}.parquet", table)
        # Last: a lot is done where this is there.
        self.folder.write_json(
            f"lots/{input_name(number)}/{lot:05}.json", {"stories": stories.num_rows, "rejected": len(rejections)}
        )


def story_batch(arrived: Iterable[tuple[int, Story]], model: str) -> pa.RecordBatch:
    """Stories with their arrivals as a batch of `STORY_TABLE`, read by a model of this name."""
    rows = [
        story_row(story)
        | {
            "arrival": arrival,
            "text_sha256": hashlib.sha256(story.text.encode()).hexdigest(),
            "raw_sha256": None if story.raw is None else hashlib.sha256(story.raw).hexdigest(),
            "read_by": __version__,
            "model": model,
            "precedence": precedence_of(story),
        }
        for arrival, story in arrived
    ]
    return pa.RecordBatch.from_pylist(rows, STORY_TABLE)


def write_stories(folder: Folder, name: str, stories: pa.RecordBatch, read: ReadBatch) -> None:
    """Write a batch of stories, with what was read in them, to the tables of a folder.

    Args:
        folder: Where.
        name: What its files are called.
        stories: `STORY_TABLE`.
        read: What was read in them.
    """
    told = pa.Table.from_batches([stories]).set_column(
        STORY_TABLE.names.index("unread"), STORY_TABLE.field("unread"), read.unread
    )
    prints = fingerprint_texts(stories)
    fingerprints = pa.Table.from_arrays([*prints.columns, stories["arrival"]], schema=PRINTS.append(ARRIVAL))
    months = dict(zip(stories["arrival"].to_pylist(), map(month_of, stories["published"].to_pylist()), strict=True))
    parts = zip(LOT_TABLES, (told, read.statements, read.marks, read.propositions, fingerprints), strict=True)
    for table, part in parts:
        of = pa.array([months[arrival] for arrival in part["arrival"].to_pylist()], TEXT)
        folder.write_by_month(table, name, part, of)


def _lots_of(items: Iterable[Story | Rejection], lot_stories: int) -> Iterator[list[Story | Rejection]]:
    items = iter(items)
    while lot := list(islice(items, lot_stories)):
        yield lot


class Worker:
    """A process that reads inputs: it loads the model once."""

    def __init__(self, place: str, columns: ColumnMapping, lot_stories: int) -> None:
        # One thread: there is a worker for each core.
        model = load_model(shipped_folder(), threads=1)
        self._reader = LotReader(Folder(place), model, columns, lot_stories)

    def read(self, inputs: "Series") -> pa.Array:
        """Read some inputs, rows of `input_row`; `DONE` of each."""
        told = [self._read(row) for row in inputs.to_pylist()]
        return pa.array(told, pa.struct(list(DONE)))

    def _read(self, row: dict[str, Any]) -> dict[str, int]:
        refusal = InputError(*row["refusal"]) if row["refusal"] else None
        part = Part(*row["part"]) if row["part"] else None
        source = Input(row["where"], Format(row["format"]), row["path"], refusal=refusal, part=part)
        return self._reader.read(row["input"], source)
