"""Names in headlines with capitals throughout, whose verbs read as parts of names: "Novak Rails at Roe"."""

import re
from collections import Counter
from collections.abc import Container, Iterator
from dataclasses import replace

from sayso.records import Span
from sayso.sources.known.gazetteer import gender_of
from sayso.sources.lexicon import BODY_NAME_WORDS, GROUP_NOUNS, MEDIA_NAME_WORDS, NOT_NAMES
from sayso.sources.names.mention_kinds import MentionKind
from sayso.sources.names.mentions import Mention
from sayso.sources.names.runs import HEADLINE_VERBS, small_words

_LINE = re.compile(r"[^\n]+")
_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_ENDS_SENTENCE = re.compile(r"[.!?…:][\"”’)\]]*\s*\Z")
_LONG_CHARS = 4
"""Shorter words, "for" and "at", stand in small letters in headlines too."""
_FEWEST_CAPITALS = 5
_LONGEST_HEADLINE_CHARS = 160
_FEWEST_WORDS = 3
_MAY_BE_NAMES = (MentionKind.PERSON, MentionKind.UNCLEAR)
_COMMON = NOT_NAMES | HEADLINE_VERBS


def read_headlines(text: str, mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """The names of a text, those in its headlines cut to what the rest of the text calls by name.

    Args:
        text: The text.
        mentions: Its names, as runs of capitals tell them.
    """
    also_small = small_words(text)
    lines = [Span(*line.span()) for line in _LINE.finditer(text)]
    headlines = [line for line in lines if _is_headline(line.of(text), also_small)]
    inside = [any(line.start <= each.span.start < line.end for line in headlines) for each in mentions]
    told = Counter(each.name for each, is_inside in zip(mentions, inside, strict=True) if not is_inside)
    known = told + Counter(name.rsplit(" ", 1)[-1] for name in told if " " in name)
    kept: list[Mention] = []
    for mention, is_inside in zip(mentions, inside, strict=True):
        if is_inside and mention.name not in known and not _ends_as_body(mention):
            kept += _names_within(mention, known)
        elif _runs_on(mention, told, also_small):
            kept += list(_names_within(mention, known)) or [mention]
        else:
            kept.append(mention)
    return tuple(kept)


def _is_headline(line: str, also_small: Container[str]) -> bool:
    """Tell whether all longer words of a line have capitals, be they names or such as the text has without as well."""
    if len(line) > _LONGEST_HEADLINE_CHARS or _ENDS_SENTENCE.search(line):
        return False
    words = [word for word in _WORD.findall(line) if len(word) >= _LONG_CHARS]
    capitals = [word for word in words if word[0].isupper()]
    common = [word for word in capitals[1:] if word in _COMMON or word.casefold() in also_small]
    return len(capitals) >= _FEWEST_CAPITALS and len(capitals) == len(words) and bool(common)


def _ends_as_body(mention: Mention) -> bool:
    """Tell whether a name ends in a word of bodies or outlets, which no verb follows: "Harbour Studies Group".

    People far from that word are no part of a body's name: "Harbour Residents Push Back Police".
    """
    *words, last = mention.name.split()
    people = any(word.casefold() in GROUP_NOUNS and word.endswith("s") for word in words[:-1])
    return not people and (last in BODY_NAME_WORDS or last in MEDIA_NAME_WORDS)


def _runs_on(mention: Mention, told: Counter[str], also_small: Container[str]) -> bool:
    """Tell whether a name that stands once goes on into a verb, as in "(RELATED: Jane Doe Rails Against …)"."""
    words = mention.name.split()
    if mention.kind not in _MAY_BE_NAMES or len(words) < _FEWEST_WORDS or told[mention.name] > 1:
        return False
    for place in range(1, len(words)):
        if " ".join(words[:place]) not in told:
            continue
        names = {name.rsplit(" ", 1)[-1] for name in told if name != mention.name}
        verb = words[place]
        like_verb = verb in HEADLINE_VERBS or verb.casefold() in also_small or verb.endswith("s")
        like_verb |= " ".join(words[place + 1 :]) in names
        if like_verb and verb not in names and gender_of(verb) is None:
            return True
    return False


def _names_within(mention: Mention, known: Container[str]) -> Iterator[Mention]:
    """The longest parts of a run that the rest of the text has as names."""
    words = [(found.group(), found.start()) for found in re.finditer(r"\S+", mention.name)]
    at = 0
    while at < len(words):
        for end in range(len(words), at, -1):
            first, last = words[at][1], words[end - 1][1] + len(words[end - 1][0])
            if (name := mention.name[first:last]) in known:
                start = mention.span.start + first
                yield replace(mention, span=Span(start, start + len(name)), name=name, start=start, before="", after="")
                at = end - 1
                break
        at += 1
