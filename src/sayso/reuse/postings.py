"""Which revisions hold a fingerprint: sorted files beside the ledger, made from what it holds.

The folder holds runs, each of all fingerprints of the revisions in a range of numbers. A new run is small; it becomes
one with those before it that are not much larger, so that each fingerprint is written a few times in all and a search
has to look into a few files only (as in a log-structured merge tree, O'Neil et al., 1996). A run appears under
its name when it is whole. What is missing, torn or of another ledger is made anew.
"""

import hashlib
import os
import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from sayso.ledger import Ledger
from sayso.records import TextPrint
from sayso.reuse.fingerprints import unpack_fingerprints
from sayso.reuse.pairs import Ints

SMALLEST_RUN = 64
"""Revisions in a run; fewer wait in the ledger and are read from there."""

LARGEST_NEW_RUN = 16_384
SHRINK = 2
"""Each run is more than so many times as large as all behind it together; else they become one. So a million revisions
lie in about ten runs, and each fingerprint is written some twenty times at most."""

MOST_TOLD, RAREST, MOST_OWNERS, FEW_OWNERS = 10_000, 4, 5_000, 60
"""Of the fingerprints looked up together all who have them are told, those of the rarest first, up to so many in all;
of the four rarest always, up to so many each; of each further one (a footer, a turn of phrase) a few, the oldest."""

_REVISION_MASK = np.uint64((1 << 24) - 1)
_SLICES, _SAMPLE = 64, 256
_NAME = re.compile(r"(?P<after>\d+)-(?P<last>\d+)-(?P<digest>[0-9a-f]{16})\.keys")

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

    def find(self, hashes: Keys) -> tuple[Ints, Ints]:
        """For each fingerprint where its keys begin, and how many there are."""
        lowest = hashes & ~_REVISION_MASK
        begin = np.searchsorted(self.keys, lowest)
        # Most have none or one: only for those with one is the end sought.
        some = np.flatnonzero(begin < len(self.keys))
        some = some[self.keys[begin[some]] <= (lowest[some] | _REVISION_MASK)]
        count = np.zeros(len(hashes), np.int64)
        count[some] = np.maximum(np.searchsorted(self.keys, lowest[some] | _REVISION_MASK, "right") - begin[some], 0)
        return begin, count

    def tell(self, begin: Ints, count: Ints) -> tuple[Ints, Ints]:
        """The keys of some places: for each which of the fingerprints it is of, and the revision's number."""
        which = np.repeat(np.arange(len(begin)), count)
        at = np.repeat(begin - (np.cumsum(count) - count), count) + np.arange(len(which))
        return which, (np.asarray(self.keys[at]) & _REVISION_MASK).astype(np.int64) + self.after


class Owners(NamedTuple):
    """Who has some fingerprints, the oldest first of each.

    `which` of them (an index), and the `revision` that has it; `all`, one a fingerprint, whether none is left out.
    """

    which: Ints
    revision: Ints
    all: NDArray[np.bool_]


