"""Stories from ninjs, IPTC's news in JSON: versions 1, 2 and 3, an item or a list of items in a file.

https://iptc.org/standards/ninjs/
"""

from collections.abc import Iterator

from sayso.errors import InputError, SaysoError
from sayso.ingest.fields.markup import text_of_fragment
from sayso.ingest.fields.source_type import join_notes, note_of_source_type
from sayso.ingest.fields.stories import story_from_text
from sayso.ingest.readers.json_documents import Json, date_at, load_json, objects_at, text_at
from sayso.records import Rejection, Story
from sayso.text.agencies import find_agency

NOT_WRITTEN = frozenset({"audio", "graphic", "picture", "video"})
"""Types of items that are passed over: what text they have is a caption."""


def stories_from_ninjs(data: bytes, where: str) -> Iterator[Story | Rejection]:
    """Stories of a ninjs file; pictures and the like are passed over.

    Args:
        data: The whole file.
        where: How to call it in a Rejection, before "item 3".

    Raises:
        InputError: it is no ninjs, or holds no item of text.
    """
    wanted = "a ninjs item of text, or a list of them"
    found = load_json(data, wanted)
    # version 2 writes "versioncreated" and version 3 "versionCreated"
    items = objects_at({"items": _fold_keys(found)}, "items")
    written = [(number, item) for number, item in enumerate(items, start=1) if item.get("type") not in NOT_WRITTEN]
    if not written:
        raise InputError(f"JSON without an item of text among {len(items)}", wanted, "Check what was exported")
    for number, item in written:
        try:
            yield _story_of_item(item)
        except SaysoError as error:
            yield Rejection.because(f"{where} item {number}" if len(items) > 1 else where, error)


def _fold_keys(value: object) -> object:
    if isinstance(value, dict):
        return {key.lower(): _fold_keys(one) for key, one in value.items()}
    return [_fold_keys(one) for one in value] if isinstance(value, list) else value


def _story_of_item(item: Json) -> Story:
    text = _read_body(item)
    if not text:
        raise InputError("an item without a body", "an item with body_text, body_xhtml or bodies", "Ask for full texts")
    byline = text_at(item, "byline", "by")
    sources = [text_at(source, "name", "literal") for source in objects_at(item, "infosources", "infosource")]
    outlet = next(filter(None, (text_at(item, "copyrightholder"), *sources)), None)
    published = date_at(item, "firstcreated", "contentcreated", "versioncreated")
    modified = date_at(item, "versioncreated")
    types = (text_at(one, "uri", "literal", "name") for one in objects_at(item, "digitalsourcetype"))
    return story_from_text(
        text,
        id=text_at(item, "uri"),
        title=_read_headline(item),
        outlet=outlet,
        agency=next(filter(None, map(find_agency, filter(None, (*sources, outlet, byline)))), None),
        byline=byline,
        published=published,
        modified=modified if modified != published else None,
        encoding="utf-8",
        note=join_notes(
            note_of_status(text_at(item, "pubstatus")),
            *map(note_of_source_type, types),
            note_of_embargo(date_at(item, "embargoeduntil", "embargoed")),
        ),
    )


def _read_body(item: Json) -> str:
    """The fullest of its bodies: markup before the same words as one plain paragraph."""
    bodies = [text_at(body, "value") for body in objects_at(item, "bodies")]
    bodies += [text_at(item, key) for key in item if key.startswith("body_")]
    return max((text_of_fragment(body) for body in bodies if body), key=len, default="")


def _read_headline(item: Json) -> str | None:
    headlines = objects_at(item, "headlines")
    main = next((one for one in headlines if one.get("role") == "main"), headlines[0] if headlines else {})
    headline = text_at(main, "value") or text_at(item, "headline", "title")
    return text_of_fragment(headline) if headline else None


def note_of_status(status: str | None) -> str | None:
    """What a reader must know of an item that its provider took back, by its publishing status."""
    name = (status or "usable").rpartition(":")[2]
    return None if name == "usable" else f"taken back by its publisher ({name})"


def note_of_embargo(until: str | None) -> str | None:
    """What a reader must know of an item under embargo."""
    return f"under embargo until {until}" if until else None
