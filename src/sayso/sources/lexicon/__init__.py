"""Words by which news names and describes whoever speaks: pronouns, titles, roles, groups, bodies, media and texts."""

from sayso.sources.lexicon.body_words import BODY_HEADS, BODY_NAME_WORDS, BODY_NOUNS
from sayso.sources.lexicon.document_words import CARRIER_NOUNS, DOCUMENT_NOUNS
from sayso.sources.lexicon.function_words import (
    DETERMINERS,
    FEMALE_PRONOUNS,
    HEARER_PRONOUNS,
    INDEFINITE,
    MALE_PRONOUNS,
    PLURAL_PRONOUNS,
    POSSESSIVE_DETERMINERS,
    PREPOSITIONS,
    RELATIVE_PRONOUNS,
    SAYING_WORDS,
    SPEAKER_PRONOUNS,
    THING_PRONOUNS,
)
from sayso.sources.lexicon.media_words import MEDIA_NAME_WORDS, MEDIA_NOUNS, PLATFORMS, SURE_MEDIA_NOUNS
from sayso.sources.lexicon.opening_words import COMMON_STARTS, NOT_NAMES
from sayso.sources.lexicon.person_words import (
    ALSO_SURNAMES,
    COURTESY_TITLES,
    FORMS_OF_ADDRESS,
    GROUP_NOUNS,
    HIDDEN_NOUNS,
    ON_AIR,
    PERSON_NOUNS,
    ROLE_NOUNS,
    SECOND_NAMES,
    TITLES,
)

__all__ = [
    "ALSO_SURNAMES",
    "BODY_HEADS",
    "BODY_NAME_WORDS",
    "BODY_NOUNS",
    "CARRIER_NOUNS",
    "COMMON_STARTS",
    "COURTESY_TITLES",
    "DETERMINERS",
    "DOCUMENT_NOUNS",
    "FEMALE_PRONOUNS",
    "FORMS_OF_ADDRESS",
    "GROUP_NOUNS",
    "HEARER_PRONOUNS",
    "HIDDEN_NOUNS",
    "INDEFINITE",
    "MALE_PRONOUNS",
    "MEDIA_NAME_WORDS",
    "MEDIA_NOUNS",
    "NOT_NAMES",
    "ON_AIR",
    "PERSON_NOUNS",
    "PLATFORMS",
    "PLURAL_PRONOUNS",
    "POSSESSIVE_DETERMINERS",
    "PREPOSITIONS",
    "RELATIVE_PRONOUNS",
    "ROLE_NOUNS",
    "SAYING_WORDS",
    "SECOND_NAMES",
    "SPEAKER_PRONOUNS",
    "SURE_MEDIA_NOUNS",
    "THING_PRONOUNS",
    "TITLES",
]
