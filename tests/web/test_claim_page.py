"""What the page of a claim lists, and what can be decided on it."""

import re
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from sayso.trace.finding import candidates
from sayso.web import create_app
from tests.web.conftest import AT_HOME
from tests.web.stories import Said, add
from tests.web.test_pages import text_of

SAFE = "The old bridge is safe"
CLOSED = "the ferry is closed"


@pytest.fixture
def desk(tmp_path: Path) -> TestClient:
    """A desk on undated stories: three of one outlet, in two spellings, one of another, two of none."""
    path = tmp_path / "own.sayso"
    for number, outlet in enumerate(("Herald", "Courier", "HERALD", "Herald")):
        add(path, f"{SAFE}, Ivo Tan said on day {number}.", [Said(SAFE, "Ivo Tan")], id=f"s{number}", outlet=outlet)
    for number in (4, 5):
        add(path, f"{SAFE}, Ivo Tan said on day {number}.", [Said(SAFE, "Ivo Tan")], id=f"s{number}")
    return TestClient(create_app(path), base_url=AT_HOME)


def test_an_outlet_of_several_undated_stories_is_named_once(desk: TestClient) -> None:
    page = desk.get("/claims", params={"claim": SAFE}).text
    undated = page.partition("<h3>Undated</h3>")[2].partition("</section>")[0]
    told = re.sub("<script.*", "", undated, flags=re.DOTALL)
    assert re.findall("<summary>(.*?)</summary>", told) == ["Herald, 3 stories", "Outlet unknown, 2 stories"]
    assert '<a href="/stories/s1">Courier</a>' in told
    assert set(re.findall('href="/stories/(.*?)"', told)) == {f"s{number}" for number in range(6)}


def test_outlets_that_are_not_known_are_not_counted(desk: TestClient) -> None:
    page = desk.get("/claims", params={"claim": SAFE}).text
    assert "6 reports in 2 outlets, resting on" in text_of(page)
    assert "<summary>6 reports in 2 outlets</summary>" in page


def test_where_no_outlet_is_known_none_is_told(own_client: TestClient, tmp_path: Path) -> None:
    add(tmp_path / "own.sayso", f"{SAFE}, Ivo Tan said.", [Said(SAFE, "Ivo Tan")], id="pasted")
    page = own_client.get("/claims", params={"claim": SAFE}).text
    assert "1 report, resting on 1 origin" in text_of(page)
    assert "<summary>1 report</summary>" in page
    assert "1 report, resting on" in text_of(own_client.get("/claims/report", params={"claim": SAFE}).text)


def test_words_are_decided_on_for_a_claim_of_one_part(desk: TestClient) -> None:
    page = desk.get("/claims", params={"claim": SAFE}).text
    assert 'action="/judge/claim"' in page
    assert "one part at a time" not in page


def test_a_claim_of_several_parts_leads_to_each_to_decide_on(desk: TestClient) -> None:
    page = desk.get("/claims", params={"claim": f"{SAFE}; {CLOSED}", "as_of": ""}).text
    assert 'action="/judge/claim"' not in page
    assert f"decided for one part at a time: {SAFE}, {CLOSED}." in text_of(page)
    assert 'href="/claims?claim=the%20ferry%20is%20closed"' in page


def test_the_page_says_what_the_standing_means(desk: TestClient) -> None:
    assert "single-origin All reports end at one origin." in text_of(desk.get("/claims", params={"claim": SAFE}).text)
    unheard = text_of(desk.get("/claims", params={"claim": "zebra"}).text)
    assert "unrecorded In these stories nobody is recorded as the one who said it first." in unheard


def test_the_page_says_what_was_left_aside_and_no_more(desk: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(candidates, "FEWEST_SENTENCES", 1)
    monkeypatch.setattr(candidates, "MOST_SENTENCES", 0)
    page = text_of(desk.get("/claims", params={"claim": SAFE}).text)
    assert "Left aside, as they share fewer words with the claim: 5 sentences." in page


@pytest.mark.parametrize(("asked", "is_name"), [("tan", True), ("Ivo Tan?", True), (SAFE, False), ("bridge", False)])
def test_a_name_put_as_a_claim_leads_to_whose_it_is(desk: TestClient, asked: str, is_name: bool) -> None:
    page = desk.get("/claims", params={"claim": asked}).text
    assert ("Is it a source that you look for? Ivo Tan 6 statements" in text_of(page)) == is_name
    assert ('<a href="/sources/person%3Aivo%20tan">Ivo Tan</a> <span' in page) == is_name
