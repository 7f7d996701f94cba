"""Who is described and not named before a pronoun: "the jury", "many people", "a woman a few steps away"."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sayso.records import Source, SourceKind, Span
from sayso.sources.lexicon import BODY_HEADS, COURTESY_TITLES, DOCUMENT_NOUNS, GROUP_NOUNS, MEDIA_NOUNS, PERSON_NOUNS
from sayso.sources.meaning.naming import describe, drop_article, speaker_of, starts_definite
from sayso.sources.meaning.relatives import start_of_phrase
from sayso.sources.meaning.speakers import Scene, Speaker, find_described
from sayso.sources.names.kinds import kind_of_description
from sayso.sources.names.mention_kinds import MentionKind
from sayso.text.word_tables import word_table

REACH_SENTENCES = 2
"""Who is described further back is taken up by a noun, not by a pronoun."""
_WORD = re.compile(r"[\w.'’-]*[\w’']")
_NO_HEADS = word_table("those others some many most few several two three four both all people's one lot")
_THINGS = BODY_HEADS | DOCUMENT_NOUNS | MEDIA_NOUNS | GROUP_NOUNS
_TITLES = word_table("mr mrs ms miss sir dame lord lady")
"""What stands before a name, with a point behind it or not, and tells of nobody by itself."""
_PERSON_HEADS, _THING_HEADS = PERSON_NOUNS - _NO_HEADS - _TITLES, _THINGS - _NO_HEADS
_GENDERS = {"man": "male", "boy": "male", "woman": "female", "girl": "female"} | COURTESY_TITLES
_LONGEST_WORDS = 4
_INDEFINITE = re.compile(r"(?:an?|another|one)\b", re.IGNORECASE)


class Described(NamedTuple):
    """A noun phrase that tells of somebody, and who that is."""

    span: Span
    speaker: Speaker


def find_phrases(scene: Scene, before: Span, *, personal: bool) -> Iterator[Described]:
    """The noun phrases of the sentences right before a pronoun that tell of persons, or of bodies, groups and texts."""
    sentences = scene.cast.sentences
    nouns, heads = (PERSON_NOUNS, _PERSON_HEADS) if personal else (_THINGS, _THING_HEADS)
    number = sentences.number_at(before.start)
    start = sentences.starts[max(0, number - REACH_SENTENCES)]
    words = list(_WORD.finditer(scene.text, start, before.start))
    for at, word in enumerate(words):
        head = word.group().casefold()
        if head not in heads or (at and word.group()[0].isupper() and _adjoin(scene, words, at - 1)):
            continue
        follows = words[at + 1].group() if _adjoin(scene, words, at) else ""
        if follows[:1].isupper() or follows.casefold() in nouns:
            continue
        span = Span(start_of_phrase(scene.text, words, at), word.end())
        if scene.text.count(" ", *span) >= _LONGEST_WORDS:
            continue
        if any(mention.span.end > word.start() for mention, _ in scene.cast.between(span.start, span.end)):
            continue
        if speaker := _speaker_described(scene, span, head, personal=personal):
            yield Described(span, speaker)


def _adjoin(scene: Scene, words: Sequence[re.Match[str]], at: int) -> bool:
    """Tell whether nothing but a space stands between a word and the next."""
    return at + 1 < len(words) and scene.text[words[at].end() : words[at + 1].start()] == " "


def _speaker_described(scene: Scene, span: Span, head: str, *, personal: bool) -> Speaker | None:
    words = span.of(scene.text)
    if not _INDEFINITE.match(words):
        if personal:
            return _called(scene, span, head)
        if (known := find_described(scene, head, span.start)) and (starts_definite(words) or head in known.heads):
            return known
    kind = kind_of_description(drop_article(words), head)
    if personal and kind not in (SourceKind.PERSON, SourceKind.ANONYMOUS):
        return None
    several = not personal and (kind is SourceKind.COLLECTIVE or head.endswith("s"))
    source = Source(describe(scene.text, span, scene.cast), kind, named_in=(span,), score=0.6)
    return Speaker(source, _GENDERS.get(head), several, None, frozenset({head}), frozenset({head}))


def _called(scene: Scene, span: Span, head: str) -> Speaker | None:
    """The person last named before whom the story calls so."""
    for _, member in reversed(scene.cast.between(0, span.start)):
        if member.kind is MentionKind.PERSON and head in member.words:
            return speaker_of(member, 0.8, f'"the {head}": introduced as such')
    return None
