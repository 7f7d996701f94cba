from pathlib import Path

import pytest

from sayso.errors import InputError
from sayso.ingest import find_inputs, read_input
from sayso.ingest.readers.newsml import stories_from_newsml
from sayso.records import Rejection, Story

ATTRIBUTES = 'standard="NewsML-G2" standardversion="2.35" conformance="power" version="2" xml:lang="en-GB"'
NITF = """<inlineXML contenttype="application/nitf+xml"><nitf xmlns="http://iptc.org/std/NITF/2006-10-18/"><body>
<body.head><hedline><hl1>Bridge closed</hl1></hedline></body.head><body.content><block>
<p>The <em>mayor</em> said no.</p><media media-type="image"><media-caption>The bridge</media-caption></media>
<p>She left.</p></block></body.content></body></nitf></inlineXML>"""
XHTML = """<inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head><title>B</title>
</head><body><p>The mayor said no.</p><p>She left.</p></body></html></inlineXML>"""
DATA = '<inlineData contenttype="text/plain">The mayor said no.\n\nShe left.</inlineData>'
META = """<pubStatus qcode="stat:usable"/>"""


def item(content: str, kind: str = "text", meta: str = META, guid: str = "urn:newsml:wire.example:1") -> str:
    return f"""<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="{guid}" {ATTRIBUTES}>
<catalogRef href="http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_41.xml"/>
<itemMeta><itemClass qcode="ninat:{kind}"/><provider qcode="nprov:AFP"><name>Agence France-Presse</name></provider>
<versionCreated>2024-12-14T10:00:00Z</versionCreated><firstCreated>2024-12-14T09:30:00Z</firstCreated>{meta}</itemMeta>
<contentMeta><by>Ann Poole</by><headline>Bridge closed</headline></contentMeta>
<contentSet>{content}</contentSet></newsItem>"""


@pytest.mark.parametrize("content", [NITF, XHTML, DATA], ids=["nitf", "xhtml", "plain"])
def test_an_item_becomes_a_story(content: str, tmp_path: Path) -> None:
    path = tmp_path / "item.xml"
    path.write_text(f'<?xml version="1.0" encoding="UTF-8"?>{item(content)}')
    (story,) = read_input(find_inputs(str(path))[0])
    assert isinstance(story, Story)
    assert (story.id, story.text) == ("urn:newsml:wire.example:1", "The mayor said no.\n\nShe left.")
    assert (story.title, story.outlet, story.agency) == ("Bridge closed", "Agence France-Presse", "AFP")
    assert (story.byline, story.published) == ("Ann Poole", "2024-12-14T09:30:00Z")
    assert (story.modified, story.note) == ("2024-12-14T10:00:00Z", None)


def test_a_message_is_read_past_pictures_and_items_without_content() -> None:
    remote = '<remoteContent href="https://wire.example/1.xml"/>'
    items = item("", "picture") + item(remote) + item(NITF)
    message = f'<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>{items}</itemSet></newsMessage>'
    first, second = stories_from_newsml(message.encode(), "wire.xml")
    assert isinstance(first, Rejection)
    assert first.where == "wire.xml item 2"
    assert isinstance(second, Story)


def test_notes_and_originals() -> None:
    meta = """<embargoed>2024-12-15T00:00:00Z</embargoed><pubStatus qcode="stat:canceled"/>
        <link rel="irel:translatedFrom" href="https://wire.example/fr/1"/>
        <link rel="irel:seeAlso" href="https://wire.example/2"/>"""
    (story,) = stories_from_newsml(item(DATA, meta=meta).encode(), "wire.xml")
    assert isinstance(story, Story)
    assert story.originals == ("https://wire.example/fr/1",)
    assert story.note == "taken back by its publisher (canceled); under embargo until 2024-12-15T00:00:00Z"


def test_entities_are_refused_and_files_never_read(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("the secret words")
    for entity in (f'<!ENTITY x SYSTEM "{secret.as_uri()}">', '<!ENTITY x "ha">'):
        document = f"<!DOCTYPE newsItem [{entity}]>" + item(DATA.replace("no", "&x;"))
        with pytest.raises(InputError, match="declares entities"):
            list(stories_from_newsml(document.encode(), "wire.xml"))


@pytest.mark.parametrize("data", [b"<newsItem", b"<a>" * 5000, b"<invoice/>", item("", "picture").encode(), b"\x00"])
def test_what_holds_no_story_is_refused(data: bytes) -> None:
    with pytest.raises(InputError):
        list(stories_from_newsml(data, "wire.xml"))
