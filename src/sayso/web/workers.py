"""Who works out what the desk is asked: this process, or processes beside it."""

from collections.abc import Callable
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from pathlib import Path
from threading import Lock
from typing import Concatenate, ParamSpec, Protocol, Self, TypeVar

from sayso.claims.comparison import shipped_comparison_model
from sayso.ledger import Ledger
from sayso.processes import begin_processes

Asked = ParamSpec("Asked")
Told = TypeVar("Told")


class Worker(Protocol):
    """Whatever works out answers."""

    def work(self, look: Callable[Concatenate[Ledger, Asked], Told], *asked: Asked.args, **named: Asked.kwargs) -> Told:
        """What a function tells that looks into the ledger, and is given what is asked."""


class WorkerHere:
    """Works answers out in the thread that asks."""

    def __init__(self, path: Path) -> None:
        """Look into the ledger at a path."""
        self._path = path

    def work(self, look: Callable[Concatenate[Ledger, Asked], Told], *asked: Asked.args, **named: Asked.kwargs) -> Told:
        """See `Worker.work`."""
        with Ledger(self._path) as ledger:
            return look(ledger, *asked, **named)


class Workers:
    """Processes that each work out one answer at a time.

    Threads of one process take turns at Python; with ten at once, the turns took as long as the work. Where a process
    ends, killed or out of memory, what it was at is worked out in this one, and others are begun.
    """

    def __init__(self, path: Path, processes: int) -> None:
        """Begin so many processes, that look into the ledger at a path."""
        self._path = path
        self._processes = processes
        self._here = WorkerHere(path)
        self._lock = Lock()
        self._pool = begin_processes(processes, _prepare)

    def __enter__(self) -> Self:
        """Let every process begin before it is asked."""
        for _ in range(self._processes):
            self._pool.submit(_prepare)
        return self

    def __exit__(self, *_: object) -> None:
        """End the processes."""
        self._pool.shutdown(cancel_futures=True)

    def work(self, look: Callable[Concatenate[Ledger, Asked], Told], *asked: Asked.args, **named: Asked.kwargs) -> Told:
        """See `Worker.work`; `look` is a function of a module."""
        pool = self._pool
        try:
            return pool.submit(partial(self._here.work, look, *asked, **named)).result()
        except BrokenProcessPool:
            with self._lock:
                if self._pool is pool:
                    self._pool = begin_processes(self._processes, _prepare)
            return self._here.work(look, *asked, **named)


def _prepare() -> None:
    """Load the network that compares claims, which the first trace would wait for."""
    shipped_comparison_model()
