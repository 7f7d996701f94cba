"""Which body or medium "the agency", "the company" or "the newspaper" is: one named, called so or heard before."""

import re
from dataclasses import replace

from sayso.records import Source, SourceKind, Span
from sayso.sources.known.gazetteer import find_body, find_country
from sayso.sources.lexicon import BODY_HEADS, DOCUMENT_NOUNS, MEDIA_NOUNS
from sayso.sources.meaning.companies import (
    find_last_company,
    find_only_company,
    find_subject,
    may_be_company,
    may_be_group,
)
from sayso.sources.meaning.last_medium import last_named_medium
from sayso.sources.meaning.naming import speaker_of
from sayso.sources.meaning.speakers import Scene, Speaker, find_described
from sayso.sources.names.mention_kinds import MentionKind
from sayso.sources.names.people import Member
from sayso.sources.names.phrases import Phrase
from sayso.sources.names.runs import LINKS
from sayso.text.word_tables import word_table

_ONE_OF_MANY = frozenset({"government", "police", "army", "military", "administration"})
"""What every country has, so that the last one named need not be meant."""
_OF_A_LEADER = frozenset({"administration", "campaign"})
"""What news calls by a name once and then without it: "the Novak administration"."""
_COMPANIES = frozenset(
    ["company", "firm", "manufacturer", "maker", "retailer", "startup", "carmaker", "automaker", "giant"]
)
_TRADES = _COMPANIES | {"airline", "carrier", "operator", "club", "chain", "utility", "insurer", "lender", "planemaker"}
_OF_A_TRADE = re.compile(r"(?:[a-z-]+ )*giant|(?:[a-z-]+ )*[a-z-]+ing (?:[a-z]+ )?(?:service|platform)")
"""What news calls a company by its trade, "the streaming giant", "the ride-hailing service": the company."""
_PANELS = frozenset({"Panel", "Committee", "Subcommittee", "Commission", "Appeals", "Circuit"})
_NAMED_WITH = {
    "panel": _PANELS,
    "museum": frozenset({"Museum", "Institute", "Gallery", "Arts"}),
    "gallery": frozenset({"Gallery", "Museum"}),
    "hospital": frozenset({"Hospital", "Infirmary", "Clinic", "Medical"}),
    "university": frozenset({"University", "College", "Institute"}),
    "school": frozenset({"School", "Academy", "College", "University"}),
    "institution": frozenset({"University", "College", "Institute", "Institution", "Museum"}),
    "airline": frozenset({"Airline", "Airlines", "Airways", "Air"}),
    "carrier": frozenset({"Airlines", "Airways", "Air"}),
    "bank": frozenset({"Bank", "Banks", "Bankers", "Reserve"}),
    "union": frozenset({"Union", "Unions", "Workers", "Teamsters"}),
    "church": frozenset({"Church", "Churches", "Diocese", "Archdiocese"}),
    "tribunal": frozenset({"Tribunal", "Court"}),
    "force": frozenset({"Police", "Constabulary", "Force"}),
}
"""What stands in the names of bodies that news calls by a noun."""
_OF_MEMBERS = frozenset({"union", "federation"})
"""What is called so in its name, or by an acronym."""
_GROUPS = frozenset({"group", "organisation", "organization", "charity", "nonprofit", "non-profit"})
_SECOND_NAMES_OF_BODIES = _TRADES | {
    "agency",
    "watchdog",
    "regulator",
    "organisation",
    "organization",
    "department",
    "bureau",
    "charity",
    "alliance",
}
_GENERIC_BODIES = (
    _SECOND_NAMES_OF_BODIES
    | MEDIA_NOUNS
    | frozenset(
        ["group", "union", "party", "committee", "council", "commission", "board", "office", "service", "body", "team"]
    )
)
"""What news calls a body of almost any name."""
_MANY_MEDIA = frozenset({"media", "press", "news", "newspapers", "outlets", "papers", "broadcasters", "publications"})
_PARTY = re.compile(
    r"\b(?:Democrats|Republicans|Conservatives|Liberals|Tories|Greens|Labour|Socialists|Communists|Nationalists|"
    r"Unionists)\b"
)
_COMMON_MODIFIERS = frozenset(["same", "state", "national", "new", "local", "of", "and", "news", "wire"])
_OTHER = word_table("other second third rival parent sister holding shell target opposing opposition another similar")
"""What tells that another than the one told of last is meant: "the parent company"."""
_BASED = re.compile(r"(?:[A-Z][\w.]* ){0,3}[A-Z][\w.]*-based ")
_ONLY_DESCRIBES = re.compile(r"[\w]+-[\w-]+|\w+(?:ous|ed)")
"""What says how a body is and, said but once, tells it from no other: "the three-judge court", "the embattled firm"."""
_ACTS = (" Act", " Bill", " Law", " Treaty", " Agreement")
OWNED = word_table(
    "family campaign office spokesperson spokesman spokeswoman aides associates relatives publicist agent widow"
)
"""What is somebody's, who is named elsewhere where these words stand alone."""


