"""The report of a claim: all there, nothing from outside, and a picture of how it travelled."""

import hashlib
import re
from base64 import b64encode
from dataclasses import replace
from datetime import UTC, datetime
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import LedgerError
from sayso.export import make_report, write_report
from sayso.export.graph import MOST_STORIES, draw_origin, grow_branches
from sayso.ledger import Ledger
from sayso.ledger.forget import forget_story
from sayso.records import (
    Certainty,
    Evidence,
    Lineage,
    Origin,
    Parent,
    Proposition,
    Report,
    ReuseKind,
    SourceKind,
    Span,
    Stance,
)
from sayso.trace import trace
from tests.export.conftest import ORIGINAL, texts

MADE = datetime(2026, 1, 2, 3, 4, tzinfo=UTC)


class Page(HTMLParser):
    """The text of a page and all that its tags name; every tag is closed."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.text, self.tags, self.named, self.open = "", set[str](), dict[str, list[str]](), list[str]()
        self.feed(page)
        assert not self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        for name, value in attrs:
            self.named.setdefault(name, []).append(value or "")
        if tag not in {"meta", "br"}:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


@pytest.fixture
def page(few: Ledger) -> str:
    return write_report(make_report(few, trace(few, "the pillars are cracked"), MADE))


def test_it_tells_who_when_how_sure_on_what_and_where(page: str) -> None:
    text = " ".join(Page(page).text.split())
    assert "2 reports in 2 outlets, resting on" in text
    for told in ("Nora Field", "Jo Marsh", "1 May 2024", "probable", "document", "judged by ed: his notes"):
        assert told in text, told
    assert "No denial is recorded" in text
    assert "https://tribune.example/b?c=d e" in text
    assert hashlib.sha256(ORIGINAL.encode()).hexdigest() in text
    assert "2 January 2026, 03:04 UTC" in text
    assert "attribution-4 (sayso 0.1.0)" in text


def test_it_loads_nothing_and_runs_nothing(page: str) -> None:
    read = Page(page)
    assert not read.tags & {"script", "link", "img", "iframe", "object", "form"}
    assert not {"src", "srcset", "style", "onload", "onclick"} & read.named.keys()
    assert all(to.startswith(("#story-", "https://")) for to in read.named["href"])
    assert "url(" not in page
    style = re.search("<style>(.*)</style>", page, re.DOTALL)
    assert style is not None
    digest = b64encode(hashlib.sha256(style[1].encode()).digest()).decode()
    (policy,) = [each for each in read.named["content"] if "default-src 'none'" in each]
    assert f"style-src 'sha256-{digest}'" in policy


def test_every_number_leads_to_its_story(page: str) -> None:
    read = Page(page)
    assert {to.removeprefix("#") for to in read.named["href"] if to.startswith("#")} <= set(read.named["id"])


def test_a_claim_that_nobody_makes_is_told_as_such(few: Ledger) -> None:
    text = " ".join(Page(write_report(make_report(few, trace(few, "penguins sing")))).text.split())
    assert "0 reports in 0 outlets" in text
    assert "No story here says it" in text


def test_a_story_that_was_forgotten_since_the_trace_is_told_of(few: Ledger) -> None:
    found = trace(few, "the pillars are cracked")
    forget_story(few, "b", "ed")
    with pytest.raises(LedgerError, match=r'"b" was changed or forgotten.*Trace the claim anew'):
        make_report(few, found)
    assert "1 report in 1 outlet" in Page(write_report(make_report(few, trace(few, found.claim)))).text


def report(story_id: str, title: str = "") -> Report:
    words = Proposition((Span(0, 1),), None, Span(0, 1))
    return Report(story_id, "Herald", "2024-05-01", title, None, words, "w", Stance.SUPPORTS, 0.9)


def origin(reports: list[Report], name: str = "Field") -> Origin:
    kind, sure, on = SourceKind.PERSON, Certainty.CERTAIN, Evidence.UNSPECIFIED
    return Origin(name, kind, (name,), None, None, sure, on, reports[0], tuple(reports), 1.0, "one")


@given(st.lists(st.integers(0, 12), min_size=1, max_size=13))
def test_every_story_is_drawn_once_under_the_one_that_it_was_made_from(parents: list[int]) -> None:
    """Whatever was made from whatever, and in circles too."""
    ids = [str(number) for number in range(len(parents))]
    lineages = {
        one: Lineage(one, (one,), ReuseKind.WHOLLY, (Parent(str(parent), "credit", 0.9),) if parent < 12 else ())
        for one, parent in zip(ids, parents, strict=True)
    }
    branches = grow_branches([report(one) for one in ids], lineages)
    assert sorted(branch.report.story_id for branch in branches) == sorted(ids)
    for row, branch in enumerate(branches):
        if branch.parent is not None:
            above = branches[branch.parent]
            assert branch.parent < row
            assert branch.depth == above.depth + 1
            assert lineages[branch.report.story_id].parents[0].story_id == above.report.story_id


@given(texts, texts, st.integers(1, 20))
def test_a_drawing_is_xml_whatever_the_names(name: str, title: str, count: int) -> None:
    drawn = ET.fromstring(draw_origin(origin([report(str(n), title) for n in range(count)], name), {}))
    circles = [one for one in drawn.iter() if one.tag.endswith("circle")]
    assert len(circles) == min(count, MOST_STORIES)
    assert ("more, listed below" in "".join(drawn.itertext())) == (count > MOST_STORIES)


def test_it_is_written_by_the_command(few: Ledger, tmp_path: Path) -> None:
    from typer.testing import CliRunner

    from sayso.cli.app import app

    to = tmp_path / "report.html"
    done = CliRunner().invoke(app, ["trace", "the pillars are cracked", "--report", str(to), "-l", str(few.path)])
    assert done.exit_code == 0, done.output
    assert "Nora Field" in to.read_text(encoding="utf-8")


def test_the_report_says_what_was_left_aside_and_no_more(few: Ledger) -> None:
    found = replace(trace(few, "the pillars are cracked"), sentences_aside=1200, stories_aside=0)
    text = " ".join(Page(write_report(make_report(few, found))).text.split())
    assert "Left aside, as they share fewer words with the claim: 1,200 sentences." in text
    text = " ".join(Page(write_report(make_report(few, replace(found, sentences_aside=0)))).text.split())
    assert "Left aside" not in text
