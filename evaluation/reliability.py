"""Reliability: of what was said with a confidence of 0.8, is four fifths right? With the picture."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

BINS = 10
WIDTH, HEIGHT, MARGIN = 420, 420, 50
COLOURS = ("#1b6ca8", "#d1495b", "#7a5195", "#66801a")


@dataclass(frozen=True)
class Reliability:
    """Points (mean confidence, share that was right, how many) and the expected calibration error, 0 to 1."""

    points: tuple[tuple[float, float, int], ...]
    error: float


def measure_reliability(confidence: NDArray[np.float64], right: NDArray[np.bool_]) -> Reliability:
    """Confidences [N] in ten bins of equal width, beside how often they were right [N] (Guo et al., ICML 2017)."""
    bins = np.minimum((confidence * BINS).astype(int), BINS - 1)
    points = tuple(
        (float(confidence[bins == one].mean()), float(right[bins == one].mean()), int((bins == one).sum()))
        for one in range(BINS)
        if (bins == one).any()
    )
    total = sum(count for *_, count in points)
    return Reliability(points, sum(abs(said - was) * count for said, was, count in points) / total)


def draw_reliability(curves: dict[str, Reliability], title: str) -> str:
    """The curves as an SVG picture; a dot is as large as its bin."""
    span, middle = WIDTH - 2 * MARGIN, HEIGHT / 2

    def at(said: float, was: float) -> tuple[float, float]:
        return MARGIN + said * span, HEIGHT - MARGIN - was * span

    shapes = [
        f'<rect width="{WIDTH}" height="{HEIGHT + 20 * len(curves)}" fill="white"/>',
        f'<text x="{WIDTH / 2}" y="24" text-anchor="middle" font-size="14">{title}</text>',
        f'<rect x="{MARGIN}" y="{MARGIN}" width="{span}" height="{span}" fill="none" stroke="#999"/>',
        _line([at(0, 0), at(1, 1)], "#bbb", dashed=True),
        f'<text x="{WIDTH / 2}" y="{HEIGHT - 12}" text-anchor="middle">confidence</text>',
        f'<text x="16" y="{middle}" text-anchor="middle" transform="rotate(-90 16 {middle})">share right</text>',
    ]
    for tick in (0, 0.25, 0.5, 0.75, 1):
        x, y = at(tick, 0)
        shapes.append(f'<text x="{x}" y="{y + 16}" text-anchor="middle">{tick}</text>')
        x, y = at(0, tick)
        shapes.append(f'<text x="{x - 6}" y="{y + 4}" text-anchor="end">{tick}</text>')
    for row, ((name, curve), colour) in enumerate(zip(curves.items(), COLOURS, strict=False)):
        shapes.append(_line([at(said, was) for said, was, _ in curve.points], colour))
        for said, was, count in curve.points:
            x, y = at(said, was)
            shapes.append(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{2 + count**0.5 / 6:.1f}" fill="{colour}"/>')
        y = HEIGHT + 6 + 20 * row
        count = sum(number for *_, number in curve.points)
        shapes.append(f'<circle cx="{MARGIN}" cy="{y - 4}" r="5" fill="{colour}"/>')
        shapes.append(f'<text x="{MARGIN + 12}" y="{y}">{name}: calibration error {curve.error:.3f}, n={count}</text>')
    body = "\n".join(shapes)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT + 20 * len(curves)}" '
        f'font-family="sans-serif" font-size="12" fill="#222">\n{body}\n</svg>\n'
    )


def _line(points: list[tuple[float, float]], colour: str, dashed: bool = False) -> str:
    path = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    dash = ' stroke-dasharray="4 4"' if dashed else ""
    return f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="1.5"{dash}/>'
