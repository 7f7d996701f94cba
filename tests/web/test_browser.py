"""The pages in a real browser where there is a chromium; SAYSO_BROWSER=required makes it a fault that there is none."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.web.browsing import PHONE, listen_for_trouble, needs_chromium
from tests.web.conftest import SEED

CLAIM = "North Korean soldiers used in assaults in Kursk"
REPORT = f"/claims/report?claim={CLAIM}"
PAGES = ("/", f"/stories/{SEED}", f"/claims?claim={CLAIM}", "/sources", "/said?name=Zelensky", "/nowhere", REPORT)

pytestmark = needs_chromium


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    context = browser.new_context(base_url=address)
    shown = context.new_page()
    trouble = listen_for_trouble(shown)
    yield shown
    context.close()
    assert not [each for each in trouble if "404" not in each]


def test_from_the_first_screen_to_the_origin_in_three_steps(page: Page) -> None:
    page.goto("/")
    page.get_by_label("A claim to trace").fill(CLAIM)
    page.get_by_role("button", name="Trace").click()
    assert page.get_by_role("heading", level=1).inner_text() == CLAIM
    card = page.locator("article.card").filter(has=page.get_by_role("heading", name="Volodymyr Zelensky")).first
    card.locator("summary").click()
    card.locator(".reports").get_by_role("link").first.click()
    assert "/stories/" in page.url
    assert page.locator(".statements li.here").count() == 1


def test_words_and_margin_show_each_other(page: Page) -> None:
    page.goto(f"/stories/{SEED}")
    page.locator('.text .content[data-s="1"]').first.click()
    assert page.locator(".statements li.here").get_attribute("id") == "s1"
    page.locator("#s3").click()
    assert page.locator(".text .here").first.get_attribute("data-s") == "3"


def test_keys_go_from_one_statement_to_the_next(page: Page) -> None:
    page.goto(f"/stories/{SEED}")
    for key, wanted in (("j", "s0"), ("j", "s1"), ("k", "s0"), ("k", "s8")):
        page.keyboard.press(key)
        assert page.evaluate("document.activeElement.id") == wanted


def test_a_speaker_is_corrected_by_keys_and_the_decision_is_undone(page: Page) -> None:
    page.goto(f"/stories/{SEED}")
    page.keyboard.press("j")
    page.keyboard.press("x")
    page.locator("#s0 .judged").wait_for()
    assert page.locator("#s0 .judged").inner_text().startswith("nobody’s words, judged by")
    page.reload()
    assert page.locator("#s0 .judged").count() == 1
    page.locator("#s0").focus()
    page.keyboard.press("s")
    page.keyboard.press("u")
    page.locator("#s0 button[data-key=a]").wait_for()
    page.locator("#s0 summary").click()
    page.locator("#s0").get_by_label("Whose").fill("Vladimir Putin")
    page.locator("#s0").get_by_role("button", name="Decide").click()
    page.locator("#s0 .judged").wait_for()
    assert "Vladimir Putin’s words" in page.locator("#s0 .judged").inner_text()
    page.locator("#s0").get_by_role("button", name="Undo").click()
    page.locator("#s0 button[data-key=a]").wait_for()


def test_while_the_desk_does_not_answer_the_page_of_what_is_read_says_so(browser: Browser, address: str) -> None:
    page = browser.new_page(base_url=address)
    page.goto("/")
    page.get_by_label("A text").fill("“The bridge is safe,” Mayor Olena Brodie said. " * 200)
    page.route("**/progress", lambda route: route.abort())
    page.get_by_role("button", name="Read it").click()
    page.get_by_text("The desk does not answer.").wait_for()
    page.unroute("**/progress")
    page.wait_for_url("**/stories/*")
    page.close()


def test_files_that_the_desk_does_not_take_are_told(browser: Browser, address: str, tmp_path: Path) -> None:
    story = tmp_path / "story.txt"
    story.write_text("“The bridge is safe,” she said.", encoding="utf-8")
    page = browser.new_page(base_url=address)
    page.goto("/")
    page.route("**/api/files", lambda route: route.abort())
    page.get_by_label("Files").set_input_files(story)
    page.get_by_text("0 of 1 files were sent. The desk does not answer.").wait_for()
    page.close()


def test_a_pasted_story_is_read(page: Page) -> None:
    page.goto("/")
    page.get_by_label("A text").fill("“The bridge is safe,” Mayor Olena Brodie said on Monday.")
    page.get_by_label("Outlet").fill("Harborton Herald")
    page.get_by_role("button", name="Read it").click()
    page.wait_for_url("**/stories/*")
    assert "Olena Brodie" in page.locator(".statements").inner_text()


@pytest.mark.parametrize("path", PAGES)
def test_no_page_is_wider_than_a_phone(page: Page, path: str) -> None:
    page.set_viewport_size(PHONE)
    page.goto(path)
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


def test_who_speaks_is_read_on_a_phone_without_moving_the_table(page: Page) -> None:
    page.set_viewport_size(PHONE)
    page.goto("/sources")
    assert page.get_by_role("columnheader", name="Stories").is_visible()
    assert page.locator(".wide").evaluate("one => one.scrollWidth <= one.clientWidth")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_no_serious_fault(browser: Browser, address: str, path: str, scheme: str) -> None:
    context = browser.new_context(base_url=address, color_scheme=scheme, bypass_csp=True)
    page = context.new_page()
    page.goto(path)
    found = Axe().run(page).response["violations"]
    context.close()
    assert [(one["id"], one["nodes"][0]["html"]) for one in found if one["impact"] in ("serious", "critical")] == []


def test_the_report_of_a_claim_prints_and_loads_nothing_more(page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(REPORT)
    printed = page.pdf(prefer_css_page_size=True)
    assert printed.startswith(b"%PDF")
    assert len(asked) == 1
    assert page.evaluate("getComputedStyle(document.body).maxWidth") == "800px", "its own style was not let in"


def test_the_first_screen_weighs_little(page: Page) -> None:
    sizes: list[int] = []
    page.on("response", lambda answer: sizes.append(len(answer.body())))
    page.goto("/", wait_until="networkidle")
    assert 0 < sum(sizes) <= 400_000
