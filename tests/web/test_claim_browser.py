"""The graph and the timeline of a claim in a real browser."""

import json
from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Route, expect

from tests.web.browsing import PHONE, listen_for_trouble, needs_chromium
from tests.web.test_pages import CLAIM

SLOW_MILLISECONDS = 90_000
DATA = '<script id="graph-data" type="application/json">'
COUNT_CLICKS = """addEventListener("click", (event) => {
  if (event.isTrusted) sessionStorage.setItem("clicks", 1 + Number(sessionStorage.getItem("clicks")));
}, true)"""

pytestmark = needs_chromium


@pytest.fixture
def claim(browser: Browser, address: str) -> Iterator[Page]:
    """The claim's page as drawn; nothing was said on the console, and nothing asked for elsewhere."""
    context = browser.new_context(base_url=address)
    context.set_default_timeout(SLOW_MILLISECONDS)
    page = context.new_page()
    trouble = listen_for_trouble(page)
    page.on("request", lambda request: trouble.append(request.url) if not request.url.startswith(address) else None)
    page.goto(f"/claims?claim={CLAIM}")
    page.locator(".vis-item").first.wait_for()
    yield page
    context.close()
    assert trouble == []


def boxes(page: Page) -> list[dict]:
    """The boxes of the graph: their keys, and where they stand on the page."""
    return page.evaluate(
        """() => {
          const canvas = document.querySelector("#graph-drawing > div");
          const place = canvas.getBoundingClientRect();
          return canvas._cyreg.cy.nodes().map((node) => ({
            key: node.id(), origin: node.hasClass("origin"), label: node.data("label"),
            x: node.position("x"), y: node.position("y"),
          }));
        }"""
    )


def click(page: Page, box: dict) -> None:
    page.locator("#graph-drawing").click(position={"x": box["x"], "y": box["y"]})


def chosen(page: Page) -> str:
    return page.evaluate("document.querySelector('#graph-drawing > div')._cyreg.cy.nodes('.chosen')[0].id()")


def test_every_origin_and_report_has_its_box_and_its_line(claim: Page) -> None:
    told = claim.request.get("/api/claims/graph", params={"claim": CLAIM}).json()
    drawn = boxes(claim)
    assert [box["key"] for box in drawn if box["origin"]] == [one["key"] for one in told["origins"]]
    assert {box["key"] for box in drawn} == {one["key"] for one in (*told["origins"], *told["reports"])}
    lines = claim.evaluate(
        "document.querySelector('#graph-drawing > div')._cyreg.cy.edges().map((e) => e.data('label'))"
    )
    assert len(lines) == len(told["steps"])
    assert all(f"{step['how']}\n{100 * step['score']:.0f} %" in lines for step in told["steps"])


def test_from_the_first_screen_to_the_first_origin_and_its_words_in_three_clicks(claim: Page) -> None:
    claim.add_init_script(COUNT_CLICKS)
    claim.goto("/")
    claim.get_by_label("A claim to trace").fill(CLAIM)
    claim.get_by_role("button", name="Trace").click()
    claim.locator(".vis-item").first.wait_for()
    assert "It rests on one origin: Volodymyr Zelensky" in " ".join(claim.locator(".rests").inner_text().split())
    click(claim, next(box for box in boxes(claim) if box["origin"] and box["label"].startswith("Volodymyr")))
    assert "used in assaults" in claim.locator(".beside").inner_text()
    assert claim.evaluate("sessionStorage.getItem('clicks')") == "2"


def test_a_box_leads_to_the_words_in_the_story(claim: Page) -> None:
    box = next(box for box in boxes(claim) if not box["origin"])
    click(claim, box)
    assert chosen(claim) == box["key"]
    claim.locator(".beside a").click()
    claim.locator(".statements li.here").first.wait_for()
    assert "/stories/" in claim.url


def test_keys_step_through_every_box_and_open_the_story(claim: Page) -> None:
    drawn = [box["key"] for box in boxes(claim)]
    claim.locator("#graph-drawing").focus()
    claim.keyboard.press("Home")
    met = [chosen(claim)]
    for _ in drawn[1:]:
        claim.keyboard.press("ArrowDown")
        met.append(chosen(claim))
    assert sorted(met) == sorted(drawn)
    claim.keyboard.press("Home")
    claim.keyboard.press("ArrowRight")
    assert chosen(claim) != met[0]
    claim.keyboard.press("ArrowLeft")
    assert chosen(claim) == met[0]
    claim.keyboard.press("ArrowRight")
    claim.keyboard.press("Enter")
    assert claim.evaluate("document.activeElement.closest('.beside') !== null")
    claim.keyboard.press("Enter")
    claim.wait_for_url("**/stories/**")


def with_copies(route: Route) -> None:
    """The page with forty copies of its first report in it."""
    before, rest = route.fetch().text().split(DATA)
    data, after = rest.split("</script>", 1)
    graph = json.loads(data)
    first = graph["reports"][0]["key"]
    for number in range(40):
        graph["reports"].append({**graph["reports"][0], "key": f"{first}c{number}"})
        graph["steps"].append({**graph["steps"][0], "start": first, "end": f"{first}c{number}", "how": "copied"})
    route.fulfill(body=f"{before}{DATA}{json.dumps(graph)}</script>{after}", content_type="text/html; charset=utf-8")