def find_known_body(scene: Scene, phrase: Phrase, bare: str, head: str) -> Speaker | None:
    """The last body or medium named before that has this noun in its name, or was called so; else the last one heard.

    Args:
        scene: The story and who was heard in it.
        phrase: A definite phrase.
        bare: Its words without the article.
        head: Its head noun, in small letters.
    """
    if head not in BODY_HEADS and (head not in MEDIA_NOUNS or head in _MANY_MEDIA) and not _OF_A_TRADE.fullmatch(bare):
        return _so_named(scene, phrase, head) if bare.casefold() == head else None
    bare = _BASED.sub("", bare)
    if len(bare.split()) > 2 and not bare.islower():
        return None
    if head in OWNED and head != "office":
        return None
    if head in _OF_A_LEADER and bare.casefold() == head and (called := _called_so(scene, phrase, head)):
        return called
    if head in _ONE_OF_MANY and bare.casefold() != head:
        return None
    if head in _ONE_OF_MANY:
        return find_described(scene, head, phrase.core.start)
    if _OF_A_TRADE.fullmatch(bare):
        bare = head = "company"
    telling = set(bare.casefold().split()) - _COMMON_MODIFIERS - {head}
    telling |= {word for body in map(find_body, bare.split()[:-1]) if body for word in body.name.casefold().split()}
    telling = {word for word in telling if not _ONLY_DESCRIBES.fullmatch(word) or _is_said_twice(scene, word)}
    if fitting := _named_so(scene, phrase, head, telling):
        spoke = {heard.speaker.member for heard in scene.heard if heard.at < phrase.core.start}
        member = next((member for member in fitting if member in spoke), fitting[0])
        return speaker_of(member, 0.85, f'"the {head}": the last one of that name')
    names = {word for word in bare.split()[:-1] if word[0].isupper()}
    if (called := _called_so(scene, phrase, head)) and names.issubset((called.source.name or "").split()):
        return called
    if head in OWNED:
        return None
    if head == "party" and not telling and (party := _party_told(scene, phrase)):
        return party
    of_a_kind = bare.islower() or find_country(bare.split()[0]) is not None
    if head in _TRADES | _GROUPS and of_a_kind and telling.isdisjoint(_OTHER):
        telling = set()  # "the aid group", "the oil company", "the German airline": of what kind it is
        sentence = Span(scene.cast.sentences.start_at(phrase.core.start), phrase.core.start)
        if subject := find_subject(scene.cast, sentence, may_be_group if head in _GROUPS else may_be_company):
            return speaker_of(subject, 0.7, f'"the {head}": what the sentence speaks of')
    if found := _find_near(scene, phrase, head, telling) or _subject_near(scene, phrase, head, telling):
        return found
    only = find_only_company(scene.cast) if head in _TRADES and not telling else None
    return speaker_of(only, 0.5, f'"the {head}": the one that the story is of') if only else None


