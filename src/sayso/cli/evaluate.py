"""`sayso eval`: how often sayso by itself decides as analysts did."""

from rich.padding import Padding
from rich.text import Text

from sayso.cli.judgements import describe_judgement
from sayso.cli.options import JsonOption, LedgerOption, only_one
from sayso.cli.output import messages, print_json, screen
from sayso.ledger import Ledger
from sayso.settings import DEFAULT_LEDGER
from sayso.shapes import judgement_shape
from sayso.trace import Agreement, score_judgements


def evaluate(ledger: LedgerOption = DEFAULT_LEDGER, as_json: JsonOption = False) -> None:
    """Show how many of the ledger's judgements sayso would have told alike by itself, and which it would not.

    Every decision that stands is put to sayso as if nobody had judged anything. What can no longer be asked, as the
    words are gone from the story or the source from the ledger, is counted apart. Decisions that were made because
    sayso was wrong tell less than those on a sample that somebody went through whole.

    Example:  sayso eval --ledger ledger.sayso
    """
    only_one(json=as_json)
    with Ledger(ledger, create=False) as opened:
        found = score_judgements(opened)
    if as_json:
        print_json({"kinds": [_shape(one) for one in found]})
    elif not found:
        messages.print("Nothing judged yet. See: sayso judge --help", style="dim")
    else:
        for one in found:
            _show(one)


def _show(found: Agreement) -> None:
    asked = len(found.alike) + len(found.otherwise)
    line = Text(f"{found.kind}: ", style="bold")
    line.append(f"{len(found.alike)} of {asked} alike")
    if found.gone:
        line.append(f", {len(found.gone)} can no longer be asked", style="dim")
    screen.print(line)
    for judgement, told in found.otherwise:
        shown = Text(f"{judgement.number:3}  {describe_judgement(judgement)}, says {judgement.who}")
        screen.print(Padding(shown.append(f"; sayso: {told}", style="red"), (0, 0, 0, 2)))
    for judgement in found.gone:
        shown = Text(f"{judgement.number:3}  {describe_judgement(judgement)}, says {judgement.who}", style="dim")
        screen.print(Padding(shown.append("; no longer there to be asked"), (0, 0, 0, 2)))


def _shape(found: Agreement) -> dict[str, object]:
    return {
        "kind": str(found.kind),
        "alike": len(found.alike),
        "otherwise": [{"judgement": judgement_shape(one), "told": told} for one, told in found.otherwise],
        "gone": [judgement_shape(one) for one in found.gone],
    }
