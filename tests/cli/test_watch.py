"""`sayso watch` as a person, cron and kill -9 run it."""

import gzip
import json
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from sayso.ingest import story_from_text
from sayso.ledger import Ledger
from sayso.pipeline.adding import add_stories
from sayso.pipeline.models import shipped_model
from sayso.trace.following import follow_claim
from tests.cli.test_cli import run
from tests.watch.site import Answer, Site, item, open_site

CLAIM = "the bridge will close for a year"
FIRST = "“The bridge will close for a year,” Nora Field said on Monday."
SECOND = "“The bridge will close for a year,” Ivo Tan said on Friday."
CAREFREE = ("--allow-private", "--delay", "0")


@pytest.fixture
def site() -> Iterator[Site]:
    with open_site() as opened:
        yield opened


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    path = tmp_path / "l.sayso"
    with Ledger(path) as opened:
        (outcome,) = add_stories(opened, shipped_model(), [story_from_text(FIRST, outlet="The Herald")])
        assert outcome.added
        follow_claim(opened, CLAIM, "ed")
    return path


def lines(text: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.splitlines()]


def begin(*arguments: str | Path) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "sayso", "watch", *map(str, arguments), *CAREFREE]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8")


def wait_for(process: subprocess.Popen[str], event: str) -> None:
    assert process.stdout
    for line in process.stdout:
        if json.loads(line)["event"] == event:
            return
    raise AssertionError(process.stderr and process.stderr.read())


def test_killed_between_adding_and_telling_it_tells_once_when_it_is_started_again(
    site: Site, ledger: Path, tmp_path: Path
) -> None:
    site.page("/b", SECOND)
    site.feed("/rss", item("b", link="/b"))
    told = tmp_path / "told.jsonl"
    given = (f"{site.at}/rss", "--notify-file", told, "--ledger", ledger, "--json")
    with begin(*given) as process:
        wait_for(process, "story")
        process.kill()
    assert not told.exists()
    again = run("watch", *given, *CAREFREE, "--once")
    assert again.returncode == 0, again.stderr
    (message,) = lines(told.read_text("utf-8"))
    assert (message["then"]["standing"], message["now"]["standing"]) == ("single-origin", "corroborated")
    assert [one["event"] for one in lines(again.stdout) if one["event"] in ("story", "told")] == ["told"]
    assert run("watch", *given, *CAREFREE, "--once").stdout == ""
    assert lines(told.read_text("utf-8")) == [message]
    assert site.count("/b") <= 2


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_it_stops_when_it_is_told_to_and_is_alone_until_then(site: Site, ledger: Path, number: signal.Signals) -> None:
    site.feed("/rss", item("b", content=f"<p>{SECOND * 8}</p>"))
    with begin(f"{site.at}/rss", "--ledger", ledger, "--json") as process:
        wait_for(process, "told")
        other = run("watch", f"{site.at}/rss", "--once", "--ledger", ledger, *CAREFREE)
        assert (other.returncode, "watched by another program" in other.stderr) == (1, True)
        process.send_signal(number)
        assert process.wait(60) == 0
        assert process.stderr
        assert "Stopping" in process.stderr.read()


def test_status_tells_what_fails_and_why(site: Site, ledger: Path, tmp_path: Path) -> None:
    site.page("/b", SECOND)
    site.feed("/rss", item("b", link="/b"), item("gone", link="/gone"))
    site.answers["/hook"] = Answer("down", 500)
    listed = tmp_path / "feeds.txt"
    listed.write_text(f"# mine\n{site.at}/rss\n{site.at}/none\n", encoding="utf-8")
    done = run(
        "watch",
        listed,
        "--once",
        "--ledger",
        ledger,
        "--webhook",
        f"{site.at}/hook",
        "--allow-private-webhook",
        *CAREFREE,
    )
    assert done.returncode == 1
    assert done.stdout.startswith(f"“{CLAIM}”: single-origin, 1 side → corroborated")
    assert f"{site.at}/gone is not read: the answer 404" in done.stderr
    failing, fine, channel = lines(run("watch", "--status", "--json", "--ledger", ledger).stdout)
    assert (failing["feed"], failing["failures"], "404" in failing["why"]) == (f"{site.at}/none", 1, True)
    assert (fine["title"], fine["read"], fine["waiting"], fine["refused"]) == ("The Herald", 1, 0, 1)
    assert (channel["untold"], "500" in channel["why"]) == (1, True)
    assert "failing" in run("watch", "--status", "--ledger", ledger).stderr


