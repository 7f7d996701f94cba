"""What a feed holds: entries that carry their story whole, and entries whose story is on a page of its own."""

import hashlib
import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urljoin, urlsplit

import feedparser

from sayso.errors import InputError
from sayso.ingest.address import Page
from sayso.ingest.fields.dates import read_date
from sayso.ingest.fields.markup import text_of_fragment
from sayso.ingest.inputs import is_address
from sayso.ingest.raw.files import GZIP_START, unpack
from sayso.ingest.raw.formats import Format, sniff_format
from sayso.ingest.readers.feed import stories_from_feed
from sayso.ingest.readers.listings import Listed, read_list
from sayso.records import Rejection, Story
from sayso.records.addresses import compare_address
from sayso.records.feeds import Entry
from sayso.text.encoding import decode_bytes, find_declared
from sayso.watch.intervals import stated_interval
from sayso.watch.visiting import host_of

WHOLE_CONTENT_CHARS = 250
"""What a feed calls an entry's content is the story from this length on: below it pages too are not told from teasers
(see `SHORT_PAGE_CHARS` of ingest.page)."""

WHOLE_SUMMARY_CHARS = 1500
"""What it calls a summary or description is the story from this length on: teasers have a paragraph or two, and many
RSS files know no other place for a whole story."""

_HEAD_BYTES = 4096
_CUT = re.compile(
    r"(?:\.\.\.|…|\[…\]|\[\.\.\.\]|(?:read|see) more\W*|continue reading\b.*|read the (?:full|rest)\b.*)$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Item:
    """An entry of a feed with its story, where the feed carries it whole.

    A Rejection is a story that the feed carries and that cannot be read; None one that is on the entry's page.
    """

    entry: Entry
    carried: Story | Rejection | None


@dataclass(frozen=True, slots=True)
class Polled:
    """What a feed held when it was polled: its title, the interval that it asks for (0: none), and its entries."""

    title: str | None
    stated_seconds: float
    items: tuple[Item, ...]


def read_feed(page: Page, address: str) -> Polled:
    """Read what came from the address of a feed or a sitemap, packed by gzip or not.

    Raises:
        InputError: it is neither.
    """
    if page.data.startswith(GZIP_START):
        page = replace(page, data=unpack(page.data))
    if sniff_format(page.data) in (Format.OPML, Format.SITEMAP):
        return _read_sitemap(page.data, address)
    decoded = decode_bytes(page.data, page.charset or find_declared(page.data[:_HEAD_BYTES]))
    parsed = feedparser.parse(
        io.BytesIO(decoded.text.encode("utf-8", "replace")),
        response_headers={"content-type": "application/xml; charset=utf-8"},
        resolve_relative_uris=False,
    )
    if not parsed.version:
        raise InputError(
            "an answer that is neither RSS, Atom nor a sitemap", "a feed", "Check the address in a browser"
        )
    if not parsed.entries:
        return Polled(parsed.feed.get("title"), stated_interval(parsed.feed), ())
    stories = stories_from_feed(page.data, address, page.charset)
    items = zip(parsed.entries, stories, strict=True)
    return Polled(
        title=parsed.feed.get("title"),
        stated_seconds=stated_interval(parsed.feed),
        items=tuple(_once(_read_item(entry, story, address, page.url) for entry, story in items)),
    )


def _read_sitemap(data: bytes, address: str) -> Polled:
    listed = read_list(data, may_be_empty=True)
    if listed and not listed[0].is_page:
        raise InputError(
            f"a list of {len(listed)} feeds or sitemaps, such as {listed[0].url}",
            "a feed, or a sitemap of pages",
            "Watch those of them that bring news; sayso watch takes a file of such a list too",
        )
    return Polled(None, 0.0, tuple(_once(Item(_listed_entry(one, address), None) for one in listed)))


def _listed_entry(page: Listed, feed: str) -> Entry:
    address, host = compare_address(page.url), host_of(page.url)
    return Entry(feed, page.url, address, page.url, host, published=page.published)


def _once(items: Iterator[Item]) -> Iterator[Item]:
    guids: set[str] = set()
    addresses: set[str] = set()
    for item in items:
        entry = item.entry
        if entry.guid not in guids and entry.address not in addresses:
            yield item
        guids.add(entry.guid)
        addresses |= {entry.address} if entry.address else set()


def _read_item(entry: Mapping[str, Any], story: Story | Rejection, feed: str, base: str) -> Item:
    link = _link_of(entry, base)
    text = story.text if isinstance(story, Story) else ""
    known = Entry(
        feed=feed,
        guid=entry.get("id") or link or hashlib.sha256(f"{entry.get('title')}\n{text}".encode()).hexdigest(),
        address=compare_address(link) if link else "",
        link=link,
        host=host_of(link) if link else "",
        published=_published(entry),
    )
    if link and not is_whole(entry):
        return Item(known, None)
    # the entry's own link, whole, is what the story is known by later
    return Item(known, replace(story, url=link) if isinstance(story, Story) and link else story)


def is_whole(entry: Mapping[str, Any]) -> bool:
    """Tell whether an entry carries its story whole, as far as the length and the end of its text tell.

    Args:
        entry: As feedparser gives it.
    """
    summary = text_of_fragment(entry.get("summary") or "")
    contents = [text_of_fragment(part.get("value") or "") for part in entry.get("content", [])]
    content = max(contents, key=len, default="")
    if content == summary:  # feedparser gives the one for the other where a feed has only one of them
        content = ""
    text, least = (content, WHOLE_CONTENT_CHARS) if content else (summary, WHOLE_SUMMARY_CHARS)
    return len(text) >= least and not _CUT.search(text)


def _link_of(entry: Mapping[str, Any], base: str) -> str | None:
    try:
        link = urljoin(base, (entry.get("feedburner_origlink") or entry.get("link") or "").strip())
        has_host = bool(urlsplit(link).hostname)
    except ValueError:
        return None
    return link if entry.get("link") and has_host and is_address(link) else None


def _published(entry: Mapping[str, Any]) -> str | None:
    try:
        return read_date(entry.get("published") or entry.get("updated") or "")
    except InputError:
        return None
