"""`sayso add --engine daft`: stories into an archive of Parquet rather than a ledger."""

from dataclasses import dataclass
from enum import StrEnum
from itertools import islice
from typing import Annotated

import typer

from sayso.cli.output import messages, print_json, progress_bar, screen, tell_rejections
from sayso.errors import UsageError
from sayso.ingest import ColumnMapping, Input
from sayso.shapes import rejection_shape

MOST_REJECTIONS_TOLD = 100
"""So many rejections are told in full; all are in the archive's table of that name."""

EXIT_INTERRUPTED = 130


class EngineName(StrEnum):
    """What stories are read with: sayso alone, into a ledger; or Daft, into an archive."""

    SAYSO = "sayso"
    DAFT = "daft"


EngineOption = Annotated[
    EngineName,
    typer.Option("--engine", help="sayso reads into a ledger; daft into an archive, on all cores or on a cluster."),
]
OutOption = Annotated[
    str, typer.Option("--out", metavar="FOLDER", help="With daft: the archive's folder, or an s3:// or gs:// address.")
]
RayOption = Annotated[
    str,
    typer.Option("--ray", metavar="ADDRESS", help="With daft: the Ray cluster to work on: HOST:PORT, auto, or local."),
]
ResumeOption = Annotated[bool, typer.Option("--resume", help="With daft: go on with an archive that is begun.")]


@dataclass(frozen=True, slots=True)
class ArchiveOptions:
    """What `sayso add` was told that is for an archive only."""

    engine: EngineName
    out: str
    ray: str
    resume: bool

    def check(self) -> None:
        """Make sure that they fit together.

        Raises:
            UsageError: they do not.
        """
        if self.engine is EngineName.DAFT and not self.out:
            raise UsageError("--engine daft without --out", "the folder of the archive", "Add --out FOLDER")
        given = [name for name in ("out", "ray", "resume") if getattr(self, name)]
        if self.engine is EngineName.SAYSO and given:
            raise UsageError(
                f"--{given[0]} without --engine daft", "options of the engine that is used", "Add --engine daft"
            )


def add_to_archive(inputs: list[Input], columns: ColumnMapping, options: ArchiveOptions, *, as_json: bool) -> None:
    """Read inputs into an archive, with a progress bar on stderr, and tell what came of it.

    Raises:
        Exit: 1 where a story could not be read, 130 where the user stopped it.
    """
    from sayso.cluster.begin import begin_archive
    from sayso.cluster.engine import start_engine
    from sayso.cluster.folder import Folder
    from sayso.cluster.method import count_read, list_rejections, read_archive, tell_together

    folder = Folder(options.out)
    begun = begin_archive(folder, inputs, columns, resume=options.resume)
    engine = start_engine(options.ray or None)
    expected = [source.expected for source in inputs]
    total = None if None in expected else sum(count or 0 for count in expected)
    try:
        with progress_bar() as progress:
            task = progress.add_task("reading", total=total, completed=sum(count_read(folder)))
            read_archive(folder, begun, engine, lambda count: progress.advance(task, count))
            progress.add_task("finding shared text", total=None)
            tell_together(folder)
    except KeyboardInterrupt:
        messages.print("\nStopped. What was read is kept; the same command with --resume goes on from there.")
        raise typer.Exit(EXIT_INTERRUPTED) from None
    stories, rejected = count_read(folder)
    told = list(islice(list_rejections(folder), MOST_REJECTIONS_TOLD))
    if as_json:
        rejections = [rejection_shape(one) for one in told]
        print_json({"folder": options.out, "stories": stories, "rejected": rejected, "rejections": rejections})
    else:
        screen.print(f"{options.out}: {stories} stories read, {rejected} rejected", markup=False, soft_wrap=True)
    tell_rejections(told)
    if rejected > len(told):
        messages.print(f"  and {rejected - len(told)} more: {options.out}/rejections", markup=False, soft_wrap=True)
    if rejected:
        raise typer.Exit(1)
