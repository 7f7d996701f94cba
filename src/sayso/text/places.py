"""Where words stand in a text."""

from collections.abc import Iterator


def places_of(words: str, text: str) -> Iterator[int]:
    """Where each place begins at which a text has some words, be they part of longer ones; in order, none overlap.

    A pattern made of the words for one search would take a hundred times as long to make as the text to look through.
    """
    start = text.find(words)
    while start >= 0:
        yield start
        start = text.find(words, start + len(words))
