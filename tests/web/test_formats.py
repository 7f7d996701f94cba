from email.message import EmailMessage

from fastapi.testclient import TestClient

from tests.web.conftest import taken


def test_a_newsletter_and_an_opml_file_may_be_dropped_on_the_desk(own_client: TestClient) -> None:
    letter = EmailMessage()
    letter["From"] = "Lowbridge Gazette <news@gazette.example>"
    letter["Subject"] = "Bridge closed"
    letter.set_content("“It is over,” the minister said.")
    feeds = b"<opml version='2.0'><body><outline type='rss' xmlUrl='http://127.0.0.1:8009/feed'/></body></opml>"
    files = [
        ("files", ("letter.eml", letter.as_bytes(), "message/rfc822")),
        ("files", ("feeds.opml", feeds, "text/x-opml")),
    ]
    answer = taken(own_client, own_client.post("/files", files=files))
    assert "Bridge closed" in answer
    assert "which is not on the public internet" in answer
