"""Several who are listed or named as examples: "Warren, Schatz and Menendez", "senators such as Jane Doe"."""

import re
from collections.abc import Iterator
from itertools import pairwise, takewhile

from sayso.records import Source, SourceKind, Span
from sayso.sources.known.gazetteer import Match, match_country
from sayso.sources.lexicon import GROUP_NOUNS
from sayso.sources.meaning.naming import describe, drop_article, speaker_of
from sayso.sources.meaning.speakers import Scene, Speaker
from sayso.sources.names.kinds import is_plural, kind_of_description
from sayso.sources.names.mention_kinds import MentionKind
from sayso.sources.names.phrases import Phrase, inside_name

_BETWEEN = re.compile(r"(?:\s*\([^()]{1,16}\))?(?:,\s+(?:(?:and|as well as)\s+)?|\s+(?:and|&|as well as)\s+)")
_BRACKET_BEHIND = re.compile(r"\s*\([^()]*\)?\Z")
_PARTY = re.compile(r"[RDI]-[A-Z][\w. ]*|[RDI]|(?:Republican|Democrat)(?: (?:of|from) .+)?|\d\d")
"""What news puts behind the name of a lawmaker, or of anybody, and what names nobody."""
_OTHERS = re.compile(r"(?:(?:the|several|some|many) )?others?\b.*", re.DOTALL)
_COUNTED = re.compile(r"(two|three|four) [a-z0-9]")
_HOW_MANY = {"two": 2, "three": 3, "four": 4}
_OF_A_PLACE = re.compile(r" (?:of|from) [A-Z][\w. ]*")
_RELATION = re.compile(r"\b(?:of|for|by|with|to|at|in)\b")
_ARTICLES = ("", "the ", "The ")
_FEWEST_LISTED = 3
_EXAMPLES = re.compile(r"((?:[\w'’-]+ ){0,4}?[\w-]+) (?:like|such as) (?=[\w'’.“\"])")


def speak_as_one(name: str, kind: SourceKind, spans: tuple[Span, ...]) -> Speaker:
    """Several as one source."""
    return Speaker(Source(name, kind, named_in=spans, reason="several who speak as one", score=0.9), None, True)


def resolve_list(scene: Scene, phrase: Phrase) -> Speaker | None:
    """Who are named one by one: "Warren, Schatz, and Menendez", "Boeing, Airbus and other makers".

    None where a part is no name, and for two plain names, which may be one ("Health and Human Services").
    """
    text = scene.text
    parts = list(takewhile(lambda part: not text.startswith("who ", part.start), phrase.appositions))
    end = parts[-1].end if parts else phrase.core.end
    if text.find("and", phrase.core.start, end) < 0:
        return None
    items = list(_items(scene, Span(phrase.core.start, end)))
    if len(items) == 1 or "and" not in text[items[-2].end : items[-1].start]:
        return None
    others = items.pop() if _OTHERS.fullmatch(text, *items[-1]) else None
    bare = [item for item in items if not _PARTY.fullmatch(text, *item)]
    marked = len(bare) < len(items) or "(" in text[phrase.core.start : end]
    for number, item in enumerate(bare):
        counted = _COUNTED.match(text, *item)
        if counted and len(bare) - number - 1 == _HOW_MANY[counted[1]]:
            del bare[number]  # "two senators" whose names follow
            marked = True
            break
    listed = [_listed(scene, item) for item in bare]
    places = [each for each in listed if each and each.member and each.member.kind is MentionKind.PLACE]
    if places and len(places) < len(listed):
        return None  # "Georgia, Mississippi and Ohio"
    named = [speaker for speaker in listed if speaker is not None]
    if len(named) < len(listed) or len(named) + (others is not None) < (2 if marked or others else _FEWEST_LISTED):
        return None
    names = [speaker.source.name or "" for speaker in named]
    if others:
        names.append(drop_article(others.of(text)))
    media = all(speaker.source.kind is SourceKind.MEDIA for speaker in named)
    spans = tuple(span for speaker in named for span in speaker.source.named_in)
    kind = SourceKind.MEDIA if media else SourceKind.COLLECTIVE
    return speak_as_one(f"{', '.join(names[:-1])} and {names[-1]}", kind, spans)


def resolve_examples(scene: Scene, phrase: Phrase) -> Speaker | None:
    """A group of whom some are named: "senators such as Jane Doe", "outlets like the Harbour Herald"."""
    words = phrase.core.of(scene.text)
    found = _EXAMPLES.match(words) if " like " in words or " such as " in words else None
    if found is None:
        return None
    words = drop_article(found[1])
    noun = words.rsplit(" ", 1)[-1].casefold()
    if noun not in GROUP_NOUNS and not is_plural(noun):
        return None
    kind = kind_of_description(words, noun)
    name = describe(scene.text, phrase.core, scene.cast)
    kind = kind if kind in (SourceKind.MEDIA, SourceKind.DOCUMENT) else SourceKind.COLLECTIVE
    source = Source(name, kind, named_in=(phrase.core,), reason="its own words", score=0.8)
    return Speaker(source, None, True, heads=frozenset({noun}))


def _items(scene: Scene, whole: Span) -> Iterator[Span]:
    """The parts between commas and "and", without what stands in brackets behind them."""
    text = scene.text
    breaks = [
        found.span()
        for found in _BETWEEN.finditer(text, *whole)
        if text.count("(", whole.start, found.start()) <= text.count(")", whole.start, found.start())
        and not inside_name(scene.cast, whole, found.start(), found.end())
    ]
    edges = [(whole.start, whole.start), *breaks, (whole.end, whole.end)]
    for (_, start), (end, _) in pairwise(edges):
        bracket = _BRACKET_BEHIND.search(text, start, end)
        yield Span(start, bracket.start() if bracket else end)


def _listed(scene: Scene, item: Span) -> Speaker | None:
    """Whom one part names, with his titles and where he is from; None where it does anything else."""
    near = scene.cast.between(*item)
    if not near:
        return None
    mention, member = next((pair for pair in near if pair[1].kind is MentionKind.PERSON), near[-1])
    lead, tail = scene.text[item.start : mention.start], scene.text[mention.span.end : item.end]
    if member.kind is MentionKind.PERSON:
        fits = not _RELATION.search(lead) and (not tail or _OF_A_PLACE.fullmatch(tail))
    else:
        place = match_country(member.name) if member.kind is MentionKind.PLACE else None
        is_called = lead in _ARTICLES or lead.strip().casefold() in GROUP_NOUNS  # "Representatives Doe, Roe, and Poe"
        fits = (member.kind is not MentionKind.PLACE or bool(place and place.how is Match.NAME)) and is_called
        fits = fits and not tail
    return speaker_of(member) if fits else None
