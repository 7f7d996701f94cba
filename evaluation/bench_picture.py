"""The picture of cost against size, made from the figures of the benchmarks: python -m evaluation.bench_picture."""

import csv
import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from html import escape
from pathlib import Path

from evaluation.calling import parser_for

WIDTH, HEIGHT, EDGE = 300, 200, 44
"""Of one panel, in pixels, and the room for its scales."""

PANELS = (
    ("reuse", "stories a CPU-second"),
    ("adding", "ms a story, CPU, median"),
    ("adding", "KB a story on disk"),
    ("tracing", "ms of CPU, 95th percentile"),
)
"""What each panel shows: all rows whose `what` begins so, in one unit."""

COLOURS = ("#1b6ca8", "#c2571a", "#3d8b40", "#7b4fa3", "#a83232", "#6b6b6b", "#b08a00")
Points = Sequence[tuple[float, float]]


def draw(results: Path) -> Path:
    """Draw the picture beside the figures; where it lies."""
    with results.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    several = len({row["machine"] for row in rows}) > 1
    panels = []
    for place, (what, unit) in enumerate(PANELS):
        lines_by_name: dict[str, list[tuple[float, float]]] = defaultdict(list)
        for row in rows:
            if row["what"].startswith(what) and row["unit"] == unit:
                name = row["what"].partition(", ")[2] or row["who"]
                name = f"{name} ({row['machine']})" if several else name
                lines_by_name[name].append((float(row["stories"]), float(row["value"])))
        if lines_by_name:
            panels.append(_panel(f"{what}: {unit}", lines_by_name, place % 2 * WIDTH, place // 2 * HEIGHT))
    size = f"{2 * WIDTH} {2 * HEIGHT}"
    picture = results.with_name("cost.svg")
    picture.write_text(
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size}" font-family="sans-serif" font-size="9">\n'
        f'<rect width="100%" height="100%" fill="#fff"/>\n{"".join(panels)}</svg>\n',
        encoding="utf-8",
    )
    return picture


def _panel(title: str, lines: Mapping[str, Points], left: int, top: int) -> str:
    """Lines on logarithmic scales, each named at the right of the title row by row."""
    every = [point for points in lines.values() for point in points]
    across, up = _decades(x for x, _ in every), _decades(y for _, y in every)

    def at(x: float, y: float) -> tuple[float, float]:
        return (
            left + EDGE + _share(x, across) * (WIDTH - 2 * EDGE),
            top + HEIGHT - EDGE - _share(y, up) * (HEIGHT - 2 * EDGE),
        )

    drawn = [f'<text x="{left + EDGE}" y="{top + 14}" font-size="10" font-weight="bold">{escape(title)}</text>']
    for power in range(up[0], up[1] + 1):
        (x0, y), (x1, _) = at(10 ** across[0], 10**power), at(10 ** across[1], 10**power)
        drawn.append(f'<path d="M{x0:.0f} {y:.0f}H{x1:.0f}" stroke="#ddd"/>')
        drawn.append(f'<text x="{x0 - 4:.0f}" y="{y + 3:.0f}" text-anchor="end">{10**power:,g}</text>')
    for power in range(across[0], across[1] + 1):
        x, y = at(10**power, 10 ** up[0])
        drawn.append(f'<text x="{x:.0f}" y="{y + 12:.0f}" text-anchor="middle">{10**power:,g}</text>')
    for number, (name, points) in enumerate(lines.items()):
        colour = COLOURS[number % len(COLOURS)]
        places = [at(*point) for point in sorted(points)]
        drawn.append(
            f'<polyline points="{" ".join(f"{x:.1f},{y:.1f}" for x, y in places)}" fill="none" stroke="{colour}"/>'
        )
        drawn += [f'<circle cx="{x:.1f}" cy="{y:.1f}" r="2" fill="{colour}"/>' for x, y in places]
        down = top + 24 + 9 * (number // 3)
        drawn.append(f'<text x="{left + EDGE + 84 * (number % 3)}" y="{down}" fill="{colour}">{escape(name)}</text>')
    return "\n".join(drawn) + "\n"


def _decades(values: Iterable[float]) -> tuple[int, int]:
    """The powers of ten around values, at least one apart."""
    powers = [math.log10(value) for value in values if value > 0]
    lowest = math.floor(min(powers, default=0))
    return lowest, max(math.ceil(max(powers, default=1)), lowest + 1)


def _share(value: float, decades: tuple[int, int]) -> float:
    return (math.log10(max(value, 10 ** decades[0])) - decades[0]) / (decades[1] - decades[0])


def main() -> None:
    """Draw it."""
    parser_for("bench_picture", __doc__).parse_args()
    print(draw(Path(__file__).parents[1] / "benchmarks" / "results.csv"))


if __name__ == "__main__":
    main()
