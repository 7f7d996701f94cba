"""What is given to the desk, read in the background: what came in, what was held, what could not be read."""

import logging
import secrets
import time
from collections import OrderedDict
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass, field
from itertools import takewhile
from pathlib import Path
from queue import SimpleQueue
from threading import Lock, Thread

from sayso.errors import SaysoError
from sayso.ingest import Input, read_input
from sayso.ledger import Added, Ledger
from sayso.pipeline.adding import Outcome, add_stories
from sayso.pipeline.models import shipped_model
from sayso.records import Rejection, Story
from sayso.reuse import ReuseIndex
from sayso.shapes import Json, rejection_shape
from sayso.web.story_names import name_story

INTAKES_KEPT = 50
"""Of so many what became of them is remembered; the stories are in the ledger whatever is forgotten here."""


_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Arrival:
    """A story that was given.

    Attributes:
        story_id: Its id in the ledger.
        title, outlet, published: It.
        added: Whether it is new, a new text of one that was held, or held already.
        statements: How many were read in it now.
        unread: Why none were looked for; None where they were.
        left_out: That it was forgotten, and how to let it be taken in; None where it was not.
    """

    story_id: str
    title: str
    outlet: str | None
    published: str | None
    added: Added
    statements: int
    unread: str | None
    left_out: str | None = None


@dataclass
class Intake:
    """Files, texts or addresses that were given together, and what became of them so far.

    Attributes:
        id: What its page goes by.
        expected: How many stories they hold; None where that is not known.
        arrivals: The stories, in their order.
        rejections: Those that could not be read.
        waiting: How many bundles of what was given are not done.
        is_stopped: Whether somebody stopped it.
        failure: Why it ended before its time; None where it did not.
        seconds: How long it has been read, pauses apart.
    """

    id: str
    expected: int | None = 0
    arrivals: list[Arrival] = field(default_factory=list)
    rejections: list[Rejection] = field(default_factory=list)
    waiting: int = 0
    is_stopped: bool = False
    failure: str | None = None
    seconds: float = 0.0

    @property
    def done(self) -> int:
        """How many stories were read or refused."""
        return len(self.arrivals) + len(self.rejections)

    @property
    def is_over(self) -> bool:
        """Whether all that was given is done."""
        return self.waiting == 0

    @property
    def rate(self) -> float | None:
        """Stories a second; None before the first."""
        return self.done / self.seconds if self.done and self.seconds else None

    @property
    def seconds_left(self) -> float | None:
        """How long the rest will take; None where that cannot be told."""
        if self.rate is None or self.counted is None or self.is_over:
            return None
        return ((self.counted or 0) - self.done) / self.rate

    def list_arrivals(self, *added: Added) -> list[Arrival]:
        """The stories of which one of these became."""
        return [one for one in self.arrivals if one.added in added]

    @property
    def counted(self) -> int | None:
        """How many stories there are in all, as far as that is known: a feed holds more than it was counted for."""
        return None if self.expected is None else max(self.expected, self.done)

    def expect(self, count: int | None) -> None:
        """Count stories that were given, if it is known how many they are."""
        self.expected = None if self.expected is None or count is None else self.expected + count


Reading = Callable[[Ledger, Intake], None]
"""Work on an intake, done in the background."""


def read_inputs(ledger: Ledger, intake: Intake, inputs: Iterable[Input]) -> None:
    """Read the stories of inputs into a ledger, and write down what became of each."""
    read_items(ledger, intake, (item for source in inputs for item in read_input(source)))


def read_items(ledger: Ledger, intake: Intake, items: Iterable[Story | Rejection]) -> None:
    """Read stories into a ledger, and write down what became of each, until there are no more or it is stopped."""
    begun = time.monotonic() - intake.seconds
    wanted = takewhile(lambda _: not intake.is_stopped, items)
    for outcome in add_stories(ledger, shipped_model(), wanted):
        if outcome.rejection:
            intake.rejections.append(outcome.rejection)
        elif outcome.story and outcome.added:
            intake.arrivals.append(_arrival(ledger, outcome.story, outcome.added, outcome))
        intake.seconds = time.monotonic() - begun


def _arrival(ledger: Ledger, story: Story, added: Added, outcome: Outcome) -> Arrival:
    return Arrival(
        story_id=ledger.id_of(story) or story.id,
        title=name_story(story),
        outlet=story.outlet,
        published=story.published,
        added=added,
        statements=outcome.statements,
        unread=outcome.unread,
        left_out=str(outcome.forgotten) if outcome.forgotten else None,
    )


def intake_shape(intake: Intake, limit: int, offset: int = 0) -> Json:
    """An intake as JSON, while it is read and after, with so many stories of it and so many that could not be read."""
    end = offset + limit
    return {
        "id": intake.id,
        "over": intake.is_over,
        "expected": intake.counted,
        "done": intake.done,
        "stories_a_second": intake.rate,
        "seconds_left": intake.seconds_left,
        "stopped": intake.is_stopped,
        "failure": intake.failure,
        "stories": [asdict(one) | {"added": str(one.added)} for one in intake.arrivals[offset:end]],
        "rejections": [rejection_shape(one) for one in intake.rejections[offset:end]],
        "next_offset": end if end < max(len(intake.arrivals), len(intake.rejections)) else None,
    }


class Intakes:
    """What was given to a desk lately. One thing is read after the other, whether or not its page is looked at."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._kept: OrderedDict[str, Intake] = OrderedDict()
        self._queue: SimpleQueue[tuple[Intake, Reading]] = SimpleQueue()
        self._lock = Lock()
        self._worker: Thread | None = None

    def find(self, intake_id: str) -> Intake | None:
        """An intake that is remembered."""
        return self._kept.get(intake_id)

    def running(self) -> list[Intake]:
        """Those that are not over."""
        with self._lock:
            return [one for one in self._kept.values() if not one.is_over]

    def give(self, reading: Reading, into: str | None = None) -> Intake:
        """Have something read.

        Args:
            reading: What reads it.
            into: The id of the intake that it belongs to; a new one by default, and where there is none of that id.
        """
        with self._lock:
            intake = self._kept.get(into or "") or Intake(secrets.token_urlsafe(8))
            self._kept[intake.id] = intake
            intake.waiting += 1
            over = [one.id for one in self._kept.values() if one.is_over]
            for old in over[: max(0, len(self._kept) - INTAKES_KEPT)]:
                del self._kept[old]
            if self._worker is None:
                self._worker = Thread(target=self._work, name="intake", daemon=True)
                self._worker.start()
        self._queue.put((intake, reading))
        return intake

    def _work(self) -> None:
        while True:
            intake, reading = self._queue.get()
            try:
                with Ledger(self._path) as ledger:
                    reading(ledger, intake)
                    if intake.waiting == 1:
                        ReuseIndex(ledger).update()
            except SaysoError as error:
                intake.failure = str(error)
            except Exception as error:  # noqa: BLE001 - told on the page, and in the log
                # A defect met in one story must not keep all that waits behind it from being read.
                _log.exception("reading what was given failed")
                intake.failure = f"sayso failed at it ({error!r}); what came in before is kept"
            with self._lock:
                intake.waiting -= 1
