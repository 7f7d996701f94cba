"""`sayso lineage`: which story is a copy of which."""

from typing import Annotated

import typer
from rich.text import Text
from rich.tree import Tree

from sayso.cli.indexing import update_index
from sayso.cli.options import JsonOption, LedgerOption, only_one
from sayso.cli.output import messages, print_json, print_json_line, screen
from sayso.errors import UsageError
from sayso.ledger import Ledger
from sayso.records import Lineage, Parent, Story
from sayso.reuse import ReuseIndex
from sayso.settings import DEFAULT_LEDGER
from sayso.shapes import lineage_shape

AllOption = Annotated[bool, typer.Option("--all", help="Every story of the ledger.")]
JsonLinesOption = Annotated[bool, typer.Option("--jsonl", help="Print a line of JSON for each story, with offsets.")]
WordsOption = Annotated[bool, typer.Option("--words", "-w", help="Show the words that each story shares with another.")]


def lineage(
    story: Annotated[str, typer.Argument(help="The id of a story.")] = "",
    every: AllOption = False,
    ledger: LedgerOption = DEFAULT_LEDGER,
    as_json: JsonOption = False,
    as_jsonl: JsonLinesOption = False,
    words: WordsOption = False,
) -> None:
    """Show which story is a copy of which: the family of a story as a tree, the likeliest original at its root.

    A merged story stands in the tree of each of its families; one that only quotes stands under the story that its
    words are from. The shared words of all stories take a while to set out: with --all they are told on request.

    Example:  sayso lineage --all --jsonl
    """
    only_one(json=as_json, jsonl=as_jsonl)
    if every == bool(story):
        raise UsageError(
            "a story and --all were given together" if story else "no story was named",
            "the id of one story, or --all",
            "Look an id up among the results of a search, or use --all",
        )
    with Ledger(ledger, create=False) as opened:
        index = ReuseIndex(opened)
        update_index(opened, index)
        with opened.one_state():
            if story:
                opened.reading(story)
            told = index.lineage_of_all(with_extents=words) if every else index.lineage_around(story)
            found = {one.story_id: one for one in told}
            stories = opened.stories_by_id(found)
    chosen = list(found.values()) if every else [found[story]]
    if as_jsonl:
        for one in chosen:
            print_json_line(lineage_shape(one))
    elif as_json:
        print_json([lineage_shape(one) for one in chosen] if every else lineage_shape(chosen[0]))
    else:
        show_trees(chosen, found, stories, words=words)
        if story and len(found) == 1:
            messages.print("No other story of the ledger shares text with it.", style="dim")


def show_trees(
    chosen: list[Lineage], found: dict[str, Lineage], stories: dict[str, Story], *, words: bool = False
) -> None:
    """Print the tree of each family that the chosen lineages belong to."""
    children: dict[str, list[tuple[Lineage, Parent]]] = {}
    for one in found.values():
        for parent in _heads(one):
            children.setdefault(parent.story_id, []).append((one, parent))
    roots = dict.fromkeys(root for one in chosen for root in _roots(one, found))
    for root in roots:
        tree = Tree(_label(found[root], None, stories))
        _grow(tree, root, children, stories, words)
        screen.print(tree)


def _heads(lineage: Lineage) -> tuple[Parent, ...]:
    """The likeliest parent in each family."""
    return lineage.parents[: len(lineage.families)]


def _roots(lineage: Lineage, found: dict[str, Lineage]) -> list[str]:
    reached, waiting, roots = {lineage.story_id}, [lineage], []
    while waiting:
        one = waiting.pop(0)
        known = [parent for parent in _heads(one) if parent.story_id in found]
        if not known:
            roots.append(one.story_id)
        for parent in known:
            if parent.story_id not in reached:
                reached.add(parent.story_id)
                waiting.append(found[parent.story_id])
    return roots or [lineage.story_id]


def _grow(
    tree: Tree,
    root: str,
    children: dict[str, list[tuple[Lineage, Parent]]],
    stories: dict[str, Story],
    words: bool,
) -> None:
    waiting, seen = [(tree, root)], {root}
    while waiting:
        branch, story_id = waiting.pop()
        for child, parent in sorted(children.get(story_id, []), key=lambda pair: pair[0].story_id):
            label = _label(child, parent, stories)
            if words:
                for extent in parent.extents:
                    label.append(f"\n“{extent.here.of(stories[child.story_id].text)}”", style="italic")
            new = branch.add(label)
            if child.story_id not in seen:
                seen.add(child.story_id)
                waiting.append((new, child.story_id))


def _label(lineage: Lineage, parent: Parent | None, stories: dict[str, Story]) -> Text:
    story = stories[lineage.story_id]
    label = Text(story.outlet or "outlet unknown", style="bold cyan")
    label.append(f"  {story.published or 'undated'}  {story.id}", style="not bold dim")
    if story.title:
        label.append(f"  {story.title}", style="default not bold")
    if parent:
        label.append(f"\n{lineage.kind}, {parent.confidence:.2f}: {parent.reason}", style="dim")
        if lineage.unrecorded:
            label.append(f"\n{lineage.unrecorded}", style="dim")
    elif lineage.unrecorded:
        label.append(f"\nno parent recorded: {lineage.unrecorded}", style="dim")
    return label
