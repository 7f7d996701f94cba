"""Political parties by the words that news has for them and their members."""

from sayso.text.word_tables import word_table

_MEMBERS = {
    "Republican Party": word_table("republican republicans gop"),
    "Democratic Party": word_table("democrat democrats democratic"),
    "Labour Party": word_table("labour"),
    "Conservative Party": word_table("tory tories"),
}
_BY_WORD = {word: party for party, words in _MEMBERS.items() for word in words}

PARTY_WORD = rf"(?i:{'|'.join(sorted(_BY_WORD, reverse=True))})"
"""One of these words, as a regular expression."""


def party_called(word: str) -> str | None:
    """The party whose members news calls so: "GOP", "Democratic", "Tory"; None for another word."""
    return _BY_WORD.get(word.casefold())
