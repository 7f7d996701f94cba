"""Who puts a number on something, on invented sentences."""

import pytest

from sayso.attribution.plain.counts import find_counts
from sayso.text.quotes import quote_spans


def counts_of(text: str) -> list[tuple[str, str]]:
    """Sources and contents."""
    found = find_counts(text, quote_spans(text))
    return [(one.source[0].of(text), one.content[0].of(text)) for one in found]


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("Olga Brandt put the dead and missing at over 300.", "Olga Brandt", "the dead and missing at over 300"),
        ("The mayor, Olga Roe, put the damage at $3.4 million.", "The mayor, Olga Roe,", "the damage at $3.4 million"),
        ("Last month she put their number at 110 and spoke of more.", "she", "their number at 110"),
        ("A day before, the clerks had put the toll at 30 or more.", "the clerks", "the toll at 30 or more"),
        ("On Monday the board, which errs, put the loss at 1,100.", "the board, which errs,", "the loss at 1,100"),
        ("Officials had originally put the toll at seven.", "Officials", "the toll at seven"),
        ("Officials have put the number of boats at nine.", "Officials", "the number of boats at nine"),
        ("Jane Roe gave the sum as $9.5 million.", "Jane Roe", "the sum as $9.5 million"),
        ("Police gave the number of marchers as 600.", "Police", "the number of marchers as 600"),
        ("Two hospitals put the toll at 12 and rising.", "Two hospitals", "the toll at 12 and rising"),
        (
            "The health department has recorded 27 cases, including five deaths, since May.",
            *("The health department", "27 cases, including five deaths"),
        ),
        ("The Rail Agency has so far counted more than 30 bodies.", "The Rail Agency", "more than 30 bodies"),
    ],
)  # fmt: skip
def test_who_puts_a_number_on_something_says_it(text: str, source: str, content: str) -> None:
    assert counts_of(text) == [(source, content)]


def test_each_clause_has_its_own() -> None:
    text = "Police put the size of the crowd at 2,000; organisers put it at more than 10,000."
    assert counts_of(text) == [
        ("Police", "the size of the crowd at 2,000"),
        ("organisers", "it at more than 10,000"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Reports that put the toll at 40 were wrong.",
        "A new estimate would put the toll at 40.",
        "She gave the number as her own.",
        "She put the kettle on at 5.",
        "“They put the toll at 40,” she said.",
        "The captain put the number of his cabin on the door.",
        "Marlow has recorded 12 deaths.",
        "The ministry has recorded 12 songs.",
    ],
)
def test_no_other_putting_counts(text: str) -> None:
    assert counts_of(text) == []
