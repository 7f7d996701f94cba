"""Briefs that name their source in the first line, on invented ones."""

import pytest

from sayso.attribution.plain.sourced import find_sourced
from sayso.ingest import story_from_text
from sayso.pipeline.method import read_story
from sayso.pipeline.models import shipped_model
from sayso.records import Speech

BRIEF = """Source: {source}

Details: The lighthouse at Norwick has gone dark. Nobody was hurt.

Quote: "We will light it again."

Background: The lamp was replaced in May."""


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("the harbour board of Norwick", "the harbour board of Norwick"),
        ("Olga Brandt on Telegram", "Olga Brandt"),
        ("Reuters, citing keeper Olga Brandt, who climbed up", "keeper Olga Brandt"),
        ("Defence Intelligence of Ukraine (DIU)", "Defence Intelligence of Ukraine"),
    ],
)
def test_details_and_quotes_are_the_sources(source: str, name: str) -> None:
    text = BRIEF.format(source=source)
    found = [(one.source[0].of(text), one.content[0].of(text), one.speech) for one in find_sourced(text)]
    assert found == [
        (name, "The lighthouse at Norwick has gone dark. Nobody was hurt.", Speech.INDIRECT),
        (name, '"We will light it again."', Speech.DIRECT),
    ]


def test_a_medium_is_only_a_credit() -> None:
    assert list(find_sourced(BRIEF.format(source="Reuters"))) == []


def test_the_source_is_a_person_with_a_side_and_no_label_speaks() -> None:
    text = BRIEF.format(source="Reuters, citing South Korean MP Kim Ae-ran, who was there")
    reading = read_story(shipped_model(), story_from_text(text, outlet="Nordpost"))
    names = {one.who.name for one in reading.attributions if one.who}
    assert names == {"Kim Ae-ran"}
    assert {one.grade.via for one in reading.attributions if one.grade} == {("Nordpost", "Reuters")}


def test_an_office_that_a_story_credits_passes_nothing_on() -> None:
    text = BRIEF.format(source="Ministry of Defence of Ukraine")
    reading = read_story(shipped_model(), story_from_text(text, outlet="Nordpost"))
    assert {one.grade.via for one in reading.attributions if one.grade} == {("Nordpost",)}