def test_without_a_flag_loopback_is_refused(site: Site, tmp_path: Path) -> None:
    done = run("watch", f"{site.at}/rss", "--once", "--ledger", tmp_path / "l.sayso")
    assert (done.returncode, site.asked) == (1, [])
    assert "not on the public internet" in done.stderr


@pytest.mark.parametrize("given", [(), ("nowhere.txt",)])
def test_what_cannot_be_watched_is_a_usage_error(tmp_path: Path, given: tuple[str, ...]) -> None:
    assert run("watch", *given, "--ledger", tmp_path / "l.sayso").returncode == 2


def test_a_file_that_is_no_list_is_a_usage_error(tmp_path: Path) -> None:
    story = tmp_path / "story.txt"
    story.write_text("The mayor said no.", encoding="utf-8")
    done = run("watch", story, "--ledger", tmp_path / "l.sayso")
    assert (done.returncode, "no list of feeds" in done.stderr) == (2, True)


OPML = """<opml version="2.0"><body><outline text="Local"><outline type="rss" text="One" xmlUrl="{0}/one"/></outline>
<outline type="rss" text="Two" xmlUrl="{0}/two"/><outline type="rss" text="1" xmlUrl="{0}/one"/></body></opml>"""
SITEMAP = """<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>{0}/a</loc><news:news>
<news:publication_date>2026-03-02T07:00:00Z</news:publication_date></news:news></url></urlset>"""
INDEX = "<sitemapindex><sitemap><loc>{0}/news.xml</loc></sitemap></sitemapindex>"


def watch_once(target: str | Path, ledger: Path) -> subprocess.CompletedProcess[str]:
    return run("watch", target, "--once", "--json", "--ledger", ledger, *CAREFREE)


def test_each_feed_of_an_opml_file_is_watched_once(site: Site, tmp_path: Path) -> None:
    site.feed("/one", item("a", content=FIRST * 8))
    site.feed("/two", item("b", content=SECOND * 8))
    listed, ledger = tmp_path / "feeds.opml", tmp_path / "l.sayso"
    listed.write_text(OPML.format(site.at), encoding="utf-8")
    done = watch_once(listed, ledger)
    assert done.returncode == 0, done.stderr
    stories = [one["feed"] for one in lines(done.stdout) if one["event"] == "story"]
    assert sorted(stories) == [f"{site.at}/one", f"{site.at}/two"]
    assert (site.count("/one"), site.count("/two")) == (1, 1)


@pytest.mark.parametrize("packed", [False, True])
def test_pages_of_a_sitemap_are_read_as_they_come(site: Site, tmp_path: Path, packed: bool) -> None:
    site.page("/a", FIRST)
    body = SITEMAP.format(site.at)
    site.answers["/news.xml"] = Answer(body, kind="application/xml")
    if packed:
        site.answers["/news.xml"] = Answer(kind="application/gzip", data=gzip.compress(body.encode()))
    listed, ledger = tmp_path / "sitemaps.xml", tmp_path / "l.sayso"
    listed.write_text(INDEX.format(site.at), encoding="utf-8")
    for target in (f"{site.at}/news.xml", listed):
        assert watch_once(target, ledger).returncode == 0
    assert (site.count("/news.xml"), site.count("/a")) == (1, 1)
    with Ledger(ledger) as opened:
        (story,) = opened.stories()
    assert (story.text, story.published) == (FIRST, "2026-03-02T07:00:00Z")


def test_a_list_that_names_no_feed_says_what_to_name(site: Site, tmp_path: Path) -> None:
    pages, broken, ledger = tmp_path / "pages.xml", tmp_path / "feeds.opml", tmp_path / "l.sayso"
    pages.write_text(SITEMAP.format(site.at), encoding="utf-8")
    broken.write_text("<opml><body/></opml>", encoding="utf-8")
    for file, told in ((pages, "Name the sitemap by its address"), (broken, "a list without an address")):
        done = watch_once(file, ledger)
        assert (done.returncode, told in " ".join(done.stderr.split())) == (2, True), done.stderr
    site.answers["/index"] = Answer(INDEX.format(site.at), kind="application/xml")
    (failed,) = lines(watch_once(f"{site.at}/index", ledger).stdout)
    assert f"such as {site.at}/news.xml" in failed["why"]
