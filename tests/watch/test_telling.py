"""What is told of claims that are followed, to whom, and that it is told once whatever happens in between."""

import json
from datetime import timedelta
from pathlib import Path

import feedparser
import pytest

from sayso.errors import InputError
from sayso.ingest import story_from_text
from sayso.ledger import Ledger
from sayso.ledger.following import follow, list_followed
from sayso.ledger.tellings import Message, latest_messages, list_undelivered
from sayso.pipeline.adding import add_stories
from sayso.pipeline.models import shipped_model
from sayso.shapes import Json
from sayso.trace.following import follow_claim, tell_development
from sayso.watch import telling
from sayso.watch.channels import FeedFile, NotifyFile, Spoken, Webhook, make_rss
from sayso.watch.telling import deliver, find_turns, note_standings
from tests.watch.site import BEGIN, Answer, FastClock, Site, Watching, item

CLAIM = "the bridge will close for a year"
FIRST = "“The bridge will close for a year,” Nora Field said on Monday."
SECOND = "“The bridge will close for a year,” Ivo Tan said on Friday."
DENIAL = "Mayor Ida Holm denied that the bridge will close for a year."


def add(ledger: Ledger, text: str, outlet: str) -> None:
    for outcome in add_stories(
        ledger, shipped_model(), [story_from_text(text, outlet=outlet, title="A <b>bridge</b>")]
    ):
        assert outcome.rejection is None


@pytest.fixture
def followed(ledger: Ledger) -> Ledger:
    """A ledger with one story and a claim on which it is, which is followed."""
    add(ledger, FIRST, "The Herald")
    follow_claim(ledger, CLAIM, "ed")
    return ledger


@pytest.fixture
def told() -> list[Message]:
    return []


def weigh(ledger: Ledger, *channels: str) -> list[Message]:
    before = len(latest_messages(ledger, 1000))
    find_turns(ledger, channels, BEGIN, lambda _: None)
    messages = latest_messages(ledger, 1000)
    return messages[: len(messages) - before]


def test_what_came_in_by_a_feed_is_told_once_on_every_channel(
    site: Site, followed: Ledger, watching: Watching, clock: FastClock, tmp_path: Path, told: list[Message]
) -> None:
    site.feed("/rss", item("a", link="/a"))
    site.page("/a", SECOND)
    notes, feed = tmp_path / "told.jsonl", tmp_path / "told.xml"
    channels = (
        Spoken("terminal", told.append),
        NotifyFile(notes),
        FeedFile(feed, lambda most: latest_messages(followed, most), "http://127.0.0.1:8765"),
        Webhook(f"{site.at}/hook?token=hush", "s3cret", allow_private=True),
    )
    clock.until = BEGIN + timedelta(days=1)
    watching(f"{site.at}/rss", channels=channels).run()
    (message,) = told
    assert message["text"] == f"“{CLAIM}”: single-origin, 1 side → corroborated, 2 sides: Ivo Tan, Nora Field"
    assert [one["story_id"] for one in message["brought_by"]] != []  # type: ignore[attr-defined]
    assert [json.loads(line) for line in notes.read_text("utf-8").splitlines()] == [message]
    parsed = feedparser.parse(str(feed))
    assert (parsed.bozo, parsed.version) == (False, "rss20")
    assert [(entry.id, entry.title) for entry in parsed.entries] == [(message["id"], message["text"])]
    ((headers, body),) = site.posted
    assert json.loads(body) == message
    assert headers["authorization"] == "Bearer s3cret"
    assert headers["idempotency-key"] == message["id"]
    assert "hush" not in "\n".join(followed.connection.iterdump())


def test_a_claim_that_stands_as_before_is_not_told(followed: Ledger) -> None:
    add(followed, FIRST, "The Tribune")
    assert weigh(followed, "x") == []
    add(followed, SECOND, "The Tribune")
    assert len(weigh(followed, "x")) == 1
    assert weigh(followed, "x") == []
    add(followed, DENIAL, "The Courier")
    (message,) = weigh(followed, "x")
    assert (message["then"]["standing"], message["now"]["standing"]) == ("corroborated", "disputed")  # type: ignore[index]


def test_what_was_seen_on_the_desk_meanwhile_is_told_all_the_same(followed: Ledger) -> None:
    note_standings(followed, BEGIN)
    add(followed, SECOND, "The Tribune")
    follow(followed, CLAIM, tell_development(followed, CLAIM).now, "ed")
    assert list_followed(followed)[0].seen.standing == "corroborated"
    assert len(weigh(followed, "x")) == 1


