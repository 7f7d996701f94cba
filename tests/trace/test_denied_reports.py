"""What a denial denies: reports of who turns something down, on invented stories."""

from dataclasses import replace

import pytest

from sayso.records import Span, Stance
from sayso.trace.comparing.denials import may_deny
from sayso.trace.finding.candidates import propositions_of
from tests.trace.stories import Said, SharedWords, make_reading
from tests.trace.test_reports import PLAIN, STATED, reports_in, shares


@pytest.mark.parametrize(
    ("content", "stances"),
    [("any soldiers in Harborton", [Stance.DENIES]), ("there were 10 soldiers in Harborton", [])],
)
def test_who_denies_the_larger_thing_denies_the_smaller(content: str, stances: list[Stance]) -> None:
    reading = make_reading("a", Said("Ann Lee", content, "denied"))
    found = reports_in(reading, claim="more than 10,000 soldiers in Harborton")
    assert [report.stance for report in found] == stances


@pytest.mark.parametrize(
    ("content", "count"),
    [
        (f"that the pier fell on sailors who say {STATED}", 1),
        (f"that the pier fell, which is why {STATED}", 0),
        (f"that {STATED}", 1),
    ],
)
def test_what_a_denial_takes_for_granted_is_not_denied(content: str, count: int) -> None:
    assert len(reports_in(make_reading("a", Said("Ann Lee", content, "denied")))) == count


def test_what_reports_say_that_a_source_challenged_is_not_its_word() -> None:
    reading = make_reading("a", Said("Ann Lee", f"reports suggesting that {STATED}", "challenged"))
    (attribution,) = reading.attributions
    text = reading.story.text
    name, cue, content = (Span(at := text.index(words), at + len(words)) for words in ("Ann Lee", "suggesting", STATED))
    told = replace(attribution, source=(name,), cue=(cue,), content=(content,))
    (report,) = reports_in(replace(reading, attributions=(told,)))
    assert report.stance is Stance.DENIES


@pytest.mark.parametrize("object_", ["reports that", "as “a tale from the first line to the last” reports that"])
def test_what_stands_behind_the_cue_may_be_turned_down_too(object_: str) -> None:
    reading = make_reading("a", Said("Ann Lee", STATED, "challenged"))
    (attribution,) = reading.attributions
    text = reading.story.text.replace("challenged", f"challenged {object_}")
    shift = len(f" {object_}")
    content = tuple(Span(span.start + shift, span.end + shift) for span in attribution.content)
    told = replace(attribution, content=content)
    moved = replace(reading, story=replace(reading.story, text=text), attributions=(told,))
    (report,) = reports_in(moved)
    assert report.stance is Stance.DENIES


def test_who_denies_what_stands_before_and_says_something_else_denies_it() -> None:
    reading = make_reading("a", PLAIN, Said("Ivo Tan", "that all is well", "denied it and said"))
    (attribution,) = reading.attributions[1:]
    start = reading.story.text.index("said that all")
    told = replace(attribution, cue=(Span(start, start + len("said")),))
    found = reports_in(replace(reading, attributions=(reading.attributions[0], told)))
    assert {(report.source.name, report.stance) for report in found if report.source} == {
        ("Ann Lee", Stance.SUPPORTS),
        ("Ivo Tan", Stance.DENIES),
    }


