from sayso.records import Span, join_words


def test_words_apart_are_joined_and_invisible_signs_left_out() -> None:
    text = "Netan\u00adyahu, the prime minister, said"
    assert join_words(text, [Span(0, 10), Span(16, 30)]) == "Netanyahu … prime minister"
    assert join_words(text, []) == ""


def test_spans_overlap_where_they_share_a_character() -> None:
    assert Span(0, 3).overlaps(Span(2, 4))
    assert not Span(0, 3).overlaps(Span(3, 4))
