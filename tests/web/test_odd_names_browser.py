"""Names that are long, or written from right to left, in a real browser; and pages on paper."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from evaluation.serving import serving
from tests.web.browsing import PHONE, needs_chromium
from tests.web.stories import Said, add

pytestmark = needs_chromium

CLOSED = "the ferry is closed"
PAGES = (
    f"/claims?claim={CLOSED}",
    f"/claims/report?claim={CLOSED}",
    f"/search?words={CLOSED}",
    "/sources",
    "/",
    "/stories/long",
)
PIECES_OF = """element => {
  const range = document.createRange();
  range.selectNodeContents(element);
  return range.getClientRects().length;
}"""
"""In how many pieces words stand on the page: one, where they are on one line and nothing lies between them."""


@pytest.fixture(scope="module")
def odd(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    path = tmp_path_factory.mktemp("odd") / "odd.sayso"
    long = "Ferry" * 80
    known = {"title": long, "outlet": long, "published": "2024-05-02"}
    add(
        path,
        f"Today {CLOSED}, {long} said: https://example.org/{long}",
        [Said(CLOSED, f"{long} Tan")],
        id="long",
        **known,
    )
    known = {"title": "جسر النهر", "outlet": "صحيفة النهر", "published": "2024-05-01"}
    add(path, f"Now {CLOSED}, محمود العلي said.", [Said(CLOSED, "محمود العلي")], id="right-to-left", **known)
    with serving(path) as address:
        yield address


@pytest.fixture
def page(browser: Browser, odd: str) -> Iterator[Page]:
    context = browser.new_context(base_url=odd)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("width", [PHONE["width"], 1100])
def test_no_word_is_too_long_for_the_page(page: Page, path: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(path)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_heads_of_a_table_are_not_broken_for_a_long_name(page: Page) -> None:
    page.goto("/sources")
    assert page.locator("th", has_text="Statements").evaluate(PIECES_OF) == 1


def test_a_day_stays_whole_behind_a_name_from_right_to_left(page: Page) -> None:
    page.goto("/stories/right-to-left")
    assert page.locator("main time").first.evaluate(PIECES_OF) == 1
    page.goto(f"/claims?claim={CLOSED}")
    assert (
        page.locator(".rests").evaluate("""element => {
      const name = [...element.querySelectorAll("b")].find(one => one.textContent.startsWith("محمود"));
      const range = document.createRange();
      range.selectNode(name.nextSibling);
      return range.getClientRects().length;
    }""")
        == 1
    )


def test_an_answer_is_copied_with_its_sources(page: Page, odd: str) -> None:
    page.context.grant_permissions(["clipboard-read"], origin=odd)
    page.goto(f"/claims?claim={CLOSED}")
    page.get_by_text("Quote it with its sources").click()
    page.get_by_role("button", name="Copy").click()
    page.get_by_text("Copied").wait_for()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == page.get_by_label("To copy into a document").input_value()
    assert f"محمود العلي: “{CLOSED}” (صحيفة النهر, “جسر النهر”, 1 May 2024)" in copied


def test_what_is_folded_on_the_screen_is_printed(page: Page) -> None:
    page.goto(f"/claims?claim={CLOSED}")
    folded = page.locator("article.card .reports").first
    assert not folded.is_visible()
    assert page.get_by_role("button", name="Follow this claim").is_visible()
    page.emulate_media(media="print")
    assert folded.evaluate(
        "element => element.checkVisibility({contentVisibilityAuto: true}) && element.getClientRects().length > 0"
    )
    assert page.locator("button:visible, form:visible").evaluate_all("all => all.map(one => one.outerHTML)") == []
    assert page.locator("th[scope=row]").first.evaluate(PIECES_OF) == 1
