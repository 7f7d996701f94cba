from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

import pytest

from sayso.ledger import Ledger
from sayso.pipeline.models import shipped_model
from sayso.shapes import Json
from sayso.watch.polling import Poller, take_up
from sayso.watch.telling import Channel
from sayso.watch.visiting import Visitor
from sayso.watch.watching import Watch
from tests.watch.site import FastClock, Site, open_site


@pytest.fixture
def site() -> Iterator[Site]:
    with open_site() as opened:
        yield opened


@pytest.fixture
def clock() -> FastClock:
    return FastClock()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "l.sayso"


@pytest.fixture
def ledger(path: Path) -> Iterator[Ledger]:
    with Ledger(path) as opened:
        yield opened


@pytest.fixture
def events() -> list[Json]:
    return []


@pytest.fixture
def poller(ledger: Ledger, clock: FastClock, events: list[Json]) -> Poller:
    return Poller(ledger, shipped_model(), Visitor(ledger, clock, allow_private=True), clock, Random(8), events.append)


@pytest.fixture
def watching(ledger: Ledger, poller: Poller, clock: FastClock) -> Callable[..., Watch]:
    def make(*addresses: str, channels: tuple[Channel, ...] = ()) -> Watch:
        return Watch(ledger, poller, channels, take_up(ledger, addresses, clock.now()), clock.is_over)

    return make
