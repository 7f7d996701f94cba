import pytest

from sayso.claims.affirmed import affirm


@pytest.mark.parametrize(
    ("words", "affirmed"),
    [
        ("No warning ever reached the board", "a warning ever reached the board"),
        ("that nobody was told, nor was it asked", "that somebody was told, and was it asked"),
        ("“It is not the tower.”", "“It is the tower.”"),
        ("they didn't pay", "they did pay"),
        ("he has never paid a single one", "he has paid a single one"),
        ("the note says nothing", "the note says something"),
        ("the knot holds", "the knot holds"),
    ],
)
def test_words_without_their_negation(words: str, affirmed: str) -> None:
    assert affirm(words) == affirmed
