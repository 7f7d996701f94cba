"""Write the documentation that is made from the code: python docs/build.py [--check].

A page for every verb under docs/verbs/, and the picture of the README. With --check nothing is written, and the exit
code is 1 if a page is out of step with the code.
"""

import sys
from pathlib import Path

import click
import typer

from sayso.cli.app import app

DOCS = Path(__file__).parent


def verb_pages() -> dict[Path, str]:
    """Every verb's page, by its path."""
    group = typer.main.get_command(app)
    context = click.Context(group, info_name="sayso")
    names = group.list_commands(context)
    pages = {DOCS / "verbs" / f"{name}.md": verb_page(name, group.get_command(context, name)) for name in names}
    index = ["# The verbs", "", "Made from the code by `make docs`.", ""]
    for name in names:
        summary = (group.get_command(context, name).help or "").strip().split("\n")[0]
        index.append(f"- [`sayso {name}`]({name}.md): {summary}")
    pages[DOCS / "verbs" / "README.md"] = "\n".join(index) + "\n"
    return pages


def verb_page(name: str, command: click.Command) -> str:
    """One verb's page: what it does, its example, its arguments and options."""
    context = click.Context(command, info_name=f"sayso {name}")
    usage = " ".join(command.collect_usage_pieces(context))
    body, _, example = (command.help or "").partition("Example:")
    lines = [f"# sayso {name}", "", *body.strip().splitlines(), "", "```", example.strip(), "```", ""]
    lines += ["## Usage", "", "```", f"sayso {name} {usage}", "```", ""]
    lines += ["| argument or option | what it is | default |", "|---|---|---|"]
    lines += [parameter_row(parameter, context) for parameter in command.params]
    return "\n".join(lines) + "\n"


def parameter_row(parameter: click.Parameter, context: click.Context) -> str:
    """A parameter's row in the table."""
    record = parameter.get_help_record(context)
    written = ", ".join(parameter.opts) if parameter.param_type_name == "option" else parameter.human_readable_name
    help_text = getattr(parameter, "help", None) or (record[1] if record else "")
    default = parameter.default if parameter.default not in (None, False, "", ()) else ""
    shown = getattr(parameter, "show_default", None)
    default = shown if isinstance(shown, str) else default
    return f"| `{written}` | {help_text} | {f'`{default}`' if default != '' else ''} |"


def main() -> None:
    """Write the pages, or check them."""
    stale = [path for path, page in verb_pages().items() if not path.exists() or path.read_text("utf-8") != page]
    if "--check" in sys.argv:
        for path in stale:
            print(f"{path.relative_to(DOCS.parent)} is out of step with the code: run `make docs`", file=sys.stderr)
        sys.exit(1 if stale else 0)
    for path, page in verb_pages().items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(page, encoding="utf-8")


if __name__ == "__main__":
    main()
