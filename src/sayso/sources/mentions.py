"""The names that a story holds: whom they seem to name, with which titles, and which long form an acronym has."""

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from sayso.records import Span
from sayso.sources.beside_names import (
    NUMBERED,
    apposed_words,
    describing_words,
    end_of_name,
    gender_told,
    is_role,
    start_with_number,
)
from sayso.sources.gazetteer import find_body, find_country, find_outlet, gender_of
from sayso.sources.lexicon import (
    BODY_NAME_WORDS,
    BODY_NOUNS,
    MEDIA_NAME_WORDS,
    NOT_NAMES,
    PERSON_NOUNS,
    PLATFORMS,
    TITLES,
)
from sayso.sources.media import names_media
from sayso.sources.runs import (
    HEADLINE_VERBS,
    LINKS,
    Part,
    extend_run,
    find_name,
    find_runs,
    is_acronym,
    is_body,
    is_surname,
    opens_sentence,
    skip_place,
    skip_seat,
    small_words,
    starts_body,
    trim_run,
)
from sayso.text.word_tables import word_table

_AGE = re.compile(r",? (?:aged )?\d{1,2}\b(?! (?:percent|people|thousand|million|billion))|,? \(\d\d?\)")
_SHORTENED = r"\b(?:Mr|Mrs|Ms|Dr|St|Sen|Rep|Gov|Gen|Col|Lt|Sgt|Prof|Rev|[A-Z])\."
_SPEAKS = r"(?:the|its|a|an) (?:[a-z-]+ ){1,3}?(?:has |had )?(?:said|says|announced|confirmed|added|stated|denied)\b"
_APPOSITION = re.compile(rf", (?!and\b|but\b|said\b|{_SPEAKS})((?:{_SHORTENED}|[^,.;\n“\"]){{3,110}})(?=[,.;]|$)")
_APPOSITIVE_START = re.compile(
    r"(?i:the|an?|one of|who|whose|his|her|its|their|former|then|acting|deputy|chief)\b"
    r"|[\w-]+(?: [\w-]+)?(?= (?:of|for|at)\b)"
)
_SOMEBODYS = re.compile(r"[A-Z][\w.&-]*(?: (?:of |the )?[A-Z][\w.&-]*){0,4}['’]s? (?=\w)")
"""How an apposition starts that tells whose: "Jane Doe, Northwind's chief scientist"."""
_FORMER = " former "
_NOUN_BEHIND = re.compile(r" ([a-z]+)")
_OF_SHIPS = frozenset({"Lady", "Miss", "Sir", "Captain", "Admiral"})
_SHIP_BEFORE = re.compile(
    r"\b(?:the|ferry|ship|vessel|yacht|trawler|tanker|liner|frigate|cruiser|destroyer) \Z", re.IGNORECASE
)
"""Before what is a title elsewhere: "the Lady Marit", "the ferry Sir Gaheris"."""
_LONGEST_SHIP = len(" destroyer ")
_DIRECTIONS = frozenset({"North", "South", "East", "West"})
_MAY_STAND_IN = frozenset({"The", "Today", "On", "In", "For"})
_PARTING = NOT_NAMES - _MAY_STAND_IN
_THINGS = word_table(
    "Award Awards Prize Globes Oscars Act Cup Games Olympics Speech Report Medal Trophy Stadium Avenue Protocol Treaty "
    "Agreement Doctrine"
)
"""Words that end the names of things that begin with a person's."""
_LONGEST_PERSON_WORDS = 5
_ADJECTIVE = re.compile(r"[A-Z][a-z]{2,}(?:al|ive|ous|ly|ic|ful|less|able|ible)")
_CALL_SIGN = re.compile(r"K(?!FOR)[A-Z]{3}\d{0,2}(?:-(?:TV|FM|AM))?|W[A-Z]{2,3}-(?:TV|FM|AM)")
"""Of American stations."""
_GOES_ON = re.compile(r" [a-z]")
_ALSO_COMPANIES = word_table(
    "producer publisher developer builder broadcaster contractor player designer owner operator"
)
"""What a company is called as well as a person: "Tidewater, a giant industrial producer"."""


