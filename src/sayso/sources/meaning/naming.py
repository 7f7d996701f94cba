"""How a source is written: fullest names, governments for countries, descriptions with their names in full."""

import re
from dataclasses import replace
from functools import lru_cache

from sayso.records import Source, SourceKind, Span
from sayso.sources.known.gazetteer import (
    Match,
    find_body,
    find_country,
    find_leaders_by_surname,
    find_outlet,
    gender_of,
    match_country,
)
from sayso.sources.known.parties import party_called
from sayso.sources.lexicon import BODY_HEADS, BODY_NAME_WORDS, BODY_NOUNS, DETERMINERS, DOCUMENT_NOUNS, GROUP_NOUNS
from sayso.sources.meaning.speakers import Scene, Speaker
from sayso.sources.names.kinds import KIND_OF_MENTION
from sayso.sources.names.media import names_media, posts_on_platform
from sayso.sources.names.mention_kinds import MentionKind
from sayso.sources.names.mentions import Mention
from sayso.sources.names.people import Cast, Member
from sayso.sources.names.roles import pick_role
from sayso.sources.names.runs import is_acronym
from sayso.sources.offices.officers import find_state_of_regime
from sayso.text.places import places_of
from sayso.text.turns import meant_by_initials, shortens
from sayso.text.word_tables import word_table

_PLURAL_NAME = re.compile(r"(?:Democrats|Republicans|Conservatives|Liberals|Tories|ians|ans|Nationals)$")
_PEOPLE_IN_CAPITALS = re.compile(
    r" (?:Officials|Lawmakers|Senators|Experts|Aides|Critics|Residents|Investigators|Analysts|Protesters|Diplomats)$"
)
"""How a headline ends the words for people whom it does not name: "White House Officials"."""
_ARTICLED = re.compile(
    r"^(?!those (?:who|that|closest|close|familiar|involved|surveyed|polled|present|opposed"
    r"|in|on|with|at|from|behind)\b)"
    r"(?:the|a|an|this|that|these|those|his|her|its|their|our|my|your|whose)\s+(?:(?:very )?same\s+)?",
    re.IGNORECASE,
)
_BELIEVERS = word_table(
    "Jews Jewish Muslims Muslim Christians Christian Catholics Catholic Protestants Hindus Hindu Sikhs Sikh"
)
_COMMON_NOUNS = {word for word in DOCUMENT_NOUNS | GROUP_NOUNS | BODY_NOUNS if party_called(word) is None}
_BODY_WORDS = BODY_NOUNS - {"guard", "school", "league"}
_DEFINITE = DETERMINERS - {"a", "an"}
_QUOTE_MARK = re.compile(r"[“”\"]")
_EDGE = re.compile(r"\b")
_POSSESSIVE = re.compile(r"['’]s?$")
_ACRONYM_BEHIND = re.compile(r" ?\([A-Z][A-Za-z.&-]{1,9}\)(?= [a-z])")
_OWNS = re.compile(r"['’]s|(?<=s)['’](?= )")
_AGED = re.compile(r"\A\d\d-year-old\Z")
_WORD_BEHIND = re.compile(r" ([a-z]+)")


TOLD_BESIDE = "named, with what it is in the words beside it"


def speaker_of(member: Member, score: float = 1.0, reason: str | None = None) -> Speaker:
    """A member of the cast as a speaker."""
    name, kind, why = name_in_full(member), KIND_OF_MENTION[member.kind], "named"
    match = match_country(member.name) if member.kind is MentionKind.PLACE else None
    if match and match.how in (Match.NAME, Match.CAPITAL, Match.SEAT):
        name, why = (
            (find_body(member.name) or match.country).name,
            "a country, its capital or its seat speaks for its government",
        )
    elif match:
        kind = SourceKind.COLLECTIVE
    if kind is SourceKind.ORGANISATION and _PLURAL_NAME.search(name):
        kind = SourceKind.COLLECTIVE
    if _is_told_beside(member):
        why = TOLD_BESIDE
    if member.kind is MentionKind.UNCLEAR and _is_personal(member):
        kind = SourceKind.PERSON
    if _PEOPLE_IN_CAPITALS.search(name):
        kind = SourceKind.COLLECTIVE
    spans = (member.full_span,) if member.full_span else ()
    role = pick_role(member.roles) if kind is SourceKind.PERSON else None
    source = Source(name, kind, role=role, named_in=spans, reason=reason or why, score=score)
    return Speaker(source, member.gender, kind is SourceKind.COLLECTIVE, member, member.words)


