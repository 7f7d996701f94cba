"""Sources that a name heads: "US Secretary of State Jane Doe", "the city's police chief, Jane Doe"."""

import re
from dataclasses import replace
from itertools import pairwise

from sayso.records import Source, SourceKind, Span
from sayso.sources.known.gazetteer import gender_of
from sayso.sources.lexicon import (
    ALSO_SURNAMES,
    BODY_NAME_WORDS,
    BODY_NOUNS,
    CARRIER_NOUNS,
    DOCUMENT_NOUNS,
    FORMS_OF_ADDRESS,
    GROUP_NOUNS,
    MEDIA_NOUNS,
    PERSON_NOUNS,
    PLATFORMS,
    TITLES,
)
from sayso.sources.meaning.naming import as_one, as_person, drop_article, speaker_of
from sayso.sources.meaning.speakers import Scene, Speaker
from sayso.sources.meaning.split_bodies import body_behind_acronym, body_of_several_names
from sayso.sources.names.media import is_kind_of_media, names_media
from sayso.sources.names.mention_kinds import MentionKind
from sayso.sources.names.mentions import Mention
from sayso.sources.names.people import Member
from sayso.sources.names.phrases import Phrase, follows_according_to
from sayso.sources.names.roles import is_rank
from sayso.sources.names.runs import is_acronym

_ACRONYM_BEHIND = re.compile(r" ?[(\[]([A-Z][A-Za-z.&-]{1,9})[)\]]")
_COMMON_NOUNS = PERSON_NOUNS | GROUP_NOUNS | BODY_NOUNS | MEDIA_NOUNS | DOCUMENT_NOUNS | CARRIER_NOUNS
_OFFICE_HOLDERS = frozenset(
    {"minister", "secretary", "commissioner", "chief", "spokesman", "spokeswoman", "spokesperson"}
)
"""Whoever is called so is no body, whatever the words before: "Defence Minister", "Police Commissioner"."""
_LEADING = ("", "the", "The", "and")
_PARTY_AND_PLACE = re.compile(r"[RDI]-[A-Z]")
"""What news puts behind a lawmaker's name: "(R-Texas)"."""
_LONGEST_TAIL_CHARS = 12
_LONGEST_ROLE_CHARS = 40
_FROM_PLACE = re.compile(r" (?:of|from|at|with) (?:the )?[A-Z][\w ]+")
_ONE_OF_A_PEOPLE = re.compile(r"(?:[Aa]n?|[Tt]he|[Oo]ne|[Aa]nother) (?:[a-z-]+ )*[A-Z][a-z]+(?:an|ine)")
"""One person, where "the Swiss" and "the Danes" are all of them."""
_QUOTE_MARK = re.compile(r"[“”\"]")
_SMALL_IN_NAMES = frozenset({"and", "of", "the", "for"})
_PARTY_MEMBERS = frozenset({"republican", "democrat", "independent", "conservative"})
_ONE_OF_PARTY = re.compile(
    r"(?:[Aa]n?|[Oo]ne|[Aa]nother) (?:[\w-]+ )?(?:[A-Z][\w.]+ ){0,2}(?:Republican|Democrat|Independent|Conservative)"
)
"""One who is not named: "one North Dakota Republican"."""
_FEW_WORDS = 3
_DESCRIBES = re.compile(r"(?!(?:of|for|to|by|from|in|at|with|on|who|that)\b)[\w-]+", re.IGNORECASE)
"""A word that may stand between an article and a name."""
_ONE_OF = re.compile(r"(?:one|another) of ", re.IGNORECASE)
_SOME_OF = re.compile(r"(?:from|in|on|who|with|close|of|at) ")


