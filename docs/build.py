"""Write the documentation that is made from the code: python docs/build.py [--check].

A page for every verb under docs/verbs/, one for the HTTP API, and the picture of the README. With --check nothing is
written, and the exit code is 1 if a page is out of step with the code.
"""

import re
import sys
from importlib.resources import as_file, files
from io import StringIO
from pathlib import Path

import typer
from api_page import api_page
from rich.console import Console
from typer.core import TyperArgument, TyperCommand, TyperGroup, TyperOption

from sayso.cli.app import app
from sayso.cli.marking import attribution_table, heading, mark_table, marked_text
from sayso.ingest import ColumnMapping, find_inputs, read_input
from sayso.pipeline.method import read_story
from sayso.pipeline.models import shipped_model
from sayso.records import Rejection

DOCS = Path(__file__).parent
PICTURE = DOCS / "pictures" / "read.svg"
WEB_FONTS = re.compile(r"@font-face \{.*?\}\s*", re.DOTALL)
"""Rich's pictures load their fonts from the web; ours use the reader's own."""


def made_pages() -> dict[Path, str]:
    """Every page that is made from the code, by its path."""
    return {DOCS / "api.md": api_page(), **verb_pages()}


def verb_pages() -> dict[Path, str]:
    """Every verb's page, by its path."""
    group = typer.main.get_command(app)
    context = typer.Context(group, info_name="sayso")
    names = group.list_commands(context)
    pages = {DOCS / "verbs" / f"{name}.md": verb_page(name, group.get_command(context, name)) for name in names}
    index = ["# The verbs", "", "Made from the code by `make docs`.", ""]
    for name in names:
        summary = (group.get_command(context, name).help or "").strip().split("\n")[0]
        index.append(f"- [`sayso {name}`]({name}.md): {summary}")
    pages[DOCS / "verbs" / "README.md"] = "\n".join(index) + "\n"
    return pages


def verb_page(name: str, command: TyperCommand | TyperGroup) -> str:
    """One verb's page: what it does, its example, its arguments and options, or those of its own verbs."""
    context = typer.Context(command, info_name=f"sayso {name}")
    usage = " ".join(command.collect_usage_pieces(context))
    lines = [f"# sayso {name}", "", *what_it_does(command), ""]
    if isinstance(command, TyperGroup):
        for each in command.list_commands(context):
            inner = command.get_command(context, each)
            usage = " ".join(inner.collect_usage_pieces(typer.Context(inner, info_name=f"sayso {name} {each}")))
            lines += [f"## sayso {name} {each}", "", *what_it_does(inner), ""]
            lines += [*how_to_call(f"{name} {each} {usage}", inner), ""]
        return "\n".join(lines[:-1]) + "\n"
    lines += ["## Usage", "", *how_to_call(f"{name} {usage}", command)]
    return "\n".join(lines) + "\n"


def what_it_does(command: TyperCommand | TyperGroup) -> list[str]:
    """A verb's help, with its example set off."""
    body, _, example = (command.help or "").partition("Example:")
    return [*map(str.strip, body.strip().splitlines()), "", "```", example.strip(), "```"]


def how_to_call(usage: str, command: TyperCommand) -> list[str]:
    """A verb's usage, and a table of its arguments and options."""
    table = ["| argument or option | what it is | default |", "|---|---|---|"]
    rows = [parameter_row(parameter) for parameter in command.params]
    return ["```", f"sayso {usage}", "```", "", *table, *rows]


def parameter_row(parameter: TyperArgument | TyperOption) -> str:
    """A parameter's row in the table."""
    written = (
        ", ".join((*parameter.opts, *parameter.secondary_opts))
        if isinstance(parameter, TyperOption)
        else str(parameter.name).upper()
    )
    default = parameter.show_default if isinstance(parameter.show_default, str) else parameter.default
    shown = f"`{default}`" if default not in (None, False, "", ()) else ""
    return f"| `{written}` | {parameter.help or ''} | {shown} |"


def draw_reading() -> str:
    """The README's picture: what `sayso read` shows of the founding story, as SVG."""
    with as_file(files("sayso") / "demo" / "stories.jsonl") as stories:
        seed = next(read_input(find_inputs(str(stories))[0], ColumnMapping()))
    if isinstance(seed, Rejection):
        raise TypeError(str(seed))
    console = Console(record=True, width=110, file=StringIO(), force_terminal=True, color_system="truecolor")
    reading = read_story(shipped_model(), seed)
    for part in (heading(reading), "", marked_text(reading), "", attribution_table(reading), "", mark_table(reading)):
        console.print(part)
    svg = console.export_svg(title="sayso read")
    return WEB_FONTS.sub("", svg)


def main() -> None:
    """Write the pages and the picture, or check the pages."""
    stale = [path for path, page in made_pages().items() if not path.exists() or path.read_text("utf-8") != page]
    if "--check" in sys.argv:
        for path in stale:
            print(f"{path.relative_to(DOCS.parent)} is out of step with the code: run `make docs`", file=sys.stderr)
        sys.exit(1 if stale else 0)
    for path, page in made_pages().items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(page, encoding="utf-8")
    PICTURE.parent.mkdir(exist_ok=True)
    PICTURE.write_text(draw_reading(), encoding="utf-8")


if __name__ == "__main__":
    main()
