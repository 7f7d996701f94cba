import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import InputError
from sayso.text.encoding import binary_kind, decode_bytes, find_declared, stream_encoding

STORY = "Der Bürgermeister sagte am Montag, die Brücke über den Fluß bleibe für zwei Jahre geschlossen.\n" * 3
RUSSIAN = "Мэр города заявил в понедельник, что мост через реку будет закрыт на два года.\n" * 3


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1).map(lambda t: "é" + t))
def test_utf_8_comes_back_unchanged(text: str) -> None:
    data = text.encode()
    if binary_kind(data) is None:
        assert decode_bytes(data).text == text


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
    ],
)
def test_a_byte_order_mark_decides_and_is_left_out(mark: bytes, encoding: str) -> None:
    decoded = decode_bytes(mark + STORY.encode(encoding), declared="cp1252")
    assert (decoded.text, decoded.encoding) == (STORY, encoding)


def test_the_declared_encoding_is_used() -> None:
    assert decode_bytes(RUSSIAN.encode("koi8-r"), "KOI8-R").text == RUSSIAN


def test_latin_1_means_windows_1252() -> None:
    decoded = decode_bytes("“No,” the mayor said.".encode("cp1252"), "ISO-8859-1")
    assert (decoded.text, decoded.encoding) == ("“No,” the mayor said.", "cp1252")


def test_proven_utf_8_goes_before_a_wrong_declaration() -> None:
    assert decode_bytes("“No,” the mayor said.".encode(), "iso-8859-1").text == "“No,” the mayor said."


@pytest.mark.parametrize("declared", ["no-such-encoding", "utf-16", "utf-7", "zlib", "hex"])
def test_a_declaration_that_cannot_be_meant_is_passed_over(declared: str) -> None:
    assert decode_bytes(b"The mayor said no.", declared).text == "The mayor said no."


@pytest.mark.parametrize(("text", "encoding"), [(STORY, "cp1252"), (RUSSIAN, "cp1251"), (RUSSIAN, "koi8-r")])
def test_an_undeclared_encoding_is_guessed(text: str, encoding: str) -> None:
    assert decode_bytes(text.encode(encoding)).text == text


def test_a_single_accent_does_not_make_a_strange_code_page() -> None:
    assert decode_bytes("The café was closed, the mayor said.".encode("cp1252")).text.startswith("The café")


@pytest.mark.parametrize("cut", [1, 2])
def test_half_a_character_at_the_end_names_its_byte(cut: int) -> None:
    whole = "The mayor said “no”".encode()
    with pytest.raises(InputError, match=r"half a character at byte 20 \(utf-8\)"):
        decode_bytes(whole[:-cut])


def test_half_a_character_at_the_end_is_found_behind_bad_bytes_too() -> None:
    data = ("“No”, said the mayor’s “office”. " * 10).encode() + b"\xff then \xe2\x80"
    with pytest.raises(InputError, match="half a character"):
        decode_bytes(data)


def test_half_a_character_of_utf_16_is_refused() -> None:
    with pytest.raises(InputError, match="half a character"):
        decode_bytes(codecs.BOM_UTF16_LE + "No.".encode("utf-16-le") + b"x")


def test_bad_bytes_in_the_middle_are_replaced_and_counted() -> None:
    before, after = "“No”, said the mayor’s “office”. " * 3, " He left — angry."
    decoded = decode_bytes(before.encode() + b"\xe2\x80" + after.encode())
    assert (decoded.text, decoded.replaced) == (f"{before}\ufffd{after}", 1)


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"%PDF-1.7 ...", "PDF"),
        (b"PK\x03\x04....", "zip"),
        (b"\x89PNG\r\n\x1a\n", "PNG"),
        (b"\xff\xd8\xff\xe0", "JPEG"),
        (b"The mayor\0said", "NUL byte at byte 9"),
        (bytes(range(1, 32)) * 4, "control"),
    ],
)
def test_what_is_no_text_is_refused_by_its_kind(data: bytes, kind: str) -> None:
    with pytest.raises(InputError, match=kind):
        decode_bytes(data)


@pytest.mark.parametrize(
    ("head", "declared"),
    [
        (b'<?xml version="1.0" encoding="windows-1251"?>', "windows-1251"),
        (b'<html><head><meta charset="koi8-r">', "koi8-r"),
        (b"<meta http-equiv=Content-Type content='text/html; charset=Shift_JIS'>", "Shift_JIS"),
        (b"<p>charset is a word</p>", None),
    ],
)
def test_declarations_are_found(head: bytes, declared: str | None) -> None:
    assert find_declared(head) == declared


def test_a_stream_may_be_cut_anywhere() -> None:
    assert stream_encoding("“No”".encode()[:-1]) == "utf-8"
    assert stream_encoding(codecs.BOM_UTF8 + b"id,text") == "utf-8-sig"
    assert stream_encoding(codecs.BOM_UTF16_LE + b"i\0d\0") == "utf-16"
    assert STORY.encode("cp1252").decode(stream_encoding(STORY.encode("cp1252"))) == STORY
