"""Pages that name their original, the whole way: `sayso add` and `sayso lineage`."""

import json
from pathlib import Path

import pytest

from tests.cli.test_cli import run
from tests.ingest.test_page import json_ld

TEXT = (
    "The mayor of Lowbridge said on Monday that the old bridge is closed for two years.",
    "“We will open it again when the pillars are sound,” she told a crowd in front of the town hall.",
    "Shopkeepers on the far bank said that nobody had asked them, and that they would go to court in March.",
    "The council is to meet again next week, when the engineers are expected to name a price for the works.",
)


def save(folder: Path, name: str, url: str, paragraphs: tuple[str, ...], head: str) -> None:
    """A page as a browser saves it, with its address in a comment."""
    body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    saved = f"<!-- saved from url=({len(url):04}){url} -->"
    head = f"<head><title>Bridge</title>{head}</head>"
    page = f"<!DOCTYPE html>\n{saved}\n<html>{head}<body><article>{body}</article></body></html>"
    (folder / name).write_text(page, encoding="utf-8")


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    folder = tmp_path / "pages"
    folder.mkdir()
    canonical = '<link rel="canonical" href="https://gazette.example/bridge">'
    later, earlier = json_ld(datePublished="2024-12-16"), json_ld(datePublished="2024-12-14")
    save(folder, "a.html", "https://mirror.example/x7", TEXT, canonical + earlier)
    save(folder, "b.html", "https://www.gazette.example/bridge", TEXT, canonical + later)
    cut = json_ld(datePublished="2024-12-15", isBasedOn="http://gazette.example/bridge/")
    save(folder, "c.html", "https://post.example/news/3", TEXT[:3], cut)
    lost = json_ld(isBasedOn=["https://nowhere.example/a"])
    save(folder, "d.html", "https://bay.example/d", ("A whale was seen in the bay on Sunday morning.",) * 3, lost)
    return folder


def test_pages_that_name_their_original(pages: Path, tmp_path: Path) -> None:
    ledger = tmp_path / "l.sayso"
    added = run("add", pages, "--ledger", ledger)
    assert added.returncode == 0, added.stderr
    done = run("lineage", "--all", "--jsonl", "--ledger", ledger)
    told = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(told) == 4
    (lost,) = [one for one in told if one["unrecorded"]]
    assert lost["unrecorded"] == (
        "its page names https://nowhere.example/a as the original, which is not in the ledger"
    )
    (original,) = [one for one in told if not one["parents"] and one is not lost]
    copies = [one for one in told if one["parents"]]
    assert {one["parents"][0]["id"] for one in copies} == {original["id"]}
    assert all(one["parents"][0]["reason"].startswith("its page names it as the original") for one in copies)
    shown = run("lineage", copies[0]["id"], "--ledger", ledger).stdout
    assert shown.index("gazette.example") < shown.index("mirror.example")
    assert "its page names it as the original" in shown
