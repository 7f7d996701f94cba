import io
from pathlib import Path

import pypdf
import pytest

from sayso.errors import InputError
from sayso.ingest import find_inputs, read_input
from sayso.ingest.readers import pdf
from sayso.ingest.readers.pdf import join_lines, story_from_pdf
from sayso.records import Story

LINES = (
    "The mayor of Lowbridge said on Saturday that the old bridge will be",
    "closed to all traf-",
    "fic until the spring, and that nobody was asked.",
    "She left without a word to the council, which had met at noon to hear",
    "her.",
    "Page 1 of 1",
)
TEXT = (
    "The mayor of Lowbridge said on Saturday that the old bridge will be closed to all traffic until the spring, "
    "and that nobody was asked.\n\nShe left without a word to the council, which had met at noon to hear her."
)


def document(*pages: tuple[str, ...], password: str | None = None, title: str = "Bridge closed") -> bytes:
    """A PDF with these lines on its pages, made by the library."""
    writer = pypdf.PdfWriter()
    for lines in pages:
        page = writer.add_blank_page(600, 800)
        font = pypdf.generic.DictionaryObject(
            {
                pypdf.generic.NameObject("/Type"): pypdf.generic.NameObject("/Font"),
                pypdf.generic.NameObject("/Subtype"): pypdf.generic.NameObject("/Type1"),
                pypdf.generic.NameObject("/BaseFont"): pypdf.generic.NameObject("/Helvetica"),
            }
        )
        fonts = pypdf.generic.DictionaryObject({pypdf.generic.NameObject("/F1"): font})
        page[pypdf.generic.NameObject("/Resources")] = pypdf.generic.DictionaryObject(
            {pypdf.generic.NameObject("/Font"): fonts}
        )
        shown = "".join(f"({line}) Tj 0 -14 Td " for line in lines)
        stream = pypdf.generic.StreamObject()
        stream.set_data(f"BT /F1 12 Tf 50 750 Td {shown}ET".encode())
        page[pypdf.generic.NameObject("/Contents")] = writer._add_object(stream)
    writer.add_metadata({"/Title": title, "/Author": "City of Lowbridge", "/CreationDate": "D:20241214093000+02'00'"})
    if password is not None:
        writer.encrypt(password, algorithm="RC4-128")
    data = io.BytesIO()
    writer.write(data)
    return data.getvalue()


@pytest.mark.parametrize("name", ["release.pdf", "release"])
def test_a_document_becomes_a_story(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(document(LINES))
    (story,) = read_input(find_inputs(str(path))[0])
    assert isinstance(story, Story)
    assert story.text == TEXT
    assert (story.title, story.byline) == ("Bridge closed", "City of Lowbridge")
    assert (story.published, story.note) == ("2024-12-14T09:30:00+02:00", "dated by the making of its file")


def test_the_name_of_a_file_is_no_title() -> None:
    assert story_from_pdf(document(LINES, title="Microsoft Word - release_final2.docx")).title is None


def test_a_page_of_pictures_is_refused() -> None:
    with pytest.raises(InputError, match="without text"):
        story_from_pdf(document(()))


def test_a_locked_document_is_refused_and_one_that_only_forbids_printing_read() -> None:
    with pytest.raises(InputError, match="locked by a password"):
        story_from_pdf(document(LINES, password="secret"))
    assert story_from_pdf(document(LINES, password="")).text == TEXT


def test_limits_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "MOST_PAGES", 1)
    with pytest.raises(InputError, match="a PDF of 2 pages"):
        story_from_pdf(document(LINES, LINES))
    monkeypatch.setattr(pdf, "LONGEST_READING_SECONDS", 0.0)
    with pytest.raises(InputError, match="takes longer than 0 seconds"):
        story_from_pdf(document(LINES))


def test_damage_anywhere_is_told() -> None:
    whole = document(LINES)
    for at in range(0, len(whole), 11):
        data = bytearray(whole)
        data[at] ^= 0x15
        try:
            story_from_pdf(bytes(data))
        except InputError:
            continue


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        ([], ""),
        (["No.", "", "She left."], "No.\n\nShe left."),
        (["PRESS RELEASE", "The mayor of Lowbridge said no to the old bridge,", "and left the", "council on Saturday."],
         "PRESS RELEASE\n\nThe mayor of Lowbridge said no to the old bridge, and left the council on Saturday."),
        (["- 2 -", "She left."], "She left."),
    ],
)  # fmt: skip
def test_lines_are_joined_to_paragraphs(lines: list[str], text: str) -> None:
    assert join_lines(lines) == text
