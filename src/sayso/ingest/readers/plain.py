"""Stories from plain text: one a file, kept character for character."""

from sayso.ingest.fields.stories import story_from_text
from sayso.records import Story
from sayso.settings import LONGEST_STORY_CHARS
from sayso.text.encoding import decode_bytes

LARGEST_TEXT_BYTES = 4 * LONGEST_STORY_CHARS
"""A file with more bytes is too long a story whatever it holds: a character of UTF-8 has at most four."""


def story_from_plain(data: bytes, url: str | None = None, declared: str | None = None) -> Story:
    """Make a story of the bytes of a plain text. Its first line may be a headline, but nothing says so: no title.

    Args:
        data: The whole file.
        url: The address that it was fetched from.
        declared: The encoding that came with it.

    Raises:
        InputError: the bytes are no text, or no story.
    """
    decoded = decode_bytes(data, declared)
    return story_from_text(decoded.text, url=url, encoding=decoded.encoding, raw=data)
