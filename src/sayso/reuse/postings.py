"""Which revisions hold a fingerprint: sorted files beside the ledger, made from what it holds.

The folder holds runs, each of all fingerprints of the revisions in a range of numbers. A new run is small; where
several of one size follow one another they become one, so that each fingerprint is written a few times in all and a
search has to look into a few files only (as in a log-structured merge tree, O'Neil et al., 1996). A run appears under
its name when it is whole. What is missing, torn or of another ledger is made anew.
"""

import os
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.lib.format import open_memmap
from numpy.typing import NDArray

from sayso.ledger import Ledger
from sayso.records import TextPrint
from sayso.reuse.pairs import Ints

SMALLEST_RUN = 64
"""Revisions in a run; fewer wait in the ledger and are read from there."""

LARGEST_NEW_RUN = 16_384
MERGED_RUNS = 8
"""So many runs of one size become one."""

MOST_OWNERS = 5_000
"""Of a fingerprint that more revisions have (a footer), so many are told, the oldest."""

_REVISION_BITS = np.uint64(24)
_REVISION_MASK = np.uint64((1 << 24) - 1)
_SLICES = 64
_NAME = re.compile(r"(?P<after>\d+)-(?P<last>\d+)-(?P<text>[0-9a-f]{16})\.npy")

Keys = NDArray[np.uint64]


@dataclass(frozen=True, slots=True)
class Run:
    """The fingerprints of revisions (after, last].

    Attributes:
        after, last: The range.
        keys: Sorted: the upper 40 bits of a fingerprint, then the revision's number less `after`.
    """

    after: int
    last: int
    keys: Keys

    def owners(self, hashes: Keys) -> tuple[Ints, Ints]:
        """For each revision that has one of the fingerprints: which one (an index), and the revision's number."""
        lowest = hashes & ~_REVISION_MASK
        begin = np.searchsorted(self.keys, lowest)
        count = np.minimum(np.searchsorted(self.keys, lowest | _REVISION_MASK, "right") - begin, MOST_OWNERS)
        which = np.repeat(np.arange(len(hashes)), count)
        at = np.repeat(begin - (np.cumsum(count) - count), count) + np.arange(len(which))
        return which, (np.asarray(self.keys[at]) & _REVISION_MASK).astype(np.int64) + self.after


