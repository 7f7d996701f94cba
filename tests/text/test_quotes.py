from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.records import Span
from sayso.text.quotes import Quotations, quote_spans


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
        ('“It leaks," she said. “It always has.”', ['“It leaks,"', "“It always has.”"]),
        ("“It leaks,’’ she said.", ["“It leaks,’’"]),
        ('“The "dry" dock leaks,” she said.', ['“The "dry" dock leaks,”']),
        ("‘The boys’ ‘dry’’ he said", ["‘The boys’", "‘dry’’"]),
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


@given(st.text(alphabet='ab \n“”"', max_size=30), st.integers(0, 30), st.integers(1, 8))
def test_places_and_spans_are_told_to_stand_in_the_quotations_that_hold_them(text: str, start: int, chars: int) -> None:
    spans, quotations, asked = quote_spans(text), Quotations.of(text), Span(start, start + chars)
    assert quotations.holds(start) is any(span.start <= start < span.end for span in spans)
    touching = [number for number, span in enumerate(spans) if span.overlaps(asked)]
    assert list(quotations.touching(asked)) == touching
