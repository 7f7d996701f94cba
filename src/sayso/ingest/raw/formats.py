"""The formats that are read, and how each is recognised: by the name of the file, the type of the answer, the bytes."""

import codecs
import re
from enum import StrEnum


class Format(StrEnum):
    """How an input holds its stories."""

    TEXT = "text"
    HTML = "html"
    JSONL = "jsonl"
    JSON_ARRAY = "json-array"
    CSV = "csv"
    PARQUET = "parquet"
    FEED = "feed"
    JSON_FEED = "json-feed"
    NINJS = "ninjs"
    NEWSML = "newsml-g2"
    OPML = "opml"
    SITEMAP = "sitemap"
    WARC = "warc"
    EMAIL = "email"
    SAVED_PAGE = "mhtml"
    PDF = "pdf"
    DOCX = "docx"
    ADDRESS = "address"


BY_SUFFIX = {
    ".txt": Format.TEXT,
    ".text": Format.TEXT,
    ".md": Format.TEXT,
    ".html": Format.HTML,
    ".htm": Format.HTML,
    ".xhtml": Format.HTML,
    ".jsonl": Format.JSONL,
    ".ndjson": Format.JSONL,
    ".csv": Format.CSV,
    ".tsv": Format.CSV,
    ".parquet": Format.PARQUET,
    ".rss": Format.FEED,
    ".atom": Format.FEED,
    ".jsonfeed": Format.JSON_FEED,
    ".opml": Format.OPML,
    ".warc": Format.WARC,
    ".eml": Format.EMAIL,
    ".mht": Format.SAVED_PAGE,
    ".mhtml": Format.SAVED_PAGE,
    ".pdf": Format.PDF,
    ".docx": Format.DOCX,
}
"""The formats of files whose names tell them; .json and .xml are told by their content, as all others."""

BY_MEDIA_TYPE = {
    "application/pdf": Format.PDF,
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": Format.DOCX,
    "application/warc": Format.WARC,
    "message/rfc822": Format.EMAIL,
    "multipart/related": Format.SAVED_PAGE,
    "application/x-mimearchive": Format.SAVED_PAGE,
    "application/x-ndjson": Format.JSONL,
    "application/xhtml+xml": Format.HTML,
    "text/csv": Format.CSV,
    "text/html": Format.HTML,
}
"""What an HTTP answer says of itself, for bytes that do not tell their format."""

SNIFFED_BYTES = 1 << 14
"""So much of a file is looked at: the keys that tell ninjs from other JSON stand within it in all its own examples."""

_FRONT_BYTES = 1000
_BEFORE_ROOT = rb"(?>(?>\s|<\?.*?\?>|<!--.*?-->|<!doctype(?>[^>\[]|\[.*?\]\s*(?=>))*>)*)"
_ROOT = re.compile(_BEFORE_ROOT + rb"<(?:[\w.-]+:)?([\w.-]+)", re.DOTALL)
_ROOTS = {
    b"rss": Format.FEED,
    b"feed": Format.FEED,
    b"rdf": Format.FEED,
    b"html": Format.HTML,
    b"opml": Format.OPML,
    b"urlset": Format.SITEMAP,
    b"sitemapindex": Format.SITEMAP,
    b"newsitem": Format.NEWSML,
    b"newsmessage": Format.NEWSML,
    b"packageitem": Format.NEWSML,
}
_STARTS = (
    (b"PAR1", Format.PARQUET),
    (b"%PDF-", Format.PDF),
    (b"WARC/", Format.WARC),
)
_ZIP_START = b"PK\x03\x04"
_OF_WORD = re.compile(rb"\[content_types\]\.xml|word/|_rels/\.rels")
_JSON_FEED = re.compile(rb'"version"\s*:\s*"https?:\\?/\\?/(?:www\.)?jsonfeed\.org')
_NINJS = re.compile(rb'ninjs-schema|"(?:versioncreated|bodies|body_\w+|headlines)"\s*:')
_ARRAY = re.compile(rb"\[\s*[{\]]")
_KEY_URI, _KEY_TEXT = re.compile(rb'"uri"\s*:'), re.compile(rb'"text"\s*:')
_MAIL = re.compile(rb"(?:from [^\n]*\n)?[!-9;-~]+:[ \t][^\n]*\n(?=(?s:.*)^(?:mime-version|message-id):)", re.MULTILINE)
_RELATED = re.compile(rb"^content-type:\s*multipart/related", re.MULTILINE)


def sniff_format(head: bytes) -> Format:
    """Judge the format by the first bytes of a file; what cannot be told is plain text."""
    for start, format_ in _STARTS:
        if head.startswith(start):
            return format_
    head = _spell_simply(head[:SNIFFED_BYTES])
    if head.startswith(_ZIP_START.lower()):
        return Format.DOCX if _OF_WORD.search(head) else Format.TEXT
    if head.startswith(b"<"):
        return _sniff_markup(head)
    if head.startswith((b"{", b"[")):
        return _sniff_json(head)
    if _MAIL.match(head):
        return Format.SAVED_PAGE if _RELATED.search(head) else Format.EMAIL
    return Format.TEXT


def _spell_simply(head: bytes) -> bytes:
    """Without a byte order mark or space before it, in lower case, and with a byte for every letter of UTF-16."""
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        head = head.decode("utf-16", "replace").encode()
    return head.removeprefix(codecs.BOM_UTF8).lstrip().lower()


def _sniff_markup(head: bytes) -> Format:
    root = _ROOT.match(head)
    if root and root[1] in _ROOTS:
        return _ROOTS[root[1]]
    front = head[:_FRONT_BYTES]
    if front.startswith(b"<?xml"):
        return Format.HTML if b"<html" in front else Format.FEED
    if front.startswith((b"<!doctype html", b"<head", b"<body", b"<!--")):
        return Format.HTML
    return Format.TEXT


def _sniff_json(head: bytes) -> Format:
    if _JSON_FEED.search(head):
        return Format.JSON_FEED
    if _KEY_URI.search(head) and _NINJS.search(head) and not _KEY_TEXT.search(head):
        return Format.NINJS
    if _ARRAY.match(head):
        return Format.JSON_ARRAY
    return Format.JSONL if re.match(rb'\{["\s]', head) else Format.TEXT
