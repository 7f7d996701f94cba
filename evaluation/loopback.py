"""Web sites on loopback that answer as a measurement wants: many hosts, one thread for each that is answered."""

import selectors
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

HANG_SECONDS = 30.0
"""Longer than sayso waits for an answer."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A request: at which host (with its port), how, for which path, with which headers in small letters."""

    host: str
    method: str
    path: str
    headers: dict[str, str]
    body: bytes = b""


@dataclass(frozen=True, slots=True)
class Answer:
    """What is answered.

    Attributes:
        body, status, kind, headers: It.
        pauses: So many pauses of a tenth of a second are between the parts of the body.
        hangs: Nothing is answered until whoever asked has given up.
    """

    body: bytes = b""
    status: int = 200
    kind: str = "text/html; charset=utf-8"
    headers: dict[str, str] = field(default_factory=dict)
    pauses: int = 0
    hangs: bool = False


class _Sites(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False
    request_queue_size = 64

    def __init__(self, ip: str, answer: Callable[[Asked], Answer], over: threading.Event) -> None:
        super().__init__((ip, 0), _Handler)
        self.answer = answer
        self.over = over

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that hangs up, or is killed, is what is tried."""


class _Handler(BaseHTTPRequestHandler):
    server: _Sites

    def do_GET(self) -> None:
        self._answer(b"")

    def do_POST(self) -> None:
        self._answer(self.rfile.read(int(self.headers["content-length"])))

    def _answer(self, body: bytes) -> None:
        headers = {name.lower(): value for name, value in self.headers.items()}
        answer = self.server.answer(Asked(headers.get("host", ""), self.command, self.path, headers, body))
        if answer.hangs:
            self.server.over.wait(HANG_SECONDS)
            return
        self.send_response(answer.status)
        for name, value in answer.headers.items():
            self.send_header(name, value)
        if answer.status != 304:
            self.send_header("content-type", answer.kind)
            self.send_header("content-length", str(len(answer.body)))
        self.end_headers()
        size = len(answer.body) // (answer.pauses + 1) + 1
        for begin in range(0, len(answer.body), size):
            if begin:
                self.server.over.wait(0.1)
            self.wfile.write(answer.body[begin : begin + size])
            self.wfile.flush()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class calls it so
        pass


@contextmanager
def open_sites(ips: Sequence[str], answer: Callable[[Asked], Answer]) -> Iterator[list[str]]:
    """Sites at some addresses of loopback, for as long as the context lasts; gives their hosts, with ports."""
    over = threading.Event()
    servers = [_Sites(ip, answer, over) for ip in ips]
    with selectors.DefaultSelector() as ready:
        for server in servers:
            ready.register(server.socket, selectors.EVENT_READ, server)

        def serve() -> None:
            while not over.is_set():
                for key, _ in ready.select(0.1):
                    key.data.handle_request()

        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        try:
            yield [f"{server.server_address[0]}:{server.server_address[1]}" for server in servers]
        finally:
            over.set()
            thread.join()
            for server in servers:
                server.server_close()
