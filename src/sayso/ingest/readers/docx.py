"""Stories from Word documents (.docx): the text of the document, without what was struck out of it.

Nothing is unpacked to disk, and only the three parts that are read are unpacked at all. python-docx would leave out the
words of tracked insertions and of content controls.
"""

import io
import zipfile
import zlib

from lxml import etree

from sayso.errors import InputError
from sayso.ingest.fields.dates import read_date
from sayso.ingest.fields.stories import story_from_text
from sayso.ingest.raw.safe_xml import local_name, parse_xml, words_of
from sayso.records import Story
from sayso.settings import LARGEST_FILE_BYTES

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRUCK = frozenset({
    f"{_WORD}del", f"{_WORD}moveFrom", "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
})  # fmt: skip
_SIGNS = {f"{_WORD}tab": "\t", f"{_WORD}br": "\n", f"{_WORD}cr": "\n", f"{_WORD}noBreakHyphen": "-"}


def story_from_docx(data: bytes, url: str | None = None) -> Story:
    """Make a story of a Word document, its paragraphs kept apart by an empty line.

    It is dated by its last change, and its note says so: a document knows of no publication.

    Args:
        data: The whole file.
        url: The address that it was fetched from.

    Raises:
        InputError: it is no Word document, damaged, larger than `LARGEST_FILE_BYTES` unpacked, or holds no text.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            document = _read_part(package, "word/document.xml")
            told = _read_properties(package)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, OSError, ValueError) as error:
        raise _unreadable(f"a damaged or locked document ({error})") from error
    if document is None:
        raise _unreadable("a packed file without word/document.xml")
    try:
        published = read_date(told.get("modified") or told.get("created") or "")
    except InputError:
        published = None
    return story_from_text(
        "\n\n".join(_paragraphs(document)),
        title=told.get("title"),
        outlet=told.get("Company"),
        byline=told.get("creator"),
        published=published,
        url=url,
        note="dated by the last change of its file" if published else None,
        raw=data,
    )


def _read_part(package: zipfile.ZipFile, name: str) -> etree._Element | None:
    """A part as XML; None where there is none. zipfile itself gives no more bytes than the size that is stated."""
    try:
        part = package.getinfo(name)
    except KeyError:
        return None
    if part.file_size > LARGEST_FILE_BYTES:
        raise InputError(
            f"a document of {part.file_size:,} bytes unpacked",
            f"at most {LARGEST_FILE_BYTES:,} bytes",
            "Save its text as a file of its own",
        )
    return parse_xml(package.read(part), "a Word document (.docx)")


def _read_properties(package: zipfile.ZipFile) -> dict[str, str]:
    parts = (_read_part(package, f"docProps/{name}.xml") for name in ("core", "app"))
    told = ((local_name(one), words_of(one)) for part in parts if part is not None for one in part)
    return {name: words for name, words in told if words}


def _paragraphs(document: etree._Element) -> list[str]:
    texts: dict[etree._Element, list[str]] = {}
    for element in document.iter(f"{_WORD}t", *_SIGNS):
        above = list(element.iterancestors())
        paragraph = next((one for one in above if one.tag == f"{_WORD}p"), None)
        if paragraph is not None and not any(one.tag in _STRUCK for one in above):
            texts.setdefault(paragraph, []).append(_SIGNS.get(str(element.tag)) or element.text or "")
    return [text for text in ("".join(pieces).strip() for pieces in texts.values()) if text]


def _unreadable(came: str) -> InputError:
    return InputError(came, "a Word document (.docx)", "Open it in a word processor, and save its text")
