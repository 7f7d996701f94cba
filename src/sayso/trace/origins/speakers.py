"""Whose word each report is: where a story gives the same words, or words within words, to several sources."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import combinations

from sayso.records import Report, Source, SourceKind, Span
from sayso.sources import STATE
from sayso.sources.meaning.introduced import LEAD_CHARS
from sayso.text.word_tables import word_table
from sayso.trace.origins.known import KnownSource, KnownSources

_VAGUE_NAMES = frozenset({"report", "media", "social media", "rumors", "rumours", "sources"})
_REPORTS = re.compile(r"(?:[a-z]+ )?reports")
"""Whose they are is not said: "subsequent reports"."""
_FURNITURE = frozenset(
    {"getty images", "shutterstock", "alamy", "istock", "wibbitz", "latest", "more", "read more", "photo", "video"}
)
"""Credits of pictures and words of a page that are read as names: "Jane Doe MORE (R-Ohio) said", "The Latest on"."""
_VAGUE_GROUPS = word_table("analysts experts observers critics commentators many some most others people")
_BEFORE_PREPOSITION = re.compile(r"(?:[\w-]+ )*?(?P<noun>[\w-]+)(?= (?:on|in|of|from|with|who|across|around)\b|$)")
_UNNAMED = re.compile(r"\b(?:unnamed|unidentified|anonymous|source|sources|familiar|condition|knowledge)\b")

Spoken = tuple[Report, tuple[KnownSource, ...]]


def find_speakers(reports: Sequence[Report], known: KnownSources) -> list[Spoken]:
    """Whose word each report of a claim is; a report whose words are another's falls away.

    - What somebody says that another said is the word of the one who told it ("Beijing said no, according to a senior
      official"), unless that other one is known to have said it where nobody stands between.
    - The same words of one story are one source's: of two, the one who says so in more stories.
    - Whom a lead describes is the one person whom the story then names for the same ("A US prosecutor said …").
    """
    spoken = [(report, known.speakers(who)) for report in reports if (who := report.rests_on or report.source)]
    return _name_described(_give_words_once(_give_to_tellers(spoken, known)))


def is_vague(source: Source) -> bool:
    """Tell whether a source is so vague that nobody could be asked: "reports", "most analysts", a number."""
    name = source.name or ""
    if not any(map(str.isalpha, name)):
        return True
    if name.casefold() in _VAGUE_NAMES | _FURNITURE or _REPORTS.fullmatch(name):
        return True
    if source.kind is not SourceKind.COLLECTIVE or not name.islower():
        return False
    head = _BEFORE_PREPOSITION.match(name)
    return head is not None and head["noun"] in _VAGUE_GROUPS


def _give_to_tellers(spoken: list[Spoken], known: KnownSources) -> list[Spoken]:
    told = [(report, sources, known.middleman(report)) for report, sources in spoken]
    first_hand = {source for _, sources, teller in told if teller is None for source in sources}
    return [
        (report, sources if teller is None or first_hand & set(sources) else (teller,))
        for report, sources, teller in told
    ]


def _give_words_once(spoken: list[Spoken]) -> list[Spoken]:
    often = Counter(source for _, sources in spoken for source in sources)
    dropped: set[int] = set()
    for (one, (report, sources)), (other, (also, others)) in combinations(enumerate(spoken), 2):
        if report.story_id != also.story_id or sources == others or report.rests_on or also.rests_on:
            continue
        if _overlap(report.proposition.spans, also.proposition.spans):
            count, count_other = (max((often[s] for s in some), default=0) for some in (sources, others))
            if count != count_other:
                dropped.add(one if count < count_other else other)
    return [each for place, each in enumerate(spoken) if place not in dropped]


def _overlap(one: Iterable[Span], other: Iterable[Span]) -> bool:
    """Tell whether most of the shorter words stand in the others too."""
    one, other = tuple(one), tuple(other)
    shared = sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in one for b in other)
    return 2 * shared > min(sum(span.end - span.start for span in spans) for spans in (one, other))


def _name_described(spoken: list[Spoken]) -> list[Spoken]:
    by_story: dict[str, list[Spoken]] = {}
    for one in spoken:
        by_story.setdefault(one[0].story_id, []).append(one)
    return [(report, _meant(report, sources, by_story[report.story_id])) for report, sources in spoken]


def _meant(report: Report, sources: tuple[KnownSource, ...], beside: Sequence[Spoken]) -> tuple[KnownSource, ...]:
    """Who a described source of the lead is, by the one person whom the story names for the same further down."""
    if report.rests_on or report.proposition.sentence.start > LEAD_CHARS or not all(map(_is_described, sources)):
        return sources
    named = {
        source
        for other, others in beside
        for source in others
        if source.kind is SourceKind.PERSON
        and not _is_described(source)
        and other.proposition.sentence.start > report.proposition.sentence.start
    }
    states = {side for source in sources for side in source.sides if STATE in side}
    fitting = [source for source in named if not states or states & set(source.sides)]
    return (fitting[0],) if len(named) == 1 and fitting else sources


def _is_described(source: KnownSource) -> bool:
    """Tell whether a source is one person who is only described, and not said to be unnamed."""
    words = source.name.split()
    return source.kind is SourceKind.PERSON and bool(words) and words[-1].islower() and not _UNNAMED.search(source.name)
