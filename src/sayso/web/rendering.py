"""Pages out of templates."""

from collections.abc import Sequence
from datetime import date
from importlib.resources import files
from pathlib import Path
from urllib.parse import quote

from fastapi import Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

from sayso.records import Origin, join_words
from sayso.text.counts import tell_count
from sayso.text.days import tell_day, tell_moment
from sayso.text.language_names import name_language
from sayso.trace import graph_shape, timeline_shape
from sayso.trace.shown.graph_parts import ReportNode
from sayso.trace.shown.timeline import Moment
from sayso.version import __version__
from sayso.web.source_links import address_source
from sayso.web.story_names import name_story, tell_dateline

_A_MINUTE_AND_A_HALF, _TWO_HOURS = 90, 120
"""Seconds, and minutes: up to these the smaller unit is told."""

_TEMPLATES = Path(str(files("sayso"))) / "web" / "templates"


def address_claim(claim: str, as_of: date | str | None = None) -> str:
    """The address of a claim's page, as of a day if one is given."""
    day = f"&as_of={as_of}" if as_of else ""
    return f"/claims?claim={quote(claim, safe='')}{day}"


def _tell_left(seconds: float) -> str:
    """How long something will take still, as people say it: "about 2 minutes left"."""
    if seconds < _A_MINUTE_AND_A_HALF:
        return f"about {tell_count(max(1, round(seconds)), 'second')} left"
    minutes = round(seconds / 60)
    return (
        f"about {tell_count(minutes, 'minute')} left" if minutes < _TWO_HOURS else f"about {minutes // 60} hours left"
    )


def _by_side(origins: Sequence[Origin]) -> list[tuple[str, list[Origin]]]:
    """Recorded origins by the sides that they speak for, in the order in which the sides come up."""
    sides: dict[str, list[Origin]] = {}
    for origin in origins:
        if origin.name:
            sides.setdefault(" and ".join(origin.sides), []).append(origin)
    return list(sides.items())


def _by_outlet(moments: Sequence[Moment]) -> list[tuple[str | None, list[ReportNode]]]:
    """The stories of reports by their outlet, in the order in which the outlets come up, each story once."""
    outlets: dict[str, dict[str, ReportNode]] = {}
    for one in moments:
        outlets.setdefault((one.node.outlet or "").casefold(), {}).setdefault(one.node.story_id, one.node)
    return [(next(iter(stories.values())).outlet, list(stories.values())) for stories in outlets.values()]


_pages = Environment(
    loader=FileSystemLoader(_TEMPLATES),
    autoescape=select_autoescape(("html",)),
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
_pages.filters |= {"day": tell_day, "moment": tell_moment, "left": _tell_left, "count": tell_count}
_pages.filters |= {"language": name_language}
_pages.filters |= {"sides": _by_side, "outlets": _by_outlet}
_pages.globals |= {"graph_shape": graph_shape, "timeline_shape": timeline_shape}
_pages.globals |= {
    "version": __version__,
    "words_of": join_words,
    "source_address": address_source,
    "claim_address": address_claim,
    "story_name": name_story,
    "story_dateline": tell_dateline,
}


def render(request: Request, template: str, status: int = 200, **given: object) -> HTMLResponse:
    """A page."""
    return HTMLResponse(_pages.get_template(template).render(request=request, status=status, **given), status)
