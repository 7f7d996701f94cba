"""Whether one who is named or heard agrees with a pronoun, and how well."""

from sayso.records import SourceKind
from sayso.sources.known.gazetteer import find_body, find_outlet
from sayso.sources.lexicon import FEMALE_PRONOUNS, MALE_PRONOUNS, THING_PRONOUNS
from sayso.sources.meaning.speakers import OWN_VOICE, Speaker
from sayso.sources.names.mention_kinds import MentionKind
from sayso.sources.names.people import Member
from sayso.sources.names.runs import is_acronym

PERSONAL = MALE_PRONOUNS | FEMALE_PRONOUNS
_THINGS = (SourceKind.ORGANISATION, SourceKind.MEDIA, SourceKind.DOCUMENT)
_SEVERAL = (SourceKind.ORGANISATION, SourceKind.MEDIA, SourceKind.COLLECTIVE)


def may_mean(word: str, speaker: Speaker) -> bool:
    """Tell whether a pronoun, in small letters, may mean a speaker at all."""
    kind, member = speaker.source.kind, speaker.member
    if speaker.source.reason == OWN_VOICE:
        return False
    if word in PERSONAL:
        return not speaker.plural and (kind in (SourceKind.PERSON, SourceKind.ANONYMOUS) or _may_be_person(member))
    if speaker.source.name is None or (member and member.kind is MentionKind.BODY and not _is_known(member)):
        return False
    if word in THING_PRONOUNS:
        return not speaker.plural and kind in _THINGS
    return kind is not SourceKind.DOCUMENT and (speaker.plural or kind in _SEVERAL)


def features_of_agreement(word: str, speaker: Speaker) -> dict[str, float]:
    """What the gender and the kind of a speaker tell beside a pronoun, in small letters."""
    kind, member = speaker.source.kind, speaker.member
    unclear = member is not None and member.kind is MentionKind.UNCLEAR
    if word in PERSONAL:
        wanted = "male" if word in MALE_PRONOUNS else "female"
        return {
            "gender agrees": speaker.gender == wanted,
            "gender differs": speaker.gender not in (None, wanted),
            "kind unclear": unclear and kind is not SourceKind.PERSON,
        }
    several = word not in THING_PRONOUNS
    return {
        "kind unclear": unclear,
        "country": member is not None and member.kind is MentionKind.PLACE,
        "they of several": several and (speaker.plural or kind is SourceKind.COLLECTIVE),
    }


def _may_be_person(member: Member | None) -> bool:
    """Tell whether a name of unknown kind may be a person's: no acronym, and never with an article."""
    return (
        member is not None
        and member.kind is MentionKind.UNCLEAR
        and not member.articled
        and not is_acronym(member.name)
    )


def _is_known(member: Member) -> bool:
    """Tell whether a body is one for sure: an acronym that nothing explains may be anything ("DNA")."""
    return not is_acronym(member.name) or find_body(member.name) is not None or find_outlet(member.name) is not None
