"""`sayso demo`: a ledger of the founding case, and a guided look at it."""

import sys
from pathlib import Path
from shutil import which
from typing import Annotated

import typer
from rich.rule import Rule

from sayso.cli.add import add_items
from sayso.cli.output import messages, screen, tell_rejections
from sayso.cli.read import show_reading
from sayso.cli.statements import show_statements
from sayso.cli.trace import show_trace
from sayso.ingest.demo import DEMO_CLAIMS, read_demo
from sayso.ledger import Ledger
from sayso.ledger.following import was_ever_followed
from sayso.trace import trace
from sayso.trace.following import follow_claim

DEMO_LEDGER = Path("demo.sayso")
SEED_ID = "f01"


def demo(
    ledger: Annotated[Path, typer.Option("--ledger", "-l", help="Where to keep the demo's ledger.")] = DEMO_LEDGER,
) -> None:
    """Make a ledger of real news and look at the case that sayso was founded on.

    The ledger holds 76 reports of one event (an original and retellings written for sayso, always labelled so) and
    stories from Wikinews (CC BY). Two claims are followed in it, as if you had begun on the day of the first report.
    Run again, it is there at once.

    Example:  sayso demo
    """
    early, later = read_demo()
    tell_rejections(add_items(ledger, early, len(early)).rejections)
    with Ledger(ledger, create=False) as opened:
        for claim in DEMO_CLAIMS:
            if not was_ever_followed(opened, claim):
                follow_claim(opened, claim, "demo")
    tell_rejections(add_items(ledger, later, len(later)).rejections)
    with Ledger(ledger, create=False) as opened:
        _look(opened)
    messages.print("\nSee it in your browser:", style="bold")
    # `make demo` leaves the command in a folder of its own, which no shell looks into.
    command = "sayso" if which("sayso") else sys.argv[0]
    messages.print(f"  {command} serve --ledger {ledger}", markup=False, soft_wrap=True)
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
    show_trace(trace(ledger, DEMO_CLAIMS[0]), limit=3)
