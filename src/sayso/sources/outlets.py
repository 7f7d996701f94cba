"""News outlets and agencies by their names, with country and owner."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from sayso.sources.spelling import look_up_key
from sayso.sources.tables import read_table
from sayso.text.agencies import AGENCIES


class OutletKind(StrEnum):
    """What an outlet is."""

    AGENCY = "agency"
    NEWSPAPER = "newspaper"
    BROADCASTER = "broadcaster"
    SITE = "site"


@dataclass(frozen=True, slots=True)
class Outlet:
    """An outlet: its name, other names, kind, country (ISO code) and owner, the last two None where not known."""

    name: str
    others: tuple[str, ...]
    kind: OutletKind
    country: str | None
    owner: str | None

    def __str__(self) -> str:
        return self.name


def find_outlet(words: str) -> Outlet | None:
    """The outlet that these words name, with or without "the"; None where the table has none.

    Names of up to three letters count only as written ("AP", "NV").
    """
    return _index().get(look_up_key(words))


def outlet_name(words: str) -> str | None:
    """The canonical name of the outlet that these words name; None where the table has none."""
    outlet = find_outlet(words)
    return outlet.name if outlet else None


@cache
def _index() -> dict[str, Outlet]:
    index: dict[str, Outlet] = {}
    for row in read_table("outlets"):
        others = (*row["others"], *AGENCIES.get(row["name"], ()))
        outlet = Outlet(row["name"], others, OutletKind(row["kind"]), row["country"], row["owner"])
        for name in (outlet.name, *others):
            index.setdefault(look_up_key(name), outlet)
    return index
