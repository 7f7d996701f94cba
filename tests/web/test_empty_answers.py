"""Where there is nothing to show, a page says what to do next."""

from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from sayso.web import create_app
from tests.web.conftest import AT_HOME
from tests.web.stories import Said, add
from tests.web.test_pages import text_of

SAFE = "The old bridge is safe"
UNHEARD = "the ferry Marlin leaks"
PLACES = (f"/claims?claim={UNHEARD}", "/search?words=ferry", "/said?name=Marlin", "/sources", "/sources?name=Marlin")
"""Those that a question leads to."""


@pytest.fixture
def desk(tmp_path: Path) -> TestClient:
    """A desk on one story."""
    path = tmp_path / "own.sayso"
    add(path, f"{SAFE}, she said.", [Said(SAFE, "Olena Brodie")], id="one", title="Safe", outlet="Herald")
    add(path, "Trams run in Bursa.", id="two", title="Trams", outlet="Herald")
    return TestClient(create_app(path), base_url=AT_HOME)


@pytest.mark.parametrize("place", [*PLACES, "/search"])
def test_a_ledger_with_nothing_in_it_asks_for_stories(own_client: TestClient, place: str) -> None:
    page = own_client.get(place)
    assert page.status_code == 200
    assert "This ledger holds no story yet. Take some in, or look at ours first." in text_of(page.text)
    assert '<a href="/#take-in">' in page.text


@pytest.mark.parametrize(
    ("place", "words", "link"),
    [
        (PLACES[0], "No story here says it, denies it or tells that nothing was said on it.", 'action="/search"'),
        (PLACES[1], "Nobody said all of these words in one statement. Try fewer", 'action="/search"'),
        (PLACES[2], "Nothing is recorded that “Marlin” said. Try the name as stories write it", 'href="/sources"'),
        ("/said?name=Brodie&about=ferry", "that “Brodie” said about “ferry”.", 'href="/said?name=Brodie"'),
        (PLACES[4], "No source has “Marlin” in its name. Try a part of it", 'href="/sources"'),
        ("/sources/Olena Brodie?about=ferry", "0 statements about “ferry”", ">None is: see all that they said</a>"),
        ("/stories/two", "No one is quoted or reported in this story, as sayso reads it.", 'id="add-statement"'),
    ],
)
def test_a_question_without_an_answer_says_what_to_try(desk: TestClient, place: str, words: str, link: str) -> None:
    page = desk.get(place)
    assert page.status_code == 200
    assert words in text_of(page.text)
    assert link in page.text
    assert "holds no story yet" not in page.text


def test_words_to_search_for_are_asked_for_on_a_page_of_their_own(desk: TestClient) -> None:
    front = desk.get("/").text
    assert '<a href="/search">Statements</a>' in front
    page = desk.get("/search")
    assert page.status_code == 200
    assert 'action="/search"' in page.text
    assert "Olena Brodie" not in page.text


def test_an_answer_is_not_said_to_be_none(desk: TestClient) -> None:
    for place in (f"/claims?claim={SAFE}", "/search?words=bridge", "/said?name=Brodie", "/sources"):
        assert 'class="nothing"' not in desk.get(place).text


def test_a_source_that_is_not_there_leads_to_those_that_are(desk: TestClient) -> None:
    page = desk.get("/sources/Marlin")
    assert page.status_code == 404
    assert "No source is called 'Marlin'" in text_of(page.text)
    assert '<a href="/sources">Who speaks</a>' in page.text


@pytest.mark.parametrize(
    ("place", "link"),
    [
        ("/claims?claim=Is the old brigde safe?", "/claims?claim=Is%20the%20old%20bridge%20safe%3F"),
        ("/claims?claim=old brigde&as_of=2024-03-01", "/claims?claim=old%20bridge&amp;as_of=2024-03-01"),
        ("/search?words=old brigde", "/search?words=old%20bridge"),
        ("/said?name=Brodie&about=brigde", "/said?name=Brodie&amp;about=bridge"),
    ],
)
def test_mistyped_words_lead_to_those_that_are_meant(desk: TestClient, place: str, link: str) -> None:
    page = desk.get(place).text
    assert "Was this meant?" in page
    assert f'<a href="{link}">' in page
    assert "Was this meant?" not in desk.get(place.replace("brigde", "bridge")).text


def test_a_usual_word_is_none_mistyped(desk: TestClient) -> None:
    assert "Was this meant?" not in desk.get("/claims?claim=trams burst").text
    assert "Was this meant?" in desk.get("/claims?claim=trams bursta").text


@pytest.mark.parametrize("place", ["/said?name=Brodei", "/sources?name=Oleena"])
def test_a_mistyped_name_leads_to_the_one_that_is_meant(desk: TestClient, place: str) -> None:
    page = desk.get(place).text
    assert "Was one of these meant? Olena Brodie" in text_of(page)
    assert 'href="/said?name=Olena%20Brodie"' in page


def test_no_name_is_offered_for_one_that_is_like_none(desk: TestClient) -> None:
    assert "Was one of these meant?" not in desk.get("/said?name=Marlin").text
