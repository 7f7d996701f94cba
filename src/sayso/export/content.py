"""What is carried off: all stories of a ledger, one of them, or those that a claim is traced through."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from sayso.ledger import Ledger, SourceRecord
from sayso.ledger.judged_statements import find_judged
from sayso.ledger.kept import Kept, find_kept, list_story_ids
from sayso.records import (
    Identity,
    Judgement,
    JudgementKind,
    Lineage,
    Reading,
    Source,
    SourceKind,
    Stance,
    Story,
    Verdict,
)
from sayso.reuse import ReuseIndex
from sayso.trace import Trace

STORIES_AT_ONCE = 200
"""So many stories are in memory at a time: with their texts a few megabytes."""


def tell_nobody(count: int) -> None:
    """Take note of nothing."""


@dataclass(frozen=True, slots=True)
class Part:
    """One story as it is carried off.

    Attributes:
        reading: It, with all that was read in it, without raw bytes.
        kept: How the ledger holds it.
        lineage: Where its text comes from.
        judged: What was decided on whose words a statement's are, by the statement's place among them.
    """

    reading: Reading
    kept: Kept
    lineage: Lineage
    judged: Mapping[int, Judgement]

    @property
    def story(self) -> Story:
        """The story."""
        return self.reading.story

    def speaker(self, place: int) -> Source | None:
        """Whose words a statement's are: as judged, else as read; None where they are no source's."""
        who, judgement = self.reading.attributions[place].who, self.judged.get(place)
        if judgement is None:
            return who
        if judgement.verdict is Verdict.NOBODY:
            return None
        if who and who.identity and who.identity.key == judgement.other:
            return who
        kind, _, _ = judgement.other.partition(":")
        return Source(
            name=judgement.name or None,
            kind=SourceKind.ORGANISATION if kind == "body" else SourceKind(kind),
            reason=judgement.reason,
            identity=Identity(judgement.other, judgement.name or None, judgement.reason, 1.0),
        )


@dataclass(frozen=True, slots=True)
class Content:
    """What is carried off.

    Attributes:
        ledger: Where it lies.
        story_ids: Its stories.
        lineages: Where their texts come from, by story.
        is_whole: Whether it is all that the ledger holds.
        has_extents: Whether the lineages tell which words are shared.
        trace: The claim, where it is one.
    """

    ledger: Ledger
    story_ids: tuple[str, ...]
    lineages: Mapping[str, Lineage]
    is_whole: bool = False
    has_extents: bool = True
    trace: Trace | None = None

    def parts(self, tell: Callable[[int], None] = tell_nobody) -> Iterator[Part]:
        """Its stories, in order, a few in memory at a time; without those that are forgotten meanwhile.

        Args:
            tell: Called with the number of stories passed on, now and again.

        Raises:
            LedgerError: a story is damaged.
        """
        judgements = self.ledger.judgements(JudgementKind.ATTRIBUTION)
        for start in range(0, len(self.story_ids), STORIES_AT_ONCE):
            ids = self.story_ids[start : start + STORIES_AT_ONCE]
            with self.ledger.one_state():
                readings, kept = self.ledger.readings(ids), find_kept(self.ledger.connection, ids)
            for one in ids:
                if reading := readings.get(one):
                    yield Part(reading, kept[one], self.lineages[one], find_judged(reading, judgements))
            tell(len(ids))

    def stances(self) -> dict[tuple[str, int], Stance]:
        """What statements do with the claim, by their story and their place in it; {} where there is no claim."""
        if self.trace is None:
            return {}
        told = [report for one in (*self.trace.origins, *self.trace.denials) for report in one.reports]
        return {
            (report.story_id, report.proposition.attribution): report.stance
            for report in (*told, *self.trace.no_comment)
            if report.proposition.attribution is not None
        }

    def sources(self) -> Iterator[SourceRecord]:
        """Who speaks in its stories; the counts are those of the whole ledger."""
        every = self.ledger.sources()
        if self.is_whole:
            yield from every
        else:
            present = {
                one.who.identity.key
                for part in self.parts()
                for one in part.reading.attributions
                if one.who and one.who.identity
            }
            yield from (source for source in every if source.identity in present)

    def judgements(self) -> Iterator[Judgement]:
        """All that was decided on its stories, superseded decisions too."""
        stories = set(self.story_ids)
        for one in self.ledger.judgements_made():
            if self.is_whole or one.one in stories or one.other in stories:
                yield one


def whole_ledger(ledger: Ledger, *, with_extents: bool = False) -> Content:
    """All that a ledger holds.

    Args:
        ledger: It.
        with_extents: Whether to set out which words stories share; over many stories that takes long.

    Raises:
        LedgerError: it cannot be read.
    """
    index = ReuseIndex(ledger)
    index.update()
    lineages = {one.story_id: one for one in index.lineage_of_all(with_extents=with_extents)}
    ids = tuple(story_id for story_id in list_story_ids(ledger.connection) if story_id in lineages)
    return Content(ledger, ids, lineages, is_whole=True, has_extents=with_extents)


def one_story(ledger: Ledger, story_id: str) -> Content:
    """A story.

    Raises:
        UsageError: the ledger holds no such story.
        LedgerError: it cannot be read.
    """
    ledger.reading(story_id)
    return _some(ledger, (story_id,), None)


def one_claim(ledger: Ledger, trace: Trace) -> Content:
    """A claim with the stories that report it, deny it or tell that nothing was said on it.

    Raises:
        LedgerError: the ledger cannot be read.
    """
    silent = (report.story_id for report in trace.no_comment)
    return _some(ledger, tuple(dict.fromkeys((*trace.support, *trace.deny, *silent))), trace)


def _some(ledger: Ledger, story_ids: tuple[str, ...], trace: Trace | None) -> Content:
    index = ReuseIndex(ledger)
    index.update()
    lineages = {one.story_id: one for one in index.lineage_of(story_ids)}
    return Content(ledger, story_ids, lineages, trace=trace)
