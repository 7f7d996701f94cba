"""On whose side documents are: on that of whoever made them."""

import pytest

from tests.sources.stories import resolve_marked


@pytest.mark.parametrize(
    ("before", "words", "side"),
    [
        ("The Rain Agency met.", "a report by the Rain Agency", "Rain Agency"),
        ("The Rain Agency met.", "the first report of the rain inspectors", "rain inspectors"),
        (
            "Portugal's Rain Agency met.",
            "a draft report published on Monday by Portugal's Rain Agency",
            "Portugal (state)",
        ),
        ("The report by the Rain Agency is out.", "The 40-page report", "Rain Agency"),
        ("The Rain Agency's annual audit is out.", "The audit", "Rain Agency"),
        ("The report on the Rain Agency is out.", "The 40-page report", "40-page report"),
        ("Kettle Foods fell.", "a filing to the stock exchange", "Kettle Foods"),
        ("LISBON, May 3 - Portugal slept.", "The indictment", "Portugal (state)"),
        ("It rained.", "an indictment", "prosecutors"),
        ("It rained.", "a class-action lawsuit", "plaintiffs"),
        ("The Rain Agency met.", "an order seen by the agency", "order"),
        ("The Leeds Court met.", "Court records", "Court records"),
        ("<s>The tide board</s> said in a first report that it rained.", "the report", "tide board"),
        ("<s>The tide board</s> said in a letter that it rained.", "the report", "report"),
    ],
)
def test_a_document_is_on_its_makers_side(before: str, words: str, side: str) -> None:
    *_, source = resolve_marked(f"{before} It snowed. <s>{words}</s> said so.")
    assert source.side == side
