"""For which groups lawyers speak."""

import pytest

from tests.sources.stories import resolve_marked


@pytest.mark.parametrize(
    ("before", "words", "side"),
    [
        ("It rained.", "the families' lawyer", "families"),
        ("It rained.", "Maria Roe, a lawyer for the plaintiffs,", "plaintiffs"),
        ("It rained.", "a lawyer representing 40 of the victims", "victims"),
        ("None of the families will sign.", "Their lawyer, Maria Roe,", "families"),
        ("It rained.", "Their lawyer, Maria Roe,", "Maria Roe"),
    ],
)
def test_a_lawyer_is_on_the_side_of_those_who_are_represented(before: str, words: str, side: str) -> None:
    (source,) = resolve_marked(f"{before} It snowed. <s>{words}</s> said so.")
    assert source.side == side


@pytest.mark.parametrize("words", ["Ann Novak, for Roe,", "his defender Ann Novak"])
def test_who_speaks_for_somebody_named_before_is_on_that_side(words: str) -> None:
    (source,) = resolve_marked(f"John Roe fell. John Roe rose. <s>{words}</s> said no.")
    assert (source.name, source.side) == ("Ann Novak", "John Roe")
