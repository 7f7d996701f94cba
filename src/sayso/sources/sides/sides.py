"""The side that a source speaks for, by what the story says of it and who was in office that day."""

import re
from dataclasses import replace

from sayso.records import Source, SourceKind, Story, day_of
from sayso.sources.known.gazetteer import Body, country_of, find_body, find_country, find_leader_named
from sayso.sources.known.leaders import find_notable_leader
from sayso.sources.known.officials import Official, find_official
from sayso.sources.known.parties import party_called
from sayso.sources.meaning.naming import speaker_of
from sayso.sources.meaning.speakers import Scene
from sayso.sources.names.datelines import is_us_state
from sayso.sources.names.people import Cast
from sayso.sources.offices.home import find_side_at_home, home_of
from sayso.sources.offices.local_offices import find_capital_led
from sayso.sources.offices.office_words import HOLDS_NO_OFFICE, is_described_source, words_for
from sayso.sources.offices.officers import (
    find_employer_of_several,
    find_international,
    find_leaders_side,
    find_named_one,
    find_state_of_title,
)
from sayso.sources.offices.state_words import (
    STATE_WORDS,
    body_in,
    countries_in,
    first_country_in,
    is_outsider,
    speaks_for_state,
)
from sayso.sources.offices.unlisted_states import find_unlisted_state
from sayso.sources.sides.affiliations import CLAUSE, find_affiliation
from sayso.sources.sides.bodies_led import find_body_led
from sayso.sources.sides.courts import find_court
from sayso.sources.sides.documents import find_maker_of_document
from sayso.sources.sides.named_sides import join_sides, side_named, sides_of_parts
from sayso.sources.sides.parties import find_party, find_party_behind, find_partys_side
from sayso.sources.sides.principals import find_principal
from sayso.sources.sides.represented import find_represented
from sayso.sources.sides.told_sides import (
    find_body_beside,
    find_state_behind,
    find_state_beside,
    told_role,
)
from sayso.text.outlets import OutletKind, find_outlet

_OWN_SIDE = re.compile(r"\b[Cc]ourt\b(?! of (?:Auditors|Accounts))")
"""A court speaks for itself, not for its state, and each court for itself."""
_STATE_BODY = re.compile(
    r"\b(?:Administration|Agency|Authority|Bureau|Commission|Department|Directorate|Guard|Command|Survey|"
    r"Investigative Committee|(?:Central|Reserve) Bank)\b|^[A-Z][\w ]+ National Bank$|"
    r"\b(?:central bank|"
    r"(?:agency|authority|administration|bureau|commission|directorate|regulator|watchdog|service|office|force|inspectorate)"
    r"(?= of (?:the )?[A-Z]))"
)
"""What names of a state's bodies have beside its own: "U.S. Maritime Administration", "aviation authority of Peru"."""
_JURY = re.compile(r"(?<!grand )\b(?:jury|jurors)\b(?!'s)|^fore(?:wo)?man$", re.IGNORECASE)
"""What a trial's jury is called, whose verdict is one however a story tells it."""
_FEDERAL_JURY = re.compile(
    r"(?:(?:US|U\.S\.|American) )?federal grand jury(?: in [A-Z].*)?|(?:US|U\.S\.|American) grand jury"
)
"""Who charges for the United States: no other state has federal grand juries."""
_FROM_STATE = re.compile(r" (?:from|of) (?P<state>[A-Z][a-z]+(?: [A-Z][a-z]+)?)\Z")
_UNITED_NATIONS = "United Nations"
_OF_UNITED_NATIONS = re.compile(
    r"(?:the )?(?:UN|U\.N\.|United Nations)(?:['’]s?)? (?:[\w-]+ )*(?:experts?|officials?|investigators?|rapporteurs?|"
    r"monitors?|inspectors|agenc(?:y|ies)|staff|peacekeepers|chief|observers|envoy|teams?|spokes(?:man|woman|person))"
)
_SECRETARY_GENERAL = re.compile(
    r"(?:(?:[\w-]+ )?spokes(?:man|woman|person) (?:for|of) (?:the )?)?(?:UN )?Secretary-General"
    r"(?:['’]s spokes(?:man|woman|person))?"
)
_PART = re.compile(
    r"(?:[\w'’-]+ ){0,4}?(?:cent(?:re|er)|office|department|division|directorate|bureau|branch|arm|unit|service|"
    r"section|board|laboratory|secretariat) of (?:the )?(?=[A-Z])"
)
_OTHERS_WITH_ONE = re.compile(r"\b(?:NATO|OAS|OPEC|ASEAN|Commonwealth|Amnesty|Interpol|Arab League)\b")
_SPEAK_FOR_HOME = (SourceKind.PERSON, SourceKind.ORGANISATION, SourceKind.COLLECTIVE)
_STATE_MEDIA = re.compile(
    r"\b[Ss]tate(?:-run|-owned|-controlled)? (?:news|media|press|radio|television|TV|broadcaster|agency)\b"
)


