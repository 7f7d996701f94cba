"""Damage: words that were lost, as syndicators do that strip links with the words they stand on."""

import re
from collections.abc import Iterator

from sayso.cleaning.layout import Layout
from sayso.records import Mark, MarkKind, Span

_DEMONYMS = (
    "Afghan|Albanian|American|Armenian|Australian|Austrian|Belarusian|Belgian|Bosnian|Brazilian|Bulgarian|Canadian|"
    "Chechen|Colombian|Croatian|Cuban|Egyptian|Estonian|European|Georgian|German|Hungarian|Indian|Indonesian|Iranian|"
    "Israeli|Italian|Jordanian|Kazakh|Kenyan|North Korean|South Korean|Korean|Latvian|Libyan|Lithuanian|Mexican|"
    "Moldovan|Nigerian|Norwegian|Pakistani|Palestinian|Romanian|Russian|Saudi|Serbian|Syrian|Turkmen|Ukrainian|Uzbek|"
    "Venezuelan|Yemeni"
)
"""Adjectives whose nouns take an -s in the plural; "the British have" is sound, "the Russian have" is not."""

_PLURAL_VERBS = frozenset(("are", "were", "have"))
_SINGULAR_VERBS = frozenset(("has", "had", "is", "was", "will", "would", "did", "does", "began", "could", "may"))
_AFTER_A_NOUN = (
    frozenset(("in", "on", "at", "to", "from", "by", "with", "for", "who", "that"))
    | frozenset(("killed", "wounded", "fighting", "serving", "deployed", "has", "had", "will"))
    | _PLURAL_VERBS
)
"""Words that follow a noun: after "a number of North Korean" they show that it is missing."""

_NEXT = "|".join(sorted(_AFTER_A_NOUN | _SINGULAR_VERBS))
_ADJECTIVE = re.compile(rf"(?:{_DEMONYMS}) (?P<next>{_NEXT})\b")
_QUANTITY_BEFORE = re.compile(
    r"\b(?:(?:numbers?|dozens|hundreds|thousands|tens|scores|groups?|majority|losses|casualties) of|most|many|several|"
    r"few|\d[\d,.]{0,12}|two|three|four|five|six|seven|eight|nine|ten|hundred|thousand|dozen)(?: the)? $",
    re.IGNORECASE,
)
_ARTICLE_BEFORE = re.compile(r"(?<!\band )(?<!\bor )\b[Tt]he $")
_LONGEST_QUANTITY_CHARS = 30

_NOUN_AFTER_ARTICLE = re.compile(r"[Tt]he (?:has|have|had|is|are|was|were|of|for|from|with)\b(?![-’'\xad])")
_NOUN_BEFORE_AND = re.compile(r"additional and(?= \w)")


def find_dropped_words(layout: Layout) -> Iterator[Mark]:
    """Find places where a noun must have stood: "a number of North Korean in", "the have been", "additional and".

    Each mark covers the word before the gap and the word after it. A singular that may as well be a person ("the
    Russian has") counts only in a line with another gap.
    """
    if not any(pattern.search(layout.text) for pattern in (_ADJECTIVE, _NOUN_AFTER_ARTICLE, _NOUN_BEFORE_AND)):
        return
    for line in layout.lines:
        certain, unsure = _find_after_adjectives(layout.text, line)
        for pattern in (_NOUN_AFTER_ARTICLE, _NOUN_BEFORE_AND):
            certain += [
                Span(*found.span())
                for found in pattern.finditer(layout.text, *line)
                if found.start() == line.start or layout.text[found.start() - 1].isspace()
            ]
        for span in certain + (unsure if certain else []):
            before, after = span.of(layout.text).rsplit(maxsplit=1)
            yield Mark(MarkKind.DAMAGE, span, f"a word seems lost between “{before}” and “{after}”")


def _find_after_adjectives(text: str, line: Span) -> tuple[list[Span], list[Span]]:
    certain: list[Span] = []
    unsure: list[Span] = []
    for found in _ADJECTIVE.finditer(text, *line):
        before = text[max(line.start, found.start() - _LONGEST_QUANTITY_CHARS) : found.start()]
        follows = found["next"]
        has_article = _ARTICLE_BEFORE.search(before) is not None
        counts_many = _QUANTITY_BEFORE.search(before) is not None and follows in _AFTER_A_NOUN
        if counts_many or (has_article and follows in _PLURAL_VERBS):
            certain.append(Span(*found.span()))
        elif has_article and follows in _SINGULAR_VERBS:
            unsure.append(Span(*found.span()))
    return certain, unsure
