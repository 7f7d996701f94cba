"""The first screen in a real browser: drop files and folders, follow a claim, and go from the demo to its origin."""

import json
import re
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from evaluation.serving import serving
from sayso.ingest.demo import DEMO_CLAIMS
from tests.web.browsing import PHONE, listen_for_trouble, needs_chromium

PATIENCE_MS = 120_000
CLAIM = DEMO_CLAIMS[1]
EARLY, LATER = ("f01", "f03"), ("f02", "f05")

pytestmark = needs_chromium


@pytest.fixture
def desk(browser: Browser, tmp_path: Path) -> Iterator[Page]:
    """A page of a desk on an empty ledger."""
    expect.set_options(timeout=PATIENCE_MS)
    with serving(tmp_path / "own.sayso") as address:
        context = browser.new_context(base_url=address)
        context.set_default_timeout(PATIENCE_MS)
        shown = context.new_page()
        trouble = listen_for_trouble(shown)
        yield shown
        context.close()
    assert trouble == []


def demo_rows(*ids: str) -> list[dict[str, str]]:
    lines = (files("sayso") / "demo" / "stories.jsonl").read_text(encoding="utf-8").splitlines()
    return [row for row in map(json.loads, lines) if row["id"] in ids]


def write_rows(path: Path, *ids: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(json.dumps(row) + "\n" for row in demo_rows(*ids)), encoding="utf-8")
    return path


def drop(page: Page, *paths: Path) -> None:
    """Drop files and folders onto the page, as the system does."""
    devtools = page.context.new_cdp_session(page)
    data = {"items": [], "files": [str(path) for path in paths], "dragOperationsMask": 1}
    for kind in ("dragEnter", "dragOver", "drop"):
        devtools.send("Input.dispatchDragEvent", {"type": kind, "x": 200, "y": 200, "data": data})


def test_a_folder_and_a_file_are_dropped_read_and_listed(desk: Page, tmp_path: Path) -> None:
    folder = tmp_path / "given"
    write_rows(folder / "deep" / "er" / "some.jsonl", "f01", "f02")
    (folder / "deep" / "broken.html").write_text("", encoding="utf-8")
    (folder / ".hidden").write_text("nothing", encoding="utf-8")
    other = write_rows(tmp_path / "other.jsonl", "f06")
    desk.goto("/")
    drop(desk, folder, other)
    desk.wait_for_url("**/taken/*")
    expect(desk.get_by_role("heading", level=1)).to_have_text("3 stories taken in, 1 not read")
    assert "given/deep/broken.html: an empty file" in desk.locator("main").inner_text()
    desk.goto("/")
    assert "f06" in " ".join(one.get_attribute("href") or "" for one in desk.locator(".lately a").all())
    drop(desk, other)
    desk.wait_for_url("**/stories/f06")


def test_files_that_a_script_drops_are_taken_too(desk: Page) -> None:
    desk.goto("/")
    given = desk.evaluate_handle(
        """(rows) => {
            const data = new DataTransfer();
            for (const row of rows) data.items.add(new File([JSON.stringify(row)], `${row.id}.json`));
            return data;
        }""",
        demo_rows("f01", "f02"),
    )
    desk.dispatch_event("#drop", "drop", {"dataTransfer": given})
    desk.wait_for_url("**/taken/*")
    expect(desk.get_by_role("heading", level=1)).to_have_text("2 stories taken in")


def test_chosen_files_and_folders_are_sent_at_once(desk: Page, tmp_path: Path) -> None:
    write_rows(tmp_path / "given" / "in" / "some.jsonl", "f01")
    desk.goto("/")
    desk.get_by_label("A whole folder").set_input_files(tmp_path / "given")
    desk.wait_for_url("**/stories/f01")
    desk.goto("/")
    desk.get_by_label("Files").set_input_files(write_rows(tmp_path / "one.jsonl", "f02"))
    desk.wait_for_url("**/stories/f02")


def test_a_file_that_is_too_large_is_not_even_sent(desk: Page, tmp_path: Path) -> None:
    desk.goto("/")
    desk.evaluate("document.querySelector('#drop').dataset.largest = '100'")
    drop(desk, write_rows(tmp_path / "large.jsonl", "f01"))
    expect(desk.locator("#drop .status")).to_contain_text("large.jsonl is too large")


@pytest.mark.parametrize(
    ("words", "field"), [("https://example.org/story", "An address"), ("“It is over,” she said.", "A text")]
)
def test_words_that_are_pasted_anywhere_go_to_their_field(desk: Page, words: str, field: str) -> None:
    desk.goto("/")
    desk.evaluate(
        """(words) => {
            const clipboardData = new DataTransfer();
            clipboardData.setData("text/plain", words);
            document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true }));
        }""",
        words,
    )
    expect(desk.get_by_label(field)).to_have_value(words)


