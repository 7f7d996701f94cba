"""What is given to the desk comes in, whatever is wrong with some of it."""

import threading
import time
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from sayso.ledger import Ledger
from sayso.pipeline.upkeep import forget
from sayso.web import create_app, uploads
from sayso.web.intake import Intake, Intakes
from tests.web.conftest import AT_HOME, taken
from tests.web.test_pages import text_of

OVER = "“It is over,” the minister said."
GOOD = ("files", ("one.txt", OVER.encode(), "text/plain"))
EMPTY = ("files", ("folder/two.txt", b"", "text/plain"))


def test_a_pasted_story_is_read_and_shown(own_client: TestClient) -> None:
    text = "“It is <b>over</b>,” the minister said."
    page = taken(own_client, own_client.post("/stories", data={"text": text, "outlet": "Herald"}))
    assert "&lt;b&gt;over" in page
    assert "<b>over" not in page
    assert "1 statement" in text_of(own_client.get("/").text)


def test_a_pasted_story_whose_day_is_none_counts_on_none_and_says_so(own_client: TestClient) -> None:
    page = taken(own_client, own_client.post("/stories", data={"text": OVER, "published": "yesterday"}))
    assert 'published "yesterday" is no date that can be read for certain' in text_of(page)
    (told,) = own_client.get("/api/stories").json()["stories"]
    assert told.get("published") is None


@pytest.mark.parametrize("text", ["", " \n\t"])
def test_no_words_pasted_are_asked_for(own_client: TestClient, text: str) -> None:
    answer = own_client.post("/stories", data={"text": text})
    assert answer.status_code == 422
    assert "Wanted: the text of a story. Give its words" in text_of(answer.text)


def test_a_story_in_another_language_is_told_to_be_kept_and_not_read(own_client: TestClient) -> None:
    text = "Il ponte vecchio è chiuso da lunedì, ha detto la sindaca durante una conferenza in municipio."
    page = text_of(taken(own_client, own_client.post("/stories", data={"text": text})))
    assert "Kept, not read: written in Italian, which is not read yet" in page
    assert "This story was not read: it is written in Italian, which is not read yet. Is somebody quoted in it?" in page
    assert "LanguageItalian" in page
    assert "No one is quoted" not in page


def test_one_text_in_two_outlets_is_two_stories_each_found_at_its_own_address(own_client: TestClient) -> None:
    for outlet in ("Herald", "Tribune"):
        assert outlet in text_of(taken(own_client, own_client.post("/stories", data={"text": OVER, "outlet": outlet})))
    front = text_of(own_client.get("/").text)
    assert "2 stories, one text, 2 outlets" in front


def test_files_are_taken_in_and_bad_ones_are_told_by_their_name(own_client: TestClient) -> None:
    more = ("files", ("folder/three.jsonl", b'{"text": "\xe2\x80\x9cNo,\xe2\x80\x9d he said."}\n{"title": 1}\n', ""))
    page = text_of(taken(own_client, own_client.post("/files", files=[GOOD, EMPTY, more])))
    assert "2 stories taken in, 2 not read" in page
    assert "folder/two.txt: an empty file" in page
    assert "folder/three.jsonl line 2: no text" in page
    assert "/tmp" not in page
    again = text_of(taken(own_client, own_client.post("/files", files=[GOOD, EMPTY])))
    assert "0 stories taken in, 1 held already, 1 not read" in again


@pytest.mark.parametrize(
    "name",
    ["../../etc/passwd.txt", "/one.txt", "a\\b.txt", "x" * 400 + ".txt", "/".join("d" * 50) + ".txt", "日" * 200],
)
def test_a_file_may_be_called_anything(own_client: TestClient, name: str) -> None:
    taken(own_client, own_client.post("/files", files=[("files", (name, OVER.encode(), ""))]))
    assert own_client.get("/api/stories").json()["total"] == 1


def test_what_folders_hide_is_passed_over(own_client: TestClient) -> None:
    hidden = [("files", (name, b"x", "")) for name in (".DS_Store", "folder/.git/config")]
    answer = own_client.post("/files", files=hidden)
    assert answer.status_code == 422
    assert "No file was chosen" in text_of(answer.text)
    taken(own_client, own_client.post("/files", files=[*hidden, GOOD]))
    assert own_client.get("/api/stories").json()["total"] == 1


@pytest.mark.parametrize("text", ["", "   "])
def test_an_empty_text_is_refused(own_client: TestClient, text: str) -> None:
    assert own_client.post("/stories", data={"text": text}).status_code == 422


def test_an_address_that_is_none_is_refused(own_client: TestClient) -> None:
    answer = own_client.post("/addresses", data={"address": "/etc/passwd"})
    assert answer.status_code == 422
    assert "is no address" in text_of(answer.text)


def test_a_page_that_cannot_be_had_is_told(own_client: TestClient) -> None:
    page = text_of(taken(own_client, own_client.post("/addresses", data={"address": "http://127.0.0.1:9/"})))
    assert "0 stories taken in, 1 not read" in page
    assert "http://127.0.0.1:9/:" in page


