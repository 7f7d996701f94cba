import ipaddress
import socket
import ssl
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from sayso.errors import InputError
from sayso.ingest import Input, address, read_input
from sayso.ingest.address import fetch, read_address
from sayso.ingest.inputs import Format
from sayso.ingest.raw import public_hosts
from sayso.ingest.raw.public_hosts import is_public
from sayso.records import Rejection, Story
from sayso.version import __version__

PAGE = "<!DOCTYPE html><html><body><p>The mayor said “no”.</p><p>She left.</p></body></html>"


class Site(BaseHTTPRequestHandler):
    agents: list[str] = []  # noqa: RUF012 - the server makes an instance for every request

    def do_GET(self) -> None:
        self.agents.append(self.headers["user-agent"])
        match self.path:
            case "/page":
                self.answer(PAGE.encode())
            case "/koi8":
                self.answer("Мэр города сказал нет.".encode("koi8-r"), "text/plain; charset=koi8-r")
            case "/moved":
                self.answer(b"", status=302, location="/page")
            case "/round":
                self.answer(b"", status=302, location="/round")
            case "/inside":
                self.answer(b"", status=302, location=f"http://127.0.0.2:{self.server.server_address[1]}/page")
            case "/file":
                self.answer(b"", status=302, location="file:///etc/hostname")
            case "/large":
                self.answer(b"word " * 10_000, "text/plain")
            case "/endless":
                self.send_response(200)
                self.end_headers()
                for _ in range(1000):
                    self.wfile.write(b"word " * 100)
            case "/image":
                self.answer(b"\x89PNG", "image/png")
            case "/slow":
                time.sleep(1)
            case "/lines":
                self.answer(b'{"text": "The mayor said no."}\n{"text": 1}\n', "application/x-ndjson")
            case _:
                self.answer(b"gone", status=404)

    def answer(self, body: bytes, kind: str = "text/html", status: int = 200, location: str = "") -> None:
        self.send_response(status)
        self.send_header("content-type", kind)
        self.send_header("content-length", str(len(body)))
        if location:
            self.send_header("location", location)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class calls it so
        pass


class QuietServer(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that hangs up is what several tests are about."""


@pytest.fixture
def site() -> Iterator[str]:
    with QuietServer(("127.0.0.1", 0), Site) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()
        thread.join()


def refusal(url: str, *, allow_private: bool = True) -> str:
    with pytest.raises(InputError) as caught:
        fetch(url, allow_private=allow_private)
    return str(caught.value)


def test_a_page_is_fetched_and_read(site: str) -> None:
    (story,) = read_address(f"{site}/moved", allow_private=True)
    assert isinstance(story, Story)
    assert (story.text, story.url, story.outlet) == ("The mayor said “no”.\n\nShe left.", f"{site}/page", "127.0.0.1")
    assert Site.agents[-1] == f"sayso/{__version__}"


def test_what_vouches_for_servers_is_not_read_again_for_each_request(
    site: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    fetch(f"{site}/page", allow_private=True)

    def refuse(*_: object, **__: object) -> ssl.SSLContext:
        raise AssertionError("read again")

    monkeypatch.setattr(ssl, "create_default_context", refuse)
    assert fetch(f"{site}/page", allow_private=True).data == PAGE.encode()


def test_the_header_names_the_encoding(site: str) -> None:
    (story,) = read_address(f"{site}/koi8", allow_private=True)
    assert isinstance(story, Story)
    assert (story.text, story.encoding) == ("Мэр города сказал нет.", "koi8-r")


def test_json_lines_are_read_past_a_bad_one(site: str) -> None:
    items = list(read_address(f"{site}/lines", allow_private=True))
    assert [type(item) for item in items] == [Story, Rejection]


def test_loopback_is_refused_unless_allowed(site: str) -> None:
    assert "not on the public internet" in refusal(f"{site}/page", allow_private=False)
    (rejection,) = read_input(Input(site, Format.ADDRESS, site))
    assert isinstance(rejection, Rejection)
    assert "not on the public internet" in rejection.came


def test_a_redirect_to_a_private_address_is_refused(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    # the test server stands in for a public host; where it leads to is judged as always
    monkeypatch.setattr(public_hosts, "is_public", lambda ip: str(ip) == "127.0.0.1" or is_public(ip))
    assert fetch(f"{site}/page").data == PAGE.encode()
    assert "127.0.0.2, which is not on the public internet" in refusal(f"{site}/inside", allow_private=False)


def test_a_name_is_resolved_once_and_connected_to_what_was_checked(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def resolve(host: str, port: object, **options: object) -> list[tuple[object, ...]]:
        asked.append(host)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", 0))]

    real = socket.getaddrinfo
    monkeypatch.setattr(
        socket, "getaddrinfo", lambda host, port, *rest, **options: resolve(host, port)
        if host == "gazette.example"
        else real(host, port, *rest, **options),
    )  # fmt: skip
    page = fetch(site.replace("127.0.0.1", "gazette.example") + "/page", allow_private=True)
    assert (page.data, asked) == (PAGE.encode(), ["gazette.example"])
    assert page.url.startswith("http://gazette.example:")


@pytest.mark.parametrize(
    ("path", "came"),
    [
        ("/none", "404"),
        ("/round", "more than 5 redirects"),
        ("/file", "file"),
        ("/image", "image/png"),
    ],
)
def test_answers_that_are_no_story_are_refused(site: str, path: str, came: str) -> None:
    assert came in refusal(site + path)


@pytest.mark.parametrize("path", ["/large", "/endless"])
def test_a_page_that_is_too_large_is_refused(site: str, path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(address, "LARGEST_FILE_BYTES", 20_000)
    assert "more than 20,000 bytes" in refusal(site + path)


def test_a_page_that_takes_too_long_is_refused(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(address, "FETCH_TIMEOUT_SECONDS", 0.2)
    assert "within 0.2 seconds" in refusal(f"{site}/slow")


def test_an_address_that_refuses_is_told() -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        port = unused.getsockname()[1]
    assert "cannot be fetched" in refusal(f"http://127.0.0.1:{port}/")


@pytest.mark.parametrize("url", ["ftp://gazette.example/a", "http://", "http://[", "http://a b/"])
def test_what_is_no_address_is_refused(url: str) -> None:
    assert "Wanted" in refusal(url)


@pytest.mark.parametrize(
    ("ip", "public"),
    [
        ("93.184.215.14", True),
        ("2606:2800:21f:cb07:6820:80da:af6b:8b2c", True),
        ("127.0.0.1", False),
        ("10.1.2.3", False),
        ("172.16.0.1", False),
        ("192.168.1.1", False),
        ("169.254.169.254", False),
        ("100.64.0.1", False),
        ("0.0.0.0", False),
        ("224.0.0.1", False),
        ("240.0.0.1", False),
        ("255.255.255.255", False),
        ("::1", False),
        ("::", False),
        ("fe80::1", False),
        ("fc00::1", False),
        ("ff02::1", False),
        ("::ffff:127.0.0.1", False),
        ("::ffff:93.184.215.14", True),
        ("2002:7f00:1::", False),
        ("64:ff9b::7f00:1", False),
        ("64:ff9b::5db8:d70e", True),
    ],
)
def test_public_addresses_are_told_from_others(ip: str, public: bool) -> None:
    assert is_public(ipaddress.ip_address(ip)) is public
