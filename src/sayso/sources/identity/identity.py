"""Who a source is across stories: a key from its own words and the tables alone, whichever story came first."""

import re

from sayso.records import Identity, Source, SourceKind, day_of
from sayso.sources.identity.belonging import belonging, countries_of, country_in
from sayso.sources.identity.keys import (
    FULL_NAME_SCORE,
    NAMED_BODY_SCORE,
    OF_ONE_AFFILIATION_SCORE,
    OF_ONE_DAY_SCORE,
    TABLE_SCORE,
    Context,
    described_key,
    identify_by_day,
    is_described,
)
from sayso.sources.identity.persons import identify_person
from sayso.sources.known.bodies import Body, find_body
from sayso.sources.known.countries import country_of
from sayso.sources.known.given_names import gender_of
from sayso.sources.known.leaders import find_leader_named, find_leaders_by_surname
from sayso.text.names import fold_name, fold_person
from sayso.text.outlets import find_outlet, find_publisher
from sayso.text.spelling import plain_words
from sayso.text.word_tables import word_table

_ONE_OF_TWO = re.compile(r"\s+and\s+")
_LEGAL_FORM = re.compile(r",?\s+(?:inc|corp|corporation|ltd|llc|plc|gmbh|ag|sa|co|company)\.?$", re.IGNORECASE)
_CAMPAIGN = re.compile(
    r"(?:(?P<before>[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*)+) (?:presidential |re-?election |election )?(?:[Cc]ampaign|camp)|"
    r"(?:presidential |re-?election |election )?campaign of (?P<behind>[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*)+))"
)
"""A candidate's campaign, as news calls it by turns: "Jane Doe campaign", "campaign of Jane Doe"."""
_ADMINISTRATION = re.compile(
    r"(?P<before>[A-Z][\w.-]*(?: [A-Z][\w.’'-]*)*) [Aa]dministration|"
    r"[Aa]dministration of (?P<behind>[A-Z][\w.-]*(?: [A-Z][\w.’'-]*)*)"
)
"""Who governs with a leader: "Trump administration", "administration of Donald Trump"."""
_GENERIC_BODY = word_table(
    "police army military government parliament court ministry hospital company university school agency authorities "
    "council union party club office department committee commission prosecutors airline team city state province "
    "county defendants congress senate cabinet airport organization organisation group firm bank embassy "
    "telegram twitter facebook instagram youtube channel account page site website broadcaster newspaper outlet"
)
"""Bodies that are only someone's: every country, town or story has another."""


def identity_of(source: Source, published: str | None) -> Identity:
    """Who a source is across stories.

    It rests on the source's own name, kind, role, affiliation and side, the day and the tables, on no other story:
    equal keys are one source, in whatever order stories come.

    Args:
        source: As resolved within its story.
        published: When that story was published, ISO 8601; None where unknown.
    """
    day = day_of(published)
    context = Context(countries_of(source), belonging(source), day, date=day or published or "")
    if source.kind is SourceKind.ANONYMOUS:
        return _identify_anonymous(source, context)
    if not source.name:
        return identify_by_day(str(source.kind), None, context)
    if source.kind is SourceKind.PERSON:
        return identify_person(source, source.name, context)
    if source.kind in (SourceKind.ORGANISATION, SourceKind.MEDIA):
        return _identify_body(source.name, context)
    return _identify_several(source, source.name, context)


def _identify_body(name: str, context: Context) -> Identity:
    """A body or an outlet: by the tables, by its country, else by its own name."""
    outlet = find_outlet(name)
    if outlet:
        return Identity(f"body:{fold_name(outlet.name)}", outlet.name, "an outlet of the table", TABLE_SCORE)
    body = find_body(name) or _body_of_side(name, context)
    if body:
        return Identity(f"body:{fold_name(body.name)}", body.name, "a body of the tables", TABLE_SCORE)
    campaign = _CAMPAIGN.fullmatch(name)
    candidate = (campaign["before"] or campaign["behind"]) if campaign else ""
    if gender_of(candidate.partition(" ")[0]):
        key = f"body:campaign of {fold_person(plain_words(candidate))}"
        return Identity(key, f"campaign of {candidate}", "a candidate's campaign", NAMED_BODY_SCORE)
    if leader := _leader_of_administration(name):
        key = f"body:administration of {fold_person(leader)}"
        return Identity(key, f"{leader} administration", "the administration of a leader of the tables", TABLE_SCORE)
    folded = described_key(_LEGAL_FORM.sub("", name))
    if not folded or is_described(name) or set(folded.split()) <= _GENERIC_BODY:
        return identify_by_day("body", name, context)
    return Identity(f"body:{folded}", name, "own name", NAMED_BODY_SCORE)


def _leader_of_administration(name: str) -> str | None:
    """The one leader of the tables whose administration a name means, by a full name or a surname that news knows."""
    found = _ADMINISTRATION.fullmatch(name)
    if found is None:
        return None
    words = found["before"] or found["behind"]
    known = (leader for leader in find_leaders_by_surname(words) if leader.notable)
    names = {leader.name for leader in find_leader_named(words) or known}
    return names.pop() if len(names) == 1 else None


def _body_of_side(name: str, context: Context) -> Body | None:
    """The body of that name in the one country spoken for: "the Ministry of Defence", with Ukraine for a side."""
    if len(context.countries) != 1 or country_in(name):
        return None
    (code,) = context.countries
    return find_body(f"{plain_words(name)} of {country_of(code).name_in_text}")


def _identify_several(source: Source, name: str, context: Context) -> Identity:
    """A group or a document: one with another only by the same words and the same affiliation."""
    parts = [find_body(part) for part in _ONE_OF_TWO.split(name)]
    known = [part for part in parts if part]
    if len(parts) > 1 and len(known) == len(parts):
        names = sorted(part.name for part in known)
        return Identity(
            f"{source.kind}:{'|'.join(map(fold_name, names))}", " and ".join(names), "bodies of the tables", TABLE_SCORE
        )
    if source.kind is SourceKind.COLLECTIVE and len(parts) > 1 and not is_described(name):
        people = sorted(fold_person(plain_words(part)) for part in _ONE_OF_TWO.split(name))
        if all(len(person.split()) > 1 for person in people):
            return Identity(f"{source.kind}:{'|'.join(people)}", name, "full names", FULL_NAME_SCORE)
    if context.belongs_to:
        key = f"{source.kind}:{described_key(name)}|{context.belongs_to}"
        return Identity(key, name, "same words, same affiliation", OF_ONE_AFFILIATION_SCORE)
    return identify_by_day(str(source.kind), name, context)


def _identify_anonymous(source: Source, context: Context) -> Identity:
    """Someone unnamed is known only as the outlet that met them describes them, and never joined across outlets."""
    if not source.met_by or not source.name:
        met_by = _met_by_key(source.met_by)
        key = f"anonymous:{described_key(source.name or '')}|{met_by}|{context.date}"
        return Identity(key, source.name, "unnamed: same words, outlet and day", OF_ONE_DAY_SCORE)
    key = f"anonymous:{described_key(source.name)}|{_met_by_key(source.met_by)}"
    return Identity(key, source.name, f"unnamed: as {source.met_by} describes them", OF_ONE_AFFILIATION_SCORE)


def _met_by_key(met_by: str | None) -> str:
    outlet = find_publisher(met_by) if met_by else None
    return fold_name(outlet.name if outlet else met_by or "")
