"""Lists of addresses: OPML of feeds, sitemaps of pages with what they tell of them, and sitemaps of sitemaps."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from lxml import etree

from sayso.errors import InputError
from sayso.ingest.fields.dates import read_date
from sayso.ingest.raw.safe_xml import local_name, parse_xml, words_of
from sayso.records import Story

DEEPEST_LIST = 3
"""A list within more lists is refused: a list of sitemaps of sitemaps is the deepest of any use, and one that lists
itself would never end."""

_WEB = ("http://", "https://")
_NEWS = "http://www.google.com/schemas/sitemap-news/0.9"


@dataclass(frozen=True, slots=True)
class Listed:
    """An address on a list.

    Attributes:
        url: The address of a feed, a page or a further sitemap.
        title: What the list calls it: the headline of a page, the name of a feed.
        outlet: Who published it.
        published: When, as the list says.
        is_page: Whether it is a page, and not a further list or a feed.
    """

    url: str
    title: str | None = None
    outlet: str | None = None
    published: str | None = None
    is_page: bool = False

    def complete(self, story: Story) -> Story:
        """The story with what the list tells of its page; the page's own title and date go before."""
        if not self.is_page:
            return story
        return replace(
            story,
            title=story.title or self.title,
            outlet=self.outlet or story.outlet,
            published=story.published or self.published,
        )


def read_list(data: bytes, *, may_be_empty: bool = False) -> tuple[Listed, ...]:
    """The addresses of an OPML file, a sitemap or a sitemap of sitemaps, in their order, each once.

    Args:
        data: The whole file.
        may_be_empty: A list of nothing is one, such as a sitemap of news on a quiet day.

    Raises:
        InputError: it is none of these, or lists no http or https address and may not be empty.
    """
    root = parse_xml(data, "an OPML file or a sitemap")
    kind = local_name(root).lower()
    readers = {"opml": _read_opml, "urlset": _read_pages, "sitemapindex": _read_sitemaps}
    if kind not in readers:
        raise InputError(f"XML that begins with <{kind}>", "an OPML file or a sitemap", "Check what was saved")
    listed = [one for one in readers[kind](root) if one.url.lower().startswith(_WEB)]
    if not listed and not may_be_empty:
        raise InputError("a list without an address", "http or https addresses", "Check that the export finished")
    return tuple({one.url: one for one in reversed(listed)}.values())[::-1]


def _read_opml(root: etree._Element) -> Iterator[Listed]:
    for outline in root.iter("outline"):
        attributes = {name.lower(): value.strip() for name, value in outline.attrib.items()}
        if attributes.get("xmlurl"):
            yield Listed(attributes["xmlurl"], attributes.get("title") or attributes.get("text") or None)


def _read_pages(root: etree._Element) -> Iterator[Listed]:
    for entry in root:
        if local_name(entry) != "url":
            continue
        told = {local_name(one): words_of(one) for one in entry.iter(f"{{{_NEWS}}}*")}
        try:
            published = read_date(told.get("publication_date") or "")
        except InputError:
            published = None
        yield Listed(_address(entry), told.get("title"), told.get("name"), published, is_page=True)


def _read_sitemaps(root: etree._Element) -> Iterator[Listed]:
    return (Listed(_address(entry)) for entry in root if local_name(entry) == "sitemap")


def _address(entry: etree._Element) -> str:
    return next((words_of(element) or "" for element in entry if local_name(element) == "loc"), "")
