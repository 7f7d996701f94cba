"""Whom a description means: "the President", "his associates", "a statement by the company"."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from sayso.records import Source, SourceKind, Span
from sayso.sources.beside_names import ACRONYM
from sayso.sources.carriers import find_maker
from sayso.sources.elsewhere import find_elsewhere
from sayso.sources.gazetteer import find_body, find_country
from sayso.sources.introduced import find_introduced, find_introduced_body
from sayso.sources.kinds import kind_of_description, tells_kind
from sayso.sources.known_bodies import OWNED, find_known_body
from sayso.sources.lexicon import (
    CARRIER_NOUNS,
    DETERMINERS,
    DOCUMENT_NOUNS,
    GROUP_NOUNS,
    MEDIA_NOUNS,
    PERSON_NOUNS,
    POSSESSIVE_DETERMINERS,
    ROLE_NOUNS,
    SECOND_NAMES,
)
from sayso.sources.mention_kinds import MentionKind
from sayso.sources.naming import (
    describe,
    drop_article,
    government_named,
    outlet_named,
    speaker_of,
    starts_definite,
    strip_possessive,
)
from sayso.sources.nations import find_last_country, find_only_country_near
from sayso.sources.offices import find_last_person, find_leader, find_owned_role, find_role
from sayso.sources.phrases import Phrase, follows_according_to, read_phrase
from sayso.sources.pronouns import resolve_pronoun
from sayso.sources.speakers import AUTHOR, Scene, Speaker, find_described, find_unnamed

_GOVERNMENTS = frozenset({"government", "federal government", "national government", "central government", "regime"})
_SHERIFFS = re.compile(r"\bSheriff['’]s\b")
_ONLY_DESCRIBES = re.compile(
    r"(?:al|ic|ed|ing|ous|ive|ful|less|able|ible|an|ish|y|er|est|ior|ary|ent|ant|ern|wide|old|new|same|own|big|top|huge"
    r"|small|main|late|other|latter|first|second|third|whole|entire|chief|giant|powerful|private|public|elite)$|-"
)
_LOCAL_POLICE = re.compile(r"(?:[A-Z][\w.]+ )+police\b(?! (?:chief|officer|department|spokes))")
_NATIONS = frozenset({"country", "nation", "kingdom"})
_A_NATION = re.compile(r"(?:[\w-]+ ){0,2}\w+")
"""A country by itself or with what it is: "the Nordic country", "the island nation"."""
_TIMES_NAMED_MORE = 2
_HOW_MET = re.compile(
    r",? (?:that (?:was|were) |which (?:was|were) |(?:first|exclusively|recently|newly) )*"
    r"(?:obtained|reviewed|seen|viewed|leaked) (?:by|to|in)\b"
    r"|,? (?:that|which) (?:was|were|has|had)\b| (?:released|published|unsealed|made public)\Z"
)
"""Where a text's description goes on to how an outlet came by it."""
_IN_THE_KNOW = re.compile(r"(?:familiar|close|briefed|with (?:direct |first-hand )?knowledge|involved in) ?")
_POINTING_BACK = (GROUP_NOUNS | DOCUMENT_NOUNS | CARRIER_NOUNS) - ROLE_NOUNS
_ANY_PERSON = frozenset({"person", "source", "official", "man", "woman", "individual", "insider", "witness"})
"""What one is called who was described and not named before."""
_BEHIND_CHARS = 30
_DESCRIBED_OWNER = re.compile(r"(?P<owner>[Tt]he (?:[a-z][\w-]* ){0,3}[a-z][\w-]*)['’]s (?=\w)")
_OF_SEVERAL = re.compile(r"of (?!the (?:same )?[\w-]*(?:court|council|committee|commission|board)\b|the [A-Z])")
"""What follows a set of people, where "a panel of the court" is a body's own."""
_SETS = frozenset({"group", "team", "number", "majority", "coalition", "panel", "crowd", "handful", "list"})


