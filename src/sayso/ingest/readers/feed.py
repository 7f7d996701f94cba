"""Stories from RSS and Atom files that carry their full texts."""

import io
import re
import sys
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import feedparser

from sayso.errors import InputError, SaysoError
from sayso.ingest.fields.dates import read_date
from sayso.ingest.fields.markup import text_of_fragment
from sayso.ingest.fields.stories import story_from_text
from sayso.ingest.readers.feed_items import cut_items
from sayso.records import Rejection, Story
from sayso.records.addresses import is_web_page
from sayso.text.agencies import find_agency
from sayso.text.encoding import decode_bytes, find_declared

_HEAD_BYTES = 4096
_FIRST_PROBLEM_CHARS = 100
_ENDLESS = re.compile(
    r"<[^<>!?][^<>]{20000}|<(?:\w+:)?(?:author|contributor|creator|email|managingeditor|name|publisher|webmaster)\b"
    r"[^<>]*>[^<]{0,20000}?[\w.+-]{2000}",
    re.IGNORECASE,
)
"""A tag of so many characters, or a person's name of one such word: feedparser takes the square of time over them, 30
seconds for a tag with 50,000 attributes."""

_DECLARATION = re.compile(r"\A<\?xml[^>]{0,500}>")
_REFERENCE = re.compile(r"&#(?:x0*([0-9a-f]+)|0*(\d+));?", re.IGNORECASE)
_LONGEST_REFERENCE = 7
_HALF_PAIRS = range(0xD800, 0xE000)


def stories_from_feed(data: bytes, where: str, declared: str | None = None) -> Iterator[Story | Rejection]:
    """Stories of an RSS or Atom file, in its order; an item without a text is a Rejection.

    Nothing outside the file is read for it: the bytes are decoded here and parsed from memory, and feedparser takes
    declared entities out with the DOCTYPE, external ones unread.

    Args:
        data: The whole file.
        where: How to call it in a Rejection, before "item 3".
        declared: The encoding that the HTTP header names; it goes before the file's own.

    Raises:
        InputError: the bytes are no text, hold no feed or one that feedparser fails at, or a tag or a name in it is
            endless.
    """
    decoded = decode_bytes(data, declared or find_declared(data[:_HEAD_BYTES]))
    if endless := _ENDLESS.search(decoded.text):
        raise InputError(
            f"a tag or a name without end at character {endless.start():,}", "a feed", "Save the feed again"
        )
    feed = _parse(decoded.text)
    if not feed.entries:
        came = "a feed without items" if feed.version else "XML that is neither RSS nor Atom"
        problem = str(feed.get("bozo_exception", ""))[:_FIRST_PROBLEM_CHARS]
        raise InputError(
            f"{came} ({problem})" if problem else came,
            "an RSS or Atom file with its full texts",
            "Save the feed again, or give the addresses of its stories",
        )
    items = cut_items(data, len(feed.entries))
    for number, (entry, raw) in enumerate(zip(feed.entries, items, strict=True), start=1):
        try:
            yield replace(_story_of_entry(entry, feed.feed, decoded.encoding), raw=raw)
        except SaysoError as error:
            yield Rejection.because(f"{where} item {number}", error)


def _parse(text: str) -> Any:
    # As UTF-8 with a header that says so. What the XML declares is cut off: feedparser looks for the encoding there by
    # a search whose time grows with the cube of a line that begins with a declaration that has no end.
    bare = "\n" + _DECLARATION.sub("", text.lstrip())
    try:
        return feedparser.parse(
            io.BytesIO(_REFERENCE.sub(_spell_reference, bare).encode("utf-8", "replace")),
            response_headers={"content-type": "application/xml; charset=utf-8"},
            resolve_relative_uris=False,
        )
    except ValueError as error:  # at a namespace with a space in it
        came = f"a feed that cannot be followed ({str(error)[:_FIRST_PROBLEM_CHARS]})"
        raise InputError(came, "an RSS or Atom file", "Save the feed again") from error


def _spell_reference(found: re.Match[str]) -> str:
    """A reference to a character as it stands; to what is none (half a surrogate pair), the sign for that.

    feedparser fails at these.
    """
    digits = found[1] or found[2]
    number = int(digits, 16 if found[1] else 10) if len(digits) <= _LONGEST_REFERENCE else sys.maxunicode + 1
    return "\ufffd" if number > sys.maxunicode or number in _HALF_PAIRS else found[0]


def _story_of_entry(entry: Mapping[str, Any], feed: Mapping[str, Any], encoding: str) -> Story:
    text = _entry_text(entry)
    if not text:
        raise InputError(
            "an item without a text", "an item with content or a description", "Give the address of the story instead"
        )
    authors = (author.get("name") for author in entry.get("authors", []))
    byline = ", ".join(filter(None, authors)) or _told(entry, "author")
    published_by = _told(entry.get("source", {}), "title")
    credits_ = (byline, published_by, *_credits(entry))
    return story_from_text(
        text,
        id=_told(entry, "id") or None,
        title=text_of_fragment(_told(entry, "title")) or None,
        outlet=published_by or _told(feed, "title") or None,
        agency=next(filter(None, map(find_agency, filter(None, credits_))), None),
        byline=byline or None,
        published=_entry_date(entry, "published"),
        modified=_entry_date(entry, "updated"),
        url=_told(entry, "link") or None,
        canonical_url=_told(entry, "feedburner_origlink") or None,
        originals=tuple(dict.fromkeys(filter(is_web_page, _originals(entry)))),
        encoding=encoding,
    )


def _told(of: Mapping[str, Any], key: str) -> str:
    """What an element says; nothing where feedparser gives its attributes instead, as of one that it does not know."""
    told = of.get(key)
    return told if isinstance(told, str) else ""


def _entry_text(entry: Mapping[str, Any]) -> str:
    parts = [*entry.get("content", []), entry.get("summary_detail", {})]
    return next(filter(None, (text_of_fragment(part.get("value") or "") for part in parts)), "")


def _credits(entry: Mapping[str, Any]) -> Iterator[str]:
    """Who else is credited with an item. A credit beside a picture is that of the picture, and tells nothing."""
    yield from (_told(entry, key) for key in ("dc_source", "publisher", "rights"))
    if not entry.get("media_content"):
        yield from (credit.get("content") or "" for credit in entry.get("media_credit", []))


def _originals(entry: Mapping[str, Any]) -> Iterator[str]:
    """The pages that an item says that it was made from: Atom's link "via", Dublin Core's source."""
    yield from (link.get("href") or "" for link in entry.get("links", []) if link.get("rel") == "via")
    yield _told(entry, "dc_source")


def _entry_date(entry: Mapping[str, Any], key: str) -> str | None:
    # feedparser gives another date, with a warning, where one is asked for that is not there
    told = _told(entry, key) if key in entry else ""
    if not told:
        return None
    try:
        return read_date(told)
    except InputError:
        parsed = entry.get(f"{key}_parsed")
        try:
            return datetime(*parsed[:6]).replace(tzinfo=UTC).isoformat() if parsed else None  # noqa: DTZ001
        except ValueError:  # feedparser reads years that there are not
            return None
