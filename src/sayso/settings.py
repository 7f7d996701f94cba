"""Limits and defaults, each in one place."""

import os
from pathlib import Path

from sayso.errors import UsageError

LONGEST_STORY_CHARS = 2_000_000
"""A longer text is refused: the longest of 8,900 real stories that we looked at has 104,182 characters."""

LONGEST_FIELD_CHARS = 100_000
"""A longer title, byline, note or address is refused: the byline of a paper with 3,000 authors has some 60,000."""

LONGEST_ID_CHARS = 2_000
"""A longer id is refused: a story's page on the desk goes by it, and a browser sends no longer address."""

LARGEST_FILE_BYTES = 50_000_000
"""A larger single-story file or page is refused; tables and JSON lines are streamed and have no such limit."""

FETCH_TIMEOUT_SECONDS = 20.0
FETCH_REDIRECTS = 5

LANGUAGES_READ = frozenset({"en"})

DEFAULT_LEDGER = Path("ledger.sayso")
"""The ledger where neither an option nor $SAYSO_LEDGER names one."""


def model_threads() -> int:
    """Threads for the model: $SAYSO_THREADS; 0, as without it, means one for every core.

    Raises:
        UsageError: the variable holds no whole number.
    """
    stated = os.environ.get("SAYSO_THREADS", "0")
    if not stated.isdecimal():
        raise UsageError(f'SAYSO_THREADS is "{stated}"', "a whole number, 0 for one a core", "Set it anew or unset it")
    return int(stated)


def reading_processes() -> int:
    """How many processes read many stories at once: `model_threads`, or one for every core.

    Raises:
        UsageError: $SAYSO_THREADS holds no whole number.
    """
    return model_threads() or os.cpu_count() or 1