class MentionKind(StrEnum):
    """Whom a name seems to name, by its words and its neighbours."""

    PERSON = "person"
    BODY = "body"
    MEDIA = "media"
    PLACE = "place"
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in a story.

    Attributes:
        span: The name without titles.
        name: Its words.
        kind: Whom it seems to name.
        start: Where its titles start.
        before: Titles and describing words in front ("US Secretary of State", "tour manager").
        after: What follows in apposition ("the Chancellor of Germany").
        gender: "male" or "female" where a given name or a title tells it.
    """

    span: Span
    name: str
    kind: MentionKind
    start: int
    before: str = ""
    after: str = ""
    gender: str | None = None


def find_mentions(text: str) -> tuple[Mention, ...]:
    """Find the names of a text, in text order; they do not overlap."""
    mentions: list[Mention] = []
    also_small = small_words(text)
    taken = 0
    for parts in find_runs(text):
        if parts[0].start < taken:
            continue
        for mention in _read_run(text, parts):
            if mention.name in _DIRECTIONS or _is_common(text, mention, also_small):
                continue
            mentions.append(mention)
            taken = max(taken, mention.span.end)
    return tuple(mentions)


def _is_common(text: str, mention: Mention, also_small: Container[str]) -> bool:
    """Tell whether a word that no neighbour makes a name stands without a capital too, or is an adjective."""
    unclear = mention.kind is MentionKind.UNCLEAR
    return unclear and (mention.name.casefold() in also_small or _is_adjective(text, mention))


def _is_adjective(text: str, mention: Mention) -> bool:
    """Tell whether a word of an adjective's ending opens a sentence, before a noun, and stands nowhere else."""
    return (
        _ADJECTIVE.fullmatch(mention.name) is not None
        and gender_of(mention.name) is None
        and opens_sentence(text, mention.span.start)
        and _GOES_ON.match(text, mention.span.end) is not None
        and len(re.findall(rf"\b{re.escape(mention.name)}\b", text)) == 1
    )


def _read_run(text: str, parts: list[Part]) -> Iterator[Mention]:
    whole = text[parts[0].start : parts[-1].end] if parts else ""
    if len(parts) > 1 and (find_outlet(whole) or find_body(whole)):
        begins = int(parts[0].word == "The" and not find_outlet(whole))
        yield _make_mention(text, parts[begins:], 0)
        return
    parts = trim_run(text, _before_platform(parts))
    for index, part in enumerate(parts[1:], start=1):
        parted = part.word in _PARTING and not (gender_of(parts[index - 1].word) or is_surname(text, parts, index))
        if parted or part.word in HEADLINE_VERBS:
            yield from _read_run(text, parts[:index])
            yield from _read_run(text, parts[index + 1 :])
            return
    if not parts or all(part.word.rstrip(".").casefold() in TITLES for part in parts):
        return
    if len(parts) == 1 and not starts_body(parts):
        yield _make_mention(text, parts, 0)
        return
    name_at = find_name(parts) or skip_place(text, parts)
    seated_at = 0 if name_at else skip_seat(text, parts)
    name_at = name_at or seated_at
    first_link = next((index for index, part in enumerate(parts) if part.word in LINKS), None)
    is_anothers = not (seated_at or _holds_title(parts[:first_link]) or is_body(parts[:first_link]))
    if first_link and name_at > first_link and is_anothers:
        name_at = 0  # "Ben Doe of Mother Jones": the title is within another's name
    link = next((index for index, part in enumerate(parts) if part.word in LINKS and index >= name_at), None)
    if link and parts[link].word == "of" and _names_outlet(parts[link + 1 :]) and not is_body(parts[:link]):
        # "Jane Doe of the Harbour Herald"
        yield replace(_make_mention(text, parts[:link], name_at), kind=MentionKind.PERSON)
        yield from _read_run(text, parts[link + 1 :])
        return
    opens_body = is_body(parts[name_at:link]) or (link == 1 and parts[1].word == "of")
    if link is None and not (starts_body(parts) and not name_at):
        yield _make_mention(text, parts, name_at)
    elif link is None or (opens_body and parts[link - 1].word.rstrip(".").casefold() not in TITLES):
        whole_body = extend_run(text, parts)
        if officer_at := find_name(whole_body[len(parts) :]):
            # "House Arts and Science Committee Chairwoman Jane Doe" is she and not the committee.
            yield _make_mention(text, whole_body, len(parts) + officer_at)
        else:
            yield _make_mention(text, parts, name_at, whole_body[-1].end)
    elif parts[link - 1].word.rstrip(".").casefold() in TITLES:
        yield from _read_run(text, parts[link + 1 :])
    else:
        yield _make_mention(text, parts[:link], name_at)
        yield from _read_run(text, parts[link + 1 :])


