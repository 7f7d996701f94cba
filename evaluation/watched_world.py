"""A day of news at many feeds of as many kinds, as the web has them: what each answers at some time, and what is asked.

Times are in hours since midnight; news comes and faults happen until the day is over, and then it is quiet.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from email.utils import formatdate
from random import Random

from evaluation.loopback import Answer, Asked

HOSTS = 100
DAY_HOURS = 24.0
IN_A_FEED = 30
CORRECTED_AFTER_HOURS = 3.0
CRAWL_DELAY_SECONDS = 10
REST_SECONDS = 5400
KINDS = (
    "whole", "pages", "whole", "pages", "whole", "atom", "sitemap", "gone", "busy", "failing", "slow", "moved",
    "encoded", "renamed", "corrected", "closed", "asking",
)  # fmt: skip
"""Of the feeds, in turn: stories carried whole or on pages, an Atom feed, a news sitemap; one that answers 404 for
hours, 429 with Retry-After, 500 at times, that comes slowly or not at all, redirects to another host, changes its
encoding, gives items other ids and addresses, corrects its stories, closes some pages by robots.txt, or asks to be
polled rarely."""

CLAIM = "the harbour bridge will close for a year"
_SPEAKERS = {3: "Ada Achter", 9: "Ben Boyle", 15: "Cleo Crane", 21: "Dov Dufour"}
_ENCODINGS = ("utf-8", "iso-8859-1", "utf-16")
_KIND_OF_FEED = "application/rss+xml"


@dataclass(frozen=True, slots=True)
class News:
    """A story: of which feed, its number in it, and when it comes out."""

    feed: int
    number: int
    hour: float

    @property
    def title(self) -> str:
        """What it is told by."""
        return f"Notice {self.feed}-{self.number}"

    def text(self, version: int = 1) -> str:
        """What it says, long enough to be a whole story in a feed."""
        speaker = _SPEAKERS.get(self.number) if self.feed == 0 else None
        said = f"“The harbour bridge will close for a year,” {speaker} said on Monday. " if speaker else ""
        body = f"Notice {self.feed}-{self.number} of the café at the quay, version {version}: the council met. " * 5
        return f"{said}{body}".strip()


@dataclass
class World:
    """The feeds, what they are asked, and when.

    Attributes:
        feeds: How many there are.
        hour: Tells the time.
        hosts: The sites, with their ports.
        asked: Every request with its time in hours.
        rests: Until when which host wants to be left alone.
    """

    feeds: int
    hour: Callable[[], float]
    hosts: list[str] = field(default_factory=list)
    asked: list[tuple[float, Asked, int]] = field(default_factory=list)
    rests: dict[str, float] = field(default_factory=dict)
    news: dict[int, tuple[News, ...]] = field(init=False)

    def __post_init__(self) -> None:
        random = Random(20260302)  # noqa: S311 - made-up times
        self.news = {
            feed: tuple(
                News(feed, number, hour)
                for number, hour in enumerate(
                    sorted(random.uniform(0, DAY_HOURS) for _ in range(24 if feed == 0 else random.randrange(7)))
                )
            )
            for feed in range(self.feeds)
        }

    def host(self, feed: int) -> str:
        """Where a feed is."""
        return self.hosts[feed % len(self.hosts)]

    def address(self, feed: int) -> str:
        """By which a feed is watched."""
        return f"http://{self.host(feed)}/feed/{feed}"

    def is_closed(self, news: News) -> bool:
        """Whether robots.txt closes the page of a story."""
        return KINDS[news.feed % len(KINDS)] == "closed" and news.number % 2 == 1

    def answer(self, asked: Asked) -> Answer:
        """What is answered now; it is written down that it was asked for."""
        hour = self.hour()
        answer = self._answer(asked, hour)
        known = answer.headers.get("etag")
        if known and asked.headers.get("if-none-match") == known:
            answer = Answer(status=304, headers={"etag": known})
        self.asked.append((hour, asked, answer.status))
        return answer

    def _answer(self, asked: Asked, hour: float) -> Answer:
        _, what, *rest = asked.path.split("?")[0].split("/")
        if what == "robots.txt":
            delay = f"Crawl-delay: {CRAWL_DELAY_SECONDS}\n" if asked.host == self.hosts[0] else ""
            return Answer(f"User-agent: *\nDisallow: /closed/\n{delay}".encode(), kind="text/plain")
        feed = int(rest[0])
        if what in ("feed", "real"):
            return self._feed(asked, what, feed, hour)
        news = self.news[feed][int(rest[1])]
        page = f"<html><head><title>{news.title}</title></head><body><p>{news.text()}</p></body></html>"
        return Answer(page.encode())

    def _feed(self, asked: Asked, what: str, feed: int, hour: float) -> Answer:
        kind, spell = KINDS[feed % len(KINDS)], feed // len(KINDS)
        if kind == "moved" and what == "feed":
            return Answer(status=301, headers={"location": f"http://{self.host(feed + 1)}/real/{feed}"})
        if kind == "gone" and hour < 5:
            return Answer(b"not here", 404)
        if kind == "busy" and spell % 4 == 0 and 3 < hour < 4:
            self.rests[asked.host] = hour + REST_SECONDS / 3600
            return Answer(b"later", 429, headers={"retry-after": str(REST_SECONDS)})
        if kind == "failing" and hour < 16 and int(hour * 2) % 5 == 0:
            return Answer(b"oh", 500)
        if kind == "slow" and spell < 2 and 2 < hour < 3.5:
            return Answer(hangs=spell == 0, body=b"." * 400, pauses=300, kind=_KIND_OF_FEED)
        return self._news_of(feed, kind, hour)

    def _news_of(self, feed: int, kind: str, hour: float) -> Answer:
        out = [news for news in self.news[feed] if news.hour <= hour][-IN_A_FEED:]
        versions = [2 if kind == "corrected" and hour > one.hour + CORRECTED_AFTER_HOURS else 1 for one in out]
        encoding = _ENCODINGS[int(hour) % 3] if kind == "encoded" else "utf-8"
        turn = int(hour / 3) if kind == "renamed" else 0
        items = [self._item(one, kind, version, turn) for one, version in zip(out, versions, strict=True)]
        text = {"atom": _atom, "sitemap": _sitemap}.get(kind, _rss)(items, "<ttl>180</ttl>" if kind == "asking" else "")
        data = f'<?xml version="1.0" encoding="{encoding}"?>{text}'.encode(encoding)
        headers = {"etag": f'"{len(out)}-{sum(versions)}-{encoding}-{turn}"'}
        return Answer(data, kind=_KIND_OF_FEED, headers=headers, pauses=2 if kind == "slow" and not feed % 5 else 0)

    def _item(self, news: News, kind: str, version: int, turn: int) -> str:
        place = "closed" if self.is_closed(news) else "page"
        link = f"http://{self.host(news.feed)}/{place}/{news.feed}/{news.number}"
        told, guid = formatdate(1772409600 + news.hour * 3600), link
        if turn % 3 == 1:
            link += f"?utm_source=feed{turn}#top"
        elif turn % 3 == 2:
            guid = f"{link}#{turn}"
        if kind == "sitemap":
            return f"<url><loc>{link}</loc></url>"
        content = news.text(version) if kind not in ("pages", "closed") else ""
        if kind == "atom":
            return (
                f'<entry><id>{guid}</id><title>{news.title}</title><link href="{link}"/><summary>Teaser.</summary>'
                f'<content type="text">{content}</content></entry>'
            )
        whole = f"<content:encoded>{content}</content:encoded>" if content else ""
        return (
            f'<item><guid isPermaLink="false">{guid}</guid><title>{news.title}</title><link>{link}</link>'
            f"<pubDate>{told}</pubDate><description>Teaser.</description>{whole}</item>"
        )


def _rss(items: list[str], head: str) -> str:
    space = 'xmlns:content="http://purl.org/rss/1.0/modules/content/"'
    return f'<rss version="2.0" {space}><channel><title>Herald</title>{head}{"".join(items)}</channel></rss>'


def _atom(items: list[str], _: str) -> str:
    return f'<feed xmlns="http://www.w3.org/2005/Atom"><title>Herald</title>{"".join(items)}</feed>'


def _sitemap(items: list[str], _: str) -> str:
    return f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{"".join(items)}</urlset>'
