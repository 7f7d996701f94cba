"""From the records of sayso to what an assistant is told: less, and each word with its place."""

from collections.abc import Sequence
from typing import TypeVar

from sayso.agents.answers import NOTICE, ReadingAnswer, StatementsAnswer
from sayso.agents.cards import (
    Found,
    OriginCard,
    ParentCard,
    Quote,
    Said,
    Shared,
    SourceCard,
    Speaker,
    StoryCard,
    Told,
)
from sayso.ledger import SourceRecord, Statements
from sayso.records import (
    Attribution,
    Judgement,
    Origin,
    Parent,
    Reading,
    Report,
    Source,
    Span,
    Statement,
    Story,
    Verdict,
    join_words,
)
from sayso.trace import PLAIN_SHARE

LONGEST_QUOTE_CHARS = 600
"""Longer words are told up to here, with how many characters are left out: of the 1,687 contents in the demo's stories
2 are longer. The largest page of 25 from there has 26,000 characters."""

STRETCHES_TOLD = 3
NAMES_TOLD = 8

One = TypeVar("One")


def page_of(items: Sequence[One], limit: int, offset: int) -> tuple[tuple[One, ...], int]:
    """Some of many, and how many come after them."""
    shown = tuple(items[offset : offset + limit])
    return shown, max(0, len(items) - offset - limit)


def tell_quote(words: str, spans: Sequence[Span]) -> Quote:
    """Words with their place, the first of them where they are many."""
    places = tuple((start, end) for start, end in spans)
    return Quote(words[:LONGEST_QUOTE_CHARS], places, max(0, len(words) - LONGEST_QUOTE_CHARS))


def tell_story(story: Story) -> StoryCard:
    """A story without its text."""
    return StoryCard(story.id, story.title, story.outlet, story.published, story.address, story.note)


def tell_speaker(source: Source) -> Speaker:
    """A resolved source."""
    return Speaker(
        source.name, str(source.kind), source.role, source.side, source.identity.key if source.identity else None
    )


def tell_said(text: str, attribution: Attribution) -> Said:
    """An attribution in a text."""
    return _said(
        attribution,
        join_words(text, attribution.source),
        join_words(text, attribution.cue),
        join_words(text, attribution.content),
    )


def tell_found(statement: Statement) -> Found:
    """A statement of the ledger."""
    story = StoryCard(
        statement.story_id, statement.title, statement.outlet, statement.published, statement.url, statement.note
    )
    said = _said(statement.attribution, statement.source, statement.cue, statement.content, statement.judged)
    return Found(story, said)


def _said(attribution: Attribution, source: str, cue: str, content: str, judged: Judgement | None = None) -> Said:
    grade = attribution.grade
    return Said(
        speaker=tell_speaker(attribution.who) if attribution.who else None,
        source=tell_quote(source, attribution.source),
        cue=tell_quote(cue, attribution.cue),
        content=tell_quote(content, attribution.content),
        speech=str(attribution.speech),
        certainty=str(grade.certainty) if grade else None,
        polarity=str(grade.polarity) if grade else None,
        evidence=str(grade.evidence) if grade else None,
        denied=bool(grade and grade.denied),
        negated=bool(grade and grade.negated),
        via=grade.via if grade else (),
        score=round(attribution.score, 3),
        judged=_tell_judgement(judged) if judged else None,
    )


def _tell_judgement(judgement: Judgement) -> str:
    """Whose words an analyst took them for: "Ann Lee’s words, judged by ed: his address"."""
    whose = "nobody’s words" if judgement.verdict is Verdict.NOBODY else f"{judgement.name}’s words"
    return f"{whose}, {judgement.reason}"


def tell_report(report: Report) -> Told:
    """A report of a claim in its story, which may have been forgotten since the claim was traced."""
    story = StoryCard(report.story_id, report.title, report.outlet, report.published, report.url, report.note)
    return Told(
        story=story,
        speaker=report.source.name if report.source else None,
        stance=str(report.stance),
        words=tell_quote(report.words, report.proposition.spans),
        certainty=str(report.certainty),
        evidence=str(report.evidence),
        via=report.via,
        score=round(report.score, 3),
        judged=tuple(judgement.reason for judgement in report.judged),
    )


def tell_origin(part: str, origin: Origin) -> OriginCard:
    """An origin with its best report; `part` is what its reports are asked for by."""
    return OriginCard(
        part=part,
        name=origin.name,
        kind=str(origin.kind) if origin.kind else None,
        sides=origin.sides,
        since=origin.since,
        until=origin.until,
        certainty=str(origin.certainty),
        evidence=str(origin.evidence),
        plain=origin.best.score >= PLAIN_SHARE,
        reports=len(origin.reports),
        best=tell_report(origin.best),
        score=round(origin.score, 3),
        reason=origin.reason,
    )


def tell_parent(parent: Parent, child: Story, story: StoryCard) -> ParentCard:
    """A parent of a story, with the longest words that both share."""
    longest = sorted(parent.extents, key=lambda extent: extent.here.start - extent.here.end)
    shown, left = page_of(longest, STRETCHES_TOLD, 0)
    shared = tuple(
        Shared(tell_quote(one.here.of(child.text), [one.here]), (one.there.start, one.there.end)) for one in shown
    )
    return ParentCard(story, parent.reason, round(parent.confidence, 3), shared, left)


def tell_source(record: SourceRecord) -> SourceCard:
    """A source of the ledger, with some of its names."""
    names, names_left = page_of(record.names, NAMES_TOLD, 0)
    sides, sides_left = page_of(record.sides, NAMES_TOLD, 0)
    return SourceCard(
        record.identity,
        record.name,
        record.kind,
        names,
        names_left,
        sides,
        sides_left,
        record.statements,
        record.stories,
    )


def tell_reading(reading: Reading, story: StoryCard | None, limit: int, offset: int) -> ReadingAnswer:
    """Some of the statements of a story."""
    shown, left = page_of(reading.attributions, limit, offset)
    return ReadingAnswer(
        notice=NOTICE,
        story=story,
        unread=reading.unread,
        statements=tuple(tell_said(reading.story.text, one) for one in shown),
        total=len(reading.attributions),
        left=left,
        next_offset=offset + limit if left else None,
    )


def tell_statements(found: Statements, limit: int, offset: int) -> StatementsAnswer:
    """Some of the statements that were found."""
    shown, left = page_of(found, limit, offset)
    return StatementsAnswer(NOTICE, tuple(map(tell_found, shown)), len(found), left, offset + limit if left else None)
