from collections.abc import Sequence
from dataclasses import replace

import pytest

from sayso.claims.passages import Passage
from sayso.errors import UsageError
from sayso.records import Certainty, Compared, Reading, Report, Span, Stance
from sayso.trace.comparing import wording
from sayso.trace.comparing.denials import AGAINST_NOT_SHARE, CONTRADICTS_SHARE, STATED_SHARE
from sayso.trace.comparing.reports import STATES_SHARE, count_passed_over, find_reports
from sayso.trace.finding.candidates import propositions_of
from tests.trace.stories import CLAIM, Said, SharedWords, make_reading

STATED = "the ferry Marlin leaks"
FALSE = "it was not the ferry Marlin that leaks"


class Listening(SharedWords):
    """A comparison that keeps in mind which passages it was asked for, by the claim."""

    def __init__(self) -> None:
        self.heard: dict[str, list[Passage]] = {}

    def compare(self, claim: str, passages: Sequence[Passage]) -> list[Compared]:
        self.heard.setdefault(claim, []).extend(passages)
        return super().compare(claim, passages)


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


def test_who_states_a_claim_by_denying_its_contrary_is_shown_to_deny() -> None:
    plain, denying = reports_in(
        make_reading("a", Said("Ann Lee", STATED)), make_reading("b", Said("Ann Lee", FALSE, "denied that"))
    )
    assert plain.quote == STATED
    assert (denying.stance, denying.quote) == (Stance.SUPPORTS, f"Ann Lee denied that {FALSE}")


@pytest.mark.parametrize(
    ("unsaid", "count"),
    [("on the matter", 1), (f"on whether {STATED}", 1), ("on what sank the shark in spring", 0)],
)
def test_silence_on_another_question_is_none_on_a_claim(unsaid: str, count: int) -> None:
    reading = make_reading("a", f"On Monday {STATED}.", Said("Ann Lee", unsaid, "declined to comment"))
    silent = [report for report in reports_in(reading) if report.stance is Stance.NO_COMMENT]
    assert len(silent) == count


def test_words_on_another_matter_are_no_report() -> None:
    assert (
        reports_in(make_reading("a", Said("Ann Lee", "the ferry Shark leaks"), "A school burnt down on Monday.")) == ()
    )
    assert reports_in() == ()


PLAIN = Said("Ann Lee", STATED)
DENIAL = Said("Ann Lee", STATED, "denied that")
OWN_VOICE = "On Monday the ferry Marlin leaks."


