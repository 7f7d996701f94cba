from pathlib import Path
from urllib.parse import quote

import pytest
from fastapi.testclient import TestClient

from sayso.web import create_app
from tests.web.conftest import AT_HOME
from tests.web.stories import Said, add
from tests.web.test_pages import text_of

SAFE = "The old bridge is safe"
SHUT = "The old bridge will be shut"
TRAMS = "The trams will stop"
BRODIE, MAYOR = "person:olena brodie", "person:mayor brodie"


@pytest.fixture
def client(tmp_path: Path) -> TestClient:
    """A desk where one person has two identities."""
    path = tmp_path / "own.sayso"
    brodie = Said(SAFE, "Olena Brodie", BRODIE, "engineer")
    add(path, f"{SAFE}, she said.", [brodie], id="one", outlet="Herald", published="2024-12-14")
    mayor = Said(SHUT, "Mayor Brodie", MAYOR, "mayor")
    add(path, f"{SHUT}, she said.", [mayor], id="two", outlet="Post", published="2024-12-16T10:00:00+00:00")
    again = Said(TRAMS, "Olena Brodie", BRODIE, "mayor")
    add(path, f"{TRAMS}, she said.", [again], id="three", outlet="Post")
    return TestClient(create_app(path), base_url=AT_HOME)


def record(client: TestClient, source: str = BRODIE, **asked: str | int) -> dict:
    answer = client.get(f"/api/sources/{quote(source, safe='')}", params=asked)
    assert answer.status_code == 200, answer.text
    return answer.json()


def said(told: dict) -> list[str]:
    return [one["content"] for one in told["statements"]]


def test_those_who_speak_are_listed_and_statements_of_nobody_are_counted(client: TestClient, tmp_path: Path) -> None:
    nobody = Said("The pier is shut", None, "anonymous:||2024-12-17")
    add(tmp_path / "own.sayso", "The pier is shut, it was said.", [nobody], id="four", outlet="Post")
    page = text_of(client.get("/sources").text)
    assert "Olena Brodie" in page
    assert "no source given" not in page
    assert "Of 1 statement no source is given." in page


def test_what_a_source_said_is_told_over_time_by_name_and_office(client: TestClient) -> None:
    told = record(client)
    assert said(told) == [SAFE, TRAMS]
    assert told["over_time"] == {"step": "day", "periods": [{"when": "2024-12-14", "statements": 1}]}
    assert told["undated"] == 1
    assert [(one["name"], one["score"], one["reasons"]) for one in told["names"]] == [
        ("Olena Brodie", 0.9, ["full name"])
    ]
    assert [(one["role"], one["first"]) for one in told["offices"]] == [("engineer", "2024-12-14"), ("mayor", None)]
    assert told["grades"]["evidence"] == {"document": 2}
    assert record(client, "Olena Brodie")["identity"] == BRODIE


def test_statements_are_chosen_by_words_and_by_day_and_come_page_by_page(client: TestClient) -> None:
    assert said(record(client, about="tram")) == [TRAMS]
    assert said(record(client, when="2024-12")) == [SAFE]
    assert said(record(client, when="2023")) == []
    first = record(client, limit=1)
    assert (said(first), first["total"], first["next_offset"]) == ([SAFE], 2, 1)
    assert said(record(client, limit=1, offset=1)) == [TRAMS]


def test_two_sources_are_made_one_and_the_decision_is_undone(client: TestClient) -> None:
    made = client.post(
        "/judge/same-source", data={"one": BRODIE, "other": "Mayor Brodie", "same": "true", "why": "met her"}
    )
    assert made.status_code == 200, made.text
    text = text_of(made.text)
    assert "3 statements in 3 stories" in text
    assert "Same source: Mayor Brodie judged by" in text
    assert "met her" in text
    for either in (BRODIE, MAYOR):
        assert said(record(client, either)) == [SHUT, SAFE, TRAMS]
    (decided,) = record(client)["decided"]
    client.post("/judge/withdraw", data={"number": decided["number"], "back": "/sources/x"})
    assert said(record(client)) == [SAFE, TRAMS]
    assert record(client)["decided"] == []


def test_a_decision_that_they_are_two_stands_on_both_pages_and_is_not_asked_again(client: TestClient) -> None:
    assert [one["identity"] for one in record(client)["alike"]] == [MAYOR]
    told = client.post(f"/api/sources/{quote(BRODIE)}/same", json={"other": MAYOR, "same": False}).json()
    assert told["verdict"] == "no"
    for source, other in ((BRODIE, "Mayor Brodie"), (MAYOR, "Olena Brodie")):
        assert record(client, source)["alike"] == []
        page = client.get(f"/sources/{quote(source, safe='')}").text
        assert f"Not the same: {other}" in text_of(page)


def test_words_decided_to_be_its_are_among_its_own(client: TestClient) -> None:
    client.post("/api/stories/two/attributions", json={"words": SHUT, "source": BRODIE})
    assert [one["words"] for one in record(client)["given"]] == [SHUT]
    assert record(client, MAYOR)["statements"][0]["judged"]["name"] == "Olena Brodie"


def test_how_it_fares_is_told_of_the_claims_that_were_traced(client: TestClient) -> None:
    assert record(client)["traced"] == []
    assert "No claim was traced yet" in text_of(client.get(f"/sources/{quote(BRODIE)}").text)
    client.get("/api/trace", params={"claim": "the old bridge is safe"})
    told = record(client)
    assert told["traced_in_all"] == 1
    ((claim, alone),) = [(one["claim"], one["alone"]) for one in told["traced"]]
    assert (claim, alone) == ("the old bridge is safe", True)
    assert "Alone with them: 1" in text_of(client.get(f"/sources/{quote(BRODIE)}").text)


def test_sources_are_listed(client: TestClient) -> None:
    told = client.get("/api/sources", params={"limit": 1}).json()
    assert (told["sources"][0]["identity"], told["total"], told["next_offset"]) == (BRODIE, 2, 1)
    assert f'href="/sources/{quote(BRODIE, safe="")}"' in client.get("/sources").text


@pytest.mark.parametrize(
    ("source", "asked", "status"), [("nobody", {}, 404), (BRODIE, {"when": "soon"}, 422), ("Brodie", {}, 404)]
)
def test_what_is_not_there_is_told(client: TestClient, source: str, asked: dict[str, str], status: int) -> None:
    for place in ("/api/sources", "/sources"):
        assert client.get(f"{place}/{quote(source)}", params=asked).status_code == status


@pytest.mark.parametrize("other", [BRODIE, "Nobody Known"])
def test_a_source_is_not_made_one_with_itself_or_with_nobody(client: TestClient, other: str) -> None:
    assert client.post(f"/api/sources/{quote(BRODIE)}/same", json={"other": other}).status_code == 404
    assert record(client)["decided"] == []
