"""The names that a story holds: where each starts and ends, with which titles, and what is told right beside it."""

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from sayso.records import Span
from sayso.sources.known.common_words import is_common
from sayso.sources.known.gazetteer import find_body, find_outlet, gender_of
from sayso.sources.lexicon import COURTESY_TITLES, NOT_NAMES, PERSON_NOUNS, PLATFORMS, SAYING_WORDS, TITLES
from sayso.sources.names.beside_names import (
    NUMBERED,
    apposed_words,
    describing_words,
    end_of_name,
    gender_told,
    is_role,
    start_with_number,
    tells_office,
)
from sayso.sources.names.datelines import is_state_shortened
from sayso.sources.names.joined_names import find_joined_names, joined_before
from sayso.sources.names.mention_kinds import MentionKind, kind_of_mention, may_hold_office
from sayso.sources.names.name_starts import find_name, is_surname_like_title, skip_place, skip_seat
from sayso.sources.names.offices_of_two import Holder, find_holder
from sayso.sources.names.runs import (
    FULL_NAME_WORDS,
    HEADLINE_VERBS,
    LINKS,
    Part,
    extend_run,
    find_runs,
    holds_title,
    is_body,
    is_surname,
    opens_sentence,
    small_words,
    starts_body,
    trim_run,
)
from sayso.text.word_tables import word_table

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
_ADJECTIVE = re.compile(r"[A-Z][a-z]{2,}(?:al|ive|ous|ly|ic|ful|less|able|ible|(?<!e)ed)")
_OFFICES = word_table("director chief head president chair chairman chairwoman secretary dean rector commander")
"""Offices that are held of a body."""
_SOVEREIGNS = frozenset({"King", "Queen", "Pope"})
"""Titles that tell more than what a relative or a dean in front of them does: "her brother, King John"."""
_GOES_ON = re.compile(r",? ([a-z]+)")
_APART = re.compile(r"[A-Z][a-z]+ly|Sure|True|Granted|Alas|Nope|Yep|Yeah|Anyway|Regardless|Right|Fine|Good|Great")
"""What stands before a comma and is no name: "Undeniably, with his promise"."""
_PARTY_AND_PLACE = re.compile(r"[RDI]-[A-Z][\w.]*")
"""What news puts behind a lawmaker's name, "Jane Doe, R-Ohio": the source of 4 of 17,401 attributions when a name."""


_PARTISAN = re.compile(r"(?:[A-Z][a-z]+ ){1,2}(?:Republican|Democrat)")
"""What news calls a lawmaker behind the name: "Rep. Jane Doe, New York Democrat, who"."""
_END_OF_INITIALS = re.compile(r"[A-Z]\.?")


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
    joined = find_joined_names(text)
    for parts in find_runs(text):
        if parts[0].start < taken:
            continue
        if holder := find_holder(text, parts):
            mentions = [mention for mention in mentions if mention.span.start < holder.start]
            mentions.append(_held_by(text, parts, holder))
            taken = mentions[-1].span.end
            continue
        for mention in _read_joined(text, parts, joined) or _read_run(text, parts):
            if mention.name in _DIRECTIONS or _is_no_name(text, mention, also_small):
                continue
            mentions.append(mention)
            taken = max(taken, mention.span.end)
    return tuple(mentions)


def _held_by(text: str, parts: list[Part], holder: Holder) -> Mention:
    """A person with the office of two fields that stands before the name."""
    person = _make_mention(text, parts[holder.name_at :], 0)
    office = text[holder.start : person.span.start].strip()
    return replace(person, kind=MentionKind.PERSON, start=holder.start, before=office)


def _read_joined(text: str, parts: list[Part], joined: dict[int, int]) -> list[Mention]:
    """The body whose name starts in a run and goes on behind "and", and who is told of it; none for most runs."""
    at = next((index for index, part in enumerate(parts) if part.start in joined), None) if joined else None
    if at is None:
        return []
    end = joined[parts[at].start]
    body = replace(_make_mention(text, parts[at:], 0, end), kind=MentionKind.BODY)
    link = next((index for index in range(at) if parts[index].word in LINKS), 0)
    return [*(_with_body(text, officer, parts[link:], end) for officer in _read_run(text, parts[:link])), body]


def _is_no_name(text: str, mention: Mention, also_small: Container[str]) -> bool:
    """Tell whether a word that no neighbour makes a name stands without a capital too, or has it from a sentence."""
    if _PARTY_AND_PLACE.fullmatch(mention.name) and text.endswith((", ", "("), 0, mention.span.start):
        return True
    if _PARTISAN.fullmatch(mention.name) and text.startswith(", ", mention.span.start - 2):
        return True
    if _END_OF_INITIALS.fullmatch(mention.name) and text[mention.span.start - 1 : mention.span.start] == ".":
        return True  # "Y." of "D-N.Y."
    if mention.kind is not MentionKind.UNCLEAR:
        return False
    is_state = is_state_shortened(mention.name) and text.startswith(".", mention.span.end)
    return is_state or mention.name.casefold() in also_small or _only_opens(text, mention)


