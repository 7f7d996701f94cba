from hypothesis import given
from hypothesis import strategies as st

from sayso.attribution.network.model import AttributionModel
from sayso.attribution.network.pieces import cut_pieces
from sayso.attribution.network.windows import pack_windows

PARAGRAPHS = st.lists(st.integers(1, 60), min_size=1, max_size=12)


@given(lengths=PARAGRAPHS, target=st.integers(20, 80), more=st.integers(0, 80))
def test_windows_cover_every_piece_once(model: AttributionModel, lengths: list[int], target: int, more: int) -> None:
    pieces = cut_pieces(model.tokenizer, "\n".join("word " * length for length in lengths))
    windows = pack_windows(pieces, target, target + more)
    assert [piece for begin, end in windows for piece in range(begin, end)] == list(range(len(pieces)))
    assert all(end - begin <= target + more - 2 for begin, end in windows)


def test_paragraphs_stay_whole_where_they_fit(model: AttributionModel) -> None:
    pieces = cut_pieces(model.tokenizer, "a b c\nd e f\ng h i")
    assert pack_windows(pieces, 8, 8) == [(0, 6), (6, 9)]


def test_what_a_colon_announces_stays_with_it_where_both_fit(model: AttributionModel) -> None:
    pieces = cut_pieces(model.tokenizer, "a b c\nd e:\ng h i")
    assert pack_windows(pieces, 8, 9) == [(0, 3), (3, 9)]
    assert pack_windows(pieces, 8, 7)[-1][1] == len(pieces)


def test_long_paragraphs_are_cut_at_sentence_ends(model: AttributionModel) -> None:
    sentence = "one two three four five six seven eight nine. "
    pieces = cut_pieces(model.tokenizer, sentence * 40)
    windows = pack_windows(pieces, 150, 150)
    assert len(windows) > 1
    assert all(pieces.text[pieces.ends[end - 1] - 1] == "." for _, end in windows)


def test_no_pieces_no_windows(model: AttributionModel) -> None:
    assert pack_windows(cut_pieces(model.tokenizer, "  \n "), 256, 384) == []
