"""What rules read in a text by the form of its sentences alone."""

from collections.abc import Callable, Iterable, Sequence

from sayso.records import Attribution, Span
from sayso.text.quotes import quote_spans


def told_in(text: str, find: Callable[[str, Sequence[Span]], Iterable[Attribution]]) -> list[tuple[str, str, str]]:
    """Sources, cues and contents."""
    found = find(text, quote_spans(text))
    return [(one.source[0].of(text), one.cue[0].of(text), one.content[0].of(text)) for one in found]
