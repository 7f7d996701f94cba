import io
import zipfile
from pathlib import Path

import pytest

from sayso.errors import InputError
from sayso.ingest import find_inputs, read_input
from sayso.ingest.readers import docx
from sayso.ingest.readers.docx import story_from_docx
from sayso.records import Story

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
TYPES = """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="xml" ContentType="application/xml"/></Types>"""
CORE = """<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"><dc:title>Bridge closed</dc:title>
<dc:creator>Ann Poole</dc:creator><dcterms:created>2019-01-01T00:00:00Z</dcterms:created>
<dcterms:modified>2024-12-14T09:30:00Z</dcterms:modified></cp:coreProperties>"""
APP = """<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">
<Company>City of Lowbridge</Company></Properties>"""
BODY = """<w:p><w:r><w:t xml:space="preserve">The mayor </w:t></w:r>
<w:del><w:r><w:delText>never </w:delText></w:r></w:del><w:ins><w:r><w:t>firmly </w:t></w:r></w:ins>
<w:sdt><w:sdtContent><w:r><w:t>said “no”.</w:t></w:r></w:sdtContent></w:sdt></w:p>
<w:p/><w:tbl><w:tr><w:tc><w:p><w:r><w:t>She</w:t><w:br/><w:t>left.</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"""


def document(body: str = BODY, prolog: str = "", **parts: str) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", TYPES)
        package.writestr("word/document.xml", f"{prolog}<w:document {W}><w:body>{body}</w:body></w:document>")
        for name, part in parts.items():
            package.writestr(f"docProps/{name}.xml", part)
    return packed.getvalue()


@pytest.mark.parametrize("name", ["release.docx", "release"])
def test_a_document_becomes_a_story(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(document(core=CORE, app=APP))
    (story,) = read_input(find_inputs(str(path))[0])
    assert isinstance(story, Story)
    assert story.text == "The mayor firmly said “no”.\n\nShe\nleft."
    assert (story.title, story.byline, story.outlet) == ("Bridge closed", "Ann Poole", "City of Lowbridge")
    assert (story.published, story.note) == ("2024-12-14T09:30:00Z", "dated by the last change of its file")


def test_without_properties_it_is_undated() -> None:
    story = story_from_docx(document())
    assert (story.published, story.title, story.note) == (None, None, None)


def test_a_document_that_unpacks_too_large_is_refused_unread(monkeypatch: pytest.MonkeyPatch) -> None:
    data = document(f"<w:p><w:r><w:t>{'no ' * 100_000}</w:t></w:r></w:p>")
    assert len(data) < 3000
    monkeypatch.setattr(docx, "LARGEST_FILE_BYTES", 10_000)
    with pytest.raises(InputError, match="bytes unpacked"):
        story_from_docx(data)


def test_entities_are_refused() -> None:
    with pytest.raises(InputError, match="declares entities"):
        story_from_docx(document("<w:p><w:r><w:t>&x;</w:t></w:r></w:p>", '<!DOCTYPE d [<!ENTITY x "ha">]>'))


def test_another_packed_file_is_refused() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as package:
        package.writestr("../../word/evil.xml", "<a/>")
    with pytest.raises(InputError, match=r"without word/document\.xml"):
        story_from_docx(packed.getvalue())


def test_damage_anywhere_is_told() -> None:
    whole = document(core=CORE)
    for at in range(0, len(whole), 7):
        data = bytearray(whole)
        data[at] ^= 0x55
        try:
            story_from_docx(bytes(data))
        except InputError:
            continue
