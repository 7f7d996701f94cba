"""The graph and the timeline of a claim: as JSON, as a list and a table without a script."""

from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from sayso.web import create_app
from tests.web.conftest import AT_HOME, taken
from tests.web.stories import Said, add
from tests.web.test_pages import CLAIM, text_of


def test_the_graph_comes_as_json_with_every_report_of_the_trace(client: TestClient) -> None:
    graph = client.get("/api/claims/graph", params={"claim": CLAIM}).json()
    traced = client.get("/api/trace", params={"claim": CLAIM}).json()
    told = [
        *traced["not_recorded"],
        *(one for each in (*traced["origins"], *traced["denials"]) for one in each["chain"]),
    ]
    assert sorted(node["story_id"] for node in graph["reports"]) == sorted(one["story_id"] for one in told)
    assert len(graph["steps"]) == len(graph["reports"])
    assert all(step["how"] and 0 <= step["score"] <= 1 for step in graph["steps"])


def test_the_timeline_comes_as_json_with_every_report(client: TestClient) -> None:
    timeline = client.get("/api/claims/timeline", params={"claim": CLAIM}).json()
    graph = client.get("/api/claims/graph", params={"claim": CLAIM}).json()
    dated = [one["report"] for day in timeline["days"] for one in day["reports"]]
    assert sorted([*dated, *(one["report"] for one in timeline["undated"])]) == sorted(
        node["key"] for node in graph["reports"]
    )
    assert [day["day"] for day in timeline["days"]] == sorted(day["day"] for day in timeline["days"])


def test_both_are_not_sent_again_and_tell_of_errors(client: TestClient) -> None:
    for path in ("/api/claims/graph", "/api/claims/timeline"):
        tag = client.get(path, params={"claim": CLAIM}).headers["etag"]
        assert client.get(path, params={"claim": CLAIM}, headers={"if-none-match": tag}).status_code == 304
        refused = client.get(path, params={"claim": ""})
        assert (refused.status_code, refused.headers["content-type"]) == (404, "application/problem+json")


def test_without_a_script_there_is_a_list_and_a_table(client: TestClient) -> None:
    page = client.get("/claims", params={"claim": CLAIM}).text
    graph = client.get("/api/claims/graph", params={"claim": CLAIM}).json()
    for node in (*graph["origins"], *graph["reports"]):
        assert page.count(f'class="node" data-key="{node["key"]}"') == 1
    assert "Zelensky" in text_of(page)
    assert page.count('<th scope="row">') == len({node["published"][:10] for node in graph["reports"]})


def test_what_a_claim_rests_on_is_said_in_words(client: TestClient) -> None:
    text = text_of(client.get("/claims", params={"claim": CLAIM, "as_of": "2024-12-14"}).text)
    assert "It rests on one origin: Volodymyr Zelensky, 14 December 2024 (Ukraine (state))." in text


SAFE = "The old bridge is safe"


@pytest.fixture
def council(tmp_path: Path) -> TestClient:
    """A desk where two of the council and one of the trams say the same, as was decided."""
    path = tmp_path / "own.sayso"
    desk = TestClient(create_app(path), base_url=AT_HOME)
    for by, side in (("Olena Brodie", "Harborton Council"), ("Ivo Tan", "Harborton Council"), ("Nora Field", "Trams")):
        add(path, f"{SAFE}, {by} said.", [Said(SAFE, by, side=side)], id=by, outlet="Herald", published="2024-12-14")
        desk.post("/judge/claim", data={"claim": SAFE, "story": by, "words": SAFE, "decision": "states"})
    return desk


def test_origins_and_their_sides_are_told_apart_in_one_wording(council: TestClient) -> None:
    for page in ("/claims", "/claims/report"):
        text = text_of(council.get(page, params={"claim": SAFE}).text)
        assert "3 reports in 1 outlet, resting on 3 origins on 2 sides" in text
        assert "independent origin" not in text
    council.post("/following", data={"claim": SAFE, "back": "/"})
    assert "3 stories in 1 outlet → rest on 2 sides corroborated" in text_of(council.get("/").text)


