"""People who are called by their nation: "the Spaniard"."""

import pytest

from sayso.records import SourceKind
from tests.sources.stories import names_of, resolve_marked


@pytest.mark.parametrize(
    ("before", "words", "name"),
    [
        ("Ulba Dorr left. Captain Ulba Dorr ate.", "The Spaniard", "Ulba Dorr"),
        ("Spanish captain Ana Novak left. Ole Lang stayed.", "the Spaniard", "Ana Novak"),
        ("Spain's Ana Novak beat Denmark's Ole Lang.", "the Spaniard", "Ana Novak"),
        ("Spain's Ana Novak beat Denmark's Ole Lang.", "the Dane", "Ole Lang"),
        ("Danish captain Ole Lang met Ana Novak.", "The Brazilian", "Ana Novak"),
        ("Peter Lang met Maria Novak.", "The Dutchwoman", "Maria Novak"),
        ("Peter Lang met Paul Novak.", "The Spaniard", "Spaniard"),
        ("It rained.", "The Swede", "Swede"),
    ],
)
def test_one_of_a_people_is_the_person_whom_it_fits(before: str, words: str, name: str) -> None:
    source = resolve_marked(f"{before} <s>{words}</s> said so.")[-1]
    assert (source.name, source.kind) == (name, SourceKind.PERSON)


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("A stern Norwegian", SourceKind.PERSON),
        ("the Argentine", SourceKind.PERSON),
        ("The Norwegians", SourceKind.COLLECTIVE),
        ("The Swiss", SourceKind.COLLECTIVE),
    ],
)
def test_one_of_a_people_is_one_person(words: str, kind: SourceKind) -> None:
    assert resolve_marked(f"It rained. <s>{words}</s> said so.")[0].kind is kind


@pytest.mark.parametrize(
    ("words", "name"),
    [("The Australian", "The Australian"), ("The Spaniards", "Spaniards"), ("The Kettle", "Kettle")],
)
def test_an_outlet_a_people_or_another_name_is_no_person_of_a_people(words: str, name: str) -> None:
    assert names_of(f"Peter Lang met Paul Novak. It was as <s>{words}</s> said.") == [name]