def give_side(source: Source, scene: Scene) -> Source:
    """Fill in affiliation and side, by what the source is, what the story says of it and who was in office that day.

    Who speaks for a person is on that person's side. A role is filled in only from the table of officials, where the
    story gives none.
    """
    story, cast = scene.story, scene.cast
    if principal := find_principal(source, scene):
        spoken_for = _give_own_side(speaker_of(principal).source, story, cast)
        return replace(source, affiliation=principal.name, side=spoken_for.side)
    if maker := find_maker_of_document(source, scene) or find_represented(source, cast):
        return replace(source, side=_give_own_side(maker, story, cast).side)
    sided = _give_own_side(source, story, cast)
    if sided.side == source.name and (led := find_body_led(source, scene) or find_court(source, scene)):
        spoken_for = _give_own_side(led, story, cast)
        return replace(sided, affiliation=led.name, side=spoken_for.side)
    if sided.side == source.name and (shared := _side_shared(source, scene)):
        return replace(sided, side=shared)
    if (body := cast.acronyms.get(sided.affiliation or "")) is None:
        return sided
    return replace(sided, affiliation=body.name, side=body.name if sided.side == sided.affiliation else sided.side)


def _side_shared(source: Source, scene: Scene) -> str | None:
    """The one side of all who are named as one: "Jane Doe and John Roe", two officials of a state.

    In 146 stories of the world's news 14 of 92 sources who are named together were not on the side that they share.
    """
    if source.kind is not SourceKind.COLLECTIVE or " and " not in (source.name or ""):
        return None
    members = {member.name: member for member in scene.cast.members()}
    parts = (source.name or "").replace(" and ", ", ").split(", ")
    named = [speaker_of(members[part]).source if part in members else None for part in parts]
    if not any(named):
        return None
    sides: list[str | None] = []
    for part, one in zip(parts, named, strict=True):
        body = find_body(part)
        side = _give_own_side(one, scene.story, scene.cast).side if one else (body.side if body else None)
        sides.append(side if side != part else None)
    shared = join_sides(parts, sides)
    return shared[0] if len(shared) == 1 else None


def _give_own_side(source: Source, story: Story, cast: Cast) -> Source:
    day = day_of(story.published)
    clause = CLAUSE.search(source.role or "")
    called = replace(source, role=clause.string[: clause.start()]) if clause else source
    affiliation = source.affiliation or find_affiliation(called, story)
    if side := _told_side(called, affiliation, story, day):
        return replace(source, affiliation=affiliation, side=side)
    if official := _official(called, affiliation, story):
        role = source.role or official.title
        return replace(source, role=role, affiliation=affiliation or official.affiliation, side=official.side)
    side = _side_where_told(called, affiliation, story, cast) or affiliation or source.name
    return replace(source, affiliation=affiliation, side=side)


def _told_side(source: Source, affiliation: str | None, story: Story, day: str | None) -> str | None:
    """The side that the story tells, by its words for the source; None where these tell none."""
    if source.kind is SourceKind.ANONYMOUS:
        return source.name or "no source given"
    is_named = source.kind is SourceKind.PERSON and not is_described_source(source)
    if not is_named and _FEDERAL_JURY.fullmatch(source.name or ""):
        return country_of("US").state
    if not is_named and _JURY.search(source.name or ""):
        return "jury"
    words = words_for(source)
    if capital := find_capital_led(words):
        return capital
    side = None
    if source.kind is SourceKind.PERSON:
        side = _told_side_of_person(source, words, story, day)
    elif source.kind is SourceKind.ORGANISATION:
        side = _told_side_of_body(words, story, day)
    elif source.kind is SourceKind.COLLECTIVE and not is_described_source(source) and " and " in words:
        side = _told_side_of_several(words, day)
    elif source.kind is SourceKind.COLLECTIVE:
        side = find_partys_side(words) or _side_of_united_nations(words, story) or find_leaders_side(words, day)
    elif source.kind is SourceKind.MEDIA:
        side = _told_side_of_medium(words)
    if side or (side := find_state_beside(words, story.text)):
        return side
    country = first_country_in(words)
    if country and speaks_for_state(words) and not HOLDS_NO_OFFICE.search(words):
        return country.state
    if not HOLDS_NO_OFFICE.search(words) and not is_outsider(words) and (body := body_in(words)):
        return body.side
    if source.kind is SourceKind.COLLECTIVE and (employer := find_employer_of_several(words)):
        return employer
    if affiliation and (side := _told_side_of_body(affiliation, story, day)):
        return side if STATE_WORDS.search(words) or source.role else affiliation
    return None


