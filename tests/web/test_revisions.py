from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from sayso.web import create_app
from tests.web.conftest import AT_HOME
from tests.web.stories import add
from tests.web.test_pages import text_of

FIRST = "On preliminary data the bridge is safe.\n\nTrams run."
SECOND = "On confirmed data the bridge is safe.\n\nTrams run.\n\nUpdated at noon."
THIRD = "On confirmed data the bridge is not safe.\n\nTrams run."


@pytest.fixture
def client(tmp_path: Path) -> TestClient:
    """A desk on a ledger of one story with three texts, and one with one."""
    path = tmp_path / "own.sayso"
    for number, text in enumerate((FIRST, SECOND, THIRD), start=1):
        add(path, text, id="bridge", outlet="Herald", title=f"Bridge, take {number}", modified=f"2024-12-1{number}")
    add(path, "Nothing new.", id="other", outlet="Post")
    return TestClient(create_app(path), base_url=AT_HOME)


def changes(client: TestClient, **asked: int) -> list[tuple[str, str]]:
    told = client.get("/api/stories/bridge/revisions", params=asked).json()
    return [(one["taken_out"], one["put_in"]) for one in told["changes"]]


def test_any_two_texts_are_compared_word_by_word(client: TestClient) -> None:
    assert changes(client, older=1, newer=2) == [("preliminary", "confirmed"), ("", "Updated at noon.")]
    assert changes(client, older=1, newer=3) == [("preliminary", "confirmed"), ("", "not")]
    assert changes(client, older=3, newer=1) == [("confirmed", "preliminary"), ("not", "")]
    assert changes(client) == changes(client, older=2, newer=3)
    assert changes(client, newer=2) == changes(client, older=1, newer=2)


def test_offsets_are_those_of_each_text(client: TestClient) -> None:
    told = client.get("/api/stories/bridge/revisions", params={"older": 1, "newer": 3}).json()
    for one in told["changes"]:
        assert FIRST[slice(*one["before"])] == one["taken_out"]
        assert THIRD[slice(*one["after"])] == one["put_in"]
    assert [one["number"] for one in told["kept"]] == [1, 2, 3]


def test_the_page_shows_both_texts_in_one(client: TestClient) -> None:
    page = client.get("/stories/bridge/revisions", params={"older": 1, "newer": 3}).text
    assert '<del id="c1">preliminary</del><ins>confirmed</ins>' in page
    assert "take <del>1</del><ins>3</ins>" in page
    assert "2 changes" in text_of(page)
    assert "11 December 2024 13 December 2024" in text_of(page)


def test_a_story_of_one_text_says_so(client: TestClient) -> None:
    assert "One text of this story is kept so far" in text_of(client.get("/stories/other/revisions").text)
    assert "revisions" not in client.get("/stories/other").text
    assert '<a href="/stories/bridge/revisions">what changed</a>' in client.get("/stories/bridge").text


@pytest.mark.parametrize(
    ("path", "status"), [("bridge/revisions?older=4", 404), ("bridge/revisions?newer=0", 422), ("no/revisions", 404)]
)
def test_texts_that_are_not_there_are_told(client: TestClient, path: str, status: int) -> None:
    assert client.get(f"/api/stories/{path}").status_code == status
    assert client.get(f"/stories/{path}").status_code == status
