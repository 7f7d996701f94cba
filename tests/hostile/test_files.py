"""Files from strangers: each is refused with what is wrong, or taken as the harmless text that it holds."""

import gzip
import io
import json
import os
from collections.abc import Callable
from pathlib import Path

import pyarrow as pa
import pytest
from pyarrow import parquet

from sayso.ingest import find_inputs, read_input
from sayso.records import Rejection, Story

SAID = "The mayor said no to the bridge."
BODY = f"<p>{SAID}</p>" * 8
TAKEN = ""
"""The case is taken, with the words of the mayor in it and nothing from elsewhere."""


def page(head: str = "", body: str = BODY) -> bytes:
    return f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>".encode()


def ld(value: str) -> bytes:
    return page(f'<script type="application/ld+json">{{"@type":"NewsArticle",{value}}}</script>')


def feed(inner: str, before: str = "") -> bytes:
    return f'<?xml version="1.0"?>{before}<rss version="2.0"><channel><title>T</title>{inner}</channel></rss>'.encode()


def item(more: str = "") -> str:
    return f"<item><description>{SAID}</description>{more}</item>"


def line(more: str) -> bytes:
    return f'{{"text":{json.dumps(SAID)},{more}}}\n'.encode()


def table(**columns: pa.Array) -> bytes:
    written = io.BytesIO()
    parquet.write_table(pa.table(columns), written)
    return written.getvalue()


def twice() -> bytes:
    written = io.BytesIO()
    parquet.write_table(pa.Table.from_arrays([pa.array([SAID]), pa.array(["x"])], names=["text", "text"]), written)
    return written.getvalue()


LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
EXTERNAL = '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]>'

