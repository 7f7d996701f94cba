"""The desk before those who mean harm: other sites, other computers, floods, and stories that are programs."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from playwright.sync_api import sync_playwright

from evaluation.serving import serving
from sayso.ingest import story_from_text
from sayso.ledger import Ledger
from sayso.pipeline.adding import add_stories
from sayso.pipeline.models import shipped_model
from sayso.web import create_app, uploads
from tests.web.browsing import launch_chromium, needs_chromium

HOME = "http://127.0.0.1"
TOKEN = "a-token"


@pytest.fixture
def desk(tmp_path: Path) -> TestClient:
    return TestClient(create_app(tmp_path / "l.sayso"), base_url=HOME, raise_server_exceptions=False)


@pytest.fixture
def guarded(tmp_path: Path) -> TestClient:
    made = create_app(tmp_path / "l.sayso", TOKEN)
    return TestClient(made, base_url=HOME, raise_server_exceptions=False, follow_redirects=False)


@pytest.mark.parametrize(
    "host",
    ["evil.example", "127.0.0.1.evil.example", "[", "[::1", "", "127.0.0.1@evil.example:x", "0.0.0.0", "2130706433"],
)
def test_a_host_that_is_not_this_computer(host: str, desk: TestClient) -> None:
    answer = desk.get("/", headers={"host": host})
    assert answer.status_code == 403
    assert answer.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize(
    "origin",
    [
        "http://evil.example",
        "null",
        "http://[",
        "",
        "http://127.0.0.1.evil.example",
        "http://127.0.0.1:81",
        "//127.0.0.1",
        "file://127.0.0.1",
    ],
)
def test_an_origin_that_is_not_the_desk(origin: str, desk: TestClient) -> None:
    for path in ("/stories", "/files", "/addresses", "/demo", "/following", "/judge/claim"):
        assert desk.post(path, data={"text": "x"}, headers={"origin": origin}).status_code == 403


@pytest.mark.parametrize("shown", ["", "wrong", "a-toke", "a-tokenn", "é", "\x00"])
def test_a_token_that_is_wrong(shown: str, guarded: TestClient) -> None:
    assert guarded.get("/", params={"token": shown}).status_code == 403
    assert guarded.get("/", headers={"authorization": f"Bearer {shown}".encode()}).status_code == 403
    assert guarded.get("/", headers={"cookie": f"sayso-token={shown}".encode()}).status_code == 403


def test_a_token_is_kept_from_scripts_and_other_sites(guarded: TestClient) -> None:
    answer = guarded.get(f"/?token={TOKEN}")
    cookie = answer.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie
    assert guarded.get(f"{HOME}//evil.example/?token={TOKEN}").headers["location"] == "/evil.example/"


def test_tokens_are_compared_in_constant_time(guarded: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    compared: list[bytes] = []

    def compare(one: bytes, other: bytes) -> bool:
        compared.append(one)
        return False

    monkeypatch.setattr("sayso.web.guard.hmac.compare_digest", compare)
    assert guarded.get("/", headers={"authorization": f"Bearer {TOKEN}"}).status_code == 403
    assert TOKEN.encode() in compared


def test_a_flood_that_tells_no_length_is_stopped(desk: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(uploads, "LARGEST_UPLOAD_BYTES", 100_000)
    monkeypatch.setattr(uploads, "LARGEST_BODY_BYTES", 100_000)
    sent = 0

    def flood(head: bytes) -> Iterator[bytes]:
        nonlocal sent
        yield head
        for _ in range(1000):
            sent += 10_000
            yield b"x" * 10_000

    head = b'--b\r\ncontent-disposition: form-data; name="files"; filename="a.txt"\r\n\r\n'
    answer = desk.post("/api/files", content=flood(head), headers={"content-type": "multipart/form-data; boundary=b"})
    assert answer.status_code == 422
    assert "at once" in answer.text
    answer = desk.post("/api/stories", content=flood(b"["), headers={"content-type": "application/json"})
    assert answer.status_code == 413


BODIES = {
    "half a pair": b'{"claim": "\\ud800"}',
    "deep": b"[" * 100_000,
    "1e999": b'{"claim": 1e999}',
    "no JSON": b"{",
    "NUL": b'{"claim": "\\u0000"}',
}


@pytest.mark.parametrize("body", BODIES)
@pytest.mark.parametrize("path", ["/api/following", "/api/addresses", "/api/stories"])
def test_bodies_that_are_off_are_refused(path: str, body: str, desk: TestClient) -> None:
    answer = desk.post(path, content=BODIES[body], headers={"content-type": "application/json"})
    assert 400 <= answer.status_code < 500, answer.text
    assert json.loads(answer.text)["title"]


@pytest.mark.parametrize(
    "name",
    [
        "../../../etc/passwd",
        "/etc/passwd",
        "..\\..\\x.txt",
        "a\x00.txt",
        "\u202etxt",
        "x" * 999 + ".txt",
        ".",
        "..",
        "a/" * 99 + "b.txt",
    ],
)
def test_names_of_sent_files_stay_in_their_folder(name: str, tmp_path: Path) -> None:
    placed = tmp_path.joinpath("0", *(uploads._parts_of(name) or ["story.txt"]))
    assert placed.resolve().is_relative_to(tmp_path / "0")
    assert "\0" not in str(placed)


EVIL = (
    "<img src=x onerror=\"document.title='owned'\"><script>document.title='owned'</script>\"'>"
    "<svg onload=alert(1)>{{7*7}}</script>"
)
TEXT = (
    f"The bridge {EVIL} is closed for a year, Nora {EVIL} Field, the transport minister, said on Monday.\n\n"
    f"“The bridge is closed {EVIL},” Field said.\n\nBy Ann {EVIL} Lee\n\nRead more: {EVIL}"
)


@needs_chromium
def test_nothing_in_a_story_runs_in_a_browser(tmp_path: Path) -> None:
    path = tmp_path / "l.sayso"
    fields = {"title": EVIL, "outlet": EVIL, "byline": EVIL, "agency": EVIL, "note": EVIL, "published": "2024-05-06"}
    stories = [story_from_text(TEXT, id=f"a{EVIL}", url=f"javascript:alert(1)//{EVIL}", **fields)]
    stories.append(story_from_text(TEXT + " More.", id="b", url="https://x.example/" + EVIL, **fields))
    with Ledger(path) as ledger:
        list(add_stories(ledger, shipped_model(), stories))
    with serving(path) as address, sync_playwright() as playwright:
        browser = launch_chromium(playwright)
        page = browser.new_page()
        ran: list[str] = []
        page.on("dialog", lambda dialog: (ran.append(dialog.message), dialog.dismiss()))
        page.on("request", lambda one: None if one.url.startswith((address, "data:")) else ran.append(one.url))
        from urllib.parse import quote

        evil, claim = quote(EVIL, safe=""), quote(f"the bridge is closed {EVIL}", safe="")
        places = [
            "/",
            f"/stories/a{evil}",
            "/stories/b",
            f"/claims?claim={claim}",
            f"/search?words=bridge{evil}",
            f"/said?name={evil}",
            "/sources",
            f"/sources?name={evil}",
            f"/sources/{evil}",
            f"/?stopped={evil}",
            f"/claims/report?claim={claim}",
            f"/{evil}",
            f"/taken/{evil}",
            "/stories/b/revisions",
        ]
        for place in places:
            page.goto(address + place)
            page.wait_for_load_state("networkidle")
            assert page.title() != "owned", place
            assert (
                page.locator("img[src=x], svg[onload], script:not([src]):not([type='application/json'])").count() == 0
            ), place
            assert page.locator("a[href^='javascript']").count() == 0, place
        browser.close()
    assert not ran