@pytest.mark.parametrize(
    ("told", "contradicts", "states", "stance"),
    [
        (PLAIN, 0, STATES_SHARE, Stance.SUPPORTS),
        (PLAIN, 0, STATES_SHARE - 0.01, None),
        (PLAIN, 0.5, 0.5, Stance.SUPPORTS),
        (PLAIN, 0.51, 0.49, Stance.SUPPORTS),
        (PLAIN, 0.71, STATES_SHARE - 0.01, None),
        (PLAIN, 0.99, 0, None),
        (DENIAL, CONTRADICTS_SHARE, 0.1, Stance.DENIES),
        (DENIAL, CONTRADICTS_SHARE - 0.01, 0.1, None),
        (DENIAL, 0, STATED_SHARE, Stance.DENIES),
        (DENIAL, 0, STATED_SHARE - 0.01, None),
        (OWN_VOICE, CONTRADICTS_SHARE, 0.3, Stance.DENIES),
        (OWN_VOICE, CONTRADICTS_SHARE - 0.01, 0.3, None),
    ],
)
def test_how_likely_is_likely_enough(
    told: Said | str, contradicts: float, states: float, stance: Stance | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(SharedWords, "_read", lambda *_: shares(contradicts, states))
    monkeypatch.setattr(wording, "SHARED_ODDS", 0)
    found = reports_in(make_reading("a", told))
    assert [report.stance for report in found] == ([stance] if stance else [])


def shares(contradicts: float, states: float) -> Compared:
    return Compared((1 - contradicts - states, 0, contradicts, states))


@pytest.mark.parametrize(
    ("told", "contradicts", "states", "stance"),
    [
        (PLAIN, AGAINST_NOT_SHARE, 0.04, Stance.DENIES),
        (PLAIN, AGAINST_NOT_SHARE - 0.01, 0.04, None),
        (DENIAL, CONTRADICTS_SHARE - 0.01, 0.1, None),
        (DENIAL, 0.1, 0.8, Stance.SUPPORTS),
    ],
)
def test_a_claim_that_something_is_not_so_is_denied_by_who_says_that_it_is(
    told: Said, contradicts: float, states: float, stance: Stance | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(SharedWords, "_read", lambda *_: shares(contradicts, states))
    monkeypatch.setattr(wording, "SHARED_ODDS", 0)
    found = reports_in(make_reading("a", told), claim="the ferry Marlin does not leak")
    assert [report.stance for report in found] == ([stance] if stance else [])


def test_what_was_is_no_word_on_what_is_to_come() -> None:
    reading = make_reading("a", Said("Ann Lee", "the harbour sent more boats to Harborton"))
    assert reports_in(reading, claim="the harbour sent more boats to Harborton")
    assert reports_in(reading, claim="the harbour will send more boats to Harborton") == ()


def test_two_negations_do_not_contradict_each_other(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(SharedWords, "_read", lambda *_: shares(0.9, 0.05))
    reading = make_reading("a", Said("Ann Lee", "Ivo Tan has provided zero cooperation"))
    assert reports_in(reading, claim="Ivo Tan does not cooperate") == ()


@pytest.mark.parametrize(
    ("content", "claim"),
    [
        ("the council rejected the plan", "the council accepted the plan"),
        ("it was not clear whether soldiers are in Harborton", "soldiers in Harborton"),
        ("soldiers — an estimated 11,000 of them — are in Harborton", "more than 10,000 soldiers in Harborton"),
    ],
)
def test_the_opposite_what_is_left_open_and_figures_in_an_aside_of_the_outlet_state_nothing(
    content: str, claim: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(SharedWords, "_read", lambda *_: shares(0, 0.9))
    assert reports_in(make_reading("a", Said("Ann Lee", content)), claim=claim) == ()
    told = content.replace("rejected", "accepted").replace("— an estimated 11,000 of them — ", "11,000 in all ")
    told = told.replace("not clear whether", "clear that")
    (report,) = reports_in(make_reading("a", Said("Ann Lee", told)), claim=claim)
    assert report.stance is Stance.SUPPORTS


@pytest.mark.parametrize(
    ("content", "between", "stances"),
    [
        ("the accusation", (), [Stance.DENIES]),
        ("it", ("It was a long day.",), [Stance.DENIES]),
        ("these allegations", ("It was a long day.", "It rained."), []),
        ("the request", (), []),
    ],
)
def test_who_denies_what_was_just_told_denies_the_claim_it_states(
    content: str, between: tuple[str, ...], stances: list[Stance]
) -> None:
    reading = make_reading("a", Said("Ann Lee", STATED), *between, Said("Ivo Tan", content, "denied"))
    found = {report.source and report.source.name: report.stance for report in reports_in(reading)}
    assert found.pop("Ann Lee") is Stance.SUPPORTS
    assert list(found.values()) == stances


@pytest.mark.parametrize(
    ("told", "is_read"),
    [
        (Said("Ann Lee", "30 sailors drowned"), True),
        (Said("Ann Lee", "50 sailors drowned"), False),
        (Said("Ann Lee", "50 sailors did not drown"), True),
        (Said("Ann Lee", "50 sailors drowned", "denied that"), True),
        (Said("Ann Lee", "whether 50 sailors drowned", "would not say"), True),
        ("On Monday 50 sailors drowned.", True),
    ],
)
def test_with_a_claim_of_a_figure_only_words_on_which_a_report_may_depend_are_compared(
    told: Said | str, is_read: bool
) -> None:
    model = Listening()
    candidates = list(propositions_of(make_reading("a", told)))
    find_reports(model, "30 sailors drowned", candidates)
    assert ({one.passage for one in candidates} <= set(model.heard["30 sailors drowned"])) is is_read


def test_what_somebody_denied_right_after_is_compared_whatever_figure_it_has() -> None:
    model = Listening()
    reading = make_reading("a", Said("Ann Lee", "50 sailors drowned"), Said("The navy", "that", "denied"))
    find_reports(model, "30 sailors drowned", list(propositions_of(reading)))
    assert "50 sailors drowned" in model.heard["30 sailors drowned"][0].words


def test_of_many_words_those_that_share_few_with_a_claim_are_compared_only_with_everything(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(wording, "FEWEST_PASSAGES", 1)
    candidates = [
        one
        for words in (STATED, "it rains all day")
        for one in propositions_of(make_reading(words, Said("Ann Lee", words)))
    ]
    for everything, read in ((False, 1), (True, 2)):
        model = Listening()
        assert len(find_reports(model, CLAIM, candidates, everything=everything)) == 1
        assert len(model.heard[CLAIM]) == read
    assert count_passed_over(CLAIM, candidates) == 1
    assert count_passed_over("it rains; the ferry Marlin leaks", candidates) == 0
    monkeypatch.undo()
    assert count_passed_over(CLAIM, candidates) == 0


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


@pytest.mark.parametrize(("verb", "stances"), [("denied", [Stance.DENIES]), ("heard", [])])
def test_a_denial_within_another_s_words_is_one(
    verb: str, stances: list[Stance], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(SharedWords, "_read", lambda *_: shares(CONTRADICTS_SHARE, 0))
    reading = make_reading("a", Said("Coast Post", f"the harbour has {verb} that the ferry leaks", "reports that"))
    (whole,) = reading.attributions[0].content
    gap = reading.story.text.index(verb)
    cut = (Span(whole.start, gap), Span(gap + len(verb), whole.end))
    nested = replace(reading, attributions=(replace(reading.attributions[0], content=cut),))
    assert [report.stance for report in reports_in(nested)] == stances


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


def test_what_is_not_confirmed_of_something_else_is_no_comment_on_a_claim() -> None:
    reading = make_reading("a", Said("Ann Lee", "on whether the museum is shut", "declined to comment"))
    assert reports_in(reading) == ()


@pytest.mark.parametrize(
    ("outlet", "name"),
    [
        ("Ministry of Energy of the Republic of Bulgaria", "Ministry of Energy of Bulgaria"),
        ("Reuters", None),
        ("Harborton Herald", None),
    ],
)
def test_what_a_body_publishes_itself_is_its_word(outlet: str, name: str | None) -> None:
    (report,) = reports_in(make_reading("a", f"On Monday {STATED}.", outlet=outlet))
    assert (report.source.name if report.source else None) == name


def test_a_figure_that_bears_out_a_bound_is_compared_as_the_bound() -> None:
    model, claim = Listening(), "at least 30 sailors drowned"
    reading = make_reading("a", Said("Ann Lee", "31 sailors drowned"), Said("Ivo Tan", "12 sailors drowned"))
    (report,) = find_reports(model, claim, list(propositions_of(reading)))
    assert report.words == "31 sailors drowned"
    assert [passage.words for passage in model.heard[claim]] == ["Ann Lee said at least 30 sailors drowned"]


@pytest.mark.parametrize(
    ("said", "is_reported"),
    [
        (Said("Ann Lee", "guilty of theft", "pleaded"), True),
        (Said("Ivo Tan", "guilty of theft", "pleaded"), False),
        (Said("Ivo Tan", "she pleaded guilty of theft"), True),
    ],
)
def test_what_another_pleads_is_not_what_a_claim_tells_of_somebody(
    said: Said, is_reported: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(SharedWords, "_read", lambda *_: shares(0.05, 0.9))
    reports = reports_in(make_reading("a", said), claim="Ann Lee pleaded guilty of theft")
    assert bool(reports) is is_reported
