"""An answer as text to quote."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from sayso.export import cite_claim
from sayso.ledger import Ledger
from sayso.trace import trace
from sayso.version import __version__
from tests.web.stories import Said, add

SAFE = "the old bridge is safe"
HERALD = "Herald, “Bridge is safe”, 1 May 2024, https://herald.example/1"
NO_VERDICT = "By the stories at hand: what rests on what, not whether it is true."
DRAWN = date(2026, 3, 5)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "own.sayso"
    herald = {
        "title": "Bridge is safe",
        "outlet": "Herald",
        "published": "2024-05-01",
        "url": "https://herald.example/1",
    }
    add(path, f"Now {SAFE}, Ivo Tan said.", [Said(SAFE, "Ivo Tan", side="Harbour Board")], id="a", **herald)
    courier = {"title": "Safe", "outlet": "Courier", "published": "2024-05-02"}
    add(path, f"Then {SAFE}, Ivo Tan said.", [Said(SAFE, "Ivo Tan", side="Harbour Board")], id="b", **courier)
    return path


def test_an_answer_is_quoted_with_who_says_it_where_and_when(path: Path) -> None:
    with Ledger(path) as ledger:
        text = cite_claim(trace(ledger, SAFE), DRAWN)
    assert text.splitlines() == [
        f"“{SAFE}”",
        "Single-origin: All reports end at one origin.",
        "2 reports in 2 outlets, resting on 1 origin on 1 side.",
        "",
        "Said by:",
        f"- Ivo Tan (Harbour Board): “{SAFE}” ({HERALD}, and 1 more story)",
        "",
        f"Traced with sayso {__version__} on 5 March 2026. {NO_VERDICT}",
    ]


def test_an_answer_of_a_day_tells_the_day(path: Path) -> None:
    with Ledger(path) as ledger:
        text = cite_claim(trace(ledger, SAFE, date(2024, 5, 1)), DRAWN)
    assert "1 report in 1 outlet, resting on 1 origin on 1 side, as of 1 May 2024." in text
    assert "more story" not in text


def test_words_that_may_mean_something_else_are_marked_so(path: Path) -> None:
    with Ledger(path) as ledger:
        found = trace(ledger, SAFE)
    (origin,) = found.origins
    unsure = replace(origin, best=replace(origin.best, score=0.5, words="it is “safe”"))
    text = cite_claim(replace(found, origins=(unsure,)), DRAWN)
    assert f"Ivo Tan (Harbour Board): it is “safe” ({HERALD}, and 1 more story) – perhaps: these words may mean" in text
