"""What answers a question: words on what it names, in the month and by the speaker that it asks for."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from sayso.ledger import Ledger
from sayso.records import Report, SourceKind, Stance, Story
from sayso.trace.finding.candidates import Candidate
from sayso.trace.finding.kin import DOER_NAMED_SHARE, NAMED_SHARE, find_kin
from sayso.trace.finding.names import ClaimName, find_names, find_surnames, names_allow
from sayso.trace.finding.periods import Month, may_be_on
from sayso.trace.finding.questions import Question
from sayso.trace.origins.known import KnownSource, KnownSources
from sayso.trace.standing import PLAIN_SHARE


def on_the_matter(ledger: Ledger, question: Question, found: Sequence[Candidate]) -> list[Candidate]:
    """Those that may be on the month that is asked for, of stories on what is named in the question."""
    stories = {one.story.id: one.story for one in found}
    people = {who.name for one in found if (who := one.who) and who.name and who.kind is SourceKind.PERSON}
    doer = find_surnames(question.claim, [story.text for story in stories.values()], people)
    stories = _naming(ledger, doer, stories, DOER_NAMED_SHARE)
    meant = _naming(ledger, find_names(question.claim), stories, NAMED_SHARE)
    return [
        one for one in found if one.story.id in meant and (question.month is None or _may_be_on(question.month, one))
    ]


def _naming(
    ledger: Ledger, names: tuple[ClaimName, ...], stories: Mapping[str, Story], named_share: float
) -> dict[str, Story]:
    """The stories that have some names, and those of the same event without them."""
    if not names:
        return dict(stories)
    named = {key: story for key, story in stories.items() if names_allow(names, f"{story.title or ''} {story.text}")}
    others = {key: story for key, story in stories.items() if key not in named}
    kin = find_kin(named, others, ledger.count_texts, named_share)
    return {key: story for key, story in stories.items() if key in named or key in kin}


def _may_be_on(month: Month, candidate: Candidate) -> bool:
    story = candidate.story
    return may_be_on(month, candidate.proposition.sentence.of(story.text), candidate.around, story.published)


def answering(
    question: Question, reports: Sequence[Report], speakers: frozenset[KnownSource], known: KnownSources
) -> Iterator[Report]:
    """The reports that answer a question: of whom it asks for alone, and denials as support where it asks for these.

    All denials of a claim count, and so do all that support a claim that it is false.
    """
    for report in reports:
        if question.speaker and not (report.is_ruled or _is_by(report, speakers, known)):
            continue
        denies = report.stance is Stance.DENIES
        if question.is_denial and denies:
            yield replace(report, stance=Stance.SUPPORTS, score=max(report.score, PLAIN_SHARE))
        elif not question.is_denial and (not denies or _is_in_a_mouth(report)):
            yield report


def _is_in_a_mouth(report: Report) -> bool:
    """Tell whether words are a source's: a story that says otherwise in its own voice denies nothing."""
    return (
        report.is_ruled or report.rests_on is not None or (report.source is not None and report.source.name is not None)
    )


def _is_by(report: Report, speakers: frozenset[KnownSource], known: KnownSources) -> bool:
    return report.source is not None and bool(speakers.intersection(known.speakers(report.source)))
