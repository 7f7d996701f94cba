"""`sayso trace`: on whose word a claim rests, and on how many independent origins."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Annotated

import typer
from rich.padding import Padding
from rich.text import Text

from sayso.cli.marking import STYLES, shorten
from sayso.cli.options import CsvOption, JsonOption, LedgerOption, only_one
from sayso.cli.output import messages, print_csv, print_json, screen
from sayso.errors import UsageError
from sayso.export import make_report, save_text, write_report
from sayso.ledger import Ledger
from sayso.records import Origin, Report, Turn, Variant
from sayso.settings import DEFAULT_LEDGER
from sayso.trace import PLAIN_SHARE, Trace, report_shape, trace_shape
from sayso.trace import trace as trace_claim

SURE_SCORE = 0.8
"""An origin whose reports were joined with less confidence is shown with the reason."""
DEFAULT_REPORTS = 6
NO_VERDICT = "What rests on what, by the stories in this ledger; not whether it is true."
CSV_COLUMNS = (
    *("origin", "kind", "side", "stance", "story_id", "outlet", "published", "title", "source_name", "certainty"),
    *("evidence", "via", "words", "score", "url", "spans", "judged"),
)


def _read_day(words: str) -> date:
    try:
        return date.fromisoformat(words)
    except ValueError as error:
        wanted = "a day as year, month and day: 2024-12-14"
        raise UsageError(f"“{words}” is no day", wanted, "Write it so behind --as-of") from error


AsOfOption = Annotated[
    date | None,
    typer.Option(
        "--as-of", parser=_read_day, metavar="DAY", help="Count only stories published and last changed by this day."
    ),
]
ReportsOption = Annotated[
    int,
    typer.Option(
        "--limit",
        "-n",
        min=0,
        help="How many reports of each origin to print to read, and how many others that may say so; 0 for all.",
    ),
]
AllOption = Annotated[
    bool,
    typer.Option("--all", help="Compare all that the stories say, not only what shares most words with the claim."),
]
ReportOption = Annotated[
    Path | None,
    typer.Option("--report", help="Write a report of the claim to this file: one page of HTML, to print or hand on."),
]
WhyOption = Annotated[bool, typer.Option("--why", help="Show the words of every report and why it is counted where.")]


def trace(
    words: Annotated[list[str], typer.Argument(help="The claim, in any words: a phrase, a question, a sentence.")],
    as_of: AsOfOption = None,
    ledger: LedgerOption = DEFAULT_LEDGER,
    why: WhyOption = False,
    everything: AllOption = False,
    as_json: JsonOption = False,
    as_csv: CsvOption = False,
    limit: ReportsOption = DEFAULT_REPORTS,
    report: ReportOption = None,
) -> None:
    """Show on whose word a claim rests: its reports, the origins where they end, and how many sides these are on.

    Reports of one speech, one document or one unnamed source are one origin, however many outlets carry them.
    Independent origins are the sides that support the claim: two officials of one government are one. Denials and "no
    comment" stand apart; what gives no source counts as none. A story counts from the day of its last change.

    Where many stories have words of a claim, the sentences that share most with it are compared; how many were left
    aside is told.

    Parts of a claim that must all be stated are written with ";" between them.

    Example:  sayso trace "did North Korean soldiers fight in Kursk" --as-of 2024-12-14
    """
    only_one(json=as_json, csv=as_csv)
    with Ledger(ledger, create=False) as opened:
        found = trace_claim(opened, " ".join(words), as_of, everything=everything)
        if report:
            save_text(report, write_report(make_report(opened, found)))
    if as_json:
        print_json(trace_shape(found))
    elif as_csv:
        print_csv(
            (
                report_shape(report) | {"origin": origin.name, "kind": origin.kind, "side": " and ".join(origin.sides)}
                for origin in (*found.origins, *found.denials)
                for report in origin.reports
            ),
            CSV_COLUMNS,
        )
    else:
        show_trace(found, limit, why=why)


def show_trace(found: Trace, limit: int, *, why: bool = False) -> None:
    """Print a trace to read, up to `limit` reports of each origin."""
    screen.print(Text(f"“{found.claim}”", style="bold"))
    screen.print(_headline(found))
    screen.print(found.standing.meaning, style="dim")
    if found.doubtful:
        screen.print("No words here surely say it: all that is counted may mean something else.", style="yellow")
    screen.print(NO_VERDICT, style="dim italic")
    if found.absent_words:
        words = ", ".join(f"“{word}”" for word in found.absent_words)
        screen.print(
            f"No story here has the {'word' if len(found.absent_words) == 1 else 'words'} {words}.", style="red"
        )
    if found.meant:
        screen.print(Text(f"Was this meant? {found.meant}"))
    if found.aside:
        told = f"Left aside, as they share fewer words with the claim: {found.aside} (--all compares them too)."
        screen.print(told, style="dim")
    for number, origin in enumerate(found.stating, start=1):
        _show_origin(f"{number:2} ", origin, limit, why=why)
    if found.unsure:
        _show_unsure(found, limit, why=why)
    if found.denials:
        screen.print(Text(f"\nDenied in {_count(len(found.deny), 'story', 'stories')}", style="bold red"))
        for origin in found.denials:
            _show_origin(" – ", origin, limit, why=why)
    _show_reports("Nothing said or confirmed", found.no_comment, limit)
    for origin in found.origins:
        if not origin.name:
            _show_reports("No source recorded", origin.reports, limit)
    if len(found.variants) > 1:
        screen.print(Text("\nHow the figure changed", style="bold"))
        for variant in found.variants:
            screen.print(_variant_line(variant))
    if len(found.history) > 1:
        screen.print(Text("\nHow the count grew", style="bold"))
        for turn in found.history:
            screen.print(_turn_line(turn))
    if found.is_unheard:
        messages.print("No story says it. Try other words: sayso search finds what stories hold.", style="dim")


def _headline(found: Trace) -> Text:
    day = f" as of {found.as_of}" if found.as_of else ""
    line = Text(
        f"{_count(found.reports, 'report')}, {_count(found.outlets, 'outlet')}, "
        f"{_count(len(found.texts), 'separate text')}, "
        f"{found.resting}{day}: {found.standing}",
        style="bold",
    )
    if found.spread:
        line.append(f"  ({found.spread})", style="not bold dim")
    return line


def _show_origin(number: str, origin: Origin, limit: int, *, why: bool) -> None:
    heading = Text(f"\n{number}", style="dim")
    heading.append(origin.name or "No source given", style=STYLES["source"])
    side = " and ".join(origin.sides)
    facts = [origin.kind and str(origin.kind), side if side != origin.name else None, _days(origin)]
    facts += [str(origin.certainty), None if origin.evidence == "unspecified" else str(origin.evidence)]
    facts.append(None if origin.best.score >= PLAIN_SHARE else "perhaps: the words may mean something else")
    heading.append("  " + " · ".join(fact for fact in facts if fact), style="not bold dim")
    screen.print(heading)
    if why or origin.score < SURE_SCORE:
        reason = origin.reason.replace(f"{origin.name} is the only", "the only")
        screen.print(
            Padding(Text(f"why one origin, {origin.score:.2f} sure: {reason}", style="dim italic"), (0, 0, 0, 3))
        )
    screen.print(Padding(Text(shorten(origin.best.quote), style=STYLES["content"]), (0, 0, 0, 3)))
    shown = origin.reports[: limit or None]
    for report in shown:
        screen.print(Padding(_report_line(report), (0, 0, 0, 5)))
        if why and report is not origin.best:
            screen.print(Padding(Text(f"{report.score:.2f} {shorten(report.quote)}", style="dim green"), (0, 0, 0, 7)))
    _show_left(len(origin.reports) - len(shown), indent=5)


def _show_unsure(found: Trace, limit: int, *, why: bool) -> None:
    """Those who may say so too: who, where and in what words, up to `limit` of them; all that is known with why.

    In full they took two thirds of the answer of a claim of four sure origins.
    """
    others = _count(len(found.unsure), "other", "others")
    screen.print(Text(f"\n{others} may say so too, not counted: the words may mean something else", style="bold"))
    shown = found.unsure[: limit or None]
    for number, origin in enumerate(shown, start=len(found.stating) + 1):
        if why or not limit:
            _show_origin(f"{number:2} ", origin, limit, why=why)
            continue
        line = Text(f"{number:2} ", style="dim")
        line.append(origin.name or "No source given", style=STYLES["source"])
        line.append(f"  {_where(origin)}", style="not bold dim")
        screen.print(line)
        screen.print(Padding(Text(shorten(origin.best.quote), style=STYLES["content"]), (0, 0, 0, 3)))
    _show_left(len(found.unsure) - len(shown), indent=3)


def _where(origin: Origin) -> str:
    """The outlet of an origin's best report and its story, and how many more reports there are."""
    more = len(origin.reports) - 1
    told = f"{origin.best.outlet or 'unknown outlet'}, {origin.best.story_id}"
    return f"{told} and {_count(more, 'more report')}" if more else told