def _only_opens(text: str, mention: Mention) -> bool:
    """Tell whether a common word has a capital only where it opens a sentence, and says nothing: "Rice sold badly"."""
    follows = _GOES_ON.match(text, mention.span.end)
    if follows is None or follows[1] in SAYING_WORDS or gender_of(mention.name) is not None:
        return False
    if follows[0][0] == "," and not _APART.fullmatch(mention.name):
        return False
    if not (is_common(mention.name.casefold()) or _ADJECTIVE.fullmatch(mention.name)):
        return False
    places = re.finditer(rf"\b{re.escape(mention.name)}\b", text)
    return all(opens_sentence(text, place.start()) for place in places)


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
    if not parts:
        return
    if all(part.word.rstrip(".").casefold() in TITLES for part in parts) and not is_surname_like_title(parts, text):
        return
    if len(parts) == 1 and not starts_body(parts):
        yield _make_mention(text, parts, 0)
        return
    name_at = find_name(parts) or skip_place(text, parts)
    seated_at = 0 if name_at else skip_seat(text, parts)
    name_at = name_at or seated_at
    first_link = next((index for index, part in enumerate(parts) if part.word in LINKS), None)
    is_anothers = not (seated_at or holds_title(parts[:first_link]) or is_body(parts[:first_link]))
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
    elif parts[link - 1].word.rstrip(".").casefold() in TITLES and not is_surname_like_title(parts[:link]):
        yield from _read_run(text, parts[link + 1 :])
    else:
        behind = extend_run(text, parts[link:])
        yield _with_body(text, _make_mention(text, parts[:link], name_at), behind, behind[-1].end)
        yield from _read_run(text, parts[link + 1 :])


def _with_body(text: str, officer: Mention, behind: list[Part], end: int) -> Mention:
    """An officer with the body that is told behind the name: "Director Jane Doe of the Harbour Institute"."""
    office = officer.before.rsplit(" ", 1)[-1]
    if office.casefold() not in _OFFICES or behind[0].word != "of" or not is_body(behind):
        return officer
    return replace(officer, before=f"{officer.before} {text[behind[0].start : end]}")


def _before_platform(parts: list[Part]) -> list[Part]:
    """A run without where its words stand: "Ministry of Health on Telegram"."""
    if len(parts) <= FULL_NAME_WORDS:
        return parts
    posted_at = (at for at in range(1, len(parts) - 1) if parts[at].word == "on")
    return next((parts[:at] for at in posted_at if parts[at + 1].word.casefold() in PLATFORMS), parts)


def _names_outlet(parts: list[Part]) -> bool:
    return find_outlet(" ".join(part.word for part in parts if part.word != "the")) is not None


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
    if joined := joined_before(text, span.start - len(before) - 1, before):
        start, before = start - len(joined) - len(leading) - bool(leading), f"{joined}{before}"
    apposed_at = end_of_name(text, span.end)
    apposition = _APPOSITION.match(text, apposed_at) if text.startswith(", ", apposed_at) else None
    after = apposition[1] if apposition and _describes(apposition[1]) else ""
    is_courtesy = before.rstrip(".").casefold() in COURTESY_TITLES and before not in _SOVEREIGNS
    apposed = apposed_words(text, start, span.end) if is_courtesy or not before else ""
    kind = kind_of_mention(text, span, words, titled, leading, after)
    if kind is MentionKind.UNCLEAR and apposed and may_hold_office(words, apposed):
        kind = MentionKind.PERSON
    if kind is MentionKind.BODY or words[-1] in NUMBERED:
        numbered = Span(start_with_number(text, span.start), span.end)
        kind = MentionKind.BODY if numbered != span else kind
        span, start = numbered, min(start, numbered.start)
    gender = gender_told(words, before, after) if kind in (MentionKind.PERSON, MentionKind.UNCLEAR) else None
    return Mention(span, span.of(text), kind, start, apposed or before, after, gender)


def _describes_noun(text: str, parts: list[Part], name_at: int) -> bool:
    """Tell whether a name only describes the noun behind it: that of "Former Kettle engineer" is no former Kettle."""
    noun = _NOUN_BEHIND.match(text, parts[-1].end)
    return noun is not None and noun[1] in PERSON_NOUNS and all(part.word == "Former" for part in parts[:name_at])


@lru_cache(maxsize=1 << 12)
def _describes(apposed: str) -> bool:
    """Tell whether words behind a name say who its bearer is, and do not go on with the sentence."""
    is_somebodys = _SOMEBODYS.match(apposed) and is_role(apposed)
    return bool(_APPOSITIVE_START.match(apposed) or is_somebodys or tells_office(apposed))
