"""The bodies for which officers speak whom a story tells without them: "its chairman", "chief executive Jane Doe"."""

import re
from collections.abc import Callable
from dataclasses import replace

from sayso.records import Source, SourceKind, Span
from sayso.sources.known.gazetteer import find_body, find_country, gender_of
from sayso.sources.lexicon import BODY_NOUNS
from sayso.sources.meaning.companies import COMPANY_NOUNS, find_only_company, is_of_no_table, may_be_company
from sayso.sources.meaning.known_bodies import find_known_body
from sayso.sources.meaning.naming import speaker_of
from sayso.sources.meaning.speakers import Scene
from sayso.sources.names.mention_kinds import MentionKind
from sayso.sources.names.mentions import Mention
from sayso.sources.names.people import Member
from sayso.sources.names.phrases import Phrase
from sayso.sources.offices.local_offices import RANK, level_of
from sayso.sources.offices.state_words import speaks_for_state
from sayso.sources.sides.told_sides import told_role

_BEFORE_CHARS = 240
_OWNING = ("'s", "’s")
_ENDS_DATELINE = (") -", ") –", ") —")
"""What stands behind an agency that a dateline credits: "OSLO (KTA) - "."""
_GOES_ON = re.compile(r" [a-z]+(?<! and)(?<! or)\b")
_LONGEST_ROLE_CHARS = 80
_OFFICER = (
    r"(?:spokes(?:man|woman|person)|(?:vice-)?chair(?:man|woman|person)?|chief(?: executive)?(?: officer)?|ceo|"
    r"(?:managing |sporting |deputy )?director|(?:secretary|director)[- ]general|secretary|"
    r"manager|counsel|lawyer|(?:press|national|regional|branch) officer|organi[sz]er|"
    r"treasurer|president|commissioner|executive|head|boss|leader|founder|owner)"
)
_ITS = re.compile(rf"(?:[a-z]+ ){{0,3}}its (?:[\w-]+ )*{_OFFICER}", re.IGNORECASE)
_ITS_BEFORE = re.compile(rf"\b[Ii]ts (?:[\w-]+ ){{0,3}}{_OFFICER}, (?:[A-Z][\w.]+ ){{1,2}}\Z")
_COMPANY_TITLE = (
    r"(?:chief executive(?: officer)?|ceo|chief (?:financial|operating|technology) officer|managing director|"
    r"financ(?:e|ial) (?:chief|director)|(?:interim|acting) chief|"
    r"head of (?:corporate|public|external|media|investor) (?:affairs|communications|relations))"
)
_BARE_OF_COMPANY = re.compile(
    r"(?:(?:the|its|acting|interim|new|current|longtime|then|group|outgoing|whose|said|says) )*"
    rf"(?:{_COMPANY_TITLE}|founder|chair(?:man|woman) of the board)",
    re.IGNORECASE,
)
_BARE_CHAIR = re.compile(r"(?:the )?(?:(?:supervisory )?board )?chair(?:man|woman)", re.IGNORECASE)
_BARE_SPOKESMAN = re.compile(
    r"(?:(?!(?:campaign|family|military|army|navy|police|government|ministry|presidential)\b)[a-z]+[ ,]+)*"
    r"(?i:spokes(?:man|woman|person))"
)
"""Officers without a word on whose: of the body that spoke last, or that their story is of."""
_OF_STATE = re.compile(r"\b(?:ministry|embassy)\b")
_NOUN = (
    r"(?:company|firm|group|club|union|federation|association|party|charity|airline|carrier|operator|agency|hospital|"
    r"school|university|congregation|order|organi[sz]ation|team|retailer|movement|rebel group)"
)
_CALLED = re.compile(
    rf"(?:.*\bthe |own )?(?P<noun>{_NOUN})(?:['’]s?)? (?:[\w-]+ )*{_OFFICER}|"
    rf".*\b(?:{_OFFICER} (?:of|for)(?: the)?|who (?:leads|heads|chairs|runs) the) (?P<of>{_NOUN})\b.*",
    re.IGNORECASE,
)
"""Officers of what the story calls by a noun: "the group's treasurer", "union president Jane Doe"."""
_SPEAKS_FOR = re.compile(
    r"(?:spokes(?:man|woman|person) for )?(?:an? |the )?(?P<body>(?:[a-z-]+ )*?(?P<noun>(?!campaign\b)[a-z]+))"
    r"(?: spokes(?:man|woman|person))?"
)
"""Who speaks for what the story never names: "spokesman for union", "hospital spokeswoman"."""
_OF_DESCRIBED = re.compile(
    rf"(?:the )?(?!office manager)(?P<body>(?:[A-Za-z]+ )?[a-z]+)(?:['’]s?)? (?:[a-z-]+ )?{_OFFICER}", re.IGNORECASE
)
_BARE_RANK = re.compile(RANK, re.IGNORECASE)
_POLICE = re.compile(r"[A-Z][\w-]+ (?:[A-Z][\w-]+ )*(?:Police|Constabulary)\b")
_OPENS_WITH_BODY = re.compile(
    r"(?:The )?(?P<body>(?:[A-Z][\w.-]+ ){1,3}(?:[a-z-]+ ){0,2}?(?P<noun>[a-z]+)) "
    r"(?:has|have|had|is|was|are|were|will|says?|said|does|did|[a-z]+ed)\b"
)
_SCHOLAR = r"(?:researcher|professor|lecturer|scholar|fellow|engineer|[a-z]{4,}(?:ogist|omist|icist|ntist|orian))"
_NAMED = re.compile(
    r"(?:an? |the )?(?:(?P<owner>[A-Z][\w.]*(?: [A-Z][\w.]*)?)['’]s (?=[A-Z]))?"
    r"(?P<body>[A-Z][\w.&-]*(?:(?: and)? [A-Z][\w.&-]*)*?)(?:['’]s?)? "
    rf"(?:[a-z][\w-]* )*(?:{_OFFICER}|{_SCHOLAR}|lawyer|attorney|analyst|strategist)(?: .*)?"
)
"""Officers of what stands before: "Kettle spokesman", "Kenya's Wildlife Service director"."""