def resolve_description(scene: Scene, phrase: Phrase) -> Speaker:
    """Whom a description means: one named or described before that it fits, else its own words in full."""
    words = phrase.core.of(scene.text)
    head = phrase.head.casefold()
    if government := government_named(words):
        return Speaker(
            Source(government, SourceKind.ORGANISATION, named_in=(phrase.core,), reason="the government of a country"),
            words=frozenset({"government"}),
        )
    bare = drop_article(words)
    bare_plural = head.endswith("s") and not starts_definite(words)
    if head in CARRIER_NOUNS and not bare_plural and (maker := find_maker(scene, phrase, bare)):
        return maker
    if bare.casefold() in _GOVERNMENTS and starts_definite(words) and (only := _only_government(scene)):
        return only
    if head == "police" and bare.casefold() == head and (force := _only_police(scene)):
        return force
    if holder := find_owned_role(scene, words, head):
        return holder
    definite = (
        starts_definite(words) or scene.text[max(0, phrase.core.start - 4) : phrase.core.start].casefold() == "the "
    )
    if definite and (leader := find_leader(scene, phrase, bare)):
        return leader
    if found := find_elsewhere(scene, phrase, bare, head, definite):
        return found
    plain = " of " not in words or (" of " in bare and bare.islower() and head in ROLE_NOUNS)
    if definite and words.split()[0].casefold() not in POSSESSIVE_DETERMINERS and plain:
        found = _find_known(scene, phrase, bare, head)
        if found:
            return found
    return (
        find_introduced(scene, phrase, head)
        or find_introduced_body(scene, phrase, head)
        or _describe(scene, phrase, head)
    )


def _only_government(scene: Scene) -> Speaker | None:
    """The government of the one country that the story is about: named far more often than any other."""
    named = Counter(country for member in scene.cast.named if (country := find_country(member.name)))
    (most, count), (_, second) = [*named.most_common(2), (None, 0), (None, 0)][:2]
    if most is None or count < _TIMES_NAMED_MORE * second + 1:
        return None
    source = Source(f"Government of {most.name_in_text}", SourceKind.ORGANISATION, score=0.7)
    return Speaker(replace(source, reason="of the one country named most"), words=frozenset({"government"}))


def _only_police(scene: Scene) -> Speaker | None:
    """The one police force that the story names, if it names but one and no sheriff: "Porto Police", "Porto police"."""
    named = {member for member in scene.cast.named if "Police" in member.name.split()[1:]}
    if len(named) == 1:
        return speaker_of(named.pop(), 0.7, "the one police force that is named")
    local = {found[0] for found in _LOCAL_POLICE.finditer(scene.text)}
    if named or len(local) != 1 or _SHERIFFS.search(scene.text):
        return None
    source = Source(local.pop(), SourceKind.ORGANISATION, reason="the one police force that is named", score=0.7)
    return Speaker(source, words=frozenset({"police"}))


def _find_known(scene: Scene, phrase: Phrase, bare: str, head: str) -> Speaker | None:
    """The last one named or heard that "the President" or "the agency" fits."""
    if bare.casefold() == "commander in chief":
        return find_role(scene, phrase, "president", "president")
    if " of " in bare:
        held_once = bare.startswith("former ") and head in ROLE_NOUNS
        found = find_role(scene, phrase, bare, head)
        return found or (find_last_person(scene, phrase, bare, head) if held_once else None)
    described = find_described(scene, head, phrase.core.start)
    alike = described is not None and _is_alike(bare, described)
    if described and alike and (head in _POINTING_BACK or head in _ANY_PERSON):
        return described
    last = scene.last_heard(phrase.core.start)
    if described and alike and last and last.speaker.source.name == described.source.name:
        return described  # "a legal expert said", then "the expert"
    if head in ("source", "person", "official") and bare.casefold() == head:
        return find_unnamed(scene, phrase.core.start)
    if head in _NATIONS and _A_NATION.fullmatch(bare) and (country := find_last_country(scene, phrase)):
        return country
    if head in MEDIA_NOUNS and (medium := find_known_body(scene, phrase, bare, head)):
        return medium  # "the broadcaster", which a person may be too
    if bare.casefold() == "regime":
        return find_known_body(scene, phrase, bare, head) or find_only_country_near(scene, phrase)
    if head in PERSON_NOUNS or head in SECOND_NAMES or "-year-old" in bare:
        return find_role(scene, phrase, bare, head) or described or find_last_person(scene, phrase, bare, head)
    return find_known_body(scene, phrase, bare, head)


