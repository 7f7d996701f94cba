"""The name of a source leads to its page, or to what was said under it where it has none."""

import re
from html import unescape
from pathlib import Path
from urllib.parse import quote

import pytest
from fastapi.testclient import TestClient

from sayso.web import create_app
from tests.web.conftest import AT_HOME
from tests.web.stories import Said, add
from tests.web.test_pages import text_of

SAFE = "The old bridge is safe"
BRODIE = "person:olena brodie"
PAGE = f"/sources/{quote(BRODIE, safe='')}"


@pytest.fixture
def desk(tmp_path: Path) -> TestClient:
    """A desk on one story of one speaker."""
    path = tmp_path / "own.sayso"
    text = f"{SAFE}, said Olena Brodie. The river is low."
    add(path, text, [Said(SAFE, "Olena Brodie", BRODIE)], id="one", title="Safe", outlet="Herald")
    return TestClient(create_app(path), base_url=AT_HOME)


def links(desk: TestClient, place: str, name: str) -> set[str]:
    """Where a name leads on a page; all of these are there."""
    found = set(map(unescape, re.findall(rf'<a href="([^"]*)">{name}</a>', desk.get(place).text)))
    assert all(name in text_of(desk.get(one).text) for one in found)
    assert all(desk.get(one).status_code == 200 for one in found)
    return found


@pytest.mark.parametrize(
    "place", [f"/claims?claim={SAFE}", "/stories/one", "/search?words=bridge", "/said?name=Brodie"]
)
def test_a_name_leads_to_the_page_of_its_source(desk: TestClient, place: str) -> None:
    assert links(desk, place, "Olena Brodie") == {PAGE}


def test_every_place_of_a_claim_where_a_source_is_named_leads_there(desk: TestClient) -> None:
    page = desk.get("/claims", params={"claim": SAFE}).text
    link = f'<a href="{PAGE}">Olena Brodie</a>'
    assert [f"<h4>{link}</h4>" in page, page.count(f"<b>{link}</b>")] == [True, 2]


def test_whom_no_story_names_leads_to_what_was_said_under_the_name(desk: TestClient) -> None:
    judged = {"decision": "source", "source": "Ivo Tan", "why": "heard it"}
    desk.post("/api/stories/one/attributions", json={"words": SAFE, **judged})
    desk.post("/api/stories/one/attributions", json={"words": "The river is low", **judged})
    assert links(desk, "/stories/one", "Ivo Tan") == {"/said?name=Ivo+Tan"}
    assert links(desk, f"/claims?claim={SAFE}", "Ivo Tan") == {"/said?name=Ivo+Tan"}
