"""One source, one key: python -m evaluation.names [-v].

Over the 76 retellings of one event (`seed/family.jsonl` of the corpora), each read by sayso, against the names in
benchmark/names/family.jsonl: of all pairs of source spans that are one source, how many sayso joins, and every pair of
two sources that it takes for one. -v prints the pairs that it misses.
"""

from collections import Counter
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

from evaluation.calling import parser_for
from evaluation.corpora import data_folder, read_lines
from sayso.ingest import story_from_text
from sayso.pipeline.method import read_story
from sayso.pipeline.models import shipped_model
from sayso.records import Reading, Source, Span
from sayso.sources import join_sources

GOLD = Path(__file__).parents[1] / "benchmark" / "names" / "family.jsonl"


class Named(NamedTuple):
    """A source span: its story, its words, whom the gold says it is, and who sayso says it is."""

    story: str
    words: str
    name: str
    source: Source


def main() -> None:
    """Print the share of pairs joined, within and across stories, then every wrong merge."""
    parser = parser_for("names", __doc__)
    parser.add_argument("-v", action="store_true", help="print the pairs that are split")
    asked = parser.parse_args()
    gold = {story["id"]: story["sources"] for story in read_lines(GOLD)}
    stories = [story for story in read_lines(data_folder() / "seed" / "family.jsonl") if story["id"] in gold]
    readings = [read_retelling(story) for story in stories]
    spans = [named for reading in readings for named in match_spans(reading, gold[reading.story.id])]
    wanted = sum(source["name"] is not None for sources in gold.values() for source in sources)
    print(f"{len(stories)} stories, {wanted} named source spans in the gold, {len(spans)} of them found")
    show_pairs(spans, group_of_key([named.source for named in spans]), each=asked.v)


def read_retelling(story: dict) -> Reading:
    """One story as sayso reads it."""
    given = story_from_text(
        story["text"], id=story["id"], title=story["title"], outlet=story["outlet"], published=story["published"]
    )
    return read_story(shipped_model(), given)


def match_spans(reading: Reading, sources: list[dict]) -> list[Named]:
    """The gold's named spans that an attribution of the reading has as its source, each once."""
    who = {attribution.source[0]: attribution.who for attribution in reading.attributions if attribution.source}
    named = []
    for source in sources:
        span = Span(*source["span"])
        found = who.get(span) or next((one for other, one in who.items() if other.overlaps(span)), None)
        if source["name"] is not None and found is not None:
            named.append(Named(reading.story.id, span.of(reading.story.text), source["name"], found))
    return named


def group_of_key(sources: list[Source]) -> dict[str, int]:
    """The number of the group that each key is in."""
    return {key: number for number, group in enumerate(join_sources(sources)) for key in group.keys}


def show_pairs(spans: list[Named], groups: dict[str, int], *, each: bool) -> None:
    """Print shares and the pairs that are wrong, each kind once with its count."""
    joined: Counter[tuple[bool, bool]] = Counter()
    split: Counter[tuple[str, str, str]] = Counter()
    merged: Counter[tuple[str, str]] = Counter()
    for one, other in combinations(spans, 2):
        together = groups[key_of(one)] == groups[key_of(other)]
        if one.name == other.name:
            joined[one.story == other.story, together] += 1
            if not together:
                split[one.name, *sorted((key_of(one), key_of(other)))] += 1
        elif together:
            merged[tuple(sorted(f"{n.name} [{n.story}: {n.words}] {key_of(n)}" for n in (one, other)))] += 1
    for place, within in (("within stories", True), ("across stories", False)):
        show_share(place, joined[within, True], joined[within, False])
    show_share("all", sum(joined[w, True] for w in (True, False)), sum(joined[w, False] for w in (True, False)))
    print(f"pairs of two sources merged: {sum(merged.values())}")
    for (one, other), count in merged.most_common():
        print(f"  {count} x {one}  =  {other}")
    if each:
        for (name, one, other), count in split.most_common():
            print(f"  split {count} x {name}: {one} / {other}")


def show_share(place: str, joined: int, split: int) -> None:
    """Print one share."""
    pairs = joined + split
    print(f"pairs that are one source, {place}: {joined} of {pairs} joined ({100 * joined / max(1, pairs):.1f} %)")


def key_of(named: Named) -> str:
    """The key of a span's source."""
    identity = named.source.identity
    if identity is None:
        raise ValueError(f"{named.story}: the source {named.words!r} has no identity")
    return identity.key


if __name__ == "__main__":
    main()
