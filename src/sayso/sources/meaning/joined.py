"""Several who speak as one: "Angela Merkel and Boris Johnson"."""

import re
from dataclasses import replace

from sayso.records import Source, SourceKind, Span
from sayso.sources.known.gazetteer import find_body
from sayso.sources.lexicon import (
    BODY_NOUNS,
    DOCUMENT_NOUNS,
    FEMALE_PRONOUNS,
    GROUP_NOUNS,
    HIDDEN_NOUNS,
    MALE_PRONOUNS,
    PERSON_NOUNS,
)
from sayso.sources.meaning.descriptions import resolve_description
from sayso.sources.meaning.lists import resolve_examples, resolve_list, speak_as_one
from sayso.sources.meaning.named import resolve_apposition, resolve_named
from sayso.sources.meaning.naming import describe, drop_article, starts_definite
from sayso.sources.meaning.office_holders import resolve_office_holder
from sayso.sources.meaning.pronouns import resolve_pronoun
from sayso.sources.meaning.speakers import Scene, Speaker
from sayso.sources.names.beside_names import ACRONYM
from sayso.sources.names.kinds import kind_of_description
from sayso.sources.names.mention_kinds import MentionKind
from sayso.sources.names.phrases import Phrase, read_phrase, split_joined, trim_source

_SINGULAR_PRONOUNS = MALE_PRONOUNS | FEMALE_PRONOUNS
_SHARE = re.compile(r"\d[\d.,]* ?(?:percent|per cent|%)")
"""A share is nobody: "35 percent of women believe Jane Doe and 20 percent John Roe"."""


def resolve_others(scene: Scene, phrase: Phrase) -> Speaker | None:
    """Who "others, including Jane Doe" are: "Jane Doe and others"; None where the phrase names no others."""
    if phrase.head.casefold() != "others":
        return None
    named = [
        member
        for part in phrase.appositions
        for _, member in scene.cast.between(*part)
        if member.kind is MentionKind.PERSON
    ]
    if not named:
        return None
    return speak_as_one(f"{named[0].name} and others", SourceKind.COLLECTIVE, named[0].spans[:1])


def resolve_joined(scene: Scene, phrase: Phrase) -> Speaker | None:
    """Two who speak as one: "Angela Merkel and Boris Johnson"."""
    if (
        several := resolve_examples(scene, phrase)
        or resolve_list(scene, phrase)
        or _resolve_apposed_pair(scene, phrase)
    ):
        return several
    if whole := _find_whole_body(scene, phrase):
        return whole
    sides = split_joined(scene.text, phrase.core, scene.cast)
    if sides is None:
        return None
    short = ACRONYM.match(scene.text, phrase.core.end)
    if short and short[1] in scene.cast.acronyms:
        return None
    if phrase.head.casefold() in DOCUMENT_NOUNS and sides[0].end != phrase.left.end:
        return None  # "a poll by Tidewater and the Harbour Herald" is one
    first, second = (trim_source(scene.text, side) for side in sides)
    if first.start >= first.end or second.start >= second.end:
        return None
    if _SHARE.fullmatch(second.of(scene.text)):
        return resolve_named(scene, read_phrase(scene.text, first, scene.cast))
    if first.of(scene.text).casefold() in _SINGULAR_PRONOUNS:
        return _join_pronoun(scene, first, second)
    left, right = read_phrase(scene.text, first, scene.cast), read_phrase(scene.text, second, scene.cast)
    offices = left.head.casefold() in PERSON_NOUNS and right.head.casefold() in PERSON_NOUNS
    if left.rest.start < left.rest.end and left.head.casefold() in PERSON_NOUNS and _goes_on(scene, second):
        return None
    if offices and phrase.appositions and (one := resolve_apposition(scene, phrase)):
        return one
    if not scene.cast.between(first.start, first.end) and left.head.casefold() not in GROUP_NOUNS:
        return _join_described(scene, left, right)
    if _is_one_name(scene, phrase, left, right):
        if right.head.casefold() in PERSON_NOUNS:
            return None  # "the Work and Pensions Secretary", who may be named elsewhere
        words = drop_article(phrase.core.of(scene.text))
        return Speaker(Source(words, kind_of_description(words, right.head), named_in=(phrase.core,)))
    return _join_named(scene, phrase, (first, left), (second, right))


