"""Limits and defaults, each in one place."""

import os
from pathlib import Path

LONGEST_STORY_CHARS = 2_000_000
"""A longer text is refused: the longest real story in our corpora has 60,000 characters."""

LARGEST_FILE_BYTES = 50_000_000
"""A larger single-story file or page is refused; tables and JSON lines are streamed and have no such limit."""

FETCH_TIMEOUT_SECONDS = 20.0
FETCH_REDIRECTS = 5

LANGUAGES_READ = frozenset({"en"})


def default_ledger() -> Path:
    """The ledger used where none is named: $SAYSO_LEDGER, or ledger.sayso in the working folder."""
    return Path(os.environ.get("SAYSO_LEDGER", "ledger.sayso"))


def model_threads() -> int:
    """Threads for the model: $SAYSO_THREADS, or one for every core."""
    return int(os.environ.get("SAYSO_THREADS", "0"))
