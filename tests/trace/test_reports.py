import pytest

from sayso.errors import UsageError
from sayso.records import Certainty, Reading, Report, Stance
from sayso.trace.candidates import propositions_of
from sayso.trace.reports import CONTRADICTS_SHARE, STATES_SHARE, find_reports
from tests.trace.stories import CLAIM, Said, SharedWords, make_reading

STATED = "the ferry Marlin leaks"
FALSE = "the ferry Marlin leaks not"


def reports_in(*readings: Reading, claim: str = CLAIM) -> tuple[Report, ...]:
    candidates = [candidate for reading in readings for candidate in propositions_of(reading)]
    return find_reports(SharedWords(), claim, candidates)


@pytest.mark.parametrize(
    ("told", "stance"),
    [
        (Said("Ann Lee", STATED), Stance.SUPPORTS),
        (Said("Ann Lee", FALSE), Stance.DENIES),
        (Said("Ann Lee", STATED, "denied that"), Stance.DENIES),
        (Said("Ann Lee", FALSE, "denied that"), Stance.SUPPORTS),
        (Said("Ann Lee", "it is not true that the ferry Marlin leaks"), Stance.DENIES),
        (Said("Ann Lee", f"on whether {STATED}", "declined to comment"), Stance.NO_COMMENT),
        ("On Monday the ferry Marlin leaks.", Stance.SUPPORTS),
        ("On Monday the ferry Marlin leaks not.", Stance.DENIES),
    ],
)
def test_what_words_do_with_a_claim(told: Said | str, stance: Stance) -> None:
    (report,) = reports_in(make_reading("a", told))
    assert report.stance is stance
    assert (report.source is None) == isinstance(told, str)


def test_words_on_another_matter_are_no_report() -> None:
    assert (
        reports_in(make_reading("a", Said("Ann Lee", "the ferry Shark leaks"), "A school burnt down on Monday.")) == ()
    )
    assert reports_in() == ()


@pytest.mark.parametrize(
    ("contradicts", "states", "stance"),
    [
        (0, STATES_SHARE, Stance.SUPPORTS),
        (0, STATES_SHARE - 0.01, None),
        (CONTRADICTS_SHARE, 0.3, Stance.DENIES),
        (CONTRADICTS_SHARE - 0.01, 0.3, None),
        (0.5, 0.5, Stance.SUPPORTS),
    ],
)
def test_how_likely_is_likely_enough(
    contradicts: float, states: float, stance: Stance | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    from sayso.records import Compared

    rest = 1 - contradicts - states
    monkeypatch.setattr(SharedWords, "_read", lambda *_: Compared((rest, 0, contradicts, states)))
    found = reports_in(make_reading("a", Said("Ann Lee", STATED)))
    assert [report.stance for report in found] == ([stance] if stance else [])


def test_of_each_story_source_and_stance_the_words_that_say_it_best_are_kept() -> None:
    reading = make_reading(
        "a",
        Said("Ann Lee", f"after a long night in the harbour of Harborton {STATED}"),
        Said("Ann Lee", STATED),
        Said("Ann Lee", FALSE),
        Said("Ivo Tan", STATED),
        "On Monday the ferry Marlin leaks.",
        "On Monday at noon the ferry Marlin leaks.",
    )
    found = [(report.source and report.source.name, report.stance, report.words) for report in reports_in(reading)]
    assert sorted(found, key=str) == [
        ("Ann Lee", Stance.DENIES, FALSE),
        ("Ann Lee", Stance.SUPPORTS, STATED),
        ("Ivo Tan", Stance.SUPPORTS, STATED),
        (None, Stance.SUPPORTS, "On Monday the ferry Marlin leaks."),
    ]


def test_a_report_says_where_it_stands_and_how_sure_its_source_is() -> None:
    reading = make_reading(
        "a", Said("Ann Lee", "it is possible that the ferry Marlin leaks"), outlet="Coast Post", title="Ferry",
        url="https://coast.example/1", modified="2024-03-06",
    )  # fmt: skip
    (report,) = reports_in(reading)
    assert (report.story_id, report.outlet, report.title, report.url) == (
        *("a", "Coast Post", "Ferry"),
        "https://coast.example/1",
    )
    assert (report.published, report.modified) == ("2024-03-05", "2024-03-06")
    assert report.certainty is Certainty.POSSIBLE
    assert report.via == ("Coast Post",)
    (span,) = report.proposition.spans
    assert reading.story.text[span.start : span.end] == report.words
    assert 0 < report.score <= 1


BOTH = "the ferry Marlin leaks; the pier sank"


def test_a_claim_of_two_parts_needs_both_in_one_story() -> None:
    leaks, sank = Said("Ann Lee", STATED), Said("Ivo Tan", "the pier sank")
    assert reports_in(make_reading("a", leaks), make_reading("b", sank), claim=BOTH) == ()
    whole = reports_in(make_reading("a", leaks, sank), make_reading("b", leaks), claim=BOTH)
    assert {(report.story_id, report.source.name) for report in whole if report.source} == {
        ("a", "Ann Lee"),
        ("a", "Ivo Tan"),
    }


def test_who_denies_one_part_denies_the_claim() -> None:
    found = reports_in(make_reading("a", Said("Ann Lee", FALSE)), claim=BOTH)
    assert [report.stance for report in found] == [Stance.DENIES]


@pytest.mark.parametrize("claim", [f"{CLAIM};", f"; {CLAIM} ; ?!", f";;{CLAIM};;"])
def test_parts_without_a_word_are_none(claim: str) -> None:
    assert len(reports_in(make_reading("a", Said("Ann Lee", STATED)), claim=claim)) == 1


@pytest.mark.parametrize("claim", ["", " ", "?!", ";", " ; ; ", "\0"])
def test_a_claim_without_a_word_is_refused(claim: str) -> None:
    with pytest.raises(UsageError, match="no word"):
        reports_in(make_reading("a", Said("Ann Lee", STATED)), claim=claim)
