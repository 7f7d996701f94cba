"""Who is named behind the field of an office: "chief of staff Jane Doe", "nominee for mayor Jane Doe"."""

import re
from dataclasses import replace

from sayso.sources.lexicon import DETERMINERS, PERSON_NOUNS, ROLE_NOUNS
from sayso.sources.meaning.naming import drop_article, speaker_of
from sayso.sources.meaning.speakers import Scene, Speaker
from sayso.sources.names.mention_kinds import MentionKind
from sayso.sources.names.phrases import Phrase
from sayso.sources.names.roles import is_rank
from sayso.text.word_tables import word_table

_FIELD = re.compile(r"(?P<link>of|for) (?P<field>[a-z][\w-]*(?: (?:and )?[a-z][\w-]*){0,3}) \Z")
_SEEK = word_table("nominee candidate contender hopeful pick")
"""Who is "for" an office and does not speak for its holder."""
_THEN, _OF_BODY = "then-", ("of ", "of the ")
"""Before an office and behind it: the capitals of "then-Speaker of the House Jane Doe" begin with the body's."""
_SCORE = 0.95


def resolve_behind_field(scene: Scene, phrase: Phrase) -> Speaker | None:
    """The person whose name ends words that begin with an office and its field.

    "The agency's chief of staff Jane Doe" is she, "the spokesman for president Jane Doe" is not.
    """
    head = phrase.head.casefold().removeprefix(_THEN)
    near = scene.cast.between(phrase.rest.start, phrase.rest.end)
    if head not in ROLE_NOUNS or len(near) != 1:
        return None
    mention, member = near[0]
    field = _FIELD.fullmatch(scene.text, phrase.rest.start, mention.start)
    if head != phrase.head.casefold() and scene.text[phrase.rest.start : mention.start] in _OF_BODY:
        return speaker_of(member, _SCORE, "named behind the seat of an office")
    if field is None or member.kind is not MentionKind.PERSON or mention.span.end < phrase.core.end - 1:
        return None
    words = field["field"].split()
    if not DETERMINERS.isdisjoint(words):
        return None
    if head in _SEEK if field["link"] == "for" else words[-1] not in PERSON_NOUNS:
        speaker = speaker_of(member, _SCORE, "named behind the field of an office")
        office = drop_article(scene.text[phrase.core.start : mention.start].strip())
        is_told = speaker.source.role and not is_rank(speaker.source.role)
        return speaker if is_told else replace(speaker, source=replace(speaker.source, role=office))
    return None
