"""Stories from web addresses, fetched with care: only public hosts, and no more than the settings allow.

Every connection goes to an IP address that was checked, at every redirect: the name is resolved once, and the request
is sent to what it resolved to, so that a name cannot point to one place when it is checked and to another when it is
used (DNS rebinding). Proxies from the environment are not used, as they would resolve the name themselves. All of it,
redirects too, must be done by one deadline.
"""

import io
import ipaddress
import socket
import ssl
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache

import httpx

from sayso.errors import InputError, SaysoError
from sayso.ingest.columns import ColumnMapping
from sayso.ingest.connection import Deadline, timed_transport
from sayso.ingest.documents import read_document
from sayso.ingest.files import GZIP_START, unpack
from sayso.ingest.formats import BY_MEDIA_TYPE, Format, sniff_format
from sayso.ingest.listings import DEEPEST_LIST, read_list
from sayso.records import Rejection, Story
from sayso.settings import FETCH_REDIRECTS, FETCH_TIMEOUT_SECONDS, LARGEST_FILE_BYTES
from sayso.version import __version__

USER_AGENT = f"sayso/{__version__}"

IpAddress = ipaddress.IPv4Address | ipaddress.IPv6Address

_NOT_PUBLIC = tuple(
    map(
        ipaddress.ip_network,
        ("192.0.0.0/24", "192.88.99.0/24", "64:ff9b:1::/48", "3fff::/20", "5f00::/16", "fec0::/10"),
    )
)
"""Assigned by protocols, 6to4 relays, local translation, documentation, segment routing, sites: not refused by the
tables of every Python that we run on."""

_OTHER_PORTS = frozenset({
    1, 7, 9, 11, 13, 15, 17, 19, 20, 21, 22, 23, 25, 37, 42, 43, 53, 69, 77, 79, 87, 95, 101, 102, 103, 104, 109, 110,
    111, 113, 115, 117, 119, 123, 135, 137, 139, 143, 161, 179, 389, 427, 465, 512, 513, 514, 515, 526, 530, 531, 532,
    540, 548, 554, 556, 563, 587, 601, 636, 989, 990, 993, 995, 1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061,
    6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 10080,
})  # fmt: skip
"""Ports of mail and the like, which browsers ask for no page either (WHATWG Fetch, section 2.9)."""

_ENCODINGS = frozenset({"", "identity", "gzip", "x-gzip", "deflate"})
"""How a page may be compressed: these unpack to at most a thousand times their size, a piece at a time."""

_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")
_READ_TYPES = BY_MEDIA_TYPE.keys() | {"application/xml", "application/json", "application/gzip", "application/x-gzip"}


@dataclass(frozen=True, slots=True)
class Page:
    """What an address gave.

    Attributes:
        url: The address that it came from in the end, after redirects.
        data: The bytes of its body.
        charset: The encoding that the HTTP header names.
        media_type: The type that it names ("text/html"), in small letters.
    """

    url: str
    data: bytes
    charset: str | None
    media_type: str = "text/html"


def read_address(
    url: str, columns: ColumnMapping | None = None, *, allow_private: bool = False, within: int = 0
) -> Iterator[Story | Rejection]:
    """Fetch an address and read the stories there, in any format but Parquet; what a list names is fetched too.

    Args:
        url: An http or https address.
        columns: Which keys of JSON lines hold what.
        allow_private: Fetch from private and loopback addresses too.
        within: How many lists of addresses it was reached through.
    """
    try:
        page = fetch(url, allow_private=allow_private)
        yield from read_page(page, url, columns or ColumnMapping(), allow_private=allow_private, within=within)
    except SaysoError as error:
        yield Rejection.because(url, error)


def fetch(url: str, *, allow_private: bool = False) -> Page:
    """Fetch an address.

    Args:
        url: An http or https address.
        allow_private: Fetch from private and loopback addresses too.

    Raises:
        InputError: it is no such address, leads to a host that is not public, refuses, takes longer than
            `FETCH_TIMEOUT_SECONDS`, is larger than `LARGEST_FILE_BYTES`, redirects more than `FETCH_REDIRECTS` times,
            answers with an error, or holds no text.
    """
    with ask(url, allow_private=allow_private) as response:
        check_answer(response)
        return page_of(response)