def find_body_led(source: Source, scene: Scene) -> Source | None:
    """The body for which an officer speaks whose role names none that the tables know; None for most sources.

    "Its chairman" is that of the body told of last, "the group's treasurer" that of what the story calls the group,
    "Kettle spokesman Doe" that of the Kettle Works that it names, and a bare chief executive that of the one body that
    the story is of.
    """
    if not source.role and source.named_in and (owner := _owner_before(source.named_in[0], scene)):
        return owner
    is_described = (source.name or "")[:1].islower()
    words = source.role if source.role and not is_described else source.name or ""
    told = told_role(source, scene.text).rsplit(". ", 1)[-1] if source.role and not is_described else words
    if source.named_in and (_ITS.fullmatch(words) or _is_apposed_to_its(source, scene.text)):
        here = _source(_body_in_sentence(source, scene)) or _described_in_sentence(source, scene)
        if near := here or _described_before(source, scene):
            return near
        return _source(_body_before(source, scene) or find_only_company(scene.cast, 1, is_of_no_table))
    called = _CALLED.fullmatch(words) if source.named_in else None
    if called and (body := _body_called((called["noun"] or called["of"]).casefold(), source, scene)):
        return body
    named = _NAMED.fullmatch(source.role or "")
    is_part = named is not None and named["owner"] is not None and not find_country(named["owner"])
    if named and not is_part and (body := _body_named(named["body"], scene)):
        return body
    if (officer := _OF_DESCRIBED.fullmatch(words)) and (body := _body_described(officer["body"], scene)):
        return body
    if source.named_in and _BARE_OF_COMPANY.fullmatch(told):
        return _source(_body_before(source, scene, _is_no_company) or _company_before(source, scene))
    if source.named_in and _BARE_CHAIR.fullmatch(told):
        return _source(_body_before(source, scene))
    speaks = _SPEAKS_FOR.fullmatch(words) if "spokes" in words and not _is_states(words) else None
    if speaks and speaks["noun"] in BODY_NOUNS:
        return Source(speaks["body"], SourceKind.ORGANISATION)
    if _BARE_RANK.fullmatch(words):
        return scene.only_body(lambda heard: _POLICE.search(heard.speaker.source.name or "") is not None)
    if _BARE_SPOKESMAN.fullmatch(told) and not _OF_STATE.search(told):
        return _spoke_right_before(source, scene) or _source(find_only_company(scene.cast, 2, is_of_no_table))
    return None