def _side_where_told(source: Source, affiliation: str | None, story: Story, cast: Cast) -> str | None:
    """The side of an office of a state or place that only the story tells, by where it is told or set."""
    words = words_for(source)
    if source.kind is SourceKind.MEDIA and is_state_media(words) and (home := home_of(story)):
        return home.state
    if party := find_partys_side(words):
        return party
    if HOLDS_NO_OFFICE.search(words) or is_outsider(words) or source.kind not in _SPEAK_FOR_HOME:
        return None
    told = (words, affiliation)
    unlisted = (find_unlisted_state(one, story.text) for one in told if one)
    if state := next(filter(None, unlisted), None):
        return state
    return find_side_at_home(told, story, source, cast)


def _told_side_of_person(source: Source, words: str, story: Story, day: str | None) -> str | None:
    """The state, party or union of states of one who is named, or of one whom words describe."""
    name, in_office = source.name or "", not HOLDS_NO_OFFICE.search(words)
    if not is_described_source(source):
        leaders = find_leader_named(name, day) or (() if source.role else find_notable_leader(name, day))
        if in_office and leaders and "opposition" not in words.casefold() and not find_international(words):
            return country_of(leaders[-1].country).state
        told = find_state_of_title(words, name, day) or find_state_behind(source, story.text)
        if side := told or find_party(source, story.text) or find_party_behind(source, story.text):
            return side
    if not in_office:
        return None
    if state := find_leaders_side(words, day):
        return state
    body = find_international(words)
    return body.side if body else _side_of_united_nations(words, story)


def _side_of_united_nations(words: str, story: Story) -> str | None:
    """The side of those whom the United Nations have: "UN experts", in a story of theirs "the Secretary-General"."""
    is_general = _SECRETARY_GENERAL.fullmatch(words) and not _OTHERS_WITH_ONE.search(story.text)
    return _UNITED_NATIONS if is_general or _OF_UNITED_NATIONS.fullmatch(words) else None


def _told_side_of_body(words: str, story: Story, day: str | None) -> str | None:
    if _OWN_SIDE.search(words):
        body = find_body(words)
        return body.name if body else words
    if party := find_partys_side(words) or party_called(words):
        return party
    if body := find_body(words) or find_body_beside(words, story.text) or _whole_of(words):
        return body.side
    country = first_country_in(words) if _STATE_BODY.search(words) else None
    return country.state if country else find_leaders_side(words, day) or find_state_beside(words, story.text)


def _whole_of(words: str) -> Body | None:
    """The body whose part words name: "public relations centre of the Federal Security Service"."""
    part = _PART.match(words)
    return find_body(words[part.end() :]) if part else None


def _told_side_of_medium(words: str) -> str | None:
    """The state that a state agency, or the state media of a named country, speak for."""
    outlet = find_outlet(words)
    if outlet and outlet.kind is OutletKind.AGENCY and (owner := side_named(outlet.owner or "")):
        return owner
    country = first_country_in(words) if is_state_media(words) else None
    return country.state if country else None


def is_state_media(name: str) -> bool:
    """Tell whether a name is one for the media of a state: "state television", "Iranian state TV"."""
    return _STATE_MEDIA.search(name) is not None


def _told_side_of_several(words: str, day: str | None) -> str:
    if sides := sides_of_parts(words, day):
        return sides[0] if len(sides) == 1 else words
    one = find_named_one(words)
    return next(iter(sides_of_parts(one, day)), one) if one else words


def _official(source: Source, affiliation: str | None, story: Story) -> Official | None:
    """The official whom a person's name means, unless the story gives a role, a country or a body that is another's."""
    if source.kind is not SourceKind.PERSON or not source.name or is_described_source(source):
        return None
    role = source.role or ""
    official = find_official(source.name, day_of(story.published))
    if official is None:
        return None
    told = told_role(source, story.text)
    if official.runs_as(told):
        return official
    if HOLDS_NO_OFFICE.search(told):
        return None
    countries = {country.code for country in countries_in(told)}
    if official.country and countries - {official.country}:
        return None
    if is_outsider(role) or not (official.country in countries or official.fits_role(_without_countries(role))):
        return None
    return official if not affiliation or _is_body_of(affiliation, official) else None


def _without_countries(role: str) -> str:
    """A role without the countries in it, or the US state that a lawmaker is from: "a Senator from Ohio"."""
    seat = _FROM_STATE.search(role)
    role = role[: seat.start()] if seat and is_us_state(seat["state"]) else role
    return " ".join(word for word in role.split() if not find_country(word))


def _is_body_of(affiliation: str, official: Official) -> bool:
    """Tell whether a body that is named without its country is one that this official's country has."""
    if official.country is None:
        return False
    return find_body(f"{affiliation} of {country_of(official.country).name_in_text}") is not None
