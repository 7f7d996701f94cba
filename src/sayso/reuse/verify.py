"""Whether the index of shared text is in step with the texts."""

from collections.abc import Callable, Iterator, Sequence

import numpy as np

from sayso.ledger import Ledger
from sayso.ledger.failures import telling_failures
from sayso.ledger.schema import transaction
from sayso.ledger.verify import REBUILD, Check
from sayso.records import Fault, TextPrint
from sayso.reuse.fingerprints import read_fingerprints
from sayso.reuse.postings import Postings, Run, make_keys

PRINTS_AT_ONCE = 1_024

_MISSING = """
    SELECT count(*) FROM revision LEFT JOIN fingerprint ON fingerprint.revision = revision.id
    WHERE revision.id < ? AND fingerprint.revision IS NULL
"""


def index_check(ledger: Ledger) -> Check:
    """The check of the fingerprints of every text, and of the files by which they are found.

    Texts that have none yet are no fault: whatever asks for shared text takes them in.
    """
    with telling_failures(ledger.path):
        (count,) = ledger.connection.execute("SELECT count(*) FROM fingerprint").fetchone()
    return Check("index of shared text", count, lambda tell: _check(ledger, tell))


def _check(ledger: Ledger, tell: Callable[[int], None]) -> Iterator[Fault]:
    # In one state: an index that is made anew meanwhile would be met in half.
    with telling_failures(ledger.path), transaction(ledger.connection, "DEFERRED"):
        (missing,) = ledger.connection.execute(_MISSING, (ledger.prints.newest(),)).fetchone()
        if missing:
            yield Fault(f"{missing} texts have no fingerprints, though later ones have", REBUILD)
        runs = _Runs(Postings(ledger).runs)
        after = 0
        while prints := ledger.prints.after(after, PRINTS_AT_ONCE):
            after = prints[-1].revision
            yield from _check_prints(ledger, prints)
            runs.compare(prints)
            tell(len(prints))
        yield from runs.find_torn()


def _check_prints(ledger: Ledger, prints: list[TextPrint]) -> Iterator[Fault]:
    texts = {number: story.text for number, story in ledger.prints.stories(one.revision for one in prints).items()}
    packed = read_fingerprints([texts[one.revision] for one in prints]).pack()
    for one, told in zip(prints, packed, strict=True):
        if (one.words, one.hashes) != told:
            yield Fault(f"the fingerprints of text {one.revision} are not those of its words", REBUILD)


class _Runs:
    """The files by which fingerprints are found, compared with these part by part."""

    def __init__(self, runs: Sequence[Run]) -> None:
        self._runs = runs
        self._keys = [0] * len(runs)
        self._torn: set[int] = set()

    def compare(self, prints: Sequence[TextPrint]) -> None:
        """Look for the keys of some texts where they should be, and count them."""
        for at, run in enumerate(self._runs):
            keys = make_keys([one for one in prints if run.after < one.revision <= run.last], run.after)
            self._keys[at] += len(keys)
            place = np.searchsorted(run.keys, keys)
            if np.any(place == len(run.keys)) or np.any(run.keys[place] != keys):
                self._torn.add(at)

    def find_torn(self) -> Iterator[Fault]:
        """The files that lack keys or have others."""
        for at, run in enumerate(self._runs):
            if at in self._torn or self._keys[at] != len(run.keys):
                texts = f"{run.after + 1} to {run.last}"
                yield Fault(f"the index of the texts {texts} is not that of their fingerprints", REBUILD)
