"""`sayso said`: what someone said, in the words of the stories."""

import shlex
from typing import Annotated

import typer
from rich.text import Text

from sayso.cli.options import CsvOption, JsonOption, LedgerOption, LimitOption, only_one
from sayso.cli.output import messages
from sayso.cli.statements import DEFAULT_LIMIT, print_statements
from sayso.ledger import Ledger
from sayso.settings import DEFAULT_LEDGER
from sayso.trace.finding.mistyped import meant_search


def said(
    name: Annotated[list[str], typer.Argument(help="Whose statements, as stories call them: Zelensky, Kremlin.")],
    about: Annotated[str | None, typer.Option("--about", help="Only statements with these words.")] = None,
    ledger: LedgerOption = DEFAULT_LEDGER,
    as_json: JsonOption = False,
    as_csv: CsvOption = False,
    limit: LimitOption = DEFAULT_LIMIT,
) -> None:
    """Show what a source said, in time, with story, date and outlet.

    The name is found in any usual spelling and script, and statements of "he" or "the minister" where the story tells
    who that is. What was denied, hedged or passed on by others says so behind the words.

    Example:  sayso said Zelensky --about "North Korean"
    """
    only_one(json=as_json, csv=as_csv)
    whose = " ".join(name)
    with Ledger(ledger, create=False) as opened:
        statements = opened.said(whose, about)
        near = () if statements or about else opened.near_names(whose)
        meant = meant_search(opened, about) if about and not statements else None
    print_statements(statements, {"name": whose, "about": about}, as_json, as_csv, limit)
    if not statements:
        messages.print("No statement found. Try fewer words, or the name as stories write it.", style="dim")
    if near:
        messages.print(Text(f"Was one of these meant? {'; '.join(near)}"))
    if meant:
        messages.print(Text(f"Was this meant? --about {shlex.quote(meant)}"))
