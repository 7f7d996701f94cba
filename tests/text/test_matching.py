import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.text.matching import find_same_words, fold_passages, holds_words, place_words

CUTS = [
    "the old bridge will be closed for a year",
    "Brodie said that the old bridge will be closed for a year",
    "trams go round by the harbour",
    "a new one is planned",
]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("the old bridge will be closed for a year", (0,)),
        ("The old BRIDGE, will be closed “for a year”!", (0,)),
        ("will be closed for a year", (0,)),
        ("Brodie said that the old bridge", (1,)),
        ("said that the old bridge will be closed for a year", (0,)),
        ("trams go round by the harbour. And a new one is planned, they say", (2, 3)),
        ("the harbour … a new one", ()),
        ("by then trams go round by the harbour in the morning", (2,)),
        ("from now on trams go round by the river", (2,)),
        ("trams go round more often, as everybody knows", ()),
        ("elephants", ()),
        ("?!", ()),
        ("", ()),
    ],
)
def test_words_are_found_where_they_stand_however_they_are_cut(words: str, found: tuple[int, ...]) -> None:
    assert find_same_words(words, CUTS) == found


def test_a_gap_parts_passages_that_one_cut_holds() -> None:
    assert find_same_words("the old bridge … for a year", CUTS) == (0,)
    assert find_same_words("bridge … closed", ["the bridge … will be closed"]) == (0,)


@pytest.mark.parametrize(
    ("words", "holds"),
    [
        ("Zelenskyy said", True),
        ("ZELENSKY … war", True),
        ("said it … it said", False),
        ("elens", False),
        ("…", False),
        ("", False),
    ],
)
def test_a_text_holds_words_whole_and_in_any_usual_spelling(words: str, holds: bool) -> None:
    assert holds_words("Volodymyr Zelensky said … it of the war.", words) is holds


TEXTS = st.lists(st.sampled_from(["ferry", "leaks", "the", "harbour", "…", "Brodie", "12", "—"]), max_size=12)


@given(TEXTS, st.data())
def test_what_is_cut_from_a_text_is_held_by_it_and_found_in_it(pieces: list[str], data: st.DataObject) -> None:
    begin = data.draw(st.integers(0, len(pieces)))
    words = " ".join(pieces[begin : data.draw(st.integers(begin, len(pieces)))])
    text = " ".join(pieces)
    assert holds_words(text, words) is bool(fold_passages(words))
    assert find_same_words(words, [text]) == ((0,) if fold_passages(words) else ())


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("BRIDGE will", ["bridge will"]),
        ("bridge … closed for a year", ["bridge", "closed for a year"]),
        ("year … bridge", []),
        ("the  old\nbridge", ["the old bridge"]),
        ("elephants", []),
        ("", []),
    ],
)
def test_words_are_placed_in_a_text(words: str, found: list[str]) -> None:
    assert [CUTS[0][start:end] for start, end in place_words(CUTS[0], words)] == found


@given(
    st.lists(st.sampled_from(("Ivo", "ivo’s", "Łódź", "U.S.", "—", "…", "“no”,", "12")), min_size=1, max_size=8),
    st.data(),
)
def test_words_of_a_text_are_found_at_their_first_place(pieces: list[str], data: st.DataObject) -> None:
    text = " ".join(pieces)
    start = data.draw(st.integers(0, len(pieces) - 1))
    chosen = pieces[start : data.draw(st.integers(start + 1, len(pieces)))]
    placed = place_words(text, " ".join(chosen).replace("…", " "))
    first = next((place for place, piece in enumerate(chosen, start) if fold_passages(piece)), None)
    assert bool(placed) == (first is not None)
    for begin, end in placed:
        assert fold_passages(text[begin:end].replace("…", " ")) == fold_passages(" ".join(chosen).replace("…", " "))
        assert begin <= len(" ".join([*pieces[:first], ""]))
