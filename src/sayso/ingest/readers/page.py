"""Stories from HTML pages: the text by trafilatura, what the page says of itself by `metadata`."""

import logging
import re
from datetime import date
from typing import TYPE_CHECKING

import htmldate
import trafilatura
from lxml import etree
from trafilatura.metadata import extract_metadata
from trafilatura.utils import load_html

from sayso.errors import InputError
from sayso.ingest.fields.dates import read_date
from sayso.ingest.fields.markup import text_of_extract, text_of_page
from sayso.ingest.fields.metadata import PageMetadata, find_saved_address, read_metadata
from sayso.ingest.fields.source_type import note_of_source_type
from sayso.ingest.fields.stories import story_from_text
from sayso.records import Story
from sayso.text.encoding import decode_bytes, find_declared

if TYPE_CHECKING:
    from lxml.html import HtmlElement

SHORT_PAGE_CHARS = 250
"""Below this length trafilatura (its MIN_EXTRACTED_SIZE) falls back on all text of the page, with a line for each
link: such a page is small enough to be taken whole, by its blocks."""

MOST_LINK_SHARE = 0.8
"""A page where more of the text than this is links is navigation."""

LONGEST_LINK_PAGE_CHARS = 50_000
"""A longer text is not looked through for links: no front page has so many."""

_HEAD_BYTES = 4096
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_DAY_CHARS = len("2024-12-14")
_NEW_YEARS_DAY = re.compile(
    r"(?<!\d)0?1[./-]0?1(?!\d)|0101|\bjan[a-z.]*\s+0?1(?!\d)|(?<!\d)0?1(?:er|st|[.º])?\s+(?:de\s+)?(?:jan|ene|gen|янв)",
    re.IGNORECASE,
)

_UNDER_HEADLINE_CHARS = 80
_PRINTED = re.compile(
    r"(?:(?P<day>\d{1,2})\. ?(?P<month>\d{1,2})\. ?(?P<year>\d{4})"
    r"|(?P<named>\d{1,2}\.? [^\W\d_]{3,12} \d{4}|[^\W\d_]{3,12} \d{1,2}, \d{4}|\d{4}-\d\d-\d\d))"
    r"\W{1,4}(?:[^\W\d_]{1,3} )?\d{1,2}[:.h]\d\d"
)
"""A day with a time after it. In numbers with full stops the day comes first; with strokes it could be the month."""

# both report what we reject anyway; without a handler Python would print that to stderr
for _library in ("trafilatura", "htmldate"):
    logging.getLogger(_library).addHandler(logging.NullHandler())


def story_from_page(
    data: bytes, url: str | None = None, declared: str | None = None, *, latest: str | None = None
) -> Story:
    """Make a story of an HTML page.

    Args:
        data: The page as it came.
        url: The address that it was fetched from; for a page that a browser saved, the comment it left is read.
        declared: The encoding that the HTTP header names; it goes before the page's own.
        latest: When it was fetched or saved, if that is known: no date after it is taken for its own.

    Returns:
        The story, its paragraphs kept apart by an empty line, with the page as `raw`.

    Raises:
        InputError: the bytes are no text, or the page holds no story.
    """
    decoded = decode_bytes(data, declared or find_declared(data[:_HEAD_BYTES]))
    tree = _parse(decoded.text)
    known = read_metadata(tree, url or find_saved_address(decoded.text))
    title, byline = known.title, known.byline
    if title is None or byline is None:
        guessed = extract_metadata(tree, known.url, extensive=False)
        title, byline = title or guessed.title, byline or guessed.author
    published = known.published or _find_published(tree, known, latest, decoded.text)
    text = _extract_text(tree, known.url)
    return story_from_text(
        text,
        title=title,
        outlet=known.outlet,
        agency=known.agency,
        byline=byline,
        published=published,
        modified=known.modified or _find_modified(tree, known, published, latest),
        url=known.url,
        canonical_url=known.canonical_url,
        originals=known.originals,
        encoding=decoded.encoding,
        note=note_of_source_type(known.source_type),
        raw=data,
    )


def _parse(page: str) -> "HtmlElement":
    try:
        tree = load_html(page)
    except (etree.LxmlError, ValueError) as error:
        raise _no_story("HTML that cannot be parsed") from error
    if tree is None:
        raise _no_story("no HTML")
    return tree


def _extract_text(tree: "HtmlElement", url: str | None) -> str:
    links = {_words(link.text_content()) for link in tree.iter("a")}
    extracted = trafilatura.bare_extraction(tree, url=url, include_comments=False)
    text = text_of_extract(extracted.body) if isinstance(extracted, trafilatura.settings.Document) else ""
    if len(text) < SHORT_PAGE_CHARS:
        text = text_of_page(tree) or text
    if not text:
        raise _no_story("a page without text")
    if len(text) <= LONGEST_LINK_PAGE_CHARS and _link_share(text, links) > MOST_LINK_SHARE:
        raise _no_story("a page of links only")
    return text


def _link_share(text: str, links: set[str]) -> float:
    """The share of a text that is left over from links; each is looked for once, and longest first."""
    words = left = _words(text)
    for link in sorted(links, key=len, reverse=True):
        left = left.replace(link, "", 1)
    return 1 - len(_words(left)) / len(words)


def _words(text: str) -> str:
    return " ".join(text.split())


def _no_story(came: str) -> InputError:
    return InputError(came, "an HTML page that holds a story", "Open it in a browser, and save the story as text")


def _find_published(tree: "HtmlElement", known: PageMetadata, latest: str | None, page: str) -> str | None:
    """Where its metadata say nothing: the day that all its <time> elements name, else what htmldate finds.

    htmldate gives the first of January for a year that is merely mentioned; it counts where the page has that day. All
    16 of 100 French Wikinews pages whose date it misses are such years.
    """
    days = {(element.get("datetime") or "")[:_DAY_CHARS] for element in tree.iter("time")}
    if len(days) == 1 and _DAY.fullmatch(day := days.pop()) and (latest is None or day <= latest):
        return day
    found = htmldate.find_date(
        tree, original_date=True, url=known.canonical_url or known.url, max_date=(latest or "")[:_DAY_CHARS] or None
    )
    if found and found.endswith("-01-01") and not _NEW_YEARS_DAY.search(page):
        return None
    printed = _find_printed(tree) if found else None
    return printed if printed and printed < (found or "") else found


def _find_printed(tree: "HtmlElement") -> str | None:
    """The day that stands right under the one headline of a page, with the time of the day.

    Where a page tells a date without saying what of, that is often the one of its last change; the one printed is not.
    Without the time it may be the day of what is told.
    """
    headlines = [words for one in tree.iter("h1") if (words := _words(" ".join(one.itertext())))]
    if len(headlines) != 1:
        return None
    below = _words(" ".join(tree.itertext())).partition(headlines[0])[2]
    found = _PRINTED.search(below[:_UNDER_HEADLINE_CHARS])
    if found is None:
        return None
    day, month, year = found["day"], found["month"], found["year"]
    try:
        return date(int(year), int(month), int(day)).isoformat() if year else read_date(found["named"])[:_DAY_CHARS]
    except (InputError, ValueError):
        return None


def _find_modified(tree: "HtmlElement", known: PageMetadata, published: str | None, latest: str | None) -> str | None:
    found = htmldate.find_date(
        tree,
        original_date=False,
        extensive_search=False,
        url=known.canonical_url or known.url,
        max_date=(latest or "")[:_DAY_CHARS] or None,
    )
    return found if found and published and found > published[:_DAY_CHARS] else None
