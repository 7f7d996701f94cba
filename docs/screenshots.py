"""Take the pictures of the desk from the running page (needs chromium): python -m docs.screenshots [--all FOLDER].

The pages that the documentation shows go to docs/pictures. With --all every page goes to a folder, in light, in the
dark and as on a phone, to be looked at. With --ledger FILE a ledger of the demo that is there is used, and none made.
"""

import argparse
import shutil
from collections.abc import Iterable
from contextlib import chdir
from importlib.resources import as_file, files
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import sync_playwright

from evaluation.serving import serving
from sayso.cli.add import add_inputs
from sayso.ingest import ColumnMapping, find_inputs

PICTURES = Path(__file__).resolve().parent / "pictures"
LEDGER = Path("demo.sayso")
LARGEST_BYTES = 200_000
FIRST_TRACE_SECONDS = 180
"""The first claim loads the models, on a busy machine too."""
PAGES = {
    "front": "/",
    "story": "/stories/f01",
    "claim": "/claims?claim=North Korean soldiers used in assaults in Kursk&as_of=2024-12-14",
    "sources": "/sources",
    "said": "/said?name=Zelensky",
    "search": "/search?words=casualties",
    "nowhere": "/nowhere",
}
WIDE = {"width": 1100, "height": 700}
LOOKS = {
    "": {"viewport": WIDE},
    "-dark": {"viewport": WIDE, "color_scheme": "dark"},
    "-phone": {"viewport": {"width": 390, "height": 700}, "is_mobile": True},
}
SHOWN = (("front", ""), ("story", ""), ("claim", ""), ("sources", ""), ("claim", "-phone"), ("claim", "-dark"))
"""The pages that the documentation shows, and how."""


def main() -> None:
    """Serve the demo stories and take the pictures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--all", type=Path, metavar="FOLDER", help="every page, into this folder")
    parser.add_argument("--ledger", type=Path, metavar="FILE", help="a ledger of the demo")
    chosen = parser.parse_args()
    every = [(page, look) for page in PAGES for look in LOOKS]
    into = chosen.all.resolve() if chosen.all else PICTURES
    there = chosen.ledger and chosen.ledger.resolve()
    with TemporaryDirectory() as folder, chdir(folder):  # pages name the ledger by its path
        make_ledger(LEDGER, there)
        with serving(LEDGER) as address:
            take_pictures(address, every if chosen.all else SHOWN, into)


def make_ledger(path: Path, there: Path | None) -> None:
    """A ledger of the demo stories, or a copy of one that is there."""
    if there:
        shutil.copy(there, path)
        return
    with as_file(files("sayso") / "demo" / "stories.jsonl") as stories:
        add_inputs(path, find_inputs(str(stories)), ColumnMapping())


def take_pictures(address: str, wanted: Iterable[tuple[str, str]], folder: Path) -> None:
    """A picture of each page in its look.

    Raises:
        ValueError: one is too large for the repository.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        for name, look in wanted:
            page = browser.new_page(base_url=address, **LOOKS[look])
            page.goto(PAGES[name], timeout=FIRST_TRACE_SECONDS * 1000)
            taken = folder / f"desk-{name}{look}.png"
            page.screenshot(path=taken)
            page.close()
            print(taken)
            if folder == PICTURES and taken.stat().st_size > LARGEST_BYTES:
                raise ValueError(f"{taken} has {taken.stat().st_size:,} bytes; wanted at most {LARGEST_BYTES:,}")
        browser.close()


if __name__ == "__main__":
    main()
