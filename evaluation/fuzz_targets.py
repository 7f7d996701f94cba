"""What is fuzzed: every reader, the cleaner, the command line, the desk, searches and assistants' questions.

A new reader joins with one line in `_READERS`: the ending of its files, and some small files as it should be given.
Every target takes bytes, so that what failed can be kept as a file and given to it again.
"""

import csv
import gzip
import io
import json
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pyarrow as pa
from pyarrow import parquet

from sayso.cleaning import clean
from sayso.errors import SaysoError
from sayso.ingest import find_inputs, read_input, story_from_text
from sayso.ledger import Ledger
from sayso.records import Reading, Run, Story

SAID = (
    "The bridge will close for a year, Nora Field, the transport minister, said on Monday. “The pillars are cracked.”"
)
PUBLISHED = "Mon, 06 May 2024 09:30:00 GMT"


@dataclass(frozen=True, slots=True)
class Target:
    """Something that takes bytes.

    Attributes:
        check: Gives them to it; raises what is not a `SaysoError`, or `AssertionError` where an answer is off.
        samples: What it should be given, to begin from.
        words: What matters to it, to strew in.
    """

    check: Callable[[bytes], None]
    samples: tuple[bytes, ...]
    words: tuple[bytes, ...] = ()


class OffsetError(AssertionError):
    """An offset outside its text, or a text that came back changed."""


def _wrap(head: str, body: str) -> bytes:
    return f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>".encode()


_PAGE = _wrap(
    '<meta charset="utf-8"><title>Bridge to close</title><link rel="canonical" href="https://herald.example/a">'
    '<meta property="article:published_time" content="May 6, 2024"><script type="application/ld+json">'
    '{"@type":"NewsArticle","headline":"Bridge to close","author":[{"name":"Ann Lee"}],"isBasedOn":"https://b.example/x"}'
    "</script>",
    "<!-- saved from url=(0020)https://herald.example/a --><article><h1>Bridge</h1><p class=byline>By Ann Lee</p>"
    f"<p>{SAID}</p></article>",
)
_FEED = (
    '<?xml version="1.0" encoding="utf-8"?><!DOCTYPE rss [<!ENTITY a "b">]><rss version="2.0"><channel>'
    "<title>Herald</title>"
    f"<item><title>Bridge</title><link>https://herald.example/a</link><pubDate>{PUBLISHED}</pubDate>"
    f"<author>Ann Lee</author><source url='https://w.example'>Wire</source><description>&lt;p&gt;{SAID}&lt;/p&gt; &a;"
    "</description></item></channel></rss>"
).encode()
_ATOM = (
    '<feed xmlns="http://www.w3.org/2005/Atom"><title>Herald</title><entry><id>tag:x</id>'
    '<title type="html">A &amp;lt;b></title>'
    f"<updated>2024-05-06T09:30:00Z</updated><content type='xhtml'><div><p>{SAID}</p></div></content></entry></feed>"
).encode()
_ROW = {"id": "a", "url": "https://herald.example/a", "published": "2024-05-06", "title": "Bridge", "text": SAID}


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


_LINE = json.dumps(_ROW).encode() + b"\n"
_SIGNS = (
    b"\0",
    b"\x1b[2J",
    b"\xff",
    b"\xe2\x80\xae",
    b"\xed\xa0\x80",
    b"\xef\xbb\xbf",
    b"\r",
    b"\n\n",
    b'"',
    b"'",
    b"\\ud800",
)
_MARKUP = (
    *_SIGNS,
    *(b"<", b">", b"&", b"&#0;", b"&#xd800;", b"]]>", b"<![CDATA[", b"<!--", b"<div>", b"<p>", b"<script>"),
    *(b"<base href='//['>", b"http://[", b"0000-00-00", b"9999-12-31T23:59:60Z", b'"name":[', b"charset=punycode"),
    b"<!ENTITY x SYSTEM 'file:///etc/hostname'>",
)
_VALUES = (
    *_SIGNS,
    b"1e999",
    b"NaN",
    b"null",
    b"[[[[",
    b'{"a":',
    b",,,,",
    b"9" * 400,
    b'"text":1',
    b"http://[",
    b"Jan 0 0000",
)

_READERS: dict[str, tuple[str, tuple[bytes, ...], tuple[bytes, ...]]] = {
    "plain": (".txt", (SAID.encode(), SAID.encode("utf-16"), b"https://herald.example/a\n# no\n"), _SIGNS),
    "page": (".html", (_PAGE,), _MARKUP),
    "feed": (".rss", (_FEED, _ATOM), _MARKUP),
    "jsonl": (".jsonl", (_LINE, _LINE * 2), _VALUES),
    "csv": (".csv", (_csv(), _csv().replace(b",", b";"), _csv().decode().encode("utf-16")), _VALUES),
    "parquet": (".parquet", (_parquet(),), _SIGNS),
    "gzip": (".jsonl.gz", (gzip.compress(_LINE, mtime=0),), _SIGNS),
    "unnamed": ("", (_PAGE, _FEED, _LINE, SAID.encode()), _MARKUP),
}


