"""Stories without a headline have a name that people can read, wherever they are shown."""

import re
from hashlib import sha256
from pathlib import Path
from urllib.parse import quote

import pytest
from fastapi.testclient import TestClient

from sayso.web import create_app
from tests.web.conftest import AT_HOME
from tests.web.stories import Said, add
from tests.web.test_pages import text_of

SAFE = "The old bridge is safe"
BARE = f"{SAFE}, said Olena Brodie, who had looked at every one of its rivets and at the river under it."
DATED = f"{SAFE}, Ivo Tan said."
OPENING = "The old bridge is safe, said Olena Brodie, who had looked at every one of its …"
BRODIE, TAN = "person:olena brodie", "person:ivo tan"
PLACES = (f"/claims?claim={SAFE}", "/", "/search?words=bridge", "/said?name=Brodie", f"/sources/{quote(BRODIE)}")


@pytest.fixture
def desk(tmp_path: Path) -> TestClient:
    """A desk on two stories that were pasted in, with no more than their text, and with outlet and day."""
    path = tmp_path / "own.sayso"
    add(path, BARE, [Said(SAFE, "Olena Brodie", BRODIE)], id=sha256(BARE.encode()).hexdigest())
    dated = sha256(DATED.encode()).hexdigest()
    add(path, DATED, [Said(SAFE, "Ivo Tan", TAN)], id=dated, outlet="Herald", published="2024-12-14")
    return TestClient(create_app(path), base_url=AT_HOME)


@pytest.mark.parametrize("place", PLACES)
def test_a_story_is_called_by_its_first_words_where_nothing_else_is_known(desk: TestClient, place: str) -> None:
    page = desk.get(place)
    assert page.status_code == 200
    assert f">{OPENING}</a>" in page.text
    assert not re.search("[0-9a-f]{64}", text_of(page.text).partition("Fingerprint")[0].partition('{"')[0])


@pytest.mark.parametrize("place", [f"/claims?claim={SAFE}", "/", "/search?words=bridge", f"/sources/{quote(TAN)}"])
def test_a_story_is_called_by_outlet_and_day_where_it_has_no_headline(desk: TestClient, place: str) -> None:
    assert ">Herald, 14 December 2024</a>" in desk.get(place).text


@pytest.mark.parametrize("place", [*PLACES[:3], "/said?name=Tan", f"/sources/{quote(TAN)}"])
def test_outlet_and_day_are_not_told_twice(desk: TestClient, place: str) -> None:
    text = text_of(desk.get(place).text)
    assert "Herald, 14 December 2024" in text
    assert not re.search("Herald 14 December 2024 Herald|Herald, 14 December 2024( ·)? Herald", text)


def test_a_story_has_its_name_on_its_own_pages(desk: TestClient) -> None:
    place = f"/stories/{sha256(BARE.encode()).hexdigest()}"
    for page in (desk.get(place).text, desk.get(f"{place}/revisions").text):
        assert f"<h1>{OPENING}</h1>" in page
        assert f"{OPENING} · sayso</title>" in page


def test_words_decided_to_be_a_sources_tell_their_story(desk: TestClient) -> None:
    story = sha256(BARE.encode()).hexdigest()
    desk.post(f"/api/stories/{story}/attributions", json={"words": SAFE, "source": TAN})
    given = desk.get(f"/sources/{quote(TAN)}").text.partition("Decided to be their words")[2]
    assert f'<a href="/stories/{story}">{OPENING}</a>' in given
