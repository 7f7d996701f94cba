"""What fuzzing begins from: small files of every format that is read, and the signs that matter in them."""

import csv
import gzip
import io
import json
import zipfile

import pyarrow as pa
from pyarrow import parquet

SAID = (
    "The bridge will close for a year, Nora Field, the transport minister, said on Monday. “The pillars are cracked.”"
)
_MAIL_DATE = "Mon, 06 May 2024 09:30:00 GMT"
_HEAD_OF_XML = '<?xml version="1.0" encoding="utf-8"?>'


def page_of(head: str, body: str) -> bytes:
    """A page with this head and body."""
    return f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>".encode()


PAGE = page_of(
    '<meta charset="utf-8"><title>Bridge to close</title><link rel="canonical" href="https://herald.example/a">'
    '<meta property="article:published_time" content="May 6, 2024"><script type="application/ld+json">'
    '{"@type":"NewsArticle","headline":"Bridge to close","author":[{"name":"Ann Lee"}],"isBasedOn":"https://b.example/x"}'
    "</script>",
    "<!-- saved from url=(0020)https://herald.example/a --><article><h1>Bridge</h1><p class=byline>By Ann Lee</p>"
    f"<p>{SAID}</p></article>",
)
JSON_LD = tuple(
    json.dumps(told).encode()
    for told in (
        {
            "@context": "https://schema.org",
            "@type": "NewsArticle",
            "headline": "Bridge to close",
            "author": [{"@type": "Person", "name": "Ann Lee"}],
            "datePublished": "2024-05-06T09:30:00Z",
            "dateModified": "2024-05-07",
            "publisher": {"@type": "Organization", "name": "Herald", "parentOrganization": {"name": "Group"}},
            "isBasedOn": ["https://b.example/x", {"@id": "https://c.example/y"}],
            "mainEntityOfPage": {"@id": "https://herald.example/a"},
            "digitalSourceType": "trainedAlgorithmicMedia",
            "articleBody": SAID,
        },
        {"@graph": [{"@type": ["WebPage"]}, {"@type": ["Article", "Report"], "author": "Ann Lee"}]},
        [{"@type": "ReportageNewsArticle", "creator": {"name": ["Ann Lee", None]}}],
    )
)
"""What pages tell of themselves to machines, to be put into one."""

RSS = (
    f'{_HEAD_OF_XML}<!DOCTYPE rss [<!ENTITY a "b">]><rss version="2.0"><channel>'
    "<title>Herald</title>"
    f"<item><title>Bridge</title><link>https://herald.example/a</link><pubDate>{_MAIL_DATE}</pubDate>"
    f"<author>Ann Lee</author><source url='https://w.example'>Wire</source><description>&lt;p&gt;{SAID}&lt;/p&gt; &a;"
    "</description></item></channel></rss>"
).encode()
_CREDITED = (
    f'{_HEAD_OF_XML}<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:media="http://search.yahoo.com/mrss/" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>'
    f"<item><guid>1</guid><dc:creator>Ann Lee</dc:creator><dc:source>https://w.example/1</dc:source><media:content>"
    f"<media:credit role='author'>AFP</media:credit></media:content><content:encoded><![CDATA[<p>{SAID}</p>]]>"
    "</content:encoded></item></channel></rss>"
).encode()
ATOM = (
    '<feed xmlns="http://www.w3.org/2005/Atom"><title>Herald</title><entry><id>tag:x</id>'
    '<title type="html">A &amp;lt;b></title><link rel="via" href="https://w.example/1"/><author><name>Ann</name></author>'
    f"<updated>2024-05-06T09:30:00Z</updated><content type='xhtml'><div><p>{SAID}</p></div></content></entry></feed>"
).encode()
FEEDS = (RSS, _CREDITED)

LISTS = (
    f'{_HEAD_OF_XML}<opml version="2.0"><head/><body><outline text="A"><outline type="rss" title="Herald" '
    'xmlUrl="https://herald.example/feed"/></outline></body></opml>'.encode(),
    f'{_HEAD_OF_XML}<urlset xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>https://herald.example/a'
    "</loc><news:news><news:publication><news:name>Herald</news:name></news:publication><news:publication_date>2024-05-06"
    "</news:publication_date><news:title>Bridge</news:title></news:news></url></urlset>".encode(),
    b"<sitemapindex><sitemap><loc>https://herald.example/news.xml.gz</loc></sitemap></sitemapindex>",
)