CASES: dict[str, tuple[str, Callable[[], bytes], str]] = {
    "entity bomb": (
        "a.rss",
        lambda: feed(item("<title>&l9;</title>"), f'<!DOCTYPE r [<!ENTITY l0 "lol">{LAUGHS}]>'),
        TAKEN,
    ),
    "long entity many times": (
        "a.rss",
        lambda: feed(item(f"<title>{'&a;' * 9999}</title>"), f'<!DOCTYPE r [<!ENTITY a "{"x" * 9999}">]>'),
        TAKEN,
    ),
    "external entity": ("a.rss", lambda: feed(item("<title>&x;</title>"), EXTERNAL), TAKEN),
    "external entity, broken XML": ("a.rss", lambda: feed(item("<title>&x;</title>"), EXTERNAL)[:-20], TAKEN),
    "external DTD": ("a.rss", lambda: feed(item(), '<!DOCTYPE r SYSTEM "file:///etc/passwd">'), TAKEN),
    "XInclude": ("a.rss", lambda: feed(item('<xi:include href="/etc/passwd"/>')), TAKEN),
    "feed dated year 0": ("a.rss", lambda: feed(item("<pubDate>0000-00-00</pubDate>")), TAKEN),
    "feed dated past 9999": ("a.rss", lambda: feed(item("<pubDate>9999-12-31T23:59:60Z</pubDate>")), TAKEN),
    "feed with a broken base": ("a.rss", lambda: feed(item('<link xml:base="http://[">x</link>')), TAKEN),
    "feed that nests deep": (
        "a.rss",
        lambda: feed(f"<item><description>{'<div>' * 5_000}</description></item>"),
        "without a",
    ),
    "feed of nothing but brackets": ("a.rss", lambda: feed("<" * 100_000), "not well-formed"),
    "feed with 50,000 attributes": (
        "a.rss",
        lambda: feed(f"<item {' '.join(f'a{n}=' for n in range(50_000))}></item>"),
        "without end",
    ),
    "feed by one endless word": ("a.rss", lambda: feed(item(f"<author>{'a' * 200_000}</author>")), "without end"),
    "feed with a NUL": ("a.rss", lambda: feed(item("\0")), "NUL"),
    "saved from no address": ("a.html", lambda: page("<!-- saved from url=(0020)http://[oops -->"), TAKEN),
    "canonical link to no address": ("a.html", lambda: page('<link rel="canonical" href="http://[oops">'), TAKEN),
    "deep JSON-LD": ("a.html", lambda: ld('"author":' + "[" * 900 + "]" * 900), TAKEN),
    "bottomless JSON-LD": ("a.html", lambda: ld('"author":' + "[" * 100_000), TAKEN),
    "JSON-LD with half a pair": ("a.html", lambda: ld(r'"headline":"\ud800"'), "half a surrogate pair"),
    "JSON-LD name of markup": ("a.html", lambda: ld(r'"author":{"name":"\u003c?xml encoding=x?>\u003c"}'), TAKEN),
    "a million months": (
        "a.html",
        lambda: page(f'<meta property="article:published_time" content="{"Jan 3 " * 9_999}">'),
        TAKEN,
    ),
    "page in unicode_escape": (
        "a.html",
        lambda: page('<meta charset="unicode_escape">', BODY + r"\x3cscript\x3e"),
        TAKEN,
    ),
    "page in UTF-7": ("a.html", lambda: page('<meta charset="utf-7">', BODY + "+ADw-script+AD4-"), TAKEN),
    "page in punycode": ("a.html", lambda: page('<meta charset="punycode">', BODY * 300), TAKEN),
    "page in zlib": ("a.html", lambda: page('<meta charset="zlib">'), TAKEN),
    "script in a page": ("a.html", lambda: page("", BODY + "<script>alert(1)</script><p onclick=alert(1)>"), TAKEN),
    "NUL as an entity": ("a.html", lambda: page("<title>a&#0;b</title>"), TAKEN),
    "page that nests deep": ("a.html", lambda: page("", "<div>" * 30_000 + SAID), "without text"),
    "frames": ("a.html", lambda: b"<html><frameset><frame src='file:///etc/passwd'></frameset></html>", "without text"),
    "deep JSON": ("a.jsonl", lambda: b'{"text":' + b"[" * 200_000, "nested too deep"),
    "1e999": ("a.jsonl", lambda: line('"id":1e999'), "a number under"),
    "not a number": ("a.jsonl", lambda: line('"title":NaN'), "a number under"),
    "9,999 digits": ("a.jsonl", lambda: line('"id":' + "9" * 9999), "no JSON"),
    "half a pair": ("a.jsonl", lambda: b'{"text":"\\ud800"}\n', "half a surrogate pair"),
    "NUL in JSON": ("a.jsonl", lambda: b'{"text":"a\\u0000b"}\n', "NUL character"),
    "NUL in a title": ("a.jsonl", lambda: line(r'"title":"a\u0000"'), "the title holds a NUL"),
    "endless id": ("a.jsonl", lambda: line(f'"id":"{"x" * 2001}"'), "the id has 2,001 characters"),
    "endless title": ("a.jsonl", lambda: line(f'"title":"{"x" * 100_001}"'), "the title has 100,001"),
    "endless date": ("a.jsonl", lambda: line(f'"published":"{"jan " * 50_000}"'), TAKEN),
    "text said twice": ("a.jsonl", lambda: line('"text":1'), "a number under"),
    "a list of lists as addresses": ("a.jsonl", lambda: line('"originals":[[]]'), "a list under"),
    "no address": ("a.jsonl", lambda: line('"url":"http://[","canonical_url":"http://]"'), TAKEN),
    "script as an address": ("a.jsonl", lambda: line('"url":"javascript:alert(1)"'), TAKEN),
    "nothing but bad lines": ("a.jsonl", lambda: b"x\n" * 10_001, "10,000 records one after the other"),
    "bytes that are no UTF-8": ("a.jsonl", lambda: b'{"text":"\xff"}\n', "not UTF-8"),
    "CSV with a quote left open": ("a.csv", lambda: b'text\n"' + SAID.encode() + b"\nx" * 99, TAKEN),
    "CSV with a NUL": ("a.csv", lambda: b'text\n"a\0b"\n', "NUL"),
    "CSV of quotes": ("a.csv", lambda: b"text\n" + b'"' * 100_001, TAKEN),
    "CSV of commas": ("a.csv", lambda: b"text\n" + b"," * 100_000, "100001 fields"),
    "CSV of bad rows": ("a.csv", lambda: b"text\n" + b"a,b\n" * 10_001, "10,000 records one after the other"),
    "CSV that is a picture": ("a.csv", lambda: b"\x89PNG\r\n\x1a\n" + bytes(99), "PNG"),
    "Parquet that is none": ("a.parquet", lambda: b"PAR1" + b"\xff" * 99 + b"PAR1", "no Parquet"),
    "Parquet cut off": ("a.parquet", lambda: table(text=pa.array([SAID]))[:-20], "no Parquet"),
    "Parquet with a column twice": ("a.parquet", twice, "several columns"),
    "Parquet dated in the year 200,000": (
        "a.parquet",
        lambda: table(text=pa.array([SAID]), published=pa.array([2**62], pa.timestamp("us"))),
        "cannot be taken",
    ),
    "Parquet of bytes": ("a.parquet", lambda: table(text=pa.array([b"\xff"])), "a value of type bytes"),
    "Parquet of nested lists": ("a.parquet", lambda: table(text=pa.array([[[["x"]]]])), "a list under"),
    "gzip bomb": ("a.txt.gz", lambda: gzip.compress(bytes(30_000_000)), "more than 8,000,000 bytes"),
    "gzip cut off": ("a.jsonl.gz", lambda: gzip.compress(line('"id":"a"'))[:-9], "cannot be read"),
    "gzip in gzip": ("a.txt.gz", lambda: gzip.compress(gzip.compress(SAID.encode())), "gzip-compressed data"),
    "gzip that is none": ("a.jsonl.gz", lambda: b"\x1f\x8b" + b"\xff" * 20, "cannot be read"),
    "zip": ("a.txt", lambda: b"PK\x03\x04" + bytes(40), "zip archive"),
    "UTF-16 in half a character": ("a.txt", lambda: SAID.encode("utf-16")[:-1], "half a character"),
    "UTF-16 with half a pair": ("a.txt", lambda: b"\xff\xfe\x00\xd8" + SAID.encode("utf-16-le"), TAKEN),
    "nothing but bidi controls": ("a.txt", lambda: "\u202e\u2066".encode() + SAID.encode(), TAKEN),
    "one line of 9 MB": ("a.txt", lambda: b"word " * 1_800_000, "more than 8,000,000 bytes"),
    "control characters": ("a.txt", lambda: b"\x01\x02\x03" * 400, "control characters"),
    "escape sequences": ("a.txt", lambda: b"\x1b]0;owned\x07" + SAID.encode(), TAKEN),
}


