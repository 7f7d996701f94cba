"""The bytes of each item of a feed, as they stand in its file."""

import re

_BEGIN = rb"<(?P<begun>(?:[\w.-]+:)?(?:item|entry))(?=[\s>])"
_END = rb"</(?P<ended>(?:[\w.-]+:)?(?:item|entry))\s*>"
_TAG = re.compile(_BEGIN + b"|" + _END)


def cut_items(data: bytes, count: int) -> list[bytes]:
    """The bytes of each item of a feed in its order; the whole file for each where they cannot be told apart.

    That is where other markup than that of the items looks like it (a feed in the text of an item), and in encodings
    that write markup otherwise than ASCII does (UTF-16).

    Args:
        data: The file.
        count: How many items were read in it.
    """
    found = []
    begin, name = 0, b""
    for tag in _TAG.finditer(data):
        if not name and tag["begun"]:
            begin, name = tag.start(), tag["begun"]
        elif name and tag["ended"] == name:
            found.append(data[begin : tag.end()])
            name = b""
    return found if len(found) == count else [data] * count
