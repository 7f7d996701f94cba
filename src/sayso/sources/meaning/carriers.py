"""What only carries words: a statement, a post or a web site of X is X."""

import re
from dataclasses import replace

from sayso.records import Source, SourceKind, Span
from sayso.sources.known.gazetteer import find_country
from sayso.sources.lexicon import CARRIER_NOUNS, INDEFINITE, POSSESSIVE_DETERMINERS, PREPOSITIONS
from sayso.sources.meaning.naming import speaker_of
from sayso.sources.meaning.speakers import Scene, Speaker
from sayso.sources.names.media import is_kind_of_media
from sayso.sources.names.mention_kinds import MentionKind
from sayso.sources.names.people import Member
from sayso.sources.names.phrases import Phrase
from sayso.text.word_tables import word_table

_BY = re.compile(r"(?:\b(?:by|from|of|on|for)\s+)(?:the official )?", re.IGNORECASE)
_ONLY_READ = re.compile(r"\b(?:seen|viewed|obtained|reviewed|examined) by\b")
"""Behind a text that is not of whoever is named next: "a report seen by the Harbour Herald"."""
_MADE_BY = re.compile(r"\bby (?:the official )?|^(?:from|of) ")
_FROM = re.compile(r" (?:from|by|of) (?:the )?")
_ISSUED = re.compile(
    r"(?:,[^,.;]{2,60},)? (?:has |have |had |also |later |then )?(?:issued|released|published|posted|sent|put out) "
)
_TO_NAME_CHARS = 40
_SPEAK_FOR = re.compile(
    r"(?:\w+ ){0,2}(?:lawyers|attorneys|solicitors|representatives|family|relatives|parents) (?:for|of) ", re.IGNORECASE
)
"""Several whose statement it may be: "lawyers for Jane Doe"."""
_FIRST_WORD = re.compile(r"\w+")
_NEWS = word_table("report reports article articles story stories editorial editorials headline piece profile coverage")
"""What an outlet publishes of its own: "an article in the Harbour Herald" is the Harbour Herald."""
_UNNAMED_OF_OUTLETS = frozenset(("correspondent", "reporter"))
_ONE_OF = ("a ", "an ", "A ", "An ")
_PUBLISHED = re.compile(
    r"(?: [A-Z]\w+day)?(?: (?:first |originally |also )?(?:published|posted|printed|running|appearing|that ran))?"
    r" (?:by|in|from|of|on|at) (?:the )?"
)
_PLATFORM = re.compile(r"\b(?:telegram|twitter|facebook|youtube|instagram|weibo|tiktok|social media)\b", re.IGNORECASE)
_ON_PLATFORM = re.compile(rf"on (?:[\w-]+ )*{_PLATFORM.pattern}", re.IGNORECASE)
_BEFORE_PLATFORM = re.compile(rf"(?:an? |the )?(?P<owner>.*?) ?{_PLATFORM.pattern}\Z", re.IGNORECASE)
_PLACES_ON_PLATFORMS = frozenset(("channel", "feed", "group", "profile"))
_PLACES_OF_POSTS = frozenset(("account", "website", "site", "page", "blog"))
"""What is nobody's who spoke before where it is told of first: "a hacked account"."""
_POSTED = frozenset(("post", "tweet", "message"))
_FURTHER = frozenset(("another", "second", "third", "fourth"))
"""Of a post that it is one more, and so of nobody who spoke before: "another post"."""
_STATE_BODIES = word_table("military army navy police ministry")
_PLURAL_REPORTS = frozenset(("reports", "statements", "comments", "posts", "tweets", "remarks", "messages", "releases"))


def carried_by(scene: Scene, phrase: Phrase) -> Span | None:
    """Where X stands in "a statement by X" and "X's website"; None where the phrase is of another kind."""
    head = phrase.head.casefold()
    if phrase.head[:1].isupper() and _ends_name_of_medium(scene, phrase):
        return None
    is_only_read = _ONLY_READ.search(scene.text, *phrase.core) is not None
    if not is_only_read and (outlet := _publisher(scene, phrase, head)):
        return outlet
    on_platform = head in _PLACES_ON_PLATFORMS and bool(
        _PLATFORM.search(scene.text, phrase.left.start, phrase.rest.end)
    )
    if head not in CARRIER_NOUNS and head not in _PLURAL_REPORTS and not on_platform:
        return None
    stands_on = on_platform and _ON_PLATFORM.fullmatch(scene.text, *phrase.rest)
    by = (
        None
        if stands_on or is_only_read
        else _MADE_BY.search(scene.text, *phrase.rest) or _BY.match(scene.text, *phrase.rest)
    )
    if by and by.end() < phrase.rest.end and scene.text[by.end() : phrase.rest.end].split()[0] not in PREPOSITIONS:
        return Span(by.end(), phrase.rest.end)
    first = _FIRST_WORD.match(scene.text, *phrase.left)
    if first and first[0].casefold() in POSSESSIVE_DETERMINERS:
        return Span(*first.span())
    possessor = re.match(r"(.+?)['’]s? (?:[\w-]+ ){0,3}[\w-]+$", phrase.left.of(scene.text))
    if possessor:
        return Span(phrase.left.start, phrase.left.start + possessor.end(1))
    before = [mention for mention, _ in scene.cast.between(*phrase.left) if mention.span.end < phrase.left.end]
    if before and is_kind_of_media(before[-1].name):
        return None  # "Media reports"
    if before and find_country(before[-1].name):
        return None  # a country's statement is its government's
    if before and scene.text[before[-1].span.end : phrase.left.end].casefold().split()[-1:] == [head]:
        return _without_platform(scene.text, Span(phrase.left.start, before[-1].span.end))
    return None