def _is_alike(bare: str, described: Speaker) -> bool:
    """Tell whether words may mean one who was described before: "the harbour board" is not the tide board."""
    if not all(word.casefold() in described.words for word in _telling_words(bare)):
        return False
    now, before = (_kinds_of(words) for words in (bare, described.source.name or ""))
    return not now or not before or not now.isdisjoint(before)


def _kinds_of(bare: str) -> set[str]:
    """The nouns in small letters in front of a noun, which tell of what kind it is; adjectives only describe."""
    before = bare.partition(" of ")[0].split()[:-1]
    return {word for word in before if word.islower() and not _ONLY_DESCRIBES.search(word)}


def _telling_words(bare: str) -> list[str]:
    """Names and numbers in front of a noun, which tell one report or official from others."""
    return [word for word in bare.split()[:-1] if word[0].isupper() or any(sign.isdigit() for sign in word)]


def _describe(scene: Scene, phrase: Phrase, head: str) -> Speaker:
    """The description itself, with names in full."""
    text, words = scene.text, phrase.core.of(scene.text)
    first = words.split(" ", 1)[0]
    owner, gender = None, None
    if first.casefold() in POSSESSIVE_DETERMINERS:
        owner = _owner_behind(scene, phrase) or _owner_meant(scene, phrase, first)
    elif _needs_owner(head, words):
        owner = _owner_nearby(scene, phrase)
    core = phrase.core
    if owner is None and (owned := _DESCRIBED_OWNER.match(text, *core)):
        owner = _owner_described(scene, Span(*owned.span("owner")))
        core = Span(owned.end(), core.end) if owner else core
    kind = kind_of_description(drop_article(phrase.left.of(text)), phrase.head)
    short = ACRONYM.match(text, phrase.core.end) if phrase.rest.start >= phrase.rest.end else None
    if short and kind is SourceKind.ORGANISATION and (body := find_body(short[1])):
        source = Source(body.name, kind, named_in=(phrase.core,), reason="by its acronym", score=0.9)
        return Speaker(source, words=frozenset(_head_words(words, head)))
    if " of " in words and words.casefold().startswith(("one of ", "another of ")):
        kind = SourceKind.ANONYMOUS
    if head in ("people", "person") and _IN_THE_KNOW.match(phrase.rest.of(text)):
        kind = SourceKind.ANONYMOUS
    if head in _SETS and _OF_SEVERAL.match(text, *phrase.rest):
        kind = SourceKind.COLLECTIVE
    if kind is SourceKind.MEDIA and (outlet := outlet_named(words)):
        return Speaker(Source(outlet, kind, named_in=(phrase.core,)), words=frozenset({head}))
    name = _order_role(scene, phrase, head) if kind is SourceKind.PERSON and not owner else None
    if (
        head in GROUP_NOUNS
        and phrase.rest.of(text)
        and phrase.appositions
        and " and " in phrase.appositions[-1].of(text)
    ):
        core = Span(core.start, phrase.appositions[-1].end)  # "lawyers for Doe, Roe and Poe"
    if kind is SourceKind.DOCUMENT and (met := _HOW_MET.search(text, *core)):
        core = Span(core.start, met.start())
    name = name or describe(text, core, scene.cast, owner)
    name = re.sub(r"^(?:some|certain|various|one) (?=\w+$|sources)", "", name) if kind is SourceKind.ANONYMOUS else name
    role = head if kind in (SourceKind.PERSON, SourceKind.ANONYMOUS) and head in ROLE_NOUNS else None
    plural = kind is SourceKind.COLLECTIVE or (head.endswith(("s", "people")) and kind is SourceKind.ANONYMOUS)
    sure = 0.9 if tells_kind(phrase.head) else 0.6
    source = Source(name, kind, role=role, named_in=(phrase.core,), reason="its own words", score=sure)
    words_met = frozenset(_head_words(phrase.left.of(text), head))
    return Speaker(source, gender, plural, None, words_met, frozenset({head}))


