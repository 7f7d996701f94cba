"""Whom a pronoun means."""

import re
from collections.abc import Iterator
from dataclasses import replace
from math import exp

from sayso.records import Source, SourceKind, Span
from sayso.sources.lexicon import (
    DOCUMENT_NOUNS,
    FEMALE_PRONOUNS,
    GROUP_NOUNS,
    HEARER_PRONOUNS,
    MALE_PRONOUNS,
    PLURAL_PRONOUNS,
    RELATIVE_PRONOUNS,
    SPEAKER_PRONOUNS,
    THING_PRONOUNS,
)
from sayso.sources.meaning.agreement import PERSONAL, features_of_agreement, may_mean
from sayso.sources.meaning.antecedents import (
    REACH_CHARS,
    Anaphor,
    Candidate,
    add_context,
    features_of_place,
    features_of_words,
    find_candidates,
    find_named_next,
    join_candidates,
)
from sayso.sources.meaning.described import find_phrases
from sayso.sources.meaning.first_person import first_person
from sayso.sources.meaning.naming import as_person, describe, speaker_of
from sayso.sources.meaning.pairs import find_pairs
from sayso.sources.meaning.relatives import SEVERAL_DO
from sayso.sources.meaning.speakers import NOBODY, Scene, Speaker
from sayso.sources.names.mention_kinds import MentionKind
from sayso.sources.names.no_persons import is_no_person

_LEAST_NATS = -1.0
"""None of the few "it" and "they" whose likeliest antecedent weighs less is right; of the others, six in ten."""
_GROUP_BEFORE = re.compile(
    r"(?<![\w,])(?P<group>(?:(?!(?i:and|or|but|the|of|by|to|with|that|for|as|than|from|at|on|in|is|are|was|were|not) )"
    r"(?:\d[\d,]*|[\w'’-]+) )?(?P<noun>\w+)),? \Z"
)
_HOME_OF_PAIR = re.compile(r"(?: (?:of|from|in) [A-Z][\w. -]{2,20})?,? ")
"""What may stand between two persons and the "who" that means both: "Jane Doe of Ohio and John Roe of Iowa, who"."""
_NOUN_BEHIND = re.compile(r" (?:[a-z]+ )?(?P<noun>[a-z]+)\b")
_COUNTED = re.compile(
    r"(?:(?:about|around|some|over|nearly|almost|more than|at least|up to|another|as many as) )*"
    r"(?:\d[\d,.]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:dozens|hundreds|thousands) of)\b",
    re.IGNORECASE,
)
"""How a sentence begins that counts people: these are told of in it, and do not tell."""
_NEWS_TEXTS = frozenset({"report", "article", "story", "headline", "editorial", "account", "accounts"})
"""Texts of an outlet, which are the outlet itself."""
_GENDERS = dict.fromkeys(MALE_PRONOUNS, "male") | dict.fromkeys(FEMALE_PRONOUNS, "female")
_SUBJECTS = (
    dict.fromkeys(MALE_PRONOUNS, re.compile(r"[Hh](?<!\w.)e\b"))
    | dict.fromkeys(FEMALE_PRONOUNS, re.compile(r"[Ss](?<!\w.)he\b"))
    | dict.fromkeys(PLURAL_PRONOUNS, re.compile(r"[Tt](?<!\w.)hey\b"))
)
"""How each pronoun stands where it is a subject; "it" as often stands for nothing.

Beginning with a set of letters, they are through a text in a third of the time that a border of words would take.
"""

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
        return first_person(scene, span, hearer=word in HEARER_PRONOUNS)
    if word in RELATIVE_PRONOUNS:
        return _before_relative(scene, span)
    ranked = join_candidates(pronoun_candidates(scene, span, word))
    if not ranked or (word not in PERSONAL and ranked[0].weight < _LEAST_NATS):
        return NOBODY
    likeliest, *others = ranked
    speaker = as_person(likeliest.speaker) if word in PERSONAL else likeliest.speaker
    share = 1 / (1 + sum(exp(other.weight - likeliest.weight) for other in others))
    if word in _GENDERS:
        scene.genders.setdefault(speaker.source.name, _GENDERS[word])
    reason = f'"{word}": the likeliest of those named before it that agree'
    return replace(speaker, source=replace(speaker.source, reason=reason, score=round(share, 2)))


