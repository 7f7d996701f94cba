"""Addresses that lead where they should not, and servers that mean harm; all on loopback, really asked."""

import gzip
import socket
import threading
import time
from collections.abc import Iterator

import pytest

from sayso.errors import InputError
from sayso.ingest import address
from sayso.ingest.address import fetch
from sayso.ingest.raw import public_hosts
from sayso.ingest.raw.public_hosts import is_public

REFUSED = {
    "http://127.0.0.1/": "not on the public internet",
    "http://127.1/": "not on the public internet",
    "http://2130706433/": "not on the public internet",
    "http://0x7f000001/": "not on the public internet",
    "http://0177.0.0.1/": "Wanted",
    "http://localhost/": "not on the public internet",
    "http://localhost./": "Wanted",
    "http://LOCALHOST/": "not on the public internet",
    "http://0/": "not on the public internet",
    "http://[::1]/": "not on the public internet",
    "http://[::ffff:127.0.0.1]/": "not on the public internet",
    "http://[::ffff:7f00:1]/": "not on the public internet",
    "http://[::127.0.0.1]/": "not on the public internet",
    "http://[::ffff:0:127.0.0.1]/": "not on the public internet",
    "http://[64:ff9b::127.0.0.1]/": "not on the public internet",
    "http://[64:ff9b:1::1]/": "not on the public internet",
    "http://[2002:7f00:1::]/": "not on the public internet",
    "http://[2001:0:7f00:1::]/": "not on the public internet",
    "http://[fec0::1]/": "not on the public internet",
    "http://[fd00::1]/": "not on the public internet",
    "http://[3fff::1]/": "not on the public internet",
    "http://169.254.169.254/latest/meta-data/": "not on the public internet",
    "http://192.0.0.192/": "not on the public internet",
    "http://198.18.0.1/": "not on the public internet",
    "http://me:secret@93.184.215.14/": "a name or a password",
    "http://bbc.co.uk@127.0.0.1/": "a name or a password",
    "http://93.184.215.14:25/": "port 25",
    "http://93.184.215.14:6667/": "port 6667",
    "https://93.184.215.14:22/": "port 22",
    "file:///etc/passwd": "Wanted",
    "gopher://127.0.0.1/": "Wanted",
    "http://127.0.0.1\r\nX: y/": "Wanted",
    "http://a\u2025b/": "Wanted",
    "http://" + "a" * 70 + ".example/": "Wanted",
    "http://127.0.0.1:99999/": "Wanted",
}


@pytest.mark.parametrize("url", REFUSED)
def test_an_address_that_is_not_asked(url: str) -> None:
    with pytest.raises(InputError) as caught:
        fetch(url)
    assert REFUSED[url] in str(caught.value)
    assert "secret" not in str(caught.value)


HEAD = b"HTTP/1.1 200 OK\r\ncontent-type: text/html\r\n"
BODY = b"<p>The mayor said no.</p>"
EMPTY_BLOCK = b"\x00\x00\x00\xff\xff"


class Foe:
    """A server that answers as it is told to, and then goes on for as long as it is let."""

    def __init__(self, begin: bytes, again: bytes, pause_seconds: float) -> None:
        self._listening = socket.create_server(("127.0.0.1", 0))
        self._plan = (begin, again, pause_seconds)
        self.url = f"http://127.0.0.1:{self._listening.getsockname()[1]}/"
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self) -> None:
        begin, again, pause_seconds = self._plan
        try:
            while True:
                taken, _ = self._listening.accept()
                with taken:
                    taken.recv(65536)
                    taken.sendall(begin)
                    ends = time.monotonic() + 60
                    while again and time.monotonic() < ends:
                        taken.sendall(again)
                        time.sleep(pause_seconds)
        except OSError:
            return

    def close(self) -> None:
        self._listening.close()


def redirect(to: bytes) -> bytes:
    return b"HTTP/1.1 302 Found\r\ncontent-length: 0\r\nconnection: close\r\nlocation: " + to + b"\r\n\r\n"


