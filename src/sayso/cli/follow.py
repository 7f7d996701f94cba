"""`sayso follow`: claims that are kept an eye on, and what became of them."""

import getpass
from collections.abc import Sequence
from typing import Annotated

import typer
from rich.padding import Padding
from rich.text import Text

from sayso.cli.options import CsvOption, JsonOption, LedgerOption, only_one
from sayso.cli.output import messages, print_csv, print_json, screen
from sayso.errors import UsageError
from sayso.ledger import Ledger
from sayso.ledger.following import follow as follow_seen
from sayso.ledger.following import list_followed, stop_following
from sayso.records import Seen
from sayso.settings import DEFAULT_LEDGER
from sayso.trace.following import Development, development_shape, follow_claim, tell_development

CSV_COLUMNS = ("claim", "changed", "then", "now", "new_origins", "brought_by", "judged_since")
STORIES_TOLD = 5


def follow(
    claim: Annotated[str, typer.Argument(help="The claim, as in `sayso trace`. Left out: all that are followed.")] = "",
    stop: Annotated[bool, typer.Option("--stop", help="Follow it no longer.")] = False,
    seen: Annotated[bool, typer.Option("--seen", help="Take note: from now on only what comes later is new.")] = False,
    ledger: LedgerOption = DEFAULT_LEDGER,
    who: Annotated[str, typer.Option("--by", help="Who follows.", show_default="your user name")] = "",
    as_json: JsonOption = False,
    as_csv: CsvOption = False,
) -> None:
    """Follow a claim, and see what became of it: standing and origins then and now, and which stories did it.

    What is new is new since the claim was last looked at: since it is followed, was seen on its page of the desk or
    noted by --seen. Without a claim all that are followed are listed.

    Example:  sayso follow "did North Korean soldiers fight in Kursk"
    """
    only_one(json=as_json, csv=as_csv)
    if stop and (seen or not claim):
        raise UsageError("--stop without a claim, or with --seen", "the claim to stop with", "Name it before --stop")
    by = who or getpass.getuser()
    with Ledger(ledger, create=False) as opened:
        if stop:
            stopped = stop_following(opened, claim, by)
            messages.print(f"“{stopped.claim}” is followed no longer.", markup=False, soft_wrap=True)
            return
        if claim:
            told = [follow_claim(opened, claim, by)]
        else:
            told = [tell_development(opened, one.claim) for one in list_followed(opened)]
        if seen:
            for one in told:
                follow_seen(opened, one.followed.claim, one.now, by)
    if as_json:
        print_json({"following": [development_shape(one) for one in told]})
    elif as_csv:
        print_csv((development_shape(one) for one in told), CSV_COLUMNS)
    elif not told:
        messages.print("No claim is followed yet. See: sayso follow --help", style="dim")
    else:
        _show(told)


def _show(told: Sequence[Development]) -> None:
    for one in told:
        screen.print(Text(f"“{one.followed.claim}”", style="bold"))
        screen.print(Padding(Text(tell_seen(one.now)), (0, 0, 0, 3)))
        if one.has_changed:
            then = one.followed.seen
            screen.print(
                Padding(Text(f"last looked at {then.looked_at[:10]}: {tell_seen(then)}", style="yellow"), (0, 0, 0, 3))
            )
        if one.new_origins:
            names = ", ".join(origin.name or "" for origin in one.new_origins)
            screen.print(Padding(Text(f"new: {names}", style="cyan"), (0, 0, 0, 3)))
        for report in one.brought_by[:STORIES_TOLD]:
            line = Text(f"{(report.published or 'undated')[:10]:10}  ", style="dim")
            line.append(report.outlet or "unknown outlet", style="bold not dim")
            line.append(f"  {report.title or ''}  {report.story_id}", style="not dim")
            screen.print(Padding(line, (0, 0, 0, 5)))
        if len(one.brought_by) > STORIES_TOLD:
            more = len(one.brought_by) - STORIES_TOLD
            screen.print(Padding(Text(f"and {more} more that came since", style="dim"), (0, 0, 0, 5)))
        if one.has_changed and one.was_judged:
            screen.print(Padding(Text("decisions were made since", style="dim"), (0, 0, 0, 5)))


def tell_seen(seen: Seen) -> str:
    """What a claim rests on, in a line: "12 stories → 1 side, single-origin: Volodymyr Zelensky"."""
    stories = f"{seen.reports} {'story' if seen.reports == 1 else 'stories'}"
    names = f": {', '.join(seen.names)}" if seen.names else ""
    return f"{stories} → {seen.origins.in_words}, {seen.standing}{names}"
