"""Stories from web addresses, fetched with care: only public hosts, and no more than the settings allow.

Every connection is one to a public host (see `public_hosts`), at every redirect. Proxies from the environment are not
used, as they would resolve the name themselves. All of it, redirects too, must be done by one deadline.
"""

import io
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass

import httpx

from sayso.errors import InputError, SaysoError
from sayso.ingest.fields.columns import ColumnMapping
from sayso.ingest.raw.connection import Deadline
from sayso.ingest.raw.files import GZIP_START, unpack
from sayso.ingest.raw.formats import BY_MEDIA_TYPE, Format, sniff_format
from sayso.ingest.raw.public_hosts import PublicTransport
from sayso.ingest.readers.documents import read_document
from sayso.ingest.readers.listings import DEEPEST_LIST, read_list
from sayso.records import Rejection, Story
from sayso.settings import FETCH_REDIRECTS, FETCH_TIMEOUT_SECONDS, LARGEST_FILE_BYTES
from sayso.version import __version__

USER_AGENT = f"sayso/{__version__}"

_ENCODINGS = frozenset({"", "identity", "gzip", "x-gzip", "deflate"})
"""How a page may be compressed: these unpack to at most a thousand times their size, a piece at a time."""

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
        transport=PublicTransport(Deadline(FETCH_TIMEOUT_SECONDS), allow_private=allow_private),
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
    except UnicodeError as error:
        # Bytes of a command line that are no UTF-8 come as halves of surrogate pairs; a host may be no name in IDNA.
        raise InputError(
            f"the address holds what no address can ({error})",
            "an http or https address in UTF-8",
            "Copy it again from the browser, where such bytes stand as %FF",
        ) from error
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        raise InputError(
            f"the address cannot be fetched ({error})",
            "an http or https address that answers",
            "Check it in a browser, and save the page if need be",
        ) from error


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
            from sayso.ingest.readers.tables import stories_of_json_lines

            yield from stories_of_json_lines(io.BytesIO(data), where, columns)
        case Format.JSON_ARRAY:
            from sayso.ingest.readers.json_array import stories_of_json_array

            yield from stories_of_json_array(io.BytesIO(data), where, columns)
        case Format.CSV:
            from sayso.ingest.readers.tables import stories_of_csv

            yield from stories_of_csv(io.BytesIO(data), where, columns)
        case Format.WARC:
            from sayso.ingest.readers.warc import stories_of_warc

            yield from stories_of_warc(io.BytesIO(page.data), where)
        case _:
            yield from read_document(found, data, where, url=page.url, declared=page.charset)
