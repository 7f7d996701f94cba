"""Two persons who are named together."""

import pytest

from sayso.records import SourceKind
from tests.sources.stories import names_of, resolve_marked

_BOTH = "Peter Lang and Maria Novak"


@pytest.mark.parametrize(
    ("marked", "names"),
    [
        ("Peter Lang and Maria Novak talked for an hour. <s>They</s> said it rained.", [_BOTH]),
        ("Mayor Peter Lang and Judge Maria Novak met. <s>They</s> said it rained.", [_BOTH]),
        ("Peter Lang and Maria Novak met in Porto. <s>The two leaders</s> said it rained.", [_BOTH]),
        ("Peter Lang and Maria Novak met in Porto. <s>Both men</s> said it rained.", [_BOTH]),
        ("Peter Lang and Maria Novak met. <s>The two men in the car</s> said so.", ["two men in the car"]),
    ],
)
def test_pairs(marked: str, names: list[str]) -> None:
    assert names_of(marked) == names


def test_who_has_two_surnames_is_called_by_the_first() -> None:
    assert names_of("Peter Rosado Lund left. <s>Rosado</s> said so.") == ["Peter Rosado Lund"]
    assert names_of("Peter Rosado Lund met Ada Rosado. <s>Rosado</s> said so.") == ["Ada Rosado"]
    assert names_of("Mary Jane Lund left. <s>Jane</s> said so.") == ["Jane"]


def test_end_of_a_longer_list_is_no_pair() -> None:
    marked = "Ann Bell, Peter Lang and Maria Novak met. <s>The two leaders</s> said so."
    assert names_of(marked) == ["two leaders"]


@pytest.mark.parametrize(
    ("marked", "names"),
    [
        ("Mayor Novak and his wife, Ada Novak, came. <s>Novak</s> said so. <s>The mayor</s> left.", ["Novak"] * 2),
        ("Mayor Novak and Judge Ada Novak came. <s>Novak</s> said so. <s>Ada Novak</s> left.", ["Novak", "Ada Novak"]),
        ("Peter Lang and Ada Novak came. <s>Novak</s> said so.", ["Ada Novak"]),
        ("Mayor Novak and the others came. Ada Novak sat down. <s>Novak</s> said so.", ["Ada Novak"]),
    ],
)
def test_who_stands_beside_somebody_of_the_same_surname_is_another(marked: str, names: list[str]) -> None:
    assert names_of(marked) == names


@pytest.mark.parametrize(
    ("marked", "name", "kind"),
    [
        ("<s>former Housing and Urban Development Secretary Jane Doe</s> said so.", "Jane Doe", SourceKind.PERSON),
        ("<s>Customs and Border Protection</s> said so.", "Customs and Border Protection", SourceKind.ORGANISATION),
        (
            "<s>Harbour Customs and Kettle Patrol</s> said so.",
            "Harbour Customs and Kettle Patrol",
            SourceKind.COLLECTIVE,
        ),
    ],
)
def test_a_body_whose_name_joins_two_words_is_one(marked: str, name: str, kind: SourceKind) -> None:
    (source,) = resolve_marked(marked)
    assert (source.name, source.kind) == (name, kind)


@pytest.mark.parametrize(
    ("before", "name"),
    [
        ("<s>One resident</s> said so.", "another resident"),
        ("<s>A sailor</s> said so.", "another sailor"),
        ("<s>Peter Lang</s> said so.", "another"),
    ],
)
def test_another_is_one_more_of_whom_the_last_is_one(before: str, name: str) -> None:
    assert names_of(f"{before} <s>Another</s> said no.")[1] == name