def test_many_copies_are_one_box_that_opens(claim: Page) -> None:
    claim.route("**/claims?*", with_copies)
    claim.reload()
    claim.locator(".vis-item").first.wait_for()
    before = boxes(claim)
    (fold,) = [box for box in before if box["label"] == "+37 copies"]
    click(claim, fold)
    assert [box["label"] for box in boxes(claim) if box["key"].endswith("+")] == ["+7 copies"]
    assert len(boxes(claim)) == len(before) + 30


def test_the_timeline_has_every_dated_report_and_is_moved_by_buttons(claim: Page) -> None:
    told = claim.request.get("/api/claims/timeline", params={"claim": CLAIM}).json()
    count = sum(map(int, claim.locator(".vis-item.tint .vis-item-content").all_inner_texts()))
    assert count == sum(len(day["reports"]) for day in told["days"])
    assert claim.locator(".vis-item.step").count() == len(told["turns"])
    covers = claim.locator(".time-covers")
    before = covers.inner_text()
    for _ in range(3):
        claim.get_by_role("button", name="Closer").click()
    expect(covers).not_to_have_text(before)
    claim.get_by_role("button", name="All of it").click()
    expect(covers).to_have_text(before)
    claim.locator(".vis-item.tint").first.click()
    assert claim.locator(".time-chosen a").count() >= 1


def test_on_a_phone_every_box_of_the_timeline_is_whole(browser: Browser, address: str) -> None:
    context = browser.new_context(base_url=address, viewport=PHONE)
    context.set_default_timeout(SLOW_MILLISECONDS)
    page = context.new_page()
    page.goto(f"/claims?claim={CLAIM}")
    page.locator(".vis-item").first.wait_for()
    frame = page.locator(".vis-panel.vis-center").bounding_box()
    drawn = [one.bounding_box() for one in page.locator(".vis-item.tint").all()]
    standings = page.locator(".step-standing").all()
    cut = [
        one.inner_text() for one in standings if one.evaluate("(e) => e.offsetWidth > e.closest('.step').offsetWidth")
    ]
    page.locator(".vis-item.tint").first.click()
    line = page.locator(".time-chosen li").first.inner_text()
    context.close()
    assert drawn
    assert all(frame["x"] <= box["x"] and box["x"] + box["width"] <= frame["x"] + frame["width"] for box in drawn)
    assert cut == []
    assert "December 2024" in line


def test_the_wheel_over_graph_and_timeline_scrolls_the_page(claim: Page) -> None:
    for place in ("#graph-drawing", "#time-drawing"):
        claim.locator(place).scroll_into_view_if_needed()
        claim.locator(place).hover()
        before = claim.evaluate("scrollY")
        claim.mouse.wheel(0, -60)
        claim.wait_for_function("(before) => scrollY < before", arg=before)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious_with_list_and_table_open(browser: Browser, address: str, scheme: str) -> None:
    context = browser.new_context(base_url=address, color_scheme=scheme, bypass_csp=True, viewport=PHONE)
    context.set_default_timeout(SLOW_MILLISECONDS)
    page = context.new_page()
    page.goto(f"/claims?claim={CLAIM}")
    page.locator(".vis-item").first.wait_for()
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    found = Axe().run(page).response["violations"]
    width = page.evaluate("document.documentElement.scrollWidth")
    context.close()
    assert [(one["id"], one["nodes"][0]["html"]) for one in found if one["impact"] in ("serious", "critical")] == []
    assert width <= PHONE["width"]


def test_without_a_script_list_and_table_are_open(browser: Browser, address: str) -> None:
    context = browser.new_context(base_url=address, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"/claims?claim={CLAIM}", timeout=SLOW_MILLISECONDS)
    assert page.locator(".as-list .node").first.is_visible()
    assert page.locator(".as-table tbody tr").first.is_visible()
    assert not page.locator("#graph-drawing").is_visible()
    context.close()


def test_the_list_is_what_is_printed(claim: Page) -> None:
    claim.emulate_media(media="print")
    assert not claim.locator("#graph-drawing").is_visible()
    assert claim.locator(".as-list .node").first.bounding_box()["height"] > 0


def test_a_day_is_chosen_and_the_claim_shown_as_of_it(claim: Page) -> None:
    every = claim.locator(".headline").inner_text()
    claim.get_by_label("As of").fill("2024-12-14")
    claim.get_by_role("button", name="Show").click()
    expect(claim.locator(".headline")).to_contain_text("as of 14 December 2024")
    expect(claim.get_by_label("As of")).to_have_value("2024-12-14")
    claim.get_by_role("link", name="Count all days").click()
    expect(claim.locator(".headline")).to_have_text(every)


def test_what_is_decided_is_told_and_undone(claim: Page) -> None:
    card = claim.locator("article.card").first
    card.locator("summary").click()
    words = card.locator(".reports .quote").first.inner_text()
    card.get_by_role("button", name="Neither").first.click()
    decided = claim.get_by_role("region", name="Decided on this claim")
    expect(decided.locator("li")).to_have_count(1)
    expect(decided).to_contain_text(words)
    expect(decided).to_be_in_viewport()
    decided.locator("li").focus()
    claim.keyboard.press("u")
    expect(decided).to_have_count(0)
