"""What the tools tell where a ledger changes while they are at it."""

from pathlib import Path

import pytest

from sayso.agents import tools
from sayso.agents.tools import Tools
from sayso.ingest import story_from_text
from sayso.ledger import Ledger
from sayso.ledger.forget import forget_story
from sayso.ledger.latest import State
from sayso.pipeline.adding import add_stories
from sayso.pipeline.models import shipped_model

CLAIM = "the old ferry leaks"
TOLD = "“The old ferry leaks,” harbour master Ida Holm said on Friday.\n"


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    path = tmp_path / "forgets.sayso"
    with Ledger(path) as opened:
        list(
            add_stories(opened, shipped_model(), [story_from_text(TOLD, id="f1", outlet="Herald", note="A retelling")])
        )
    return path


def forget(path: Path) -> None:
    with Ledger(path) as opened:
        forget_story(opened, "f1", "ed")


def test_a_story_that_is_forgotten_between_its_trace_and_the_telling_is_told_as_traced(
    ledger: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = Tools(ledger)
    monkeypatch.setattr(tools, "count_changes", lambda _: State(1, 0, 0))
    before = asked.trace_claim(CLAIM)
    forget(ledger)
    assert asked.trace_claim(CLAIM) == before
    (report,) = asked.list_reports(CLAIM, "origin 1").reports
    assert (report.story.story_id, report.story.outlet, report.story.note) == ("f1", "Herald", "A retelling")


def test_a_trace_that_is_asked_for_after_a_story_was_forgotten_has_it_no_more(ledger: Path) -> None:
    asked = Tools(ledger)
    assert asked.trace_claim(CLAIM).reports == 1
    forget(ledger)
    assert asked.trace_claim(CLAIM).reports == 0