def _is_told_beside(member: Member) -> bool:
    """Tell whether a name's neighbours tell what it is: "Kettle's shares", "news agency KNA", "bus firm Ira Rao"."""
    if member.kind is MentionKind.MEDIA:
        return is_acronym(member.name) and any(map(names_media, member.roles))
    if member.kind is not MentionKind.BODY:
        return False
    says_little = " " not in member.name or BODY_NAME_WORDS.isdisjoint(member.name.split())
    if says_little and not is_acronym(member.name):
        return True
    return any(posts_on_platform(role) or role.rsplit(" ", 1)[-1].casefold() in BODY_HEADS for role in member.roles)


def as_person(speaker: Speaker) -> Speaker:
    """A speaker whose words tell that it is a person, where the name alone left that open."""
    if speaker.member is None or speaker.member.kind is not MentionKind.UNCLEAR:
        return speaker
    return replace(speaker, source=replace(speaker.source, kind=SourceKind.PERSON))


def as_one(speaker: Speaker) -> Speaker:
    """A speaker who is one person, though the name is that of a people: "the Norwegian"."""
    is_people = speaker.source.kind is SourceKind.COLLECTIVE
    source = replace(speaker.source, kind=SourceKind.PERSON) if is_people else speaker.source
    return replace(speaker, source=source, plural=False)


def name_in_full(member: Member) -> str:
    """The fullest name of a member."""
    return member.name


def _is_personal(member: Member) -> bool:
    """Tell whether a name of unknown kind reads as a person's: two to four words, no acronym, never with an article."""
    words = member.name.split()
    if member.words & {"who", "himself", "herself"}:
        return True
    if (
        member.articled
        or any(role.split()[-1].casefold() in _BODY_WORDS for role in member.roles)
        or any(is_acronym(word) for word in words)
        or "of" in words
    ):
        return False
    return bool(member.gender or gender_of(words[0]) or find_leaders_by_surname(words[-1])) or 2 <= len(words) <= 4


def government_named(words: str) -> str | None:
    """The government that "the German government", "Russia's government" or "the Syrian regime" names.

    In 146 stories of the world's news 8 of 9 regimes were on no state's side, and so their denials stood apart.
    """
    if "overnment" not in words and "egime" not in words:
        return None
    state = find_state_of_regime(words)
    body = find_body(state or words)
    return body.name if body and body.name.startswith("Government of ") else None


def outlet_named(words: str) -> str | None:
    """The outlet or agency that these words name, as the table spells it."""
    outlet = find_outlet(words)
    return outlet.name if outlet else None


@lru_cache(maxsize=1 << 12)
def drop_article(words: str) -> str:
    """Words without their leading article or determiner."""
    return _ARTICLED.sub("", words.strip().removeprefix("even ").removeprefix("Even "))


def describe(text: str, span: Span, cast: Cast, owner: str | None = None) -> str:
    """The words of a description, with its names in full and its possessors behind.

    `owner` is whom a possessive in front ("his") means; the words then end in "of" that owner.
    """
    expanded, possessor = _expand(text, span, cast)
    words = drop_article(expanded).removeprefix("own ")
    if len(_QUOTE_MARK.findall(words)) == 1:
        words = _QUOTE_MARK.sub("", words)  # of 'a "Doe memo"' the outer sign is gone
    begins = len(words) == len(expanded.strip()) and possessor is None
    owner = owner or possessor
    if owner:
        head, of, rest = words.partition(" of ")
        joiner = "for" if head.endswith(("spokesperson", "spokesman", "spokeswoman")) else "of"
        words = f"{words} {joiner} {owner}" if not of else f"{head} of {rest} of {owner}"
    # Behind an article a big letter is the name's own: "the Pilots' Union".
    return lower_first(words, span, cast) if begins else words


