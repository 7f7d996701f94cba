"""The pages made from the code are in step with it."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


def test_the_verbs_pages_are_in_step_with_the_code() -> None:
    done = subprocess.run([sys.executable, "docs/build.py", "--check"], cwd=ROOT, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")


def test_the_readme_names_every_verb() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    verbs = {page.stem for page in (ROOT / "docs" / "verbs").glob("*.md")} - {"README"}
    assert verbs
    assert not [verb for verb in verbs if f"sayso {verb}" not in readme and f"make {verb}" not in readme]


def test_the_layers_are_those_that_are_checked() -> None:
    told = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    for contract in project["tool"]["importlinter"]["contracts"]:
        package = contract["containers"][0].rpartition(".")[2]
        table = told.partition("| layer |" if package == "sayso" else f"| `{package}` | what")[2].partition("\n\n")[0]
        rows = [re.findall(r"`(\w+)(?:\.py)?`", line.split("|")[1]) for line in table.splitlines()[2:]]
        assert rows == [re.split(r" [|:] ", layer) for layer in contract["layers"]]


PICTURE_BYTES = 200_000
LOADED = re.compile(r"""(?:<(?:script|img|link)[^>]*(?:src|href)=|url\(|@import )["']?(?:https?:)?//""")
"""What a page would load from elsewhere; links that a reader may follow are no such thing."""


def build_site(pages: Path, into: Path) -> subprocess.CompletedProcess[str]:
    """The site of some pages, as `make site` builds it."""
    options = ["--fail-on-warning", "--keep-going", "--quiet", "-c", str(ROOT / "docs"), "-d", str(into / "trees")]
    command = [sys.executable, "-m", "sphinx", *options, str(pages), str(into / "site")]
    return subprocess.run(command, capture_output=True, text=True)


def test_the_site_has_no_broken_link_and_loads_nothing_from_elsewhere(tmp_path: Path) -> None:
    pytest.importorskip("sphinx", reason="pip install 'sayso[docs]': the site was not built")
    done = build_site(ROOT, tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    site = tmp_path / "site"
    made = [path for path in site.rglob("*") if path.suffix in (".html", ".css", ".js")]
    assert {"index.html", "docs/agents.html", "docs/verbs/trace.html", "searchindex.js"} <= {
        path.relative_to(site).as_posix() for path in made
    }
    assert not [path for path in made if LOADED.search(path.read_text(encoding="utf-8"))]


def test_a_link_that_leads_nowhere_fails_the_site(tmp_path: Path) -> None:
    pytest.importorskip("sphinx", reason="pip install 'sayso[docs]': the site was not built")
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "README.md").write_text("# Front\n\n[gone](docs/gone.md)\n", encoding="utf-8")
    done = build_site(tmp_path / "pages", tmp_path)
    assert done.returncode != 0
    assert "docs/gone.md" in done.stderr


def test_the_pictures_are_shown_and_small() -> None:
    pages = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "README.md", *(ROOT / "docs").glob("*.md")))
    pictures = list((ROOT / "docs" / "pictures").iterdir())
    assert pictures
    assert not [path.name for path in pictures if f"pictures/{path.name}" not in pages]
    assert not [path.name for path in pictures if path.stat().st_size > PICTURE_BYTES]
