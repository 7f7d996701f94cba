"""Sides, given what is said: python -m evaluation.sides [GOLD.json ...] [-v] (benchmark/sides by default).

For each claim the gold tells which passages state it. Their sources are resolved and joined as a trace joins them, and
the count of independent origins that comes of it is compared with the gold's: so that what is told is how well sources
are told apart, and not how well statements are found.
"""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

from evaluation.calling import parser_for
from evaluation.claims import stories_of
from evaluation.corpora import read_lines
from sayso.pipeline.method import read_story
from sayso.pipeline.models import shipped_model
from sayso.records import Report, Span, Stance
from sayso.trace.comparing.reports import report_of
from sayso.trace.finding.candidates import Candidate, propositions_of
from sayso.trace.origins.known import KnownSources
from sayso.trace.origins.origins import find_origins
from sayso.trace.standing import count_independent

ROOT = Path(__file__).parents[1]
GOLD = ROOT / "benchmark" / "sides"
STORIES = ROOT / "training" / "labels" / "invented.jsonl.gz"
LEAST_SHARE = 0.5
"""A passage is what the gold's words stand for if it has half of them, or the most of all passages of the story."""
NOT_SAID = "no"
"""The gold's origin of words that do not state the claim after all."""
SURE = 0.97


def main() -> None:
    """Score every gold file that is named."""
    parser = parser_for("sides", __doc__)
    parser.add_argument("golds", metavar="GOLD.json", nargs="*", type=Path)
    parser.add_argument("-v", action="store_true", help="print each claim")
    asked = parser.parse_args()
    for path in asked.golds or [GOLD / "dev.json", GOLD / "kept.json"]:
        score(path, each=asked.v)


def score(path: Path, *, each: bool) -> None:
    """Print how many counts are right, of one side, of several, and of those that are sure."""
    stories = {event["event"]: event["articles"] for event in read_lines(STORIES)}
    counts: list[tuple[dict, int]] = []
    for event in json.loads(path.read_text(encoding="utf-8")):
        told_by = stories_of({"articles": stories[event["event"]]})
        readings = {story.id: read_story(shipped_model(), story) for story in told_by}
        known = KnownSources([one.who for each in readings.values() for one in each.attributions if one.who])
        told = {name: list(propositions_of(reading)) for name, reading in readings.items()}
        for claim in event["claims"]:
            origins = find_origins(list(_reports(claim, told)), known)
            count = count_independent(origins).likely
            counts.append((claim, count))
            if each and count != claim["independent_origins"]:
                print(f"{event['event']} {claim['id']} {claim['query']}: {count} ({claim['independent_origins']})")
                for origin in origins:
                    print(f"   {origin.name}: {', '.join(origin.sides)}; {len(origin.reports)} reports")
    print(f"== {path.name}: {len(counts)} claims")
    for name, some in (
        ("all", counts),
        ("one side", [one for one in counts if one[0]["independent_origins"] == 1]),
        ("several", [one for one in counts if one[0]["independent_origins"] > 1]),
        ("sure", [one for one in counts if one[0]["sure"]]),
    ):
        right = sum(count == claim["independent_origins"] for claim, count in some)
        off = sum(abs(count - claim["independent_origins"]) for claim, count in some) / len(some)
        ones = sum(claim["independent_origins"] == 1 for claim, _ in some)
        print(f"{name:9} {right} of {len(some)} exact ({right / len(some):.1%}), off by {off:.2f}; always 1: {ones}")


def _reports(claim: dict, told: dict[str, list[Candidate]]) -> Iterator[Report]:
    """A report for each passage of which the gold says that it states the claim."""
    stating: dict[int, Candidate] = {}
    for one in claim["support"]:
        if one["origin"] != NOT_SAID:
            candidates = told[one["article"]]
            for candidate, share in zip(candidates, shares_of_words(candidates, one["words"]), strict=True):
                if share >= LEAST_SHARE:
                    stating[id(candidate)] = candidate
    return (report_of(candidate, Stance.SUPPORTS, SURE) for candidate in stating.values())


def shares_of_words(candidates: Sequence[Candidate], words: str) -> list[float]:
    """How much of some words each passage of a story has; the one with the most counts as having all."""
    text = candidates[0].story.text
    start = text.index(words)
    meant = Span(start, start + len(words))
    had = [sum(_common(span, meant) for span in one.proposition.spans) for one in candidates]
    return [1.0 if share and share == max(had) else share / len(words) for share in had]


def _common(one: Span, other: Span) -> int:
    return max(0, min(one.end, other.end) - max(one.start, other.start))


if __name__ == "__main__":
    main()
