import pytest

from sayso.attribution.plain.hearsay import find_hearsay
from sayso.records import join_words
from sayso.text.quotes import quote_spans


def outline(text: str) -> list[tuple[str, str]]:
    return [(join_words(text, one.cue), join_words(text, one.content)) for one in find_hearsay(text, quote_spans(text))]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Ministers reportedly met on Sunday.", "Ministers … met on Sunday"),
        ("Reportedly, no one was hurt.", "no one was hurt"),
        ("The hall burnt; the crew reportedly got out, but a cat died.", "the crew … got out"),
        ("He fled after the pair allegedly broke in, according to a neighbour.", "the pair … broke in"),
        ("A man (reportedly a prison guard) fell.", "a prison guard"),
    ],
)
def test_the_clause_is_said_without_a_source(text: str, content: str) -> None:
    ((_, told),) = outline(text)
    assert told == content
    assert next(find_hearsay(text, ())).source == ()


def test_each_sentence_is_told_apart() -> None:
    text = "One man allegedly fell.\nThe other is reputedly rich."
    assert outline(text) == [("allegedly", "One man … fell"), ("reputedly", "The other is … rich")]


@pytest.mark.parametrize(
    "text", ["“He allegedly fell,” she said.", "Reportedly.", "It was, allegedly.", "The alleged thief ran.", ""]
)
def test_what_is_quoted_or_empty_or_no_adverb_is_none(text: str) -> None:
    assert outline(text) == []
