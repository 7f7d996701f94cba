"""Families and parents on a simulated wire world: python -m evaluation.lineage [STORIES [SEED]] | helsinki.

The world comes from syndication_sim.py beside the corpora, the figures from score_lineage.py. "helsinki" prints the
families found in the real reports of one summit instead.
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

from evaluation.corpora import data_folder, read_lines, tools_folder
from sayso.records import Lineage, Story
from sayso.reuse import detect_lineage
from sayso.shapes import lineage_shape

GOALS = {
    "count_exact_no_quotes": 0.97,
    "count_exact": 0.85,
    "ARI": 0.96,
    "F1": 0.995,
    "parent": 0.85,
    "original": 0.92,
    "stories a CPU-second": 4000,
    "MB over the texts": 300,
}


def main() -> None:
    """Run on the world, or the corpus, that the arguments name."""
    if sys.argv[1:2] == ["helsinki"]:
        show_families(read_helsinki())
        return
    given = [int(number) for number in sys.argv[1:3]]
    stories, seed = [*given, *(3400, 1)[len(given) :]]
    with tempfile.TemporaryDirectory() as folder:
        measure_world(stories, seed, Path(folder))


def measure_world(originals: int, seed: int, folder: Path) -> None:
    """Make a world, detect its lineage, and print each figure beside its goal."""
    world, found = folder / "world.jsonl", folder / "found.jsonl"
    tool = tools_folder()
    base = data_folder() / "reuse" / "base_news.jsonl.gz"
    with world.open("w", encoding="utf-8") as out:
        command = [sys.executable, str(tool / "syndication_sim.py"), str(base), str(originals), str(seed)]
        subprocess.run(command, stdout=out, check=True)
    stories = [read_story(row) for row in read_lines(world)]
    before_mb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    begun = time.process_time()
    lineages = detect_lineage(stories, with_extents=False)
    seconds = time.process_time() - begun
    peak_mb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    with found.open("w", encoding="utf-8") as out:
        out.writelines(json.dumps(lineage_shape(lineage), ensure_ascii=False) + "\n" for lineage in lineages)
    scored = subprocess.run(
        [sys.executable, str(tool / "score_lineage.py"), str(world), str(found)],
        capture_output=True,
        check=True,
        text=True,
    )
    figures = json.loads(scored.stdout.splitlines()[0]) | {
        "stories a CPU-second": round(len(stories) / seconds),
        "MB over the texts": round(peak_mb - before_mb),
    }
    begun = time.process_time()
    detect_lineage(stories)
    with_extents = time.process_time() - begun
    print(
        f"{len(stories)} stories, seed {seed}: {seconds:.1f} CPU-seconds; {with_extents:.1f} with the extents of every "
        f"copy set out, which the peers do not do"
    )
    for name, goal in GOALS.items():
        print(f"{name:24} {figures[name]:>9} (goal {goal})")
    print(scored.stdout.splitlines()[0])


def read_story(row: dict) -> Story:
    """A story of a simulated world."""
    return Story(id=row["id"], text=row["text"], title=row["title"], outlet=row["outlet"], published=row["published"])


def read_helsinki() -> list[Story]:
    """Real reports of one summit; the corpus writes paragraphs apart with "###"."""
    csv.field_size_limit(1 << 24)
    with (data_folder() / "reuse" / "helsinki" / "helsinki_articles.csv").open(encoding="utf-8") as lines:
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
