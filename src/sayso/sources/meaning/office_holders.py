"""Names within what an office is called: "speaker of the parliament Jane Doe", "head of corporate affairs Jane Doe"."""

import re
from dataclasses import replace

from sayso.sources.lexicon import (
    BODY_NAME_WORDS,
    BODY_NOUNS,
    DOCUMENT_NOUNS,
    GROUP_NOUNS,
    MEDIA_NOUNS,
    PERSON_NOUNS,
    TITLES,
)
from sayso.sources.meaning.naming import as_person, drop_article, speaker_of
from sayso.sources.meaning.speakers import Scene, Speaker
from sayso.sources.names.mention_kinds import MentionKind
from sayso.sources.names.mentions import Mention
from sayso.sources.names.phrases import Phrase
from sayso.text.word_tables import word_table

_OFFICES_AT = (
    BODY_NOUNS
    | DOCUMENT_NOUNS
    | word_table("region province district state county oblast republic territory prefecture municipality town village")
)
"""Where an office is held, right before its holder's name."""
_BEFORE_SEATS = frozenset({"of", "for", "at", "in", "to", "the"})
_FIELD = re.compile(r" of (?:(?!the )(?:[a-z-]+ ){1,3}|the (?:far |hard )?(?:left|right|cent(?:re|er)) )")
"""What an office is of, before its holder's name: "head of corporate affairs Jane Doe"."""
_NO_FIELDS = PERSON_NOUNS | GROUP_NOUNS | BODY_NOUNS | DOCUMENT_NOUNS | MEDIA_NOUNS


def resolve_office_holder(scene: Scene, phrase: Phrase) -> Speaker | None:
    """The name within a description of an office: "speaker of the parliament Jane Doe", "adviser Jane Doe then …"."""
    text = scene.text
    if phrase.head.casefold() not in PERSON_NOUNS:
        return None
    for mention, member in scene.cast.between(*phrase.core):
        before = text[phrase.core.start : mention.start].split()
        if member.kind is not MentionKind.PERSON or " " not in mention.name or not before:
            continue
        noun = before[-1].casefold()
        holds_office = mention.start < phrase.left.end and noun in PERSON_NOUNS
        from_place = noun == "from" and mention.start < mention.span.start
        speaker = speaker_of(member, 0.85, "named behind an office")
        if holds_office or (from_place and speaker.source.role):
            return speaker
        if from_place or _stands_behind_seat(scene, phrase, mention, noun):
            office = drop_article(text[phrase.core.start : mention.span.start].strip())
            return replace(speaker, source=replace(speaker.source, role=office))
    return _holder_in_field(scene, phrase)


def _holder_in_field(scene: Scene, phrase: Phrase) -> Speaker | None:
    """The name behind an office and what it is of: "head of corporate affairs Jane Doe"."""
    near = scene.cast.between(*phrase.core)
    if not near or near[-1][0].span.end < phrase.core.end or " " not in near[-1][0].name:
        return None
    mention, member = near[-1]
    field = _FIELD.fullmatch(scene.text, phrase.left.end, mention.start)
    personal = member.kind in (MentionKind.PERSON, MentionKind.UNCLEAR) and not member.articled
    if not personal or field is None or field[0].split()[-1] in _NO_FIELDS:
        return None
    speaker = as_person(speaker_of(member, 0.85, "named behind an office"))
    office = drop_article(scene.text[phrase.core.start : mention.start].strip())
    return replace(speaker, source=replace(speaker.source, role=office))


def _stands_behind_seat(scene: Scene, phrase: Phrase, mention: Mention, noun: str) -> bool:
    """Tell whether a name stands right behind the body or place of an office: "head of the company Kettle Jane Doe".

    Behind another office it is that one's holder: "a spokesman for the chairman Jane Doe".
    """
    seat = scene.text[mention.start : mention.span.start].split()
    if not seat:
        return mention.span.end >= phrase.core.end and noun in _OFFICES_AT
    is_body = seat[0] in BODY_NAME_WORDS or seat[-1] in BODY_NAME_WORDS
    of_another = any(word.rstrip(".").casefold() in PERSON_NOUNS | TITLES for word in seat)
    return is_body or (not of_another and mention.span.end >= phrase.core.end and noun in _BEFORE_SEATS | BODY_NOUNS)
