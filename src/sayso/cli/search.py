"""`sayso search`: statements with these words."""

from typing import Annotated

import typer
from rich.text import Text

from sayso.cli.options import CsvOption, JsonOption, LedgerOption, LimitOption, only_one
from sayso.cli.output import messages
from sayso.cli.statements import DEFAULT_LIMIT, print_statements
from sayso.ledger import Ledger
from sayso.settings import DEFAULT_LEDGER
from sayso.trace.finding.mistyped import meant_search


def search(
    words: Annotated[list[str], typer.Argument(help="Words that the statement or its source must have.")],
    ledger: LedgerOption = DEFAULT_LEDGER,
    as_json: JsonOption = False,
    as_csv: CsvOption = False,
    limit: LimitOption = DEFAULT_LIMIT,
) -> None:
    """Find statements by their words, best first, with story, date and outlet.

    Example:  sayso search "casualties Kursk"
    """
    only_one(json=as_json, csv=as_csv)
    typed = " ".join(words)
    with Ledger(ledger, create=False) as opened:
        statements = opened.search(typed)
        meant = None if statements else meant_search(opened, typed)
    print_statements(statements, {"words": typed}, as_json, as_csv, limit)
    if not statements:
        messages.print("No statement has all of these words. Try fewer.", style="dim")
    if meant:
        messages.print(Text(f"Was this meant? {meant}"))