_NEWSML_HEAD = (
    '<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:1" version="2" xml:lang="en"><itemMeta>'
    '<itemClass qcode="ninat:text"/><provider qcode="nprov:AFP"><name>AFP</name></provider>'
    "<versionCreated>2024-05-06T10:00:00Z</versionCreated><firstCreated>2024-05-06</firstCreated>"
    '<pubStatus qcode="stat:usable"/><link rel="irel:derivedFrom" href="https://w.example/1"/></itemMeta><contentMeta>'
    "<by>Ann Lee</by><headline>Bridge</headline><creditline>AFP</creditline></contentMeta><contentSet>"
)
_NITF = (
    '<inlineXML contenttype="application/nitf+xml"><nitf xmlns="http://iptc.org/std/NITF/2006-10-18/"><body>'
    f"<body.head><hedline><hl1>Bridge</hl1></hedline></body.head><body.content><p>{SAID}</p>"
    "<media><media-caption>No</media-caption></media></body.content></body></nitf></inlineXML>"
)
_XHTML = f'<inlineXML><html xmlns="http://www.w3.org/1999/xhtml"><body><p>{SAID}</p></body></html></inlineXML>'
_INLINE = f'<inlineData contenttype="text/plain">{SAID}</inlineData>'
_ITEMS = [f"{_NEWSML_HEAD}{content}</contentSet></newsItem>" for content in (_NITF, _XHTML, _INLINE)]
NEWSML = (
    *(item.encode() for item in _ITEMS),
    '<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>'
    f"{''.join(_ITEMS)}</itemSet></newsMessage>".encode(),
)

_MARKED = f"<p>{SAID}</p>"
NINJS = tuple(
    json.dumps(item).encode()
    for item in (
        {
            "uri": "urn:1",
            "versioncreated": "2024-05-06",
            "byline": "Ann Lee",
            "headline": "A",
            "body_xhtml": _MARKED,
        },
        {
            "uri": "urn:2",
            "headlines": [{"role": "main", "value": "Bridge"}],
            "infosources": [{"name": "AFP"}],
            "bodies": [{"role": "main", "contenttype": "text/plain", "value": SAID}],
            "pubstatus": "withheld",
        },
        [
            {
                "uri": "urn:3",
                "standard": {"name": "ninjs", "version": "3.0"},
                "versionCreated": "2024-05-06T09:30:00Z",
                "embargoed": "2024-05-07",
                "digitalSourceType": {"uri": "http://cv.iptc.org/newscodes/digitalsourcetype/algorithmicMedia"},
                "headlines": [{"value": "Bridge"}],
                "bodies": [{"contentType": "text/html", "value": _MARKED}],
            }
        ],
    )
)
JSON_FEED = tuple(
    json.dumps({
        "version": f"https://jsonfeed.org/version/{version}",
        "title": "Herald",
        "authors": [{"name": "The desk"}],
        "items": [
            {"id": "1", "url": "https://herald.example/a", "title": "A", "content_html": _MARKED, "author": {}},
            {"id": 2, "content_text": SAID, "date_published": "2024-05-06T09:30:00+02:00", "authors": [{"name": "A"}]},
        ],
    }).encode()
    for version in ("1", "1.1")
)  # fmt: skip


def _warc(kind: str, content: bytes, packed: bool = False) -> bytes:
    answer = f"HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\nContent-Length: {len(content)}\r\n\r\n".encode() + content
    record = (
        b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:1>\r\nWARC-Date: 2024-05-06T09:30:00Z\r\n"
        b"WARC-Target-URI: https://herald.example/a\r\nContent-Type: application/http; msgtype=response\r\n"
        b"Content-Length: %d\r\n\r\n%s\r\n\r\n" % (len(answer), answer)
    )
    return gzip.compress(record, mtime=0) if packed else record


WARC = (
    _warc("text/html; charset=utf-8", PAGE) + _warc("text/plain", SAID.encode()),
    _warc("text/html", PAGE, packed=True) + _warc("text/plain", SAID.encode(), packed=True),
    _warc("text/html\r\nTransfer-Encoding: chunked", b"%x\r\n%s\r\n0\r\n\r\n" % (len(PAGE), PAGE)),
    _warc("text/html\r\nContent-Encoding: gzip", gzip.compress(PAGE, mtime=0)),
)

_MAIL_HEAD = (
    'From: "Herald" <news@herald.example>\r\nSubject: =?utf-8?Q?Bridge=20closed?=\r\n'
    f"Date: {_MAIL_DATE}\r\nMessage-ID: <1@herald.example>\r\nMIME-Version: 1.0\r\n"
)
_MAIL_TEXT = f"Content-Type: text/plain; charset=utf-8; format=flowed\r\n\r\n{SAID}\r\n"
_MAIL_HTML = (
    "Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n"
    "PHRhYmxlPjx0cj48dGQ+PHA+VGhlIG1heW9yIHNhaWQgbm8uPC9wPjwvdGQ+PC90cj48L3RhYmxlPg==\r\n"
)
MAIL = (
    f"{_MAIL_HEAD}{_MAIL_TEXT}".encode(),
    (
        f'{_MAIL_HEAD}Archived-At: <https://herald.example/1>\r\nContent-Type: multipart/alternative; boundary="x"\r\n'
        f"\r\n--x\r\n{_MAIL_TEXT}\r\n--x\r\n{_MAIL_HTML}\r\n--x--\r\n"
    ).encode(),
)
SAVED_PAGE = (
    "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://herald.example/a\r\nSubject: Bridge\r\n"
    f'Date: {_MAIL_DATE}\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="x"\r\n'
    "\r\n--x\r\nContent-Type: text/html\r\nContent-ID: <a@b>\r\nContent-Transfer-Encoding: quoted-printable\r\n"
    "Content-Location: https://herald.example/a\r\n\r\n<html><body><p>The mayor said =E2=80=9Cno=E2=80=9D.</p></body>"
    "</html>\r\n--x\r\nContent-Type: text/css\r\n\r\np {}\r\n--x--\r\n"
).encode()


