"""Asking hosts politely: by their robots.txt, one request after the other, and not while they want to be left alone.

robots.txt is read as RFC 9309 has it, by Protego: where it cannot be had because of the host, nothing is fetched.
"""

from collections import OrderedDict
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from urllib.parse import urljoin, urlsplit

import httpx
from protego import Protego

from sayso.errors import InputError
from sayso.ingest.address import USER_AGENT, Page, ask, check_answer, page_of, read_body
from sayso.ledger import Ledger
from sayso.ledger.feeds import find_host, save_host
from sayso.settings import FETCH_REDIRECTS
from sayso.watch.clock import Clock
from sayso.watch.intervals import LONGEST_SECONDS, still_planned

DELAY_SECONDS = 2.0
"""Between two requests to one host, unless its robots.txt asks for more."""

ROBOTS_KEPT = timedelta(days=1)
"""How long a robots.txt counts (RFC 9309: a day)."""

ROBOTS_BYTES = 512_000
"""So much of a robots.txt counts (RFC 9309: at least 500 KiB)."""

REST_SECONDS = 900.0
"""How long a host is left alone that answers 429 or 503 without saying for how long."""

LONGEST_PAUSE_SECONDS = 60.0
"""A longer wait for one host is none that others wait out with it."""

_HOSTS_REMEMBERED = 512
_MOVED = frozenset({301, 302, 303, 307, 308})
_BUSY = frozenset({429, 503})
_MAY_PASS = frozenset({408, 425})


class RefusedError(InputError):
    """What will not be had by asking again: forbidden by robots.txt, gone, or for subscribers."""


class RestingError(InputError):
    """A host wants to be left alone until some time."""

    def __init__(self, host: str, until: datetime) -> None:
        super().__init__(
            f"{host} wants to be left alone until {until:%Y-%m-%d %H:%M} UTC", "an answer", "It is asked again then"
        )
        self.until = until


@dataclass(frozen=True, slots=True)
class Visit:
    """What an address gave.

    Attributes:
        page: What stands there; None where nothing changed since.
        etag, last_modified: What to show when it is asked for again.
    """

    page: Page | None
    etag: str | None
    last_modified: str | None


