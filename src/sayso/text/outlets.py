"""News outlets and agencies by their names, with country and owner."""

import json
import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from importlib.resources import files

from sayso.text.agencies import AGENCIES
from sayso.text.spelling import look_up_key


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


@lru_cache(maxsize=1 << 14)
def find_outlet(words: str) -> Outlet | None:
    """The outlet that these words name, with or without "the"; None where the table has none.

    Names of up to three letters count only as written ("AP", "NV").
    """
    return _index().get(look_up_key(words))


def outlet_name(words: str) -> str | None:
    """The canonical name of the outlet that these words name; None where the table has none."""
    outlet = find_outlet(words)
    return outlet.name if outlet else None


@lru_cache(maxsize=1 << 14)
def find_publisher(name: str) -> Outlet | None:
    """The outlet that published a story, by the name that the story has for it or by its host ("theguardian.com")."""
    found = find_outlet(name)
    if found or "." not in name or " " in name:
        return found
    labels = name.casefold().removeprefix("www.").split(".")
    return _by_host().get(labels[0].replace("-", ""))


def name_of_host(outlet: str) -> str:
    """The name of an outlet that is told by its host, if the table has it; any other as it is told."""
    known = find_publisher(outlet) if "." in outlet else None
    return known.name if known else outlet


@cache
def _by_host() -> dict[str, Outlet]:
    """The outlets by the words of their names as hosts write them."""
    hosts: dict[str, Outlet] = {}
    for outlet in dict.fromkeys(_index().values()):
        for name in (outlet.name, *outlet.others):
            host = _NOT_IN_HOSTS.sub("", name.casefold())
            hosts.setdefault(host, outlet)
            hosts.setdefault(f"the{host}", outlet)
    return hosts


_NOT_IN_HOSTS = re.compile(r"[^\w]|_")


@cache
def _index() -> dict[str, Outlet]:
    index: dict[str, Outlet] = {}
    for row in json.loads(files("sayso.text").joinpath("outlets.json").read_text(encoding="utf-8")):
        others = (*row["others"], *AGENCIES.get(row["name"], ()))
        outlet = Outlet(row["name"], others, OutletKind(row["kind"]), row["country"], row["owner"])
        for name in (outlet.name, *others):
            index.setdefault(look_up_key(name), outlet)
    return index
