"""How hosts are asked: by robots.txt, apart, and no more than they say."""

from dataclasses import replace
from datetime import timedelta
from email.utils import format_datetime

import pytest

from sayso.ledger import Ledger
from sayso.ledger.feeds import find_feed, find_host
from sayso.shapes import Json
from sayso.watch.polling import Poller, take_up
from sayso.watch.visiting import RefusedError, RestingError, Visitor
from tests.watch.site import BEGIN, TEXT, Answer, FastClock, Site, Watching, item, open_site, texts


def test_robots_are_obeyed_and_asked_for_once_a_day(
    site: Site, watching: Watching, clock: FastClock, events: list[Json]
) -> None:
    site.answers["/robots.txt"] = Answer("User-agent: *\nDisallow: /*?print\nAllow: /\n", kind="text/plain")
    site.page("/a", TEXT)
    site.feed("/rss", item("a", link="/a"), item("b", link="/b?print=1"))
    watching(f"{site.at}/rss").run(once=True)
    assert site.count("/a") == 1
    assert site.count("/b?print=1") == 0
    (refused,) = (event for event in events if event["event"] == "refused")
    assert "robots.txt does not allow it" in str(refused["why"])
    for hours, count in ((23, 1), (2, 2)):
        clock.moment += timedelta(hours=hours)
        watching(f"{site.at}/rss").run(once=True)
        assert site.count("/robots.txt") == count


def test_robots_outlive_the_program(site: Site, ledger: Ledger, clock: FastClock) -> None:
    site.answers["/robots.txt"] = Answer("User-agent: sayso\nDisallow: /\n", kind="text/plain")
    for _ in range(2):
        with pytest.raises(RefusedError, match="robots"):
            Visitor(ledger, clock, allow_private=True).visit(f"{site.at}/a")
    assert [path for path, _ in site.asked] == ["/robots.txt"]


def test_where_robots_cannot_be_had_nothing_is_fetched(site: Site, watching: Watching, ledger: Ledger) -> None:
    site.answers["/robots.txt"] = Answer("broken", 500)
    site.feed("/rss", item("a", content=TEXT * 6))
    watched = watching(f"{site.at}/rss")
    watched.run(once=True)
    assert (site.count("/rss"), watched.problems) == (0, 1)


def test_requests_to_a_host_are_apart(site: Site, watching: Watching, clock: FastClock, poller: Poller) -> None:
    site.answers["/robots.txt"] = Answer("User-agent: *\nCrawl-delay: 7\n", kind="text/plain")
    for name in "abcd":
        site.page(f"/{name}", f"{TEXT} {name}")
    site.feed("/rss", *(item(name, link=f"/{name}") for name in "abcd"))
    watching(f"{site.at}/rss").run(once=True)
    assert clock.now() - BEGIN >= timedelta(seconds=2 + 4 * 7)


@pytest.mark.parametrize("status", [429, 503])
@pytest.mark.parametrize("as_date", [False, True])
def test_a_host_that_is_busy_is_left_alone_for_as_long_as_it_says(
    site: Site, ledger: Ledger, watching: Watching, clock: FastClock, status: int, as_date: bool
) -> None:
    until = BEGIN + timedelta(hours=5)
    said = format_datetime(until) if as_date else "18000"
    site.feed("/rss", item("a", content=TEXT * 6))
    site.answers["/busy"] = Answer("busy", status, headers={"retry-after": said})
    watching(f"{site.at}/busy", f"{site.at}/rss").run(once=True)
    feed = find_feed(ledger, f"{site.at}/busy")
    assert feed
    assert abs(feed.next_at - until) < timedelta(minutes=1)
    assert "wants to be left alone until 2026-03-02 13:00" in str(feed.problem)
    assert site.count("/rss") == 0
    assert find_host(ledger, site.at).rest_until is not None
    with pytest.raises(RestingError):
        Visitor(ledger, clock, allow_private=True).visit(f"{site.at}/rss")
    clock.moment = until + timedelta(minutes=1)
    watching(f"{site.at}/rss").run(once=True)
    assert texts(ledger) == {(TEXT * 6).strip()}


def test_a_feed_that_asks_for_less_is_polled_less(site: Site, watching: Watching, clock: FastClock) -> None:
    site.feed("/ttl", head="<ttl>480</ttl>", etag='"1"')
    site.feed("/period", head="<sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>3</sy:updateFrequency>")
    clock.until = BEGIN + timedelta(days=2)
    watching(f"{site.at}/ttl", f"{site.at}/period").run()
    assert 6 <= site.count("/ttl") <= 8
    assert 6 <= site.count("/period") <= 8


def test_redirects_are_followed_as_politely(site: Site, watching: Watching, ledger: Ledger) -> None:
    with open_site() as other:
        other.answers["/robots.txt"] = Answer("User-agent: *\nDisallow: /closed\n", kind="text/plain")
        other.feed("/rss", item("a", content=TEXT * 6))
        site.answers["/rss"] = Answer(status=301, headers={"location": f"{other.at}/rss"})
        site.answers["/closed"] = Answer(status=302, headers={"location": f"{other.at}/closed"})
        site.answers["/round"] = Answer(status=302, headers={"location": "/round"})
        watching(f"{site.at}/rss", f"{site.at}/closed", f"{site.at}/round").run(once=True)
        assert [path for path, _ in other.asked] == ["/robots.txt", "/rss"]
    assert ledger.count_stories() == 1
    assert "robots" in str(getattr(find_feed(ledger, f"{site.at}/closed"), "problem", ""))
    assert "redirects" in str(getattr(find_feed(ledger, f"{site.at}/round"), "problem", ""))


def test_private_addresses_are_refused_unless_allowed(site: Site, ledger: Ledger, poller: Poller) -> None:
    careful = replace(poller, visitor=Visitor(ledger, poller.clock))
    (feed,) = take_up(ledger, [f"{site.at}/rss"], poller.clock.now()).values()
    assert "not on the public internet" in str(careful.poll(feed).problem)
    assert site.asked == []


def test_the_first_request_after_robots_txt_waits_for_what_it_asks(
    site: Site, watching: Watching, clock: FastClock
) -> None:
    site.answers["/robots.txt"] = Answer("User-agent: *\nCrawl-delay: 9\n", kind="text/plain")
    asked_at: list[timedelta] = []

    def answer() -> Answer:
        asked_at.append(clock.now() - BEGIN)
        return Answer(rss_of_nothing, kind="application/rss+xml")

    rss_of_nothing = '<rss version="2.0"><channel><title>x</title></channel></rss>'
    site.answers["/rss"] = answer
    watching(f"{site.at}/rss").run(once=True)
    assert asked_at == [timedelta(seconds=9)]
