"""What a page says about itself: publisher, agency, byline, dates and its own address, each kept apart.

trafilatura's reading mixes some of these (it takes the canonical link's host for the outlet), so the page's JSON-LD,
meta tags and microdata are read here.
"""

import json
import re
from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from html import unescape
from typing import cast
from urllib.parse import urlsplit

from lxml import html

from sayso.errors import InputError
from sayso.ingest.fields.dates import read_date
from sayso.ingest.fields.links import PageLinks, read_links
from sayso.ingest.fields.printed_byline import find_printed_byline
from sayso.text.agencies import find_agency
from sayso.text.outlets import find_outlet, find_publisher, outlet_name

Json = dict[str, object]

_ARTICLE = re.compile(r"(?:Article|Posting|Report|Review)$")
_SAVED_FROM = re.compile(r"saved from url=\(\d+\)(https?://\S+)|Page saved with SingleFile\s+url:\s*(https?://\S+)")
_AUTHOR_NAMES = (
    "author",
    "byl",
    "article:author",
    "og:article:author",
    "parsely-author",
    "sailthru.author",
    "dc.creator",
    "dcterms.creator",
    "citation_author",
)
_AGENCY_KEYS = ("creditText", "provider", "sourceOrganization", "author", "creator", "copyrightHolder", "publisher")
_AGENCY_NAMES = (
    "source",
    "dc.source",
    "provider",
    "article:provider",
    "news_agency",
    "agency",
    "original-source",
    "syndication-source",
    "copyright",
    "dc.rights",
)
_PUBLISHED_NAMES = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "dc.date.issued",
    "dcterms.created",
    "parsely-pub-date",
    "sailthru.date",
    "pubdate",
    "publish-date",
)
_MODIFIED_NAMES = (
    "article:modified_time",
    "og:updated_time",
    "og:article:modified_time",
    "datemodified",
    "last-modified",
    "dcterms.modified",
)
_HEAD_CHARS = 4096
_FIRST_YEAR = "1600"
_DEEPEST_NAME = 20
"""So deep is a name looked for in JSON-LD: a list of works of organisations of persons is four deep."""
_TITLE_PARTS = re.compile(r"\s+[|–—-]\s+")
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class PageMetadata:
    """What a page says about itself; see the fields of `Story`. `source_type` is schema.org's digitalSourceType."""

    title: str | None
    outlet: str | None
    agency: str | None
    byline: str | None
    published: str | None
    modified: str | None
    url: str | None
    canonical_url: str | None
    originals: tuple[str, ...]
    source_type: object = None


def read_metadata(tree: html.HtmlElement, url: str | None) -> PageMetadata:
    """Read a page's own statements about itself.

    Args:
        tree: The page; it is not changed.
        url: The address that it was fetched from.
    """
    page = _Page(tree)
    links = _read_own_links(page, url)
    outlet = _read_outlet(page, _host(links.canonical_url) or _host(url))
    return PageMetadata(
        title=_read_title(page, outlet),
        outlet=outlet,
        agency=_read_agency(page),
        byline=_read_byline(page),
        published=_read_moment(page, "datePublished", _PUBLISHED_NAMES),
        modified=_read_moment(page, "dateModified", _MODIFIED_NAMES),
        url=url,
        canonical_url=links.canonical_url,
        originals=links.originals,
        source_type=page.article.get("digitalSourceType"),
    )


def find_saved_address(page: str) -> str | None:
    """The address that a browser noted in a comment at the head of a page that it saved."""
    match = _SAVED_FROM.search(page, 0, _HEAD_CHARS)
    return (match.group(1) or match.group(2)) if match else None


class _Page:
    """The places of a page where it speaks of itself."""

    def __init__(self, tree: html.HtmlElement) -> None:
        self.tree = tree
        self._metas: dict[str, list[str]] = {}
        for tag in tree.iter("meta"):
            name = (tag.get("property") or tag.get("name") or tag.get("itemprop") or "").lower()
            content = _tidy(tag.get("content") or "")
            if name and content:
                self._metas.setdefault(name, []).append(content)

    def metas(self, names: tuple[str, ...]) -> Iterator[str]:
        """What the meta tags of these names hold, in the order of the names."""
        for name in names:
            yield from self._metas.get(name, [])

    def meta(self, name: str) -> str | None:
        """What the first meta tag of this name holds."""
        return next(self.metas((name,)), None)

    def microdata(self, item: str) -> str | None:
        """The name given in microdata for a property of the page."""
        for element in self.tree.xpath(f'.//*[@itemprop="{item}"]//*[@itemprop="name"]'):
            name = _tidy(element.get("content") or element.text_content())
            if name:
                return name
        return None

    @cached_property
    def nodes(self) -> list[Json]:
        """The objects of its JSON-LD."""
        return [node for script in self.tree.iter("script") for node in _json_ld(script)]

    @cached_property
    def article(self) -> Json:
        """The JSON-LD object that is the story: the first of an article's type, else the first with a headline."""
        for node in self.nodes:
            types = node.get("@type")
            if any(_ARTICLE.search(str(type_)) for type_ in (types if isinstance(types, list) else [types])):
                return node
        return next((node for node in self.nodes if "headline" in node), {})

    def names(self, value: object, depth: int = 0) -> str | None:
        """The name, or names with commas, of a JSON-LD person or organisation, however it is written."""
        if depth > _DEEPEST_NAME:
            return None
        if isinstance(value, str):
            name = _tidy(html.fromstring(f"<p>{value}</p>").text_content()) if "<" in value else _tidy(value)
            return name if name and not name.lower().startswith(("http:", "https:", "#", "/")) else None
        if isinstance(value, list):
            found = (self.names(one, depth + 1) for one in value)
            return ", ".join(dict.fromkeys(filter(None, found))) or None
        if isinstance(value, dict):
            whole = value if "name" in value else self._by_id.get(str(value.get("@id")), value)
            named = whole.get("name")
            return self.names(named, depth + 1) if isinstance(named, (str, list)) else None
        return None

    @cached_property
    def _by_id(self) -> Mapping[str, Json]:
        return {str(node["@id"]): node for node in self.nodes if "@id" in node and "name" in node}


