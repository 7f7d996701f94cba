"""Lineage of an archive told by Daft and in memory: python -m evaluation.archive FOLDER ORIGINALS PARCELS [CLUSTER].

A simulated wire world of so many originals (10,000 give 80,000 stories) is written into FOLDER as `sayso add --engine
daft` would, but that nobody's claims are read, and its lineage is told by joins, by Daft alone or on a Ray cluster. The
same stories are told in memory. Printed are the stories whose lineage is not the same, the CPU-seconds of both ways (on
a cluster only those of this process), and what the archive takes on disk. PARCELS: into how many parts
the work of all stories together is parted.
"""

import time
from pathlib import Path

import pyarrow as pa

from evaluation.calling import parser_for
from evaluation.corpora import read_lines
from evaluation.growth import disk_bytes
from evaluation.lineage import make_world, read_story
from sayso.cluster.begin import LOT_STORIES
from sayso.cluster.engine import start_engine
from sayso.cluster.folder import Folder
from sayso.cluster.method import tell_together
from sayso.cluster.reading import lot_name, story_batch, write_stories
from sayso.pipeline.batches import ReadBatch
from sayso.records import Story
from sayso.reuse import detect_lineage
from sayso.tables.columns import ARRIVAL, MARKS, PROPOSITIONS, STATEMENTS
from sayso.tables.rows import lineage_row, parent_rows


def main() -> None:
    """Tell the lineage of a world both ways, and print what differs and what it took."""
    parser = parser_for("archive", __doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("originals", type=int)
    parser.add_argument("parcels", type=int)
    parser.add_argument("cluster", nargs="*", help="the address of a Ray cluster")
    asked = parser.parse_args()
    folder = Folder(str(asked.folder))
    asked.folder.mkdir(parents=True, exist_ok=True)
    world = asked.folder / "world.jsonl"
    make_world(world, asked.originals, seed=1)
    stories = [read_story(row) for row in read_lines(world)]
    begun = time.process_time()
    write_unread(folder, stories)
    written = time.process_time()
    start_engine(*asked.cluster)
    tell_together(folder, asked.parcels)
    by_daft = time.process_time() - written
    begun_in_memory = time.process_time()
    lineages = detect_lineage(stories, with_extents=False)
    in_memory = time.process_time() - begun_in_memory
    expected = {one.story_id: (lineage_row(one), list(parent_rows(one, with_extents=False))) for one in lineages}
    found = read_lineage(folder)
    differing = sum(found.get(story_id) != one for story_id, one in expected.items())
    kilobytes = disk_bytes(asked.folder) / len(stories) / 1024
    print(f"{len(stories)} stories; the lineage of {differing} is not the same")
    print(f"CPU-seconds: {written - begun:.1f} written, {by_daft:.1f} told by Daft, {in_memory:.1f} in memory")
    print(f"{kilobytes:.1f} KB a story")


def write_unread(folder: Folder, stories: list[Story]) -> None:
    """Write stories as if no statements were found in any."""
    nothing = (schema.append(ARRIVAL).empty_table() for schema in (STATEMENTS, MARKS, PROPOSITIONS))
    statements, marks, propositions = nothing
    for lot, first in enumerate(range(0, len(stories), LOT_STORIES)):
        batch = story_batch(enumerate(stories[first : first + LOT_STORIES], start=first), "none")
        unread = pa.nulls(batch.num_rows, pa.string())
        write_stories(folder, lot_name(0, lot), batch, ReadBatch(unread, statements, marks, propositions))


def read_lineage(folder: Folder) -> dict[str, tuple[dict, list[dict]]]:
    """What an archive tells of each story: its row of `lineage`, and those of `parents`."""
    parents: dict[str, list[dict]] = {}
    for path in folder.tables("parents"):
        for row in folder.read_table(path).to_pylist():
            parents.setdefault(row["story_id"], []).append(row)
    return {
        row["story_id"]: (row, sorted(parents.get(row["story_id"], []), key=lambda one: one["number"]))
        for path in folder.tables("lineage")
        for row in folder.read_table(path).to_pylist()
    }


if __name__ == "__main__":
    main()