FOES: dict[str, tuple[bytes, bytes, float, str]] = {
    "headers that drip": (b"HTTP/1.1 200 OK\r\nx: ", b"a", 0.05, "within 0.5 seconds"),
    "interim answers without end": (b"", b"HTTP/1.1 103 Early Hints\r\n\r\n", 0.01, "within 0.5 seconds"),
    "a body that drips": (HEAD + b"content-length: 9999\r\n\r\n", b"a", 0.05, "within 0.5 seconds"),
    "a body that unpacks to nothing": (
        HEAD + b"content-encoding: gzip\r\n\r\n" + gzip.compress(b"")[:10],
        EMPTY_BLOCK * 99,
        0.01,
        "within 0.5 seconds",
    ),
    "chunks that drip": (HEAD + b"transfer-encoding: chunked\r\n\r\n", b"1\r\na\r\n", 0.05, "within 0.5 seconds"),
    "silence": (b"", b"", 0, "cannot be fetched"),
    "a gzip bomb": (HEAD + b"content-encoding: gzip\r\n\r\n" + gzip.compress(bytes(60_000_000)), b"", 0, "more than"),
    "gzip that is none": (HEAD + b"content-encoding: gzip\r\n\r\nnot at all", b"", 0, "cannot be fetched"),
    "packed twice": (HEAD + b"content-encoding: gzip, gzip\r\n\r\n", b"", 0, "compressed twice"),
    "brotli": (HEAD + b"content-encoding: br\r\n\r\n", b"", 0, "compressed as br"),
    "huge headers": (b"HTTP/1.1 200 OK\r\nx: " + b"a" * 300_000 + b"\r\n\r\n", b"", 0, "cannot be fetched"),
    "a length that is none": (HEAD + b"content-length: many\r\n\r\n" + BODY, b"", 0, "cannot be fetched"),
    "two lengths": (HEAD + b"content-length: 1\r\ncontent-length: 2\r\n\r\n" + BODY, b"", 0, "cannot be fetched"),
    "a length that is not kept": (HEAD + b"content-length: 99\r\n\r\n" + BODY, b"", 0, "cannot be fetched"),
    "a length that is too much": (HEAD + b"content-length: 99999999999\r\n\r\n", b"", 0, "more than"),
    "no HTTP": (b"SSH-2.0-OpenSSH_9.6\r\n", b"", 0, "cannot be fetched"),
    "on to a file": (redirect(b"file:///etc/passwd"), b"", 0, "Wanted: an http or https address"),
    "on with a password": (redirect(b"http://a:b@127.0.0.1/"), b"", 0, "a name or a password"),
    "on to a mail server": (redirect(b"http://127.0.0.1:25/"), b"", 0, "port 25"),
    "on to no address": (redirect(b"http://[/"), b"", 0, "Wanted"),
    "on and on": (redirect(b"/"), b"", 0, "more than 5 redirects"),
    "on into the network": (redirect(b"http://[::ffff:10.0.0.1]/"), b"", 0, "which is not on the public internet"),
}


@pytest.fixture
def foe(request: pytest.FixtureRequest) -> Iterator[Foe]:
    begin, again, pause_seconds, _ = FOES[request.param]
    made = Foe(begin, again, pause_seconds)
    yield made
    made.close()


@pytest.mark.parametrize(("foe", "told"), [(name, case[3]) for name, case in FOES.items()], indirect=["foe"], ids=FOES)
def test_a_server_that_means_harm(foe: Foe, told: str, monkeypatch: pytest.MonkeyPatch) -> None:
    # the server stands in for a public one; where it leads to is judged as always
    monkeypatch.setattr(public_hosts, "is_public", lambda ip: str(ip) == "127.0.0.1" or is_public(ip))
    if "within" in told:
        monkeypatch.setattr(address, "FETCH_TIMEOUT_SECONDS", 0.5)
    begun = time.monotonic()
    with pytest.raises(InputError) as caught:
        fetch(foe.url)
    assert told in str(caught.value)
    assert time.monotonic() - begun < 60  # the machine may be busy
