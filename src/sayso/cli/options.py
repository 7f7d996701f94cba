"""Options that several verbs take."""

from pathlib import Path
from typing import Annotated

import typer

from sayso.errors import UsageError
from sayso.settings import DEFAULT_LEDGER

LedgerOption = Annotated[
    Path,
    typer.Option("--ledger", "-l", envvar="SAYSO_LEDGER", help="The ledger file.", show_default=str(DEFAULT_LEDGER)),
]

JsonOption = Annotated[bool, typer.Option("--json", help="Print one JSON document, with offsets.")]
CsvOption = Annotated[bool, typer.Option("--csv", help="Print comma-separated values with a header.")]
ColumnsOption = Annotated[
    str,
    typer.Option(
        "--columns",
        metavar="FIELD=COLUMN,…",
        help="Which columns of a table hold what, such as text=body,outlet=source.",
    ),
]
LimitOption = Annotated[
    int,
    typer.Option(
        "--limit", "-n", min=0, help="How many statements to print to read (of each source, in a trace); 0 for all."
    ),
]


def only_one(**chosen: bool) -> None:
    """Make sure that at most one of these flags is set.

    Raises:
        UsageError: two or more are.
    """
    flags = [f"--{name}" for name, is_set in chosen.items() if is_set]
    if len(flags) > 1:
        raise UsageError(f"{' and '.join(flags)} were given together", "one output format", "Leave all but one away")
