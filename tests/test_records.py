import pytest

from sayso.records import Span, Story, join_words


def test_words_apart_are_joined_and_invisible_signs_left_out() -> None:
    text = "Netan\u00adyahu, the prime minister, said"
    assert join_words(text, [Span(0, 10), Span(16, 30)]) == "Netanyahu … prime minister"
    assert join_words(text, []) == ""


def test_spans_overlap_where_they_share_a_character() -> None:
    assert Span(0, 3).overlaps(Span(2, 4))
    assert not Span(0, 3).overlaps(Span(3, 4))


@pytest.mark.parametrize(
    ("byline", "author"),
    [
        ("Jane Doe", "Jane Doe"),
        ("By Jane Doe", "Jane Doe"),
        ("by By: Jane Doe and Jo Byrne", "Jane Doe and Jo Byrne"),
        ("Byron Doe", "Byron Doe"),
        (None, None),
    ],
)
def test_an_author_stands_in_a_byline_behind_its_by(byline: str | None, author: str | None) -> None:
    assert Story("a", "Words.", byline=byline).author == author
