"""Who held an office once, on invented sentences."""

import pytest

from sayso.ingest import story_from_text
from sayso.pipeline.method import read_story
from sayso.pipeline.models import shipped_model
from sayso.records import Source
from sayso.sources.offices.office_words import is_past, when_held


def sources(text: str) -> list[Source]:
    reading = read_story(shipped_model(), story_from_text(text, outlet="Herald"))
    return [one.who for one in reading.attributions if one.who]


@pytest.mark.parametrize(
    ("words", "name", "role"),
    [
        ("Ex-minister of Germany Peter Lang", "Peter Lang", "Ex-minister of Germany"),
        ("Ex-president Peter Lang", "Peter Lang", "Ex-president"),
        ("German ex-minister Peter Lang", "Peter Lang", "German ex-minister"),
        ("The ex-minister of Germany", "ex-minister of Germany", "ex-minister"),
        ("Former minister of Germany Peter Lang", "Peter Lang", "Former minister of Germany"),
    ],
)
def test_who_held_an_office_speaks_for_no_state(words: str, name: str, role: str) -> None:
    (who,) = sources(f"{words} said the treaty was dead.")
    assert (who.name, who.role, who.affiliation, who.side) == (name, role, None, name)


@pytest.mark.parametrize("again", ["The ex-minister", "The former minister"])
def test_the_ex_minister_is_who_was_introduced_so(again: str) -> None:
    found = sources(f"Former minister Peter Lang criticised the treaty on Friday. {again} said it was dead.")
    assert {who.name for who in found} == {"Peter Lang"}


@pytest.mark.parametrize(
    ("words", "held"),
    [("former minister", "minister"), ("ex-minister", "minister"), ("late King of Norway", "King of Norway")],
)
def test_an_office_as_it_was_while_it_was_held(words: str, held: str) -> None:
    assert is_past(words)
    assert when_held(words) == held
    assert not is_past(held)