def resolve_named(scene: Scene, phrase: Phrase) -> Speaker | None:
    """The one whose name is the head of the phrase."""
    text = scene.text
    near = scene.cast.between(phrase.left.start, phrase.left.end)
    if not near:
        return None
    mention, member = near[-1]
    if len(_QUOTE_MARK.findall(text, *phrase.left)) % 2 and len(_QUOTE_MARK.findall(text, *phrase.core)) % 2 == 0:
        return None
    given = _ACRONYM_BEHIND.match(text, phrase.core.end)
    behind = Span(given.end(), given.end() + _LONGEST_ROLE_CHARS) if given else None
    if behind and (_named_in_role(scene, behind) or _named_behind(scene, phrase, behind.start + 1)):
        return None
    if given and (body := body_behind_acronym(text, phrase, given.end())):
        return body
    spelt = phrase.core.end - len("s") <= max(each.span.end for each, _ in near)
    if given and spelt and given[1] in scene.cast.acronyms and mention.kind is not MentionKind.PERSON:
        return speaker_of(scene.cast.acronyms[given[1]])
    if near[0][0] is not mention and (body := body_of_several_names(scene, phrase)):
        return body
    tail = text[mention.span.end : phrase.left.end].strip(" .'’s")
    if tail == mention.name.rsplit(" ", 1)[-1]:
        tail = ""  # "Jane Doe Doe"
    has_tail = tail and (is_kind_of_media(mention.name) or member.kind is MentionKind.PLACE or not names_media(tail))
    if has_tail or mention.span.end > phrase.core.end + 1:
        return None
    if member.kind is MentionKind.PERSON and text.endswith("Team ", 0, mention.span.start):
        team = f"Team {mention.name}"  # a campaign or a staff, not its head
        return Speaker(Source(team, SourceKind.ORGANISATION, named_in=(phrase.core,)), words=frozenset({"team"}))
    if _is_plain_noun(text, phrase, mention, member) or _is_part_of_party(scene, phrase, member):
        return None
    if member.kind is not MentionKind.PERSON and phrase.appositions:
        apposed = resolve_apposition(scene, phrase)
        if (
            apposed
            and apposed.member
            and apposed.member.kind is MentionKind.PERSON
            and _leads_to_person(text, phrase, apposed.member)
        ):
            return apposed
    if member.kind is MentionKind.PLACE and _ONE_OF_A_PEOPLE.fullmatch(text, *phrase.core):
        return as_one(speaker_of(member))
    return speaker_of(member, 1.0 if mention.name == member.name else 0.95)


def _named_in_role(scene: Scene, part: Span) -> Member | None:
    """The person before whose name words end in what they are: "Harbour University law professor Jane Doe"."""
    for mention, member in scene.cast.between(*part):
        words = scene.text[part.start : mention.span.start].split()
        if words and words[-1].casefold() in PERSON_NOUNS:
            personal = member.kind in (MentionKind.PERSON, MentionKind.UNCLEAR) and " " in member.name
            return member if personal and all(_DESCRIBES.fullmatch(word) for word in words) else None
    return None


def _named_behind(scene: Scene, phrase: Phrase, at: int) -> bool:
    """Tell whether a person's name stands behind an office's acronym: "Member of Council (MC) Jane Doe"."""
    holds = phrase.core.of(scene.text).split()[0].casefold() in PERSON_NOUNS
    return holds and any(member.kind is MentionKind.PERSON for _, member in scene.cast.between(at, at + 1))


def _leads_to_person(text: str, phrase: Phrase, person: Member) -> bool:
    """Tell whether the words before an apposed name are what a person is: "San Diego's chancellor, Jane Doe"."""
    parts = [phrase.core, *phrase.appositions]
    for before, part in pairwise(parts):
        if any(part.start <= span.start < part.end for span in person.spans):
            titled = not any(span.start == part.start for span in person.spans)
            return titled or text[before.start : before.end].rsplit(" ", 1)[-1].casefold() in PERSON_NOUNS
    return False


def _is_plain_noun(text: str, phrase: Phrase, mention: Mention, member: Member) -> bool:
    """Tell whether the head is a common noun with a capital: "The Church", "the Prime Minister", "Aides"."""
    words = mention.span.of(text).casefold()
    if _ONE_OF_PARTY.fullmatch(text, *phrase.core):
        return True
    if member.kind is MentionKind.PERSON and " " in member.name and not text.endswith("the ", 0, mention.start):
        return False
    last = mention.name.split()[-1].casefold()
    if mention.before.rstrip(".").casefold() in FORMS_OF_ADDRESS:
        return False  # "Mr. King"
    if words in PLATFORMS:
        return mention.span != phrase.core
    named_so = " " in mention.name and last in ALSO_SURNAMES and not member.articled
    is_body = " " in words and last not in _OFFICE_HOLDERS and not BODY_NAME_WORDS.isdisjoint(mention.name.split())
    if member.kind is not MentionKind.PERSON and last in TITLES and not named_so and not is_body:
        return True
    if (
        last in _PARTY_MEMBERS
        and member.kind is not MentionKind.MEDIA
        and text.endswith(("the ", "The "), 0, mention.start)
        and mention.name.count(" ") < _FEW_WORDS
    ):
        return True
    return words in _COMMON_NOUNS or words in {
        "prime minister", "vice president", "secretary of state", "attorney general",
    }  # fmt: skip


def _is_part_of_party(scene: Scene, phrase: Phrase, member: Member) -> bool:
    """Tell "Democrats from coal states" and "Republicans on the committee", a part, from the whole party."""
    plural = speaker_of(member).source.kind is SourceKind.COLLECTIVE and member.kind is not MentionKind.PLACE
    return plural and _SOME_OF.match(scene.text, *phrase.rest) is not None


