"""The documentation site: Sphinx over the Markdown pages as they lie in the repository, with nothing from the network.

`make site` builds it; a link that leads nowhere fails the build.
"""

from pathlib import Path
from shutil import copyfile

from sphinx.application import Sphinx

from sayso.version import __version__

NAVIGATION = {
    "Use it": (
        "docs/desk",
        "docs/verbs/README",
        "docs/formats",
        "docs/watch",
        "docs/archive",
        "docs/cost",
        "docs/export",
        "docs/agents",
        "docs/api",
    ),
    "Know it": (
        "docs/ledger",
        "docs/threats",
        "src/sayso/models/attribution-5/README",
        "src/sayso/models/comparison-3/README",
        "src/sayso/sources/tables/README",
    ),
    "Check it": ("evaluation/README", "benchmarks/README", "benchmark/README", "training/README"),
    "Take part": ("CONTRIBUTING", "CHANGELOG", "docs/README"),
}
UNDER = {
    "docs/verbs/README": "docs/verbs/*",
    "benchmark/README": "benchmark/*/*",
}
"""Pages that stand under another one."""

project = "sayso"
author = "The sayso authors"
copyright = "The sayso authors, Apache-2.0"  # noqa: A001 - as Sphinx calls it
release = version = __version__

extensions = ["myst_parser"]
root_doc = "README"
include_patterns = [
    "*.md",
    "docs/**.md",
    "src/sayso/models/**.md",
    "src/sayso/sources/tables/*.md",
    "evaluation/*.md",
    "benchmarks/*.md",
    "benchmark/**.md",
    "training/**.md",
]
myst_heading_anchors = 4
nitpicky = True

html_theme = "furo"
html_title = f"sayso {__version__}"
html_favicon = "../src/sayso/web/static/mark.svg"
html_copy_source = False
html_show_sphinx = False


def add_navigation(app: Sphinx, page: str, source: list[str]) -> None:  # noqa: ARG001 - as Sphinx calls it
    """Give pages the tables that the site's navigation is made from, which other readers of them would see as code."""
    if page == root_doc:
        source[0] += "".join(_toctree(pages, caption) for caption, pages in NAVIGATION.items())
    elif page in UNDER:
        source[0] += _toctree((UNDER[page],), glob=True)


def _toctree(pages: tuple[str, ...], caption: str = "", *, glob: bool = False) -> str:
    options = [":hidden:", *([f":caption: {caption}"] if caption else []), *([":glob:"] if glob else [])]
    return "\n\n```{toctree}\n" + "\n".join([*options, "", *(f"/{page}" for page in pages)]) + "\n```\n"


def copy_front(app: Sphinx, error: Exception | None) -> None:
    """Open the site on the README."""
    if error is None and app.builder.format == "html":
        copyfile(Path(app.outdir) / "README.html", Path(app.outdir) / "index.html")


def setup(app: Sphinx) -> None:
    """Hook the above into the build."""
    app.connect("source-read", add_navigation)
    app.connect("build-finished", copy_front)