def _json_ld(script: html.HtmlElement) -> Iterator[Json]:
    if "ld+json" not in (script.get("type") or ""):
        return
    words = (script.text or "").strip().removeprefix("<!--").removesuffix("-->").strip().rstrip(";")
    try:
        waiting = deque([json.loads(words, strict=False)])
    except (ValueError, RecursionError):
        return  # broken JSON-LD is common; the meta tags remain
    while waiting:
        value: object = waiting.popleft()
        if isinstance(value, list):
            waiting.extendleft(reversed(value))
        elif isinstance(value, dict):
            yield cast(Json, value)
            below = [value[key] for key in ("@graph", "mainEntity") if isinstance(value.get(key), (list, dict))]
            waiting.extendleft(reversed(below))


def _read_own_links(page: _Page, url: str | None) -> PageLinks:
    linked = (link.get("href") for link in page.tree.iter("link") if "canonical" in (link.get("rel") or "").split())
    return read_links((*linked, *page.metas(("og:url",))), page.article, url)


def _host(address: str | None) -> str | None:
    try:
        return (urlsplit(address or "").hostname or "").removeprefix("www.") or None
    except ValueError:  # "http://["
        return None


def _read_outlet(page: _Page, host: str | None) -> str | None:
    """The site's name goes before JSON-LD's publisher, which in some wire stories is the agency."""
    site = page.names((page.meta("og:site_name") or "").lstrip("@").split(" | ")[0])
    publisher = page.names(page.article.get("publisher")) or page.microdata("publisher")
    if site and publisher and _squeeze(site) == _squeeze(publisher):
        return publisher  # the same name better spelt: "nationalpost", "National Post"
    known = find_outlet(publisher or "")
    if known and host and known == find_publisher(host) and not find_outlet(site or ""):
        return publisher  # some sites give a section for their name: "U.S."
    outlet = site or publisher or host
    return _spell(outlet, page) if outlet and outlet.islower() else outlet


def _spell(outlet: str, page: _Page) -> str:
    """A name in small letters, or a host, as the page's title or the table of outlets spells it: "The Tide News"."""
    ends = _TITLE_PARTS.split(_tidy(page.tree.findtext(".//title") or ""))[1:]
    bare = _squeeze(outlet.partition(".")[0])
    spelt = (name for name in (*ends, outlet_name(outlet)) if name and _squeeze(name) == bare)
    return next(spelt, outlet)


def _squeeze(name: str) -> str:
    return "".join(name.split()).casefold()


def _read_title(page: _Page, outlet: str | None) -> str | None:
    title = page.names(page.article.get("headline")) or page.meta("og:title") or page.meta("twitter:title")
    if title and outlet:
        title = re.sub(rf"\s+[|–—-]\s+{re.escape(outlet)}$", "", title)
    return title


def _read_byline(page: _Page) -> str | None:
    authors = page.names(page.article.get("author")) or page.names(page.article.get("creator"))
    if authors:
        return authors
    named = next(filter(None, map(page.names, page.metas(_AUTHOR_NAMES))), None)
    if named:
        return named
    return find_printed_byline(page.tree)


def _read_agency(page: _Page) -> str | None:
    credits_ = [page.names(page.article.get(key)) for key in _AGENCY_KEYS]
    for credit in (*credits_, *page.metas(_AGENCY_NAMES + _AUTHOR_NAMES)):
        agency = find_agency(credit or "")
        if agency:
            return agency
    return None


def _read_moment(page: _Page, key: str, names: tuple[str, ...]) -> str | None:
    marked = (
        element.get("content") or element.get("datetime") or element.text_content()
        for element in page.tree.xpath(f'.//*[@itemprop="{key}"]')
    )
    for words in (page.article.get(key), *page.metas(names), *marked):
        try:
            moment = read_date(str(words or ""))
        except InputError:
            continue
        if moment >= _FIRST_YEAR:  # some systems write the year 1 where they know no date
            return moment
    return None


def _tidy(words: str) -> str:
    return _SPACE.sub(" ", unescape(words)).strip()
