"""`sayso revisions`: what an outlet changed in a story."""

from itertools import pairwise
from typing import Annotated

import typer
from rich.text import Text

from sayso.cli.options import JsonOption, LedgerOption
from sayso.cli.output import print_json, screen
from sayso.ledger import Ledger
from sayso.records import Revision
from sayso.reuse import compare_texts
from sayso.settings import DEFAULT_LEDGER
from sayso.shapes import revision_shape

CONTEXT_CHARS = 40


def revisions(
    story: Annotated[str, typer.Argument(help="The id of a story.")],
    ledger: LedgerOption = DEFAULT_LEDGER,
    as_json: JsonOption = False,
) -> None:
    """Show what changed from each text of a story to the next: taken out struck through, put in underlined.

    A story that is added again with another text, from the same address, gets a new revision.

    Example:  sayso revisions "https://herald.example/ferry"
    """
    with Ledger(ledger, create=False) as opened:
        found = opened.revisions(story)
    if as_json:
        changes = [(), *(compare_texts(old.story.text, new.story.text) for old, new in pairwise(found))]
        print_json([revision_shape(one, changed) for one, changed in zip(found, changes, strict=True)])
        return
    screen.print(_heading(found[0]))
    for old, new in pairwise(found):
        screen.print(_heading(new))
        if old.story.title != new.story.title:
            screen.print(
                Text.assemble(
                    "  headline: ", (old.story.title or "none", "strike red"), " ", _put_in(new.story.title or "none")
                )
            )
        show_changes(old.story.text, new.story.text)
    if len(found) == 1:
        screen.print("  one text only, so far", style="dim")


def show_changes(before: str, after: str) -> None:
    """Print each change with the words around it."""
    for change in compare_texts(before, after):
        line = Text("  …" + _flat(before[max(0, change.before.start - CONTEXT_CHARS) : change.before.start]), style="")
        line.append(_flat(change.before.of(before)), style="strike red")
        if change.before.of(before) and change.after.of(after):
            line.append(" ")
        line.append(_put_in(_flat(change.after.of(after))))
        line.append(_flat(after[change.after.end : change.after.end + CONTEXT_CHARS]) + "…")
        screen.print(line)


def _put_in(words: str) -> Text:
    return Text(words, style="underline green")


def _flat(words: str) -> str:
    return words.replace("\n", " ")


def _heading(revision: Revision) -> Text:
    story = revision.story
    line = Text(f"{revision.number}  ", style="bold")
    line.append(story.outlet or "outlet unknown", style="bold cyan")
    line.append(f"  {story.modified or story.published or 'undated'}, added {revision.added_at[:16]}", style="dim")
    if story.title:
        line.append(f"  {story.title}")
    return line