def _owner_before(name: Span, scene: Scene) -> Source | None:
    """The body or party whose a person is by its name right before: "Kettle Rail's Jane Doe", "Labour's John Roe"."""
    near = scene.cast.between(name.start - _BEFORE_CHARS, name.start)
    mention, member = near[-1] if near else (None, None)
    if mention is None or member is None or scene.text[mention.span.end : name.start].rstrip() not in _OWNING:
        return None
    if member.kind is MentionKind.BODY:
        return speaker_of(member).source
    party = find_body(f"{member.name} Party")
    return Source(party.name, SourceKind.ORGANISATION) if party else None


def _is_states(words: str) -> bool:
    """Tell whether words name an office of a state or place that they do not tell: other stories tell which it is."""
    return level_of(words) is not None or speaks_for_state(words)


def _is_apposed_to_its(source: Source, text: str) -> bool:
    """Tell "its president, Dr Jane Doe", where a title hides the office."""
    start = source.named_in[0].start
    return _ITS_BEFORE.search(text, max(0, start - _LONGEST_ROLE_CHARS), start) is not None


def _source(member: Member | None) -> Source | None:
    return speaker_of(member).source if member else None


def _body_before(source: Source, scene: Scene, left_out: Callable[[Member], bool] | None = None) -> Member | None:
    """The body that spoke or opened a sentence last before an officer, else the one named last.

    Names that only own what is told of ("Kettle's order") are not it, nor are those left out.
    """
    end = source.named_in[0].start
    start = end - _BEFORE_CHARS
    named = [
        (mention, member)
        for mention, member in scene.cast.between(start, end)
        if member.name.casefold() not in BODY_NOUNS and not scene.text.startswith(_ENDS_DATELINE, mention.span.end)
    ]
    near = [pair for pair in named if not (left_out and left_out(pair[1]))]
    spoke = [(each.at, each.speaker.member) for each in scene.heard if start <= each.at < end]
    heard = [(at, member) for at, member in spoke if member and not (left_out and left_out(member))]
    told = [(at, member) for at, member in heard if _may_be_body(member, scene)]
    told += [(each.start, member) for each, member in near if _opens(scene, each) and _may_be_body(member, scene)]
    if told:
        return max(told, key=lambda each: each[0])[1]
    bodies = [pair for pair in near if pair[1].kind is MentionKind.BODY]
    plain = [member for mention, member in bodies if not scene.text.startswith(_OWNING, mention.span.end)]
    return plain[-1] if plain else None


def _company_before(source: Source, scene: Scene) -> Member | None:
    """The only company of a story, if it is named before an officer: not that of "Analysts at Kettle" further down."""
    company = find_only_company(scene.cast)
    return company if company and company.spans[0].start < source.named_in[0].start else None


def _body_in_sentence(source: Source, scene: Scene) -> Member | None:
    """The body named last in an officer's own sentence, before the officer: "On the Rain Agency's part its chief"."""
    end = source.named_in[0].start
    here = scene.cast.between(scene.cast.sentences.start_at(end), end)
    bodies = [
        member
        for mention, member in here
        if mention.kind is MentionKind.BODY and not scene.text.startswith(_ENDS_DATELINE, mention.span.end)
    ]
    return bodies[-1] if bodies else None


