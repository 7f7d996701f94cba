"""What is not as it should be in sayso itself, met in the months that it runs."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

from sayso.errors import InputError, SaysoError

_log = logging.getLogger(__name__)


@contextmanager
def telling_defects() -> Iterator[None]:
    """Let a defect that one feed, page or claim meets be told of it alone, and keep nothing else from being done."""
    try:
        yield
    except SaysoError:
        raise
    except Exception as error:
        _log.exception("watching met a defect")
        raise InputError(
            f"sayso failed at it ({error!r})", "what sayso can work with", "Report it, with the log"
        ) from error
