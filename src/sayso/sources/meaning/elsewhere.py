"""What the story names elsewhere: the outlet of "the story", the text of "a new poll", the court of "the judges"."""

import re
from dataclasses import replace

from sayso.records import SourceKind
from sayso.sources.lexicon import DOCUMENT_NOUNS
from sayso.sources.meaning.last_medium import find_publisher
from sayso.sources.meaning.naming import speaker_of
from sayso.sources.meaning.speakers import Scene, Speaker
from sayso.sources.meaning.texts import find_text, find_text_named_next, find_title
from sayso.sources.names.kinds import tells_programme
from sayso.sources.names.mention_kinds import MentionKind
from sayso.sources.names.phrases import Phrase

_NEWS_TEXTS = frozenset({"article", "story", "report", "headline", "piece", "paper", "profile", "editorial"})
_TITLED = frozenset(["book", "memoir", "novel", "report", "film", "documentary", "biography", "autobiography", "essay"])
_TELL_LITTLE = frozenset({"new", "recent", "latest", "national", "same"})
"""What may stand before a noun and yet not tell which is meant."""
_OF_HOW_MANY = re.compile(r"(?<=poll|rvey|tudy) of (?:more than |about |some |over |nearly |roughly )?\d[\d,.]* .*")
_NAMED_NEXT = frozenset({"poll", "survey", "study"})
_STUDIES = frozenset({"paper", "study", "research", "analysis"})
_JUDGES = frozenset({"judges", "justices"})


def find_elsewhere(scene: Scene, phrase: Phrase, bare: str, head: str, definite: bool) -> Speaker | None:
    """The outlet, text or court that a noun means by itself.

    Args:
        scene: The story and who was heard in it.
        phrase: The words of the source.
        bare: Those words without an article.
        head: Their head noun, in small letters.
        definite: Whether they point back ("the report") or open a matter ("a new report").
    """
    bare = _OF_HOW_MANY.sub("", bare)
    text, alone = phrase.core.of(scene.text), bare.casefold() == head
    plain = alone or (bare.casefold().endswith(f" {head}") and _TELL_LITTLE.issuperset(bare.casefold().split()[:-1]))
    if definite and alone and head in _NEWS_TEXTS and (outlet := find_publisher(scene, phrase, head)):
        return outlet
    if definite and alone and head == "paper" and (newspaper := _newspaper(scene, phrase)):
        return newspaper
    is_text = head in DOCUMENT_NOUNS or (head == "platform" and tells_programme(scene.text))
    if is_text and (definite or "’s " in text or "'s " in text):
        titled = find_title(scene, phrase, head) if head in _TITLED else None
        return titled or (find_text(scene, phrase, head) if plain else None)
    if definite:
        return _judges(scene, phrase, head) if alone and head in _JUDGES else None
    if head not in _NAMED_NEXT or (not plain and _names_somebody(scene, phrase)):
        return None
    return find_text_named_next(scene, phrase, head, proper=not plain)


def _newspaper(scene: Scene, phrase: Phrase) -> Speaker | None:
    """The outlet that "the paper" is: the last one heard, but for a study that was heard since."""
    before = (each.speaker for each in reversed(scene.heard) if each.at < phrase.core.start)
    for speaker in before:
        if speaker.source.kind is SourceKind.DOCUMENT and _STUDIES & (speaker.heads or speaker.words):
            return None
        if speaker.source.kind is SourceKind.MEDIA and speaker.source.name:
            return replace(speaker, source=replace(speaker.source, reason='"the paper" of the outlet', score=0.6))
    return None


def _names_somebody(scene: Scene, phrase: Phrase) -> bool:
    """Tell whether a text's description names who made it, or what it is: "a Marsh poll of adults"."""
    near = scene.cast.between(*phrase.core)
    return any(member.kind not in (MentionKind.PLACE, MentionKind.UNCLEAR) for _, member in near)


def _judges(scene: Scene, phrase: Phrase, head: str) -> Speaker | None:
    """The court that "the judges" sit on: the last one heard, else named; the justices are those of a supreme one."""
    heard = [each.speaker for each in scene.heard if each.at < phrase.core.start]
    named = [speaker_of(member) for _, member in scene.cast.between(0, phrase.core.start)]
    for speaker in (*reversed(heard), *reversed(named)):
        name = (speaker.source.name or "").casefold()
        is_court = speaker.source.kind is SourceKind.ORGANISATION and "court" in name.split()
        if is_court and ("supreme" in name) == (head == "justices"):
            return replace(speaker, source=replace(speaker.source, reason=f'"the {head}" of a court', score=0.6))
    return None
