from fastapi.testclient import TestClient

from tests.web.conftest import FEW, SEED, taken


def test_stories_come_page_by_page(client: TestClient) -> None:
    first = client.get("/api/stories", params={"limit": 3}).json()
    rest = client.get("/api/stories", params={"limit": 3, "offset": first["next_offset"]}).json()
    assert first["total"] == len(FEW)
    assert rest["next_offset"] is None
    assert {story["id"] for story in (*first["stories"], *rest["stories"])} == set(FEW)


def test_a_story_comes_as_the_command_line_prints_it(client: TestClient) -> None:
    story = client.get(f"/api/stories/{SEED}").json()
    assert story["attributions"][0]["source_name"] == "Volodymyr Zelensky"
    assert story["lineage"]["id"] == SEED


def test_statements_are_found_and_counted(client: TestClient) -> None:
    for path, asked in (("/api/search", {"words": "soldiers"}), ("/api/said", {"name": "Zelensky"})):
        every = client.get(path, params=asked).json()
        one = client.get(path, params={**asked, "limit": 1}).json()
        assert every["total"] == one["total"] == len(every["statements"]) > 1
        assert one["statements"] == every["statements"][:1]
        assert one["next_offset"] == 1


def test_what_has_not_changed_is_not_sent_again(client: TestClient) -> None:
    answer = client.get("/api/stories")
    again = client.get("/api/stories", headers={"if-none-match": answer.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_what_has_changed_is_sent(own_client: TestClient) -> None:
    tag = own_client.get("/api/stories").headers["etag"]
    taken(own_client, own_client.post("/stories", data={"text": "“It is over,” the minister said."}))
    assert own_client.get("/api/stories", headers={"if-none-match": tag}).json()["total"] == 1


def test_errors_are_problems(client: TestClient) -> None:
    for path, status in (("/api/stories/nowhere", 404), ("/api/trace?claim=", 404), ("/api/stories?limit=0", 422)):
        answer = client.get(path)
        assert answer.status_code == status
        assert answer.headers["content-type"] == "application/problem+json"
        assert answer.json()["status"] == status
        assert answer.json()["title"]


def test_the_api_is_described(client: TestClient) -> None:
    paths = client.get("/api/openapi.json").json()["paths"]
    assert set(paths) >= {"/api/stories", "/api/trace", "/api/search", "/api/said"}
