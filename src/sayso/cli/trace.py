"""`sayso trace`: who said it, in time, by source."""

from datetime import datetime
from typing import Annotated

import typer
from rich.text import Text

from sayso.cli.marking import STYLES
from sayso.cli.options import CsvOption, JsonOption, LedgerOption, LimitOption, only_one
from sayso.cli.output import messages, print_csv, print_json, screen
from sayso.cli.statements import CSV_COLUMNS, DEFAULT_LIMIT, show_statements, tell_left_out
from sayso.ledger import Ledger
from sayso.settings import DEFAULT_LEDGER
from sayso.shapes import statement_shape
from sayso.trace import Matched, SourceStatements, Trace, trace_shape
from sayso.trace import trace as trace_claim

CAVEAT = "Separate texts may still rest on one origin: that is not told yet."
SURE_SCORE = 0.8
"""A source whose names were joined with less confidence is shown with the reason."""
AsOfOption = Annotated[
    datetime | None,
    typer.Option("--as-of", formats=["%Y-%m-%d"], help="Count only stories published and last changed by this day."),
]


def trace(
    words: Annotated[str, typer.Argument(help="The claim, in any words: a phrase or a question.")],
    as_of: AsOfOption = None,
    ledger: LedgerOption = DEFAULT_LEDGER,
    as_json: JsonOption = False,
    as_csv: CsvOption = False,
    limit: LimitOption = DEFAULT_LIMIT,
) -> None:
    """Show who said it: the statements on a claim, in time, grouped by source.

    Names that are one source are joined, with the reason where that is unsure; denials and "no comment" are counted
    apart. Stories and outlets are counted as they stand, and beside that as separate texts: a story and its copies are
    one text. A story counts from the day of its last change.

    Example:  sayso trace "did North Korean soldiers fight in Kursk" --as-of 2024-12-14
    """
    only_one(json=as_json, csv=as_csv)
    with Ledger(ledger, create=False) as opened:
        found = trace_claim(opened, words, as_of.date() if as_of else None)
    if as_json:
        print_json(trace_shape(found))
    elif as_csv:
        print_csv((statement_shape(s) for group in found.groups for s in group.statements), CSV_COLUMNS)
    else:
        show_trace(found, limit)
        tell_left_out(max((len(group.statements) for group in found.groups), default=0), limit, " of each source")


def show_trace(found: Trace, limit: int) -> None:
    """Print a trace to read: the counts, then up to `limit` statements of each source."""
    screen.print(Text(f"“{found.query}”", style="bold"))
    day = f" as of {found.as_of}" if found.as_of else ""
    screen.print(
        f"{_count(found.reports, 'story', 'stories')}, {_count(found.outlets, 'outlet')}, "
        f"{_count(found.sources, 'source')}, {_count(len(found.texts), 'separate text')}{day}",
        style="bold",
    )
    if found.deny or found.silent:
        screen.print(
            f"{_count(len(found.support), 'story', 'stories')} in which it is said, {len(found.deny)} in which it is "
            f"denied, {len(found.silent)} in which a source says nothing on it"
        )
    screen.print(CAVEAT, style="dim italic")
    if found.matched is Matched.MOST_WORDS:
        screen.print("No statement has all of these words; those with most of them are shown.", style="bold red")
    copied = _tell_copies(found)
    for group in found.groups:
        screen.print(_heading(group))
        show_statements(group.statements[: limit or None], indent=2, remarks=copied)
    if not found.groups:
        messages.print("No statement found. Try fewer or other words.", style="dim")


def _tell_copies(found: Trace) -> dict[str, str]:
    """What to say of stories whose text others have too, by id."""
    told: dict[str, str] = {}
    for number, text in enumerate((text for text in found.texts if len(text.stories) > 1), start=1):
        for story_id in text.stories:
            likely = ", likely the original" if story_id == text.original else ""
            told[story_id] = f"text {number}, in {len(text.stories)} of these stories{likely}"
    return told


def _heading(group: SourceStatements) -> Text:
    """A source's name, what and for whom it is, and why its names are one where that is not sure."""
    heading = Text(f"\n{group.name or 'No source given'}", style=STYLES["source"])
    facts = [str(group.kind), group.side if group.side != group.name else None]
    if group.name and group.score < SURE_SCORE:
        facts.append(f"one source? {group.score:.2f}: {group.reason}")
    heading.append("  " + " · ".join(fact for fact in facts if fact), style="not bold dim")
    return heading


def _count(number: int, singular: str, plural: str | None = None) -> str:
    return f"{number} {singular if number == 1 else plural or singular + 's'}"