def host_of(address: str) -> str:
    """The host of an address, as "https://herald.example"."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    return f"{parts.scheme}://{parts.netloc}".lower()


class Visitor:
    """Asks hosts for pages, each politely."""

    def __init__(
        self, ledger: Ledger, clock: Clock, *, delay_seconds: float = DELAY_SECONDS, allow_private: bool = False
    ) -> None:
        """Make one for a ledger, which keeps what hosts ask for.

        Args:
            ledger: Where.
            clock: Tells the time.
            delay_seconds: Between two requests to one host.
            allow_private: Ask private and loopback addresses too.
        """
        self._ledger = ledger
        self._clock = clock
        self._delay = delay_seconds
        self._allow_private = allow_private
        self._free_at: OrderedDict[str, datetime] = OrderedDict()
        self._robots: OrderedDict[str, tuple[datetime, Protego]] = OrderedDict()

    def free_at(self, host: str) -> datetime:
        """When a host may be asked again; a time in the past where it may at once."""
        known = self._free_at.get(host)
        if known is None:
            known = find_host(self._ledger, host).rest_until or self._clock.now()
        known = still_planned(known, self._clock.now())
        self._remember(host, known)
        return known

    def visit(self, address: str, etag: str | None = None, last_modified: str | None = None) -> Visit:
        """Ask for a page, through redirects, each host on the way as politely as the first.

        Args:
            address: Of the page.
            etag: What it had when it was asked for last; only what changed since is wanted.
            last_modified: The same.

        Raises:
            RefusedError: it will not be had.
            RestingError: its host wants to be left alone.
            InputError: it cannot be had now.
        """
        shown = {"if-none-match": etag, "if-modified-since": last_modified}
        headers = {name: value for name, value in shown.items() if value}
        for _ in range(FETCH_REDIRECTS + 1):
            host = host_of(address)
            self._wait_for(host)
            self._obey(host, address)
            try:
                with ask(
                    address, headers=headers, follow_redirects=False, allow_private=self._allow_private
                ) as response:
                    if response.status_code not in _MOVED or "location" not in response.headers:
                        return self._read(host, response)
                    address = urljoin(address, response.headers["location"])
            finally:
                self._leave(host)
        raise RefusedError(f"more than {FETCH_REDIRECTS} redirects", "the address of a page", "Name the last one")

    def _read(self, host: str, response: httpx.Response) -> Visit:
        status = response.status_code
        if status == httpx.codes.NOT_MODIFIED:
            return Visit(None, response.headers.get("etag"), response.headers.get("last-modified"))
        if status in _BUSY:
            raise self._rest(host, response.headers.get("retry-after"))
        try:
            check_answer(response)
        except InputError as error:
            kind = (
                RefusedError if status == httpx.codes.OK or (status < 500 and status not in _MAY_PASS) else InputError
            )
            raise kind(error.came, error.wanted, error.remedy) from error
        page = page_of(response)
        return Visit(page, response.headers.get("etag"), response.headers.get("last-modified"))

    def _wait_for(self, host: str) -> None:
        """Wait out the delay between two requests; a longer rest is for whoever plans visits to wait out."""
        until = self.free_at(host)
        seconds = (until - self._clock.now()).total_seconds()
        if seconds > LONGEST_PAUSE_SECONDS:
            raise RestingError(host, until)
        if seconds > 0:
            self._clock.sleep(seconds)

    def _obey(self, host: str, address: str) -> None:
        if not self._rules(host).can_fetch(address, USER_AGENT):
            raise RefusedError(
                f"{host}/robots.txt does not allow it", "a page that programs may fetch", "Save it yourself"
            )

    def _rules(self, host: str) -> Protego:
        now = self._clock.now()
        cached = self._robots.get(host)
        if cached and abs(now - cached[0]) < ROBOTS_KEPT:
            return cached[1]
        known = find_host(self._ledger, host)
        if known.robots is None or known.robots_at is None or abs(now - known.robots_at) >= ROBOTS_KEPT:
            known = replace(known, robots=self._fetch_robots(host), robots_at=now)
            save_host(self._ledger, known)
        rules = Protego.parse(known.robots or "")
        self._robots[host] = known.robots_at or now, rules
        while len(self._robots) > _HOSTS_REMEMBERED:
            self._robots.popitem(last=False)
        if known.robots_at == now:
            self._leave(host)  # what it asks for counts from its robots.txt on
        self._wait_for(host)
        return rules

    def _fetch_robots(self, host: str) -> str:
        try:
            with ask(f"{host}/robots.txt", allow_private=self._allow_private) as response:
                if response.status_code in _BUSY:
                    raise self._rest(host, response.headers.get("retry-after"))
                if response.is_server_error:
                    raise InputError(
                        f"{host}/robots.txt answers {response.status_code}", "one that can be read", "Try again later"
                    )
                # a host without one allows everything, whatever else than an error of its own it answers
                return read_body(response)[:ROBOTS_BYTES].decode("utf-8", "replace") if response.is_success else ""
        finally:
            self._leave(host)

    def _leave(self, host: str) -> None:
        """Count the delay from now on, unless the host asked for a longer rest."""
        rules = self._robots.get(host)
        asked = float(rules[1].crawl_delay(USER_AGENT) or 0.0) if rules else 0.0
        delay = min(max(self._delay, asked), LONGEST_SECONDS)
        free = self._clock.now() + timedelta(seconds=delay)
        self._remember(host, max(free, self._free_at.get(host, free)))

    def _rest(self, host: str, retry_after: str | None) -> RestingError:
        seconds = _seconds_of(retry_after, self._clock.now())
        until = self._clock.now() + timedelta(seconds=min(max(seconds, self._delay), LONGEST_SECONDS))
        save_host(self._ledger, replace(find_host(self._ledger, host), rest_until=until))
        self._remember(host, until)
        return RestingError(host, until)

    def _remember(self, host: str, free: datetime) -> None:
        self._free_at[host] = free
        self._free_at.move_to_end(host)
        while len(self._free_at) > _HOSTS_REMEMBERED:
            self._free_at.popitem(last=False)


def _seconds_of(retry_after: str | None, now: datetime) -> float:
    """What a Retry-After header asks for, in seconds or as a date."""
    words = (retry_after or "").strip()
    if words.isascii() and words.isdecimal() and len(words) < 10:
        return float(words)
    try:
        moment = parsedate_to_datetime(words)
    except (ValueError, TypeError, IndexError):
        return REST_SECONDS
    return (moment.replace(tzinfo=moment.tzinfo or UTC) - now).total_seconds()
