"""What kind of source words name, told by their head noun."""

import re
from functools import lru_cache

from sayso.records import SourceKind
from sayso.sources.lexicon import (
    BODY_HEADS,
    BODY_NOUNS,
    DOCUMENT_NOUNS,
    GROUP_NOUNS,
    HIDDEN_NOUNS,
    MEDIA_NOUNS,
    PERSON_NOUNS,
    ROLE_NOUNS,
)
from sayso.sources.names.media import names_media
from sayso.sources.names.mention_kinds import MentionKind

_UNNAMED = re.compile(
    r"(?:(?:two|three|four|five|six|seven|several|some|other|senior) )?(?:unknown|unnamed|unidentified|anonymous) "
)
_PARTITIVE = re.compile(r"(?:one|another|a member|a resident|member) of ")

_BODY_OF = re.compile(r"(?:[A-Z][\w.-]* )*([A-Z]\w+) of ")
"""The noun of "House of Representatives", which is no group."""
_ONE_WHO = re.compile(
    r"(?:man|woman|person|ist|ician|ologist|keeper|holder|goer|worker|maker|player|mate|year-old"
    r"|in-law|guest|giver|seeker|owner|rider)$"
)
"""How nouns end that tell what one person is or does."""

_FORCE = re.compile(r"\b(?:coast|national|border|civil|revolutionary) guard$")
"""A force is no guard who stands at a door."""
_SEVERAL = re.compile(
    r"(?:(?:more|fewer|less) than |nearly |almost |about |around |over |another |some )*"
    r"(?:those|several|many|most|few|both|two|three|four|five|six|seven|eight|nine|ten|dozens|hundreds|thousands"
    r"|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-[a-z]+)?"
    r"|\d[\d,.]*(?:%| percent| per cent)?)(?!-)\b"
)
"""How words open that tell of several; "2012 report" is one."""
_UNOFFICIAL = frozenset(["aide", "adviser", "advisor", "strategist", "executive", "operative", "staffer", "aides"])
"""Who serves without an office of their own: unnamed, they speak covertly; of the plurals only aides always do."""
_CHIEF_EXECUTIVE = re.compile(r"\bchief executive$")
"""A body has one, who holds an office."""
_JOURNALISTS = r"(?:reporter|correspondent|writer|journalist|columnist|editor|host|anchor|presenter)"
_OF_AN_OUTLET = re.compile(
    rf"[A-Z][\w.&’'-]* (?:[\w-]+ )?{_JOURNALISTS}\b|{_JOURNALISTS} (?:for|of|at|with|from) (?:the )?[A-Z]"
)
"""A journalist of a named outlet speaks in a role."""
_BEHIND_NOUN = re.compile(
    r"(?:here|there|again|today|yesterday|earlier|later|nearby|alike|himself|herself|itself|themselves"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day|\w{3,}ed)$"
)
"""What may follow the noun that tells the kind: "residents here", "people briefed"."""

_PROGRAMME = re.compile(
    r"\b(?:party|democratic|republican|gop|labou?r|election|campaign|convention) platform\b", re.IGNORECASE
)
"""What a party stands for, written down; other platforms are companies."""

_KNOWN_NOUNS = (
    HIDDEN_NOUNS | ROLE_NOUNS | frozenset(PERSON_NOUNS) | DOCUMENT_NOUNS | BODY_HEADS | GROUP_NOUNS | MEDIA_NOUNS
)

_PUBLICS = frozenset(["community", "establishment"])
"""Of one kind or place, these are people of whom nobody speaks for all."""

KIND_OF_MENTION = {
    MentionKind.PERSON: SourceKind.PERSON,
    MentionKind.BODY: SourceKind.ORGANISATION,
    MentionKind.MEDIA: SourceKind.MEDIA,
    MentionKind.PLACE: SourceKind.ORGANISATION,
    MentionKind.UNCLEAR: SourceKind.ORGANISATION,
}


@lru_cache(maxsize=1 << 12)
def kind_of_description(words: str, head: str) -> SourceKind:
    """The kind of one who is described and not named.

    Args:
        words: The describing words without their article ("fire officer", "government sources").
        head: Their head noun.
    """
    noun, folded = _known_part(head.casefold()), words.casefold()
    if noun not in _KNOWN_NOUNS and _BEHIND_NOUN.match(noun) and (before := words.split()[:-1]):
        return kind_of_description(" ".join(before), before[-1])
    if noun == "sources" and names_media(folded):
        return SourceKind.MEDIA
    if noun in HIDDEN_NOUNS or is_called_unnamed(folded) or _PARTITIVE.match(folded):
        return SourceKind.ANONYMOUS
    if names_media(folded):
        return SourceKind.MEDIA
    if head[:1].isupper() and (body := _BODY_OF.match(words)) and body[1].casefold() in BODY_NOUNS:
        return SourceKind.ORGANISATION
    if _OF_AN_OUTLET.search(words):
        return SourceKind.PERSON
    if noun in _UNOFFICIAL and not _CHIEF_EXECUTIVE.search(folded):
        return SourceKind.ANONYMOUS
    if noun in ROLE_NOUNS:
        return SourceKind.PERSON
    if _FORCE.search(folded):
        return SourceKind.ORGANISATION
    if noun in PERSON_NOUNS:
        return SourceKind.ANONYMOUS
    if noun in DOCUMENT_NOUNS or (noun == "platform" and tells_programme(folded)):
        return SourceKind.DOCUMENT
    if _SEVERAL.match(folded) or noun in _PUBLICS:
        return SourceKind.COLLECTIVE
    if noun in BODY_HEADS:
        return SourceKind.ORGANISATION
    if noun in GROUP_NOUNS or noun.rstrip("%").isdigit() or is_plural(noun):
        return SourceKind.COLLECTIVE
    if _ONE_WHO.search(noun) or folded.startswith(("another ", "one ")):
        return SourceKind.ANONYMOUS
    return SourceKind.DOCUMENT if noun.endswith(("tion", "ment", "ings")) else SourceKind.ORGANISATION


def names_force(words: str) -> bool:
    """Tell whether words are for a force, though their noun may be for one person: "coast guard"."""
    return _FORCE.search(words.casefold()) is not None


def is_called_unnamed(words: str) -> bool:
    """Tell whether words, in small letters, say themselves that they give no name: "two unnamed officials"."""
    return _UNNAMED.match(words) is not None


def _known_part(noun: str) -> str:
    """A noun, or what it ends in where only that is known: "boyfriend" of "ex-boyfriend"."""
    last = noun.rsplit("-", 1)[-1]
    return last if noun not in _KNOWN_NOUNS and _is_of_people(last) else noun


def _is_of_people(noun: str) -> bool:
    return noun in GROUP_NOUNS or noun.removesuffix("s") in PERSON_NOUNS


def tells_programme(words: str) -> bool:
    """Tell whether words tell of the platform of a party, which is a text, and not of one where people post."""
    return _PROGRAMME.search(words) is not None


def is_journalist(name: str) -> bool:
    """Tell whether words describe a journalist of a named outlet: "reporter for the Harbour Herald"."""
    return _OF_AN_OUTLET.search(name) is not None


@lru_cache(maxsize=1 << 12)
def tells_kind(head: str) -> bool:
    """Tell whether a head noun is one whose kind is known; that of others is only likely."""
    return _known_part(head.casefold()) in _KNOWN_NOUNS


def is_plural(noun: str) -> bool:
    """Tell whether a noun in small letters ends as plurals do."""
    return noun.endswith("s") and not noun.endswith(("ss", "us", "is"))
