"""The words of sayso as frozen records: what every stage takes and gives.

Offsets are [start, end) characters into a story's text exactly as stored, everywhere. Dates and times are ISO 8601
text, as exact as they came ("2024-12-14" or "2024-12-14T09:30:00+02:00"); what is not known is None.
"""

from sayso.records.attributions import ROLES, Assertion, Attribution, Reading, Speech, Told
from sayso.records.claims import Compared, Proposition, Relation
from sayso.records.faults import Fault
from sayso.records.following import Followed, Seen
from sayso.records.grades import Certainty, Clause, Event, Evidence, Grade, Ground, Polarity
from sayso.records.judgements import VERDICTS, Judgement, JudgementKind, Verdict
from sayso.records.lineage import Extent, Lineage, Parent, ReuseKind
from sayso.records.marks import Mark, MarkKind
from sayso.records.moments import day_of, moment_of
from sayso.records.origins import Count, Origin, Report, Stance, Standing, Turn, Variant
from sayso.records.prints import TextPrint
from sayso.records.revisions import Change, Revision
from sayso.records.sources import Identity, Source, SourceKind
from sayso.records.spans import Span, join_words
from sayso.records.statements import Run, Statement
from sayso.records.stories import Rejection, Story

__all__ = [
    "ROLES",
    "VERDICTS",
    "Assertion",
    "Attribution",
    "Certainty",
    "Change",
    "Clause",
    "Compared",
    "Count",
    "Event",
    "Evidence",
    "Extent",
    "Fault",
    "Followed",
    "Grade",
    "Ground",
    "Identity",
    "Judgement",
    "JudgementKind",
    "Lineage",
    "Mark",
    "MarkKind",
    "Origin",
    "Parent",
    "Polarity",
    "Proposition",
    "Reading",
    "Rejection",
    "Relation",
    "Report",
    "ReuseKind",
    "Revision",
    "Run",
    "Seen",
    "Source",
    "SourceKind",
    "Span",
    "Speech",
    "Stance",
    "Standing",
    "Statement",
    "Story",
    "TextPrint",
    "Told",
    "Turn",
    "Variant",
    "Verdict",
    "day_of",
    "join_words",
    "moment_of",
]
