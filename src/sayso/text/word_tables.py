"""Tables of words, written as one string."""


def word_table(words: str) -> frozenset[str]:
    """The words of a table written as one string, with spaces between."""
    return frozenset(words.split())
