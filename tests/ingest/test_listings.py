import gzip
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import ClassVar

import pytest

from sayso.errors import InputError
from sayso.ingest import Format, find_inputs, read_input
from sayso.ingest.address import read_address, read_listed
from sayso.ingest.readers.listings import Listed, read_list
from sayso.records import Rejection, Story

OPML = """<?xml version="1.0" encoding="UTF-8"?><opml version="2.0"><head><title>Feeds</title></head><body>
<outline text="Local"><outline type="rss" text="Gazette" title="Lowbridge Gazette" xmlUrl="{0}/feed"/></outline>
<outline text="A link" type="link" url="{0}/page"/><outline type="rss" text="Again" xmlUrl="{0}/feed"/>
<outline type="rss" text="Evil" xmlUrl="file:///etc/hostname"/></body></opml>"""
NEWS = """<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"
xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
<url><loc>{0}/page</loc><news:news><news:publication><news:name>Lowbridge Gazette</news:name>
<news:language>en</news:language></news:publication><news:publication_date>2024-12-14T09:30:00+02:00</news:publication_date>
<news:title>Bridge closed</news:title></news:news>
<image:image><image:loc>{0}/a.jpg</image:loc><image:title>The bridge</image:title></image:image></url>
<url><loc>{0}/gone</loc></url></urlset>"""
INDEX = """<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><sitemap><loc>{0}/news.xml.gz</loc>
<lastmod>2024-12-14</lastmod></sitemap></sitemapindex>"""
ROUND = INDEX.replace("news.xml.gz", "round")
PAGE = "<!DOCTYPE html><html><body><p>The mayor said “no”.</p><p>She left.</p></body></html>"
FEED = "<rss version='2.0'><channel><item><description>The mayor said yes.</description></item></channel></rss>"
JSON_FEED = '{"version": "https://jsonfeed.org/version/1", "items": [{"content_text": "No."}]}'


class Site(BaseHTTPRequestHandler):
    answers: ClassVar[dict[str, tuple[str, str]]] = {
        "/page": ("text/html; charset=utf-8", PAGE),
        "/feed": ("application/rss+xml", FEED),
        "/feeds": ("text/x-opml", OPML),
        "/news.xml.gz": ("application/x-gzip", NEWS),
        "/index": ("application/xml", INDEX),
        "/round": ("text/xml", ROUND),
        "/letter": ("message/rfc822", "Subject: No\n\nThe mayor said no."),
        "/json": ("application/feed+json", JSON_FEED),
    }

    def do_GET(self) -> None:
        here = f"http://127.0.0.1:{self.server.server_address[1]}"
        kind, body = self.answers.get(self.path, ("", ""))
        data = body.replace("{0}", here).encode()
        self.send_response(200 if kind else 404)
        self.send_header("content-type", kind)
        self.end_headers()
        self.wfile.write(gzip.compress(data) if "gzip" in kind else data)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class calls it so
        pass


@pytest.fixture
def site() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Site) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()


def test_the_feeds_of_an_opml_file_are_addresses_each_once() -> None:
    listed = read_list(OPML.format("https://gazette.example").encode())
    assert listed == (Listed("https://gazette.example/feed", "Lowbridge Gazette"),)


def test_a_news_sitemap_tells_titles_dates_and_the_outlet() -> None:
    first, second = read_list(NEWS.format("https://gazette.example").encode())
    assert first == Listed(
        "https://gazette.example/page",
        "Bridge closed",
        "Lowbridge Gazette",
        "2024-12-14T09:30:00+02:00",
        is_page=True,
    )
    assert second == Listed("https://gazette.example/gone", is_page=True)


@pytest.mark.parametrize(
    "data", ["<opml/>", "<urlset><url/></urlset>", "<invoice/>", "<opml", "<!DOCTYPE a [<!ENTITY x 'y'>]><opml/>"]
)
def test_what_lists_no_address_is_refused(data: str) -> None:
    with pytest.raises(InputError):
        read_list(data.encode())


def test_what_a_list_names_is_read_and_what_fails_is_told(site: str) -> None:
    story, gone = read_listed(NEWS.format(site).encode(), allow_private=True)
    assert isinstance(story, Story)
    assert story.text == "The mayor said “no”.\n\nShe left."
    assert (story.title, story.outlet, story.published) == (
        "Bridge closed",
        "Lowbridge Gazette",
        "2024-12-14T09:30:00+02:00",
    )
    assert isinstance(gone, Rejection)
    assert gone.where == f"{site}/gone"


def test_a_sitemap_of_packed_sitemaps_is_followed(site: str) -> None:
    items = list(read_address(f"{site}/index", allow_private=True))
    assert [item.url for item in items if isinstance(item, Story)] == [f"{site}/page"]


def test_an_opml_file_at_an_address_is_followed(site: str) -> None:
    (story,) = read_address(f"{site}/feeds", allow_private=True)
    assert isinstance(story, Story)
    assert story.text == "The mayor said yes."


def test_a_list_that_lists_itself_ends(site: str) -> None:
    (item,) = read_address(f"{site}/round", allow_private=True)
    assert isinstance(item, Rejection)
    assert "within 3 other lists" in item.came


@pytest.mark.parametrize(("path", "text"), [("/letter", "The mayor said no."), ("/json", "No.")])
def test_other_formats_are_told_by_the_type_of_the_answer(site: str, path: str, text: str) -> None:
    (story,) = read_address(f"{site}{path}", allow_private=True)
    assert isinstance(story, Story)
    assert story.text == text


def test_a_list_in_a_file_does_not_reach_private_addresses(site: str, tmp_path: Path) -> None:
    path = tmp_path / "feeds.opml"
    path.write_text(OPML.format(site))
    (found,) = find_inputs(str(path))
    assert found.format is Format.OPML
    (item,) = read_input(found)
    assert isinstance(item, Rejection)
    assert "not on the public internet" in item.came
