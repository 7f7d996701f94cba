from email.message import EmailMessage
from pathlib import Path

import pytest

from sayso.errors import InputError
from sayso.ingest import find_inputs, read_input
from sayso.ingest.readers.mail import story_from_mail, story_from_saved_page
from sayso.records import Rejection, Story

# newsletters are laid out in tables
HTML = """<html><head><style>p {color: red}</style></head><body><table><tr><td><table><tr><td>
<h1>Bridge closed</h1><p>The mayor said “no” to the <a href="https://gazette.example/a">council</a>.</p>
<p>She left &amp; said nothing.</p></td></tr></table></td></tr></table></body></html>"""
TEXT = "Bridge closed\n\nThe mayor said “no” to the council.\n\nShe left & said nothing."


def newsletter(html: str | None = HTML, plain: str | None = "The mayor said “no”.\n") -> EmailMessage:
    message = EmailMessage()
    message["From"] = '"Gazette – Morning" <news@gazette.example>'
    message["To"] = "reader@example.org"
    message["Subject"] = "Bridge closed: “no”"
    message["Date"] = "Sat, 14 Dec 2024 09:30:00 +0200"
    message["Message-ID"] = "<1@gazette.example>"
    message["Archived-At"] = "<https://gazette.example/letters/1>"
    if plain is not None:
        message.set_content(plain)
    if html is not None and plain is not None:
        message.add_alternative(html, subtype="html", charset="windows-1252")
    elif html is not None:
        message.set_content(html, subtype="html")
    return message


def saved_page(body: str = "<p>The mayor said “no”.</p><p>She left.</p>") -> bytes:
    """A page as Chrome saves it, with the frame that it shows second."""
    return f"""From: <Saved by Blink>\r
Snapshot-Content-Location: https://gazette.example/bridge\r
Subject: =?utf-8?Q?Bridge=20closed?=\r
Date: Sat, 14 Dec 2024 09:30:00 -0000\r
MIME-Version: 1.0\r
Content-Type: multipart/related;\r
\ttype="text/html";\r
\tboundary="----MultipartBoundary--x----"\r
\r
------MultipartBoundary--x----\r
Content-Type: text/html\r
Content-ID: <frame-1@mhtml.blink>\r
Content-Transfer-Encoding: quoted-printable\r
Content-Location: https://gazette.example/bridge\r
\r
<html><head><meta charset=3D"utf-8"><meta property=3D"og:site_name" content=3D"Lowbridge Gazette"></head>\r
<body>{body.replace("“", "=E2=80=9C").replace("”", "=E2=80=9D")}</body></html>\r
------MultipartBoundary--x----\r
Content-Type: text/css\r
Content-Location: https://gazette.example/style.css\r
\r
p {{ color: red }}\r
------MultipartBoundary--x------\r
""".encode()


def test_a_newsletter_becomes_a_story(tmp_path: Path) -> None:
    path = tmp_path / "letter.eml"
    path.write_bytes(newsletter().as_bytes())
    (story,) = read_input(find_inputs(str(path))[0])
    assert isinstance(story, Story)
    assert (story.text, story.title) == (TEXT, "Bridge closed: “no”")
    assert (story.outlet, story.published) == ("Gazette – Morning", "2024-12-14T09:30:00+02:00")
    assert (story.id, story.url) == ("1@gazette.example", "https://gazette.example/letters/1")
    assert story.raw == path.read_bytes()


def test_a_newsletter_in_plain_text_is_read_with_its_folded_lines_joined() -> None:
    message = newsletter(None)
    message.replace_header("Content-Type", 'text/plain; charset="utf-8"; format=flowed')
    message.set_payload("The mayor \nsaid no.\n\nShe left.\n")
    assert story_from_mail(message.as_bytes()).text == "The mayor said no.\n\nShe left."


def test_without_words_in_the_html_the_plain_part_is_read() -> None:
    assert story_from_mail(newsletter("<img src='cid:1'>").as_bytes()).text == "The mayor said “no”."


def test_a_sender_without_a_name_is_called_by_its_host() -> None:
    message = newsletter()
    message.replace_header("From", "news@gazette.example")
    assert story_from_mail(message.as_bytes()).outlet == "gazette.example"


def test_an_attachment_is_no_text() -> None:
    message = EmailMessage()
    message["Subject"] = "Attached"
    message.add_attachment("The mayor said no.", filename="story.txt")
    with pytest.raises(InputError, match="without a part of text"):
        story_from_mail(message.as_bytes())


def test_parts_nested_without_end_are_refused() -> None:
    data = "".join(f"Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n" for n in range(5000))
    with pytest.raises(InputError):
        story_from_mail(b"Subject: x\n" + data.encode())


@pytest.mark.parametrize(
    "head",
    ["Date: x", "Date: Sat, 99 Dec 2024", "From: =?x?q?=ff?=", "From: \udcff", "Content-Type: a; charset=\udcff"],
)
def test_broken_headers_are_no_matter(head: str) -> None:
    story = story_from_mail(f"{head}\nSubject: No\n\nThe mayor said no.".encode(errors="surrogateescape"))
    assert story.text == "The mayor said no."


@pytest.mark.parametrize("name", ["page.mhtml", "page.mht", "page.unknown"])
def test_a_saved_page_becomes_a_story(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(saved_page())
    (story,) = read_input(find_inputs(str(path))[0])
    assert isinstance(story, Story)
    assert (story.text, story.outlet) == ("The mayor said “no”.\n\nShe left.", "Lowbridge Gazette")
    assert (story.url, story.note) == ("https://gazette.example/bridge", "as saved on 2024-12-14T09:30:00")
    assert story.raw == path.read_bytes()


def test_a_saved_page_without_html_is_a_rejection(tmp_path: Path) -> None:
    path = tmp_path / "page.mht"
    path.write_text("The mayor said no.")
    (item,) = read_input(find_inputs(str(path))[0])
    assert isinstance(item, Rejection)


def test_no_date_after_the_saving_is_taken_for_that_of_the_page() -> None:
    assert story_from_saved_page(saved_page("<p>The mayor said no.</p><p>January 3, 2025</p>")).published is None
