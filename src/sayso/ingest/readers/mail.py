"""Stories from e-mail: newsletters (.eml), and pages that browsers saved as one file (.mht, .mhtml)."""

import re
from dataclasses import replace
from email import message_from_bytes
from email.errors import HeaderParseError, MessageError
from email.header import decode_header
from email.message import Message
from email.utils import parseaddr

from sayso.errors import InputError
from sayso.ingest.fields.dates import read_date
from sayso.ingest.fields.source_type import join_notes
from sayso.ingest.fields.stories import story_from_text
from sayso.ingest.readers.page import story_from_page
from sayso.records import Story
from sayso.records.addresses import is_web_page
from sayso.text.agencies import find_agency
from sayso.text.encoding import decode_bytes

MOST_NESTED = 50
"""A message with more parts that hold parts is refused: real ones have a few, and Python's parser compares each line
with the bounds of all that are open."""

_BOUNDARY = re.compile(rb"\bboundary\s*=", re.IGNORECASE)


def story_from_mail(data: bytes) -> Story:
    """Make a story of a newsletter: its sender is the outlet, its subject the title, its date that of publication.

    Args:
        data: The message as it was sent.

    Raises:
        InputError: it is no message, or has no part of text.
    """
    message = _parse(data)
    sender, address = _sender(message)
    archived = (_header(message, "archived-at") or "").strip("<> ")
    story = _read_parts(message)
    return replace(
        story,
        id=(_header(message, "message-id") or "").strip("<> ") or story.id,
        title=_header(message, "subject"),
        outlet=sender or address.rpartition("@")[2] or None,
        agency=find_agency(sender),
        byline=None,
        published=_read_moment(message),
        modified=None,
        url=archived if is_web_page(archived) else None,
        raw=data,
    )


def _read_parts(message: Message) -> Story:
    """The story of its HTML part; of its plain one where there is none, or no text in it."""
    page, plain = _find_part(message, "text/html"), _find_part(message, "text/plain")
    if page is not None:
        try:
            return story_from_page(_bytes_of(page), declared=_charset_of(page))
        except InputError:
            if plain is None:
                raise
    if plain is None:
        raise InputError(
            "a message without a part of text", "an e-mail with text or HTML", "Save its attachment, and read it"
        )
    decoded = decode_bytes(_bytes_of(plain), _charset_of(plain))
    text = decoded.text.replace("\r\n", "\n").strip()
    return story_from_text(_unfold(text) if plain.get_param("format") == "flowed" else text, encoding=decoded.encoding)


def story_from_saved_page(data: bytes) -> Story:
    """Make a story of a page that a browser saved as one file, with the address and the day it noted.

    Args:
        data: The file.

    Raises:
        InputError: it is no such file, or the page holds no story.
    """
    message = _parse(data)
    page = _find_start(message) or _find_part(message, "text/html")
    if page is None:
        raise InputError("a saved page without HTML", "a page saved as .mht or .mhtml", "Save it again, as HTML")
    places = (_header(page, "content-location"), _header(message, "snapshot-content-location"))
    url = next((place for place in places if place and is_web_page(place)), None)
    saved = _read_moment(message)
    story = story_from_page(_bytes_of(page), url, _charset_of(page), latest=saved)
    return replace(story, note=join_notes(story.note, f"as saved on {saved}" if saved else None), raw=data)


def _parse(data: bytes) -> Message:
    nested = len(_BOUNDARY.findall(data))
    if nested > MOST_NESTED:
        raise InputError(
            f"a message with {nested} parts that hold parts", f"at most {MOST_NESTED}", "Save the part with the story"
        )
    try:
        message = message_from_bytes(data)
    except (MessageError, RecursionError, ValueError, LookupError) as error:
        raise InputError(
            f"a message that cannot be taken apart ({str(error)[:100]})", "an e-mail or a saved page", "Save it again"
        ) from error
    if not message.keys():
        raise InputError("a message without headers", "an e-mail or a saved page", "Save it again, with its headers")
    return message


def _find_part(message: Message, kind: str) -> Message | None:
    parts = (part for part in message.walk() if part.get_content_type() == kind)
    return next((part for part in parts if part.get_content_disposition() != "attachment"), None)


def _find_start(message: Message) -> Message | None:
    """The part that a multipart/related names as the one to show."""
    start = message.get_param("start")
    return next((part for part in message.walk() if start and part.get("content-id") == start), None)


def _bytes_of(part: Message) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _charset_of(part: Message) -> str | None:
    try:
        return part.get_content_charset()
    except (LookupError, UnicodeError):
        return None


def _sender(message: Message) -> tuple[str, str]:
    """The name and the address of the sender, empty where they are not told."""
    try:
        return parseaddr(_header(message, "from") or "")
    except RecursionError:  # at hundreds of colons
        return "", ""


def _header(message: Message, name: str) -> str | None:
    """A header in words, however it is encoded; None where there is none."""
    try:
        pieces = decode_header(str(message.get(name) or ""))
    except (HeaderParseError, ValueError):
        return None
    words = (piece if isinstance(piece, str) else decode_bytes(piece, charset).text for piece, charset in pieces)
    return " ".join("".join(words).split()) or None


def _read_moment(message: Message) -> str | None:
    try:
        return read_date(_header(message, "date") or "")
    except InputError:
        return None


def _unfold(text: str) -> str:
    """Join the lines that were folded on the way, each with a space at its end (RFC 3676)."""
    lines = (line.removeprefix(" ") for line in text.split("\n"))
    return "".join(line if line.endswith(" ") and line != "-- " else f"{line}\n" for line in lines).strip()
