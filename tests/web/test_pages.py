import re
from html import unescape
from html.parser import HTMLParser
from urllib.parse import quote

import pytest
from fastapi.testclient import TestClient

from sayso.ingest.demo import DEMO_CLAIMS
from sayso.web import pages
from sayso.web.desk import Desk
from tests.web.conftest import FEW, SEED

CLAIM = "North Korean soldiers used in assaults in Kursk"


class Text(HTMLParser):
    """The text of a page, and what its tags are closed like."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.text = ""
        self.open: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in {"meta", "link", "input", "img", "br"}:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


def text_of(page: str) -> str:
    return " ".join(Text(page).text.split())


def test_the_first_screen_tells_what_came_in_and_how_much_there_is(client: TestClient) -> None:
    page = client.get("/")
    assert page.status_code == 200
    text = text_of(page.text)
    assert f"{len(FEW)} stories" in text
    assert "MENAFN 14 December 2024" in text
    assert f'href="/stories/{SEED}"' in page.text


def test_an_empty_ledger_says_what_to_do(own_client: TestClient) -> None:
    page = own_client.get("/").text
    assert "Nothing yet. Give sayso some stories here" in text_of(page)
    assert "Look at ours first" in page
    assert f'href="/claims?claim={quote(DEMO_CLAIMS[0])}"' in page


def test_a_story_stands_there_word_for_word_with_who_says_what(client: TestClient) -> None:
    page = client.get(f"/stories/{SEED}").text
    text = text_of(page)
    story = client.get(f"/api/stories/{SEED}").json()
    assert " ".join(story["text"].split()) in text
    assert '<span class="cue" data-s="0">has said</span>' in page
    assert "Volodymyr Zelensky, President" in text
    assert "rests on preliminary data" in text
    assert "through Ukrinform" in text


def test_a_claim_tells_its_headline_its_sides_and_the_words(client: TestClient) -> None:
    text = text_of(client.get("/claims", params={"claim": CLAIM}).text)
    told = client.get("/api/trace", params={"claim": CLAIM}).json()
    assert f"{told['reports']} reports in {told['outlets']} outlets, resting on" in text
    assert told["standing"] in text
    for origin in told["origins"]:
        assert origin["name"] in text
        assert " ".join(origin["quotation"].split()) in text


def test_a_claim_as_of_a_day_leaves_out_what_came_later(client: TestClient) -> None:
    every = client.get("/api/trace", params={"claim": CLAIM}).json()
    early = client.get("/api/trace", params={"claim": CLAIM, "as_of": "2024-12-14"}).json()
    assert 0 < early["reports"] < every["reports"]
    assert "as of 14 December 2024" in text_of(
        client.get("/claims", params={"claim": CLAIM, "as_of": "2024-12-14"}).text
    )


def test_sources_and_what_one_said(client: TestClient) -> None:
    assert "Volodymyr Zelensky" in text_of(client.get("/sources").text)
    said = text_of(client.get("/said", params={"name": "Zelensky", "about": "escalation"}).text)
    assert "And if this is not escalation" in said


def test_statements_by_their_words(client: TestClient) -> None:
    assert "statements with “escalation”" in text_of(client.get("/search", params={"words": "escalation"}).text)


@pytest.mark.parametrize(
    ("path", "status", "words"),
    [
        ("/stories/nowhere", 404, "There is no story nowhere"),
        ("/nowhere", 404, "Not Found"),
        ("/claims?claim=", 404, "No word to look for"),
        (
            "/claims?claim=x&as_of=yesterday",
            422,
            "“yesterday” is no day Wanted: a day as year, month and day: 2024-12-14.",
        ),
        ("/claims?claim=x&as_of=2024-02-30", 422, "“2024-02-30” is no day"),
        ("/claims/report?claim=x&as_of=May", 422, "“May” is no day"),
        ("/claims", 404, "No word to look for"),
        ("/said", 404, "No word to look for"),
        ("/search?words=x&offset=-1", 422, "Offset: "),
    ],
)
def test_what_is_not_there_is_told_on_a_page(client: TestClient, path: str, status: int, words: str) -> None:
    answer = client.get(path)
    assert answer.status_code == status
    assert words in text_of(answer.text)


def test_a_defect_is_told_on_a_page(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError("by the moon")

    monkeypatch.setattr(Desk, "search", fail)
    page = client.get("/search?words=ferry")
    assert page.status_code == 500
    assert "Sayso failed at it (ZeroDivisionError" in text_of(page.text)
    assert 'action="/claims"' in page.text


def test_statements_come_page_by_page(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pages, "STATEMENTS_AT_ONCE", 1)
    for path, asked in (("/search", {"words": "soldiers"}), ("/said", {"name": "Zelensky"})):
        first = client.get(path, params=asked).text
        assert first.count("<li") - client.get(path, params={**asked, "offset": 10_000}).text.count("<li") == 1
        (further,) = re.findall(rf'href="({path}[^"]*offset=1)"', first)
        assert client.get(unescape(further)).text != first
