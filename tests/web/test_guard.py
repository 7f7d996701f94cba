from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from sayso.web import create_app
from sayso.web.guard import is_this_computer

TOKEN = "let-me-in"


@pytest.mark.parametrize("host", ["127.0.0.1", "127.0.0.1:8765", "localhost:80", "[::1]:8765"])
def test_this_computer_is_known(host: str) -> None:
    assert is_this_computer(host)


@pytest.mark.parametrize("host", ["", "example.org", "127.0.0.1.example.org", "10.0.0.1:80", "localhost.example.org"])
def test_others_are_not(host: str) -> None:
    assert not is_this_computer(host)


def test_a_name_that_somebody_points_here_is_not_answered(client: TestClient) -> None:
    assert client.get("/", headers={"host": "evil.example"}).status_code == 403


def test_a_page_of_another_site_changes_nothing(own_client: TestClient) -> None:
    answer = own_client.post("/stories", data={"text": "x"}, headers={"origin": "http://evil.example"})
    assert answer.status_code == 403
    assert own_client.get("/api/stories").json()["total"] == 0


def test_pages_load_nothing_from_elsewhere(client: TestClient) -> None:
    policy = client.get("/").headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy


@pytest.fixture
def away(tmp_path: Path) -> TestClient:
    """A desk that others may reach, with a token."""
    return TestClient(create_app(tmp_path / "away.sayso", TOKEN), base_url="http://desk.example")


def test_with_a_token_nobody_else_is_let_in(away: TestClient) -> None:
    assert away.get("/").status_code == 403
    assert away.get("/?token=wrong").status_code == 403
    assert away.get("/api/stories", headers={"authorization": "Bearer wrong"}).status_code == 403


def test_the_printed_address_lets_in_and_the_token_leaves_it(away: TestClient) -> None:
    answer = away.get(f"/?token={TOKEN}")
    assert answer.status_code == 200
    assert "token" not in str(answer.url)
    assert away.get("/sources").status_code == 200


def test_a_program_shows_the_token_in_a_header(away: TestClient) -> None:
    assert away.get("/api/stories", headers={"authorization": f"Bearer {TOKEN}"}).status_code == 200
