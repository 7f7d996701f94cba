"""Claims that are followed on the desk, and what becomes of them when stories come in."""

from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from sayso.ingest import story_from_text
from sayso.ledger import Ledger
from sayso.pipeline.adding import add_stories
from sayso.pipeline.models import shipped_model
from tests.web.conftest import taken
from tests.web.test_pages import text_of

CLAIM = "the bridge is safe"
SAFE = "“The bridge is safe,” Mayor Olena Brodie said on Monday."
ALSO = "“The bridge is safe,” engineer Ivo Tan said on Friday."


def give(client: TestClient, text: str, outlet: str) -> None:
    taken(client, client.post("/stories", data={"text": text, "outlet": outlet}))


@pytest.fixture
def desk(own_client: TestClient) -> TestClient:
    """A desk that follows a claim which one story makes."""
    give(own_client, SAFE, "Herald")
    assert own_client.post("/following", data={"claim": CLAIM, "back": "/"}).status_code == 200
    return own_client


def told(client: TestClient) -> dict:
    (one,) = client.get("/api/following").json()["following"]
    return one


def test_nothing_is_new_of_what_was_just_followed(desk: TestClient) -> None:
    one = told(desk)
    assert (one["claim"], one["changed"], one["brought_by"], one["new_origins"]) == (CLAIM, False, [], [])
    assert one["then"]["origins"] == one["now"]["origins"] == ["Olena Brodie"]
    assert "1 story in 1 outlet → rest on 1 side single-origin Olena Brodie" in text_of(desk.get("/").text)
    assert "Since" not in desk.get("/following").text


def test_a_second_source_is_told_with_the_story_that_brought_it(desk: TestClient) -> None:
    give(desk, ALSO, "Tribune")
    one = told(desk)
    assert one["changed"]
    assert one["then"]["standing"] == "single-origin"
    assert (one["now"]["standing"], one["now"]["independent_origins_range"]) == ("corroborated", [2, 2])
    assert one["new_origins"] == ["Ivo Tan"]
    assert [report["outlet"] for report in one["brought_by"]] == ["Tribune"]
    page = text_of(desk.get("/following/one", params={"claim": CLAIM}).text)
    assert "1 story → 1 side, single-origin" in page
    assert "New: Ivo Tan in Tribune" in page
    assert page in text_of(desk.get("/following").text)


def test_one_more_copy_is_told_as_no_new_origin(desk: TestClient) -> None:
    give(desk, SAFE, "Copyist")
    one = told(desk)
    assert (one["changed"], one["new_origins"]) == (True, [])
    page = text_of(desk.get("/claims", params={"claim": CLAIM}).text)
    assert "More 1 story since you last looked" in page
    assert "no new origin" in page


def test_what_was_seen_is_new_no_longer(desk: TestClient) -> None:
    give(desk, ALSO, "Tribune")
    assert desk.post("/api/following", json={"claim": CLAIM}).json()["changed"] is False
    assert told(desk)["then"]["standing"] == "corroborated"
    assert "New:" not in desk.get("/following").text


def test_a_decision_that_changes_it_is_told(desk: TestClient) -> None:
    story = desk.get("/api/stories").json()["stories"][0]["id"]
    known = {"claim": CLAIM, "story": story, "words": "“The bridge is safe,”"}
    desk.post("/judge/claim", data={**known, "decision": "neither"})
    assert (told(desk)["changed"], told(desk)["judged_since"]) == (True, True)
    assert "By decisions that were made since" in text_of(desk.get("/following").text)


def test_one_that_is_stopped_can_be_taken_up_from_where_it_was_left(desk: TestClient) -> None:
    give(desk, ALSO, "Tribune")
    stopped = desk.post("/following/stop", data={"claim": CLAIM})
    assert f"You no longer follow “{CLAIM}”" in text_of(stopped.text)
    in_another_tab = desk.post("/following/stop", data={"claim": CLAIM})
    assert f"You no longer follow “{CLAIM}”" in text_of(in_another_tab.text)
    assert desk.get("/api/following").json() == {"following": []}
    assert desk.get("/following/one", params={"claim": CLAIM}).status_code == 404
    desk.post("/following/resume", data={"claim": CLAIM})
    assert told(desk)["new_origins"] == ["Ivo Tan"]
    assert desk.request("DELETE", "/api/following", params={"claim": CLAIM}).status_code == 204
    assert desk.request("DELETE", "/api/following", params={"claim": CLAIM}).status_code == 404


def test_the_page_of_a_claim_offers_to_follow_it_or_to_stop(desk: TestClient) -> None:
    assert "You follow this claim" in desk.get("/claims", params={"claim": CLAIM}).text
    other = desk.get("/claims", params={"claim": "the tram is late"}).text
    assert "Follow this claim" in other
    as_of = desk.get("/claims", params={"claim": CLAIM, "as_of": "2024-01-01"}).text
    assert "ollow this claim" not in as_of


def test_what_has_not_changed_is_not_sent_again(desk: TestClient) -> None:
    tag = desk.get("/api/following").headers["etag"]
    assert desk.get("/api/following", headers={"if-none-match": tag}).status_code == 304
    desk.post("/following/stop", data={"claim": CLAIM})
    assert desk.get("/api/following", headers={"if-none-match": tag}).status_code == 200


def test_the_first_screen_does_not_wait_for_traces(desk: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sayso.web.desk.trace", None)
    give(desk, ALSO, "Tribune")
    assert f'data-claim="{CLAIM}"' in desk.get("/").text


@pytest.mark.parametrize(("claim", "status"), [("?!", 404), ("", 404)])
def test_a_claim_without_a_word_is_refused(own_client: TestClient, claim: str, status: int) -> None:
    assert own_client.post("/api/following", json={"claim": claim}).status_code == status


def test_stories_that_come_in_by_another_program_are_told(desk: TestClient, tmp_path: Path) -> None:
    with Ledger(tmp_path / "own.sayso") as ledger:
        for _ in add_stories(ledger, shipped_model(), [story_from_text(ALSO, outlet="Tribune")]):
            pass
    assert told(desk)["new_origins"] == ["Ivo Tan"]
