"""Facts about countries, given names, bodies, leaders and officials, as tools/build_tables.py writes them."""

import json
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def read_table(name: str) -> Any:
    """A table of this package by its name, read once."""
    return json.loads((files(__name__) / f"{name}.json").read_text(encoding="utf-8"))