def test_a_denial_is_shown_with_the_word_that_makes_it_one(own_client: TestClient) -> None:
    denial = "Mayor Olena Brodie denied that the Norvex plant poisoned the river Lenn"
    taken(own_client, own_client.post("/stories", data={"text": f"{denial}. She spoke at a school.", "outlet": "Mail"}))
    claim = {"claim": "the Norvex plant poisoned the river Lenn"}
    page = own_client.get("/claims", params=claim).text.partition("Denied by")[2]
    assert f"<blockquote>{denial}" in page
    assert f'<span class="quote">{denial}' in page
    assert f"<blockquote>{denial}" in own_client.get("/claims/report", params=claim).text
    (origin,) = own_client.get("/api/claims/graph", params=claim).json()["origins"]
    assert origin["words"].startswith(denial)


def test_the_head_of_a_claim_tells_who_denies_it(own_client: TestClient) -> None:
    told = "Mayor Olena Brodie denied that the Norvex plant poisoned the river Lenn. She spoke at a school."
    taken(own_client, own_client.post("/stories", data={"text": told, "outlet": "Mail", "published": "2024-03-06"}))
    claim = {"claim": "the Norvex plant poisoned the river Lenn"}
    head = "It is denied by Olena Brodie, 6 March 2024."
    assert f"Nobody here says it. {head}" in text_of(own_client.get("/claims", params=claim).text)
    said = "The Norvex plant poisoned the river Lenn, Ivo Tan of Greenpeace said on Monday."
    taken(own_client, own_client.post("/stories", data={"text": said, "outlet": "Post", "published": "2024-03-05"}))
    both = text_of(own_client.get("/claims", params=claim).text)
    assert "It rests on one origin: Ivo Tan, 5 March 2024" in both
    assert head in both
    assert "Nobody here says it" not in both


def test_a_denial_of_nobody_recorded_is_listed_too(tmp_path: Path) -> None:
    path = tmp_path / "own.sayso"
    desk = TestClient(create_app(path), base_url=AT_HOME)
    add(path, "The old bridge is not safe. A bolt fell out.", id="bolt", outlet="Herald", published="2024-12-14")
    words = "The old bridge is not safe."
    desk.post("/judge/claim", data={"claim": SAFE, "story": "bolt", "words": words, "decision": "contradicts"})
    page = text_of(desk.get("/claims", params={"claim": SAFE}).text)
    assert words in page.partition("Not recorded by whom")[2]
    assert "It is denied by" not in page


def test_of_many_origins_the_first_few_are_named_at_the_head(tmp_path: Path) -> None:
    path = tmp_path / "own.sayso"
    desk = TestClient(create_app(path), base_url=AT_HOME)
    people = ("Ada Berg", "Ben Holt", "Cleo Marsh", "Dan Frey", "Eva Lind", "Finn Roe")
    for day, by in enumerate(people, start=1):
        add(path, f"{SAFE}, {by} said.", [Said(SAFE, by)], id=by, outlet="Herald", published=f"2024-12-0{day}")
        desk.post("/judge/claim", data={"claim": SAFE, "story": by, "words": SAFE, "decision": "states"})
    text = text_of(desk.get("/claims", params={"claim": SAFE}).text)
    assert "It rests on 6 origins: Ada Berg, 1 December 2024;" in text
    assert "Dan Frey, 4 December 2024; and 2 more." in text


def test_on_words_that_may_mean_something_else_it_may_rest(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sayso.web.pages.PLAIN_SHARE", 1.1)
    text = text_of(client.get("/claims", params={"claim": CLAIM, "as_of": "2024-12-14"}).text)
    assert "It may rest on one origin: Volodymyr Zelensky, 14 December 2024" in text
    assert "perhaps: the words may mean something else" in text


def test_where_no_words_surely_say_it_that_is_said(client: TestClient) -> None:
    text = text_of(client.get("/claims", params={"claim": "Zelensky praised North Korean soldiers"}).text)
    assert "No words here surely say it: all that is counted may mean something else. Nearest are those of" in text
    assert "It rests on" not in text


def test_a_claim_that_no_story_tells_has_neither(client: TestClient) -> None:
    text = text_of(client.get("/claims", params={"claim": "the ferry Marlin leaks"}).text)
    assert "How it travelled" not in text
    assert "When it was reported" not in text


def test_other_pages_load_none_of_it(client: TestClient) -> None:
    for path in ("/", "/sources"):
        assert "vendor" not in client.get(path).text
