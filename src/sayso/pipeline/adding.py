"""The one place that writes what is read to a ledger."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from sayso.attribution.network.model import AttributionModel
from sayso.errors import SaysoError
from sayso.ledger import Added, Ledger
from sayso.ledger.forget import find_forgotten
from sayso.ledger.forgotten import Forgotten
from sayso.ledger.prepared import PreparedReading
from sayso.pipeline.readers import Reader, ReaderHere
from sayso.records import Rejection, Run, Story
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
    """Read stories into a ledger, each wholly or not at all; those that it holds or forgot are not read again.

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
        if len(begun) >= reader.ahead + reader.together:
            yield from _end(ledger, run, [begun.popleft() for _ in range(reader.together)])
    while begun:
        yield from _end(ledger, run, [begun.popleft() for _ in range(min(reader.together, len(begun)))])


@dataclass(frozen=True, slots=True)
class _Begun:
    """A story that is being read, and what waits for its reading."""

    story: Story
    wait: Callable[[], PreparedReading]


def _begin(ledger: Ledger, item: Story | Rejection, reader: Reader) -> Outcome | _Begun:
    if isinstance(item, Rejection):
        return Outcome(rejection=item)
    if ledger.holds(item):
        return Outcome(Added.UNCHANGED, story=item)
    if forgotten := find_forgotten(ledger, item):
        return Outcome(Added.FORGOTTEN, story=item, forgotten=forgotten)
    return _Begun(item, reader.begin(item))


def _end(ledger: Ledger, run: Run, some: Sequence[Outcome | _Begun]) -> Iterator[Outcome]:
    """Write stories in one transaction; one by one where that fails, so that only what cannot be written is not."""
    readings = [one.wait() for one in some if isinstance(one, _Begun)]
    try:
        written = iter(ledger.add_prepared(readings, run))
    except SaysoError:
        written = (ledger.add_prepared([one], run)[0] for one in readings)
    waiting = iter(readings)
    for one in some:
        yield one if isinstance(one, Outcome) else _tell(ledger, next(waiting), next(written))


def _tell(ledger: Ledger, reading: PreparedReading, added: Added) -> Outcome:
    story = reading.story
    if added is Added.UNCHANGED:  # it came twice, the second time while the first was read
        return Outcome(added, story=story)
    forgotten = find_forgotten(ledger, story) if added is Added.FORGOTTEN else None  # while it was read
    return Outcome(added, reading.unread, story=story, statements=len(reading.attributions), forgotten=forgotten)
