"""The kinds of mentions: whom a name seems to name, by its own words and by what stands beside it."""

import re
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from sayso.records import Span
from sayso.sources.known.gazetteer import find_body, find_country, find_outlet, gender_of
from sayso.sources.lexicon import BODY_NAME_WORDS, BODY_NOUNS, MEDIA_NAME_WORDS, PERSON_NOUNS, TITLES
from sayso.sources.names.beside_names import SITES, is_role
from sayso.sources.names.media import names_media, posts_on_platform
from sayso.sources.names.runs import LINKS, is_acronym, opens_sentence
from sayso.text.turns import find_turns
from sayso.text.word_tables import word_table

_AGE = re.compile(r",? (?:aged )?\d{1,2}\b(?! (?:percent|people|thousand|million|billion))|,? \(\d\d?\)")
_AGE_BETWEEN_COMMAS = re.compile(r", (?:aged )?\d\d(?=,)")
_THINGS = word_table(
    "Award Awards Prize Globes Oscars Act Cup Games Olympics Speech Report Medal Trophy Stadium Avenue Protocol Treaty "
    "Agreement Doctrine"
)
"""Words that end the names of things that begin with a person's."""
_LONGEST_PERSON_WORDS = 5
_CALL_SIGN = re.compile(r"K(?!FOR)[A-Z]{3}\d{0,2}(?:-(?:TV|FM|AM))?|W[A-Z]{2,3}-(?:TV|FM|AM)")
"""Of American stations."""
_ALSO_COMPANIES = word_table(
    "producer publisher developer builder broadcaster contractor player designer owner operator"
)
"""What a company is called as well as a person: "Tidewater, a giant industrial producer"."""


_MAKERS = word_table("producer publisher developer builder contractor miner broker distributor exporter importer")
"""What stands before a company's name of one word, where no person goes by a surname alone: "dairy producer Halden"."""
_OF_PARTIES = ("the ruling ", "The ruling ", "the governing ", "The governing ")
"""What is told of parties, before their names: "the ruling Green Rally"."""
_HALLS = (["City"], ["Town"], ["County"], ["Village"])
_SHIPS = word_table("MV MT MS SS RMS HMS USS INS HMAS HMCS")
"""What opens the names of ships, which end in any word: "MV Harbour Star"."""
_SHORTEST_LABEL = 4
"""A shorter label in capitals is as likely an outlet's or a body's as a person's."""


class MentionKind(StrEnum):
    """Whom a name seems to name, by its words and its neighbours."""

    PERSON = "person"
    BODY = "body"
    MEDIA = "media"
    PLACE = "place"
    UNCLEAR = "unclear"


def kind_of_mention(text: str, span: Span, words: list[str], titled: bool, leading: str, after: str) -> MentionKind:
    """Whom a name seems to name: by what its words tell surely, then its neighbours, then what they tell likely."""
    told = _told_by_words(" ".join(words))
    articled = text.endswith("The ", 0, span.start) and find_outlet(f"The {' '.join(words)}")
    # "Australian" is "The Australian" only where no sentence makes its article big.
    is_outlet = words[0] == "The" and not opens_sentence(text, span.start)
    if (told.outlet or articled) and (told.known is not MentionKind.PLACE or is_outlet):
        return MentionKind.MEDIA
    if titled and not told.office:
        return MentionKind.PERSON
    last_lead = leading.removesuffix(" of staff").rsplit(" ", 1)[-1].casefold()
    if text.endswith(_OF_PARTIES, 0, span.start) and len(words) > 1:
        return MentionKind.BODY
    if told.known:
        return MentionKind.MEDIA if told.known is MentionKind.BODY and last_lead in SITES else told.known
    if posts_on_platform(leading):
        return MentionKind.BODY
    if leading and (names_media(leading) or last_lead in SITES):
        return MentionKind.MEDIA
    is_body = last_lead in BODY_NOUNS and not _AGE_BETWEEN_COMMAS.match(text, span.end)
    if is_body and not (told.given_name and words[-1] not in BODY_NAME_WORDS):
        return MentionKind.BODY
    if told.likely:
        return MentionKind.PERSON if _labels_turn(text, span) else told.likely
    if last_lead in _MAKERS and gender_of(words[0]) is None:
        return MentionKind.BODY if len(words) == 1 else MentionKind.UNCLEAR
    behind_place_word = text.endswith(("the ", " at ", " in ", " from "), 0, span.start)
    if after.startswith("who ") and len(words) == 1 and behind_place_word:
        return MentionKind.UNCLEAR
    may_be_company = len(words) == 1 and after.rsplit(" ", 1)[-1].casefold() in _ALSO_COMPANIES
    if last_lead in PERSON_NOUNS or _AGE.match(text, span.end) or (is_role(after) and not may_be_company):
        return MentionKind.PERSON
    return MentionKind.PERSON if told.given_name else MentionKind.UNCLEAR


def _labels_turn(text: str, span: Span) -> bool:
    """Tell whether a name is a surname in capitals that opens a turn of an interview: "NOVAK: I was there.".

    Where countries open lines so, news is told by the place.
    """
    name = span.of(text)
    if not (text.startswith(":", span.end) and name.isupper() and len(name) >= _SHORTEST_LABEL):
        return False
    labels = {turn.span.start: turn.name for turn in find_turns(text)}
    is_known = find_body(name) or find_outlet(name) or any(map(find_country, labels.values()))
    return span.start in labels and not is_known


def may_hold_office(words: list[str], apposed: str) -> bool:
    """Tell whether a name that no table knows is that of a person: "the head of the ministry, Iwona Barycz, said"."""
    several = len(words) > 1 and _told_by_words(" ".join(words)).likely is None
    return several and _ALSO_COMPANIES.isdisjoint(apposed.casefold().split())


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
    if known is None and (_CALL_SIGN.fullmatch(name) or (len(words) > 1 and (find_body(name) or is_branch(name)))):
        known = MentionKind.MEDIA if _CALL_SIGN.fullmatch(name) else MentionKind.BODY
    office, given = _names_office(words), gender_of(words[0]) is not None
    likely = _likely_kind(words, given=given) or (MentionKind.UNCLEAR if office else None)
    return _Told(find_outlet(name) is not None, office, known, likely, given and len(words) > 1)


def is_branch(name: str) -> bool:
    """Tell whether a name is that of a country's own branch of a body: "Kenya Red Cross"."""
    country, _, body = name.partition(" ")
    return " " in body and find_country(country) is not None and find_body(body) is not None


def _likely_kind(words: list[str], *, given: bool) -> MentionKind | None:
    """The kind of these words where no neighbour tells another; `given` tells that the first is a given name."""
    if len(words) == 1 and is_acronym(words[0]):
        return MentionKind.BODY
    if words[-1] == "Hall" and words[-2:-1] in _HALLS:
        return MentionKind.BODY
    if len(words) > 1 and words[0] in _SHIPS:
        return MentionKind.UNCLEAR
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
