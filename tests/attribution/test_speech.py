import pytest

from sayso.attribution.mended.speech import speech_of
from sayso.records import Span, Speech
from sayso.text.quotes import quote_spans


def speech(text: str, cue: str, *content: str) -> Speech:
    def find(words: str) -> Span:
        return Span(text.index(words), text.index(words) + len(words))

    return speech_of(text, [find(cue)], [find(words) for words in content], quote_spans(text))


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("“We are ready,”", Speech.DIRECT),
        ("We are ready,", Speech.DIRECT),
        ("that he would go", Speech.INDIRECT),
        ("it was “not over”, and never would be", Speech.MIXED),
        ("“", Speech.INDIRECT),
    ],
)
def test_tells_speech_by_the_marks(content: str, expected: Speech) -> None:
    text = "“We are ready,” he said, that he would go; it was “not over”, and never would be."
    assert speech(text, "said", content) is expected


def test_several_spans_count_together() -> None:
    assert speech("“One,” he said, “two.”", "said", "“One,”", "“two.”") is Speech.DIRECT


def test_a_word_of_the_reporter_makes_it_mixed() -> None:
    text = "She said he “will be judged by nobody but the people of the harbour and their children”."
    assert speech(text, "said", text[text.index("he “") : -1]) is Speech.MIXED


def test_linking_words_do_not() -> None:
    text = "She said that “it is over” and “nobody slept”."
    assert speech(text, "said", text[text.index("that") : -1]) is Speech.DIRECT


def test_what_another_quotes_is_indirect() -> None:
    text = "“The owner told us that the hull was sound,” the pilot said."
    assert speech(text, "told", "that the hull was sound") is Speech.INDIRECT
    assert speech(text, "said", "“The owner told us that the hull was sound,”") is Speech.DIRECT
