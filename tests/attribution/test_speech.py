import pytest

from sayso.attribution.speech import speech_of
from sayso.records import Span, Speech
from sayso.text.quotes import quote_spans


@pytest.mark.parametrize(
    ("content", "speech"),
    [
        ("“We are ready,”", Speech.DIRECT),
        ("We are ready,", Speech.DIRECT),
        ("that he would go", Speech.INDIRECT),
        ("it was “not over”, and never would be", Speech.MIXED),
        ("“", Speech.INDIRECT),
    ],
)
def test_tells_speech_by_the_marks(content: str, speech: Speech) -> None:
    text = "“We are ready,” he said, that he would go; it was “not over”, and never would be."
    start = text.index(content)
    assert speech_of(text, [Span(start, start + len(content))], quote_spans(text)) is speech


def test_several_spans_count_together() -> None:
    text = "“One,” he said, “two.”"
    assert speech_of(text, [Span(0, 6), Span(16, 22)], quote_spans(text)) is Speech.DIRECT
