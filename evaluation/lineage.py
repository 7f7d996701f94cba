"""Families and parents on a simulated wire world, beside the peers, or those of real reports of one summit.

The world comes from syndication_sim.py beside the corpora, the figures from score_lineage.py. The peers want an
environment of their own: pip install rensa==0.5.0 datasketch==2.0.0
"""

import csv
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from evaluation.calling import parser_for
from evaluation.corpora import data_folder, read_lines, tools_folder
from sayso.records import Lineage, Story
from sayso.reuse import detect_lineage
from sayso.shapes import lineage_shape

RATE, MEMORY = "stories a CPU-second", "MB over the texts"
GOALS = {
    "count_exact_no_quotes": 0.97,
    "count_exact": 0.85,
    "ARI": 0.96,
    "F1": 0.995,
    "parent": 0.85,
    "original": 0.92,
    RATE: 4000,
    "the same, extents set out": None,
    MEMORY: 300,
}
PEERS = {
    "rensa": ["peer_rensa.py", "documented"],
    "rensa words3:0.1:64": ["peer_rensa.py", "words3:0.1:64"],
    "datasketch": ["peer_datasketch.py", "documented"],
    "datasketch verified": ["peer_datasketch.py", "verified"],
    "datasketch words3:0.1": ["peer_datasketch.py", "words3:0.1"],
    "6-word grams": ["baseline_ngrams.py"],
}


def main() -> None:
    """Run on the world, or the corpus, that the arguments name."""
    parser = parser_for("lineage", __doc__)
    parser.add_argument("stories", nargs="?", default="3400", help='original stories of the world, or "helsinki"')
    parser.add_argument("seed", nargs="?", type=int, default=1)
    parser.add_argument("--peers", metavar="PYTHON", help="measure the peers too, with this interpreter")
    arguments = parser.parse_args()
    if arguments.stories == "helsinki":
        show_families(read_reports())
        return
    with tempfile.TemporaryDirectory() as folder:
        world = Path(folder) / "world.jsonl"
        make_world(world, int(arguments.stories), arguments.seed)
        # The peers first: what this process has held counts as the peak of each that it starts.
        peers = PEERS if arguments.peers else {}
        columns = {name: measure_peer([arguments.peers, *command], world) for name, command in peers.items()}
        columns = {"sayso": measure_sayso(world)} | columns
    print(f"{arguments.stories} originals, seed {arguments.seed}")
    print_columns(columns)


def make_world(path: Path, originals: int, seed: int) -> None:
    """Write a simulated wire world."""
    base = data_folder() / "reuse" / "base_news.jsonl.gz"
    command = [sys.executable, str(tools_folder() / "syndication_sim.py"), str(base), str(originals), str(seed)]
    with path.open("w", encoding="utf-8") as out:
        subprocess.run(command, stdout=out, check=True)


def measure_sayso(world: Path) -> dict[str, float]:
    """Detect the lineage of a world, timed, and score it."""
    stories = [read_story(row) for row in read_lines(world)]
    before_mb = peak_mb()
    begun = time.process_time()
    lineages = detect_lineage(stories, with_extents=False)
    seconds = time.process_time() - begun
    over_mb = peak_mb() - before_mb
    found = world.with_name("found.jsonl")
    with found.open("w", encoding="utf-8") as out:
        out.writelines(json.dumps(lineage_shape(lineage), ensure_ascii=False) + "\n" for lineage in lineages)
    scores = first_line_told([sys.executable, str(tools_folder() / "score_lineage.py"), str(world), str(found)])
    begun = time.process_time()
    detect_lineage(stories)
    with_extents = time.process_time() - begun
    return scores | {
        RATE: round(len(stories) / seconds),
        "the same, extents set out": round(len(stories) / with_extents),
        MEMORY: round(over_mb),
    }


def measure_peer(command: list[str], world: Path) -> dict[str, float]:
    """Run a peer's adapter on a world: the figures that it tells."""
    interpreter, adapter, *setting = command
    told = first_line_told([interpreter, str(tools_folder() / adapter), str(world), *setting])
    return told | {RATE: told["docs_per_cpu_s"], MEMORY: told["over_texts_mb"]}


def first_line_told(command: list[str]) -> dict[str, float]:
    """The JSON on the first line that a command prints."""
    done = subprocess.run(command, stdout=subprocess.PIPE, check=True, text=True)
    told: dict[str, float] = json.loads(done.stdout.splitlines()[0])
    return told


def peak_mb() -> float:
    """The most memory that this process has held, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def print_columns(columns: dict[str, dict[str, float]]) -> None:
    """Print a row for each figure: its goal, then sayso and each peer."""
    print(" | ".join(["", "goal", *columns]))
    for figure, goal in GOALS.items():
        found = ("" if figure not in told else str(told[figure]) for told in columns.values())
        print(" | ".join([figure, "" if goal is None else str(goal), *found]))


def read_story(row: dict) -> Story:
    """A story of a simulated world."""
    return Story(id=row["id"], text=row["text"], title=row["title"], outlet=row["outlet"], published=row["published"])


def read_reports(matter: str = "helsinki") -> list[Story]:
    """Real reports of one matter: "helsinki" (a summit), "spotify" or "census"; "###" parts paragraphs."""
    csv.field_size_limit(1 << 24)
    with (data_folder() / "reuse" / "helsinki" / f"{matter}_articles.csv").open(encoding="utf-8") as lines:
        return [
            Story(
                id=row["id"],
                text=row["text"].replace(" ### ", "\n"),
                outlet=row["publisher"],
                published=row["scrape_time"],
            )
            for row in csv.DictReader(lines)
        ]


def show_families(stories: list[Story]) -> None:
    """Print the families of two stories and more, the largest first, and what kinds of stories there are."""
    lineages = detect_lineage(stories)
    by_id = {story.id: story for story in stories}
    families: dict[str, list[Lineage]] = {}
    for lineage in lineages:
        for family in lineage.families:
            families.setdefault(family, []).append(lineage)
    print(len(stories), "stories,", Counter(str(lineage.kind) for lineage in lineages))
    for family, members in sorted(families.items(), key=lambda item: -len(item[1])):
        if len(members) == 1:
            continue
        print(f"\nfamily {family}: {len(members)} stories")
        for lineage in members:
            story = by_id[lineage.story_id]
            parent = lineage.parents[0] if lineage.parents else None
            origin = f"<- {parent.story_id} ({parent.confidence:.2f})" if parent else "original"
            opening = " ".join(story.text.split())[:70]
            print(f"  {story.id:>5} {story.outlet or '':24} {lineage.kind!s:10} {origin:18} {opening}")


if __name__ == "__main__":
    main()
