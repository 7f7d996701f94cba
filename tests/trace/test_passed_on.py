"""Who is cited for what another says, on invented stories."""

from pathlib import Path

import pytest

from sayso.ingest import story_from_text
from sayso.ledger import Ledger
from sayso.pipeline.adding import add_stories
from sayso.pipeline.method import read_story
from sayso.pipeline.models import shipped_model
from sayso.trace import trace
from sayso.trace.finding.passed_on import find_denied, find_passed_on, is_citing

CITED = "Nine miners died below, lawmaker Olga Brandt said on Monday, citing the mine inspectorate."


def passed_on(text: str) -> list[str | None]:
    """The names of those who only pass on what another is cited for."""
    attributions = read_story(shipped_model(), story_from_text(text, outlet="Nordpost")).attributions
    return [who.name for number in sorted(find_passed_on(attributions)) if (who := attributions[number].who)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (CITED, ["Olga Brandt"]),
        ("The dairy will close, Reuters reported. It cited union leaders.", ["Reuters"]),
        ("The dairy will close, Olga Brandt said. So did the mayor.", []),
        ("Milk fell by a tenth, Olga Brandt said, citing a report of the ministry.", []),
    ],
)
def test_who_cites_another_for_it_passes_it_on(text: str, names: list[str]) -> None:
    assert passed_on(text) == names


def test_the_origin_is_who_is_cited_and_the_chain_tells_who_cited(tmp_path: Path) -> None:
    with Ledger(tmp_path / "mine.sayso") as ledger:
        list(add_stories(ledger, shipped_model(), [story_from_text(CITED, outlet="Nordpost", published="2024-03-05")]))
        (origin,) = trace(ledger, "nine miners died").origins
    assert origin.name == "mine inspectorate"
    assert origin.best.via == ("Nordpost", "Olga Brandt")


@pytest.mark.parametrize("cue", ["citing", "cited", "with reference to", "referred to", "attributed the news to"])
def test_these_words_cite(cue: str) -> None:
    assert is_citing(cue)


@pytest.mark.parametrize("cue", ["said", "was cited as saying", "excited"])
def test_others_do_not(cue: str) -> None:
    assert not is_citing(cue)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The ministry denied that inspectors had concluded that the dairy was dirty.", ["inspectors"]),
        ("The ministry said that inspectors had concluded that the dairy was dirty.", []),
        ("The ministry rejected the inspectors' claim that the dairy was dirty.", []),
    ],
)
def test_who_is_denied_to_have_said_it_did_not(text: str, names: list[str]) -> None:
    attributions = read_story(shipped_model(), story_from_text(text, outlet="Nordpost")).attributions
    found = (attributions[number].who for number in find_denied(text, attributions))
    assert [who.name for who in found if who] == names
