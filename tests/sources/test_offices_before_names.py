"""Offices that stand with their body or place before their holder's name."""

import pytest

from sayso.sources.mentions import MentionKind, find_mentions
from tests.sources.stories import names_of


@pytest.mark.parametrize(
    ("text", "name", "before"),
    [
        ("The harbour minister of Porto, Maria Novak, left.", "Maria Novak", "harbour minister of Porto"),
        ("The head of the river board, Ulba Dorr, left.", "Ulba Dorr", "head of the river board"),
        ("The spokeswoman of the Government, Maria Novak, left.", "Maria Novak", "spokeswoman"),
        ("A spokesman for the mayor of Porto, Maria Novak, left.", "Maria Novak", ""),
        ("Brig. Maria Novak left.", "Maria Novak", "Brig."),
    ],
)
def test_the_office_is_told_of_its_holder(text: str, name: str, before: str) -> None:
    (found,) = (mention for mention in find_mentions(text) if mention.name == name)
    assert found.before == before


def test_a_name_behind_an_office_is_a_persons() -> None:
    kinds = {mention.name: mention.kind for mention in find_mentions("The head of the river board, Ulba Dorr, left.")}
    assert kinds["Ulba Dorr"] is MentionKind.PERSON


def test_a_name_behind_what_companies_are_called_too_may_be_one() -> None:
    kinds = {mention.name: mention.kind for mention in find_mentions("The owner of the boat, Ulba Dorr, left.")}
    assert kinds["Ulba Dorr"] is MentionKind.UNCLEAR


def test_the_office_alone_is_its_holder_further_down() -> None:
    marked = "The harbour minister of Porto, <s>Ulba Dorr</s>, said no. It rained. <s>The minister</s> said yes."
    assert names_of(marked) == ["Ulba Dorr"] * 2


def test_a_shortened_rank_is_the_rank() -> None:
    assert names_of("<s>Brig. Ulba Dorr</s> said no. <s>The brigadier</s> said yes.") == ["Ulba Dorr"] * 2