def _described_in_sentence(source: Source, scene: Scene) -> Source | None:
    """The body that an officer's sentence opens with, by a noun behind its name: "Marlow emergency hospital has …"."""
    opening = _OPENS_WITH_BODY.match(scene.text, scene.cast.sentences.start_at(source.named_in[0].start))
    is_body = opening is not None and opening["noun"] in BODY_NOUNS and opening.end() < source.named_in[0].start
    return Source(opening["body"], SourceKind.ORGANISATION) if opening and is_body else None


def _spoke_right_before(source: Source, scene: Scene) -> Source | None:
    """The body that spoke in the sentence before that of a spokesman without a word on whose he is."""
    sentences = scene.cast.sentences
    start = source.named_in[0].start if source.named_in else 0
    before = sentences.number_at(start) - 1
    spoke = [each.speaker.source for each in scene.heard if sentences.number_at(each.at) == before]
    return spoke[-1] if spoke and spoke[-1].kind is SourceKind.ORGANISATION else None


def _described_before(source: Source, scene: Scene) -> Source | None:
    """The body that spoke last before an officer, where the story only describes it: "the union"."""
    end = source.named_in[0].start
    spoke = (each.speaker for each in reversed(scene.heard) if end - _BEFORE_CHARS <= each.at < end)
    last = next((speaker for speaker in spoke if speaker.source.kind is SourceKind.ORGANISATION), None)
    return last.source if last and last.member is None and (last.source.name or "").islower() else None


def _opens(scene: Scene, mention: Mention) -> bool:
    """Tell whether a name is the subject of its sentence: it opens it, and a verb follows."""
    opens = mention.start - scene.cast.sentences.start_at(mention.start) <= len("The ")
    return opens and not mention.before and _GOES_ON.match(scene.text, mention.span.end) is not None


def _may_be_body(member: Member, scene: Scene) -> bool:
    """Tell whether a name is a body's, or a word that is one's: no surname, and no word that only opens a sentence."""
    if member.kind is MentionKind.BODY:
        return True
    surnames = {other.name.rsplit(" ", 1)[-1] for other in scene.cast.members() if " " in other.name}
    is_word = member.kind is MentionKind.UNCLEAR and " " not in member.name and len(member.spans) > 1
    return is_word and member.gender is None and not gender_of(member.name) and member.name not in surnames


def _is_no_company(member: Member) -> bool:
    return not may_be_company(member.name)


def _body_called(noun: str, source: Source, scene: Scene) -> Source | None:
    """What a story calls by a noun where an officer of it is named."""
    here = source.named_in[0].start
    at = scene.text.rfind(noun, max(0, here - _LONGEST_ROLE_CHARS), here + _LONGEST_ROLE_CHARS)
    span = Span(at, at + len(noun)) if at >= 0 else source.named_in[0]
    until = replace(scene, heard=[heard for heard in scene.heard if heard.at < span.start])
    phrase = Phrase(span, (), span, Span(span.end, span.end), noun)
    if found := find_known_body(until, phrase, noun, noun):
        return found.source
    if noun in COMPANY_NOUNS and (company := find_only_company(scene.cast)):
        return speaker_of(company).source
    return _body_described(noun, scene)


def _body_described(words: str, scene: Scene) -> Source | None:
    """The one body that speaks in a story and is described by words that end in some: "accident board"."""
    ending = f" {words.casefold()}"
    return scene.only_body(
        lambda heard: f" {heard.speaker.source.name or ''}".partition(" of ")[0].casefold().endswith(ending)
    )


def _body_named(name: str, scene: Scene) -> Source | None:
    """The one body of a story that a name or its first word means."""
    bodies = {
        member
        for mention, member in scene.cast.pairs
        if mention.name == name and member.kind is MentionKind.BODY and name.casefold() not in BODY_NOUNS
    }
    return _source(bodies.pop()) if len(bodies) == 1 else None
