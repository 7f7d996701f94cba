"""Bodies whose one name joins words with "and"."""

import pytest

from sayso.records import SourceKind
from sayso.sources.names.joined_names import find_joined_names
from tests.sources.stories import names_of, resolve_marked


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The Harbour and Fisheries Agency (HFA) sailed.", ["Harbour and Fisheries Agency"]),
        ("Road Tide and Standards Authority of Ghana (RTSAG) sailed.", ["Road Tide and Standards Authority of Ghana"]),
        ("It was the Tides and Harbour Commission that sailed.", ["Tides and Harbour Commission"]),
        ("Tides and Salvage Commission spokesman Ann Lee sailed.", ["Tides and Salvage Commission"]),
        ("The Foreign, Tides and Harbour Office sailed.", ["Foreign, Tides and Harbour Office"]),
        ("A ship of Ministry of Tides, Salt and Fisheries sailed.", ["Ministry of Tides, Salt and Fisheries"]),
        ("The Kettle and Harbour Commission sailed. Kettle has ships.", []),
        ("The Tides and Harbour Commission sailed without the Harbour Commission.", []),
        ("Germany and Harbour Commission spokesman Ann Lee sailed.", []),
        ("The Senate and Harbour Commission sailed.", []),
        ("The Tides and Ann Lee sailed.", []),
    ],
)
def test_an_acronym_an_article_or_an_officer_holds_a_name_together(text: str, names: list[str]) -> None:
    assert [text[start:end] for start, end in find_joined_names(text).items()] == names


def test_a_body_with_and_in_its_name_is_one_body_wherever_it_is_named() -> None:
    marked = (
        "<s>The Harbour and Fisheries Agency (HFA)</s> said so. <s>The HFA</s> said no. <s>The agency</s> said yes."
    )
    sources = resolve_marked(marked)
    assert {source.name for source in sources} == {"Harbour and Fisheries Agency"}
    assert {source.kind for source in sources} == {SourceKind.ORGANISATION}


@pytest.mark.parametrize(
    ("marked", "name", "side"),
    [
        (
            "<s>Tides and Salvage Commission spokesman Ann Lee</s> said so.",
            "Ann Lee",
            "Tides and Salvage Commission",
        ),
        ("<s>Tides and Fisheries Minister Ann Lee</s> said so.", "Ann Lee", "Ann Lee"),
        (
            "<s>A spokesman for the Tides, Salt and Harbour Office</s> said so.",
            "spokesman for Tides, Salt and Harbour Office",
            "Tides, Salt and Harbour Office",
        ),
        (
            "<s>A spokesman for the Ministry of Tides, Salt and Fisheries</s> said so.",
            "spokesman for Ministry of Tides, Salt and Fisheries",
            "Ministry of Tides, Salt and Fisheries",
        ),
    ],
)
def test_the_officer_of_such_a_body_is_one_person(marked: str, name: str, side: str) -> None:
    [source] = resolve_marked(marked)
    assert (source.name, source.kind, source.side) == (name, SourceKind.PERSON, side)


def test_a_person_and_a_minister_are_two() -> None:
    assert names_of("<s>Peter Lang and Finance Minister Ann Lee</s> said so.") == ["Peter Lang and Ann Lee"]