def _expand(text: str, span: Span, cast: Cast) -> tuple[str, str | None]:
    """The words with each name in full; and the possessor in front of them ("Merkel's"), taken off."""
    at, possessor = span.start, None
    pieces: list[str] = []
    for mention, member in cast.between(span.start, span.end):
        if mention.span.end > span.end:
            break
        if mention.start < at:
            continue  # its acronym, in brackets behind it
        as_it_stands = _is_of_people(text, mention)
        owned = text.endswith(("'s ", "’s "), 0, mention.span.start)  # "Russia's General Staff" is not Ukraine's
        is_whole_body = member.kind is MentionKind.BODY and not (as_it_stands or owned)
        in_full = member.kind is MentionKind.PERSON or is_whole_body
        name = name_in_full(member) if in_full else mention.name
        lead = text[at : mention.start if _is_titled(text, mention) else mention.span.start]
        owns = _OWNS.match(text, mention.span.end)
        told = _AGED.sub("", drop_article(f"{text[span.start : at]}{lead} ")).strip()
        if owns and (not told or told == mention.before):
            possessor, at = _owner_name(name, member), owns.end()
            pieces.clear()
            continue
        pieces += [lead, name]
        bracket = _ACRONYM_BEHIND.match(text, mention.span.end)
        at = bracket.end() if bracket else mention.span.end
    return " ".join("".join([*pieces, text[at : span.end]]).split()), possessor


def _is_of_people(text: str, mention: Mention) -> bool:
    """Tell whether a short name only tells whose people are meant: "EPA officials"."""
    behind = _WORD_BEHIND.match(text, mention.span.end)
    return " " not in mention.name and behind is not None and behind[1] in GROUP_NOUNS


def _owner_name(name: str, member: Member) -> str:
    country = find_country(name) if member.kind is MentionKind.PLACE else None
    return country.name_in_text if country else name


def _is_titled(text: str, mention: Mention) -> bool:
    """Tell whether the name tells a title before it; in "Former Barton Bank executives" it is the others'."""
    title = text[mention.start : mention.span.start].strip()
    return mention.kind is MentionKind.PERSON and title not in ("", "Former")


def lower_first(words: str, span: Span, cast: Cast) -> str:
    """Words with a small first letter where it was big only because a sentence began."""
    first = words.split(" ", 1)[0]
    named = [mention.name for mention, _ in cast.between(span.start, span.end)]
    full = [member.name for _, member in cast.between(span.start, span.end)]
    opens = cast.sentences.start_at(span.start) >= span.start - 1
    if opens and first.casefold() in _COMMON_NOUNS and len(words) == len(first) and not find_country(first):
        return words.casefold()
    if not first or not first[1:].islower() or "/" in first or any(name.startswith(first) for name in (*named, *full)):
        return words
    if find_country(first) or party_called(first) or first in _BELIEVERS or _is_big_within(first, cast.text):
        return words
    return first[0].lower() + first[1:] + words[len(first) :]


def _is_big_within(word: str, text: str) -> bool:
    """Tell whether a word has its capital within a sentence too: "Duke" where "Jane Duke" stands."""
    places = (at for at in places_of(f" {word}", text) if "a" <= text[at - 1 : at] <= "z")
    return any(_EDGE.match(text, at + 1 + len(word)) for at in places)


@lru_cache(maxsize=1 << 12)
def strip_possessive(words: str) -> str:
    """Words without a possessive ending or outer signs."""
    return _POSSESSIVE.sub("", words.strip(' \t\r\n,.;:–—-“”"()[]'))


def starts_definite(words: str) -> bool:
    """Tell whether a description points back: "the President", "this agency"."""
    return words.split(" ", 1)[0].casefold() in _DEFINITE


def speaker_of_label(scene: Scene, label: str) -> Speaker | None:
    """Whom the initials mean that open a turn of an interview: the outlet, or one of the cast."""
    outlet = scene.story.outlet
    if outlet and shortens(label, outlet):
        return Speaker(Source(outlet, SourceKind.MEDIA, reason="the outlet, by its initials", score=0.9))
    personal = (MentionKind.PERSON, MentionKind.UNCLEAR)
    persons = {
        member.name: member for member in scene.cast.members() if member.kind in personal and not member.articled
    }
    name = meant_by_initials(label, persons)
    return as_person(speaker_of(persons[name], 0.85, f"whose initials are {label}")) if name else None
