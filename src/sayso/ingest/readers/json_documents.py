"""What formats in JSON have in common: reading the whole of it, and values that may be of any type."""

import json
from typing import cast

from sayso.errors import InputError
from sayso.ingest.fields.dates import read_date

Json = dict[str, object]


def load_json(data: bytes, wanted: str) -> object:
    """Parse a whole file of JSON in UTF-8.

    Args:
        data: The file.
        wanted: What it ought to be ("a JSON Feed").

    Raises:
        InputError: it is no JSON, no UTF-8, or nested too deep.
    """
    try:
        return json.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise InputError(
            f"bytes that are not UTF-8, at byte {error.start}", f"{wanted} in UTF-8", "Convert it with iconv -t UTF-8"
        ) from error
    except RecursionError as error:
        raise InputError("JSON nested too deep", wanted, "Export it again") from error
    except ValueError as error:
        raise InputError(f"no JSON ({error})", wanted, "Check that it came whole") from error


def text_at(record: Json, *keys: str) -> str | None:
    """The first text, not empty, under one of these keys."""
    return next((value.strip() for key in keys if isinstance(value := record.get(key), str) and value.strip()), None)


def objects_at(record: Json, *keys: str) -> list[Json]:
    """The objects in the lists, or alone, under these keys."""
    found: list[Json] = []
    for key in keys:
        value = record.get(key)
        found += [cast(Json, one) for one in (value if isinstance(value, list) else [value]) if isinstance(one, dict)]
    return found


def date_at(record: Json, *keys: str) -> str | None:
    """The first date that can be read under one of these keys."""
    for key in keys:
        try:
            return read_date(text_at(record, key) or "")
        except InputError:
            continue
    return None
