"""Whose side a document is on: that of its maker, where the story tells who made it."""

import re

from sayso.records import Source, SourceKind
from sayso.sources.known.gazetteer import find_body
from sayso.sources.lexicon import BODY_HEADS, GROUP_NOUNS, PERSON_NOUNS
from sayso.sources.meaning.companies import find_only_company
from sayso.sources.meaning.naming import speaker_of
from sayso.sources.meaning.speakers import Scene
from sayso.sources.names.mention_kinds import MentionKind
from sayso.sources.names.people import Cast, Member

_NOUN = (
    r"(?:reports?|audit|review|study|survey|poll|letter|memo|memorandum|notes?|summary|count|tally|log|file|assessment|"
    r"inquiry|investigation|statement|draft|analysis|notice|lawsuit|suit|complaint|petition|filings?|disclosure|charter|"
    r"documents?|papers|records?|dossier|minutes|transcript|decree|proposal|request|grievance|tests?|samples?|"
    r"findings|verdict|ruling|resolution|warning|bulletin|results?)"
)
_MADE_BY = re.compile(
    rf"(?:[\w,.'’-]+ )*?{_NOUN} (?:[\w-]+ )*?(?:of|by|from) (?:the |an? )?(?P<maker>.+)", re.IGNORECASE
)
_OWNED = re.compile(rf"(?P<maker>.+?)(?:['’]s|s['’]) (?:[\w-]+ )*{_NOUN}(?: .*)?", re.IGNORECASE)
_NAMED_BEFORE = re.compile(rf"(?P<maker>[A-Z].+) {_NOUN}(?: .*)?")
_OF_PROSECUTORS = re.compile(
    r"\b(?:indictment|charge ?sheet|charging documents?|criminal complaint|arraignment)\b", re.IGNORECASE
)
_OF_PLAINTIFFS = re.compile(r"(?:[\w-]+ )*(?:lawsuit|suit|class[- ]action|civil complaint)s?", re.IGNORECASE)
_OF_COMPANY = re.compile(
    r"\b(?:(?:securities|stock[- ]exchange|regulatory|exchange) (?:filings?|disclosure|notice|statement)|"
    r"(?:filing|disclosure|notice|statement)s? (?:(?:filed |made |sent )?(?:to|with) the )?(?:[\w-]+ ){0,2}exchange)\b",
    re.IGNORECASE,
)
_OF_COURT = re.compile(r"\bcourt (?:records?|documents?|papers|filings?|transcripts?)\b", re.IGNORECASE)
"""What parties and witnesses put there."""
_OBTAINED = re.compile(r"\b(?:seen|obtained|reviewed|examined|found)\b")
_WORD = re.compile(r"[\w-]+")
_OWNER = re.compile(r"\A[A-Z][\w.]*(?: [A-Z][\w.]*)?['’]s? ")
"""Whose a maker is: "Chile's Rain Agency"."""
PLAINTIFFS = "plaintiffs"
_LONGEST_LEAD = 60


def find_maker_of_document(source: Source, scene: Scene) -> Source | None:
    """Who made a document, by its own words or those that the story has for it elsewhere; None where none is told.

    Of "letter of workers" the workers, of an indictment the prosecutors, of a lawsuit the plaintiffs, of a filing to an
    exchange the company.
    """
    words, cast = source.name or "", scene.cast
    if source.kind is not SourceKind.DOCUMENT or _OBTAINED.search(words) or _OF_COURT.search(words):
        return None
    for form in (_MADE_BY, _OWNED, _NAMED_BEFORE):
        if (made := form.fullmatch(words)) and (maker := _maker(made["maker"], cast)):
            return maker
    if _OF_PROSECUTORS.search(words):
        return Source("prosecutors", SourceKind.COLLECTIVE, named_in=source.named_in)
    if _OF_PLAINTIFFS.fullmatch(words):
        return Source(PLAINTIFFS, SourceKind.COLLECTIVE, named_in=source.named_in)
    if _OF_COMPANY.search(words):
        company = find_only_company(cast)
        return speaker_of(company).source if company else None
    noun = re.fullmatch(rf"(?:[\w,.-]+ )*?({_NOUN})", words, re.IGNORECASE)
    return (_owner_elsewhere(noun[1], cast) or _told_in(noun[1], scene)) if noun else None


def _maker(words: str, cast: Cast) -> Source | None:
    """A person or body of the story, or whom words describe by a noun of such."""
    if member := _called(words, cast) or _called(_OWNER.sub("", words), cast):
        return speaker_of(member).source
    if body := find_body(words):
        return Source(body.name, SourceKind.ORGANISATION)
    nouns = [word.casefold() for word in _WORD.findall(words.split(" of ")[0].split(" in ")[0])]
    if not nouns or words[0].isupper() or nouns == ["state"]:
        return None
    kinds = (
        (GROUP_NOUNS, SourceKind.COLLECTIVE),
        (BODY_HEADS, SourceKind.ORGANISATION),
        (PERSON_NOUNS, SourceKind.PERSON),
    )
    kind = next((kind for table, kind in kinds if nouns[-1] in table), None)
    return Source(words, kind) if kind else None


def _called(words: str, cast: Cast) -> Member | None:
    meant = {
        member
        for mention, member in cast.pairs
        if words in (mention.name, member.name) and member.kind in (MentionKind.PERSON, MentionKind.BODY)
    }
    return meant.pop() if len(meant) == 1 else None


def _owner_elsewhere(noun: str, cast: Cast) -> Source | None:
    """The one body whose a story says that such a document is: "the report by the Rain Agency", "its report"."""
    text, makers = cast.text, set()
    for mention, member in cast.pairs:
        if member.kind is not MentionKind.BODY:
            continue
        before = text[max(0, mention.start - _LONGEST_LEAD) : mention.start]
        behind = text[mention.span.end : mention.span.end + _LONGEST_LEAD]
        owns = re.match(rf"['’]s? (?:[\w-]+ ){{0,3}}{noun}\b", behind)
        if owns or re.search(rf"\b{noun} (?:of|by|from) (?:the )?\Z", before):
            makers.add(member)
    return speaker_of(makers.pop()).source if len(makers) == 1 else None


def _told_in(noun: str, scene: Scene) -> Source | None:
    """The one body that speaks in such a document: "the board said in a report that"."""
    sentences = scene.cast.sentences
    ends = (*sentences.starts[1:], len(scene.text))
    within = re.compile(rf"\bin (?:an?|its|their) (?:[\w-]+ ){{0,3}}{noun}\b")
    return scene.only_body(
        lambda heard: within.search(scene.text, heard.at, ends[sentences.number_at(heard.at)]) is not None
    )
