"""Whom a pronoun means."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from sayso.records import Source, SourceKind, Span
from sayso.sources.gazetteer import find_body, find_outlet
from sayso.sources.lexicon import (
    FEMALE_PRONOUNS,
    GROUP_NOUNS,
    HEARER_PRONOUNS,
    MALE_PRONOUNS,
    PLURAL_PRONOUNS,
    PREPOSITIONS,
    RELATIVE_PRONOUNS,
    SPEAKER_PRONOUNS,
    THING_PRONOUNS,
)
from sayso.sources.mentions import Mention, MentionKind
from sayso.sources.naming import as_person, describe, speaker_of, speaker_of_label
from sayso.sources.people import Member
from sayso.sources.runs import is_acronym
from sayso.sources.speakers import NOBODY, Heard, Scene, Speaker, find_described
from sayso.text.word_tables import word_table

_OPENING_GROUP = re.compile(r"(?:[\w'’-]+ ){1,5}")
_NAMED_GROUPS = GROUP_NOUNS - word_table("some many most few several two three four both all those")
_NO_GROUP = PLURAL_PRONOUNS | MALE_PRONOUNS | FEMALE_PRONOUNS | THING_PRONOUNS | word_table("and or but")
_GROUP_BEFORE = re.compile(r"(?P<group>(?:(?!(?:and|or|the|of|by|to|with|that|for) )[\w'’-]+ )?(?P<noun>\w+)),? \Z")
_PER_SENTENCE_BACK = -0.5
_FIRST_IN_SENTENCE, _OBJECT, _IN_QUOTE = 0.7, -0.8, -1.5
_SAME_PARAGRAPH = 0.4
_PER_MENTION, _MENTIONS_COUNTED = 0.1, 8
_HAS_SPOKEN, _HAS_SPOKEN_UNNAMED = 1.5, 1.3
"""What speaks for and against an antecedent. Set to nothing, each of the last five costs one to two of the 135 sources
of our annotated stories whose own words do not do; the distance in sentences costs none there, and keeps long stories
from reaching far back. That an unnamed speaker counts a little less is worth 1.6 of 100 pairs of sources across our
retellings of one event."""
_REACH_CHARS = 1500
"""No antecedent further back than this: beyond it the last speaker is as good a guess."""
_PLURAL_NAME = re.compile(r"\b(?:Democrats|Republicans|Scientists|Police)\b")


class Candidate(NamedTuple):
    """One whom a pronoun may mean, where, and how likely by place and part in its sentence."""

    weight: float
    at: int
    speaker: Speaker


PRONOUNS = (
    MALE_PRONOUNS
    | FEMALE_PRONOUNS
    | THING_PRONOUNS
    | PLURAL_PRONOUNS
    | RELATIVE_PRONOUNS
    | SPEAKER_PRONOUNS
    | HEARER_PRONOUNS
)


def resolve_pronoun(scene: Scene, span: Span) -> Speaker:
    """Whom the pronoun at `span` means; nobody where none agrees with it."""
    word = span.of(scene.text).casefold()
    if word in SPEAKER_PRONOUNS or word in HEARER_PRONOUNS:
        return _speaker_of_turn(scene, span, hearer=word in HEARER_PRONOUNS)
    if word in RELATIVE_PRONOUNS:
        return _before_relative(scene, span)
    found = max(_candidates(scene, span, word), key=lambda each: (each.weight, each.at), default=None)
    if found is None:
        return _last_person(scene, span) if word in MALE_PRONOUNS or word in FEMALE_PRONOUNS else NOBODY
    reason = f'"{word}": the likeliest of those named before it that agree'
    score = 0.9 if found.weight > 0 else 0.6
    return replace(found.speaker, source=replace(found.speaker.source, reason=reason, score=score))


def _last_person(scene: Scene, span: Span) -> Speaker:
    """The last person heard, whatever the given name seems to tell: names of many languages mislead."""
    heard = scene.last_heard(span.start)
    if heard is None or heard.speaker.source.kind is not SourceKind.PERSON or heard.at < span.start - _REACH_CHARS:
        return NOBODY
    return replace(heard.speaker, source=replace(heard.speaker.source, reason="the last person heard", score=0.5))


def _candidates(scene: Scene, span: Span, word: str) -> Iterator[Candidate]:
    sentences, here = scene.cast.sentences, scene.cast.sentences.number_at(span.start)
    first_in_sentence: dict[int, int] = {}
    for mention, member in scene.cast.between(max(0, span.start - _REACH_CHARS), span.start):
        if not _agrees_member(word, mention, member):
            continue
        number = sentences.number_at(mention.start)
        first = first_in_sentence.setdefault(number, mention.start) == mention.start
        yield Candidate(
            _weight(here - number)
            + _SAME_PARAGRAPH * _in_paragraph(scene, mention.start, span)
            + _FIRST_IN_SENTENCE * first
            + _IN_QUOTE * _in_quote(scene, mention.span, span)
            + _PER_MENTION * min(len(member.spans), _MENTIONS_COUNTED)
            + _OBJECT * _is_object(scene.text, mention, word),
            mention.start,
            speaker_of(member),
        )
    if word in PLURAL_PRONOUNS:
        yield from _groups_before(scene, span)
    for heard in reversed(scene.heard):
        if heard.at < span.start - _REACH_CHARS:
            break
        if heard.at < span.start and _agrees_speaker(word, heard.speaker):
            number = sentences.number_at(heard.at)
            distance = _weight(here - number) + _SAME_PARAGRAPH * _in_paragraph(scene, heard.at, span)
            unnamed = heard.speaker.source.kind is SourceKind.ANONYMOUS
            spoke = _HAS_SPOKEN_UNNAMED if unnamed else _HAS_SPOKEN
            yield Candidate(distance + spoke, heard.at, heard.speaker)


def _groups_before(scene: Scene, span: Span) -> Iterator[Candidate]:
    """Groups that open this sentence or the one before: "State prosecutors charged him, and they …"."""
    sentences = scene.cast.sentences
    here = sentences.number_at(span.start)
    for number in range(max(0, here - 1), here + 1):
        start = sentences.starts[number]
        found = _OPENING_GROUP.match(scene.text, start, span.start)
        words = found[0].split() if found else []
        at = next((index for index, word in enumerate(words) if word.casefold() in _NAMED_GROUPS), None)
        lead = [word.casefold() for word in words[:at]]
        if at is None or any(word in PREPOSITIONS or word in _NO_GROUP for word in lead):
            continue
        end = start + len(" ".join(words[: at + 1]))
        if known := find_described(scene, words[at].casefold(), span.start):
            yield Candidate(_weight(here - number) + 0.9, start, known)
            continue
        named = describe(scene.text, Span(start, end), scene.cast)
        source = Source(named, SourceKind.COLLECTIVE, named_in=(Span(start, end),))
        yield Candidate(_weight(here - number) + 0.9, start, Speaker(source, None, True))


def _in_paragraph(scene: Scene, at: int, span: Span) -> bool:
    return "\n" not in scene.text[at : span.start]


def _weight(sentences_back: int) -> float:
    return 3.0 + _PER_SENTENCE_BACK * sentences_back


def _agrees_member(word: str, mention: Mention, member: Member) -> bool:
    if word in MALE_PRONOUNS or word in FEMALE_PRONOUNS:
        wanted = "male" if word in MALE_PRONOUNS else "female"
        return member.kind is MentionKind.PERSON and member.gender in (None, wanted)
    if word in THING_PRONOUNS:
        return member.kind in (MentionKind.BODY, MentionKind.MEDIA) and _is_known(member)
    return (member.kind is MentionKind.BODY and _is_known(member)) or bool(_PLURAL_NAME.search(mention.name))


def _is_known(member: Member) -> bool:
    """Tell whether a body is one for sure: an acronym that nothing explains may be anything ("DNA")."""
    return not is_acronym(member.name) or find_body(member.name) is not None or find_outlet(member.name) is not None


def _agrees_speaker(word: str, speaker: Speaker) -> bool:
    kind = speaker.source.kind
    if word in MALE_PRONOUNS or word in FEMALE_PRONOUNS:
        wanted = "male" if word in MALE_PRONOUNS else "female"
        return (
            not speaker.plural
            and speaker.gender in (None, wanted)
            and kind in (SourceKind.PERSON, SourceKind.ANONYMOUS)
        )
    if speaker.source.name is None:
        return False
    if word in THING_PRONOUNS:
        return not speaker.plural and kind in (SourceKind.ORGANISATION, SourceKind.MEDIA, SourceKind.DOCUMENT)
    return speaker.plural or kind in (SourceKind.ORGANISATION, SourceKind.COLLECTIVE)


def _in_quote(scene: Scene, span: Span, pronoun: Span) -> bool:
    return any(quote.overlaps(span) and not quote.overlaps(pronoun) for quote in scene.quotes)


def _is_object(text: str, mention: Mention, word: str) -> bool:
    before = text[max(0, mention.start - 12) : mention.start]
    return bool(re.search(r"\b(?:of|by|with|from|against|about|to|for)(?: the)? \Z", before)) and word not in {
        "who",
        "whom",
    }


def _before_relative(scene: Scene, span: Span) -> Speaker:
    """Whom "who" and "which" mean: the name or the speaker right before them."""
    start = scene.cast.sentences.start_at(span.start)
    near = [pair for pair in scene.cast.between(start, span.start) if pair[0].kind is not MentionKind.PLACE]
    heard = scene.last_heard(span.start)
    if heard and heard.at >= start and (not near or heard.at > near[-1][0].span.start):
        return heard.speaker
    word = span.of(scene.text).casefold()
    if word in {"who", "whom", "whose"}:
        near = [pair for pair in near if pair[1].kind is MentionKind.PERSON] or near
    if described := _GROUP_BEFORE.search(scene.text, start, span.start):
        group = Span(*described.span("group"))
        if described["noun"].casefold() in GROUP_NOUNS and not (near and near[-1][0].start >= group.end):
            name = describe(scene.text, group, scene.cast)
            return Speaker(Source(name, SourceKind.COLLECTIVE, named_in=(group,), score=0.7), None, True)
    return speaker_of(near[-1][1], 0.8) if near else NOBODY


def _speaker_of_turn(scene: Scene, span: Span, *, hearer: bool) -> Speaker:
    """Who says "I": the one whose turn of an interview it is, or whose quotation."""
    turns = [turn for turn in scene.turns if turn.span.start < span.start]
    if hearer and turns:
        turns = [turn for turn in turns if turn.name != turns[-1].name]
    if turns and (labelled := speaker_of_label(scene, turns[-1].name)):
        return labelled
    for _, member in scene.cast.between(*turns[-1].span) if turns else ():
        return as_person(speaker_of(member, 0.9, "whose turn it is"))
    if any(quote.start <= span.start < quote.end for quote in scene.quotes):
        heard = _speaker_near(scene, span)
        return heard.speaker if heard else NOBODY
    persons = [member for member in scene.cast.members() if member.kind is MentionKind.PERSON]
    title = scene.story.title or ""
    titled = [member for member in persons if member.name.split()[-1] in title]
    return speaker_of((titled or persons)[0], 0.6) if titled or len(persons) == 1 else NOBODY


def _speaker_near(scene: Scene, span: Span) -> Heard | None:
    return min(scene.heard, key=lambda heard: abs(heard.at - span.start), default=None)
