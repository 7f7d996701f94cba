import json

import pytest

from sayso.errors import InputError
from sayso.ingest.readers.json_feed import stories_from_json_feed
from sayso.records import Rejection, Story

FEED = {
    "version": "https://jsonfeed.org/version/1.1",
    "title": "Lowbridge Gazette",
    "home_page_url": "https://gazette.example/",
    "authors": [{"name": "The desk"}],
    "items": [
        {
            "id": "g-1",
            "url": "https://gazette.example/bridge",
            "title": "Bridge closed",
            "content_html": "<p>The mayor said “no”.</p><p>She left &amp; said nothing.</p>",
            "date_published": "2024-12-14T09:30:00+02:00",
            "date_modified": "2024-12-15T10:00:00+02:00",
            "authors": [{"name": "Ann Poole"}, {"name": "AFP"}],
        },
        {"id": "g-2", "content_text": "The mayor said yes.", "author": {"name": "Ben Ash"}},
        {"id": "g-3", "title": "Only a title"},
        "no object",
    ],
}


def read(feed: object) -> list[Story | Rejection]:
    return list(stories_from_json_feed(json.dumps(feed).encode(), "feed.json"))


def test_items_become_stories() -> None:
    first, second, *rest = read(FEED)
    assert isinstance(first, Story)
    assert first.text == "The mayor said “no”.\n\nShe left & said nothing."
    assert (first.id, first.url, first.title) == ("g-1", "https://gazette.example/bridge", "Bridge closed")
    assert (first.outlet, first.byline, first.agency) == ("Lowbridge Gazette", "Ann Poole, AFP", "AFP")
    assert (first.published, first.modified) == ("2024-12-14T09:30:00+02:00", "2024-12-15T10:00:00+02:00")
    assert isinstance(second, Story)
    assert (second.text, second.byline, second.published) == ("The mayor said yes.", "Ben Ash", None)
    assert [item.where for item in rest if isinstance(item, Rejection)] == ["feed.json item 3", "feed.json item 4"]


@pytest.mark.parametrize("data", [b"[1]", b'{"items": []}', b"{", b"\xff", b"[" * 100_000])
def test_what_is_no_feed_is_refused(data: bytes) -> None:
    with pytest.raises(InputError):
        list(stories_from_json_feed(data, "feed.json"))