def _days(origin: Origin) -> str | None:
    if origin.since == origin.until:
        return origin.since
    return f"{origin.since} to {origin.until}"


def _report_line(report: Report) -> Text:
    line = Text(f"{(report.published or 'undated')[:10]:10}  ", style="dim")
    line.append(report.outlet or "unknown outlet", style="bold not dim")
    if len(report.via) > 1:
        line.append(f" via {', '.join(report.via[1:])}")
    if report.title:
        line.append(f"  {report.title}", style="not dim")
    line.append(f"  {report.story_id}")
    for judgement in report.judged:
        line.append(f"  [{judgement.reason}]", style="not dim italic magenta")
    return line


def _variant_line(variant: Variant) -> Text:
    first = variant.first
    line = Text(f"  {(first.published or 'undated')[:10]:10}  ", style="dim")
    line.append(variant.figure, style="bold not dim")
    teller = first.source.name if first.source and first.source.name else first.outlet
    line.append(f"  {teller or 'no source given'}  {first.story_id}")
    return line


def _show_reports(heading: str, reports: Sequence[Report], limit: int) -> None:
    if not reports:
        return
    screen.print(Text(f"\n{heading}: {_count(len(reports), 'report')}", style="bold"))
    for report in reports[: limit or None]:
        screen.print(Padding(_report_line(report), (0, 0, 0, 5)))
        words = Text(shorten(report.quote), style="dim green")
        if report.source and report.source.name:
            words = Text.assemble((report.source.name, STYLES["source"]), ": ", words)
        screen.print(Padding(words, (0, 0, 0, 7)))
    _show_left(len(reports) - limit if limit else 0, indent=5)


def _show_left(count: int, indent: int) -> None:
    """How many more there are than were printed; nothing where all were."""
    if count > 0:
        screen.print(Padding(Text(f"and {count} more (--limit 0)", style="dim"), (0, 0, 0, indent)))


def _turn_line(turn: Turn) -> Text:
    line = Text(f"   {turn.day}  ", style="dim")
    line.append("■ " * turn.count.likely or "· ", style="cyan not dim")
    line.append(f"{turn.count.likely}  {turn.standing}", style="not dim")
    line.append(f"  {_count(len(turn.brought_by), 'story', 'stories')} that day")
    return line


def _count(number: int, singular: str, plural: str | None = None) -> str:
    return f"{number} {singular if number == 1 else plural or singular + 's'}"