def test_two_programs_that_weigh_at_once_tell_once(
    followed: Ledger, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(followed, SECOND, "The Tribune")
    real = telling.trace

    def other_first(ledger: Ledger, claim: str) -> object:
        monkeypatch.setattr(telling, "trace", real)
        with Ledger(path) as other:
            assert len(weigh(other, "x")) == 1
        return real(ledger, claim)

    monkeypatch.setattr(telling, "trace", other_first)
    find_turns(followed, ["x"], BEGIN, lambda _: None)
    assert len(latest_messages(followed, 10)) == 1
    assert list_undelivered(followed) == [("x", 1, None)]


def test_what_was_told_and_not_noted_comes_again_with_its_id(followed: Ledger, clock: FastClock) -> None:
    add(followed, SECOND, "The Tribune")
    heard: list[Message] = []

    def die(message: Message) -> None:
        heard.append(message)
        raise KeyboardInterrupt

    weigh(followed, "phone")
    with pytest.raises(KeyboardInterrupt):
        deliver(followed, [Spoken("phone", die)], clock, lambda _: None)
    deliver(followed, [Spoken("phone", heard.append)], FastClock(), lambda _: None)
    deliver(followed, [Spoken("phone", heard.append)], FastClock(), lambda _: None)
    assert len(heard) == 2
    assert heard[0] == heard[1]


def test_a_webhook_that_fails_is_tried_again_in_order(site: Site, followed: Ledger) -> None:
    clock = FastClock()
    hook = Webhook(f"{site.at}/hook", allow_private=True)
    events: list[Json] = []
    add(followed, SECOND, "The Tribune")
    weigh(followed, hook.name)
    add(followed, DENIAL, "The Courier")
    weigh(followed, hook.name)
    site.answers["/hook"] = Answer("down", 500)
    for _ in range(20):
        deliver(followed, [hook], clock, events.append)
        clock.sleep(60)
    assert len(site.posted) == len(events) == 5  # after 0, 1, 3, 7 and 15 minutes
    assert "answers 500" in str(events[0]["why"])
    assert list_undelivered(followed)[0][1] == 2
    site.answers["/hook"] = Answer()
    clock.sleep(3600)
    deliver(followed, [hook], clock, events.append)
    assert list_undelivered(followed) == []
    came = [json.loads(body)["now"]["standing"] for _, body in site.posted]
    assert came == ["corroborated"] * 6 + ["disputed"]


def test_a_webhook_follows_no_redirect_and_reaches_no_private_address(site: Site) -> None:
    site.answers["/hook"] = Answer(status=307, headers={"location": "/other"})
    with pytest.raises(InputError, match="307"):
        Webhook(f"{site.at}/hook", "s3cret", allow_private=True).tell({"id": "1"})
    with pytest.raises(InputError, match="not on the public internet"):
        Webhook(f"{site.at}/hook", "s3cret").tell({"id": "1"})
    assert len(site.posted) == 1


def test_a_line_that_was_half_written_is_gone_on_with(tmp_path: Path) -> None:
    path = tmp_path / "told.jsonl"
    first, second = {"id": "1", "text": "é" * 20}, {"id": "2", "text": "b"}
    NotifyFile(path).tell(first)
    whole = path.read_bytes()
    for cut in range(len(whole) + 1):
        path.write_bytes(whole[:cut])
        NotifyFile(path).tell(first)
        assert path.read_bytes() == whole
    path.write_bytes(b"not ours")
    NotifyFile(path).tell(second)
    assert path.read_bytes() == b'not ours\n{"id": "2", "text": "b"}\n'


def test_a_file_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    for channel in (NotifyFile(tmp_path / "no" / "f"), FeedFile(tmp_path / "no" / "f", lambda _: [], "http://d")):
        with pytest.raises(InputError, match="cannot be written"):
            channel.tell({"id": "1"})


def test_the_feed_is_valid_whatever_the_words() -> None:
    words = "“<b>&amp; ]]>\x00\x0b\uffff \U0001f600 ﷺ”"
    message: Message = {
        "id": "1", "told_at": "2026-03-02T08:00:00+00:00", "text": words, "claim": words,
        "brought_by": [{"outlet": words, "title": "<script>x</script>", "story_id": "a"}],
    }  # fmt: skip
    parsed = feedparser.parse(make_rss([message, message | {"id": "2"}], "http://127.0.0.1:8765"))
    assert (parsed.bozo, len(parsed.entries)) == (False, 2)
    assert parsed.entries[0].link.startswith("http://127.0.0.1:8765/claims?claim=")
    assert "<script>" not in parsed.entries[0].summary
    assert parsed.feed.link == "http://127.0.0.1:8765/"
    assert not feedparser.parse(make_rss([], "http://d")).bozo
