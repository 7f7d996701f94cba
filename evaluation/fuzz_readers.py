"""Targets of fuzzing that read files: one for every format, and what their stories must be like."""

import gzip
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from evaluation import fuzz_samples as samples
from sayso.cleaning import clean
from sayso.errors import SaysoError
from sayso.ingest import Format, find_inputs, read_input
from sayso.ingest.readers.listings import read_list
from sayso.ledger import Ledger
from sayso.records import Reading, Run, Story


@dataclass(frozen=True, slots=True)
class Target:
    """Something that takes bytes.

    Attributes:
        check: Gives them to it; raises what is not a `SaysoError`, or `AssertionError` where an answer is off.
        samples: What it should be given, to begin from.
        words: What matters to it, to strew in.
        most_bytes: Cases are cut to so many; None where none is too long.
    """

    check: Callable[[bytes], None]
    samples: tuple[bytes, ...]
    words: tuple[bytes, ...] = ()
    most_bytes: int | None = None


class OffsetError(AssertionError):
    """An offset outside its text, or a text that came back changed."""


_FETCHED = (Format.ADDRESS, Format.OPML, Format.SITEMAP)
"""What leads to other machines is not followed: that is their time. Lists are a target of their own."""


def check_story(story: Story) -> None:
    """Whether what cleaning marks lies inside the text, which must be one that can be stored."""
    if not story.text or "\0" in story.text:
        raise OffsetError("an empty text, or one with a NUL")
    story.text.encode()
    for mark in clean(story):
        if not 0 <= mark.span.start < mark.span.end <= len(story.text):
            raise OffsetError(f"{mark} in a text of {len(story.text)}")


def _check_file(data: bytes, ending: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"story{ending}"
        path.write_bytes(data)
        try:
            inputs = [source for source in find_inputs(str(path)) if source.format not in _FETCHED]
            stories = [item for source in inputs for item in read_input(source) if isinstance(item, Story)]
        except SaysoError:
            return
        for story in stories[:3]:
            check_story(story)
        if stories:
            _check_kept(stories[0], Path(folder))


def _check_kept(story: Story, folder: Path) -> None:
    with Ledger(folder / "l.sayso") as ledger:
        ledger.add(Reading(story, clean(story), ()), Run("fuzz", "none"))
        (kept,) = ledger.stories_by_id([story.id]).values()
    if kept.text != story.text:
        raise OffsetError("the text came back changed")


def _check_json_ld(data: bytes) -> None:
    """A page that tells these bytes of itself."""
    script = b'<script type="application/ld+json">' + data + b"</script>"
    _check_file(samples.PAGE.replace(b"</head>", script + b"</head>"), ".html")


def _check_word_file(data: bytes) -> None:
    """A Word file, or the document in one."""
    _check_file(data if data.startswith(b"PK") else samples.word_file_of(data), ".docx")


def _check_list(data: bytes) -> None:
    try:
        listed = read_list(data)
    except SaysoError:
        return
    if not all(one.url.lower().startswith(("http://", "https://")) for one in listed):
        raise AssertionError("a list leads out of the web")


def _of_reader(ending: str) -> Callable[[bytes], None]:
    return lambda data: _check_file(data, ending)


_PLAIN = (samples.SAID.encode(), samples.SAID.encode("utf-16"), b"https://herald.example/a\n# no\n")
BY_ENDING: dict[str, tuple[str, tuple[bytes, ...], tuple[bytes, ...]]] = {
    "plain": (".txt", _PLAIN, samples.SIGNS),
    "page": (".html", (samples.PAGE,), samples.MARKUP),
    "feed": (".rss", samples.FEEDS, samples.MARKUP),
    "atom": (".atom", (samples.ATOM,), samples.MARKUP),
    "json-feed": (".jsonfeed", samples.JSON_FEED, samples.VALUES),
    "ninjs": (".json", samples.NINJS, samples.VALUES),
    "newsml": (".xml", samples.NEWSML, samples.MARKUP),
    "warc": (".warc", samples.WARC, samples.HEADERS),
    "mail": (".eml", samples.MAIL, samples.HEADERS),
    "saved-page": (".mht", (samples.SAVED_PAGE,), samples.HEADERS),
    "pdf": (".pdf", (samples.PDF,), samples.OBJECTS),
    "jsonl": (".jsonl", (samples.LINE, samples.LINE * 2), samples.VALUES),
    "csv": (".csv", samples.CSV, samples.VALUES),
    "parquet": (".parquet", (samples.PARQUET,), samples.SIGNS),
    "gzip": (".jsonl.gz", (gzip.compress(samples.LINE, mtime=0),), samples.SIGNS),
    "unnamed": ("", (samples.PAGE, samples.RSS, samples.LINE, samples.SAID.encode()), samples.MARKUP),
}
"""The ending of its files, and some small ones as it should be given; a new reader joins with a line here."""

READERS: dict[str, Target] = {
    **{name: Target(_of_reader(end), given, words) for name, (end, given, words) in BY_ENDING.items()},
    "json-ld": Target(_check_json_ld, samples.JSON_LD, samples.VALUES),
    "docx": Target(
        _check_word_file, (samples.WORD_DOCUMENT, samples.word_file_of(samples.WORD_DOCUMENT)), samples.MARKUP
    ),
    "list": Target(_check_list, samples.LISTS, samples.MARKUP),
}
