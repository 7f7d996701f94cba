from hypothesis import given
from hypothesis import strategies as st

from sayso.cli.marking import LONGEST_CELL_CHARS, shorten


@given(st.lists(st.text(alphabet="abc“”", min_size=1, max_size=12), max_size=120))
def test_long_words_lose_their_middle_between_words(words: list[str]) -> None:
    text = " ".join(words)
    shown = shorten(text)
    if len(text) <= LONGEST_CELL_CHARS:
        assert shown == text
        return
    start, _, rest = shown.partition(" ‹")
    _, _, end = rest.partition("› ")
    assert text.startswith(start + " ")
    assert text.endswith(" " + end)
