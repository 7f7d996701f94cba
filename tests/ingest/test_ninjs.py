import json
from pathlib import Path
from typing import Any

import pytest

from sayso.errors import InputError
from sayso.ingest import find_inputs, read_input
from sayso.ingest.readers.ninjs import stories_from_ninjs
from sayso.records import Rejection, Story

PLAIN = "LOWBRIDGE (AFP) -- The mayor said no. She left."
MARKED = "<p>LOWBRIDGE (AFP) -- The mayor said no.</p><p>She left.</p>"
TEXT = "LOWBRIDGE (AFP) -- The mayor said no.\n\nShe left."
GENERATED = "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia"
# valid by the schemas of versions 1.8, 2.4 and 3.3
VERSION_1: dict[str, Any] = {
    "uri": "http://wire.example/items/1",
    "type": "text",
    "firstcreated": "2024-12-14T09:30:00Z",
    "versioncreated": "2024-12-14T10:00:00Z",
    "copyrightholder": "Agence France-Presse",
    "byline": "Ann Poole",
    "headline": "Bridge closed",
    "body_text": PLAIN,
    "body_xhtml": MARKED,
}
VERSION_2: dict[str, Any] = {
    "uri": "http://wire.example/items/1",
    "type": "text",
    "firstcreated": "2024-12-14T09:30:00Z",
    "versioncreated": "2024-12-14T10:00:00Z",
    "infosources": [{"name": "Agence France-Presse"}],
    "by": "Ann Poole",
    "headlines": [{"role": "short", "value": "Closed"}, {"role": "main", "value": "Bridge closed"}],
    "bodies": [
        {"role": "main", "contenttype": "text/plain", "value": PLAIN},
        {"role": "richtext", "contenttype": "application/xhtml+xml", "value": MARKED},
    ],
}
VERSION_3: dict[str, Any] = {
    "uri": "http://wire.example/items/1",
    "standard": {"name": "ninjs", "version": "3.3"},
    "type": "text",
    "firstCreated": "2024-12-14T09:30:00Z",
    "versionCreated": "2024-12-14T10:00:00Z",
    "infoSources": [{"name": "Agence France-Presse"}],
    "by": "Ann Poole",
    "headlines": [{"value": "Bridge closed"}],
    "bodies": [{"role": "richtext", "contentType": "text/html", "value": MARKED}],
}


@pytest.mark.parametrize("item", [VERSION_1, VERSION_2, VERSION_3], ids=["1", "2", "3"])
def test_every_version_becomes_the_same_story(item: dict[str, Any], tmp_path: Path) -> None:
    path = tmp_path / "item.json"
    path.write_text(json.dumps(item))
    (story,) = read_input(find_inputs(str(path))[0])
    assert isinstance(story, Story)
    assert (story.id, story.text, story.title) == ("http://wire.example/items/1", TEXT, "Bridge closed")
    assert (story.outlet, story.agency, story.byline) == ("Agence France-Presse", "AFP", "Ann Poole")
    assert (story.published, story.modified) == ("2024-12-14T09:30:00Z", "2024-12-14T10:00:00Z")
    assert story.note is None


def test_a_list_is_read_past_pictures_and_items_without_a_body() -> None:
    picture = {"uri": "urn:2", "type": "picture", "body_text": "A caption."}
    items = list(stories_from_ninjs(json.dumps([picture, {"uri": "urn:3"}, VERSION_1]).encode(), "wire.json"))
    assert [type(item) for item in items] == [Rejection, Story]
    assert isinstance(items[0], Rejection)
    assert items[0].where == "wire.json item 2"


def test_what_a_reader_must_know_is_noted() -> None:
    item = VERSION_3 | {
        "pubStatus": "canceled",
        "digitalSourceType": {"uri": GENERATED},
        "embargoedUntil": "2024-12-15T00:00:00Z",
    }
    (story,) = stories_from_ninjs(json.dumps(item).encode(), "wire.json")
    assert isinstance(story, Story)
    assert story.note == (
        "taken back by its publisher (canceled); "
        "made by a generative model, as its publisher says (trainedAlgorithmicMedia); "
        "under embargo until 2024-12-15T00:00:00Z"
    )


@pytest.mark.parametrize("item", [[], {"uri": "urn:1", "type": "video"}, 3])
def test_a_file_without_an_item_of_text_is_refused(item: object) -> None:
    with pytest.raises(InputError, match="without an item of text"):
        list(stories_from_ninjs(json.dumps(item).encode(), "wire.json"))


def test_a_story_keeps_the_document_that_it_is_from(tmp_path: Path) -> None:
    path = tmp_path / "item.json"
    path.write_text(json.dumps(VERSION_1), encoding="utf-8")
    (item,) = [item for source in find_inputs(str(path)) for item in read_input(source)]
    assert isinstance(item, Story)
    assert item.raw == path.read_bytes()
