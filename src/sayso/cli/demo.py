"""`sayso demo`: a ledger of the founding case, and a guided look at it."""

from importlib.resources import as_file, files
from pathlib import Path
from typing import Annotated

import typer
from rich.rule import Rule

from sayso.cli.add import add_inputs
from sayso.cli.output import messages, screen, tell_rejections
from sayso.cli.read import show_reading
from sayso.cli.statements import show_statements
from sayso.cli.trace import show_trace
from sayso.ingest import ColumnMapping, find_inputs
from sayso.ledger import Ledger
from sayso.trace import trace

DEMO_LEDGER = Path("demo.sayso")
SEED_ID = "f01"
CLAIM = "did Russia use North Korean soldiers in assaults in Kursk"


def demo(
    ledger: Annotated[Path, typer.Option("--ledger", "-l", help="Where to keep the demo's ledger.")] = DEMO_LEDGER,
) -> None:
    """Make a ledger of real news and look at the case that sayso was founded on.

    The ledger holds 76 reports of one event (an original and retellings written for sayso, always labelled so) and
    stories from Wikinews (CC BY). Run again, it is there at once.

    Example:  sayso demo
    """
    with as_file(files("sayso") / "demo" / "stories.jsonl") as stories:
        tally = add_inputs(ledger, find_inputs(str(stories)), ColumnMapping())
    tell_rejections(tally.rejections)
    with Ledger(ledger, create=False) as opened:
        _look(opened)
    messages.print("\nGo on by yourself:", style="bold")
    for command in (
        f'sayso trace "were North Korean soldiers killed" --ledger {ledger}',
        f"sayso said Kremlin --ledger {ledger}",
        f'sayso search "casualties" --ledger {ledger}',
        "sayso read YOUR-STORY.html",
    ):
        messages.print(f"  {command}", markup=False)


def _look(ledger: Ledger) -> None:
    screen.print(Rule("1. One story, as a syndicator carried it", align="left"))
    show_reading(ledger.reading(SEED_ID))
    screen.print(Rule("2. What its main source said on it, in every story", align="left"))
    show_statements(ledger.said("Zelensky", "North Korean")[:8])
    screen.print()
    screen.print(Rule("3. The claim, and who said it", align="left"))
    show_trace(trace(ledger, CLAIM), limit=3)
