import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from sayso.attribution.network.model import AttributionModel
from sayso.attribution.network.pieces import FEATURES, cut_pieces
from sayso.records import Span

STORY = "Off. MAYOR leaves\n“I am done,” Ann Lee said on May 5.\n"


def test_offsets_point_at_the_words(model: AttributionModel) -> None:
    pieces = cut_pieces(model.tokenizer, STORY)
    words = [STORY[start:end] for start, end in zip(pieces.starts, pieces.ends, strict=True)]
    assert words[:3] == ["Off", ".", "MAYOR"]
    assert "".join(words) == "".join(STORY.split())


def test_shape_tells_what_the_vocabulary_loses(model: AttributionModel) -> None:
    pieces = cut_pieces(model.tokenizer, STORY)
    shape = {
        STORY[start:end]: {name for name, value in zip(FEATURES, row, strict=True) if value}
        for start, end, row in zip(pieces.starts, pieces.ends, pieces.shape, strict=True)
    }
    assert shape["MAYOR"] == {"capital", "all_caps"}
    assert shape["“"] == {"quoted", "quotation_mark", "paragraph_start"}
    assert shape["done"] == {"quoted"}
    assert shape["Ann"] == {"capital"}
    assert shape["5"] == {"digit"}
    assert shape["."] == {"no_space_before"}


def test_skipped_spans_leave_a_gap(model: AttributionModel) -> None:
    text = "He said that.\nREAD MORE: a thing\nShe denied it."
    skip = Span(text.index("READ"), text.index("\nShe"))
    pieces = cut_pieces(model.tokenizer, text, (skip,))
    assert [span.of(text) for span in pieces.spans(0, len(pieces))] == ["He said that.", "She denied it."]
    assert pieces.after_gap[1:].sum() == 1


def test_several_pieces_may_spell_one_character(model: AttributionModel) -> None:
    text = "She met 혈 there."
    pieces = cut_pieces(model.tokenizer, text)
    spelling = np.flatnonzero(pieces.starts == text.index("혈"))
    assert len(spelling) > 1
    assert [span.of(text) for span in pieces.spans(int(spelling[0]), int(spelling[-1]) + 1)] == ["혈"]


@given(text=st.text(max_size=200), cut=st.tuples(st.integers(0, 200), st.integers(0, 200)))
def test_pieces_are_in_order_and_outside_what_is_skipped(
    model: AttributionModel, text: str, cut: tuple[int, int]
) -> None:
    skip = Span(*sorted(cut))
    pieces = cut_pieces(model.tokenizer, text, (skip,))
    assert np.all(pieces.starts < pieces.ends)
    within_one = (pieces.starts[:-1] == pieces.starts[1:]) & (pieces.ends[:-1] == pieces.ends[1:])
    assert np.all((pieces.ends[:-1] <= pieces.starts[1:]) | within_one)
    assert not any(skip.start < end and start < skip.end for start, end in zip(pieces.starts, pieces.ends, strict=True))
    assert not len(pieces) or (pieces.first[0] and pieces.line_start[0])
