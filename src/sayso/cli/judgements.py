"""`sayso judge list`: what was decided, by whom and why, and what that superseded."""

from typing import Annotated

import typer
from rich.padding import Padding
from rich.text import Text

from sayso.cli.marking import shorten
from sayso.cli.options import CsvOption, JsonOption, LedgerOption, only_one
from sayso.cli.output import messages, print_csv, print_json, screen
from sayso.ledger import Ledger, matter_of
from sayso.records import Judgement, JudgementKind, Verdict
from sayso.settings import DEFAULT_LEDGER
from sayso.shapes import judgement_shape

CSV_COLUMNS = (
    *("number", "kind", "one", "words", "other", "name", "verdict", "who", "why", "judged_at", "superseded_by"),
)

_SENTENCES = {
    (JudgementKind.SAME_SOURCE, Verdict.YES): "{one} and {other} are one source",
    (JudgementKind.SAME_SOURCE, Verdict.NO): "{one} and {other} are two sources",
    (JudgementKind.CLAIM, Verdict.STATES): "“{words}” in {one} states “{other}”",
    (JudgementKind.CLAIM, Verdict.CONTRADICTS): "“{words}” in {one} contradicts “{other}”",
    (JudgementKind.CLAIM, Verdict.NEITHER): "“{words}” in {one} neither states nor contradicts “{other}”",
    (JudgementKind.COPY, Verdict.YES): "{one} was made from {other}",
    (JudgementKind.COPY, Verdict.NO): "{one} was not made from {other}",
    (JudgementKind.ORIGIN, Verdict.SOURCE): "“{words}” in {one} rests on the word of {name}",
    (JudgementKind.ORIGIN, Verdict.STORY): "“{words}” in {one} rests on the own reporting of {other}",
    (JudgementKind.ORIGIN, Verdict.NOBODY): "nothing tells on whose word “{words}” in {one} rests",
    (JudgementKind.ATTRIBUTION, Verdict.SOURCE): "“{words}” in {one} is {name}’s",
    (JudgementKind.ATTRIBUTION, Verdict.NOBODY): "“{words}” in {one} is no source’s",
}
_MATTERS = {
    JudgementKind.SAME_SOURCE: "whether {one} and {other} are one",
    JudgementKind.CLAIM: "what “{words}” in {one} does with “{other}”",
    JudgementKind.COPY: "whether {one} was made from {other}",
    JudgementKind.ORIGIN: "on whose word “{words}” in {one} rests",
    JudgementKind.ATTRIBUTION: "whose words “{words}” in {one} is",
}


def list_all(
    kind: Annotated[JudgementKind | None, typer.Option("--kind", help="Only decisions of this kind.")] = None,
    ledger: LedgerOption = DEFAULT_LEDGER,
    as_json: JsonOption = False,
    as_csv: CsvOption = False,
) -> None:
    """List what was decided, by whom, when and why, with the older decisions that each superseded under it.

    Example:  sayso judge list --kind claim
    """
    only_one(json=as_json, csv=as_csv)
    with Ledger(ledger, create=False) as opened:
        found = opened.judgements_made(kind)
    if as_json:
        print_json({"judgements": [judgement_shape(judgement) for judgement in found]})
    elif as_csv:
        print_csv((judgement_shape(judgement) for judgement in found), CSV_COLUMNS)
    elif not found:
        messages.print("Nothing judged yet. See: sayso judge --help", style="dim")
    else:
        show_judgements(found)


def show_judgements(found: tuple[Judgement, ...]) -> None:
    """Print the decisions that stand, each with those it superseded, the newest first."""
    by_number = {judgement.superseded_by: judgement for judgement in found}
    for newest in (judgement for judgement in found if judgement.superseded_by is None):
        screen.print(_line(newest))
        older = by_number.get(newest.number)
        while older:
            screen.print(Padding(Text("superseded ", style="dim").append_text(_line(older)), (0, 0, 0, 4)))
            older = by_number.get(older.number)


def tell_judgement(ledger: Ledger, judgement: Judgement) -> None:
    """Say on stderr what was decided, and which decision that superseded."""
    messages.print(f"{describe_judgement(judgement)}, says {judgement.who}.", markup=False, soft_wrap=True)
    older = [
        one
        for one in ledger.judgements_made(judgement.kind)
        if one.superseded_by == judgement.number and matter_of(one) == matter_of(judgement)
    ]
    for one in older:
        messages.print(f"This supersedes decision {one.number}, by {one.who}.", markup=False, soft_wrap=True)


def describe_judgement(judgement: Judgement) -> str:
    """A decision in a sentence without a full stop."""
    known = {
        "one": judgement.one,
        "other": judgement.other,
        "words": shorten(judgement.words),
        "name": judgement.name or judgement.other,
    }
    if judgement.verdict is Verdict.WITHDRAWN:
        return f"left to sayso: {_MATTERS[judgement.kind].format_map(known)}"
    return _SENTENCES[judgement.kind, judgement.verdict].format_map(known)


def _line(judgement: Judgement) -> Text:
    line = Text(f"{judgement.number:3}  ", style="dim")
    line.append(describe_judgement(judgement), style="not dim")
    line.append(f"  {judgement.who}, {(judgement.judged_at or '')[:10]}")
    if judgement.why:
        line.append(f": {judgement.why}")
    return line
