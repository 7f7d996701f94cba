"""What archives of 10^6 to 10^8 stories cost: python -m evaluation.archiving [ORIGINALS].

Measured are the CPU-seconds and the bytes of one process that reads the demo's real stories into an archive (every
step of `sayso add --engine daft` for a story by itself), and of Daft telling the lineage of a simulated wire world of
so many originals (by default 3,400, some 28,000 stories). From both the cost of larger archives is reckoned for
stories of 3 KB, as if it grew with their number: reading does, as stories are read one by one.
"""

import tempfile
import time
from importlib.resources import as_file, files
from pathlib import Path

from evaluation.archive import write_unread
from evaluation.calling import parser_for
from evaluation.corpora import read_lines
from evaluation.growth import disk_bytes
from evaluation.lineage import make_world, read_story
from sayso.attribution.network.model import load_model, shipped_folder
from sayso.cluster.begin import LOT_STORIES
from sayso.cluster.engine import start_engine
from sayso.cluster.folder import Folder
from sayso.cluster.method import tell_together
from sayso.cluster.reading import LotReader
from sayso.ingest import ColumnMapping, find_inputs

STORY_KB = 3.0
SIZES = (10**6, 10**7, 10**8)


def main() -> None:
    """Measure both steps, and print what archives cost by them."""
    parser = parser_for("archiving", __doc__)
    parser.add_argument("originals", nargs="?", type=int, default=3_400)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        read_seconds, disk_kb = measure_reading(Path(scratch) / "read")
        told_seconds = measure_together(Path(scratch) / "told", asked.originals)
    print(f"read and written: {read_seconds:.4f} CPU-seconds and {disk_kb:.2f} KB on disk for 1 KB of text")
    print(f"lineage: {told_seconds:.5f} CPU-seconds a story")
    print("stories | CPU hours to read | CPU hours for lineage | GB on disk")
    for size in SIZES:
        read, told = size * STORY_KB * read_seconds / 3600, size * told_seconds / 3600
        print(f"{size:,} | {read:,.0f} | {told:,.1f} | {size * STORY_KB * disk_kb / 1e6:,.0f}")


def measure_reading(folder: Path) -> tuple[float, float]:
    """CPU-seconds and KB on disk for 1 KB of the text of real stories."""
    archive, model = Folder(str(folder)), load_model(shipped_folder(), threads=1)
    with as_file(files("sayso").joinpath("demo")) as stories:
        inputs = find_inputs(str(stories))
        begun = time.process_time()
        for number, source in enumerate(inputs):
            LotReader(archive, model, ColumnMapping(), LOT_STORIES).read(number, source)
        seconds = time.process_time() - begun
    texts = [text for path in archive.tables("stories") for text in archive.read_table(path)["text"].to_pylist()]
    kilobytes = sum(len(text.encode()) for text in texts) / 1000
    return seconds / kilobytes, disk_bytes(folder) / 1000 / kilobytes


def measure_together(folder: Path, originals: int) -> float:
    """CPU-seconds a story for what takes all stories together."""
    folder.mkdir()
    world = folder / "world.jsonl"
    make_world(world, originals, seed=1)
    stories = [read_story(row) for row in read_lines(world)]
    write_unread(Folder(str(folder)), stories)
    start_engine()
    begun = time.process_time()
    tell_together(Folder(str(folder)))
    return (time.process_time() - begun) / len(stories)


if __name__ == "__main__":
    main()
