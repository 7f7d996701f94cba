"""The report of a claim as one HTML file that needs nothing else: to print, to keep, to hand on."""

import hashlib
from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.resources import files

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from sayso.claims.comparison import shipped_comparison_model
from sayso.errors import LedgerError
from sayso.export.graph import draw_origin
from sayso.ledger import Ledger
from sayso.ledger.kept import Kept, find_kept
from sayso.records import Lineage, Origin, Report, Story
from sayso.reuse import ReuseIndex
from sayso.text.counts import tell_count
from sayso.text.days import tell_moment
from sayso.trace import PLAIN_SHARE, Trace
from sayso.version import __version__

SHARES = {
    "none": "It was made from the story of",
    "wholly": "Its text is that of",
    "partially": "Part of its text is that of",
    "merged": "Its text is from several stories, most likely that of",
    "quotation": "It shares quoted words with",
}


@dataclass(frozen=True, slots=True)
class ClaimReport:
    """A claim with all that must be known to check it.

    Attributes:
        trace: The claim.
        stories: The stories that it was traced through, by id, in time.
        kept: How the ledger holds them, by id.
        lineages: Where their texts come from, by id.
        made_at: When the report was made, in UTC.
        ledger: What the ledger's file is called.
        models: The models that read the stories and compared them with the claim.
    """

    trace: Trace
    stories: Mapping[str, Story]
    kept: Mapping[str, Kept]
    lineages: Mapping[str, Lineage]
    made_at: datetime
    ledger: str
    models: tuple[str, ...]

    @property
    def denials(self) -> tuple[Origin, ...]:
        """The recorded origins that deny it."""
        return tuple(origin for origin in self.trace.denials if origin.name)

    @property
    def unrecorded(self) -> tuple[tuple[str, tuple[Report, ...]], ...]:
        """Reports that tell nobody's name: those that say it, and those that deny it."""
        told = []
        for what, origins in (("say it", self.trace.origins), ("deny it", self.trace.denials)):
            reports = tuple(report for origin in origins if not origin.name for report in origin.reports)
            told += [(what, reports)] if reports else []
        return tuple(told)

    def number(self, story_id: str) -> int:
        """The number of a story in the list at the end."""
        return tuple(self.stories).index(story_id) + 1

    def drawing(self, origin: Origin, denies: bool) -> Markup:
        """An origin with the stories that rest on it, as SVG."""
        # All that is a story's in it was escaped where it was drawn.
        return Markup(draw_origin(origin, self.lineages, denies))  # noqa: S704


def make_report(ledger: Ledger, trace: Trace, made_at: datetime | None = None) -> ClaimReport:
    """All that the report of a claim tells.

    Args:
        ledger: Where it was traced.
        trace: The claim.
        made_at: When; now by default.

    Raises:
        LedgerError: the ledger cannot be read, or a story was changed or forgotten since the claim was traced.
    """
    silent = (report.story_id for report in trace.no_comment)
    ids = tuple(dict.fromkeys((*trace.support, *trace.deny, *silent)))
    index = ReuseIndex(ledger)
    index.update()
    with ledger.one_state():
        stories, kept = ledger.stories_by_id(ids), find_kept(ledger.connection, ids)
        lineages = {one.story_id: one for one in index.lineage_of(ids, with_extents=False) if one.story_id in stories}
    if gone := [story_id for story_id in ids if story_id not in lineages]:
        raise LedgerError(
            f'story "{gone[0]}" was changed or forgotten since the claim was traced',
            "a trace of stories as they are in the ledger",
            "Trace the claim anew",
        )
    read_with = sorted({f"{one.model} (sayso {one.read_by})" for one in kept.values()})
    return ClaimReport(
        trace=trace,
        stories=dict(sorted(stories.items(), key=lambda item: (item[1].published or "9", item[0]))),
        kept=kept,
        lineages=lineages,
        made_at=(made_at or datetime.now(UTC)).astimezone(UTC),
        ledger=ledger.path.name,
        models=(*read_with, shipped_comparison_model().name),
    )


def write_report(report: ClaimReport) -> str:
    """The report as HTML."""
    return _environment.from_string(_read("report.html")).render(
        report=report,
        trace=report.trace,
        shares=SHARES,
        plain=PLAIN_SHARE,
        style=_STYLE,
        policy=POLICY,
    )


def _read(name: str) -> str:
    return files("sayso.export").joinpath(name).read_text(encoding="utf-8")


_STYLE = Markup(_read("report.css"))  # noqa: S704 - a file of sayso's own
POLICY = (
    f"default-src 'none'; style-src 'sha256-{b64encode(hashlib.sha256(_STYLE.encode()).digest()).decode()}'; "
    "base-uri 'none'; form-action 'none'"
)
"""What the report may load: nothing, and its own style alone."""

_environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
_environment.filters |= {"day": tell_moment, "count": tell_count}
_environment.globals |= {"version": __version__}