@contextmanager
def ask(
    url: str,
    method: str = "GET",
    *,
    headers: Mapping[str, str] | None = None,
    content: bytes | None = None,
    follow_redirects: bool = True,
    allow_private: bool = False,
) -> Iterator[httpx.Response]:
    """Send one request, and give its answer, whatever its status, before its body is read.

    Raises:
        InputError: as `fetch`, but for the answer's status, type and size.
    """
    client = httpx.Client(
        transport=_CheckedTransport(Deadline(FETCH_TIMEOUT_SECONDS), allow_private=allow_private),
        headers={
            "user-agent": USER_AGENT,
            "accept": "text/html, application/xhtml+xml, text/*;q=0.9, */*;q=0.1",
            "accept-encoding": "gzip, deflate",
        },
        follow_redirects=follow_redirects,
        max_redirects=FETCH_REDIRECTS,
        timeout=FETCH_TIMEOUT_SECONDS,
        trust_env=False,
    )
    try:
        with client, client.stream(method, url, headers=headers, content=content) as response:
            yield response
    except httpx.TimeoutException as error:
        raise _too_slow() from error
    except httpx.TooManyRedirects as error:
        raise InputError(
            f"more than {FETCH_REDIRECTS} redirects", "the address of a story", "Name the last one"
        ) from error
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        raise InputError(
            f"the address cannot be fetched ({error})",
            "an http or https address that answers",
            "Check it in a browser, and save the page if need be",
        ) from error


