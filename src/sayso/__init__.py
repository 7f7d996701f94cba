"""sayso: who said what in news stories, and on whose say-so.

>>> import sayso
>>> reading = sayso.read('"We have found nothing," the ministry said.')
>>> [span.of(reading.story.text) for span in reading.attributions[0].source]
['the ministry']
"""

from importlib import import_module
from typing import TYPE_CHECKING

from sayso.version import __version__

if TYPE_CHECKING:
    from sayso.ledger import Ledger
    from sayso.pipeline.api import read
    from sayso.trace import trace

__all__ = ["Ledger", "__version__", "read", "trace"]

_HOMES = {"Ledger": "sayso.ledger", "read": "sayso.pipeline.api", "trace": "sayso.trace"}


def __dir__() -> list[str]:
    return __all__


def __getattr__(name: str) -> object:
    """Load the model's and the ledger's libraries when they are first asked for, not on import."""
    if name not in _HOMES:
        raise AttributeError(f"module 'sayso' has no attribute '{name}'")
    return getattr(import_module(_HOMES[name]), name)
