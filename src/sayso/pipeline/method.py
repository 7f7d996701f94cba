"""How sayso reads: the stages in their order, and the one place that writes what they found to a ledger."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sayso.attribution.model import AttributionModel
from sayso.attribution.reader import Passage, read_attributions
from sayso.cleaning import clean, spans_to_skip
from sayso.ledger import Added, Ledger
from sayso.records import Reading, Rejection, Run, Story
from sayso.settings import LANGUAGES_READ
from sayso.version import __version__


def read_story(model: AttributionModel, story: Story) -> Reading:
    """Clean and attribute one story."""
    marks = clean(story)
    if story.language not in LANGUAGES_READ:
        unread = f"written in {story.language or 'an unknown language'}, which is not read yet"
        return Reading(story, marks, attributions=(), unread=unread)
    return Reading(story, marks, read_attributions(model, Passage(story.text, spans_to_skip(marks))))


def read_stories(model: AttributionModel, items: Iterable[Story | Rejection]) -> Iterator[Reading | Rejection]:
    """Read a stream of stories, in order, passing on those that could not be had."""
    for item in items:
        yield read_story(model, item) if isinstance(item, Story) else item


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one story: how it was added (and why it was not read, if so), or why it was rejected."""

    added: Added | None = None
    unread: str | None = None
    rejection: Rejection | None = None


def add_stories(ledger: Ledger, model: AttributionModel, items: Iterable[Story | Rejection]) -> Iterator[Outcome]:
    """Read stories into a ledger, each in a transaction of its own; those that it holds are not read again.

    Raises:
        LedgerError: the ledger itself cannot be written; what was yielded before is in it.
    """
    run = Run(code_version=__version__, model=model.name)
    for item in items:
        if isinstance(item, Rejection):
            yield Outcome(rejection=item)
        elif ledger.holds(item):
            yield Outcome(Added.UNCHANGED)
        else:
            reading = read_story(model, item)
            yield Outcome(ledger.add(reading, run), reading.unread)