def pronoun_candidates(scene: Scene, span: Span, word: str) -> list[Candidate]:
    """All whom the pronoun at `span`, in small letters, may mean."""
    found = list(find_candidates(scene, span, lambda speaker: may_mean(word, speaker)))
    if word in PERSONAL:
        found = [each for each in found if not is_no_person(scene.text, each.speaker.member)]
        gender = _GENDERS[word]
        found = [each for each in found if scene.genders.get(each.speaker.source.name, gender) == gender] or found
    anaphor = Anaphor.of(scene, span)
    if word in _SUBJECTS:
        found += _pronouns_before(scene, anaphor, word)
    if word in PLURAL_PRONOUNS:
        found += _pairs_before(scene, anaphor)
    found += _described_before(scene, anaphor, word)
    if word in PLURAL_PRONOUNS:
        start = scene.cast.sentences.start_at(span.start)
        found = [each for each in found if each.at < start or not _COUNTED.match(scene.text, start)]
    if word in PERSONAL:
        unheard = all(each.features.get("in a quotation") for each in found)
        found += find_named_next(scene, span, unheard=unheard)
    if word == "both":
        found = list(_pairs_before(scene, anaphor)) or found
    for candidate in found:
        candidate.features.update(features_of_agreement(word, candidate.speaker))
    add_context(scene, span, found)
    return found


def _described_before(scene: Scene, anaphor: Anaphor, word: str) -> Iterator[Candidate]:
    """Who is only described in the sentences before."""
    for described in find_phrases(scene, anaphor.span, personal=word in PERSONAL):
        if may_mean(word, described.speaker):
            at = described.span.start
            first = scene.cast.sentences.start_at(at) == at
            features = features_of_words(scene, described.span, anaphor, first=first)
            features["described"] = 1.0
            yield Candidate(at, described.speaker, features)


def _pairs_before(scene: Scene, anaphor: Anaphor) -> Iterator[Candidate]:
    """Two who are named together before."""
    for pair in find_pairs(scene, anaphor.span.start):
        at = pair.span.start
        first = scene.cast.sentences.start_at(at) == at
        features = features_of_words(scene, pair.span, anaphor, first=first)
        yield Candidate(at, pair.speaker, features)


def _pronouns_before(scene: Scene, anaphor: Anaphor, word: str) -> Iterator[Candidate]:
    """Whom the same pronoun means where it is a subject before: "He laughed. He said"."""
    before = anaphor.span.start
    for found in _SUBJECTS[word].finditer(scene.text, max(0, before - REACH_CHARS), before):
        at = found.start()
        if scene.quotes.holds(at):
            continue
        if at not in scene.meant:
            scene.meant[at] = NOBODY  # keeps a pronoun from being asked about itself
            scene.meant[at] = resolve_pronoun(scene, Span(*found.span()))
        if scene.meant[at].source.name is not None:
            first = scene.cast.sentences.start_at(at) == at
            features = features_of_place(scene, at, anaphor)
            features.update({"pronoun": 1.0, "first in sentence": first})
            yield Candidate(at, scene.meant[at], features)


def _before_relative(scene: Scene, span: Span) -> Speaker:
    """Whom "who" and "which" mean: the name or the speaker right before them."""
    start = scene.cast.sentences.start_at(span.start)
    near = [pair for pair in scene.cast.between(start, span.start) if pair[0].kind is not MentionKind.PLACE]
    word = span.of(scene.text).casefold()
    if word == "which":
        near = [pair for pair in near if pair[1].kind is not MentionKind.PERSON]
    heard = scene.last_heard(span.start)
    if heard and word == "which" and heard.speaker.source.kind is SourceKind.PERSON:
        heard = None
    if heard and heard.at >= start and (not near or heard.at > near[-1][0].span.start):
        return heard.speaker
    if word == "who" and SEVERAL_DO.match(scene.text, span.end):
        pairs = [pair for pair in find_pairs(scene, span.start) if pair.span.start >= start]
        if pairs and _HOME_OF_PAIR.fullmatch(scene.text, pairs[-1].span.end, span.start):
            return pairs[-1].speaker
    if word in {"who", "whom", "whose"}:
        near = [pair for pair in near if pair[1].kind is MentionKind.PERSON] or near
    if described := _GROUP_BEFORE.search(scene.text, start, span.start):
        group = Span(*described.span("group"))
        if described["noun"].casefold() in GROUP_NOUNS and not (near and near[-1][0].start >= group.end):
            name = describe(scene.text, group, scene.cast)
            return Speaker(Source(name, SourceKind.COLLECTIVE, named_in=(group,), score=0.7), None, True)
    if not near:
        return NOBODY
    mention, member = near[-1]
    behind = _NOUN_BEHIND.match(scene.text, mention.span.end, span.start)
    if word == "which" and behind and behind["noun"] in DOCUMENT_NOUNS - _NEWS_TEXTS:
        named = Span(mention.start, behind.end())
        source = Source(describe(scene.text, named, scene.cast), SourceKind.DOCUMENT, named_in=(named,), score=0.7)
        return Speaker(source, words=frozenset({behind["noun"]}))
    return speaker_of(member, 0.8)