def _ends_name_of_medium(scene: Scene, phrase: Phrase) -> bool:
    """Tell whether a noun ends an outlet's name: of "The Herald and Harbour Post" no post is the first one's."""
    near = scene.cast.between(*phrase.left)
    return bool(near) and near[-1][1].kind is MentionKind.MEDIA and near[-1][0].span.end == phrase.left.end


def _without_platform(text: str, owner: Span) -> Span | None:
    """Whose channel it is: Tide Watch of "the Tide Watch Telegram channel", nobody of "a Telegram channel"."""
    named = _BEFORE_PLATFORM.match(text, *owner)
    if named is None:
        return owner
    return Span(*named.span("owner")) if named["owner"] else None


def _publisher(scene: Scene, phrase: Phrase, head: str) -> Span | None:
    """The outlet whose article, report or unnamed correspondent it is, named before the noun or right behind it."""
    own = head in _UNNAMED_OF_OUTLETS and not phrase.appositions and phrase.left.of(scene.text).startswith(_ONE_OF)
    if head not in _NEWS and not own:
        return None
    for mention, member in scene.cast.between(*phrase.core):
        leads = mention.span.end < phrase.left.end
        is_outlet = member.kind is MentionKind.MEDIA and not is_kind_of_media(mention.name)
        if is_outlet and (leads or _PUBLISHED.fullmatch(scene.text, phrase.left.end, mention.span.start)):
            article = len("the ") * scene.text.endswith(("the ", "The "), 0, mention.span.start)
            return Span(mention.span.start - article, mention.span.end)  # "The Post": the word alone is a noun
    return None


def _named_maker(scene: Scene, phrase: Phrase) -> Member | None:
    """Who "issued a statement" in this sentence, or whose it is by the words behind: "a statement from Jane Doe"."""
    text, core = scene.text, phrase.core
    if behind := _FROM.match(text, core.end):
        near = scene.cast.between(behind.end(), behind.end() + _TO_NAME_CHARS)
        return near[0][1] if near and near[0][0].start == behind.end() else None
    start = scene.cast.sentences.start_at(core.start)
    for mention, member in reversed(scene.cast.between(start, core.start)):
        if _ISSUED.fullmatch(text, mention.span.end, core.start):
            return member
    return None


def find_going_round(scene: Scene, phrase: Phrase, head: str) -> Speaker | None:
    """The text that "the message" is where the story told of "a message circulating on WhatsApp", which is nobody's."""
    told = re.compile(
        rf"\b[Aa]n? (?P<text>(?:[\w-]+ ){{0,2}}{head} (?:that (?:is |was |has been )?)?"
        r"(?:circulat|shar|spread|forward|mak|go)\w+\b[^.,;\n]{0,40}? (?:on|via|through|in|over) [A-Z]\w+)"
    )
    found = list(told.finditer(scene.text, 0, phrase.core.start))
    if not found:
        return None
    span = Span(*found[-1].span("text"))
    source = Source(span.of(scene.text), SourceKind.DOCUMENT, named_in=(span,), reason="as told of before", score=0.7)
    return Speaker(source, words=frozenset({head}))


def find_maker(scene: Scene, phrase: Phrase, bare: str) -> Speaker | None:
    """Whose "the statement" is: a country's government, or the last body or person heard."""
    body = bare.rpartition(" ")[0]
    if " " in body and body.rsplit(" ", 1)[-1] in _STATE_BODIES:
        own = Source(body, SourceKind.ORGANISATION, named_in=(phrase.core,), reason="its statement", score=0.8)
        return Speaker(own, words=frozenset(body.casefold().split()))
    if country := next((find_country(word) for word in bare.split() if find_country(word)), None):
        source = Source(
            f"Government of {country.name_in_text}", SourceKind.ORGANISATION, reason="its statement", score=0.8
        )
        return Speaker(source, words=frozenset({"government"}))
    if named := _named_maker(scene, phrase):
        return speaker_of(named, 0.8, "its statement")
    first, *rest = phrase.core.of(scene.text).casefold().split()
    is_another = phrase.head.casefold() in _POSTED and not _FURTHER.isdisjoint((first, *rest))
    if is_another or (phrase.head.casefold() in _PLACES_OF_POSTS and first in INDEFINITE):
        return None
    before = [heard.speaker for heard in scene.heard if heard.at < phrase.core.start][-4:]
    if before and before[-1].source.kind is SourceKind.COLLECTIVE and _SPEAK_FOR.match(before[-1].source.name or ""):
        return replace(before[-1], source=replace(before[-1].source, reason="the last to speak before", score=0.7))
    for kind in (SourceKind.ORGANISATION, SourceKind.PERSON):
        for speaker in reversed(before):
            if speaker.source.kind is kind:
                return replace(speaker, source=replace(speaker.source, reason="the last to speak before", score=0.7))
    told = _maker_told_before(scene, phrase) if " " not in bare else None
    return speaker_of(told, 0.7, "its statement") if told else None


def _maker_told_before(scene: Scene, phrase: Phrase) -> Member | None:
    """Whose "a statement from the Tide Agency" was that is told of before: "the statement" is that one."""
    noun = re.compile(rf"\b{re.escape(phrase.head.casefold())}{_FROM.pattern}")
    ends = [found.end() for found in noun.finditer(scene.text, 0, phrase.core.start)]
    near = scene.cast.between(ends[-1], ends[-1] + _TO_NAME_CHARS) if ends else []
    return near[0][1] if near and near[0][0].start == ends[-1] else None
