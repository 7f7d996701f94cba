"""A source without a known name, by its own words: of what kind it is, whose it is, how it is called in full."""

import re
from collections.abc import Iterator

from sayso.records import Source, SourceKind, Span
from sayso.sources.known.gazetteer import find_body, find_country
from sayso.sources.lexicon import (
    BODY_NOUNS,
    DETERMINERS,
    GROUP_NOUNS,
    PERSON_NOUNS,
    POSSESSIVE_DETERMINERS,
    ROLE_NOUNS,
)
from sayso.sources.meaning.companies import COMPANY_NOUNS, find_only_company, find_subject, may_be_group
from sayso.sources.meaning.known_before import find_known
from sayso.sources.meaning.known_bodies import OWNED
from sayso.sources.meaning.naming import (
    describe,
    drop_article,
    government_named,
    outlet_named,
    speaker_of,
    starts_definite,
    strip_possessive,
)
from sayso.sources.meaning.pronouns import resolve_pronoun
from sayso.sources.meaning.relatives import find_antecedent
from sayso.sources.meaning.speakers import AUTHOR, Scene, Speaker
from sayso.sources.names.beside_names import ACRONYM
from sayso.sources.names.kinds import kind_of_description, tells_kind
from sayso.sources.names.mention_kinds import MentionKind
from sayso.sources.names.phrases import Phrase, follows_according_to, read_phrase
from sayso.sources.names.roles import head_noun

_HOW_MET = re.compile(
    r",? (?:that (?:was|were) |which (?:was|were) |(?:first|exclusively|recently|newly) )*"
    r"(?:obtained|reviewed|seen|viewed|leaked) (?:by|to|in)\b"
    r"|,? (?:that|which) (?:was|were|has|had)\b| (?:released|published|unsealed|made public)\Z"
)
"""Where a text's description goes on to how an outlet came by it."""
_IN_THE_KNOW = re.compile(r"(?:familiar|close|briefed|with (?:direct |first-hand )?knowledge|involved in) ?")
_OPENS_WITH_BODY = re.compile(
    r"[“\"]?(?P<owner>The (?:[a-z][\w-]* ){0,2}?(?P<noun>[a-z]+)|Police) "
    r"(?:has|had|have|will|would|is|was|are|were|does|did|can|could|may|must|[a-z]+(?:ed|s)) "
)
_BEHIND_CHARS = 30
_IN_COUNTRY = re.compile(r"(?:Meanwhile |And |But )?[Ii]n (?:the )?(?P<place>[A-Z]\w+(?: [A-Z]\w+){0,2}),")
"""Whose "its health department" is in "In Chile, ten died, according to its health department"."""
_DESCRIBED_OWNER = re.compile(r"(?P<owner>[Tt]he (?:[a-z][\w-]* ){0,3}[a-z][\w-]*)['’]s (?=\w)")
_OF_SEVERAL = re.compile(r"of (?!the (?:same )?[\w-]*(?:court|council|committee|commission|board)\b|the [A-Z])")
"""What follows a set of people, where "a panel of the court" is a body's own."""
_SETS = frozenset({"group", "team", "number", "majority", "coalition", "panel", "crowd", "handful", "list"})


def describe_in_own_words(scene: Scene, phrase: Phrase, head: str) -> Speaker:
    """The description itself, with names in full."""
    text, words = scene.text, phrase.core.of(scene.text)
    first = words.split(" ", 1)[0]
    owner, gender = None, None
    if first.casefold() == "whose":
        owner = _owner_told_of(scene, phrase)
    elif first.casefold() in POSSESSIVE_DETERMINERS:
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
    if (head in GROUP_NOUNS or kind is SourceKind.COLLECTIVE) and phrase.rest.of(text):
        core = Span(core.start, _end_of_group(text, phrase))
    if kind is SourceKind.DOCUMENT and (met := _HOW_MET.search(text, *core)):
        core = Span(core.start, met.start())
    is_same = owner is not None and f"{owner} of ".startswith(f"{head} of ")  # "her lawyer" where hers spoke before
    name = owner if owner and is_same else name or describe(text, core, scene.cast, owner)
    name = re.sub(r"^(?:some|certain|various|one) (?=\w+$|sources)", "", name) if kind is SourceKind.ANONYMOUS else name
    role = head if kind in (SourceKind.PERSON, SourceKind.ANONYMOUS) and head in ROLE_NOUNS else None
    plural = kind is SourceKind.COLLECTIVE or (head.endswith(("s", "people")) and kind is SourceKind.ANONYMOUS)
    sure = 0.9 if tells_kind(phrase.head) else 0.6
    source = Source(name, kind, role=role, named_in=(phrase.core,), reason="its own words", score=sure)
    words_met = frozenset(_head_words(phrase.left.of(text), head))
    heads = frozenset({head, *(_heads_apposed(text, phrase) if kind is SourceKind.ANONYMOUS else ())})
    return Speaker(source, gender, plural, None, words_met, heads)