@pytest.mark.parametrize(("words", "denies"), [("he did not say that", False), ("it did not happen that", True)])
def test_who_did_not_say_that_something_is_so_does_not_deny_it(
    words: str, denies: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(SharedWords, "_read", lambda *_: shares(0.95, 0.05))
    found = reports_in(make_reading("a", Said("Ann Lee", f"{words} {STATED}")))
    assert [report.stance for report in found] == [Stance.DENIES] * denies


def test_who_calls_genuine_what_a_claim_calls_forged_denies_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(SharedWords, "_read", lambda *_: shares(0.05, 0.95))
    found = reports_in(make_reading("a", Said("Ann Lee", "the letter is genuine")), claim="the letter is forged")
    assert [report.stance for report in found] == [Stance.DENIES]


@pytest.mark.parametrize(
    ("answer", "is_denied"),
    [("it was a lie", True), ("absolutely not", True), ("it was a boat", False), ("no rain fell", False)],
)
def test_what_calls_that_false_answers_what_stands_before(answer: str, is_denied: bool) -> None:
    reading = make_reading("a", PLAIN, Said("Ivo Tan", answer, "said no:"))
    told = [
        replace(one, grade=replace(one.grade, denied=one is reading.attributions[1])) if one.grade else one
        for one in reading.attributions
    ]
    found = reports_in(replace(reading, attributions=tuple(told)))
    denying = {report.source.name for report in found if report.source and report.stance is Stance.DENIES}
    assert denying == ({"Ivo Tan"} if is_denied else set())


@pytest.mark.parametrize(
    ("claim", "stances"),
    [
        ("the owner was found guilty", []),
        ("a jury convicted the owner", []),
        ("the owner is guilty", [Stance.DENIES]),
        ("Ann Lee pleaded guilty", [Stance.DENIES]),
        ("Ivo Tan pleaded guilty", []),
    ],
)
def test_a_plea_denies_what_one_is_charged_with_and_nothing_that_a_court_does(
    claim: str, stances: list[Stance], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(SharedWords, "_read", lambda *_: shares(0.95, 0.05))
    for said in (
        Said("Ann Lee", "not guilty", "pleaded"),
        Said("Ann Lee", "those charges", "denied and pleaded not guilty to"),
    ):
        reading = make_reading("a", said)
        assert [report.stance for report in reports_in(reading, claim=claim)] == stances


@pytest.mark.parametrize(("claim", "count"), [("58 people, not 61, were ill", 0), ("61 people were not ill", 1)])
def test_a_claim_that_sets_something_apart_is_not_that_something_is_not_so(
    claim: str, count: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(SharedWords, "_read", lambda *_: shares(0.95, 0.05))
    assert len(reports_in(make_reading("a", Said("Ann Lee", "61 people were ill")), claim=claim)) == count


@pytest.mark.parametrize(
    ("words", "stances"),
    [
        ("no ferry called Marlin leaks", [Stance.DENIES]),
        ("it was not clear that the ferry Marlin leaks", []),
        ("no one", []),
    ],
)
def test_who_says_from_the_start_that_something_is_not_so_denies_it_if_its_opposite_states_the_claim(
    words: str, stances: list[Stance], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(SharedWords, "_read", lambda *_: shares(0.05, 0.95))
    assert [report.stance for report in reports_in(make_reading("a", Said("Ann Lee", words)))] == stances


@pytest.mark.parametrize(("content", "may"), [("the figure of 47 is simply false", True), ("47 is a lot", False)])
def test_what_calls_a_figure_false_may_deny_though_it_was_not_read_as_a_denial(content: str, may: bool) -> None:
    (candidate,) = propositions_of(make_reading("a", Said("Ann Lee", content)))
    attribution = candidate.attribution
    assert attribution
    assert attribution.grade
    asserted = replace(attribution, grade=replace(attribution.grade, denied=False))
    assert may_deny("47 boats were seized", replace(candidate, attribution=asserted)) is may


@pytest.mark.parametrize(
    ("text", "passage"),
    [
        (f"“{STATED},” Ann Lee denied.", f"“{STATED},” Ann Lee denied"),
        (f'"{STATED}," Ann Lee denied.', f'"{STATED}," Ann Lee denied'),
        (f"In a “{STATED}, Ann Lee denied.", f"{STATED}, Ann Lee denied"),
    ],
)
def test_the_passage_of_a_quotation_has_the_mark_that_opens_it(text: str, passage: str) -> None:
    reading = make_reading("a", Said("Ann Lee", STATED, "denied"))
    (attribution,) = reading.attributions
    name, cue, content = (Span(at := text.index(words), at + len(words)) for words in ("Ann Lee", "denied", STATED))
    told = replace(attribution, source=(name,), cue=(cue,), content=(content,))
    moved = replace(reading, story=replace(reading.story, text=text), attributions=(told,))
    assert [report.passage for report in reports_in(moved)] == [passage]
