"""What the claim page of the founding case costs in a large ledger: python -m evaluation.desk FOLDER [SIZE].

FOLDER is that of evaluation.tracing: its ledger is filled to 100,000 stories (or SIZE), those of the founding event
among them. A server is asked for the page of each of the 28 claims of that event: "first", with nothing known of the
claim; "again", by a server that was just started, where what was compared is remembered; "kept", as soon as the same
server is asked once more; "of 50", when nothing was known at the first of 50 loads of each page. Printed are the median
and the 95th percentile of the milliseconds until the whole page has come. Then chromium opens the pages, first with
nothing known, then kept, with none of their files at hand, and the milliseconds to the first paint with contents are
printed. Every server has traced one other claim before, so that the model is loaded.
"""

import shutil
import statistics
import time
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlencode

from playwright.sync_api import sync_playwright

from evaluation.calling import parser_for
from evaluation.serving import serving
from evaluation.tracing import founding_claims, grown_ledger
from sayso.claims.comparison import shipped_comparison_model
from sayso.claims.remembered import RememberedComparisons
from sayso.ledger import Ledger

SIZE = 100_000
LOADS = 50
OTHER_CLAIM = "a harbour was closed by a storm"
SCREEN = {"width": 1200, "height": 780}
LONGEST_SECONDS = 120
_PAINT = "(performance.getEntriesByName('first-contentful-paint')[0] || {startTime: 0}).startTime"


def main() -> None:
    """Ask for the pages and print what they take."""
    parser = parser_for("desk", __doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("size", nargs="?", type=int, default=SIZE)
    asked = parser.parse_args()
    ledger = grown_ledger(asked.folder, asked.size)
    pages = [f"/claims?{urlencode({'claim': claim})}" for claim in founding_claims()]
    forget(ledger)
    with warmed_desk(ledger) as address:
        first = [ask(address + page) for page in pages]
        tell("server, first", first)
        tell(f"server, of {LOADS}", first + [ask(address + page) for page in pages * (LOADS - 1)])
    with warmed_desk(ledger) as address:
        tell("server, again", [ask(address + page) for page in pages])
        tell("server, kept", [ask(address + page) for page in pages])
    forget(ledger)
    with warmed_desk(ledger) as address:
        tell("first paint, first", paint_all(address, pages))
        tell("first paint, kept", paint_all(address, pages))


def forget(path: Path) -> None:
    """Remember no comparison."""
    with Ledger(path) as ledger:
        RememberedComparisons(ledger, shipped_comparison_model()).forget()


@contextmanager
def warmed_desk(ledger: Path) -> Iterator[str]:
    """The address of a server on a ledger that has traced a claim."""
    with serving(ledger) as address:
        ask(f"{address}/claims?{urlencode({'claim': OTHER_CLAIM})}")
        yield address


def ask(address: str) -> float:
    """Milliseconds until a page has come."""
    begun = time.perf_counter()
    with urllib.request.urlopen(address) as answer:  # noqa: S310 - an address of this computer
        answer.read()
    return 1000 * (time.perf_counter() - begun)


def paint_all(address: str, pages: Sequence[str]) -> list[float]:
    """Milliseconds to the first paint of each page, without the browser having any of its files."""
    painted = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        for page in pages:
            tab = browser.new_context(viewport=SCREEN, base_url=address).new_page()
            tab.goto(page, timeout=1000 * LONGEST_SECONDS)
            tab.wait_for_function(f"{_PAINT} > 0")
            painted.append(float(tab.evaluate(_PAINT)))
            tab.context.close()
        browser.close()
    return painted


def tell(what: str, times: Sequence[float]) -> None:
    """Print the median and the 95th percentile."""
    some = sorted(times)
    p95 = some[min(len(some) - 1, int(0.95 * len(some)))]
    print(f"{what:20} {statistics.median(some):5.0f} / {p95:5.0f} ms", flush=True)


if __name__ == "__main__":
    main()
