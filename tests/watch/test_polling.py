"""Polling against a real server: what is new is read once, and the host is asked as it wants to be."""

from datetime import timedelta

import pytest

from sayso.ledger import Ledger
from sayso.ledger.feeds import find_feed, next_pages
from sayso.shapes import Json
from sayso.watch import polling, reading
from sayso.watch.polling import MOST_TRIES, Poller, take_up
from sayso.watch.watching import Watch
from tests.watch.site import BEGIN, TEXT, Answer, FastClock, Site, Watching, item, texts


def test_a_summary_is_fetched_as_a_page_and_a_whole_text_is_not(
    site: Site, ledger: Ledger, watching: Watching, events: list[Json]
) -> None:
    site.page("/a", TEXT)
    whole = f"<p>{TEXT * 6}</p>"
    site.feed(
        "/rss",
        item("a", link="/a#top", published="Mon, 02 Mar 2026 07:00:00 GMT"),
        item("b", link="/b", content=whole),
        item("c", content=whole.replace("Field", "Ito")),
    )
    watching(f"{site.at}/rss").run(once=True)
    assert [path for path, _ in site.asked] == ["/robots.txt", "/rss", "/a"]
    stories = {story.url: story for story in ledger.stories()}
    assert set(stories) == {f"{site.at}/a#top", f"{site.at}/b", None}
    assert (stories[f"{site.at}/a#top"].text, stories[f"{site.at}/a#top"].published) == (
        TEXT.strip(), "2026-03-02T07:00:00+00:00",
    )  # fmt: skip
    assert [event["event"] for event in events] == ["story", "story", "polled", "story"]


def test_nothing_is_read_twice_by_guid_or_address_in_any_feed(
    site: Site, ledger: Ledger, watching: Watching, clock: FastClock
) -> None:
    site.page("/a?utm_source=rss", TEXT)
    site.feed("/one", item("a", link="/a?utm_source=rss"))
    site.feed("/two", item("other", link="/a?utm_medium=feed#x"), item("a2", link="/a"))
    watching(f"{site.at}/one", f"{site.at}/two").run(once=True)
    site.page("/a", f"{TEXT} Changed.")
    site.page("/moved", f"{TEXT} Moved.")
    site.feed("/one", item("a", link="/moved"), item("new guid", link="/a"))
    clock.moment += timedelta(days=1)
    watching(f"{site.at}/one", f"{site.at}/two").run(once=True)
    assert sum(site.count(path) for path in ("/a", "/a?utm_source=rss", "/a?utm_medium=feed", "/moved")) == 1
    assert ledger.count_revisions() == 1


def test_a_feed_is_asked_for_what_changed_since(site: Site, watching: Watching, clock: FastClock) -> None:
    site.feed("/rss", item("a", content=TEXT * 6), etag='"1"')
    site.answers["/rss"].headers["last-modified"] = "Mon, 02 Mar 2026 07:00:00 GMT"
    for _ in range(2):
        watching(f"{site.at}/rss").run(once=True)
        clock.moment += timedelta(days=1)
    first, second = (headers for path, headers in site.asked if path == "/rss")
    assert "if-none-match" not in first
    assert (second["if-none-match"], second["if-modified-since"]) == ('"1"', "Mon, 02 Mar 2026 07:00:00 GMT")


def test_a_feed_that_is_not_due_is_left_alone(site: Site, watching: Watching) -> None:
    site.feed("/rss")
    for _ in range(3):
        watching(f"{site.at}/rss").run(once=True)
    assert site.count("/rss") == 1


def test_a_failing_feed_is_asked_less_and_less_and_stops_no_other(
    site: Site, ledger: Ledger, watching: Watching, clock: FastClock, events: list[Json]
) -> None:
    site.feed("/rss", item("a", content=TEXT * 6))
    site.answers["/broken"] = Answer("no feed", kind="text/plain")
    site.answers["/down"] = Answer("down", 500)
    clock.until = BEGIN + timedelta(days=2)
    nowhere = "http://nowhere.invalid/rss"
    watching(f"{site.at}/broken", f"{site.at}/down", nowhere, f"{site.at}/rss").run()
    assert texts(ledger) == {(TEXT * 6).strip()}
    assert 5 <= site.count("/down") <= 9
    assert site.count("/broken") == site.count("/down")
    assert site.count("/rss") >= 24
    for address, why in (("/broken", "neither RSS, Atom nor"), ("/down", "500")):
        feed = find_feed(ledger, f"{site.at}{address}")
        assert feed
        assert why in str(feed.problem)
    site.feed("/down", item("b", content=f"{TEXT * 6} Later."))
    clock.until += timedelta(days=2)
    watching(f"{site.at}/down").run()
    left = find_feed(ledger, f"{site.at}/down")
    assert left
    assert (left.failures, left.problem, ledger.count_stories()) == (0, None, 2)


def test_a_page_that_fails_is_asked_for_again_and_given_up_at_last(
    site: Site, ledger: Ledger, watching: Watching, clock: FastClock, events: list[Json]
) -> None:
    site.feed("/rss", item("a", link="/a"), item("b", link="/b"), item("c", link="/c"))
    site.answers["/a"] = Answer("down", 500)
    site.answers["/c"] = Answer("down", 500)
    clock.until = BEGIN + timedelta(hours=1)
    watching(f"{site.at}/rss").run()
    site.page("/a", TEXT)
    clock.until += timedelta(days=6)
    watching(f"{site.at}/rss").run()
    assert texts(ledger) == {TEXT.strip()}
    assert (site.count("/b"), site.count("/c")) == (1, MOST_TRIES)
    refused = [str(event["address"]) for event in events if event["event"] == "refused"]
    assert refused == [f"{site.at}/b", f"{site.at}/c"]
    assert next_pages(ledger) == []


