"""Tracing a claim, first version: who made statements on it, when, in how many reports, and in how many texts.

Reports that copy one another are counted each by itself and, beside that, once as a text. Whether separate texts rest
on one origin is not told here: `Trace.corrected_for_copying` says so.
"""

import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from sayso.frames import make_frame
from sayso.ledger import Ledger, order_by_time
from sayso.records import Certainty, Evidence, Grade, JudgementKind, Polarity, Statement
from sayso.shapes import statement_shape
from sayso.trace.groups import SourceStatements, group_by_source
from sayso.trace.query import content_words
from sayso.trace.texts import TracedText, find_texts

if TYPE_CHECKING:
    import pandas

MOST_WORDS_SHARE = 2 / 3
"""Share of a query's words that is enough where no statement has all of them.

Chosen on the 76 stories of one event (North Korean soldiers in the Kursk region), each sentence with a cue of saying
taken for a statement, and questions of five and six words: two thirds leave the statements on the question (2 to 28
stories), half of the words whatever is on the event (37 to 56 stories); a question on something else finds none.
"""

_DAY_CHARS = len("2024-12-14")
_PLAIN = Grade(Certainty.CERTAIN, Polarity.POSITIVE, Evidence.UNSPECIFIED, denied=False, negated=False, via=())


class Matched(StrEnum):
    """How much of a query the statements of a trace have."""

    ALL_WORDS = "all words"
    MOST_WORDS = "most words"


@dataclass(frozen=True, slots=True)
class Trace:
    """The statements on a query, by source, with plain counts.

    Attributes:
        query: What was asked.
        as_of: The last day that counts, as the outlets date it; None for all, undated stories too.
        matched: Whether the statements have all words of the query or, there being none such, most of them.
        groups: Statements by source, the source who comes first in time first; those of unnamed sources last.
        reports: Distinct stories.
        outlets: Distinct outlets.
        sources: Distinct sources that stories name or describe.
        unnamed: Statements for which the story gives no source.
        support, deny, silent: Ids of the stories in which a source says it, says that it is false, or says nothing on
            it ("no comment"); a story may be in several.
        texts: The separate texts in which it is said: a story and its copies are one, in time.
        corrected_for_copying: Whether the counts of reports, outlets and sources leave copies out: they do not.
    """

    query: str
    as_of: date | None
    matched: Matched
    groups: tuple[SourceStatements, ...]
    reports: int
    outlets: int
    sources: int
    unnamed: int
    support: tuple[str, ...]
    deny: tuple[str, ...]
    silent: tuple[str, ...]
    texts: tuple[TracedText, ...] = ()
    corrected_for_copying: bool = False

    def to_frame(self) -> "pandas.DataFrame":
        """A row for each statement, group by group; `group` is the name that it goes by, if any.

        Raises:
            UsageError: pandas is not installed.
        """
        return make_frame(
            {"group": group.name, **statement_shape(statement)}
            for group in self.groups
            for statement in group.statements
        )


def trace(ledger: Ledger, query: str, as_of: date | None = None) -> Trace:
    """Gather the statements on a query from a ledger.

    Args:
        ledger: Where to look.
        query: Words or a question ("did North Korean soldiers fight in Kursk"); question words do not count.
        as_of: Leave out stories published or changed after this day, and undated ones.

    Returns:
        The trace; with zeros where there is no statement.

    Raises:
        UsageError: The query holds no word.
        LedgerError: The ledger cannot be read.
    """
    matched, found = _find(ledger, query, as_of)
    ordered = tuple(order_by_time(found))
    groups = group_by_source(ordered, ledger.judgements(JudgementKind.SAME_SOURCE))
    return Trace(
        query=query,
        as_of=as_of,
        matched=matched,
        groups=groups,
        reports=len({statement.story_id for statement in found}),
        outlets=len({statement.outlet.casefold() for statement in found if statement.outlet}),
        sources=sum(group.name is not None for group in groups),
        unnamed=sum(len(group.statements) for group in groups if group.name is None),
        support=_stories(ordered, lambda grade: not (grade.denied or grade.negated)),
        deny=_stories(ordered, lambda grade: grade.denied),
        silent=_stories(ordered, lambda grade: grade.negated),
        texts=find_texts(ledger, ordered),
    )


def _stories(statements: Iterable[Statement], wanted: Callable[[Grade], bool]) -> tuple[str, ...]:
    """The stories with a statement of the wanted grade, in order; what was never graded counts as said."""
    grades = ((statement.story_id, statement.attribution.grade or _PLAIN) for statement in statements)
    return tuple(dict.fromkeys(story_id for story_id, grade in grades if wanted(grade)))


def _find(ledger: Ledger, query: str, as_of: date | None) -> tuple[Matched, list[Statement]]:
    words = content_words(query)
    looked_for = " ".join(words)
    found = _published_by(ledger.search(looked_for), as_of)
    if found:
        return Matched.ALL_WORDS, found
    enough = math.ceil(len(words) * MOST_WORDS_SHARE)
    found = _published_by(ledger.search(looked_for, at_least=enough), as_of)
    return (Matched.MOST_WORDS if found else Matched.ALL_WORDS), found


def _published_by(statements: Iterable[Statement], as_of: date | None) -> list[Statement]:
    if as_of is None:
        return list(statements)
    return [statement for statement in statements if _is_published_by(statement, as_of)]


def _is_published_by(statement: Statement, as_of: date) -> bool:
    """A text counts from its last change on: nobody knows which of its words stood before.

    A story known by its month alone ("2024-12") has no day that could be counted.
    """
    days = [(moment or "")[:_DAY_CHARS] for moment in (statement.published, statement.modified or statement.published)]
    return all(len(day) == _DAY_CHARS and day <= as_of.isoformat() for day in days)