def test_forms_work_without_script(browser: Browser, tmp_path: Path) -> None:
    with serving(tmp_path / "plain.sayso") as address:
        context = browser.new_context(base_url=address, java_script_enabled=False)
        page = context.new_page()
        page.goto("/")
        page.get_by_label("Files").set_input_files(write_rows(tmp_path / "some.jsonl", "f01", "f02"))
        page.get_by_role("button", name="Take in").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("2 stories taken in")
        context.close()


def test_a_claim_is_followed_by_a_key_and_what_comes_then_is_told(desk: Page, tmp_path: Path) -> None:
    desk.goto("/")
    drop(desk, write_rows(tmp_path / "early.jsonl", *EARLY))
    desk.wait_for_url("**/taken/*")
    expect(desk.get_by_role("heading", level=1)).to_have_text(f"{len(EARLY)} stories taken in")
    desk.goto(f"/claims?claim={CLAIM}")
    desk.locator("h1").click()
    desk.keyboard.press("f")
    desk.get_by_text("You follow this claim").wait_for()
    desk.goto("/")
    card = desk.locator(".followed")
    expect(card).to_contain_text(re.compile("→.* 1 side"))
    assert card.locator(".change").count() == 0
    drop(desk, write_rows(tmp_path / "later.jsonl", *LATER))
    desk.wait_for_url("**/taken/*")
    expect(desk.get_by_role("heading", level=1)).to_have_text(f"{len(LATER)} stories taken in")
    desk.goto("/")
    expect(card.locator(".change")).to_contain_text("since you last looked")
    card.get_by_role("link", name=CLAIM).click()
    desk.locator(".follow .change").wait_for()
    expect(desk.locator(".follow [data-seen]")).to_have_count(0)
    desk.goto("/")
    desk.locator(".followed:not([data-claim])").wait_for()
    assert card.locator(".change").count() == 0
    card.get_by_role("button", name="Stop following").click()
    expect(card).to_have_count(0)
    desk.keyboard.press("u")
    expect(card).to_have_count(1)


def test_from_the_demo_to_its_one_origin_in_three_clicks(desk: Page, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a few of its stories, which are read in a moment."""
    monkeypatch.setattr("sayso.web.taking.read_demo", lambda: (stories_of(*EARLY), stories_of(*LATER)))
    desk.goto("/")
    desk.get_by_role("button", name="Look at ours first").click()
    expect(desk.get_by_role("heading", level=1)).to_have_text("4 stories taken in")
    desk.goto("/")
    clicks = 0
    card = desk.locator(".followed").filter(has_text=CLAIM)
    expect(card).to_contain_text(re.compile(r"stories in \d+ outlets →.* 1 side"))
    card.get_by_role("link", name=CLAIM).click()
    clicks += 1
    assert "resting on 1 origin on 1 side" in desk.locator(".headline").inner_text()
    origin = desk.locator("article.card").filter(has=desk.get_by_role("heading", name="Volodymyr Zelensky"))
    expect(origin).to_have_count(1)
    origin.locator("summary").click()
    origin.locator(".reports").get_by_role("link").first.click()
    clicks += 2
    assert desk.locator(".statements li.here b").inner_text() == "Volodymyr Zelensky"
    assert clicks <= 3


def stories_of(*ids: str) -> list[object]:
    from sayso.ingest.demo import read_demo

    early, later = read_demo()
    return [one for one in (*early, *later) if one.id in ids]  # type: ignore[union-attr]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_serious_fault_in_any_state(browser: Browser, tmp_path: Path, scheme: str) -> None:
    with serving(tmp_path / "own.sayso") as address:
        context = browser.new_context(base_url=address, color_scheme=scheme, bypass_csp=True)  # type: ignore[arg-type]
        page = context.new_page()
        page.goto("/")
        check(page)
        drop(page, write_rows(tmp_path / "some.jsonl", *EARLY), write_rows(tmp_path / "broken.jsonl"))
        page.wait_for_url("**/taken/*")
        expect(page.get_by_role("heading", level=1)).to_contain_text("taken in")
        check(page)
        page.goto(f"/claims?claim={CLAIM}")
        check(page)
        page.keyboard.press("f")
        page.get_by_text("You follow this claim").wait_for()
        for path in ("/", "/following", f"/?stopped={CLAIM}"):
            page.goto(path, wait_until="networkidle")
            check(page)
        context.close()


def check(page: Page) -> None:
    """No serious fault, and no wider than a phone."""
    found = Axe().run(page).response["violations"]
    assert [(one["id"], one["nodes"][0]["html"]) for one in found if one["impact"] in ("serious", "critical")] == []
    before = page.viewport_size
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    page.set_viewport_size(before)  # type: ignore[arg-type]
