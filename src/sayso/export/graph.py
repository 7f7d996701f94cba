"""How a claim travelled, drawn as SVG: an origin on the left, the stories that rest on it on the right.

The layout is fixed: stories stand in time, one that was made from another of them under it and farther in.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from sayso.records import Lineage, Origin, Report

MOST_STORIES = 9
"""So many stories of one origin are drawn; the list beside has all."""
WIDTH, ROW, LEFT, STORIES_AT, INDENT = 720, 26, 190, 250, 22
DEEPEST = 6
_FONT = 'font-family="system-ui, sans-serif" font-size="12"'
LONGEST_NAME_CHARS, LONGEST_LABEL_CHARS = 24, 72

_NO_XML = re.compile(r"[\x00-\x1f\x7f-\x9f\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Branch:
    """A story of an origin in the picture.

    Attributes:
        report: What it says.
        depth: How many of the stories drawn it was made from, one from another.
        parent: The row of the one that it was made from; None where it is from none of these.
    """

    report: Report
    depth: int
    parent: int | None


def grow_branches(reports: Iterable[Report], lineages: Mapping[str, Lineage]) -> tuple[Branch, ...]:
    """The stories of an origin, each under the one that it was made from."""
    by_story: dict[str, Report] = {}
    for report in reports:
        by_story.setdefault(report.story_id, report)
    children: dict[str | None, list[str]] = {}
    for story_id in by_story:
        children.setdefault(_parent(story_id, lineages, by_story), []).append(story_id)
    rows: dict[str, Branch] = {}
    # Where stories are taken to be from one another in a circle, none is a root: the first of them is made one.
    for start in (*children.get(None, ()), *by_story):
        waiting: list[tuple[str, int, int | None]] = [(start, 0, None)]
        while waiting:
            story_id, depth, parent = waiting.pop()
            if story_id not in rows:
                waiting += [(child, depth + 1, len(rows)) for child in reversed(children.get(story_id, []))]
                rows[story_id] = Branch(by_story[story_id], depth, parent)
    return tuple(rows.values())


def draw_origin(origin: Origin, lineages: Mapping[str, Lineage], denies: bool = False) -> str:
    """An origin with the stories that rest on it, as SVG that needs no style sheet."""
    branches = grow_branches(origin.reports, lineages)
    shown = branches[:MOST_STORIES]
    rows = len(shown) + (len(branches) > len(shown))
    height = max(rows, 2) * ROW + 8
    middle, colour = height / 2, "#8a1f11" if denies else "#0d5a68"
    alt = quoteattr(_NO_XML.sub(" ", f"{origin.name or 'Not recorded'}, and {len(branches)} stories that rest on it"))
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" {_FONT} role="img" aria-label={alt}>',
        *_lines(shown, middle, colour),
        f'<rect x="1" y="{middle - 20:g}" width="{LEFT}" height="40" rx="8" fill="#ffffff" stroke="{colour}"/>',
        _write(12, middle - 2, _cut(origin.name or "Not recorded", LONGEST_NAME_CHARS), 'font-weight="600"'),
        _write(12, middle + 13, _cut(" and ".join(origin.sides), LONGEST_NAME_CHARS), 'fill="#5d5a53" font-size="11"'),
    ]
    for row, branch in enumerate(shown):
        x, y, report = _x(branch), _y(row), branch.report
        day = (report.published or "undated")[:10]
        label = f"{day}  {report.outlet or 'outlet unknown'}{': ' + report.title if report.title else ''}"
        parts.append(f'<circle cx="{x}" cy="{y}" r="4" fill="{colour}"/>')
        parts.append(_write(x + 10, y + 4, _cut(label, LONGEST_LABEL_CHARS - 4 * branch.depth)))
    if len(branches) > len(shown):
        more = f"and {len(branches) - len(shown)} more, listed below"
        parts.append(_write(STORIES_AT + 10, _y(len(shown)) + 4, more, 'fill="#5d5a53" font-style="italic"'))
    return "\n".join((*parts, "</svg>"))


def _parent(story_id: str, lineages: Mapping[str, Lineage], among: Mapping[str, Report]) -> str | None:
    """The likeliest of some stories that a story was made from."""
    lineage = lineages.get(story_id)
    return next((parent.story_id for parent in lineage.parents if parent.story_id in among), None) if lineage else None


def _lines(shown: Sequence[Branch], middle: float, colour: str) -> Iterable[str]:
    for row, branch in enumerate(shown):
        x, y = _x(branch), _y(row)
        if branch.parent is None:
            path = f"M{LEFT} {middle:g} C{LEFT + 40} {middle:g} {LEFT + 20} {y} {x} {y}"
        else:
            path = f"M{_x(shown[branch.parent])} {_y(branch.parent)} V{y} H{x}"
        yield f'<path d="{path}" fill="none" stroke="{colour}" stroke-opacity=".55"/>'


def _x(branch: Branch) -> int:
    return STORIES_AT + INDENT * min(branch.depth, DEEPEST)


def _y(row: int) -> int:
    return row * ROW + ROW // 2 + 4


def _write(x: float, y: float, words: str, how: str = "") -> str:
    return f'<text x="{x:g}" y="{y:g}" {how}>{_text(words)}</text>'


def _cut(words: str, most: int) -> str:
    return words if len(words) <= most else words[: most - 1].rstrip() + "…"


def _text(words: str) -> str:
    return escape(_NO_XML.sub(" ", words))