def _so_named(scene: Scene, phrase: Phrase, head: str) -> Speaker | None:
    """What has any other noun for the head of its name: "the initiative", "the catechism", "the agreement"."""
    for mention, member in reversed(scene.cast.between(0, phrase.core.start)):
        first, *rest = member.name.casefold().split()
        is_head = rest and (rest[-1] == head or (first == head and rest[0] in LINKS))
        if is_head and mention.kind not in (MentionKind.PERSON, MentionKind.PLACE):
            found = speaker_of(member, 0.85, f'"the {head}": the last one of that name')
            kind = SourceKind.DOCUMENT if head in DOCUMENT_NOUNS else found.source.kind
            return replace(found, source=replace(found.source, kind=kind))
    return None


def _named_so(scene: Scene, phrase: Phrase, head: str, telling: set[str]) -> list[Member]:
    """Bodies named before with this noun in their name or in what the story says of them, last first."""
    nouns = _NAMED_WITH.get(head, {head.capitalize(), f"{head.capitalize()}s"})
    heads = _COMPANIES if head in _COMPANIES else {head}
    fitting = []
    for mention, member in reversed(scene.cast.between(0, phrase.core.start)):
        central = telling == {"central"} and head == "bank" and _is_central_bank(member.name)
        if head == "house" and member.name == "White House":
            continue  # "the House" is that of Representatives
        if telling and not central and telling.isdisjoint({*member.words, *member.name.casefold().split()}):
            continue
        told = not heads.isdisjoint(member.words)
        own = not nouns.isdisjoint(_name_spelt(member)) or (member.kind is not MentionKind.PERSON and told)
        named_so = mention.kind not in (MentionKind.PERSON, MentionKind.PLACE) and (" " in member.name or told)
        if own and named_so and speaker_of(member).source.kind is not SourceKind.COLLECTIVE:
            fitting.append(member)
    return fitting


def _name_spelt(member: Member) -> list[str]:
    """The words of a body's name, also those that an acronym of the tables stands for: "the Bureau" is the FBI."""
    body = find_body(member.name) if member.name.isupper() else None
    return [*member.name.split(), *(body.name.split() if body else ())]


def _party_told(scene: Scene, phrase: Phrase) -> Speaker | None:
    """The party that its members' name stands for: of those the last one heard, or the only one that is named."""
    heard = [each.speaker.source.name for each in scene.heard if each.at < phrase.core.start]
    named = set(_PARTY.findall(scene.text, 0, phrase.core.start))
    last = next((name for name in reversed(heard) if name and _PARTY.fullmatch(name)), None)
    name = last or (named.pop() if len(named) == 1 else None)
    if name is None:
        return None
    source = Source(name, SourceKind.ORGANISATION, reason='"the party": by the name of its members', score=0.6)
    return Speaker(source, words=frozenset({"party"}))


def _is_central_bank(name: str) -> bool:
    """Tell the Bank of Chile, the Reserve Bank or the Fed from other banks."""
    place = name.partition("Bank of ")[2]
    if "Reserve" in name or "Central Bank" in name:
        return True
    return place not in ("", "America") and bool(find_body(name) or find_country(place))


def _find_near(scene: Scene, phrase: Phrase, head: str, telling: set[str]) -> Speaker | None:
    """The last body heard that may be called so; else the last one named in this sentence or the two before."""
    of_news = phrase.left.of(scene.text).casefold().endswith(("news agency", "wire service", "news service"))
    is_medium = of_news or (head in MEDIA_NOUNS and head != "agency")
    wanted = SourceKind.MEDIA if is_medium else SourceKind.ORGANISATION
    kinds = {SourceKind.MEDIA, SourceKind.ORGANISATION} if head == "agency" else {wanted}
    for heard in reversed(scene.heard[-6:]):
        if heard.at >= phrase.core.start or heard.speaker.source.kind not in kinds:
            continue
        name = heard.speaker.source.name or ""
        member = heard.speaker.member
        may_be = may_be_company if head in _TRADES else may_be_group if head in _GROUPS else None
        if may_be and not may_be(member.name if member else name):
            continue
        if head in _OF_MEMBERS and not name.isupper() and head not in heard.speaker.words:
            continue
        bare_fits = (
            head in _GENERIC_BODIES
            and (not telling or wanted is SourceKind.MEDIA)
            and (heard.speaker.member or name[:1].isupper())
        )
        if bare_fits or telling & {*heard.speaker.words, *name.casefold().split()}:
            source = replace(heard.speaker.source, reason=f'"the {head}": the last such body that spoke', score=0.6)
            return replace(heard.speaker, source=source)
    if wanted is SourceKind.MEDIA and not telling and (medium := last_named_medium(scene, phrase, head)):
        return medium
    return _last_named_body(scene, phrase, head, telling)