def _end_of_group(text: str, phrase: Phrase) -> int:
    """Where those end of whom a group is: "lawyers for Doe, Roe, and Poe", "staff of Tide Media (TM) and Kettle"."""
    parts = phrase.appositions
    if parts and " and " in f" {parts[-1].of(text)}":
        return parts[-1].end
    short = ACRONYM.match(text, phrase.core.end)
    goes_on = short is not None and len(parts) > 1 and text.startswith(" and ", short.end())
    return parts[1].end if goes_on else phrase.core.end


def _heads_apposed(text: str, phrase: Phrase) -> Iterator[str]:
    """What else an unnamed one may be called by: an official of "the third source, a senior official"."""
    apposed = (head_noun(drop_article(part.of(text))) for part in phrase.appositions)
    return (noun for noun in apposed if noun in PERSON_NOUNS)


def _owner_described(scene: Scene, owner: Span) -> str | None:
    """Whose data "the agency's data" are, where the agency is named elsewhere."""
    phrase = read_phrase(scene.text, owner, scene.cast)
    bare = drop_article(owner.of(scene.text))
    known = find_known(scene, phrase, bare, phrase.head.casefold())
    name = known.source.name if known else None
    country = find_country(name.removeprefix("Government of ")) if name else None
    return country.name_in_text if country else name


def _owner_meant(scene: Scene, phrase: Phrase, possessive: str) -> str | None:
    """Whom "his" or "my" means; the author of a story, who is not named, owns nothing in it."""
    where = _IN_COUNTRY.match(scene.text, scene.cast.sentences.start_at(phrase.core.start))
    country = find_country(where["place"]) if where and possessive.casefold() == "its" else None
    if country and phrase.head.casefold() in BODY_NOUNS:
        return country.name_in_text
    meant = resolve_pronoun(scene, Span(phrase.core.start, phrase.core.start + len(possessive)))
    if possessive.casefold() == "our" and meant.source.kind is SourceKind.PERSON:
        return None  # what many have: "our intelligence agencies" of a senator
    is_text = meant.source.kind is SourceKind.DOCUMENT and phrase.head.casefold() in ROLE_NOUNS
    return None if meant is AUTHOR or is_text else meant.source.name


def _owner_told_of(scene: Scene, phrase: Phrase) -> str | None:
    """Whose lawyer it is in "Jane Doe, whose lawyer said": who is named or described right before."""
    start = scene.cast.sentences.start_at(phrase.core.start)
    near = scene.cast.between(start, phrase.core.start)
    if near and scene.text[near[-1][0].span.end : phrase.core.start] in (" ", ", "):
        return near[-1][1].name
    described = find_antecedent(scene, Span(phrase.core.start, phrase.core.start + len("whose")))
    return describe(scene.text, described, scene.cast) if described else None


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
        if told := _owner_of_sentence(scene, phrase):
            return told
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
        for mention, member in scene.cast.pairs
        if member.kind is MentionKind.PERSON and mention.start < phrase.core.start
    ]
    if head == "campaign" and last:
        return last[-1][1].name
    return max(persons, key=lambda member: len(member.spans)).name if persons else None


def _owner_of_sentence(scene: Scene, phrase: Phrase) -> str | None:
    """Whose spokesman ends a sentence: the body's that it tells of, "Marsh Bank will close, a spokesman said"."""
    before = Span(scene.cast.sentences.start_at(phrase.core.start), phrase.core.start)
    if not scene.text.endswith((", ", ",” ", '," '), *before):
        return None
    if subject := find_subject(scene.cast, before, lambda name: bool(find_body(name)) or may_be_group(name)):
        return speaker_of(subject).source.name
    opening = _OPENS_WITH_BODY.match(scene.text, *before)
    if opening is None or (opening["noun"] or "police") not in BODY_NOUNS:
        return None
    company = find_only_company(scene.cast) if opening["noun"] in COMPANY_NOUNS else None
    known = _owner_described(scene, Span(*opening.span("owner")))
    return known or (company.name if company else drop_article(opening["owner"]).casefold())


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
    is_told_of = starts_definite(found[1]) and bare.islower()
    known = find_known(scene, inner, bare, inner.head.casefold()) if is_told_of else None
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
