import hashlib
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from sayso.web import create_app
from tests.web.conftest import AT_HOME, SEED
from tests.web.stories import Said, add
from tests.web.test_pages import text_of

BRIDGE = "The old bridge over the harbour is safe for trams and buses of every kind"
COPY = f"{BRIDGE}, Olena Brodie said.\n\nCrowds stood along the river bank until late in the evening."
ORIGINAL = f"It was a mild day in the town.\n\n{BRIDGE}, the engineer said before noon."


@pytest.fixture
def client(tmp_path: Path) -> TestClient:
    path = tmp_path / "own.sayso"
    add(path, ORIGINAL, id="first", outlet="Herald", published="2024-12-14")
    add(path, COPY, [Said(BRIDGE, "Olena Brodie")], id="second", outlet="Post", published="2024-12-15")
    return TestClient(create_app(path), base_url=AT_HOME)


def test_shared_text_is_told_with_both_extents(client: TestClient) -> None:
    for here, there, text, other in (("second", "first", COPY, ORIGINAL), ("first", "second", ORIGINAL, COPY)):
        (shared,) = client.get(f"/api/stories/{here}").json()["shared_text"]
        assert shared["id"] == there
        ((mine, theirs),) = shared["extents"]
        assert text[slice(*mine)] == other[slice(*theirs)] == BRIDGE
        assert shared["share"] == pytest.approx(len(BRIDGE) / len(text))


def test_a_rail_stands_beside_what_is_shared_and_nothing_else(client: TestClient) -> None:
    page = client.get("/stories/second").text
    assert page.count("<rect") == 1
    share = round(100 * len(BRIDGE) / len(COPY.splitlines()[0]), 1)
    assert f'y="0.0%" height="{share}%"' in page
    assert f'data-r="0">{BRIDGE}</span>' in page
    assert "1 Herald, 14 December 2024" in text_of(page)


def test_the_own_voice_is_told_from_what_others_say(client: TestClient) -> None:
    told = client.get("/api/stories/second").json()
    assert [COPY[slice(*span)] for span in told["own_voice"]] == [COPY.splitlines()[-1]]
    assert '<span class="own">Crowds stood' in client.get("/stories/second").text


def test_the_text_shown_is_known_by_its_hash(client: TestClient) -> None:
    sha256 = hashlib.sha256(COPY.encode()).hexdigest()
    assert client.get("/api/stories/second").json()["sha256"] == sha256
    assert sha256 in client.get("/stories/second").text


def test_what_is_marked_is_explained(seed: str) -> None:
    text = text_of(seed)
    assert "damaged: words lost or garbled" in text
    assert "line that leads to another story" in text
    assert "promo: another story's headline between two paragraphs" in text
    assert '<span class="promo" id="m5">' in seed


@pytest.fixture
def seed(desk_ledger: Path) -> str:
    return TestClient(create_app(desk_ledger), base_url=AT_HOME).get(f"/stories/{SEED}").text


WORDS = "stood along the river bank"


def test_words_of_the_own_voice_become_somebodys_and_stay_so(client: TestClient) -> None:
    path = "/api/stories/second/attributions"
    made = client.post(path, json={"words": WORDS, "source": "Ivo Tan", "why": "saw it"})
    assert made.status_code == 200, made.text
    (told,) = client.get("/api/stories/second").json()["made"]
    assert [COPY[slice(*span)] for span in told["content"]] == [WORDS]
    page = client.get("/stories/second").text
    assert f'<span class="own content" data-s="1">{WORDS}</span>' in page.replace("content own", "own content")
    assert "Ivo Tan’s words, judged by" in text_of(page)
    assert client.delete(f"/api/judgements/{told['number']}").status_code == 204
    assert client.get("/api/stories/second").json()["made"] == []


def test_words_of_a_statement_mend_it(client: TestClient) -> None:
    client.post("/api/stories/second/attributions", json={"words": "safe for trams", "source": "Ivo Tan"})
    told = client.get("/api/stories/second").json()
    assert told["judged"]["0"]["name"] == "Ivo Tan"
    assert told["made"] == []
    assert "sayso had: Olena Brodie" in text_of(client.get("/stories/second").text)


def test_decided_words_that_a_change_took_away_are_told(client: TestClient, tmp_path: Path) -> None:
    client.post("/api/stories/second/attributions", json={"words": WORDS, "source": "Ivo Tan"})
    add(tmp_path / "own.sayso", "All quiet in the town.", id="second", outlet="Post")
    assert "These words are no longer in the text." in text_of(client.get("/stories/second").text)


@pytest.mark.parametrize(
    ("path", "body", "status"),
    [
        ("second", {"words": "no such words", "source": "Ivo Tan"}, 404),
        ("nowhere", {"words": WORDS, "source": "Ivo Tan"}, 404),
        ("second", {"words": WORDS, "source": ""}, 404),
        ("second", {"source": "Ivo Tan"}, 422),
    ],
)
def test_what_cannot_be_decided_is_refused(client: TestClient, path: str, body: dict[str, str], status: int) -> None:
    assert client.post(f"/api/stories/{path}/attributions", json=body).status_code == status
    assert client.delete("/api/judgements/1").status_code == 404
