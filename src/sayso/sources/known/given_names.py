"""Given names and whose they are."""

from functools import cache, lru_cache
from typing import Literal

from sayso.sources.tables import read_table
from sayso.text.names import fold_name


@lru_cache(maxsize=1 << 14)
def gender_of(given_name: str) -> Literal["female", "male"] | None:
    """Whether women or men bear this given name; None where both do or the table has it not."""
    return _genders().get(fold_name(given_name))


@cache
def _genders() -> dict[str, Literal["female", "male"]]:
    table = read_table("given_names")
    women: list[str] = table["female"].split(",")
    men: list[str] = table["male"].split(",")
    return {**dict.fromkeys(women, "female"), **dict.fromkeys(men, "male")}