def test_too_much_is_refused_with_how_much_may_be_sent(own_client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(uploads, "LARGEST_UPLOAD_BYTES", 1000)
    big = ("files", ("big.txt", OVER.encode() * 100, ""))
    answer = own_client.post("/files", files=[big])
    assert answer.status_code == 413
    assert "Send the files in smaller parts" in text_of(answer.text)
    assert own_client.post("/api/files", files=[big]).headers["content-type"] == "application/problem+json"


def test_too_many_files_are_refused(own_client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(uploads, "MOST_FILES", 2)
    answer = own_client.post("/files", files=[GOOD, GOOD, GOOD])
    assert answer.status_code == 422
    assert "at most 2 files" in text_of(answer.text)


def test_files_sent_in_parts_are_one_intake(own_client: TestClient) -> None:
    first = own_client.post("/api/files", files=[GOOD])
    assert first.status_code == 202
    other = ("files", ("two.txt", b"\xe2\x80\x9cNo,\xe2\x80\x9d Ivo Tan said.", ""))
    part = own_client.post("/api/files", files=[other], data={"into": first.json()["id"]}).json()
    assert part["id"] == first.json()["id"]
    taken(own_client, own_client.get(f"/taken/{part['id']}"))
    told = own_client.get(f"/api/taken/{part['id']}", params={"limit": 1}).json()
    assert (told["over"], told["done"], told["expected"], told["next_offset"]) == (True, 2, 2, 1)
    (story,) = told["stories"]
    assert (story["added"], story["statements"]) == ("new", 1)
    assert own_client.get(f"/api/stories/{story['story_id']}").status_code == 200


def test_stories_are_given_as_json(own_client: TestClient) -> None:
    given = own_client.post("/api/stories", json=[{"id": "a", "text": OVER, "outlet": "Herald"}])
    assert given.status_code == 202
    taken(own_client, own_client.get(f"/taken/{given.json()['id']}"))
    assert own_client.get("/api/stories/a").json()["outlet"] == "Herald"
    assert own_client.post("/api/stories", json=[{"outlet": "Herald"}]).status_code == 422


def test_what_was_given_long_ago_is_told_so(own_client: TestClient) -> None:
    assert own_client.get("/taken/long-ago").status_code == 404
    assert own_client.get("/api/taken/long-ago").headers["content-type"] == "application/problem+json"


class Slow:
    """Work that waits until it is let go."""

    def __init__(self) -> None:
        self.let_go = threading.Event()

    def __call__(self, ledger: Ledger, intake: Intake) -> None:
        assert self.let_go.wait(20)


def test_reading_goes_on_when_nobody_looks_and_the_first_screen_says_how_far(tmp_path: Path) -> None:
    app = create_app(tmp_path / "slow.sayso")
    client, slow = TestClient(app, base_url=AT_HOME), Slow()
    intake = app.state.intakes.give(slow)
    intake.expect(7)
    assert "Reading: 0 of 7 stories" in text_of(client.get("/").text)
    assert "You can leave this page" in text_of(client.get(f"/taken/{intake.id}").text)
    slow.let_go.set()
    assert "0 stories taken in" in text_of(taken(client, client.get(f"/taken/{intake.id}")))
    assert "Reading:" not in text_of(client.get("/").text)


def test_what_is_stopped_is_read_no_further_and_says_so(tmp_path: Path) -> None:
    app = create_app(tmp_path / "stop.sayso")
    client, slow = TestClient(app, base_url=AT_HOME), Slow()
    app.state.intakes.give(slow)
    given = client.post("/api/files", files=[GOOD]).json()
    assert "Stopping" in text_of(client.post(f"/taken/{given['id']}/stop").text)
    slow.let_go.set()
    page = text_of(taken(client, client.get(f"/taken/{given['id']}")))
    assert "It was stopped after 0 of 1" in page


@pytest.mark.filterwarnings("ignore")
def test_a_defect_is_told_and_keeps_nothing_else_from_being_read(tmp_path: Path) -> None:
    app = create_app(tmp_path / "defect.sayso")
    client = TestClient(app, base_url=AT_HOME)

    def fail(ledger: Ledger, intake: Intake) -> None:
        raise ZeroDivisionError("a defect")

    broken = app.state.intakes.give(fail)
    assert "It is over" in text_of(taken(client, client.post("/stories", data={"text": OVER})))
    assert "It ended before its time: sayso failed at it" in text_of(client.get(f"/taken/{broken.id}").text)


def test_what_is_over_is_forgotten_in_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sayso.web.intake.INTAKES_KEPT", 2)
    intakes = Intakes(tmp_path / "own.sayso")
    given = []
    for _ in range(4):
        given.append(intakes.give(lambda ledger, intake: None))
        while not given[-1].is_over:
            pass
    assert [intakes.find(one.id) for one in given] == [None, None, *given[2:]]


def test_rate_and_time_left_are_told_once_known() -> None:
    intake = Intake("a", expected=4, waiting=1)
    assert (intake.rate, intake.seconds_left) == (None, None)
    intake.arrivals = [None, None]  # type: ignore[list-item]
    intake.seconds = 1.0
    assert (intake.rate, intake.seconds_left) == (2.0, 1.0)
    intake.expect(None)
    assert intake.seconds_left is None


def test_what_was_forgotten_is_left_out_and_told_with_what_lets_it_back(own_client: TestClient, tmp_path: Path) -> None:
    taken(own_client, own_client.post("/files", files=[GOOD]))
    with Ledger(tmp_path / "own.sayso") as ledger:
        (story,) = ledger.stories()
        forget(ledger, story.id, "ed", "withdrawn")
    page = text_of(taken(own_client, own_client.post("/files", files=[GOOD])))
    assert "0 stories taken in, 1 forgotten before" in page
    assert f"sayso forget {story.id} --let-back" in page
    given = own_client.post("/api/stories", json=[{"text": OVER}]).json()["id"]
    while not (told := own_client.get(f"/api/taken/{given}").json())["over"]:
        time.sleep(0.05)
    assert [(one["added"], "by ed (withdrawn)" in one["left_out"]) for one in told["stories"]] == [("forgotten", True)]
    assert own_client.get("/api/stories").json()["total"] == 0
