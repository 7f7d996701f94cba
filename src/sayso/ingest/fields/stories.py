"""Stories from a text with its fields, or from a record of a table."""

import hashlib
import math
import re
from collections.abc import Mapping
from datetime import date
from typing import TypedDict, Unpack, cast

from sayso.errors import InputError
from sayso.ingest.fields.columns import ColumnMapping
from sayso.ingest.fields.dates import iso_of, read_date
from sayso.records import Story
from sayso.records.addresses import is_web_page
from sayso.settings import LONGEST_FIELD_CHARS, LONGEST_ID_CHARS, LONGEST_STORY_CHARS
from sayso.text.language import detect_language

_UNSTORABLE = re.compile("[\0\ud800-\udfff]")
_DATES = frozenset({"published", "modified"})
_SHOWN_CHARS = 60
_GIVE_WORDS = "Give its words; where an export was to hold them, check that it finished"


class StoryFields(TypedDict, total=False):
    """What may be known of a story besides its text; see `Story`."""

    title: str | None
    outlet: str | None
    agency: str | None
    byline: str | None
    published: str | None
    modified: str | None
    url: str | None
    canonical_url: str | None
    originals: tuple[str, ...]
    encoding: str | None
    note: str | None
    raw: bytes | None


def story_from_text(
    text: str,
    *,
    id: str | None = None,  # noqa: A002 - as the record calls it
    **fields: Unpack[StoryFields],
) -> Story:
    """Make a story of a text, which is kept character for character.

    Args:
        text: The story.
        id: The id it came with; left out, the SHA-256 of the text in UTF-8.
        **fields: What else is known. The language is detected.

    Raises:
        InputError: the text is empty or longer than `LONGEST_STORY_CHARS`, a field is longer than
            `LONGEST_FIELD_CHARS` or the id than `LONGEST_ID_CHARS`, or one holds a NUL character or half a surrogate
            pair.
    """
    check_text(text)
    for name, value in {"id": id, **fields}.items():
        for words in value if isinstance(value, tuple) else (value,):
            if isinstance(words, str):
                _refuse_unstorable(words, f"the {name}")
                _refuse_long(words, name)
    return Story(
        id=id or hashlib.sha256(text.encode()).hexdigest(), text=text, language=detect_language(text), **fields
    )


def story_from_record(
    record: Mapping[str, object], columns: ColumnMapping, encoding: str | None = None, raw: bytes | None = None
) -> Story:
    """Make a story of one record of a table; columns that no field is mapped to are ignored.

    A date that cannot be read for certain ("03/04/2024") leaves the story undated, and its note says so.

    Args:
        record: Values by the name of their column or key.
        columns: Which of them hold what.
        encoding: What the table was read with.
        raw: The bytes of the record.

    Raises:
        InputError: the text is missing, empty or no text, or a field is of a wrong type.
    """
    text = record.get(columns.text)
    if text is None:
        raise InputError(
            f'no text under "{columns.text}"',
            "the text of a story",
            "Map the column, for example with --columns text=body",
        )
    if not isinstance(text, str):
        raise InputError(f'{_kind(text)} under "{columns.text}"', "the text of a story", "Give the text as a string")
    fields: dict[str, str | bytes | tuple[str, ...] | None] = {"encoding": encoding, "raw": raw}
    notes: list[str] = []
    for field, column in columns.items():
        if field == "text" or record.get(column) in (None, ""):
            continue
        if field == "originals":
            fields[field] = _addresses(column, record[column])
            continue
        value = _field_text(field, column, record[column])
        try:
            fields[field] = read_date(value) if field in _DATES else value
        except InputError:
            notes.append(f'{field} "{value[:_SHOWN_CHARS]}" is no date that can be read for certain')
    if notes:
        fields["note"] = "; ".join([*filter(None, [cast(str | None, fields.get("note"))]), *notes])
    return story_from_text(text, id=cast(str | None, fields.pop("id", None)), **cast(StoryFields, fields))


def check_text(text: str) -> None:
    """Refuse what cannot be stored as a story.

    Raises:
        InputError: see `story_from_text`.
    """
    if not text:
        raise InputError("an empty text", "the text of a story", _GIVE_WORDS)
    if len(text) > LONGEST_STORY_CHARS:
        raise InputError(
            f"a text of {len(text):,} characters",
            f"a story of at most {LONGEST_STORY_CHARS:,}",
            "Split the file into stories, one each",
        )
    if text.isspace():
        raise InputError("nothing but white space", "the text of a story", _GIVE_WORDS)
    _refuse_unstorable(text, "the text")


def _refuse_unstorable(text: str, what: str) -> None:
    match = _UNSTORABLE.search(text)
    if match:
        kind = "a NUL character" if match.group() == "\0" else "half a surrogate pair"
        raise InputError(
            f"{what} holds {kind} at character {match.start()}", "text", "Export it again, or take that character out"
        )


def _refuse_long(words: str, name: str) -> None:
    longest = LONGEST_ID_CHARS if name == "id" else LONGEST_FIELD_CHARS
    if len(words) > longest:
        raise InputError(
            f"the {name} has {len(words):,} characters", f"at most {longest:,}", "Check which column it was taken from"
        )


def _field_text(field: str, column: str, value: object) -> str:
    if isinstance(value, date):
        return iso_of(value)
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if isinstance(value, (int, float)) and not isinstance(value, bool) and math.isfinite(value):
        value = str(value)
    if isinstance(value, list) and field == "byline" and all(isinstance(name, str) for name in value):
        value = ", ".join(value)
    if not isinstance(value, str):
        raise InputError(
            f'{_kind(value)} under "{column}"', f"the {field} as text", "Convert it, or map another column"
        )
    return value


def _addresses(column: str, value: object) -> tuple[str, ...]:
    """The addresses of pages that a value is or lists."""
    listed = value if isinstance(value, list) else [value]
    addresses = [one for one in listed if isinstance(one, str)]
    if len(addresses) < len(listed):
        raise InputError(
            f'{_kind(value)} under "{column}"',
            "an address, or a list of addresses",
            "Convert it, or map another column",
        )
    return tuple(dict.fromkeys(filter(is_web_page, addresses)))


def _kind(value: object) -> str:
    names = {bool: "true or false", int: "a number", float: "a number", list: "a list", dict: "an object"}
    return names.get(type(value), f"a value of type {type(value).__name__}")
