"""Parts of several who were told of before: "one of them", "the other", "both"."""

import pytest

from tests.sources.stories import names_of


@pytest.mark.parametrize(
    ("marked", "names"),
    [
        (
            "<s>Two harbour officials</s> said so. <s>One of them</s> left, <s>the other</s> did not.",
            ["two harbour officials", "one of two harbour officials", "one of two harbour officials"],
        ),
        (
            "<s>Two clerks</s> spoke. <s>One of them, a notary,</s> left. <s>The other, an archivist,</s> stayed.",
            ["two clerks"] * 3,
        ),
        ("<s>Three sailors from Porto</s> spoke. <s>One</s> left.", ["three sailors from Porto"] * 2),
        ("<s>Two sailors</s> spoke. It rained. <s>Both</s> left.", ["two sailors", "two sailors"]),
        ("<s>Three people close to it</s> said so. <s>Two of them</s> left.", ["three people close to it"] * 2),
        ("<s>The three doctors who came</s> said so. <s>One of the doctors</s> left.", ["three doctors who came"] * 2),
    ],
)
def test_a_part_is_of_those_told_of_before(marked: str, names: list[str]) -> None:
    told = [name and name.removeprefix("one of ").removeprefix("some of ") for name in names_of(marked)]
    assert told == [name.removeprefix("one of ") for name in names]


@pytest.mark.parametrize(
    ("marked", "names"),
    [
        ("<s>Two sailors</s> spoke. <s>One of the three</s> left.", ["two sailors", "one of the three"]),
        ("<s>Two sailors</s> spoke. <s>One of the nurses</s> left.", ["two sailors", "one of the nurses"]),
        ("<s>Two sailors</s> spoke. It rained. It rained. It rained. <s>One</s> left.", ["two sailors", "one"]),
        ("<s>Maria Novak</s> spoke. <s>One of them</s> left.", ["Maria Novak", "one of them"]),
    ],
)
def test_others_keep_their_own_words(marked: str, names: list[str]) -> None:
    assert names_of(marked) == names