def _before_platform(parts: list[Part]) -> list[Part]:
    """A run without where its words stand: "Ministry of Health on Telegram"."""
    posted_at = (at for at in range(1, len(parts) - 1) if parts[at].word == "on")
    return next((parts[:at] for at in posted_at if parts[at + 1].word.casefold() in PLATFORMS), parts)


def _names_outlet(parts: list[Part]) -> bool:
    return find_outlet(" ".join(part.word for part in parts if part.word != "the")) is not None


def _holds_title(parts: list[Part]) -> bool:
    words = [part.word.rstrip(".").casefold() for part in parts]
    return any(word in TITLES or word in PERSON_NOUNS for word in words)


def _make_mention(text: str, parts: list[Part], name_at: int, end: int | None = None) -> Mention:
    name_at = name_at if name_at < len(parts) else 0
    if name_at and _describes_noun(text, parts, name_at):
        parts, name_at = parts[name_at:], 0
    elif (
        name_at
        and parts[0].word in _OF_SHIPS
        and _SHIP_BEFORE.search(text, max(0, parts[0].start - _LONGEST_SHIP), parts[0].start)
    ):
        name_at = 0
    titled = name_at > 0
    words = [part.word for part in parts[name_at:]]
    span = Span(parts[name_at].start, end or parts[-1].end)
    start = parts[0].start
    before = text[start : span.start].strip()
    leading = describing_words(text, start)
    if before and not leading and text.endswith(_FORMER, 0, start):
        leading = _FORMER.strip()
    before = f"{leading} {before}".strip()
    apposed_at = end_of_name(text, span.end)
    apposition = _APPOSITION.match(text, apposed_at) if text.startswith(", ", apposed_at) else None
    after = apposition[1] if apposition and _describes(apposition[1]) else ""
    apposed = "" if before else apposed_words(text, start, span.end)
    kind = _kind(text, span, words, titled, leading, after)
    if kind is MentionKind.UNCLEAR and apposed and _may_hold_office(words, apposed):
        kind = MentionKind.PERSON
    if kind is MentionKind.BODY or words[-1] in NUMBERED:
        span = Span(start_with_number(text, span.start), span.end)
        start = min(start, span.start)
    gender = gender_told(words, before, after) if kind in (MentionKind.PERSON, MentionKind.UNCLEAR) else None
    return Mention(span, span.of(text), kind, start, before or apposed, after, gender)


def _describes_noun(text: str, parts: list[Part], name_at: int) -> bool:
    """Tell whether a name only describes the noun behind it: that of "Former Kettle engineer" is no former Kettle."""
    noun = _NOUN_BEHIND.match(text, parts[-1].end)
    return noun is not None and noun[1] in PERSON_NOUNS and all(part.word == "Former" for part in parts[:name_at])


def _may_hold_office(words: list[str], apposed: str) -> bool:
    """Tell whether a name that no table knows is that of a person: "the head of the ministry, Iwona Barycz, said"."""
    several = len(words) > 1 and _told_by_words(" ".join(words)).likely is None
    return several and _ALSO_COMPANIES.isdisjoint(apposed.casefold().split())


def _describes(apposed: str) -> bool:
    """Tell whether words behind a name say who its bearer is, and do not go on with the sentence."""
    return bool(_APPOSITIVE_START.match(apposed) or (_SOMEBODYS.match(apposed) and is_role(apposed)))


