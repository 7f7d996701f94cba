"""What is fuzzed: every reader, the cleaner, the model, the command line, the desk, searches and assistants' questions.

Every target takes bytes, so that what failed can be kept as a file and given to it again.
"""

import tempfile
from functools import cache
from pathlib import Path

from evaluation.fuzz_readers import READERS, OffsetError, Target, check_story
from evaluation.fuzz_samples import SAID, SIGNS
from sayso.errors import SaysoError
from sayso.ingest import story_from_text
from sayso.ledger import Ledger
from sayso.records import Story

__all__ = ["TARGETS", "OffsetError", "Target"]


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

READ_BYTES = 24_000
"""Of what the networks read: they take 3 s for so much where every character is a word piece, and longer for more, so
that a hang of 5 s is not their time."""

TARGETS: dict[str, Target] = {
    **READERS,
    "cleaner": Target(
        _check_cleaner, _TEXTS, (*SIGNS, b"By ", b"(", b"READ MORE: ", b" said", b". ", b"\xc2\xa0", b"\xe2\x80\x9c")
    ),
    "model": Target(
        _check_model, _TEXTS, (*SIGNS, b" said", b" according to ", b"\xe2\x80\x9c", b"\xe2\x80\x9d"), READ_BYTES
    ),
    "search": Target(_check_search, _QUERIES, (*SIGNS, b"*", b" OR ", b":", b"(", b"^")),
    "command": Target(
        _check_command,
        (b"search\nbridge", b"read\n\n" + SAID.encode(), b"trace\nbridge\n--json"),
        (*SIGNS, b"--", b"-n"),
        READ_BYTES,
    ),
    "desk": Target(_check_desk, (b"a", *_QUERIES), (*SIGNS, b"/", b"..", b"%", b"<script>", b"//")),
    "assistant": Target(_check_assistant, (b"a", *_QUERIES), SIGNS),
}
