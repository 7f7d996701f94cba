import time
from pathlib import Path

import pytest

from sayso.ingest import Format, find_inputs
from sayso.ingest.raw.formats import sniff_format


@pytest.mark.parametrize(
    ("head", "format_"),
    [
        (b"%PDF-1.7\n", Format.PDF),
        (b"WARC/1.0\r\nWARC-Type: warcinfo\r\n", Format.WARC),
        (b"PK\x03\x04\x14\x00\x06\x00[Content_Types].xml", Format.DOCX),
        (b"PK\x03\x04\x14\x00\x06\x00photo.jpg", Format.TEXT),
        (b'<?xml version="1.0"?><!-- a list --><opml version="2.0">', Format.OPML),
        (b'<?xml version="1.0"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">', Format.SITEMAP),
        (b"<sitemapindex>", Format.SITEMAP),
        (b'<?xml version="1.0"?><newsItem xmlns="http://iptc.org/std/nar/2006-10-01/">', Format.NEWSML),
        (b"<nar:newsMessage>", Format.NEWSML),
        (b'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY x "y>">]><rss>', Format.FEED),
        ('<?xml version="1.0" encoding="utf-16"?><rss>'.encode("utf-16"), Format.FEED),
        (b"<!-- saved from url=(0031)https://gazette.example/ --><html>", Format.HTML),
        (b'<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0//EN" "x.dtd"><html>', Format.HTML),
        (b'{"version": "https://jsonfeed.org/version/1.1", "items": []}', Format.JSON_FEED),
        (b'{"uri": "urn:1", "headline": "No", "body_text": "No."}', Format.NINJS),
        (b'[{"uri": "urn:1", "bodies": []}]', Format.NINJS),
        (b'{"uri": "urn:1", "headlines": [], "text": "No."}', Format.JSONL),
        (b'{"text": "No."}', Format.JSONL),
        (b"Subject: No\r\nMIME-Version: 1.0\r\nContent-Type: text/html\r\n\r\n", Format.EMAIL),
        (b"From: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\r\n", Format.SAVED_PAGE),
        (b"Subject: the mayor said no\n\nShe left.", Format.TEXT),
        (b"[Kyiv] The mayor said no.", Format.TEXT),
        (b"", Format.TEXT),
    ],
)
def test_the_bytes_tell_the_format(head: bytes, format_: Format) -> None:
    assert sniff_format(head) is format_


@pytest.mark.parametrize("head", [b"<!---->" * 3000, b"<?x?>" * 4000, b"<!doctype " + b"[]" * 9000, b"a:\t\n" * 5000])
def test_no_head_takes_long_to_judge(head: bytes) -> None:
    started = time.process_time()
    sniff_format(head)
    assert time.process_time() - started < 1


@pytest.mark.parametrize(
    ("name", "content", "format_"),
    [
        ("a.json", '{"version": "https://jsonfeed.org/version/1", "items": []}', Format.JSON_FEED),
        ("a.json", '{"uri": "urn:1", "versioncreated": "2024-12-14T09:30:00Z"}', Format.NINJS),
        ("a.json", "[1, 2]", Format.JSONL),
        ("a.xml", "<opml/>", Format.OPML),
        ("a.opml", "", Format.OPML),
        ("a.warc.gz", "", Format.WARC),
        ("a.eml", "", Format.EMAIL),
        ("a.mht", "", Format.SAVED_PAGE),
        ("a.pdf", "", Format.PDF),
        ("a.docx", "", Format.DOCX),
    ],
)
def test_names_tell_the_format_but_for_json_and_xml(tmp_path: Path, name: str, content: str, format_: Format) -> None:
    path = tmp_path / name
    path.write_text(content)
    assert find_inputs(str(path))[0].format is format_
