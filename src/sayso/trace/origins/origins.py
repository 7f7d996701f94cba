"""Where chains of reports end: which reports of a claim rest on one utterance, document or unnamed source."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from sayso.records import Origin, Report, SourceKind, day_of
from sayso.sources import STATE, is_state_media
from sayso.trace.finding.days import time_of
from sayso.trace.origins.described import name_described
from sayso.trace.origins.documents import join_documents
from sayso.trace.origins.ends import Ends, Voice
from sayso.trace.origins.known import KnownSource, KnownSources
from sayso.trace.origins.offices import give_offices
from sayso.trace.origins.relays import passes_on
from sayso.trace.origins.speakers import find_speakers, is_vague
from sayso.trace.origins.unnamed import describe_alike

OCCASION_DAYS = 3
FEWEST_OF_AN_OCCASION = 3
"""Reports of one source that lie no further apart in days are taken for one occasion; fewer than three that come later
look back on the one before.

What a source says is reported within a day or two; later stories repeat it, one by one, as what was said before.
"""

SAME_UNNAMED_DAYS = 14
"""Unnamed sources that are described alike within so many days and say the same are taken for one."""

SAME_UNNAMED_SCORE = 0.7
NO_OFFICE_SCORE = 0.75
"""How sure it is that two reports rest on one origin where only the likeness of descriptions, or a government named
without an office say so."""

_RELAYS = frozenset({SourceKind.MEDIA, SourceKind.DOCUMENT})
_GOVERNMENT = "Government of "
_NOT_FOR_NEWS = re.compile(
    r"\b(?:memo(?:s|randums?|randa)?|letters?|emails?|minutes|diar(?:y|ies)|contracts?|invoices?|recordings?|logs|"
    r"(?:internal|leaked|confidential) (?:\w+ )?(?:documents?|notes?|reports?|files?|papers|presentation)|"
    r"drafts?|complaints?|lawsuits?|indictments?|affidavits?|petitions?|charge ?sheets?|"
    r"(?:court|legal|regulatory) (?:filings?|documents?|papers|records))\b"
)
"""What outlets come by, and what is filed: a "report" or a "study" may be the news of others, a memo is none."""


def find_origins(reports: Sequence[Report], known: KnownSources) -> tuple[Origin, ...]:
    """The origins of reports of one stance, those that came first first, what is not recorded last.

    - Reports of one source on one occasion rest on one utterance, however they word it.
    - An unnamed source that stories describe alike is one, as met by one outlet and copied by others; so is a document.
    - Who says that they have it from another source rests on that one; so does a story that names no other.
    - An outlet that is quoted for what others are known to have said passes it on: from the one source whose words came
      through it, else where from is not recorded. So it is with a story that gives no source. State media speak for
      their state.
    - A body that a story only describes is the one of its kind that others name ("a court", "the firm").
    - Where it was judged that a chain ends, it ends.
    - What a story says in its own voice, beside a source that says it too, is that source's.
    """
    voices = join_documents(_join_unnamed(_voices([report for report in reports if _is_recorded(report)], known)))
    first_hand = _first_hand(voices)
    ends = Ends.of(first_hand)
    for voice in voices:
        if voice not in first_hand:
            for report in voice.reports:
                ends.add(report, voice.source)
    recorded = {report.story_id for voice in ends.voices() for report in voice.reports}
    for report in reports:
        if report.is_of_nobody:
            ends.loose.append(report)
        elif not _is_recorded(report) and report.story_id not in recorded:
            ends.add(report, None)
    whole = ends.voices()
    told = {report.story_id for voice in whole for report in voice.reports}
    origins = _name_offices([origin for voice in whole for origin in _by_occasion(voice)])
    origins.sort(key=lambda origin: (origin.since is None, origin.since or "", origin.name or ""))
    left = [report for report in ends.loose if report.is_of_nobody or report.story_id not in told]
    return (*origins, *_not_recorded(left))


def _is_recorded(report: Report) -> bool:
    """Tell whether a report has a source that could be an origin."""
    source = report.rests_on or report.source
    if report.is_of_nobody or source is None or not source.name or source.identity is None:
        return False
    if report.rests_on:
        return True
    return not is_vague(source)


def _voices(reports: Sequence[Report], known: KnownSources) -> list[Voice]:
    said: dict[KnownSource, list[Report]] = {}
    for report, sources in name_described(give_offices(find_speakers(reports, known), known)):
        for source in sources:
            said.setdefault(source, []).append(report)
    return [Voice(source, tuple(some), source.score, source.reason) for source, some in said.items()]


def _first_hand(voices: Sequence[Voice]) -> list[Voice]:
    """Those that pass on nobody's word; of two that refer to each other, the first."""
    kept = [voice for voice in voices if not _is_relay(voice, voices)]
    relays = [voice for voice in voices if voice not in kept]
    whom = {voice.source: _passed_on(voice, voices) for voice in relays}
    return kept + [
        one
        for place, one in enumerate(relays)
        if any(whom[one.source] == {other.source} and whom[other.source] == {one.source} for other in relays[place:])
    ]


def _passed_on(voice: Voice, voices: Sequence[Voice]) -> set[KnownSource | None]:
    """Whose word a source passes on, of those who are no outlets and no documents."""
    others = [other.source for other in voices if other is not voice and other.source.kind not in _RELAYS]
    return {passes_on(report, voice.source, others) for report in voice.reports}


def _is_relay(voice: Voice, voices: Sequence[Voice]) -> bool:
    """Tell whether a source passes on what another one said: its own words say so, or it is an outlet beside others."""
    if any(report.rests_on for report in voice.reports):
        return False
    others = [other.source for other in voices if other is not voice and other.source.kind not in _RELAYS]
    if voice.source.kind in _RELAYS and not _is_first_hand(voice.source) and not is_state_media(voice.source.name):
        return bool(others)
    if any(STATE in side for side in voice.source.sides):
        return False
    return all(passes_on(report, voice.source, others) for report in voice.reports)