def _owner_described(scene: Scene, owner: Span) -> str | None:
    """Whose data "the agency's data" are, where the agency is named elsewhere."""
    phrase = read_phrase(scene.text, owner, scene.cast)
    bare = drop_article(owner.of(scene.text))
    known = _find_known(scene, phrase, bare, phrase.head.casefold())
    return known.source.name if known else None


def _owner_meant(scene: Scene, phrase: Phrase, possessive: str) -> str | None:
    """Whom "his" or "my" means; the author of a story, who is not named, owns nothing in it."""
    meant = resolve_pronoun(scene, Span(phrase.core.start, phrase.core.start + len(possessive)))
    return None if meant is AUTHOR else meant.source.name


def _owner_behind(scene: Scene, phrase: Phrase) -> str | None:
    """Whose publicist it is in "According to his publicist, Jane Doe died": the person named right behind."""
    if not follows_according_to(scene.text, phrase.core.start):
        return None
    end = phrase.core.end
    near = scene.cast.between(end, end + _BEHIND_CHARS) if scene.text.startswith(", ", end) else []
    return near[0][1].name if near and near[0][1].kind is MentionKind.PERSON else None


def _needs_owner(head: str, words: str) -> bool:
    """Tell whether "the family" or "a spokesperson" stands bare, so that the story says elsewhere whose."""
    bare = drop_article(words).casefold()
    says_whose_before = starts_definite(words) or head not in GROUP_NOUNS  # "aides said" is of nobody's in particular
    return bare == head and head in OWNED and says_whose_before


def _owner_nearby(scene: Scene, phrase: Phrase) -> str | None:
    """Whose spokesman, family or campaign it is: the last body or person heard, else the one named most."""
    head = phrase.head.casefold()
    if head.startswith("spokes"):
        heard = next(
            (
                each
                for each in reversed(scene.heard)
                if each.at < phrase.core.start and each.speaker.source.kind is SourceKind.ORGANISATION
            ),
            None,
        )
        return heard.speaker.source.name if heard else None
    persons = [member for member in scene.cast.members() if member.kind is MentionKind.PERSON]
    last = [
        (mention.start, member)
        for mention, member in scene.cast.pairs()
        if member.kind is MentionKind.PERSON and mention.start < phrase.core.start
    ]
    if head == "campaign" and last:
        return last[-1][1].name
    return max(persons, key=lambda member: len(member.spans)).name if persons else None


def _order_role(scene: Scene, phrase: Phrase, head: str) -> str | None:
    """Write "spokesperson for Interpol" out of "an Interpol spokesperson" or "a German government spokesperson"."""
    if head not in {"spokesperson", "spokesman", "spokeswoman"}:
        return None
    left = drop_article(phrase.left.of(scene.text))
    lead = strip_possessive(left[: len(left) - len(phrase.head)])
    rest = phrase.rest.of(scene.text)
    if lead and not rest and lead.casefold() != lead:
        return f"{head} for {_full_body(scene, Span(phrase.left.start, phrase.left.end), lead)}"
    found = re.match(r"(?:for|of) (.+)", rest)
    if not found:
        return None
    inner = read_phrase(scene.text, Span(phrase.rest.start + found.start(1), phrase.rest.end), scene.cast)
    bare = drop_article(found[1])
    known = _find_known(scene, inner, bare, bare.casefold()) if starts_definite(found[1]) and bare.islower() else None
    body = known.source.name if known else _full_body(scene, Span(phrase.rest.start, phrase.rest.end), bare)
    return f"{lead + ' ' if lead else ''}{head} for {body}"


def _full_body(scene: Scene, within: Span, words: str) -> str:
    if government := government_named(words):
        return f"the {government}"
    for mention, member in scene.cast.between(within.start, within.end):
        if mention.name == words:
            return speaker_of(member).source.name or words
    return words


def _head_words(words: str, head: str) -> Iterator[str]:
    yield head
    yield head.removesuffix("s")
    yield f"{head}s"
    yield from (word for word in words.casefold().split() if word not in DETERMINERS)