def test_a_defect_met_in_one_feed_stops_no_other(
    site: Site, ledger: Ledger, watching: Watching, monkeypatch: pytest.MonkeyPatch, events: list[Json]
) -> None:
    site.feed("/one", item("a", link="/a"))
    site.feed("/two", item("b", content=TEXT * 6))
    site.page("/a", TEXT)

    def fail(*_: object) -> object:
        raise RuntimeError("oh")

    monkeypatch.setattr(polling, "read_page", fail)
    watching(f"{site.at}/one", f"{site.at}/two").run(once=True)
    assert texts(ledger) == {(TEXT * 6).strip()}
    assert next_pages(ledger)[0].problem == (
        "sayso failed at it (RuntimeError('oh')). Wanted: what sayso can work with. Report it, with the log."
    )


def test_what_was_killed_while_it_polled_goes_on_without_loss_or_repeat(
    site: Site, ledger: Ledger, poller: Poller, clock: FastClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    site.feed("/rss", *(item(str(n), content=f"{TEXT * 6} {n}") for n in range(3)), item("p", link="/p"), etag='"1"')
    site.page("/p", TEXT)
    (feed,) = take_up(ledger, [f"{site.at}/rss"], clock.now()).values()
    real = polling.save_entry

    def die(opened: Ledger, entry: polling.Entry, moment: object) -> None:
        if entry.guid == "1":
            raise KeyboardInterrupt
        real(opened, entry, clock.now())

    monkeypatch.setattr(polling, "save_entry", die)
    with pytest.raises(KeyboardInterrupt):
        poller.poll(feed)
    monkeypatch.undo()
    assert ledger.count_stories() == 2
    assert find_feed(ledger, feed.address) == feed
    Watch(ledger, poller, (), take_up(ledger, [feed.address], clock.now()), clock.is_over).run(once=True)
    assert (ledger.count_stories(), ledger.count_revisions()) == (4, 4)


def test_a_clock_that_was_set_back_keeps_nothing_waiting_for_longer_than_a_day(
    site: Site, watching: Watching, clock: FastClock, ledger: Ledger
) -> None:
    site.feed("/rss", etag='"1"')
    watching(f"{site.at}/rss").run(once=True)
    clock.moment -= timedelta(days=365)
    clock.until = clock.moment + timedelta(days=2)
    watching(f"{site.at}/rss").run()
    assert site.count("/rss") >= 2


def test_entries_long_gone_from_their_feed_are_forgotten(
    site: Site, watching: Watching, clock: FastClock, ledger: Ledger
) -> None:
    def count() -> int:
        return int(ledger.connection.execute("SELECT count(*) FROM feed_entry").fetchone()[0])

    site.feed("/rss", item("a", content=TEXT * 6), item("b", content=f"{TEXT * 6} b"))
    watching(f"{site.at}/rss").run(once=True)
    site.feed("/rss", item("b", content=f"{TEXT * 6} b"))
    for _ in range(2):
        clock.moment += timedelta(days=46)
        watching(f"{site.at}/rss").run(once=True)
    assert (count(), ledger.count_stories()) == (1, 2)


@pytest.mark.parametrize(
    ("entry", "whole"),
    [
        ({"summary": "word " * 400}, True),
        ({"summary": "word " * 100}, False),
        ({"summary": "word " * 400 + "[…]"}, False),
        ({"summary": "Teaser.", "content": [{"value": f"<p>{'word ' * 60}</p>"}]}, True),
        ({"summary": "Teaser.", "content": [{"value": f"<p>{'word ' * 60}</p><a>Read more</a>"}]}, False),
        ({"summary": "word " * 60, "content": [{"value": "word " * 60}]}, False),
        ({}, False),
    ],
)
def test_whether_an_entry_carries_its_story_whole(entry: Json, whole: bool) -> None:
    assert reading.is_whole(entry) is whole


def test_a_text_that_a_feed_corrects_is_the_next_revision(
    site: Site, ledger: Ledger, watching: Watching, clock: FastClock, events: list[Json]
) -> None:
    site.page("/teaser", TEXT)
    for number in range(3):
        text = f"{TEXT * 6} Version {number // 2}."
        site.feed("/rss", item("a", link="/a", content=text), item("t", link="/teaser"), item("b", content=text))
        watching(f"{site.at}/rss").run(once=True)
        clock.moment += timedelta(days=1)
    added = [event["added"] for event in events if event["event"] == "story"]
    assert sorted(map(str, added)) == ["new", "new", "new", "revised", "revised"]
    assert (ledger.count_stories(), ledger.count_revisions(), site.count("/teaser")) == (3, 5, 1)


def test_a_feed_that_never_gives_the_same_text_twice_is_told_and_left_at_that(
    site: Site,
    ledger: Ledger,
    watching: Watching,
    clock: FastClock,
    events: list[Json],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(polling, "MOST_TEXTS", 3)
    for number in range(6):
        site.feed("/rss", item("a", link="/a", content=f"{TEXT * 6} {number} comments."))
        watching(f"{site.at}/rss").run(once=True)
        clock.moment += timedelta(days=1)
    assert ledger.count_revisions() == 3
    assert [event["why"] for event in events if event["event"] == "refused"] == [
        "it has had 3 texts; later ones are not read, but by sayso add"
    ]