def read(path: Path) -> list[Story | Rejection]:
    return [one for source in find_inputs(str(path)) for one in read_input(source)]


@pytest.mark.timeout(120)
@pytest.mark.parametrize("case", CASES)
def test_a_hostile_file(case: str, tmp_path: Path) -> None:
    name, make, told = CASES[case]
    (tmp_path / name).write_bytes(make())
    items = read(tmp_path / name)
    assert items
    if told:
        assert any(told in str(one) for one in items if isinstance(one, Rejection)), items[-1]
        assert all(one.wanted and one.remedy for one in items if isinstance(one, Rejection))
        return
    (story,) = items
    assert isinstance(story, Story), str(story)
    assert "root:" not in f"{story.title} {story.text}"
    assert "<script" not in story.text
    assert len(story.text) < 200_000
    if "quotes" not in case:
        assert SAID in story.text


def test_a_table_that_unpacks_without_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sayso.ingest.raw.files.EXPANDED_FREELY_BYTES", 1_000_000)
    (tmp_path / "a.jsonl.gz").write_bytes(gzip.compress(b"\n" * 30_000_000))
    (rejection,) = read(tmp_path / "a.jsonl.gz")
    assert "unpacks to more than 100 times its size" in str(rejection)


def test_a_large_table_that_shrinks_well_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sayso.ingest.raw.files.EXPANDED_FREELY_BYTES", 1)
    rows = [{"text": f"{SAID} {os.urandom(40).hex()}"} for _ in range(2000)]
    (tmp_path / "a.jsonl.gz").write_bytes(gzip.compress("\n".join(map(json.dumps, rows)).encode()))
    assert [type(one) for one in read(tmp_path / "a.jsonl.gz")] == [Story] * 2000


def test_links_out_of_a_folder_are_not_followed(tmp_path: Path) -> None:
    folder, secret = tmp_path / "got", tmp_path / "secret.txt"
    folder.mkdir()
    secret.write_text("The key is under the mat.")
    (folder / "a.txt").symlink_to(secret)
    (folder / "b.txt").write_text(SAID)
    (folder / "c.txt").symlink_to(folder / "b.txt")
    (folder / "loop.txt").symlink_to(folder / "loop.txt")
    (folder / "up").symlink_to(tmp_path)
    out, inside, within = read(folder)
    assert "a link that leads out of the folder" in str(out)
    assert [one.text for one in (inside, within) if isinstance(one, Story)] == [SAID, SAID]
    assert [type(one) for one in read(folder / "a.txt")] == [Story]  # named itself, it is meant


@pytest.mark.parametrize("name", ["a\nb.txt", "a\x1b[2Jb.txt", "\u202etxt.exe", "a' OR 1=1 --.txt", "-rf", "$(id).txt"])
def test_names_of_files_are_names(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text(SAID)
    (story,) = read(tmp_path)
    assert isinstance(story, Story)
