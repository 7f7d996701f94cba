"""Who reads stories: this process alone, or processes beside it that each hold the model."""

from collections.abc import Callable
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import replace
from functools import cache, partial
from typing import Protocol, Self

from sayso.attribution.network.model import AttributionModel, load_model, shipped_folder
from sayso.ledger.prepared import PreparedReading, prepare
from sayso.pipeline.method import read_story
from sayso.processes import begin_processes
from sayso.records import Story

STORIES_READ_HERE = 20
"""So many stories are read before processes are begun, which takes each a second."""

AHEAD_OF_EACH = 4
"""So many stories for each process may wait to be read, or to be written."""


class Reader(Protocol):
    """Whatever reads stories.

    Attributes:
        ahead: So many stories may be given before the first is waited for.
        together: So many are written in one transaction: more than one where they are read faster than a disk syncs.
    """

    ahead: int
    together: int

    def begin(self, story: Story) -> Callable[[], PreparedReading]:
        """Begin to read a story; what is given waits for it."""


class ReaderHere:
    """Reads in this process, each story when it is waited for."""

    ahead = 0
    together = 1

    def __init__(self, model: AttributionModel) -> None:
        """Read with a model."""
        self._model = model

    def begin(self, story: Story) -> Callable[[], PreparedReading]:
        """See `Reader.begin`."""
        return partial(_read_by, self._model, story)


class Readers:
    """Processes that read with the model that comes with sayso.

    Where one of them ends, killed or out of memory, all that is left is read in this process.

    Attributes:
        ended: Whether one of them ended before its time.
    """

    together = 1

    def __init__(self, model: AttributionModel, processes: int) -> None:
        """Read in so many processes, and in this one while stories are few.

        Args:
            model: What this process reads with: the one that comes with sayso.
            processes: How many; with 1 all is read here.
        """
        self.ended = False
        self.ahead = AHEAD_OF_EACH * processes if processes > 1 else 0
        self._here = ReaderHere(model)
        self._left_here = STORIES_READ_HERE
        self._processes = processes
        self._pool: ProcessPoolExecutor | None = None

    def __enter__(self) -> Self:
        """Processes begin once stories are many."""
        return self

    def __exit__(self, *_: object) -> None:
        """End the processes; what they still read is lost."""
        if self._pool:
            self._pool.shutdown(cancel_futures=True)

    def begin(self, story: Story) -> Callable[[], PreparedReading]:
        """See `Reader.begin`."""
        if self._processes == 1 or self._left_here or self.ended:
            self._left_here = max(0, self._left_here - 1)
            return self._here.begin(story)
        self._pool = self._pool or begin_processes(self._processes, _model)
        try:
            reading = self._pool.submit(_read, story)
        except BrokenProcessPool:
            self.ended = True
            return self._here.begin(story)
        return partial(self._wait, reading, story)

    def _wait(self, reading: Future[PreparedReading], story: Story) -> PreparedReading:
        try:
            return replace(reading.result(), story=story)
        except BrokenProcessPool:
            self.ended = True
            return self._here.begin(story)()


@cache
def _model() -> AttributionModel:
    return load_model(shipped_folder(), threads=1)


def _read(story: Story) -> PreparedReading:
    """What is read, without the story, which need not be sent back."""
    return replace(_read_by(_model(), story), story=Story(story.id, ""))


def _read_by(model: AttributionModel, story: Story) -> PreparedReading:
    return prepare(read_story(model, story))
