from sayso.ingest.readers.feed import stories_from_feed
from sayso.records import Story

NAMES = 'xmlns:media="http://search.yahoo.com/mrss/" xmlns:dc="http://purl.org/dc/elements/1.1/"'
PICTURE = '<media:content url="https://g.example/a.jpg" medium="image"><media:credit>AFP</media:credit></media:content>'


def read_item(item: str) -> Story:
    feed = f"""<rss version="2.0" {NAMES}><channel><title>Lowbridge Gazette</title><item>
        <link>https://gazette.example/a</link><description>No, she said.</description>{item}</item></channel></rss>"""
    (story,) = stories_from_feed(feed.encode(), "feed")
    assert isinstance(story, Story)
    return story


def test_the_source_of_an_item_is_its_outlet() -> None:
    story = read_item('<source url="https://herald.example/feed.xml">The Herald</source>')
    assert (story.outlet, story.agency, story.originals) == ("The Herald", None, ())


def test_an_agency_is_credited_by_source_publisher_or_media_credit() -> None:
    for credit in (
        "<source>Reuters</source>",
        "<dc:publisher>Reuters</dc:publisher>",
        "<dc:source>Reuters</dc:source>",
    ):
        assert read_item(credit).agency == "Reuters"
    assert read_item('<media:credit role="publishing company">Reuters</media:credit>').agency == "Reuters"


def test_the_credit_of_a_picture_is_not_that_of_the_story() -> None:
    assert read_item(PICTURE).agency is None


def test_the_page_that_an_item_was_made_from_is_kept() -> None:
    assert read_item("<dc:source>https://wire.example/1</dc:source>").originals == ("https://wire.example/1",)
    atom = """<feed xmlns="http://www.w3.org/2005/Atom"><title>G</title><entry><id>1</id><title>B</title>
        <link href="https://gazette.example/a"/><link rel="via" href="https://wire.example/1"/>
        <content>The mayor said no.</content></entry></feed>"""
    (story,) = stories_from_feed(atom.encode(), "feed")
    assert isinstance(story, Story)
    assert (story.url, story.originals) == ("https://gazette.example/a", ("https://wire.example/1",))
