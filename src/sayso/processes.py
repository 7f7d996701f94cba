"""Processes beside this one that work for it, each at one thing at a time."""

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing.context import SpawnContext, SpawnProcess


def begin_processes(count: int, prepare: Callable[[], object]) -> ProcessPoolExecutor:
    """Begin so many processes, each once there is work for it.

    They end with this one, however it ends, and leave it to this one to be interrupted.

    Args:
        count: How many.
        prepare: What each does before its first work; a function of a module.
    """
    return ProcessPoolExecutor(count, mp_context=_Spawning(), initializer=_begin, initargs=(prepare,))


class _Process(SpawnProcess):
    """A process that no Ctrl-C meets while it begins: what is blocked where it is begun is blocked in it."""

    def start(self) -> None:
        if not hasattr(signal, "pthread_sigmask"):  # Windows
            super().start()
            return
        before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
        try:
            super().start()
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, before)


class _Spawning(SpawnContext):
    Process = _Process


def _begin(prepare: Callable[[], object]) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    prepare()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent:
        parent.join()
        os._exit(1)
