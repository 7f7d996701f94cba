"""Damage: names that went with their links, so that a stop or an 's follows a word it cannot follow."""

import re
from collections.abc import Iterator

from sayso.cleaning.layout import Layout
from sayso.records import Mark, MarkKind, Span

_WORD_START = r"(?<![\w'’.-])"
_STOP = r"[ \xa0][,.](?!\s?\.)(?=\s|$)"
"""A comma or a full stop that stands alone; dots in a row are an ellipsis, and ".45" is a number."""
_POSSESSIVE = r"[ \xa0]['’]s(?= [\w,.])"

_JOINING_WORDS = "and|or|in|of|at|by|to|from|with|for|on|near|between"
_AFTER_ARTICLE = re.compile(rf"{_WORD_START}(?:[Tt]he|[Aa]n|a){_STOP}")
_AFTER_JOINING_WORD = re.compile(rf"{_WORD_START}(?:{_JOINING_WORDS}|\w{{1,40}}[,:]){_STOP}")
_POSSESSOR = re.compile(rf"{_WORD_START}(?:the|{_JOINING_WORDS}|\w{{1,40}}[,.;:]){_POSSESSIVE}")
_UNSURE = re.compile(rf"{_WORD_START}(?:\w{{1,40}}(?:['’]s|s['’]){_STOP}|\w{{2,40}}ing{_POSSESSIVE})")
"""Spaces that some outlets set between a name and its stop, or tokenizers before an 's."""

_SPACED_MARKS = (" ,", " .", " 's", " ’s", "\xa0")
"""Without one of these no space stands before a mark, as in most stories."""
_SPACE_BEFORE_MARK = re.compile(r"[ \xa0](?:[,.](?:\s|$)|['’]s)")
_SPACED_STOP = re.compile(rf"(?<=\w){_STOP}")
_SPACED_POSSESSIVE = re.compile(rf"(?<=\w){_POSSESSIVE}")


def find_stripped_links(layout: Layout) -> Iterator[Mark]:
    """Find places where a name went with its link: "the first ever in , South Korea", "hitting 's , and".

    Each mark covers the word before the gap and what follows it. Where a text spaces its stops as a habit, a comma
    after "in" shows nothing; one after an article does. A gap that may as well be such a space ("the paper's ,")
    counts only in a line with another gap.
    """
    text = layout.text
    if not any(mark in text for mark in _SPACED_MARKS) or not _SPACE_BEFORE_MARK.search(text):
        return
    patterns = [_AFTER_ARTICLE]
    if not _is_habit(text, _SPACED_STOP, (_AFTER_ARTICLE, _AFTER_JOINING_WORD, _UNSURE)):
        patterns.append(_AFTER_JOINING_WORD)
    if not _is_habit(text, _SPACED_POSSESSIVE, (_POSSESSOR, _UNSURE)):
        patterns.append(_POSSESSOR)
    for line in layout.lines:
        certain = [Span(*found.span()) for pattern in patterns for found in pattern.finditer(text, *line)]
        unsure = [Span(*found.span()) for found in _UNSURE.finditer(text, *line)] if certain else []
        for span in certain + unsure:
            before, after = span.of(text).split()
            yield Mark(MarkKind.DAMAGE, span, f"a word seems lost between “{before}” and “{after}”")


def _is_habit(text: str, spaced: re.Pattern[str], gaps: tuple[re.Pattern[str], ...]) -> bool:
    """Whether more of what is spaced follows words that it may follow than gaps."""
    count = sum(1 for _ in spaced.finditer(text))
    return count > 0 and count > 2 * sum(1 for pattern in gaps for _ in pattern.finditer(text))
