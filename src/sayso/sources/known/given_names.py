"""Given names and whose they are, and the surnames that stand before them."""

from functools import cache, lru_cache
from typing import Literal

from sayso.sources.tables import read_table
from sayso.text.names import fold_name
from sayso.text.word_tables import word_table

SURNAMES_IN_FRONT = word_table(
    "kim lee park choi jung jeong kang cho yoon jang lim han oh seo shin kwon hwang ahn song moon bae ri li wang "
    "zhang liu chen yang zhao huang zhou wu xu sun hu zhu gao lin he guo ma luo liang zheng xie tang nguyen tran pham "
    "xi"
)
"""Korean, Chinese and Vietnamese surnames, which news writes before the given name."""


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
