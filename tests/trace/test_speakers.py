from dataclasses import replace

import pytest

from sayso.records import Proposition, Report, Source, SourceKind, Span
from sayso.trace.origins.known import KnownSources
from sayso.trace.origins.speakers import LEAD_CHARS, find_speakers, is_vague
from tests.trace.stories import make_report, make_source

MAYOR, TAN, OFFICER = "Mayor Olena Brodie", "Ivo Tan", "a fire officer"
HERALD = "Harborton Herald"


def names_of(*reports: Report) -> list[tuple[str, list[str]]]:
    known = KnownSources([report.source for report in reports if report.source])
    return [(report.story_id, [source.name for source in sources]) for report, sources in find_speakers(reports, known)]


def at(report: Report, start: int) -> Report:
    span = Span(start, start + 22)
    return replace(report, proposition=Proposition((span,), 0, span))


def told_by(report: Report, *names: str) -> Report:
    return replace(report, via=(HERALD, *names))


def test_what_one_says_that_another_said_is_the_word_of_who_told_it() -> None:
    inner, outer = told_by(at(make_report("a", MAYOR), 0), "Ivo Tan"), at(make_report("a", TAN), 50)
    assert names_of(inner, outer) == [("a", ["Ivo Tan"]), ("a", ["Ivo Tan"])]


def test_who_is_known_to_have_said_it_keeps_the_word() -> None:
    inner, outer = told_by(at(make_report("a", MAYOR), 0), "Ivo Tan"), at(make_report("a", TAN), 50)
    assert names_of(inner, outer, make_report("b", MAYOR))[0] == ("a", ["Olena Brodie"])


def test_the_presenter_of_a_broadcast_takes_no_word() -> None:
    inner, outer = told_by(at(make_report("a", MAYOR), 0), "Presenter"), at(make_report("a", "The presenter"), 50)
    assert names_of(inner, outer)[0] == ("a", ["Olena Brodie"])


@pytest.mark.parametrize("name", ["Coast Post", "Reuters", "Nobody Here"])
def test_an_outlet_or_a_stranger_between_takes_no_word(name: str) -> None:
    assert names_of(told_by(make_report("a", MAYOR), name)) == [("a", ["Olena Brodie"])]


def test_the_same_words_of_a_story_are_one_sources() -> None:
    reports = make_report("a", MAYOR), make_report("a", TAN), make_report("b", TAN)
    assert names_of(*reports) == [("a", ["Ivo Tan"]), ("b", ["Ivo Tan"])]


def test_other_words_of_the_story_are_the_others() -> None:
    reports = make_report("a", MAYOR), at(make_report("a", TAN), 50), make_report("b", TAN)
    assert names_of(*reports)[0] == ("a", ["Olena Brodie"])


def test_a_lead_describes_whom_the_story_names_further_down() -> None:
    lead, named = at(make_report("a", OFFICER), 0), at(make_report("a", MAYOR), 400)
    assert names_of(lead, named) == [("a", ["Olena Brodie"]), ("a", ["Olena Brodie"])]


@pytest.mark.parametrize(
    ("described", "start", "others"),
    [
        (OFFICER, LEAD_CHARS + 1, ()),
        (OFFICER, 0, (TAN,)),
        ("a source familiar with the matter", 0, ()),
        ("Ukrainian officials", 0, ()),
    ],
)
def test_whom_nothing_names_stays_as_described(described: str, start: int, others: tuple[str, ...]) -> None:
    lead, named = at(make_report("a", described), start), at(make_report("a", MAYOR), 900)
    more = [at(make_report("a", name), 1_000) for name in others]
    assert names_of(lead, named, *more)[0][1] != ["Olena Brodie"]


@pytest.mark.parametrize("words", ["most analysts", "many", "experts", "reports", "many people on street corners"])
def test_nobody_could_ask_a_vague_source(words: str) -> None:
    assert is_vague(make_source(words))


@pytest.mark.parametrize("name", ["subsequent reports", "media reports", "16"])
def test_reports_without_an_author_and_numbers_are_nobody(name: str) -> None:
    assert is_vague(Source(name, SourceKind.DOCUMENT))


@pytest.mark.parametrize("name", ["Getty Images", "MORE", "Latest"])
def test_credits_of_pictures_and_words_of_a_page_are_nobody(name: str) -> None:
    assert is_vague(Source(name, SourceKind.PERSON))


@pytest.mark.parametrize("words", ["two residents", "Ukrainian officials", "analysts at Coast Bank", MAYOR])
def test_who_could_be_asked_is_not_vague(words: str) -> None:
    assert not is_vague(make_source(words))