class Postings:
    """All fingerprints of a ledger by what they are, brought up to date by `update`."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._folder = folder_of(ledger)
        self._runs = self._find_runs()
        self._newest = _make_run([], self.last)

    @property
    def last(self) -> int:
        """The last revision that is in a run of its own."""
        return self._runs[-1].last if self._runs else 0

    def update(self) -> None:
        """Take in the fingerprints that the ledger has got since."""
        while len(prints := self._ledger.prints.after(self.last, LARGEST_NEW_RUN)) >= SMALLEST_RUN:
            self._runs.append(self._keep(_make_run(prints, self.last)))
            self._merge()
        self._newest = _make_run(prints, self.last)

    def owners(self, hashes: Keys) -> tuple[Ints, Ints]:
        """For each revision that has one of the fingerprints: which one (an index), and the revision's number.

        A few belong to others that look alike in 40 bits.
        """
        found = [run.owners(hashes) for run in (*self._runs, self._newest)]
        return np.concatenate([which for which, _ in found]), np.concatenate([revision for _, revision in found])

    def _find_runs(self) -> list[Run]:
        """The runs in the folder that follow one another, the longest first where several begin alike."""
        named = [name for path in sorted(self._folder.glob("*.npy")) if (name := _NAME.fullmatch(path.name))]
        runs: list[Run] = []
        while True:
            after = runs[-1].last if runs else 0
            following = [name for name in named if int(name["after"]) == after]
            following.sort(key=lambda name: int(name["last"]), reverse=True)
            run = next((run for name in following if (run := self._open(name))), None)
            if run is None:
                return runs
            runs.append(run)

    def _open(self, name: re.Match[str]) -> Run | None:
        last = int(name["last"])
        if (self._ledger.prints.text_sha256(last) or "")[:16] != name["text"] or last > self._ledger.prints.newest():
            return None
        try:
            keys = np.load(self._folder / name.string, mmap_mode="r")
        except (OSError, ValueError, EOFError):
            return None
        return Run(int(name["after"]), last, keys) if keys.dtype == np.uint64 and keys.ndim == 1 else None

    def _keep(self, run: Run) -> Run:
        """Write a run to the folder; where that cannot be written it stays in memory."""
        path = self._path(run.after, run.last)
        try:
            self._folder.mkdir(exist_ok=True)
            with _whole(path) as unfinished, unfinished.open("wb") as file:
                np.save(file, run.keys)
            return Run(run.after, run.last, np.load(path, mmap_mode="r"))
        except OSError:
            return run

    def _merge(self) -> None:
        """Make one of the last runs while so many of them are of one size."""
        while len(parts := self._runs[-MERGED_RUNS:]) == MERGED_RUNS and len({_size(run) for run in parts}) == 1:
            if parts[-1].last - parts[0].after > int(_REVISION_MASK):
                return
            self._runs[-MERGED_RUNS:] = [self._join(parts)]

    def _join(self, parts: Sequence[Run]) -> Run:
        after, last = parts[0].after, parts[-1].last
        path = self._path(after, last)
        try:
            with _whole(path) as unfinished:
                keys = open_memmap(unfinished, "w+", np.uint64, (sum(len(part.keys) for part in parts),))
                begin = 0
                for some in _slices(parts, after):
                    keys[begin : begin + len(some)] = some
                    begin += len(some)
                keys.flush()
        except OSError:
            return Run(after, last, np.concatenate(list(_slices(parts, after))))
        for part in parts:
            # Where another program has it open and the system minds, it stays and is passed over.
            with suppress(OSError):
                self._path(part.after, part.last).unlink(missing_ok=True)
        return Run(after, last, np.load(path, mmap_mode="r"))

    def _path(self, after: int, last: int) -> Path:
        return self._folder / f"{after}-{last}-{(self._ledger.prints.text_sha256(last) or '')[:16]}.npy"


def folder_of(ledger: Ledger) -> Path:
    """Where the runs of a ledger lie: "war.sayso-index" beside "war.sayso"."""
    return ledger.path.with_name(ledger.path.name + "-index")


def _make_run(prints: Sequence[TextPrint], after: int) -> Run:
    parts = [(hashes_of(one) & ~_REVISION_MASK) | np.uint64(one.revision - after) for one in prints]
    keys = np.concatenate([np.zeros(0, np.uint64), *parts])
    keys.sort()
    return Run(after, prints[-1].revision if prints else after, keys)


def hashes_of(one: TextPrint) -> Keys:
    """The fingerprints of a text, the lowest bit as it is kept."""
    return np.frombuffer(one.hashes, "<u8")


def _size(run: Run) -> int:
    """How often MERGED_RUNS must be multiplied with itself for the revisions of a run."""
    return int(np.log(run.last - run.after) / np.log(MERGED_RUNS) + 1e-9)


def _slices(parts: Sequence[Run], after: int) -> Iterator[Keys]:
    """The keys of several runs in order, a part of them at a time, so that memory does not grow with the archive."""
    edges = np.linspace(0, 2**64, _SLICES + 1)[1:-1].astype(np.uint64)
    cuts = [[0, *np.searchsorted(part.keys, edges).tolist(), len(part.keys)] for part in parts]
    for number in range(_SLICES):
        some = np.concatenate(
            [
                part.keys[cut[number] : cut[number + 1]] + np.uint64(part.after - after)
                for part, cut in zip(parts, cuts, strict=True)
            ]
        )
        some.sort()
        yield some


@contextmanager
def _whole(path: Path) -> Iterator[Path]:
    """A path to write to; what was written gets its name only when it is on the disk."""
    unfinished = path.with_name(f"{path.name}.{os.getpid()}.part")
    try:
        yield unfinished
        with unfinished.open("rb") as written:
            os.fsync(written.fileno())
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)