class Postings:
    """All fingerprints of a ledger by what they are, brought up to date by `update`."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._folder = folder_of(ledger)
        self._runs = self._find_runs()
        self._newest = _make_run([], self.last)

    @property
    def runs(self) -> tuple[Run, ...]:
        """The runs in the folder, one after another."""
        return tuple(self._runs)

    @property
    def last(self) -> int:
        """The last revision that is in a run of its own."""
        return self._runs[-1].last if self._runs else 0

    def update(self) -> None:
        """Take in the fingerprints that the ledger has got since."""
        if self._ledger.prints.newest() >= self.last + SMALLEST_RUN:
            # Another thread or program may have written them to the folder meanwhile.
            self._runs = self._find_runs()
        while len(prints := self._ledger.prints.after(self.last, LARGEST_NEW_RUN)) >= SMALLEST_RUN:
            self._runs.append(_make_run(prints, self.last))
            self._settle()
        self._newest = _make_run(prints, self.last)

    def owners(self, hashes: Keys) -> Owners:
        """Tell who has fingerprints; a few are told of others that look alike in 40 bits."""
        runs = (*self._runs, self._newest)
        found = [run.find(hashes) for run in runs]
        total = np.sum([count for _, count in found], axis=0)
        rarest = np.argsort(total, kind="stable")
        every = np.zeros(len(hashes), bool)
        every[rarest] = np.cumsum(total[rarest]) <= MOST_TOLD
        every[rarest[:RAREST]] = True
        left = np.where(every, np.minimum(total, MOST_OWNERS), FEW_OWNERS)
        told = []
        for run, (begin, count) in zip(runs, found, strict=True):
            some = np.minimum(count, left)
            left = left - some
            told.append(run.tell(begin, some))
        return Owners(np.concatenate([one for one, _ in told]), np.concatenate([other for _, other in told]), every)

    def _find_runs(self) -> list[Run]:
        """The runs in the folder that follow one another, the longest first where several begin alike."""
        named = [name for path in sorted(self._folder.glob("*.keys")) if (name := _NAME.fullmatch(path.name))]
        runs: list[Run] = []
        while True:
            after = runs[-1].last if runs else 0
            following = [name for name in named if int(name["after"]) == after]
            following.sort(key=lambda name: int(name["last"]), reverse=True)
            run = next((run for name in following if (run := self._open(self._folder / name.string))), None)
            if run is None:
                return runs
            runs.append(run)

    def _open(self, path: Path) -> Run | None:
        """A run as it lies in the folder; None where it does not, is torn, or is of another ledger."""
        name = _NAME.fullmatch(path.name)
        if name is None or int(name["last"]) > self._ledger.prints.newest():
            return None
        try:
            run = Run(int(name["after"]), int(name["last"]), _map(path))
        except (OSError, ValueError):
            return None
        return run if self._path(run) == path else None

    def _keep(self, parts: Sequence[Run]) -> Path:
        """Write runs that follow one another as one to the folder.

        Raises:
            OSError: It cannot be written.
        """
        after, last = parts[0].after, parts[-1].last
        self._folder.mkdir(exist_ok=True)
        unfinished = self._folder / f"{after}-{last}.{os.getpid()}.part"
        try:
            _write(unfinished, _slices(parts))
            path = self._path(Run(after, last, _map(unfinished)))
            unfinished.replace(path)
        finally:
            unfinished.unlink(missing_ok=True)
        return path

    def _settle(self) -> None:
        """Write the newest run, with those before it from the first on that is not much larger than all behind it.

        Where the folder cannot be written they stay as they are.
        """
        first = len(self._runs) - 1
        while first and _revisions(self._runs[first - 1]) <= SHRINK * (self.last - self._runs[first - 1].last):
            first -= 1
        if self.last - self._runs[first].after > int(_REVISION_MASK):
            first = len(self._runs) - 1
        parts = self._runs[first:]
        try:
            path = self._keep(parts)
        except OSError:
            return
        for old in {self._path(part) for part in parts} - {path}:
            # Where another program has it open and the system minds, it stays and is passed over.
            with suppress(OSError):
                old.unlink(missing_ok=True)
        kept = self._open(path)
        # None where another program made a longer one of it already.
        self._runs = [*self._runs[:first], kept] if kept else self._find_runs()

    def _path(self, run: Run) -> Path:
        """Where a run lies: its name tells the ledger, the last text, how many keys it has, and a sample of them."""
        sample = run.keys[np.linspace(0, len(run.keys) - 1, _SAMPLE).astype(np.int64)] if len(run.keys) else run.keys
        told = f"{self._ledger.prints.begun_at()} {self._ledger.prints.text_sha256(run.last)} {len(run.keys)} "
        digest = hashlib.sha256(told.encode() + sample.astype("<u8").tobytes()).hexdigest()
        return self._folder / f"{run.after}-{run.last}-{digest[:16]}.keys"


def folder_of(ledger: Ledger) -> Path:
    """Where the runs of a ledger lie: "war.sayso-index" beside "war.sayso"."""
    return ledger.index_folder


def make_keys(prints: Sequence[TextPrint], after: int) -> Keys:
    """The keys of some texts in a run that begins after one."""
    found = unpack_fingerprints(prints)
    numbers = np.fromiter((one.revision - after for one in prints), np.uint64, len(prints))
    keys = (found.hashes & ~_REVISION_MASK) | np.repeat(numbers, np.diff(found.begins))
    keys.sort()
    return keys


def _make_run(prints: Sequence[TextPrint], after: int) -> Run:
    return Run(after, prints[-1].revision if prints else after, make_keys(prints, after))


def _revisions(run: Run) -> int:
    return run.last - run.after


def _slices(parts: Sequence[Run]) -> Iterator[Keys]:
    """The keys of several runs in order, a part of them at a time, so that memory does not grow with the archive."""
    edges = np.arange(1, _SLICES, dtype=np.uint64) * np.uint64(2**64 // _SLICES)
    cuts = [[0, *np.searchsorted(part.keys, edges).tolist(), len(part.keys)] for part in parts]
    for number in range(_SLICES):
        some = np.concatenate(
            [
                part.keys[cut[number] : cut[number + 1]] + np.uint64(part.after - parts[0].after)
                for part, cut in zip(parts, cuts, strict=True)
            ]
        )
        # A stable sort takes sorted parts as they are and merges them: 5 ns a key, where others take 10 to 60.
        some.sort(kind="stable")
        yield some


def _map(path: Path) -> Keys:
    return np.memmap(path, "<u8", "r") if path.stat().st_size else np.zeros(0, np.uint64)


def _write(path: Path, parts: Iterable[Keys]) -> None:
    """Write keys to a file, down to the disk."""
    with path.open("wb") as file:
        for part in parts:
            file.write(np.ascontiguousarray(part, "<u8").data)
        file.flush()
        os.fsync(file.fileno())
