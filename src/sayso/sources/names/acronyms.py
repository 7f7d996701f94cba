"""Which long form of an acronym the story gives, in brackets beside it or anywhere."""

import re
from functools import lru_cache

from sayso.records import Span
from sayso.sources.known.gazetteer import find_outlet
from sayso.sources.names.beside_names import ACRONYM
from sayso.sources.names.joined_names import spelt_out
from sayso.sources.names.mention_kinds import MentionKind
from sayso.sources.names.mentions import Mention

_IN_BRACKETS = re.compile(ACRONYM.pattern.removeprefix(" ?"))
"""The same without the space before it: a text that has none is told in a tenth of the time."""
_LONE_ACRONYM = re.compile(r"[A-Z]{3,6}")
_BETWEEN = r"[a-z]+[ -](?:(?:and|of|for|the|in|on) )*"


def find_acronyms(text: str, mentions: tuple[Mention, ...]) -> dict[str, Mention]:
    """Acronyms that the text gives in brackets behind their long form, or spells anywhere if no outlet is called so."""
    acronyms: dict[str, Mention] = {}
    in_brackets = list(ACRONYM.finditer(text)) if _IN_BRACKETS.search(text) else []
    for short in in_brackets:
        if span := spelt_out(text, short):
            acronyms.setdefault(short[1], Mention(span, span.of(text), MentionKind.BODY, span.start))
    for mention in mentions if in_brackets else ():
        found = ACRONYM.match(text, mention.span.end)
        if found and found[1][0].casefold() in {word[0].casefold() for word in mention.name.split()}:
            acronyms.setdefault(found[1], mention)
    for name in sorted({mention.name for mention in mentions} - acronyms.keys()):
        if _LONE_ACRONYM.fullmatch(name) and not find_outlet(name) and (spelt := _pattern_of(name).search(text)):
            span = Span(*spelt.span())
            acronyms[name] = Mention(span, span.of(text), MentionKind.BODY, span.start)
    return acronyms


@lru_cache(maxsize=4096)
def _pattern_of(short: str) -> re.Pattern[str]:
    """The words that spell an acronym anywhere in a text: "Customs and Border Protection" of "CBP"."""
    return re.compile(rf"{short[0]}(?<!\w.){_BETWEEN}{_BETWEEN.join(short[1:])}[a-z]+(?!\w)")
