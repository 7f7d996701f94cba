"""Whether the lineage that was told of some stories a moment ago would be told the same today."""

from collections.abc import Iterable

import numpy as np

from sayso.ledger import Ledger
from sayso.ledger.latest import came_since
from sayso.reuse.fingerprints import QUOTED, hashes_of
from sayso.reuse.quotations import TOLD_FINGERPRINTS

MOST_NEW_TEXTS = 2_000
"""Behind more texts than these nothing is told to hold: comparing so many takes about 50 ms."""


def came_near(ledger: Ledger, story_ids: Iterable[str], after: int) -> bool:
    """Tell whether any text behind the one numbered `after` may change what is told of some stories.

    It may where it is a text of one of them, or has so many fingerprints in common with one that it could be kin or
    have words of it: `TOLD_FINGERPRINTS`, or one that is quoted. A page that names one of them as its original without
    having any of its words is not noticed.

    Args:
        ledger: Where they are, its fingerprints up to date.
        story_ids: The stories, with all that the answer names.
        after: The number of the newest text that the answer knew.
    """
    ids = set(story_ids)
    new = ledger.prints.after(after, MOST_NEW_TEXTS + 1)
    if len(new) > MOST_NEW_TEXTS or came_since(ledger.connection, after, ids):
        return True
    held = [np.unique(hashes_of(one)) for one in ledger.prints.of(ledger.prints.latest(ids))]
    if not new or not held:
        return False
    owners = np.repeat(np.arange(len(held)), [len(one) for one in held])
    hashes = np.concatenate(held) & ~QUOTED
    order = np.argsort(hashes, kind="stable")
    hashes, owners = hashes[order], owners[order]
    for one in new:
        wanted = np.unique(hashes_of(one))
        begin, end = (np.searchsorted(hashes, wanted & ~QUOTED, side) for side in ("left", "right"))
        if (end > begin)[(wanted & QUOTED) > 0].any():
            return True
        shared = [owners[first:last] for first, last in zip(begin.tolist(), end.tolist(), strict=True) if last > first]
        if shared and np.bincount(np.concatenate(shared)).max() >= TOLD_FINGERPRINTS:
            return True
    return False