def _kind(text: str, span: Span, words: list[str], titled: bool, leading: str, after: str) -> MentionKind:
    told = _told_by_words(" ".join(words))
    articled = text.endswith("The ", 0, span.start) and find_outlet(f"The {' '.join(words)}")
    # "Australian" is "The Australian" only where no sentence makes its article big.
    is_outlet = words[0] == "The" and not opens_sentence(text, span.start)
    if (told.outlet or articled) and (told.known is not MentionKind.PLACE or is_outlet):
        return MentionKind.MEDIA
    if titled and not told.office:
        return MentionKind.PERSON
    if told.known:
        return told.known
    last_lead = leading.rsplit(" ", 1)[-1].casefold()
    if leading and names_media(leading):
        return MentionKind.MEDIA
    if last_lead in BODY_NOUNS and not (told.given_name and words[-1] not in BODY_NAME_WORDS):
        return MentionKind.BODY
    if told.likely:
        return told.likely
    behind_place_word = text.endswith(("the ", " at ", " in ", " from "), 0, span.start)
    if after.startswith("who ") and len(words) == 1 and behind_place_word:
        return MentionKind.UNCLEAR
    may_be_company = len(words) == 1 and after.rsplit(" ", 1)[-1].casefold() in _ALSO_COMPANIES
    if last_lead in PERSON_NOUNS or _AGE.match(text, span.end) or (is_role(after) and not may_be_company):
        return MentionKind.PERSON
    return MentionKind.PERSON if told.given_name else MentionKind.UNCLEAR


class _Told(NamedTuple):
    """What a name's own words tell.

    `outlet`, `office`: It is that of an outlet, or nothing but an office ("Prime Minister").
    `known`: Its kind by the tables of countries, or as a news agency's.
    `likely`: Its kind where no neighbour tells another: a body's, a medium's, or that of no person.
    `given_name`: It opens with one, and has more words.
    """

    outlet: bool
    office: bool
    known: MentionKind | None
    likely: MentionKind | None
    given_name: bool


@lru_cache(maxsize=1 << 14)
def _told_by_words(name: str) -> _Told:
    words = name.split(" ")
    known = MentionKind.PLACE if find_country(name) else None
    if known is None and name.endswith((" News Agency", " Press Agency")):
        known = MentionKind.MEDIA
    if known is None and (_CALL_SIGN.fullmatch(name) or (len(words) > 1 and find_body(name))):
        known = MentionKind.MEDIA if _CALL_SIGN.fullmatch(name) else MentionKind.BODY
    office, given = _names_office(words), gender_of(words[0]) is not None
    likely = _likely_kind(words, given=given) or (MentionKind.UNCLEAR if office else None)
    return _Told(find_outlet(name) is not None, office, known, likely, given and len(words) > 1)


def _likely_kind(words: list[str], *, given: bool) -> MentionKind | None:
    """The kind of these words where no neighbour tells another; `given` tells that the first is a given name."""
    if len(words) == 1 and is_acronym(words[0]):
        return MentionKind.BODY
    link = next((index for index, word in enumerate(words) if word in LINKS), 0)
    if not BODY_NAME_WORDS.isdisjoint(words[:link]):
        return MentionKind.BODY  # "Committee for the Press"
    if len(words) > 1 and words[-1].rsplit("-", 1)[-1] in MEDIA_NAME_WORDS and not given:
        return MentionKind.MEDIA
    if not BODY_NAME_WORDS.isdisjoint(words[1:] if given else words):
        return MentionKind.BODY
    no_person = words[-1] in _THINGS or len(words) > _LONGEST_PERSON_WORDS or "of" in words
    return MentionKind.UNCLEAR if no_person else None


def _names_office(words: list[str]) -> bool:
    """Tell whether these words are nothing but an office: "Prime Minister", "Chancellor"."""
    return words[-1].rstrip(".").casefold() in TITLES and words[0].rstrip(".").casefold() in TITLES
