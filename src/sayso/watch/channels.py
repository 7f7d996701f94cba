"""To whom it is told: a file of JSON lines, a feed of one's own, and a webhook."""

import hashlib
import json
import os
import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from email.utils import format_datetime
from pathlib import Path
from urllib.parse import quote
from xml.etree import ElementTree as ET

from sayso.errors import InputError
from sayso.ingest.address import ask
from sayso.ledger.tellings import Message
from sayso.watch.visiting import host_of

TOLD_IN_FEED = 100
"""So many tellings stand in the feed, the newest first; all are in the ledger."""

_TAIL_BYTES = 1 << 20
_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class Spoken:
    """Tells by a function, such as one that prints."""

    def __init__(self, name: str, speak: Callable[[Message], None]) -> None:
        self.name = name
        self._speak = speak

    def tell(self, message: Message) -> None:
        """Tell something."""
        self._speak(message)


class NotifyFile:
    """A file to which a line of JSON is added for each telling, once."""

    def __init__(self, path: Path) -> None:
        self.name = f"file {path.absolute()}"
        self._path = path

    def tell(self, message: Message) -> None:
        """Add a line, unless it stands among the last ones already: the program was killed before it noted that.

        Raises:
            InputError: the file cannot be written.
        """
        line = json.dumps(message, ensure_ascii=False).encode() + b"\n"
        with _telling_failures(self._path), self._path.open("a+b") as file:
            size = file.seek(0, os.SEEK_END)
            file.seek(max(0, size - _TAIL_BYTES))
            tail = file.read()
            if line in tail:
                return
            begun = tail.rpartition(b"\n")[2]
            # a program that was killed left half of the line, which is gone on with; what else is there is left alone
            file.write(line[len(begun) :] if line.startswith(begun) else b"\n" + line)
            file.flush()
            os.fsync(file.fileno())


class FeedFile:
    """An RSS file of what was told last, written anew each time and put in the place of the old one at once."""

    def __init__(self, path: Path, latest: Callable[[int], Sequence[Message]], desk: str) -> None:
        """Make one.

        Args:
            path: The file.
            latest: Gives so many of what was told last, the newest first.
            desk: The address of the desk, to which its items lead.
        """
        self.name = f"feed {path.absolute()}"
        self._path = path
        self._latest = latest
        self._desk = desk.rstrip("/")

    def tell(self, message: Message) -> None:  # noqa: ARG002 - the ledger, which has it, gives it with the others
        """Write the feed, which has this message in it.

        Raises:
            InputError: the file cannot be written.
        """
        fresh = self._path.with_name(f".{self._path.name}.new")
        with _telling_failures(self._path):
            fresh.write_bytes(make_rss(self._latest(TOLD_IN_FEED), self._desk))
            fresh.replace(self._path)


class Webhook:
    """An address to which each telling is sent as JSON, by POST; it may come twice, with the same id."""

    def __init__(self, url: str, secret: str | None = None, *, allow_private: bool = False) -> None:
        """Make one.

        Args:
            url: The address. The ledger keeps only its host and a hash, as many such addresses are secrets.
            secret: Is sent as "Authorization: Bearer …".
            allow_private: Send to private and loopback addresses too.
        """
        self.name = f"webhook {host_of(url)} {hashlib.sha256(url.encode()).hexdigest()[:12]}"
        self._url = url
        self._headers = {"content-type": "application/json"}
        if secret:
            self._headers["authorization"] = f"Bearer {secret}"
        self._allow_private = allow_private

    def tell(self, message: Message) -> None:
        """Send it. Redirects are not followed, so that the secret goes nowhere else.

        Raises:
            InputError: the address is none that is public, or answers otherwise than with success.
        """
        body = json.dumps(message, ensure_ascii=False).encode()
        headers = self._headers | {"idempotency-key": str(message["id"])}
        with ask(
            self._url,
            "POST",
            headers=headers,
            content=body,
            follow_redirects=False,
            allow_private=self._allow_private,
        ) as response:
            if not response.is_success:
                raise InputError(
                    f"the webhook answers {response.status_code} {response.reason_phrase}",
                    "an answer of success (2xx)",
                    "It is tried again later",
                )


def make_rss(messages: Sequence[Message], desk: str) -> bytes:
    """An RSS 2.0 file of what was told.

    Args:
        messages: What, the newest first.
        desk: The address of the desk, without a slash at its end.
    """
    rss = ET.Element("rss", version="2.0")
    channel = ET.SubElement(rss, "channel")
    newest = datetime.fromisoformat(str(messages[0]["told_at"])) if messages else datetime.now(UTC)
    _fill(
        channel,
        title="sayso: claims that are followed",
        link=f"{desk}/",
        description="What became of the claims that are followed: where each stands, and on how many origins.",
        lastBuildDate=format_datetime(newest),
        generator="sayso",
    )
    for message in messages:
        item = ET.SubElement(channel, "item")
        _fill(
            item,
            title=str(message["text"]),
            link=f"{desk}/claims?claim={quote(str(message['claim']))}",
            description="\n".join(_lines(message)),
            pubDate=format_datetime(datetime.fromisoformat(str(message["told_at"]))),
        )
        guid = ET.SubElement(item, "guid", isPermaLink="false")
        guid.text = str(message["id"])
    data: bytes = ET.tostring(rss, encoding="utf-8", xml_declaration=True)
    return data


def _lines(message: Message) -> Iterator[str]:
    """A telling in plain words, escaped twice as RSS wants it: readers take a description for HTML."""
    yield f"<p>{_escape(str(message['text']))}</p>"
    reports = message["brought_by"]
    if isinstance(reports, list) and reports:
        told = (
            f"{one.get('outlet') or 'unknown outlet'}: {one.get('title') or one.get('story_id')}" for one in reports
        )
        yield f"<ul>{''.join(f'<li>{_escape(one)}</li>' for one in told)}</ul>"


def _escape(words: str) -> str:
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _fill(element: ET.Element, **texts: str) -> None:
    for tag, text in texts.items():
        ET.SubElement(element, tag).text = _NOT_IN_XML.sub("\ufffd", text)


@contextmanager
def _telling_failures(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise InputError(
            f"{path} cannot be written ({error.strerror or error})", "a file that can be", "Check the folder and disk"
        ) from error
