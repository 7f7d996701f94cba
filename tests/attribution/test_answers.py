import pytest

from sayso.attribution.mended.answers import complete_answers
from sayso.records import Attribution, Span, Speech, join_words


def content_of(text: str, said: str) -> str:
    start = text.rindex(said)
    cue = Span(text.rindex("said"), text.rindex("said") + 4)
    one = Attribution((), (cue,), (Span(start, start + len(said)),), Speech.INDIRECT, 0.9)
    (found,) = complete_answers(text, [one])
    return join_words(text, found.content)


@pytest.mark.parametrize(
    ("text", "said", "content"),
    [
        ("Asked whether she had taken the boat, Ulba Dorr said no.", "no", "she had taken the boat … no"),
        ("It rained. Pressed if it leaked, the cook of the ferry said “No”.", "“No”", "it leaked … “No”"),
        ("Asked by Kettle whether it leaks, he said no.", "no", "no"),
        ("Asked whether it leaks, he said no boat does.", "no boat does", "no boat does"),
        ("Asked whether it leaks, she left. He said no.", "no", "no"),
        ("The cook said no.", "no", "no"),
    ],
)
def test_a_bare_answer_is_of_what_was_asked(text: str, said: str, content: str) -> None:
    assert content_of(text, said) == content