def resolve_apposition(scene: Scene, phrase: Phrase) -> Speaker | None:
    """The name behind a description: "the city's police chief, Jane Doe"."""
    last = phrase.rest.of(scene.text).rsplit(" ", 1)[-1].casefold()
    if phrase.rest.of(scene.text).startswith(("for ", "to ")) and last in PERSON_NOUNS:
        return None  # "a spokesman for the chairman, Jane Doe": the name is the chairman's
    several = phrase.head.casefold() in GROUP_NOUNS
    is_cited = scene.text.endswith(("Citing ", "Quoting "), 0, phrase.left.start)
    if several or is_cited or any(_joins_another(scene, part) for part in phrase.appositions):
        return None
    is_person = phrase.head.casefold() in PERSON_NOUNS or _ONE_OF.match(scene.text, *phrase.core) is not None
    for part in phrase.appositions or _behind(scene, phrase):
        if _PARTY_AND_PLACE.match(scene.text, *part):
            continue
        behind_bracket = scene.text[part.start - 2] in ")]"
        if (behind_bracket or is_person) and (holder := _named_in_role(scene, part)):
            speaker = as_person(speaker_of(holder, 0.95, "named in apposition"))
            if behind_bracket:
                return _with_office_behind(speaker, scene, phrase, part)
            return _with_role(speaker, scene, phrase)
        near = scene.cast.between(part.start, part.end)
        if not near:
            continue
        mention, member = near[0]
        before = scene.text[part.start : mention.start].strip()
        called = before.rsplit(" ", 1)[-1].casefold() in PERSON_NOUNS and is_person
        tail = scene.text[mention.span.end : part.end]
        titled = member.kind is MentionKind.PERSON and all(
            word[0].isupper() or word in _SMALL_IN_NAMES for word in before.split()
        )
        whole = (before in _LEADING or called or titled) and (
            len(tail) <= _LONGEST_TAIL_CHARS or _FROM_PLACE.fullmatch(tail)
        )
        if (
            whole
            and (
                member.kind is MentionKind.PERSON
                or " " in mention.name
                or (gender_of(mention.name) and not is_acronym(mention.name))
                or _is_medium(phrase, member)
            )
            and member.kind is not MentionKind.PLACE
        ):
            speaker = speaker_of(member, 0.95, "named in apposition")
            return _with_role(as_person(speaker), scene, phrase) if phrase.head.casefold() in PERSON_NOUNS else speaker
    return None


def _with_office_behind(speaker: Speaker, scene: Scene, phrase: Phrase, part: Span) -> Speaker:
    """Who is named behind a body's acronym and an office: "Tide Agency (TA) director Jane Doe" is its director."""
    name = scene.cast.between(*part)[0][0].span
    office = drop_article(f"{phrase.core.of(scene.text)} {scene.text[part.start : name.start].strip()}")
    return replace(speaker, source=replace(speaker.source, role=office))


def _with_role(speaker: Speaker, scene: Scene, phrase: Phrase) -> Speaker:
    """A person whom the story gives a rank or no role with the one before the name: "Iran's envoy, Gen. Ali Rad"."""
    told = speaker.source.role
    if (told and not is_rank(told)) or speaker.source.kind is not SourceKind.PERSON:
        return speaker
    return replace(speaker, source=replace(speaker.source, role=drop_article(phrase.core.of(scene.text))))


def _joins_another(scene: Scene, part: Span) -> bool:
    """Tell "and John Roe", another, from "and member of the council", which says more of the same one."""
    if not scene.text.startswith("and ", part.start):
        return False
    near = scene.cast.between(*part)
    first = scene.text[part.start + len("and ") : near[0][0].start if near else part.end].split()
    return not (first and first[0].casefold() in PERSON_NOUNS and not (near and near[0][1].kind is MentionKind.PERSON))


def _is_medium(phrase: Phrase, member: Member) -> bool:
    return member.kind is MentionKind.MEDIA and phrase.head.casefold() in MEDIA_NOUNS


def _behind(scene: Scene, phrase: Phrase) -> tuple[Span, ...]:
    """The apposition that a source cut too short left out: ", Jane Doe," right behind "a fire officer"."""
    end = phrase.core.end
    if phrase.head.casefold() not in PERSON_NOUNS or not scene.text.startswith(", ", end):
        return ()
    found = [mention for mention, _ in scene.cast.between(end + 2, end + 3) if " " in mention.name]
    if not found:
        return ()
    # In "According to his publicist, Jane Doe died" the name is another's.
    ends = {","} if follows_according_to(scene.text, phrase.core.start) else {",", " "}
    if scene.text[found[0].span.end : found[0].span.end + 1] not in ends:
        return ()
    return (Span(found[0].start, found[0].span.end),)
