from pathlib import Path

import pytest

from sayso.errors import InputError
from sayso.ingest import find_inputs, read_input
from sayso.ingest.readers.feed import stories_from_feed
from sayso.ingest.readers.feed_items import cut_items
from sayso.records import Rejection, Story

RSS = """<?xml version="1.0" encoding="{encoding}"?>{doctype}
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Lowbridge Gazette</title>{items}</channel></rss>"""
ITEM = """<item><title>Bridge closed</title><link>https://gazette.example/a</link>
<dc:creator>Ann Poole / AFP</dc:creator>
<pubDate>Sat, 14 Dec 2024 09:30:00 +0200</pubDate><description>Short.</description><content:encoded><![CDATA[
<p>The mayor of <a href="x">Lowbridge</a> said “no”.</p><p>She left &amp; said nothing.</p>]]></content:encoded>
</item>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Gazette</title><entry><id>tag:1</id><title>Bridge</title>
<link href="https://herald.example/b"/><source><title>The Herald</title></source>
<published>2024-12-14T09:30:00Z</published>
<content type="html">&lt;p&gt;The mayor said no.&lt;/p&gt;&lt;p&gt;She left.&lt;/p&gt;</content></entry></feed>"""


def rss(items: str, doctype: str = "", encoding: str = "utf-8") -> bytes:
    return RSS.format(items=items, doctype=doctype, encoding=encoding).encode(encoding)


def test_an_rss_item_becomes_a_story_with_its_full_text() -> None:
    (story,) = stories_from_feed(rss(ITEM), "feed")
    assert isinstance(story, Story)
    assert story.text == "The mayor of Lowbridge said “no”.\n\nShe left & said nothing."
    assert (story.outlet, story.byline, story.agency) == ("Lowbridge Gazette", "Ann Poole / AFP", "AFP")
    assert (story.url, story.published) == ("https://gazette.example/a", "2024-12-14T09:30:00+02:00")
    assert (story.title, story.encoding) == ("Bridge closed", "utf-8")


def test_an_atom_entry_names_its_own_source() -> None:
    (story,) = stories_from_feed(ATOM.encode(), "feed")
    assert isinstance(story, Story)
    assert (story.id, story.text, story.outlet) == ("tag:1", "The mayor said no.\n\nShe left.", "The Herald")
    assert (story.url, story.published) == ("https://herald.example/b", "2024-12-14T09:30:00Z")


def test_an_item_without_text_is_rejected_and_the_next_is_read(tmp_path: Path) -> None:
    path = tmp_path / "feed.xml"
    path.write_bytes(rss("<item><title>Only a title</title></item>" + ITEM))
    first, second = read_input(find_inputs(str(path))[0])
    assert isinstance(first, Rejection)
    assert first.where == f"{path} item 1"
    assert isinstance(second, Story)


def test_the_declared_encoding_is_used() -> None:
    (story,) = stories_from_feed(rss(ITEM.replace("no", "нет"), encoding="windows-1251"), "feed")
    assert isinstance(story, Story)
    assert "нет" in story.text
    assert story.encoding == "cp1251"


def test_entities_from_files_are_not_read(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("the secret words")
    doctype = f'<!DOCTYPE rss [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'
    item = "<item><title>&x;</title><description>The mayor said &x; and left.</description></item>"
    for found in stories_from_feed(rss(item, doctype), "feed"):
        assert "secret words" not in repr(found)


def test_entities_are_not_expanded_without_bound() -> None:
    doubled = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
    doctype = f'<!DOCTYPE rss [<!ENTITY e0 "ha">{doubled}]>'
    item = "<item><description>The mayor said &e9; and left.</description></item>"
    for found in stories_from_feed(rss(item, doctype), "feed"):
        assert len(repr(found)) < 10_000


@pytest.mark.parametrize("name", ["dc:source", "publisher", "rights", "author", "link", "guid", "pubDate", "title"])
def test_an_element_of_attributes_alone_tells_nothing(name: str) -> None:
    item = f'<item><description>The mayor said no.</description><{name} about="x"></{name}></item>'
    (story,) = stories_from_feed(rss(item), "feed")
    assert isinstance(story, Story)
    assert (story.text, story.outlet, story.agency) == ("The mayor said no.", "Lowbridge Gazette", None)


@pytest.mark.parametrize(
    ("data", "came"), [(rss(""), "without items"), (b"<?xml version='1.0'?><invoice/>", "neither RSS nor Atom")]
)
def test_what_holds_no_items_is_refused(data: bytes, came: str) -> None:
    with pytest.raises(InputError, match=came):
        list(stories_from_feed(data, "feed"))


def test_an_item_is_kept_as_it_came() -> None:
    other = ITEM.replace("Bridge closed", "Ferry late").replace("<item>", '<item about="x">').replace("/a<", "/b<")
    found = list(stories_from_feed(rss(ITEM + "\n" + other, encoding="cp1252"), "feed"))
    raws = [one.raw for one in found if isinstance(one, Story)]
    assert raws == [ITEM.encode("cp1252"), other.encode("cp1252")]
    (entry,) = stories_from_feed(ATOM.encode(), "feed")
    assert isinstance(entry, Story)
    assert entry.raw == ATOM[ATOM.index("<entry>") : ATOM.index("</feed>")].encode()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_the_whole_feed_is_kept_where_its_items_cannot_be_told_apart(encoding: str) -> None:
    tricky = ITEM.replace("She left", "</item><item> she left") if encoding == "utf-8" else ITEM
    data = rss(tricky, encoding=encoding)
    (story,) = stories_from_feed(data, "feed")
    assert isinstance(story, Story)
    assert story.raw == data


def test_items_without_end_are_looked_for_once() -> None:
    assert cut_items(b"<item " * 200_000, 1) == [b"<item " * 200_000]
    assert cut_items(b"<item>" + b"</item" * 200_000, 1)[0].endswith(b"</item")
