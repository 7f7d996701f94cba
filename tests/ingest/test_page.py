import json
from pathlib import Path

import pytest

from sayso.errors import InputError
from sayso.ingest import find_inputs, read_input
from sayso.ingest.readers.page import story_from_page
from sayso.records import Rejection, Story

BODY = (
    "<p>The mayor of <a href='/x'>Lowbridge</a> said on Monday that the <b>old</b> bridge is closed.</p>"
    "<p>“We will open it in two years,” she said.<br>Then she left the town hall by the back door.</p>"
    "<p>Shopkeepers on the far bank told the Gazette that they had not been asked, and would go to court.</p>"
    "<p>The council is to meet again in March, when the engineers are expected to name a price.</p>"
)
NAVIGATION = "<ul>" + "".join(f"<li><a href='/{n}'>Section {n} of the paper</a></li>" for n in range(40)) + "</ul>"


def page(head: str = "", body: str = BODY) -> bytes:
    head = f"<head>{head}<title>Bridge closed</title></head>"
    return f"<!DOCTYPE html><html>{head}<body><article>{body}</article></body></html>".encode()


def json_ld(**fields: object) -> str:
    node = {"@context": "https://schema.org", "@type": "NewsArticle", **fields}
    return f'<script type="application/ld+json">{json.dumps(node)}</script>'


def test_paragraphs_are_kept_apart_and_links_kept_in_line() -> None:
    paragraphs = story_from_page(page()).text.split("\n\n")
    assert paragraphs[0] == "The mayor of Lowbridge said on Monday that the old bridge is closed."
    assert paragraphs[1] == "“We will open it in two years,” she said."
    assert paragraphs[2] == "Then she left the town hall by the back door."
    assert len(paragraphs) == 5


def test_a_short_page_is_taken_whole_by_its_blocks() -> None:
    story = story_from_page(
        b"<html><body><nav>Home</nav><p>The <a href='x'>mayor</a> said no.</p><p>She left.</p></body>"
    )
    assert story.text == "The mayor said no.\n\nShe left."


def test_publisher_agency_byline_and_addresses_are_kept_apart() -> None:
    head = json_ld(
        headline="Bridge closed for two years",
        author=[{"@type": "Person", "name": "Ann Poole"}, {"@id": "#bo"}],
        publisher={"name": "Reuters"},
        datePublished="2024-12-14T09:30:00Z",
        dateModified="2024-12-15T08:00:00Z",
    )
    head += '<meta property="og:site_name" content="Lowbridge Gazette"><link rel="canonical" href="/news/bridge">'
    head += '<script type="application/ld+json">{"@id": "#bo", "@type": "Person", "name": "Bo Reed"}</script>'
    story = story_from_page(page(head), "https://mirror.example/copy?id=7")
    assert (story.outlet, story.agency, story.byline) == ("Lowbridge Gazette", "Reuters", "Ann Poole, Bo Reed")
    assert (story.url, story.canonical_url) == (
        "https://mirror.example/copy?id=7",
        "https://mirror.example/news/bridge",
    )
    assert (story.published, story.modified) == ("2024-12-14T09:30:00Z", "2024-12-15T08:00:00Z")
    assert (story.title, story.raw) == ("Bridge closed for two years", page(head))


@pytest.mark.parametrize(
    ("head", "outlet"),
    [
        (json_ld(publisher={"name": "The Gazette &amp; Post"}), "The Gazette & Post"),
        ('<meta property="og:site_name" content="gazettepost">' + json_ld(publisher="Gazette Post"), "Gazette Post"),
        ('<link rel="canonical" href="https://www.mirror.example/bridge">', "mirror.example"),
        ('<link rel="canonical" href="https://www.gazette.example/bridge">', "mirror.example"),
        ('<script type="application/ld+json">{broken</script>', "mirror.example"),
        ('<meta property="og:site_name" content="Gazette | The news of Lowbridge">', "Gazette"),
        ('<meta property="og:site_name" content="thegazette"><title>Bridge - The Gazette</title>', "The Gazette"),
        ('<meta property="og:site_name" content="politifact">', "PolitiFact"),
        ("<title>Bridge | The Mirror | News</title>", "mirror.example"),
        ("<title>Bridge | Mirror</title>", "Mirror"),
    ],
)
def test_the_outlet_is_the_name_the_page_gives_or_else_a_host(head: str, outlet: str) -> None:
    assert story_from_page(page(head), "https://mirror.example/copy").outlet == outlet


def test_a_front_page_is_nobodys_canonical_address() -> None:
    story = story_from_page(page('<link rel="canonical" href="https://gazette.example/">'), "https://gazette.example/a")
    assert story.canonical_url is None


def test_a_canonical_link_to_another_site_names_the_original() -> None:
    head = '<link rel="canonical" href="https://gazette.example/bridge">'
    story = story_from_page(page(head), "https://mirror.example/copy")
    assert (story.outlet, story.address, story.canonical_url) == ("mirror.example", "https://mirror.example/copy", None)
    assert story.originals == ("https://gazette.example/bridge",)
    assert story_from_page(page(head), "https://amp.gazette.example/bridge").originals == ()
    assert story_from_page(page(head)).canonical_url == "https://gazette.example/bridge"


