"""Two persons who are named together."""

import pytest

from tests.sources.stories import names_of

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
