import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.attribution.mended.endings import complete_contents, trim_contents
from sayso.records import Attribution, Span, Speech


def find(text: str, words: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


def attribution(text: str, cue: str, *content: str) -> Attribution:
    return Attribution((), (find(text, cue),), tuple(find(text, words) for words in content), Speech.INDIRECT, 0.9)


def completed(text: str, cue: str, *content: str) -> list[str]:
    (one,) = complete_contents(text, [attribution(text, cue, *content)])
    return [span.of(text) for span in one.content]


@pytest.mark.parametrize(
    ("cut", "whole"),
    [
        ("responsibility for a bombing at", "responsibility for a bombing at a rally of the port union"),
        ("responsibility for a bombing", "responsibility for a bombing"),
        ("responsibility for a", "responsibility for a bombing at a rally of the port union"),
        (
            "responsibility for a bombing at a rally",
            "responsibility for a bombing at a rally of the port union",
        ),
    ],
)
def test_goes_on_where_no_phrase_can_end(cut: str, whole: str) -> None:
    text = "The group claimed responsibility for a bombing at a rally of the port union (PU), which killed two."
    assert completed(text, "claimed", cut) == [whole]


def test_only_the_last_part_goes_on() -> None:
    text = "“It is the end of,” she said, adding that it was over for the mill."
    assert completed(text, "said", "It is the end of", "it was over for") == [
        "It is the end of",
        "it was over for the mill",
    ]


@pytest.mark.parametrize("end", ["for example", "in part", "for instance, the pier"])
def test_says_nothing_more_for_an_example(end: str) -> None:
    text = f"She wants to mend the harbour, {end}."
    first = end.split()[0]
    assert completed(text, "wants", f"to mend the harbour, {first}") == [f"to mend the harbour, {first}"]


def test_figures_and_abbreviations_end_no_clause() -> None:
    text = "He put the loss at 3.5 million in the U.S.-run port."
    assert completed(text, "put", "the loss at") == ["the loss at 3.5 million in the U.S.-run port"]


def test_stops_before_the_words_of_others() -> None:
    text = "He spoke of the end of the mill, and of what she said of it."
    both = [attribution(text, "spoke", "the end of"), attribution(text, "said", "the mill")]
    assert complete_contents(text, both) == both


@given(st.text("ab ,.”\nof ", max_size=40), st.data())
def test_contents_only_grow_and_never_over_a_line(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    content = Span(start, data.draw(st.integers(start, len(text))))
    (one,) = complete_contents(text, [Attribution((), (), (content,), Speech.INDIRECT, 0.9)])
    (whole,) = one.content
    assert whole.start == content.start
    assert content.end <= whole.end <= len(text)
    assert "\n" not in text[content.end : whole.end]
    assert complete_contents(text, [one]) == [one]


@pytest.mark.parametrize(
    ("text", "content", "whole"),
    [
        ("She said it leaks, but refused to mend it.", "it leaks, but", "it leaks"),
        ("She declined to say why — “soon,” she said.", "to say why —", "to say why"),
        ("It leaks and drips, she said.", "It leaks and drips", "It leaks and drips"),
        ("She said it “always leaks,” and left.", "it “always leaks", "it “always leaks,”"),
        ("Weir gives way\nThe weir leaks, Dorr said.", "gives way\nThe weir leaks", "The weir leaks"),
        ("“It leaks.\n“It drips,” she said.", "“It leaks.\n“It drips,”", "“It leaks.\n“It drips,”"),
        ("She said:\nIt leaks\nIt drips", "It leaks\nIt drips", "It leaks\nIt drips"),
    ],
)
def test_contents_are_trimmed_to_what_is_said(text: str, content: str, whole: str) -> None:
    cue = "declined" if "declined" in text else "said"
    (one,) = trim_contents(text, [attribution(text, cue, content)])
    assert [span.of(text) for span in one.content] == [whole]
