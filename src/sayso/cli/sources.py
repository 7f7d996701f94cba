"""`sayso sources`: who speaks in the ledger, and which names were taken for one."""

from dataclasses import asdict
from typing import Annotated

import typer
from rich.table import Table
from rich.text import Text

from sayso.cli.options import CsvOption, JsonOption, LedgerOption, only_one
from sayso.cli.output import messages, print_csv, print_json, screen
from sayso.ledger import Ledger, SourceRecord
from sayso.settings import DEFAULT_LEDGER

CSV_COLUMNS = ("name", "kind", "sides", "names", "statements", "stories", "score", "reasons", "identity")
DEFAULT_LIMIT = 40


def sources(
    name: Annotated[str, typer.Argument(help="Only sources with these words in a name.")] = "",
    ledger: LedgerOption = DEFAULT_LEDGER,
    as_json: JsonOption = False,
    as_csv: CsvOption = False,
    limit: Annotated[int, typer.Option("--limit", "-n", min=0, help="How many to print; 0 for all.")] = DEFAULT_LIMIT,
) -> None:
    """List the sources of the ledger: who speaks, for whom, how often, and which names were taken for one source.

    Where two are one, or one is two, say so with `sayso judge`.

    Example:  sayso sources Zelensky
    """
    only_one(json=as_json, csv=as_csv)
    with Ledger(ledger, create=False) as opened:
        found = opened.sources(name or None)
        near = () if found else opened.near_names(name)
    shapes = [asdict(record) for record in found]
    if as_json:
        print_json({"name": name or None, "sources": shapes})
    elif as_csv:
        print_csv(({key: list(v) if isinstance(v, tuple) else v for key, v in s.items()} for s in shapes), CSV_COLUMNS)
    else:
        show_sources(found, limit)
    if near:
        messages.print(Text(f"Was one of these meant? {'; '.join(near)}"))


def show_sources(found: tuple[SourceRecord, ...], limit: int) -> None:
    """Print those that have a name, and of how many statements no source is given."""
    named = tuple(record for record in found if record.name)
    unnamed = sum(record.statements for record in found if not record.name)
    if named:
        screen.print(source_table(named[: limit or None]))
    else:
        messages.print("No source found. Try fewer words, or another spelling.", style="dim")
    if limit and len(named) > limit:
        messages.print(f"{limit} of {len(named)} sources are shown; --limit 0 shows all.", style="dim")
    if unnamed:
        statements = "1 statement" if unnamed == 1 else f"{unnamed} statements"
        messages.print(f"Of {statements} no source is given.", style="dim")


def source_table(found: tuple[SourceRecord, ...]) -> Table:
    """A row for every source: its names, for whom it speaks where that is not itself, and how often."""
    table = Table(box=None, padding=(0, 1), header_style="bold", expand=True)
    table.add_column("source", ratio=3, overflow="fold")
    table.add_column("also called, and why that is the same", ratio=4, overflow="fold")
    table.add_column("side", ratio=2, overflow="fold")
    table.add_column("statements", justify="right")
    table.add_column("stories", justify="right")
    for record in found:
        who = Text(record.name or "", style="bold cyan")
        who.append(f"\n{record.kind}", style="not bold dim")
        others = Text(", ".join(name for name in record.names if name != record.name))
        if others:
            others.append(f"\n{'; '.join(record.reasons)} ({record.score:.2f})", style="dim")
        table.add_row(who, others, ", ".join(record.other_sides), str(record.statements), str(record.stories))
    return table
