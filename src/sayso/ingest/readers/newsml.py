"""Stories from NewsML-G2, IPTC's news in XML: a news item, or a message with several.

https://iptc.org/standards/newsml-g2/

lxml reads it here: the package `newsmlg2` models the whole standard, and leaves entities to lxml's defaults.
"""

from collections.abc import Iterator

from lxml import etree

from sayso.errors import InputError, SaysoError
from sayso.ingest.fields.dates import read_date
from sayso.ingest.fields.markup import text_of_tree
from sayso.ingest.fields.source_type import join_notes, note_of_source_type
from sayso.ingest.fields.stories import story_from_text
from sayso.ingest.raw.safe_xml import local_name, parse_xml, words_of
from sayso.ingest.readers.ninjs import NOT_WRITTEN, note_of_embargo, note_of_status
from sayso.records import Rejection, Story
from sayso.records.addresses import is_web_page
from sayso.text.agencies import find_agency

_NAR = "http://iptc.org/std/nar/2006-10-01/"
_ORIGINALS = frozenset({"derivedFrom", "translatedFrom"})
_UNSEEN = frozenset({"body.head", "head", "media", "script", "style", "title"})


def stories_from_newsml(data: bytes, where: str) -> Iterator[Story | Rejection]:
    """Stories of a NewsML-G2 file, in its order; pictures, packages and the like are passed over.

    Args:
        data: The whole file.
        where: How to call it in a Rejection, before "item 3".

    Raises:
        InputError: it is no NewsML-G2, or holds no news item of text.
    """
    root = parse_xml(data, "a NewsML-G2 file")
    items = list(root.iter(f"{{{_NAR}}}newsItem"))
    written = [
        (number, item) for number, item in enumerate(items, 1) if _code(item, "itemMeta/itemClass") not in NOT_WRITTEN
    ]
    if not written:
        raise InputError(
            f"NewsML-G2 without a news item of text among {len(items)}",
            "a news item with its text",
            "Check what was exported",
        )
    for number, item in written:
        try:
            yield _story_of_item(item)
        except SaysoError as error:
            yield Rejection.because(f"{where} item {number}" if len(items) > 1 else where, error)


def _story_of_item(item: etree._Element) -> Story:
    text = next(filter(None, map(_read_content, _find(item, "contentSet/*"))), None)
    if not text:
        raise InputError("an item without a text", "inlineXML or inlineData", "Ask for items with their content")
    provider = _name(item, "itemMeta/provider")
    credits_ = [_name(item, f"contentMeta/{one}") for one in ("creditline", "infoSource", "creator", "by")]
    published = _date(item, "itemMeta/firstCreated", "contentMeta/contentCreated", "itemMeta/versionCreated")
    modified = _date(item, "contentMeta/contentModified", "itemMeta/versionCreated")
    return story_from_text(
        text,
        id=item.get("guid"),
        title=_name(item, "contentMeta/headline") or _name(item, "itemMeta/title"),
        outlet=provider,
        agency=next(filter(None, map(find_agency, filter(None, (*credits_, provider)))), None),
        byline=_name(item, "contentMeta/by") or _name(item, "contentMeta/creator"),
        published=published,
        modified=modified if modified != published else None,
        originals=tuple(_read_originals(item)),
        note=join_notes(
            note_of_status(_code(item, "itemMeta/pubStatus")),
            note_of_source_type(_code(item, "contentMeta/digitalSourceType")),
            note_of_embargo(_date(item, "itemMeta/embargoed")),
        ),
    )


def _read_content(content: etree._Element) -> str:
    """The text of a content; none for remote content and for data that is no text (base64)."""
    if local_name(content) == "inlineData":
        kind = content.get("contenttype", "text/plain")
        return (content.text or "").strip() if kind.startswith("text/") and not content.get("encoding") else ""
    if local_name(content) != "inlineXML":
        return ""
    for element in content.iter(etree.Element):
        element.tag = local_name(element)
    body = next(content.iter("body.content"), None)
    return text_of_tree(content if body is None else body, _UNSEEN)


def _read_originals(item: etree._Element) -> Iterator[str]:
    for link in (*_find(item, "itemMeta/link"), *_find(item, "link")):
        relation = (link.get("rel") or link.get("reluri") or "").replace(":", "/").rpartition("/")[2]
        if relation in _ORIGINALS and is_web_page(link.get("href") or ""):
            yield link.get("href") or ""


def _find(item: etree._Element, path: str) -> list[etree._Element]:
    return list(item.findall("/".join(f"{{{_NAR}}}{name}" for name in path.split("/"))))


def _code(item: etree._Element, path: str) -> str | None:
    """The last part of the QCode or address that a property holds: "text" of "ninat:text"."""
    found = next(iter(_find(item, path)), None)
    if found is None:
        return None
    return (found.get("qcode") or found.get("uri") or "").replace(":", "/").rpartition("/")[2] or None


def _name(item: etree._Element, path: str) -> str | None:
    """A property in words: its name, its text, else its literal or its code."""
    found = next(iter(_find(item, path)), None)
    if found is None:
        return None
    named = found.find(f"{{{_NAR}}}name")
    return words_of(found if named is None else named) or found.get("literal") or _code(item, path)


def _date(item: etree._Element, *paths: str) -> str | None:
    for path in paths:
        try:
            return read_date(words_of(next(iter(_find(item, path)), None)) or "")
        except InputError:
            continue
    return None
