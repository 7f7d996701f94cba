"""Claims and their independent origins: python -m evaluation.claims [GOLD.json ...] [-v] (the seed event by default).

Each event's stories are read into a ledger of their own, and each query is put to it as it stands. Printed are what
tools/score_claims.py tells, how many of the dated counts are right, how many ranges hold the true count and how wide
they are, and the extended B-cubed F1 (Amigó et al., 2009) of the supporting reports grouped by origin, over those that
both the gold and sayso have.
"""

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path

from evaluation.calling import parser_for
from evaluation.corpora import data_folder, read_lines, tools_folder
from evaluation.lineage import read_reports
from sayso.ingest import story_from_text
from sayso.ledger import Ledger
from sayso.pipeline.adding import add_stories
from sayso.pipeline.models import shipped_model
from sayso.records import Count, Story
from sayso.trace import Trace, trace

REPORTS = ("helsinki", "spotify", "census")
"""Collections of reports on one matter each."""


def main() -> None:
    """Score every gold file that is named."""
    parser = parser_for("claims", __doc__)
    parser.add_argument("golds", metavar="GOLD.json", nargs="*", type=Path)
    parser.add_argument("-v", action="store_true", help="print each claim")
    asked = parser.parse_args()
    for path in asked.golds or [data_folder() / "seed" / "claims.json"]:
        score(path, each=asked.v)


def score(path: Path, *, each: bool) -> None:
    """Trace every claim of a gold file, and print how right that is."""
    gold = json.loads(path.read_text(encoding="utf-8"))
    predicted: dict[str, dict[str, dict]] = {}
    dated: list[tuple[str, str, int, int]] = []
    grouped: list[tuple[dict[str, set[str]], dict[str, set[str]]]] = []
    ranges: list[tuple[Count, int]] = []
    for event in gold:
        with tempfile.TemporaryDirectory() as folder, Ledger(Path(folder) / "event.sayso") as ledger:
            for _ in add_stories(ledger, shipped_model(), stories_of(event)):
                pass
            for claim in event["claims"]:
                found = trace(ledger, claim["query"])
                predicted.setdefault(event["event"], {})[claim["id"]] = shape_of(found)
                grouped.append((gold_origins(claim), told_origins(found)))
                ranges.append((found.independent_origins, claim["independent_origins"]))
                for turn in claim.get("by_time", []):
                    then = trace(ledger, claim["query"], date.fromisoformat(turn["as_of"]))
                    told = then.independent_origins.likely
                    dated.append((claim["id"], turn["as_of"], told, turn["independent_origins"]))
                if each:
                    show(claim, found)
    print(f"== {path.name}")
    with tempfile.NamedTemporaryFile("w", suffix=".json", encoding="utf-8") as out:
        json.dump(predicted, out)
        out.flush()
        command = [sys.executable, tools_folder() / "score_claims.py", out.name, "--gold", path]
        subprocess.run([*command, *(["--each"] if each else [])], check=True)
    if dated:
        right = sum(told == wanted for *_, told, wanted in dated)
        print(f"by date  {right} of {len(dated)} right")
        print("         " + ", ".join(f"{claim} {day} {told} ({wanted})" for claim, day, told, wanted in dated))
    held = sum(told.least <= wanted <= told.most for told, wanted in ranges)
    wide = sum(told.most - told.least for told, _ in ranges) / len(ranges)
    print(f"ranges   {held} of {len(ranges)} hold the true count, {wide:.2f} from the least to the most on the average")
    print(f"origins  B-cubed P {bcubed(grouped)[0]:.1%} R {bcubed(grouped)[1]:.1%} F1 {bcubed(grouped)[2]:.1%}")


def stories_of(event: dict) -> Iterator[Story]:
    """The stories of an event; texts that the gold may not hold come from the corpora."""
    for article in event["articles"]:
        if "text" not in article:
            article = _corpus(article["from"])[article["id"]] | article
        known = {key: article.get(key) for key in ("id", "title", "outlet", "published", "url")}
        yield story_from_text(article["text"], **known)


@cache
def _corpus(name: str) -> dict[str, dict]:
    """The stories of a corpus by id."""
    if name in REPORTS:
        return {story.id: {"text": story.text} for story in read_reports(name)}
    path = data_folder() / ("reuse/base_news.jsonl.gz" if name == "base_news" else f"news/{name}.jsonl")
    return {story["id"]: {"text": story["text"], "title": story.get("title")} for story in read_lines(path)}


def shape_of(found: Trace) -> dict:
    """A trace in the form that the scorer reads."""
    return {
        "independent_origins": found.independent_origins.likely,
        "origins": [origin.name for origin in found.origins if origin.name],
        "support": list(found.support),
        "deny": list(found.deny),
    }


def gold_origins(claim: dict) -> dict[str, set[str]]:
    """The origins of each supporting report; what is not recorded is an origin of its own in each story."""
    told: dict[str, set[str]] = {}
    for one in claim["support"]:
        told.setdefault(one["article"], set()).add(one["origin"] or f"not recorded in {one['article']}")
    return told


def told_origins(found: Trace) -> dict[str, set[str]]:
    """The same as sayso tells it."""
    told: dict[str, set[str]] = {}
    for place, origin in enumerate(found.origins):
        for report in origin.reports:
            name = str(place) if origin.name else f"not recorded in {report.story_id}"
            told.setdefault(report.story_id, set()).add(name)
    return told


def bcubed(grouped: list[tuple[dict[str, set[str]], dict[str, set[str]]]]) -> tuple[float, float, float]:
    """Extended B-cubed precision, recall and F1 of the reports of each claim that both have."""
    precisions: list[float] = []
    recalls: list[float] = []
    for gold, told in grouped:
        both = sorted(gold.keys() & told.keys())
        for one in both:
            alike = [(len(gold[one] & gold[other]), len(told[one] & told[other])) for other in both]
            precisions.append(_mean([min(g, t) / t for g, t in alike if t]))
            recalls.append(_mean([min(g, t) / g for g, t in alike if g]))
    precision, recall = _mean(precisions), _mean(recalls)
    return precision, recall, 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def _mean(values: list[float]) -> float:
    return sum(values) / len(values) if values else 0.0


def show(claim: dict, found: Trace) -> None:
    """Print the origins of one claim, and the stories that are missing or too many."""
    gold = {one["article"] for one in claim["support"]}
    print(
        f"\n{claim['id']} {claim['query']}: {found.independent_origins} ({claim['independent_origins']}), "
        f"{found.standing}"
    )
    print(f"   missing {sorted(gold - set(found.support))}; too many {sorted(set(found.support) - gold)}")
    denied = {one["article"] for one in claim["deny"]}
    print(f"   deny: missing {sorted(denied - set(found.deny))}; too many {sorted(set(found.deny) - denied)}")
    for origin in found.origins:
        print(f"   {origin.name} {origin.sides} {origin.since}..{origin.until} {[r.story_id for r in origin.reports]}")
        print(f"      {origin.best.score:.2f} {origin.best.words[:150]}")


if __name__ == "__main__":
    main()
