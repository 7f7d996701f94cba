"""No change makes attributions worse unnoticed: python -m evaluation.gate [--write [--lower REASON]].

Measures what evaluation/floors.json names, each figure beside its floor, and ends with 1 where one is below, or where
the model or a file of answers is not the one on record. --write records those that are here and raises each floor to
half a point below what is found; one that is not reached is lowered only with --lower, whose reason is kept.
Where the corpora are not (see `evaluation.corpora`), PolNeAR is not measured, and its floors stand as they are.
"""

import json
import math
import sys
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

from evaluation.attribution import read_annotated
from evaluation.calling import parser_for
from evaluation.corpora import data_folder, read_lines
from evaluation.links import Rate, score
from evaluation.resolution import KEPT_ASIDE, gold_path
from evaluation.wikinews import PARTS, annotated_path
from sayso.attribution.network.model import AttributionModel, load_model, shipped_folder
from sayso.errors import UsageError
from sayso.inference.folder import CONFIG_FILE, NETWORK_FILE

FLOORS = Path(__file__).with_name("floors.json")
COMMAND = "python -m evaluation.gate --write"
POLNEAR = "PolNeAR dev"
SLACK = 0.5

Record = dict[str, Any]
Figures = dict[str, float]


class Part(NamedTuple):
    """Annotated stories, and which figures of them have a floor."""

    path: Path
    figures: Callable[[dict[str, Rate]], Figures]


class Found(NamedTuple):
    """What is here now.

    Attributes:
        model: The model's folder and the SHA-256 of its files.
        files: For each part that is here its file's SHA-256 by name.
        figures: What was measured of each, in percent.
    """

    model: dict[str, str]
    files: dict[str, dict[str, str]]
    figures: dict[str, Figures]


def whole_figures(rates: dict[str, Rate]) -> Figures:
    """F1 of links and the recall of nested attributions, where stories are annotated in full."""
    links = {name: rates[name].f1 for name in ("link", "link_exact", "outer")}
    return links | {"nested_recall": rates["nested"].recall}


def wikinews_figures(rates: dict[str, Rate]) -> Figures:
    """Recall alone, as benchmark/resolution has some attributions of each story."""
    return {f"{name}_recall": rates[name].recall for name in ("link", "link_exact", "nested")}


def polnear_figures(rates: dict[str, Rate]) -> Figures:
    """F1 of links and pieces; PolNeAR has no nested attributions."""
    return {name: rate.f1 for name, rate in rates.items() if name != "nested"}


def find_parts() -> dict[str, Part]:
    """The parts that are here."""
    parts = {f"Wikinews {part}": Part(gold_path(part), wikinews_figures) for part in ("dev", KEPT_ASIDE)}
    parts |= {f"Wikinews in full, {part}": Part(annotated_path(part), whole_figures) for part in PARTS}
    try:
        polnear = data_folder() / "attribution" / "polnear_dev.jsonl.gz"
    except FileNotFoundError:
        return parts
    return parts | {POLNEAR: Part(polnear, polnear_figures)}


def hash_file(path: Path) -> str:
    """The SHA-256 of a file."""
    return sha256(path.read_bytes()).hexdigest()


def measure() -> Found:
    """Read all parts that are here with the shipped model, and hash what they are read from."""
    folder = shipped_folder()
    model, parts = load_model(folder), find_parts()
    return Found(
        model={"folder": folder.name} | {name: hash_file(folder / name) for name in (NETWORK_FILE, CONFIG_FILE)},
        files={name: {"/".join(part.path.parts[-2:]): hash_file(part.path)} for name, part in parts.items()},
        figures={name: measure_part(model, part) for name, part in parts.items()},
    )


def measure_part(model: AttributionModel, part: Part) -> Figures:
    """The figures of one part."""
    stories = read_lines(part.path)
    return part.figures(score(stories, read_annotated(model, stories)))


def read_record(path: Path) -> Record:
    """The floors on record: none where there is no file."""
    if not path.exists():
        return {"model": {}, "parts": {}, "lowered": []}
    record: Record = json.loads(path.read_text("utf-8"))
    return record


