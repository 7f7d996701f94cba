"""A real news site on loopback that a test fills, asks and breaks, and a clock that runs as fast as it is asked to."""

import threading
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from xml.sax.saxutils import escape

from sayso.ledger import Ledger
from sayso.watch.watching import Watch

TEXT = "“The bridge will close for a year,” Nora Field said on Monday. "
Watching = Callable[..., Watch]
"""What begins to watch some feeds."""

BEGIN = datetime(2026, 3, 2, 8, tzinfo=UTC)


class FastClock:
    """A clock whose waits are over at once."""

    def __init__(self) -> None:
        self.moment = BEGIN
        self.until: datetime | None = None

    def now(self) -> datetime:
        return self.moment

    def sleep(self, seconds: float) -> None:
        self.moment += timedelta(seconds=max(seconds, 0.001))

    def is_over(self) -> bool:
        """Whether the end of what is simulated has come."""
        return self.until is not None and self.moment >= self.until


@dataclass
class Answer:
    """What the site answers at a path: a text, or else bytes."""

    body: str = ""
    status: int = 200
    kind: str = "text/html; charset=utf-8"
    headers: dict[str, str] = field(default_factory=dict)
    data: bytes = b""


class Site:
    """The site: what it answers by path, and what it was asked."""

    def __init__(self) -> None:
        self.answers: dict[str, Answer | Callable[[], Answer]] = {"/robots.txt": Answer(status=404)}
        self.asked: list[tuple[str, dict[str, str]]] = []
        self.posted: list[tuple[dict[str, str], bytes]] = []
        self.at = ""

    def count(self, path: str) -> int:
        return Counter(path for path, _ in self.asked)[path]

    def page(self, path: str, text: str, **more: str) -> None:
        """Put a story on a page."""
        body = f"<html><head><title>{path}</title></head><body><p>{text}</p></body></html>"
        self.answers[path] = Answer(body, **more)  # type: ignore[arg-type]

    def feed(self, path: str, *items: str, etag: str = "", head: str = "", **more: object) -> None:
        """Put an RSS feed there."""
        body = rss(*items, head=head)
        headers = {"etag": etag} if etag else {}
        self.answers[path] = Answer(body, kind="application/rss+xml", headers=headers, **more)  # type: ignore[arg-type]


def rss(*items: str, head: str = "") -> str:
    return (
        '<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" '
        'xmlns:sy="http://purl.org/rss/1.0/modules/syndication/">'
        f"<channel><title>The Herald</title>{head}{''.join(items)}</channel></rss>"
    )


def item(guid: str, *, link: str = "", summary: str = "A teaser.", content: str = "", published: str = "") -> str:
    parts = [f'<guid isPermaLink="false">{guid}</guid>', f"<title>Story {guid}</title>"]
    parts += [f"<link>{escape(link)}</link>"] if link else []
    parts += [f"<pubDate>{published}</pubDate>"] if published else []
    parts += [f"<description>{escape(summary)}</description>"]
    parts += [f"<content:encoded>{escape(content)}</content:encoded>"] if content else []
    return f"<item>{''.join(parts)}</item>"


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    site: Site

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that hangs up is what some tests are about."""


class _Handler(BaseHTTPRequestHandler):
    server: _Server

    def do_GET(self) -> None:
        site = self.server.site
        headers = {name.lower(): value for name, value in self.headers.items()}
        site.asked.append((self.path, headers))
        answer = site.answers.get(self.path, Answer("gone", 404))
        if callable(answer):
            answer = answer()
        etag = answer.headers.get("etag")
        if etag and headers.get("if-none-match") == etag and answer.status == 200:
            answer = Answer(status=304, headers={"etag": etag})
        self._send(answer)

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["content-length"]))
        headers = {name.lower(): value for name, value in self.headers.items()}
        self.server.site.posted.append((headers, body))
        answer = self.server.site.answers.get(self.path, Answer())
        self._send(answer() if callable(answer) else answer)

    def _send(self, answer: Answer) -> None:
        body = answer.data or answer.body.encode()
        self.send_response(answer.status)
        for name, value in answer.headers.items():
            self.send_header(name, value)
        if answer.status != 304:
            self.send_header("content-type", answer.kind)
            self.send_header("content-length", str(len(body)))
        self.end_headers()
        if answer.status != 304:
            self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class calls it so
        pass


@contextmanager
def open_site() -> Iterator[Site]:
    """A site that answers for as long as the test runs."""
    site = Site()
    with _Server(("127.0.0.1", 0), _Handler) as server:
        server.site = site
        site.at = f"http://127.0.0.1:{server.server_address[1]}"
        thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
        thread.start()
        yield site
        server.shutdown()
        thread.join()


def texts(ledger: Ledger) -> set[str]:
    """The texts of all stories of a ledger."""
    return {story.text for story in ledger.stories()}
