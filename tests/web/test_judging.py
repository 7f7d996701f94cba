import re
from html import escape
from urllib.parse import quote

import pytest
from fastapi.testclient import TestClient

from tests.web.conftest import taken
from tests.web.test_pages import text_of

TEXT = "“The bridge is safe,” Mayor Olena Brodie said on Monday.\n“It will not hold,” engineer Ivo Tan said."
WORDS = "“The bridge is safe,”"


@pytest.fixture
def story(own_client: TestClient) -> str:
    """The path of a story of two speakers on a desk of its own."""
    taken(own_client, own_client.post("/stories", data={"text": TEXT, "outlet": "Herald"}))
    return f"/stories/{own_client.get('/api/stories').json()['stories'][0]['id']}"


def decide(client: TestClient, story: str, **given: str) -> str:
    known = {"story": story.rpartition("/")[2], "words": WORDS, "back": f"{story}#s0"}
    answer = client.post("/judge/attribution", data={**known, **given})
    assert answer.status_code == 200, answer.text
    return text_of(answer.text)


def test_a_speaker_is_corrected_and_stays_so(own_client: TestClient, story: str) -> None:
    text = decide(own_client, story, decision="source", source="Ivo Tan", why="heard it")
    assert "Ivo Tan’s words, judged by" in text
    assert "heard it" in text
    assert "Ivo Tan’s words, judged by" in text_of(own_client.get(story).text)
    told = own_client.get("/api/search", params={"words": "bridge safe"}).json()["statements"][0]
    assert told["judged"]["name"] == "Ivo Tan"


def test_a_decision_is_undone(own_client: TestClient, story: str) -> None:
    decide(own_client, story, decision="nobody")
    (number,) = [row["judged"]["number"] for row in _judged(own_client)]
    own_client.post("/judge/withdraw", data={"number": number, "back": story})
    assert _judged(own_client) == []
    assert "judged by" not in text_of(own_client.get(story).text)
    # a tab that was opened before still has the button
    again = own_client.post("/judge/withdraw", data={"number": number, "back": story})
    assert (again.status_code, again.url.path) == (200, quote(story))


def _judged(client: TestClient) -> list[dict]:
    told = client.get("/api/search", params={"words": "bridge safe"}).json()["statements"]
    return [row for row in told if row["judged"]]


def test_whose_sayso_has_them_from_is_right(own_client: TestClient, story: str) -> None:
    assert "Olena Brodie’s words, judged by" in decide(own_client, story, decision="right")


def test_what_words_do_with_a_claim_is_decided(own_client: TestClient, story: str) -> None:
    claim = "the bridge is safe"
    known = {"claim": claim, "story": story.rpartition("/")[2], "words": WORDS}
    assert own_client.get("/api/trace", params={"claim": claim}).json()["support"]
    own_client.post("/judge/claim", data={**known, "decision": "neither"})
    assert own_client.get("/api/trace", params={"claim": claim}).json()["support"] == []
    own_client.post("/judge/claim", data={**known, "decision": "states"})
    assert own_client.get("/api/trace", params={"claim": claim}).json()["support"]


@pytest.mark.parametrize(
    ("given", "status"),
    [
        ({"decision": "source", "source": "", "words": WORDS}, 404),
        ({"decision": "right", "words": "words that stand nowhere"}, 404),
        ({"decision": "perhaps", "words": WORDS}, 422),
        ({"decision": "right", "words": WORDS, "back": "//evil.example/"}, 422),
        ({"decision": "right", "words": WORDS, "back": "https://evil.example/"}, 422),
    ],
)
def test_what_cannot_be_decided_is_refused(
    own_client: TestClient, story: str, given: dict[str, str], status: int
) -> None:
    known = {"story": story.rpartition("/")[2], "back": story}
    answer = own_client.post("/judge/attribution", data={**known, **given}, follow_redirects=False)
    assert answer.status_code == status
    assert _judged(own_client) == []


def test_what_was_decided_on_a_claim_stands_on_its_page_until_it_is_undone(own_client: TestClient, story: str) -> None:
    known = {"claim": "the bridge is safe", "story": story.rpartition("/")[2], "words": WORDS}
    claim = {"claim": known["claim"]}
    assert "Decided on this claim" not in own_client.get("/claims", params=claim).text
    told = text_of(own_client.post("/judge/claim", data={**known, "decision": "neither", "why": "a slogan"}).text)
    assert f"Decided on this claim Neither: {WORDS}" in told
    assert re.search(r"judged by \S+: a slogan, \d+ \w+ 20\d\d, \d\d:\d\d UTC Undo", told)
    (number,) = re.findall(r'name="number" value="(\d+)"', own_client.get("/claims", params=claim).text)
    back = own_client.post("/judge/withdraw", data={"number": number, "back": f"/claims?claim={quote(claim['claim'])}"})
    assert "Decided on this claim" not in back.text
    assert own_client.get("/api/trace", params=claim).json()["support"]


def test_a_decision_goes_back_to_the_claim_as_of_its_day(own_client: TestClient, story: str) -> None:
    known = {"claim": "the bridge is safe & sound", "story": story.rpartition("/")[2], "words": WORDS}
    answer = own_client.post(
        "/judge/claim", data={**known, "decision": "states", "as_of": "2024-12-14"}, follow_redirects=False
    )
    place = "/claims?claim=the%20bridge%20is%20safe%20%26%20sound&as_of=2024-12-14#decided"
    assert answer.headers["location"] == place
    assert f'name="back" value="{escape(place)}"' in own_client.get(place).text
