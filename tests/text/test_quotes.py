from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.text.quotes import quote_spans


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("“We won,” he said.", ["“We won,”"]),
        ('"We won," he said. "Twice."', ['"We won,"', '"Twice."']),
        ("„Wir haben“, sagte er", ["„Wir haben“"]),
        ("«Nous», dit-il", ["«Nous»"]),
        ("‘We won,’ she said, adding it wasn’t close.", ["‘We won,’"]),
        ("'We won,' she said of the '90s.", ["'We won,'"]),
        ("The workers' rights and the ministers' cars", []),
        ("It’s Tom’s and the boys’ ball", []),
        ("“He said ‘no’ twice,” she said", ["“He said ‘no’ twice,”"]),
        (
            "“A first paragraph that goes on\n“and its second,” he said",
            ["“A first paragraph that goes on", "“and its second,”"],
        ),
        ("a lone ‘ mark\nand more", []),
        ("war, and“to the fullest extent possible”.", ["“to the fullest extent possible”"]),
    ],
)
def test_finds_outermost_quotations(text: str, quoted: list[str]) -> None:
    assert [span.of(text) for span in quote_spans(text)] == quoted


@given(st.text(alphabet="ab .,\n“”„«»\"‘’'"))
def test_spans_are_sorted_apart_and_on_one_line(text: str) -> None:
    spans = quote_spans(text)
    assert all(left.end <= right.start for left, right in pairwise(spans))
    assert all(0 <= span.start < span.end <= len(text) and "\n" not in span.of(text) for span in spans)
