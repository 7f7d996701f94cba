"""A story, its texts and its sources in a real browser: select, correct, merge, undo, and all of it still there."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from evaluation.serving import serving
from tests.web.browsing import PHONE, listen_for_trouble, needs_chromium
from tests.web.conftest import SEED
from tests.web.stories import Said, add

PATIENCE_MS = 60_000
BRODIE = "/sources/" + quote("person:olena brodie", safe="")
PAGES = (f"/stories/{SEED}", "/stories/bridge", "/stories/bridge/revisions", BRODIE)
SAFE = "The old bridge over the harbour is safe for trams and buses of every kind"
OWN = "Crowds stood along the river bank until late in the evening."

pytestmark = needs_chromium


@pytest.fixture(scope="module")
def place(desk_ledger: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a desk on the demo stories and some of a bridge."""
    path = Path(shutil.copy(desk_ledger, tmp_path_factory.mktemp("story") / "story.sayso"))
    engineer, mayor = Said(SAFE, "Olena Brodie"), Said("Nobody need walk", "Mayor Brodie")
    add(path, f"It was mild.\n\n{SAFE}, she said.", [engineer], id="first", outlet="Herald", published="2024-12-14")
    add(path, f"{SAFE}, she said.", [engineer], id="bridge", outlet="Post", published="2024-12-15")
    text = f"{SAFE}, she said.\n\n{OWN}\n\nNobody need walk, she said."
    add(path, text, [engineer, mayor], id="bridge", outlet="Post", published="2024-12-15")
    with serving(path) as told:
        yield told


@pytest.fixture
def page(browser: Browser, place: str) -> Iterator[Page]:
    context = browser.new_context(base_url=place)
    context.set_default_timeout(PATIENCE_MS)
    expect.set_options(timeout=PATIENCE_MS)
    shown = context.new_page()
    trouble = listen_for_trouble(shown)
    yield shown
    context.close()
    assert trouble == []


def select(page: Page, words: str) -> None:
    """Select words of the text, without the first and the last letter of them."""
    page.evaluate(
        """words => {
            const line = [...document.querySelectorAll(".text p")].find((one) => one.textContent.includes(words));
            const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
            const range = document.createRange();
            let at = -line.textContent.indexOf(words);
            while (walker.nextNode()) {
                const length = walker.currentNode.length;
                if (at <= 1 && at + length > 1) range.setStart(walker.currentNode, 1 - at);
                const end = words.length - 1;
                if (at < end && at + length >= end) range.setEnd(walker.currentNode, end - at);
                at += length;
            }
            getSelection().removeAllRanges();
            getSelection().addRange(range);
        }""",
        words,
    )


def test_selected_words_become_somebodys_stay_so_and_are_undone(page: Page) -> None:
    page.goto("/stories/bridge")
    select(page, "along the river bank")
    expect(page.get_by_role("button", name="Whose words are these?")).to_be_visible()
    page.keyboard.press("s")
    form = page.get_by_role("dialog", name="Whose words are these?")
    expect(form.get_by_label("The words")).to_have_value("along the river bank")
    expect(form.get_by_label("Whose")).to_be_focused()
    form.get_by_label("Whose").fill("Ivo Tan")
    form.get_by_role("button", name="Decide").click()
    made = page.locator(".statements li", has_text="Ivo Tan’s words, judged by")
    expect(made).to_have_count(1)
    page.reload()
    expect(made).to_have_count(1)
    assert page.locator('.text .content[data-s="2"]').all_inner_texts() == ["along the river bank"]
    made.focus()
    page.keyboard.press("u")
    expect(made).to_have_count(0)


def test_a_sentence_is_chosen_without_a_mouse(page: Page) -> None:
    page.goto("/stories/bridge")
    page.locator("#add-statement").press("Enter")
    form = page.get_by_role("dialog", name="Whose words are these?")
    form.get_by_label("Take a sentence").select_option(OWN)
    expect(form.get_by_label("The words")).to_have_value(OWN)
    page.keyboard.press("Escape")
    expect(form).to_be_hidden()
    expect(page.locator("#add-statement")).to_be_focused()