def _pdf() -> bytes:
    shown = (
        b"BT /F1 12 Tf 50 750 Td (The mayor of Lowbridge said on Saturday that the) Tj 0 -14 Td (bridge is shut.) Tj ET"
    )
    objects = (
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources 7 0 R >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(shown), shown),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 4 0 R >>",
        b"<< /Title (Bridge closed) /Author (City) /CreationDate (D:20240506093000+02'00') >>",
        b"<< /Font << /F1 5 0 R >> >>",
    )
    written, places = b"%PDF-1.4\n", []
    for number, one in enumerate(objects, 1):
        places.append(len(written))
        written += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"trailer\n<< /Size %d /Root 1 0 R /Info 6 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1,
        len(written),
    )
    return b"%sxref\n0 %d\n0000000000 65535 f \n%s%s" % (written, len(objects) + 1, table, end)


PDF = _pdf()
WORD_DOCUMENT = (
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r>'
    f"<w:t>{SAID}</w:t></w:r><w:del><w:r><w:delText>no</w:delText></w:r></w:del><w:ins><w:r><w:t> Yes.</w:t><w:br/>"
    "</w:r></w:ins></w:p><w:tbl><w:tr><w:tc><w:p><w:r><w:t>A</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:body></w:document>"
).encode()
_PROPERTIES = (
    b'<cp:coreProperties xmlns:cp="c" xmlns:dc="d"><dc:title>Bridge</dc:title><cp:modified>2024-05-06T09:30:00Z'
    b"</cp:modified></cp:coreProperties>"
)


def word_file_of(document: bytes) -> bytes:
    """A Word file whose document is these bytes."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as package:
        for name, part in (("word/document.xml", document), ("docProps/core.xml", _PROPERTIES)):
            package.writestr(zipfile.ZipInfo(name), part)
    return packed.getvalue()


_ROW = {"id": "a", "url": "https://herald.example/a", "published": "2024-05-06", "title": "Bridge", "text": SAID}
LINE = json.dumps(_ROW).encode() + b"\n"


def _parquet() -> bytes:
    written = io.BytesIO()
    parquet.write_table(pa.Table.from_pylist([_ROW]), written)
    return written.getvalue()


def _csv() -> bytes:
    written = io.StringIO()
    writer = csv.DictWriter(written, list(_ROW))
    writer.writeheader()
    writer.writerow(_ROW)
    return written.getvalue().encode()


PARQUET = _parquet()
CSV = (_csv(), _csv().replace(b",", b";"), _csv().decode().encode("utf-16"))

SIGNS = (
    *(b"\0", b"\x1b[2J", b"\xff", b"\xe2\x80\xae", b"\xed\xa0\x80", b"\xef\xbb\xbf"),
    *(b"\r", b"\n\n", b'"', b"'", b"\\ud800"),
)
MARKUP = (
    *SIGNS,
    *(b"<", b">", b"&", b"&#0;", b"&#xd800;", b"]]>", b"<![CDATA[", b"<!--", b"<div>", b"<p>", b"<script>"),
    *(b"<base href='//['>", b"http://[", b"0000-00-00", b"9999-12-31T23:59:60Z", b'"name":[', b"charset=punycode"),
    b"<!ENTITY x SYSTEM 'file:///etc/hostname'>",
)
VALUES = (
    *(*SIGNS, b"1e999", b"NaN", b"null", b"[[[[", b'{"a":', b",,,,", b"9" * 400, b'"text":1', b"http://["),
    b"Jan 0 0000",
)
HEADERS = (
    *(
        *SIGNS,
        b"\r\n",
        b"\r\n\r\n",
        b": ",
        b"--x\r\n",
        b"--x--",
        b"Content-Length: -1\r\n",
        b"=?x?q?=ff?=",
        b"charset=x",
    ),
    *(
        b"Content-Encoding: gzip\r\n",
        b"Content-Transfer-Encoding: uuencode\r\n",
        b"Content-Type: message/rfc822\r\n\r\n",
    ),
    *(b"multipart/mixed", b"Transfer-Encoding: chunked\r\n", b"WARC/1.0\r\n", b"9999-12-31T23:59:60Z"),
)
OBJECTS = (
    *(*SIGNS, b"<<", b">>", b"[", b"]", b"(", b")", b"1 0 R", b"4 0 R", b"/Kids", b"/Filter /FlateDecode", b"/Prev 0"),
    *(b"stream\n", b"endstream", b"obj\n", b"-1", b"99999999999", b"BT", b" Tj ", b" Td ", b"/Encrypt 6 0 R", b"xref"),
    *(b"/Type /ObjStm", b"/DecodeParms << /Predictor 12 /Columns 1 >>", b"beginbfrange <00> <ffff> <0041> endbfrange"),
)