def _is_first_hand(source: KnownSource) -> bool:
    """Tell whether a document is an origin: its maker is told, or it is one that was not written for the news."""
    if source.kind is not SourceKind.DOCUMENT:
        return False
    return source.sides != (source.name,) or _NOT_FOR_NEWS.search(source.name) is not None


def _join_unnamed(voices: list[Voice]) -> list[Voice]:
    """Unnamed sources that are described alike within some days of one another are one."""
    kept = [voice for voice in voices if voice.source.kind is not SourceKind.ANONYMOUS]
    for alike in describe_alike(voices):
        of = {id(report): voice.source for voice in alike for report in voice.reports}
        for run in _runs(sorted((r for voice in alike for r in voice.reports), key=_time), SAME_UNNAMED_DAYS):
            first = of[id(run[0])]
            one = len({of[id(report)] for report in run}) == 1
            score = first.score if one else SAME_UNNAMED_SCORE
            reason = first.reason if one else "unnamed, described alike within a fortnight"
            names = frozenset(name for report in run for name in of[id(report)].names)
            kept.append(Voice(replace(first, names=names), tuple(run), score, reason))
    return kept


def _name_offices(origins: list[Origin]) -> list[Origin]:
    """A government that is named without an office, with the office of it that said the same at that time.

    Of several offices it is the one with most reports.
    """
    kept = [origin for origin in origins if not _is_government(origin)]
    for vague in (origin for origin in origins if _is_government(origin)):
        meant = [place for place, origin in enumerate(kept) if origin.sides == vague.sides and _meet(origin, vague)]
        if meant:
            office = max(meant, key=lambda place: (len(kept[place].reports), kept[place].name or ""))
            kept[office] = _joined(kept[office], vague)
        else:
            kept.append(vague)
    return kept


def _is_government(origin: Origin) -> bool:
    return (origin.name or "").startswith(_GOVERNMENT)


def _meet(one: Origin, other: Origin) -> bool:
    """Tell whether the days of two origins lie no further apart than those of one."""
    if not (one.since and one.until and other.since and other.until):
        return False
    apart = max(date.fromisoformat(one.since), date.fromisoformat(other.since)) - min(
        date.fromisoformat(one.until), date.fromisoformat(other.until)
    )
    return apart.days <= OCCASION_DAYS


def _joined(office: Origin, government: Origin) -> Origin:
    reports = sorted((*office.reports, *government.reports), key=_time)
    score, reason = min(office.score, NO_OFFICE_SCORE), f"{office.reason}; {government.name} named without an office"
    return _with_facts(office.name, office.kind, office.sides, score, reason, reports)


def _by_occasion(voice: Voice) -> list[Origin]:
    occasions: list[list[Report]] = []
    for run in _runs(sorted(voice.reports, key=_time), OCCASION_DAYS):
        if occasions and len(run) < FEWEST_OF_AN_OCCASION:
            occasions[-1] += run
        else:
            occasions.append(run)
    return [_origin(voice, run) for run in occasions]


def _origin(voice: Voice, run: Sequence[Report]) -> Origin:
    source = voice.source
    return _with_facts(source.name, source.kind, source.sides, voice.score, voice.reason, run)


def _not_recorded(reports: Sequence[Report]) -> list[Origin]:
    """What no chain of reports leads on from, as one entry without a side."""
    if not reports:
        return []
    return [_with_facts(None, None, (), 1.0, "no story tells whose word it is", sorted(reports, key=_time))]


def _with_facts(
    name: str | None, kind: SourceKind | None, sides: tuple[str, ...], score: float, reason: str, run: Sequence[Report]
) -> Origin:
    reports = _best_of_each_story(run)
    told = [report for report in reports if report.source and report.source.name] or reports
    best = max(told, key=lambda report: report.score)
    days = [day for report in run if (day := day_of(report.published))]
    judged = {one.reason: None for report in run for one in report.judged if one.reason not in reason}
    return Origin(
        name=name,
        kind=kind,
        sides=sides,
        since=min(days, default=None),
        until=max(days, default=None),
        certainty=best.certainty,
        evidence=best.evidence,
        best=best,
        reports=reports,
        score=score,
        reason="; ".join((reason, *judged)),
    )


def _best_of_each_story(run: Sequence[Report]) -> tuple[Report, ...]:
    """One report for each story, in their order: joined origins may stand in one story both."""
    best: dict[str, Report] = {}
    for report in run:
        if report.story_id not in best or report.score > best[report.story_id].score:
            best[report.story_id] = report
    return tuple(best.values())


def _runs(reports: list[Report], most_days: int) -> list[list[Report]]:
    """Reports in time cut where more days lie between two; undated ones belong to the first run."""
    runs: list[list[Report]] = []
    last: date | None = None
    for report in reports:
        if told := day_of(report.published):
            day = date.fromisoformat(told)
            if last is None or (day - last).days > most_days:
                runs.append([])
            runs[-1].append(report)
            last = day
    undated = [report for report in reports if not day_of(report.published)]
    return [[*runs[0], *undated], *runs[1:]] if runs else [undated]


def _time(report: Report) -> tuple[bool, str, str, str, str]:
    """What reports are put in order by: their time, and what tells those of one story apart."""
    source = report.source.name if report.source and report.source.name else ""
    return (*time_of(report), source, report.words)


Finder = Callable[[Sequence[Report]], tuple[Origin, ...]]
"""Tells the origins of some reports."""
