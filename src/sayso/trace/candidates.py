"""The propositions of a ledger's stories that may be on a claim."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sayso.claims.passages import Passage
from sayso.claims.propositions import find_propositions, passage_of, sentences_around, words_of
from sayso.ledger import Ledger
from sayso.records import Attribution, MarkKind, Proposition, Reading, Story, join_words
from sayso.text.sentences import find_sentences
from sayso.trace.days import first_day
from sayso.trace.query import weigh_words

ENOUGH_SHARE = 0.25
"""Stories whose words weigh so much of what the query's weigh may be on it.

Of the 252 stories that support or deny one of 28 claims of one event (76 stories) 249 do, of 121 of small families all;
at 0.4 it is 236 and 114.
"""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A proposition of a story with what is needed to compare and to report it.

    `around` is its sentence with those beside it.
    """

    story: Story
    proposition: Proposition
    attribution: Attribution | None
    words: str
    around: str
    passage: Passage


def find_candidates(ledger: Ledger, query: str, as_of: date | None) -> list[Candidate]:
    """The propositions of all stories that have enough of a query's words, story by story."""
    weights = weigh_words(ledger, query)
    if not weights:
        return []
    readings = map(ledger.reading, ledger.find_stories(weights, ENOUGH_SHARE * sum(weights.values())))
    return [
        candidate
        for reading in readings
        if as_of is None or is_published_by(reading.story, as_of)
        for candidate in propositions_of(reading)
    ]


def propositions_of(reading: Reading) -> Iterable[Candidate]:
    """The propositions of one story."""
    text, title = reading.story.text, reading.story.title
    skip = [mark.span for mark in reading.marks if mark.kind is not MarkKind.DAMAGE]
    sentences = find_sentences(text)
    for proposition in find_propositions(text, reading.attributions, skip):
        attribution = None if proposition.attribution is None else reading.attributions[proposition.attribution]
        said = _said(text, attribution) if attribution else ""
        passage = passage_of(text, title, proposition, said)
        around = sentences_around(text, proposition, sentences)
        yield Candidate(reading.story, proposition, attribution, words_of(text, proposition), around, passage)


def _said(text: str, attribution: Attribution) -> str:
    """By whom and how: the source's resolved name and the cue."""
    name = attribution.who.name if attribution.who else None
    return " ".join(filter(None, (name, join_words(text, attribution.cue))))


def is_published_by(story: Story, as_of: date) -> bool:
    """Tell whether a story's text stood by a day, that day included; an undated one by none."""
    day = first_day(story.published, story.modified)
    return day is not None and day <= as_of.isoformat()
