"""Which texts of an archive are of one story, and which is its latest: as a ledger would hold them."""

from typing import TYPE_CHECKING, Any

import pyarrow as pa

from sayso.cluster.components import find_components
from sayso.cluster.engine import list_rows, map_lists, map_rows, of_two
from sayso.cluster.work import Work
from sayso.ledger.settling import keys_of, settle_stories
from sayso.records import Story
from sayso.tables.columns import TEXT, TEXTS, WHOLE, make_schema

if TYPE_CHECKING:
    from daft import DataFrame

_ASKED = ("arrival", "id", "outlet", "url", "canonical_url", "text_sha256")
_KEYS = make_schema({"key": TEXTS}, {})
IDENTITIES = make_schema({"arrival": WHOLE, "story_id": TEXT, "revision": WHOLE}, {})


def find_identities(work: Work) -> "DataFrame":
    """The id under which a ledger would hold each story, and as which revision: `IDENTITIES`.

    A text that its story has had before is left out.
    """
    from daft import DataType, lit

    stories = work.read("stories").select(*_ASKED)
    keys = work.keep("keys", lambda: map_rows(stories, list_keys, _KEYS).select("arrival", "key").explode("key"))
    first = keys.groupby("key").agg(keys["arrival"].min().alias("other"))
    tied = keys.join(first, on="key")
    ties = of_two(tied, "arrival").select(tied["arrival"].alias("one"), "other")
    blocks = work.keep("same_stories", lambda: find_components(ties))
    placed = stories.join(blocks, left_on="arrival", right_on="node", how="left")
    alone = placed.where(placed["block"].is_null())
    alone = alone.select("arrival", alone["id"].alias("story_id"), lit(1).cast(DataType.int64()).alias("revision"))
    several = placed.where(placed["block"].not_null()).select(*_ASKED, "block")
    settled = map_lists(list_rows(several, "block", "stories"), ("block",), settle, IDENTITIES)
    return alone.concat(settled.select(*IDENTITIES.names))


def list_keys(batch: pa.RecordBatch) -> pa.RecordBatch:
    """What may tie each story to others: `key`, row by row."""
    return pa.RecordBatch.from_pydict({"key": [list(keys_of(_story(row))) for row in batch.to_pylist()]}, _KEYS)


def settle(batch: pa.RecordBatch) -> pa.RecordBatch:
    """`IDENTITIES` of stories that are tied to one another."""
    rows = sorted(batch.to_pylist(), key=lambda row: row["arrival"])
    settled = zip(rows, settle_stories([_story(row) for row in rows]), strict=True)
    told = [
        {"arrival": row["arrival"], "story_id": one.story_id, "revision": one.revision} for row, one in settled if one
    ]
    return pa.RecordBatch.from_pylist(told, IDENTITIES)


def _story(row: dict[str, Any]) -> Story:
    """A story with the hash of its text in place of that: the same where the texts are, and not else."""
    fields = {name: row[name] for name in ("id", "outlet", "url", "canonical_url")}
    return Story(text=row["text_sha256"], **fields)