def _check_file(data: bytes, ending: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"story{ending}"
        path.write_bytes(data)
        try:
            # addresses in a list are not fetched: that is another machine's time
            inputs = [source for source in find_inputs(str(path)) if source.format != "address"]
            stories = [item for source in inputs for item in read_input(source) if isinstance(item, Story)]
        except SaysoError:
            return
        for story in stories[:3]:
            check_story(story)
        if stories:
            _check_kept(stories[0], Path(folder))


def check_story(story: Story) -> None:
    """Whether what cleaning marks lies inside the text, which must be one that can be stored."""
    if not story.text or "\0" in story.text:
        raise OffsetError("an empty text, or one with a NUL")
    story.text.encode()
    for mark in clean(story):
        if not 0 <= mark.span.start < mark.span.end <= len(story.text):
            raise OffsetError(f"{mark} in a text of {len(story.text)}")


def _check_kept(story: Story, folder: Path) -> None:
    with Ledger(folder / "l.sayso") as ledger:
        ledger.add(Reading(story, clean(story), ()), Run("fuzz", "none"))
        (kept,) = ledger.stories_by_id([story.id]).values()
    if kept.text != story.text:
        raise OffsetError("the text came back changed")


def _story(data: bytes) -> Story | None:
    try:
        return story_from_text(data.decode("utf-8", "surrogateescape"))
    except SaysoError:
        return None


def _check_cleaner(data: bytes) -> None:
    if story := _story(data):
        check_story(story)


def _check_model(data: bytes) -> None:
    """The whole reading of a text in English, whatever it is."""
    from sayso.pipeline.api import read

    try:
        reading = read(f"{SAID}\n\n{data.decode('utf-8', 'replace')}")
    except SaysoError:
        return
    length = len(reading.story.text)
    for one in reading.attributions:
        for span in (*one.source, *one.cue, *one.content):
            if not 0 <= span.start < span.end <= length:
                raise OffsetError(f"{span} in a text of {length}")


@cache
def _small_ledger() -> Path:
    """A ledger of two stories, for questions."""
    from sayso.pipeline.adding import add_stories
    from sayso.pipeline.models import shipped_model

    path = Path(tempfile.mkdtemp(prefix="sayso-fuzz-")) / "l.sayso"
    stories = [story_from_text(SAID, id="a", title="Bridge", published="2024-05-06"), story_from_text(SAID * 2, id="b")]
    with Ledger(path) as ledger:
        list(add_stories(ledger, shipped_model(), stories))
    return path


def _check_search(data: bytes) -> None:
    words = data.decode("utf-8", "surrogateescape")
    with Ledger(_small_ledger()) as ledger:
        for ask in (ledger.search, ledger.said, ledger.sources):
            try:
                ask(words)
            except SaysoError:
                continue


def _check_command(data: bytes) -> None:
    """A verb with words after it, each a line, then the standard input after an empty line."""
    from typer.testing import CliRunner

    from sayso.cli.app import app

    head, _, given = data.partition(b"\n\n")
    words = [word for word in head.replace(b"\0", b"").decode("utf-8", "surrogateescape").split("\n") if word]
    verb = words[0] if words and words[0] in _ASKING else "search"
    done = CliRunner().invoke(
        app, [verb, "--ledger", str(_small_ledger()), *words[1:]] if verb != "read" else ["read", "-"], input=given
    )
    if done.exception and not isinstance(done.exception, (SaysoError, SystemExit)):
        raise done.exception


_ASKING = ("read", "said", "search", "sources", "lineage", "revisions", "trace")


@cache
def _desk():  # type: ignore[no-untyped-def] # a client, whose import takes long
    from fastapi.testclient import TestClient

    from sayso.web import create_app

    return TestClient(create_app(_small_ledger()), base_url="http://127.0.0.1", raise_server_exceptions=True)


def _check_desk(data: bytes) -> None:
    """A page of the desk, asked with whatever."""
    from urllib.parse import quote

    words = quote(data, safe="")
    for path in (
        f"/stories/{words}",
        f"/claims?claim={words}",
        f"/search?words={words}",
        f"/said?name={words}",
        f"/sources/{words}",
    ):
        if len(path) < 60_000 and _desk().get(path).status_code >= 500:
            raise AssertionError(f"{path[:80]} is answered with a fault")


def _check_assistant(data: bytes) -> None:
    from sayso.agents.tools import Tools

    words = data.decode("utf-8", "surrogateescape")
    tools = Tools(_small_ledger())
    for ask in (tools.get_story, tools.search_statements, tools.what_did_say, tools.list_sources, tools.lineage_of):
        try:
            ask(words)
        except SaysoError:
            continue


def _of_reader(ending: str) -> Callable[[bytes], None]:
    return lambda data: _check_file(data, ending)


_QUERIES = (
    b"North Korean",
    b'"said" NEAR(a b)',
    b"content : (a OR b)",
    b"bridge* ^pillars -x",
    b"'; DROP TABLE story; --",
)
_TEXTS = (
    SAID.encode(),
    b"KYIV, Dec. 14 (Ukrinform) - The Russian has begun using. Read also: More news\n\n(c) 2024 Herald\nBy Ann Lee",
)

TARGETS: dict[str, Target] = {
    **{name: Target(_of_reader(end), samples, words) for name, (end, samples, words) in _READERS.items()},
    "cleaner": Target(
        _check_cleaner, _TEXTS, (*_SIGNS, b"By ", b"(", b"READ MORE: ", b" said", b". ", b"\xc2\xa0", b"\xe2\x80\x9c")
    ),
    "model": Target(_check_model, _TEXTS, (*_SIGNS, b" said", b" according to ", b"\xe2\x80\x9c", b"\xe2\x80\x9d")),
    "search": Target(_check_search, _QUERIES, (*_SIGNS, b"*", b" OR ", b":", b"(", b"^")),
    "command": Target(
        _check_command,
        (b"search\nbridge", b"read\n\n" + SAID.encode(), b"trace\nbridge\n--json"),
        (*_SIGNS, b"--", b"-n"),
    ),
    "desk": Target(_check_desk, (b"a", *_QUERIES), (*_SIGNS, b"/", b"..", b"%", b"<script>", b"//")),
    "assistant": Target(_check_assistant, (b"a", *_QUERIES), _SIGNS),
}
