"""`sayso forget`: a story and all that was drawn from it, gone."""

import getpass
from typing import Annotated

import typer
from rich.text import Text

from sayso.cli.options import JsonOption, LedgerOption
from sayso.cli.output import messages, print_json, screen
from sayso.ledger import Ledger
from sayso.ledger.forget import let_back as let_story_back
from sayso.ledger.forget import list_forgotten
from sayso.pipeline.upkeep import forget as forget_story
from sayso.settings import DEFAULT_LEDGER


def forget(
    story: Annotated[str, typer.Argument(help="The id of a story.")],
    why: Annotated[str | None, typer.Option("--why", help="Your reason, kept in the ledger.")] = None,
    who: Annotated[str, typer.Option("--by", help="Who decides.", show_default="your user name")] = "",
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Do not ask.")] = False,
    let_back: Annotated[
        bool,
        typer.Option("--let-back", help="Let a story that was forgotten be taken in again when it is given again."),
    ] = False,
    ledger: LedgerOption = DEFAULT_LEDGER,
    as_json: JsonOption = False,
) -> None:
    """Remove a story and all that was drawn from it: texts, statements, indexes, the bytes it was taken from.

    Their bytes are overwritten in the file, which is written anew for it and needs its room once more meanwhile. That
    it was forgotten stays, with its id, the SHA-256 of its texts and addresses, who decided, when and why. Decisions on
    it stay too, without the words of it, and stand no more. Given again, by a file, a feed or the desk, it is left out,
    and told to be, until --let-back. Backups and exports are yours to see to.

    Example:  sayso forget f07 --why "withdrawn by its outlet"
    """
    with Ledger(ledger, create=False) as opened:
        if let_back:
            let_story_back(opened, story, who or getpass.getuser(), why)
            if as_json:
                print_json({"story": story, "let_back": True})
            else:
                screen.print(
                    f"{ledger}: {story} is taken in again when it is given again", markup=False, soft_wrap=True
                )
            return
        if story not in {one.story for one in list_forgotten(opened)}:
            texts = opened.revisions(story)
            title = texts[-1].story.title or "without a headline"
            messages.print(Text(f"{story}: {title} ({texts[-1].story.outlet or 'outlet unknown'}), {len(texts)} texts"))
            if not yes and not typer.confirm("Forget it? This cannot be undone", err=True):
                raise typer.Exit(1)
        done = forget_story(opened, story, who or getpass.getuser(), why)
        touched = [one.number for one in opened.judgements_made() if story in (one.one, one.other)]
    if as_json:
        told = {"story": done.story, "texts": done.texts, "raws": done.raws, "who": done.who, "why": done.why}
        print_json(told | {"forgotten_at": done.forgotten_at, "judgements": touched})
        return
    screen.print(f"{ledger}: {story} forgotten", markup=False, soft_wrap=True)
    if touched:
        numbers = ", ".join(map(str, touched))
        screen.print(f"Decisions that name it, kept without its words: {numbers}", soft_wrap=True)