@pytest.mark.parametrize(
    ("based_on", "originals"),
    [
        ("https://gazette.example/bridge", ("https://gazette.example/bridge",)),
        ({"@type": "NewsArticle", "url": "https://gazette.example/bridge"}, ("https://gazette.example/bridge",)),
        ([{"@id": "https://gazette.example/a"}, "/b", "/b"], ("https://gazette.example/a", "https://mirror.example/b")),
        (["https://gazette.example/", "http://www.mirror.example/copy/", "", None, 7, {"name": "The Gazette"}], ()),
        ("http://[broken/address", ()),
        ({"url": {"url": ["https://gazette.example/a"]}}, ()),
        ("mailto:desk@gazette.example", ()),
    ],
)
@pytest.mark.parametrize("key", ["isBasedOn", "isBasedOnUrl"])
def test_what_a_page_is_based_on(key: str, based_on: object, originals: tuple[str, ...]) -> None:
    head = json_ld(headline="Bridge", **{key: based_on})
    assert story_from_page(page(head), "https://mirror.example/copy").originals == originals
    assert story_from_page(page(head[:-20] + "</script>"), "https://mirror.example/copy").originals == ()


def test_meta_tags_and_printed_lines_serve_where_there_is_no_json_ld() -> None:
    head = '<meta property="article:published_time" content="2024-12-14"><meta name="dc.source" content="The AP">'
    story = story_from_page(page(head, '<div class="byline">By Ann Poole</div>' + BODY))
    assert (story.published, story.agency, story.byline) == ("2024-12-14", "AP", "By Ann Poole")


def test_a_date_of_the_year_one_is_no_date() -> None:
    assert story_from_page(page(json_ld(datePublished="0001-01-01T00:00:00Z"))).published is None


def test_a_saved_page_tells_where_it_was_fetched() -> None:
    data = page().replace(b"<html>", b"<!-- saved from url=(0028)https://gazette.example/bridge -->\n<html>")
    assert story_from_page(data).url == "https://gazette.example/bridge"


def test_the_declared_encoding_is_used_and_recorded() -> None:
    text = page('<meta charset="windows-1251">', BODY.replace("Monday", "понедельник")).decode()
    story = story_from_page(text.encode("cp1251", "replace"))
    assert "понедельник" in story.text
    assert story.encoding == "cp1251"


@pytest.mark.parametrize(
    ("data", "came"),
    [
        (page(body=""), "without text"),
        (page(body=NAVIGATION), "links only"),
        (b"<html><body><nav>" + NAVIGATION.encode() + b"</nav></body></html>", "links only|without text"),
        (b"<html><body></body></html>", "without text"),
        (page() + b"\0", "NUL byte"),
        (page() + "é".encode()[:1], "half a character"),
    ],
)
def test_a_page_without_a_story_is_refused(data: bytes, came: str) -> None:
    with pytest.raises(InputError, match=came):
        story_from_page(data)


def test_pages_are_read_from_files_and_bad_ones_rejected(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(page())
    (tmp_path / "b.html").write_bytes(b"")
    first, second = (item for found in find_inputs(str(tmp_path)) for item in read_input(found))
    assert isinstance(first, Story)
    assert isinstance(second, Rejection)


@pytest.mark.parametrize(
    ("printed", "byline"),
    [
        ('<p class="byline">By Ann Lee</p>', "By Ann Lee"),
        ('<p class="byline-tools">Share</p><p class="c-byline small">By Ann Lee</p>', "By Ann Lee"),
        ('<p class="byline">9:39AM GMT 5 Oct</p><p class="byline">By Ann Lee</p>', "By Ann Lee"),
        ('<p class="byline">Account You’re logged in</p><p class="byline">By Ann Lee</p>', "By Ann Lee"),
        ('<p>By <a rel="author">Ann Lee</a> and <a rel="author">Ben Ash</a></p>', "Ann Lee, Ben Ash"),
        ('<p itemprop="author">Ann Lee <b itemprop="author">Ann Lee</b></p>', "Ann Lee Ann Lee"),
        ('<p itemprop="author"><b itemprop="name">Ann Lee</b></p><ul><li><p><a rel="author">Ben Ash</a></p></li></ul>',
         "Ann Lee"),
    ],
)  # fmt: skip
def test_the_printed_byline_behind_the_headline_counts(printed: str, byline: str) -> None:
    other = '<aside><div><p><a rel="author">Someone Else</a> <i class="byline">Someone Else</i></p></div></aside>'
    data = f"<html><body>{{}}<h1>Bridge closed</h1>{printed}<p>The mayor said no.</p></body></html>"
    assert story_from_page(data.format("").encode()).byline == byline
    assert story_from_page(data.format(other).encode()).byline == byline
