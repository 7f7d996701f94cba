"""`sayso export`: what a ledger holds, carried off."""

import shutil
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated

import typer

from sayso.cli.indexing import update_index
from sayso.cli.options import LedgerOption
from sayso.cli.output import messages, progress_bar
from sayso.cli.trace import AsOfOption
from sayso.errors import UsageError
from sayso.export import Content, Format, one_claim, one_story, whole_ledger
from sayso.export import export as export_content
from sayso.ledger import Ledger
from sayso.reuse import ReuseIndex
from sayso.settings import DEFAULT_LEDGER
from sayso.trace import trace

STDOUT = Path("-")

FormatOption = Annotated[
    Format,
    typer.Option("--format", "-f", help="Tables (csv, parquet, jsonl), or a document (the others)."),
]
StoryOption = Annotated[str, typer.Option("--story", help="Only the story with this id.")]
ClaimOption = Annotated[str, typer.Option("--claim", help="Only this claim and the stories that are on it.")]
TableOption = Annotated[str, typer.Option("--table", "-t", help="Only this table, as one file: statements, stories, …")]
ExtentsOption = Annotated[
    bool, typer.Option("--extents", help="Tell of all stories which words each shares with another; this takes long.")
]


def export(
    to: Annotated[
        Path, typer.Argument(help="A folder for tables, or a .zip; a file for a document or one table; - for stdout.")
    ],
    kind: FormatOption = Format.CSV,
    story: StoryOption = "",
    claim: ClaimOption = "",
    as_of: AsOfOption = None,
    table: TableOption = "",
    extents: ExtentsOption = False,
    ledger: LedgerOption = DEFAULT_LEDGER,
) -> None:
    """Carry off what the ledger holds: all of it, one story, or one claim with the stories that are on it.

    Tables, a file each: stories, statements, lineage, parents, sources, judgements; of a claim its reports too. In CSV
    a cell that a spreadsheet would run as a formula has a ' before it.

    Documents: web-annotation marks each statement in its story; prov tells what was made from what, and by whom;
    schema-org gives quotations and claims, never a verdict.

    Example:  sayso export tables/ --format parquet
    """
    if story and claim:
        raise UsageError("--story and --claim were given together", "one of them, or none", "Leave one away")
    with Ledger(ledger, create=False) as opened:
        update_index(opened, ReuseIndex(opened))
        if story:
            content = one_story(opened, story)
        elif claim:
            content = one_claim(opened, trace(opened, claim, as_of))
        else:
            content = whole_ledger(opened, with_extents=extents)
        if to == STDOUT:
            _print(content, kind, table)
        else:
            _write(content, to, kind, table)
            count = len(content.story_ids)
            messages.print(
                f"{count} {'story' if count == 1 else 'stories'} carried off to {to}", markup=False, soft_wrap=True
            )


def _write(content: Content, to: Path, kind: Format, table: str) -> None:
    with progress_bar() as progress:
        task = progress.add_task("carrying off", total=len(content.story_ids))
        export_content(content, to, kind, table or None, lambda count: progress.advance(task, count))


def _print(content: Content, kind: Format, table: str) -> None:
    if kind.is_tables and not table:
        raise UsageError("tables were asked for on standard output", "one of them", "Name it: --table statements")
    with TemporaryDirectory() as folder:
        path = Path(folder) / "export"
        _write(content, path, kind, table)
        with path.open("rb") as file:
            shutil.copyfileobj(file, sys.stdout.buffer)
