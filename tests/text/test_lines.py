from hypothesis import given
from hypothesis import strategies as st

from sayso.text.lines import find_sentence_end, line_spans


@given(st.text(alphabet=st.sampled_from("ab \n\r\t\xa0\u2028")))
def test_lines_hold_every_character_but_blank_edges(text: str) -> None:
    spans = line_spans(text)
    assert all(span.of(text) == span.of(text).strip() != "" for span in spans)
    assert "".join("".join(span.of(text) for span in spans).split()) == "".join(text.split())


def test_a_sentence_ends_past_its_closing_marks() -> None:
    text = "“Go on,” she said. “I will.” He left"
    assert text[: find_sentence_end(text, 0, len(text))] == "“Go on,” she said."
    assert text[: find_sentence_end(text, 18, len(text))] == "“Go on,” she said. “I will.”"
    assert find_sentence_end(text, 30, len(text)) == len(text)