def is_public(address: IpAddress) -> bool:
    """Tell whether an IP address is on the public internet: not private, loopback, link-local, multicast or reserved.

    An IPv6 address that stands for an IPv4 one (mapped, 6to4, NAT64) is judged by that one.
    """
    if isinstance(address, ipaddress.IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour
        if inner is None and address in _NAT64:
            inner = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(inner)
    if any(address in network for network in _NOT_PUBLIC):
        return False
    return address.is_global and not (address.is_multicast or address.is_reserved)


@cache
def _trusted() -> ssl.SSLContext:
    """What vouches for servers; read once, as reading it takes longer than many requests."""
    return httpx.create_ssl_context(trust_env=False)


class _CheckedTransport(httpx.BaseTransport):
    """Sends each request to an address that was resolved and checked here; TLS still checks the host's name."""

    def __init__(self, deadline: Deadline, *, allow_private: bool) -> None:
        self._allow_private = allow_private
        self._inner = timed_transport(deadline, _trusted())

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        if request.url.scheme not in ("http", "https"):
            raise InputError(f"the address {request.url}", "an http or https address", "Check where it leads")
        if request.url.userinfo:
            raise InputError("an address with a name or a password in it", "one without", "Save the page, and read it")
        if request.url.port in _OTHER_PORTS:
            raise InputError(f"an address at port {request.url.port}", "a web server", "Check where it leads")
        address = self._resolve(request.url)
        pinned = httpx.Request(
            request.method,
            request.url.copy_with(host=str(address)),
            headers=request.headers,  # holds the host's name
            stream=request.stream,
            extensions={**request.extensions, "sni_hostname": request.url.host},
        )
        return self._inner.handle_request(pinned)

    def close(self) -> None:
        self._inner.close()

    def _resolve(self, url: httpx.URL) -> IpAddress:
        try:
            found = socket.getaddrinfo(url.host, None, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError) as error:
            raise InputError(f"the host {url.host} is not known", "the address of a story", "Check it") from error
        addresses = [ipaddress.ip_address(str(entry[4][0]).partition("%")[0]) for entry in found]
        refused = [address for address in addresses if not is_public(address)]
        if refused and not self._allow_private:
            raise InputError(
                f"{url.host} leads to {refused[0]}, which is not on the public internet",
                "a public address",
                "Save the page, and read the file",
            )
        return addresses[0]


def check_answer(response: httpx.Response) -> None:
    """Refuse what is no page, text, feed or JSON.

    Raises:
        InputError: its status is not 200, or its type or size is none of a story's.
    """
    if response.status_code != httpx.codes.OK:
        raise InputError(
            f"the answer {response.status_code} {response.reason_phrase}",
            "a page (200 OK)",
            "Check the address in a browser, and save the page if need be",
        )
    kind = _media_type(response)
    if not (kind.startswith("text/") or kind in _READ_TYPES or kind.endswith(("+xml", "+json"))):
        raise InputError(
            f"content of type {kind}",
            "a page, a text, a feed or another format that is read",
            "Convert it to text first",
        )
    encoding = response.headers.get("content-encoding", "").strip().lower()
    if encoding not in _ENCODINGS:
        twice = "twice" if "," in encoding else f"as {encoding}"
        raise InputError(f"content that is compressed {twice}", "a page", "Save it, and read the file")
    told = response.headers.get("content-length", "")
    if told.isdecimal() and int(told) > LARGEST_FILE_BYTES:
        raise _too_large()


def page_of(response: httpx.Response) -> Page:
    """What an answer gave.

    Raises:
        InputError: it is larger than `LARGEST_FILE_BYTES`.
    """
    return Page(str(response.url), read_body(response), response.charset_encoding, _media_type(response))


def _media_type(response: httpx.Response) -> str:
    return str(response.headers.get("content-type", "text/html")).partition(";")[0].strip().lower()


def read_body(response: httpx.Response) -> bytes:
    """The body of an answer.

    Raises:
        InputError: it is larger than `LARGEST_FILE_BYTES`.
    """
    data = bytearray()
    for chunk in response.iter_bytes():
        data += chunk
        if len(data) > LARGEST_FILE_BYTES:
            raise _too_large()
    return bytes(data)


def _too_large() -> InputError:
    return InputError(f"more than {LARGEST_FILE_BYTES:,} bytes", "a page of a story", "Save it, and cut it down")


def _too_slow() -> InputError:
    return InputError(f"no whole answer within {FETCH_TIMEOUT_SECONDS:g} seconds", "a page", "Try again later")


def read_listed(
    data: bytes,
    columns: ColumnMapping | None = None,
    *,
    allow_private: bool = False,
    within: int = 0,
) -> Iterator[Story | Rejection]:
    """Fetch and read what an OPML file or a sitemap lists: feeds, pages and further sitemaps, one after another.

    Args:
        data: The list.
        columns: Which keys of JSON lines hold what.
        allow_private: Fetch from private and loopback addresses too.
        within: How many lists it was itself reached through.

    Raises:
        InputError: the list cannot be read, lists nothing, or is deeper than `DEEPEST_LIST`.
    """
    if within >= DEEPEST_LIST:
        raise InputError(
            f"a list within {within} other lists", f"at most {DEEPEST_LIST} one within another", "Name the last one"
        )
    for listed in read_list(data):
        for item in read_address(listed.url, columns, allow_private=allow_private, within=within + 1):
            yield listed.complete(item) if isinstance(item, Story) else item


def read_page(
    page: Page, where: str, columns: ColumnMapping, *, allow_private: bool = False, within: int = 0
) -> Iterator[Story | Rejection]:
    """The story or stories of what an address gave; see `read_address`.

    Raises:
        InputError: it holds none that can be read.
    """
    data = unpack(page.data) if page.data.startswith(GZIP_START) else page.data
    found = sniff_format(data)
    if found is Format.TEXT:
        found = BY_MEDIA_TYPE.get(page.media_type, found)
    match found:
        case Format.OPML | Format.SITEMAP:
            yield from read_listed(data, columns, allow_private=allow_private, within=within)
        case Format.JSONL:
            from sayso.ingest.tables import stories_of_json_lines

            yield from stories_of_json_lines(io.BytesIO(data), where, columns)
        case Format.CSV:
            from sayso.ingest.tables import stories_of_csv

            yield from stories_of_csv(io.BytesIO(data), where, columns)
        case Format.WARC:
            from sayso.ingest.warc import stories_of_warc

            yield from stories_of_warc(io.BytesIO(page.data), where)
        case _:
            yield from read_document(found, data, where, url=page.url, declared=page.charset)
