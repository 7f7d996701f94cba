"""Stories from JSON Feed, versions 1 and 1.1 (https://jsonfeed.org/version/1.1)."""

from collections.abc import Iterator
from typing import cast

from sayso.errors import InputError, SaysoError
from sayso.ingest.fields.markup import text_of_fragment
from sayso.ingest.fields.stories import story_from_text
from sayso.ingest.readers.json_documents import Json, date_at, load_json, objects_at, text_at
from sayso.records import Rejection, Story
from sayso.text.agencies import find_agency


def stories_from_json_feed(data: bytes, where: str) -> Iterator[Story | Rejection]:
    """Stories of a JSON Feed, in its order; an item without a text is a Rejection.

    Args:
        data: The whole file.
        where: How to call it in a Rejection, before "item 3".

    Raises:
        InputError: it is no JSON Feed, or one without items.
    """
    wanted = "a JSON Feed with its full texts"
    feed = load_json(data, wanted)
    items = feed.get("items") if isinstance(feed, dict) else None
    if not isinstance(items, list) or not items:
        raise InputError("JSON without items", wanted, "Save the feed again, or give the addresses of its stories")
    for number, item in enumerate(items, start=1):
        try:
            yield _story_of_item(item, cast(Json, feed))
        except SaysoError as error:
            yield Rejection.because(f"{where} item {number}", error)


def _story_of_item(item: object, feed: Json) -> Story:
    if not isinstance(item, dict):
        raise InputError("an item that is no object", "an item with content", "Save the feed again")
    html = text_at(item, "content_html")
    text = (text_of_fragment(html) if html else None) or text_at(item, "content_text", "summary")
    if not text:
        raise InputError("an item without a text", "an item with content", "Give the address of the story instead")
    byline = _names(item) or _names(feed)
    return story_from_text(
        text,
        id=text_at(item, "id"),
        title=text_at(item, "title"),
        outlet=text_at(feed, "title"),
        agency=find_agency(byline or ""),
        byline=byline,
        published=date_at(item, "date_published"),
        modified=date_at(item, "date_modified"),
        url=text_at(item, "url"),
        encoding="utf-8",
    )


def _names(record: Json) -> str | None:
    return (
        ", ".join(filter(None, (text_at(author, "name") for author in objects_at(record, "authors", "author")))) or None
    )