def _is_said_twice(scene: Scene, word: str) -> bool:
    """Tell whether a word, in small letters, stands more than once, so that it may tell one body from another."""
    return len(re.findall(rf"\b{re.escape(word)}\b", scene.text.casefold())) > 1


def _last_named_body(scene: Scene, phrase: Phrase, head: str, telling: set[str]) -> Speaker | None:
    """The last body named in this sentence or the two before, whether it spoke or not; of a company any such name."""
    if head not in _SECOND_NAMES_OF_BODIES | _GROUPS or telling:
        return None
    here = scene.cast.sentences.number_at(phrase.core.start)
    start = scene.cast.sentences.starts[max(0, here - 2)]
    near = Span(start, phrase.core.start)
    if head in _TRADES and (company := find_last_company(scene.cast, near)):
        return speaker_of(company, 0.5, f'"the {head}": the last such body named')
    if head in _TRADES:
        return None
    bodies = [member for _, member in scene.cast.between(*near) if _is_body(member)]
    bodies = [member for member in bodies if head not in _GROUPS or may_be_group(member.name)]
    return speaker_of(bodies[-1], 0.5, f'"the {head}": the last such body named') if bodies else None


def _is_body(member: Member) -> bool:
    """Tell a body, also by the tables where a name of one word leaves it open: "the Taliban"; an act is none."""
    if member.name.endswith(_ACTS):
        return False
    return member.kind is MentionKind.BODY or (
        member.kind is MentionKind.UNCLEAR and find_body(member.name) is not None
    )


def _subject_near(scene: Scene, phrase: Phrase, head: str, telling: set[str]) -> Speaker | None:
    """A body that opens this sentence or the one before: "Tide Force will run, the party said"."""
    if telling or head in _ONE_OF_MANY or head in _OF_MEMBERS:
        return None
    sentences = scene.cast.sentences
    number = sentences.number_at(phrase.core.start)
    for start in sentences.starts[max(0, number - 1) : number + 1][::-1]:
        for mention, member in scene.cast.between(start, min(start + len("The "), phrase.core.start) + 1):
            may_be_body = member.kind in (MentionKind.BODY, MentionKind.UNCLEAR) and member.gender is None
            is_label = any(turn.span.start <= mention.start < turn.span.end for turn in scene.turns)
            if may_be_body and len(member.spans) > 1 and not (mention.before or is_label):
                found = speaker_of(member, 0.5, f'"the {head}": what the sentence speaks of')
                is_medium = head in MEDIA_NOUNS or found.source.kind is SourceKind.MEDIA
                kind = SourceKind.MEDIA if is_medium else SourceKind.ORGANISATION
                return replace(found, source=replace(found.source, kind=kind))
    return None


def _called_so(scene: Scene, phrase: Phrase, head: str) -> Speaker | None:
    """The last one called by a name and this noun: "the Tidal Mills project", then "the project"."""
    named = re.compile(rf"(?<![.!?“\"] )(?<!\w)(?:The )?((?!The )(?:[A-Z][\w-]+ )+{re.escape(head)})\b")
    for found in reversed(list(named.finditer(scene.text, 0, phrase.core.start))):
        start = found.start(1)
        is_of_a_country = find_country(found[1].removesuffix(head).strip()) is not None
        if scene.cast.sentences.start_at(start) != start and not is_of_a_country:
            source = Source(found[1], SourceKind.ORGANISATION, named_in=(Span(*found.span(1)),), score=0.8)
            return Speaker(replace(source, reason=f'"the {head}": called so before'), words=frozenset({head}))
    return None
