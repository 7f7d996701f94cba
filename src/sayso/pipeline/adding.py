"""The one place that writes what is read to a ledger."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from sayso.attribution.model import AttributionModel
from sayso.ledger import Added, Ledger
from sayso.ledger.forget import find_forgotten
from sayso.ledger.forgotten import Forgotten
from sayso.pipeline.readers import Reader, ReaderHere
from sayso.records import Reading, Rejection, Run, Story
from sayso.version import __version__


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one story: how it was added (and why it was not read, if so), or why it was rejected.

    `story` is it, where it came to be read; `statements` counts what was read in it now; `forgotten` tells why it is
    left out, where it was forgotten before.
    """

    added: Added | None = None
    unread: str | None = None
    rejection: Rejection | None = None
    story: Story | None = None
    statements: int = 0
    forgotten: Forgotten | None = None


def add_stories(
    ledger: Ledger, model: AttributionModel, items: Iterable[Story | Rejection], reader: Reader | None = None
) -> Iterator[Outcome]:
    """Read stories into a ledger, each in a transaction of its own; those that it holds or forgot are not read again.

    Args:
        ledger: Where they are written.
        model: What reads them.
        items: The stories, and what could not be had.
        reader: What reads several at once with that model; without it each is read in its turn.

    Raises:
        LedgerError: the ledger itself cannot be written; what was yielded before is in it.
    """
    run, reader = Run(code_version=__version__, model=model.name), reader or ReaderHere(model)
    begun: deque[Outcome | _Begun] = deque()
    for item in items:
        begun.append(_begin(ledger, item, reader))
        if len(begun) > reader.ahead:
            yield _end(ledger, run, begun.popleft())
    while begun:
        yield _end(ledger, run, begun.popleft())


@dataclass(frozen=True, slots=True)
class _Begun:
    """A story that is being read, and what waits for its reading."""

    story: Story
    wait: Callable[[], Reading]


def _begin(ledger: Ledger, item: Story | Rejection, reader: Reader) -> Outcome | _Begun:
    if isinstance(item, Rejection):
        return Outcome(rejection=item)
    if ledger.holds(item):
        return Outcome(Added.UNCHANGED, story=item)
    if forgotten := find_forgotten(ledger, item):
        return Outcome(Added.FORGOTTEN, story=item, forgotten=forgotten)
    return _Begun(item, reader.begin(item))


def _end(ledger: Ledger, run: Run, begun: Outcome | _Begun) -> Outcome:
    if isinstance(begun, Outcome):
        return begun
    story, reading = begun.story, begun.wait()
    added = ledger.add(reading, run)
    if added is Added.UNCHANGED:  # it came twice, the second time while the first was read
        return Outcome(added, story=story)
    forgotten = find_forgotten(ledger, story) if added is Added.FORGOTTEN else None  # while it was read
    return Outcome(added, reading.unread, story=story, statements=len(reading.attributions), forgotten=forgotten)
