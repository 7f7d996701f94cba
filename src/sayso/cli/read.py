"""`sayso read`: who says what in a story, no ledger needed."""

from collections.abc import Iterable
from typing import Annotated

import typer

from sayso.cli.marking import attribution_table, heading, mark_table, marked_text
from sayso.cli.options import ColumnsOption, CsvOption, JsonOption, only_one
from sayso.cli.output import messages, print_csv, print_json, print_json_line, screen, tell_rejections
from sayso.ingest import ColumnMapping, find_inputs, read_input
from sayso.pipeline.method import read_stories
from sayso.pipeline.models import shipped_model
from sayso.records import ROLES, Reading, Rejection, join_words
from sayso.shapes import Json, attribution_shape, reading_shape, rejection_shape

STORY_COLUMNS = ("title", "outlet", "published", "url", "note")
CSV_COLUMNS = (
    *("story_id", *STORY_COLUMNS, "number", "source", "source_name", "source_kind", "side", "cue", "content"),
    *("speech", "certainty", "polarity", "evidence", "denied", "negated", "via", "score"),
    *(f"{role}_spans" for role in ROLES),
)


def read(
    story: Annotated[str, typer.Argument(help="A file, a folder, an address, or - for standard input.")],
    as_json: JsonOption = False,
    jsonl: Annotated[bool, typer.Option("--jsonl", help="Print a line of JSON for every story, in order.")] = False,
    as_csv: CsvOption = False,
    columns: ColumnsOption = "",
) -> None:
    """Read stories and show who says what in them. No ledger is needed.

    Sources, cues and contents are marked in the text; credits, promo lines and damage are shaded.

    Example:  sayso read story.html
    """
    only_one(json=as_json, jsonl=jsonl, csv=as_csv)
    inputs = find_inputs(story)
    mapping = ColumnMapping.parse(columns)
    items = (item for source in inputs for item in read_input(source, mapping))
    rejections: list[Rejection] = []
    readings = _keep_rejections(read_stories(shipped_model(), items), rejections)
    if as_json:
        shapes = [reading_shape(reading) for reading in readings]
        print_json({"stories": shapes, "rejections": [rejection_shape(rejection) for rejection in rejections]})
    elif jsonl:
        for reading in readings:
            print_json_line(reading_shape(reading))
    elif as_csv:
        print_csv((row for reading in readings for row in _csv_rows(reading)), CSV_COLUMNS)
    else:
        for reading in readings:
            show_reading(reading)
    tell_rejections(rejections)
    if rejections:
        raise typer.Exit(1)


def _keep_rejections(items: Iterable[Reading | Rejection], rejections: list[Rejection]) -> Iterable[Reading]:
    for item in items:
        if isinstance(item, Rejection):
            rejections.append(item)
        else:
            if item.unread:
                messages.print(f"{item.story.title or item.story.id}: {item.unread}", markup=False, soft_wrap=True)
            yield item


def _csv_rows(reading: Reading) -> Iterable[Json]:
    for number, attribution in enumerate(reading.attributions, start=1):
        shape = attribution_shape(attribution)
        yield shape | {
            "story_id": reading.story.id,
            **{column: getattr(reading.story, column) for column in STORY_COLUMNS},
            "number": number,
            **{role: join_words(reading.story.text, getattr(attribution, role)) for role in ROLES},
            **{f"{role}_spans": shape[role] for role in ROLES},
        }


def show_reading(reading: Reading) -> None:
    """Print a reading: the marked story, who said what, and what cleaning marked."""
    screen.print(heading(reading))
    screen.print()
    screen.print(marked_text(reading))
    screen.print()
    if reading.attributions:
        screen.print(attribution_table(reading))
    elif not reading.unread:
        screen.print("No one is quoted or reported in this story.", style="bold")
    if reading.marks:
        screen.print()
        screen.print(mark_table(reading))
    screen.print()
