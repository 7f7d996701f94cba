"""Statements of the ledger, printed for people and for programs."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from rich.padding import Padding
from rich.text import Text

from sayso.cli.grading import remarks_of
from sayso.cli.marking import STYLES, dates
from sayso.cli.output import messages, print_csv, print_json, screen
from sayso.records import ROLES, Judgement, Statement, Verdict
from sayso.shapes import Json, statement_shape

CSV_COLUMNS = (
    *("published", "modified", "outlet", "title", "source", "source_name", "source_kind", "side", "cue", "content"),
    *("speech", "certainty", "polarity", "evidence", "denied", "negated", "via", "score"),
    *("url", "note", "story_id", "revision", "source_spans", "cue_spans", "content_spans", "judged"),
)
DEFAULT_LIMIT = 40


def print_statements(statements: Sequence[Statement], query: Json, as_json: bool, as_csv: bool, limit: int) -> None:
    """Print statements in the order given: as JSON under the query, as CSV, or up to `limit` to read."""
    if as_json:
        print_json({**query, "statements": [statement_shape(statement) for statement in statements]})
    elif as_csv:
        print_csv((statement_shape(statement) for statement in statements), CSV_COLUMNS)
    else:
        show_statements(statements[: limit or None])
        tell_left_out(len(statements), limit)


def tell_left_out(count: int, limit: int, each: str = "") -> None:
    """Say on stderr that a limit left statements out, if it did."""
    if limit and count > limit:
        messages.print(f"At most {limit} statements are shown{each}; --limit 0 shows all.", style="dim")


def show_statements(
    statements: Sequence[Statement], indent: int = 0, remarks: Mapping[str, str] = MappingProxyType({})
) -> None:
    """Print statements to read, the story's heading once for neighbours from one story, with a remark on it if any."""
    last: tuple[str, int] | None = None
    for statement in statements:
        story = (statement.story_id, statement.revision)
        if story != last:
            line = _story_line(statement)
            if remark := remarks.get(statement.story_id):
                line.append(f"  [{remark}]", style="dim")
            screen.print(Padding(line, (0, 0, 0, indent)))
        screen.print(Padding(_words(statement), (0, 0, 0, indent + 4)))
        last = story


def _story_line(statement: Statement) -> Text:
    line = Text(f"{dates(statement)}  ", style="dim")
    line.append(statement.outlet or "unknown outlet", style="bold")
    if statement.title:
        line.append(f"  {statement.title}")
    if statement.note:
        line.append(f"  [{statement.note}]", style="italic magenta")
    return line


def _words(statement: Statement) -> Text:
    """Source, cue and content in the order in which the story has them, then what must be known of them."""
    present = [role for role in ROLES if getattr(statement.attribution, role)]
    present.sort(key=lambda role: getattr(statement.attribution, role)[0])
    parts = [Text(" ".join(getattr(statement, role).split()), style=STYLES[role]) for role in present]
    if remarks := remarks_of(statement.attribution, statement.source):
        parts.append(Text(f"[{remarks}]", style="dim"))
    if statement.judged:
        parts.append(Text(f"[{_whose(statement, statement.judged)}]", style="italic magenta"))
    return Text("  ").join(parts)


def _whose(statement: Statement, judgement: Judgement) -> str:
    """Whose words an analyst took these for: "not theirs but Ann Lee’s, judged by ed: his address"."""
    who = statement.attribution.who
    if judgement.verdict is Verdict.NOBODY:
        told = "no source’s words"
    elif who and who.identity and who.identity.key == judgement.other:
        told = "theirs"
    else:
        told = f"not theirs but {judgement.name}’s"
    return f"{told}, {judgement.reason}"
