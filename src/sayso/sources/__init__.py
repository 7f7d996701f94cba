"""Who the sources of stories are: within a story, and across stories."""

from sayso.sources.identity.identity import identity_of
from sayso.sources.identity.publishers import speaks_on_own_page
from sayso.sources.joining.joining import SourceGroup, apply_judgements, join_sources
from sayso.sources.joining.same_bodies import join_bodies
from sayso.sources.known.countries import STATE
from sayso.sources.meaning.meeting import meet_sources
from sayso.sources.names.roles import head_noun
from sayso.sources.offices.local_offices import Level, level_of, place_and_level
from sayso.sources.offices.office_words import may_speak_for, names_its_state, words_for
from sayso.sources.resolve import resolve_sources
from sayso.sources.sides.named_sides import government_of, side_named, sides_of
from sayso.sources.sides.sides import is_state_media
from sayso.text.outlets import outlet_name

__all__ = [
    "STATE",
    "Level",
    "SourceGroup",
    "apply_judgements",
    "government_of",
    "head_noun",
    "identity_of",
    "is_state_media",
    "join_bodies",
    "join_sources",
    "level_of",
    "may_speak_for",
    "meet_sources",
    "names_its_state",
    "outlet_name",
    "place_and_level",
    "resolve_sources",
    "side_named",
    "sides_of",
    "speaks_on_own_page",
    "words_for",
]
