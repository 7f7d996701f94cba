"""How an answer is printed that many may have given, on invented stories."""

import pytest

from sayso.cli.trace import show_trace
from sayso.trace import Trace, trace
from tests.trace.stories import CLAIM, Said, SharedWords, ledger_of, make_reading
from tests.trace.test_reports import shares

SURE, UNSURE = "the ferry Marlin leaks", "the ferry Marlin leaks, it may be"


def traced_with_unsure(monkeypatch: pytest.MonkeyPatch, unsure: int) -> Trace:
    """One source plainly states the claim, and so many others may."""
    monkeypatch.setattr(SharedWords, "_read", lambda _, asked, said: shares(0.0, 0.1 if "may" in said else 0.95))
    names = ["Ada Holt", "Ivo Tan", "Olena Brodie", "Ulba Dorr"][:unsure]
    readings = [make_reading("sure", Said("Peter Lang", SURE))]
    readings += [make_reading(f"maybe{place}", Said(name, UNSURE)) for place, name in enumerate(names)]
    with ledger_of(readings) as ledger:
        return trace(ledger, CLAIM, model=SharedWords())


def test_those_who_may_say_so_take_a_line_and_their_words(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    found = traced_with_unsure(monkeypatch, 3)
    assert len(found.unsure) == 3
    show_trace(found, limit=2)
    shown = " ".join(capsys.readouterr().out.split())
    assert "3 others may say so too, not counted" in shown
    assert f"2 {found.unsure[0].name} Harborton Herald, {found.unsure[0].best.story_id} {UNSURE}" in shown
    assert "and 1 more (--limit 0)" in shown
    assert found.unsure[2].name not in shown


def test_without_a_limit_all_that_is_known_of_them_is_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    found = traced_with_unsure(monkeypatch, 3)
    assert len(found.unsure) == 3
    show_trace(found, limit=0)
    shown = " ".join(capsys.readouterr().out.split())
    assert all(f"{origin.name} person · 2024-03-05" in shown for origin in found.unsure)
    assert "more (--limit 0)" not in shown
