"""`sayso add`: stories into a ledger."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Annotated

import typer

from sayso.cli.archive import (
    EXIT_INTERRUPTED,
    ArchiveOptions,
    EngineName,
    EngineOption,
    OutOption,
    RayOption,
    ResumeOption,
    add_to_archive,
)
from sayso.cli.indexing import update_index
from sayso.cli.options import ColumnsOption, JsonOption, LedgerOption
from sayso.cli.output import messages, print_json, progress_bar, screen, tell_rejections
from sayso.ingest import ColumnMapping, Input, find_inputs, read_input
from sayso.ledger import Added, Ledger
from sayso.ledger.forgotten import Forgotten
from sayso.pipeline.adding import add_stories
from sayso.pipeline.models import shipped_model
from sayso.pipeline.readers import Readers
from sayso.records import Rejection, Story
from sayso.reuse import ReuseIndex
from sayso.settings import DEFAULT_LEDGER, reading_processes
from sayso.shapes import rejection_shape


@dataclass
class Tally:
    """What became of the stories of one `add`."""

    counts: Counter[Added] = field(default_factory=Counter)
    unread: Counter[str] = field(default_factory=Counter)
    rejections: list[Rejection] = field(default_factory=list)
    forgotten: list[Forgotten] = field(default_factory=list)


def add(
    targets: Annotated[list[str], typer.Argument(help="Files, folders, addresses, or - for standard input.")],
    ledger: LedgerOption = DEFAULT_LEDGER,
    columns: ColumnsOption = "",
    as_json: JsonOption = False,
    engine: EngineOption = EngineName.SAYSO,
    out: OutOption = "",
    ray: RayOption = "",
    resume: ResumeOption = False,
) -> None:
    """Read stories into a ledger. Stopped half-way, the same command goes on where it was.

    A story that the ledger holds is passed over; a changed text at the same address becomes a new revision. Stories
    that cannot be read are listed at the end, and the exit code is then 1. One that was forgotten stays so. Many
    stories are read by a process for every core, or by as many as SAYSO_THREADS says.

    With --engine daft the stories go into an archive for many millions of them: tables of Parquet by month, from which
    `sayso load` brings any part into a ledger.

    Example:  sayso add stories/ --ledger war.sayso
    """
    mapping = ColumnMapping.parse(columns)
    archive = ArchiveOptions(engine, out, ray, resume)
    archive.check()
    inputs = [source for target in targets for source in find_inputs(target)]
    if engine is EngineName.DAFT:
        add_to_archive(inputs, mapping, archive, as_json=as_json)
        return
    try:
        tally = add_inputs(ledger, inputs, mapping)
    except KeyboardInterrupt:
        messages.print("\nStopped. What was added is kept; the same command goes on from there.")
        raise typer.Exit(EXIT_INTERRUPTED) from None
    if as_json:
        counts = {str(added): tally.counts[added] for added in Added}
        rejections = [rejection_shape(rejection) for rejection in tally.rejections]
        left_out = [asdict(forgotten) for forgotten in tally.forgotten]
        shape = {"ledger": str(ledger), **counts, "unread": dict(tally.unread), "rejections": rejections}
        print_json(shape | {"left_out": left_out})
    else:
        listed = (added for added in Added if added is not Added.FORGOTTEN or tally.forgotten)
        told = ", ".join(f"{tally.counts[added]} {added}" for added in listed)
        screen.print(f"{ledger}: {told}, {len(tally.rejections)} rejected", markup=False, soft_wrap=True)
        for reason, count in tally.unread.items():
            screen.print(f"{count} of them kept but not read: {reason}", style="bold")
        for forgotten in tally.forgotten:
            messages.print(str(forgotten), markup=False, soft_wrap=True)
    tell_rejections(tally.rejections)
    if tally.rejections:
        raise typer.Exit(1)


def add_inputs(path: Path, inputs: list[Input], columns: ColumnMapping) -> Tally:
    """Read inputs into the ledger at a path, with a progress bar on stderr."""
    expected = [source.expected for source in inputs]
    total = None if None in expected else sum(count or 0 for count in expected)
    return add_items(path, (item for source in inputs for item in read_input(source, columns)), total)


def add_items(path: Path, items: Iterable[Story | Rejection], total: int | None) -> Tally:
    """Read so many stories into the ledger at a path, with a progress bar on stderr."""
    tally = Tally()
    model = shipped_model()
    with Ledger(path) as ledger:
        with Readers(model, reading_processes()) as readers, progress_bar() as progress:
            task = progress.add_task("reading", total=total)
            for outcome in add_stories(ledger, model, items, readers):
                if outcome.rejection:
                    tally.rejections.append(outcome.rejection)
                elif outcome.added:
                    tally.counts[outcome.added] += 1
                    tally.unread.update([outcome.unread] if outcome.unread else [])
                    tally.forgotten += [outcome.forgotten] if outcome.forgotten else []
                progress.advance(task)
        if readers.ended:
            messages.print("A process that read stories was ended from outside; what was left was read in one.")
        update_index(ledger, ReuseIndex(ledger))
    return tally