def find_changed(record: Record, found: Found) -> list[str]:
    """What is not as on record: the model, the files of answers, what has no floor and what is no longer measured."""
    changed = []
    if record["model"] != found.model:
        changed.append(f"the model {found.model['folder']} is not the one on record ({record['model'].get('folder')})")
    for name, figures in found.figures.items():
        part = record["parts"].get(name, {"files": {}, "floors": {}})
        if part["files"] != found.files[name]:
            changed.append(f"{', '.join(found.files[name])} of {name} is not the file on record")
        changed += [f"{name} {figure} has no floor" for figure in figures if figure not in part["floors"]]
    gone = record["parts"].keys() - found.figures.keys() - {POLNEAR}
    return changed + [f"{name} is no longer measured: take it out of {FLOORS.name}" for name in sorted(gone)]


def find_below(record: Record, found: Found) -> list[tuple[str, str]]:
    """The part and name of each figure that does not reach its floor; one no longer measured does not."""
    return [
        (name, figure)
        for name, figures in found.figures.items()
        for figure, floor in record["parts"].get(name, {"floors": {}})["floors"].items()
        if figures.get(figure, 0.0) < floor
    ]


def show(record: Record, found: Found) -> None:
    """Print each figure beside its floor."""
    print(f"{found.model['folder']}, in %")
    below = find_below(record, found)
    for name in record["parts"] | found.figures:
        if name not in found.figures:
            print(f"{name}: not measured, as it is not here (for corpora set SAYSO_DATA to their folder)")
            continue
        print(name)
        floors = record["parts"].get(name, {"floors": {}})["floors"]
        for figure, value in found.figures[name].items():
            mark = "  BELOW" if (name, figure) in below else ""
            print(f"  {figure:14s} {value:6.2f}  floor {floors.get(figure, '-')}{mark}")


def check(path: Path, found: Found) -> int:
    """Print every figure beside its floor, and what is wrong.

    Returns:
        1 where something is below its floor or not as on record, else 0.
    """
    record = read_record(path)
    show(record, found)
    changed, below = find_changed(record, found), find_below(record, found)
    for told in changed:
        print(f"Changed: {told}. If that is meant: {COMMAND}")
    if below:
        print(f'{len(below)} below the floor. To lower floors none the less: {COMMAND} --lower "why"')
    return 1 if changed or below else 0


def write(path: Path, found: Found, reason: str) -> None:
    """Record what is here, and raise the floors to it.

    Args:
        path: The floors.
        found: What is here.
        reason: Why floors that are not reached are lowered; "" to lower none.

    Raises:
        UsageError: a floor is not reached and there is no reason. Nothing is written then.
    """
    record = read_record(path)
    below = find_below(record, found)
    if below and not reason:
        raise UsageError(
            f"{', '.join(' '.join(one) for one in below)}: below the floor",
            "figures at their floors or above, or a reason",
            f'To lower these floors: {COMMAND} --lower "why"',
        )
    today = datetime.now(UTC).date().isoformat()
    for name, figure in below:
        floor, reached = record["parts"][name]["floors"].pop(figure), floor_of(found.figures[name].get(figure, 0.0))
        lowered = {"part": name, "figure": figure, "from": floor, "to": reached, "date": today, "reason": reason}
        record["lowered"].append(lowered)
    record["model"] = found.model
    for name, figures in found.figures.items():
        old = record["parts"].get(name, {"floors": {}})["floors"]
        floors = {figure: max(floor_of(value), old.get(figure, 0.0)) for figure, value in figures.items()}
        record["parts"][name] = {"files": found.files[name], "floors": floors}
    path.write_text(json.dumps(record, indent=2, ensure_ascii=False) + "\n", "utf-8")


def floor_of(figure: float) -> float:
    """The floor for what was found: so far below it, to a tenth, as other processors round otherwise."""
    return max(0.0, math.floor(round(10 * (figure - SLACK), 6)) / 10)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, write the floors if told to, and check."""
    parser = parser_for("gate", __doc__)
    parser.add_argument("--write", action="store_true", help="record what is here and raise the floors to it")
    parser.add_argument("--lower", metavar="REASON", default="", help="with --write: lower floors that are not reached")
    asked = parser.parse_args(arguments)
    if asked.lower and not asked.write:
        parser.error("--lower goes with --write")
    found = measure()
    if asked.write:
        try:
            write(FLOORS, found, asked.lower.strip())
        except UsageError as error:
            print(error, file=sys.stderr)
    return check(FLOORS, found)


if __name__ == "__main__":
    sys.exit(main())