def _join_named(scene: Scene, phrase: Phrase, joined: tuple[Span, Phrase], to: tuple[Span, Phrase]) -> Speaker | None:
    """Two of whom one is named at least, as one source; the one alone where the other is but an office or a place."""
    (first, left), (second, right) = joined, to
    one, two = resolve_named(scene, left), resolve_named(scene, right)
    person = one is not None and one.source.kind is SourceKind.PERSON
    if person and first.end > left.left.end + 1 and not (two and two.source.kind is SourceKind.PERSON):
        return None
    last = first.of(scene.text).rsplit(" ", 1)[-1].casefold()
    shared = scene.text[second.start : second.start + 1].islower() and not person
    if two and two.source.kind is SourceKind.PERSON and (last in PERSON_NOUNS or shared):
        return two
    if one and one.member and one.member.kind is MentionKind.PLACE and not two:
        one = None
    if one and two and left.head[:1].isupper():
        media = one.source.kind is two.source.kind is SourceKind.MEDIA
        kind = SourceKind.MEDIA if media else SourceKind.COLLECTIVE
        name = f"{one.source.name} and {two.source.name}"
        return speak_as_one(name, kind, (*one.source.named_in, *two.source.named_in))
    if one:
        name = f"{one.source.name} and {drop_article(describe(scene.text, second, scene.cast))}"
        return speak_as_one(name, SourceKind.COLLECTIVE, one.source.named_in)
    if not two and first.end > phrase.left.end + 1:
        return None
    name = describe(scene.text, phrase.core, scene.cast)
    head = phrase.head.casefold()
    heads = frozenset({head}) if head in GROUP_NOUNS else frozenset[str]()
    kind = SourceKind.ANONYMOUS if right.head.casefold() in HIDDEN_NOUNS else SourceKind.COLLECTIVE
    return replace(speak_as_one(name, kind, (phrase.core,)), words=heads, heads=heads)


def _find_whole_body(scene: Scene, phrase: Phrase) -> Speaker | None:
    """The body of the tables that joins two words in its name: "Customs and Border Protection"."""
    words = phrase.core.of(scene.text)
    body = find_body(words) if " and " in words else None
    return Speaker(Source(body.name, SourceKind.ORGANISATION, named_in=(phrase.core,))) if body else None


def _join_pronoun(scene: Scene, pronoun: Span, second: Span) -> Speaker | None:
    """The one whom a pronoun means, and another: "he and Jane Doe"."""
    one = resolve_pronoun(scene, pronoun).source
    name = describe(scene.text, second, scene.cast)
    if one.name is None:
        return None
    return speak_as_one(f"{one.name} and {drop_article(name)}", SourceKind.COLLECTIVE, one.named_in)


def _resolve_apposed_pair(scene: Scene, phrase: Phrase) -> Speaker | None:
    """Two persons, each with an apposition: "Jane Doe, Republican of Ohio, and John Roe, Republican of Iowa"."""
    second = next((part for part in phrase.appositions if scene.text.startswith("and ", part.start)), None)
    if second is None or not phrase.appositions:
        return None
    first = scene.cast.between(*phrase.core)
    behind = scene.cast.between(second.start, phrase.appositions[-1].end)
    persons = [pair for pair in behind if pair[1].kind is MentionKind.PERSON]
    if not first or not persons or first[-1][1].kind is not MentionKind.PERSON:
        return None
    if first[-1][0].span.end != phrase.core.end or first[-1][1] is persons[0][1]:
        return None
    spans = (first[-1][0].span, persons[0][0].span)
    return speak_as_one(f"{first[-1][1].name} and {persons[0][1].name}", SourceKind.COLLECTIVE, spans)


def _goes_on(scene: Scene, side: Span) -> bool:
    """Tell whether a side only ends a name: "Protection" of "the head of Customs and Border Protection"."""
    near = scene.cast.between(side.start, side.end)
    return scene.text[side.start].isupper() and not (near and near[0][1].kind is MentionKind.PERSON)


def _join_described(scene: Scene, left: Phrase, right: Phrase) -> Speaker | None:
    """Two of whom the first is described: "the president and Congress"; "author and presenter Jane Doe" is one."""
    second = resolve_named(scene, right) or resolve_office_holder(scene, right)
    if second and second.source.kind is SourceKind.PERSON and left.head.casefold() in PERSON_NOUNS:
        return second
    both_definite = starts_definite(right.core.of(scene.text)) or (second is not None and second.member is not None)
    two_bodies = second is not None and second.source.kind is SourceKind.ORGANISATION and left.head in BODY_NOUNS
    if not (both_definite and (starts_definite(left.core.of(scene.text)) or two_bodies)):
        return None
    second = second or resolve_description(scene, right)
    first = resolve_description(scene, left)
    spans = (*first.source.named_in, *second.source.named_in)
    return speak_as_one(f"{first.source.name} and {second.source.name}", SourceKind.COLLECTIVE, spans)


def _is_one_name(scene: Scene, phrase: Phrase, left: Phrase, right: Phrase) -> bool:
    """Tell "the Arts and Humanities Index", one name, from "Germany and the European Union"."""
    text = scene.text
    lead = text[phrase.core.start : phrase.core.start + 4].casefold()
    common = kind_of_description(right.head, right.head) is not SourceKind.ORGANISATION or right.head in {
        "Show",
        "Index",
    }
    return (
        lead == "the "
        and len(left.core.of(text).split()) == 2
        and left.head[:1].isupper()
        and right.head[:1].isupper()
        and common
    )


def with_colleagues(leader: Speaker, others: str = "colleagues") -> Speaker:
    """One and those with him: "Doe et al", "Doe and her team"."""
    source = leader.source
    if source.name is None:
        return leader
    return speak_as_one(f"{source.name} and {others}", SourceKind.COLLECTIVE, source.named_in)