def test_words_of_a_statement_are_said_to_be_part_of_it(page: Page) -> None:
    page.goto("/stories/bridge")
    select(page, "safe for trams")
    page.keyboard.press("s")
    expect(page.locator("#within")).to_contain_text("stand in a statement already (Olena Brodie)")


def test_rails_stand_beside_what_is_shared(page: Page) -> None:
    page.goto("/stories/bridge")
    shared = page.locator(".text p [data-r='0']")
    assert "".join(shared.all_inner_texts()) == f"{SAFE}, she said"
    rail, words = page.locator(".rails rect").bounding_box(), shared.first.bounding_box()
    assert rail
    assert words
    assert rail["x"] < words["x"]
    assert abs(rail["y"] - words["y"]) < words["height"] / 2
    page.locator(".rail-heads [data-r='0']").focus()
    expect(page.locator(".text .shared-here")).to_have_count(shared.count())
    page.locator(".rail-heads [data-r='0']").press("Enter")
    page.wait_for_url("**/stories/first")


def test_keys_are_listed_and_do_nothing_while_somebody_types(page: Page) -> None:
    page.goto("/stories/bridge")
    page.keyboard.press("j")
    page.keyboard.press("?")
    keys = page.get_by_role("dialog", name="Keys")
    expect(keys).to_be_visible()
    page.keyboard.press("x")
    page.keyboard.press("Escape")
    expect(keys).to_be_hidden()
    expect(page.locator("#s0")).to_be_focused()
    page.get_by_role("button", name="Keys").click()
    expect(keys).to_be_visible()
    keys.get_by_role("button", name="Close").click()
    page.get_by_label("A claim to trace").press_sequentially("jaxsmu?")
    expect(keys).to_be_hidden()
    assert page.url.endswith("/stories/bridge")
    expect(page.locator(".statements .judged")).to_have_count(0)


def test_two_sources_are_made_one_by_a_key_and_undone(page: Page) -> None:
    page.goto("/stories/bridge")
    page.keyboard.press("j")
    page.keyboard.press("m")
    page.wait_for_url(f"**{BRODIE}#other")
    page.goto(BRODIE)
    page.keyboard.press("m")
    expect(page.get_by_label("Another source")).to_be_focused()
    page.keyboard.type("Mayor Brodie")
    page.get_by_role("button", name="Same source").last.click()
    decided = page.locator(".same li", has_text="Same source: Mayor Brodie")
    expect(decided).to_have_count(1)
    expect(page.locator(".lead")).to_contain_text("3 statements")
    page.reload()
    expect(decided).to_have_count(1)
    decided.focus()
    page.keyboard.press("u")
    expect(decided).to_have_count(0)
    expect(page.locator(".lead")).to_contain_text("2 statements")


def test_texts_are_compared_from_the_story(page: Page) -> None:
    page.goto("/stories/bridge")
    page.get_by_role("link", name="what changed").click()
    assert OWN in page.locator(".compared ins").all_inner_texts()[-1]
    page.get_by_label("Newer text").select_option("1")
    page.get_by_role("button", name="Compare").click()
    expect(page.get_by_text("No word changed")).to_be_visible()


@pytest.mark.parametrize("path", PAGES)
def test_no_page_is_wider_than_a_phone(page: Page, path: str) -> None:
    page.set_viewport_size(PHONE)
    page.goto(path)
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_no_serious_fault(browser: Browser, place: str, path: str, scheme: str) -> None:
    context = browser.new_context(base_url=place, color_scheme=scheme, bypass_csp=True)
    page = context.new_page()
    page.goto(path)
    if page.locator("#add-statement").count():
        page.locator("#add-statement").click()
    found = Axe().run(page).response["violations"]
    context.close()
    assert [(one["id"], one["nodes"][0]["html"]) for one in found if one["impact"] in ("serious", "critical")] == []
