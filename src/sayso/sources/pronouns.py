"""Whom a pronoun means."""

import re
from collections.abc import Iterator
from dataclasses import replace

from sayso.records import Source, SourceKind, Span
from sayso.sources.antecedents import REACH_CHARS, Candidate, features_of_place, find_candidates, join_candidates
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
_MALE_SUBJECT, _FEMALE_SUBJECT = re.compile(r"\b[Hh]e\b"), re.compile(r"\b[Ss]he\b")
_SIGNED = re.compile(r"[^\n]{0,600}?\s[—–-]+ ?(?P<name>[A-Z][^\n(@]{2,40}) \(@\w+\)")
"""A post as stories show it: its words, a dash, its author's name and handle."""
_QUOTE_MARK = re.compile(r"[\"“”]")
_SPEAKER = re.compile(r"\bI\b(?![.’'])")
_SAYS_NEXT = re.compile(r" (?:said|says|told|tells|added|adds|wrote|tweeted|asked|went on|continued)\b|:")
_ONE_SPEAKER = word_table("i me my mine myself")
_PLURAL_NAME = re.compile(r"\b(?:Democrats|Republicans|Scientists|Police)\b")


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
        return speaker_of_turn(scene, span, hearer=word in HEARER_PRONOUNS)
    if word in RELATIVE_PRONOUNS:
        return _before_relative(scene, span)
    found = next(iter(join_candidates(pronoun_candidates(scene, span, word))), None)
    if found is None:
        return _last_person(scene, span) if word in MALE_PRONOUNS or word in FEMALE_PRONOUNS else NOBODY
    reason = f'"{word}": the likeliest of those named before it that agree'
    score = 0.9 if found.weight > -3 else 0.6
    return replace(found.speaker, source=replace(found.speaker.source, reason=reason, score=score))


def _last_person(scene: Scene, span: Span) -> Speaker:
    """The last person heard, whatever the given name seems to tell: names of many languages mislead."""
    heard = scene.last_heard(span.start)
    if heard is None or heard.speaker.source.kind is not SourceKind.PERSON or heard.at < span.start - REACH_CHARS:
        return NOBODY
    return replace(heard.speaker, source=replace(heard.speaker.source, reason="the last person heard", score=0.5))


def pronoun_candidates(scene: Scene, span: Span, word: str) -> list[Candidate]:
    """All whom the pronoun at `span`, in small letters, may mean."""
    found = find_candidates(
        scene,
        span,
        lambda mention, member: _agrees_member(word, mention, member),
        lambda speaker: _agrees_speaker(word, speaker),
        speaker_of,
    )
    if word in MALE_PRONOUNS or word in FEMALE_PRONOUNS:
        return [*found, *_pronouns_before(scene, span, word)]
    return [*found, *(_groups_before(scene, span) if word in PLURAL_PRONOUNS else ())]


def _pronouns_before(scene: Scene, span: Span, word: str) -> Iterator[Candidate]:
    """Whom the same pronoun means where it is a subject before: "He laughed. He said"."""
    subject = _MALE_SUBJECT if word in MALE_PRONOUNS else _FEMALE_SUBJECT
    for found in subject.finditer(scene.text, max(0, span.start - REACH_CHARS), span.start):
        at = found.start()
        if any(quote.start <= at < quote.end for quote in scene.quotes):
            continue
        if at not in scene.meant:
            scene.meant[at] = NOBODY  # keeps a pronoun from being asked about itself
            scene.meant[at] = resolve_pronoun(scene, Span(*found.span()))
        if scene.meant[at].source.name is not None:
            first = scene.cast.sentences.start_at(at) == at
            features = features_of_place(scene, at, span) | {"pronoun": 1.0, "first in sentence": first}
            yield Candidate(at, scene.meant[at], features)


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
            yield Candidate(start, known, {"sentences back": here - number, "opening group": 1.0})
            continue
        named = describe(scene.text, Span(start, end), scene.cast)
        source = Source(named, SourceKind.COLLECTIVE, named_in=(Span(start, end),))
        yield Candidate(start, Speaker(source, None, True), {"sentences back": here - number, "opening group": 1.0})


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


def speaker_of_turn(scene: Scene, span: Span, *, hearer: bool = False) -> Speaker:
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
    if signed := _SIGNED.match(scene.text, span.start):
        near = scene.cast.between(*signed.span("name"))
        if near:
            return as_person(speaker_of(near[-1][1], 0.9, "signs the post"))
    if _near_quotation(scene, span) and (heard := _speaker_near(scene, span)):
        return heard.speaker
    persons = [member for member in scene.cast.members() if member.kind is MentionKind.PERSON]
    title = scene.story.title or ""
    titled = [member for member in persons if member.name.split()[-1] in title]
    likely = (titled or persons)[0] if titled or len(persons) == 1 else None
    if likely and not _is_spoken_of(scene, likely):
        return speaker_of(likely, 0.6)
    if turns or hearer:
        return NOBODY
    if span.of(scene.text).casefold() not in _ONE_SPEAKER:
        outlet = scene.story.outlet
        own = Source(outlet, SourceKind.MEDIA, reason="speaks in the story's own voice", score=0.6)
        return Speaker(own) if outlet else NOBODY
    return Speaker(
        Source("author of the story", SourceKind.PERSON, reason="speaks in the story's own voice", score=0.6)
    )


def _near_quotation(scene: Scene, span: Span) -> bool:
    """Tell whether a mark of quotation opens before a place in its paragraph, though no quotation was found there."""
    return bool(_QUOTE_MARK.search(scene.text, scene.text.rfind("\n", 0, span.start) + 1, span.start))


def _is_spoken_of(scene: Scene, member: Member) -> bool:
    """Tell whether an "I" outside quotations speaks of a person: "I recall how Jane Doe fought"."""
    starts = scene.cast.sentences.starts
    for span in member.spans:
        number = scene.cast.sentences.number_at(span.start)
        speaker = _SPEAKER.search(scene.text, starts[number], span.start)
        quoted = speaker and any(quote.start <= speaker.start() < quote.end for quote in scene.quotes)
        if speaker and not quoted and not _SAYS_NEXT.match(scene.text, span.end):
            return True
    return False


def _speaker_near(scene: Scene, span: Span) -> Heard | None:
    return min(scene.heard, key=lambda heard: abs(heard.at - span.start), default=None)
