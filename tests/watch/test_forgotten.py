"""What was forgotten is not brought back by a feed, and the feed's own list of it is not kept either."""

from datetime import timedelta

import pytest

from sayso.ledger import Ledger
from sayso.ledger.forget import let_back
from sayso.pipeline.upkeep import forget
from sayso.shapes import Json
from tests.watch.site import TEXT, FastClock, Site, Watching, item


@pytest.mark.parametrize("is_whole", [False, True], ids=["a page", "carried whole"])
def test_a_feed_does_not_bring_it_back_until_it_is_let_back(
    site: Site, ledger: Ledger, watching: Watching, clock: FastClock, events: list[Json], is_whole: bool
) -> None:
    def brought(guid: str, link: str, text: str) -> str:
        site.page(link, text)
        return item(guid, link=link, content=text if is_whole else "")

    site.feed("/rss", brought("first", "/secret-slug", TEXT * 6))
    watching(f"{site.at}/rss").run(once=True)
    (story,) = ledger.stories()
    forget(ledger, story.id, "ed", "withdrawn")
    assert "secret-slug" not in "\n".join(ledger.connection.iterdump())
    entries = (
        brought("new guid, other text", "/secret-slug", f"{TEXT * 6} Corrected."),
        brought("new guid and link", "/elsewhere?of=secret-slug", TEXT * 6),
    )
    for feed in ("/rss", "/other"):
        site.feed(feed, *entries)
    events.clear()
    for _ in range(3):
        clock.moment += timedelta(days=1)
        watching(f"{site.at}/rss", f"{site.at}/other").run(once=True)
    refused = [str(event["why"]) for event in events if event["event"] == "refused"]
    assert len(refused) == 1
    assert f"sayso forget {story.id} --let-back" in refused[0]
    assert ledger.count_stories() == 0
    assert "secret-slug" not in "\n".join(ledger.connection.iterdump())
    let_back(ledger, story.id, "ed")
    clock.moment += timedelta(days=1)
    watching(f"{site.at}/rss").run(once=True)
    assert [story.url for story in ledger.stories()] == [f"{site.at}/secret-slug"]
