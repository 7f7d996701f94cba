import pytest

from sayso.trace.query import content_words


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("did North Korean soldiers fight in Kursk", ["North", "Korean", "soldiers", "fight", "Kursk"]),
        ("Who said that the ferry sank?", ["ferry", "sank?"]),
        ("What happens in The Hague in May", ["happens", "The", "Hague", "May"]),
        ("how many ferries", ["ferries"]),
        ("who?", ["who?"]),
        ("", []),
    ],
)
def test_content_words(query: str, words: list[str]) -> None:
    assert content_words(query) == words
