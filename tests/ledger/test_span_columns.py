import pytest

from sayso.ledger.span_columns import read_list, read_spans, write_spans
from sayso.records import Span


@pytest.mark.parametrize("spans", [(), (Span(0, 5),), (Span(3, 9), Span(12, 40_000))])
def test_spans_come_back_as_they_were_written(spans: tuple[Span, ...]) -> None:
    assert read_spans(write_spans(spans)) == spans


def test_lists_hold_whatever_json_does() -> None:
    assert read_list('["Ukrinform",[1,2],null,0.5]') == ["Ukrinform", [1, 2], None, 0.5]


@pytest.mark.parametrize("column", ["", "[[1,2]", "[[1,2]]]", "[[1,2]] 3", "spans", "[[1,]]"])
def test_a_damaged_column_is_told(column: str) -> None:
    with pytest.raises(ValueError, match=r"JSON|behind|Expecting|Illegal"):
        read_list(column)


@pytest.mark.parametrize("column", ["[[1]]", "[1]", "[[1,2,3]]"])
def test_what_are_no_spans_is_told(column: str) -> None:
    with pytest.raises((ValueError, TypeError)):
        read_spans(column)
