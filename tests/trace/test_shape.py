import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

import pytest

from sayso.claims.passages import Passage
from sayso.records import Compared, Identity, Relation
from sayso.trace import trace, trace_shape
from sayso.trace.comparing import wording
from sayso.trace.trace import DOUBTFUL_SHARE
from tests.trace.stories import CLAIM, Said, SharedWords, ledger_of, make_reading, source_in, trace_among

STATED = "the ferry Marlin leaks"
STORIES = [
    make_reading("a", Said("Mayor Olena Brodie", STATED), title="Ferry leaks", url="https://herald.example/a"),
    make_reading("b", Said("Ivo Tan", STATED), published="2024-03-06", outlet="Coast Post"),
    make_reading("c", Said("Nora Field", STATED, "denied that"), published="2024-03-07", outlet="Evening Mail"),
    make_reading("d", Said("Ann Lee", f"on whether {STATED}", "declined to comment"), published="2024-03-08"),
    make_reading("e", "On Monday the ferry Marlin leaks.", published=None, outlet=None),
]
KEYS = [
    *("claim", "as_of", "standing", "doubtful"),
    *("reports", "outlets", "independent_origins", "independent_origins_range"),
    *(
        "support",
        "deny",
        "no_comment",
        "origins",
        "denials",
        "not_recorded",
        "texts",
        "history",
        "variants",
        "absent_words",
        "meant",
        "sentences_aside",
        "stories_aside",
    ),
]
ORIGIN_KEYS = [
    *("name", "kind", "side", "sides", "since", "until", "certainty", "evidence", "quotation", "score", "reason"),
    *("reports", "chain", "counted"),
]
REPORT_KEYS = [
    *("story_id", "outlet", "published", "title", "url", "source_name", "stance", "certainty", "evidence", "via"),
    *("words", "spans", "score", "judged"),
]


def test_a_trace_has_all_that_other_tools_rely_on() -> None:
    shape = trace_shape(trace_among(STORIES))
    assert list(shape) == KEYS
    assert (shape["claim"], shape["as_of"], shape["standing"]) == (CLAIM, None, "disputed")
    assert (shape["reports"], shape["outlets"]) == (3, 2)
    assert (shape["independent_origins"], shape["independent_origins_range"]) == (2, [2, 2])
    assert (shape["support"], shape["deny"], shape["no_comment"]) == (["a", "b", "e"], ["c"], ["d"])
    assert [(one["name"], one["kind"], one["side"], one["reports"]) for one in shape["origins"]] == [
        ("Olena Brodie", "person", "Olena Brodie", ["a"]),
        ("Ivo Tan", "person", "Ivo Tan", ["b"]),
    ]
    assert all(list(one) == ORIGIN_KEYS for one in (*shape["origins"], *shape["denials"]))
    assert [one["name"] for one in shape["denials"]] == ["Nora Field"]
    assert [report["story_id"] for report in shape["not_recorded"]] == ["e"]
    assert all(list(report) == REPORT_KEYS for one in shape["origins"] for report in one["chain"])
    assert [(turn["as_of"], turn["independent_origins"], turn["standing"]) for turn in shape["history"]] == [
        ("2024-03-05", 1, "single-origin"),
        ("2024-03-06", 2, "corroborated"),
        ("2024-03-07", 2, "disputed"),
    ]
    assert json.loads(json.dumps(shape)) == shape


def test_offsets_of_every_report_give_its_words() -> None:
    shape = trace_shape(trace_among(STORIES))
    text = {reading.story.id: reading.story.text for reading in STORIES}
    reports = [
        report for one in (*shape["origins"], *shape["denials"]) for report in one["chain"]
    ] + shape["not_recorded"]  # fmt: skip
    assert len(reports) == 4
    for report in reports:
        ((start, end),) = report["spans"]
        assert text[report["story_id"]][start:end] == report["words"]


@pytest.mark.parametrize("as_of", [None, date(2024, 3, 4)])
def test_nothing_found_has_the_same_shape(as_of: date | None) -> None:
    with ledger_of(STORIES[:1] if as_of else []) as ledger:
        shape = trace_shape(trace(ledger, CLAIM, as_of, SharedWords()))
    assert list(shape) == KEYS
    assert shape == {
        "claim": CLAIM,
        "as_of": as_of and "2024-03-04",
        "standing": "unrecorded",
        "doubtful": False,
        "reports": 0,
        "outlets": 0,
        "independent_origins": 0,
        "independent_origins_range": [0, 0],
        **{key: [] for key in ("support", "deny", "no_comment", "origins", "denials")},
        **{key: [] for key in ("not_recorded", "texts", "history", "variants")},
        "absent_words": [] if as_of else ["ferry", "Marlin", "leaks"],
        "meant": None,
        "sentences_aside": 0,
        "stories_aside": 0,
    }


def test_a_source_that_is_called_none_is_a_name() -> None:
    reading = make_reading("None", Said("Ann Lee", STATED), outlet="None")
    who = replace(source_in(reading), name="None", side="None", identity=Identity("person:none", "None", "a test", 0.9))
    (attribution,) = reading.attributions
    shape = trace_shape(trace_among([replace(reading, attributions=(replace(attribution, who=who),))]))
    assert (shape["reports"], shape["outlets"], shape["independent_origins"]) == (1, 1, 1)
    assert (shape["origins"][0]["name"], shape["origins"][0]["side"]) == ("None", "None")


def test_two_governments_quoted_as_one_are_two_origins_with_one_report() -> None:
    reading = make_reading("a", Said("US and South Korean officials", STATED))
    with ledger_of([reading]) as ledger:
        shape = trace_shape(trace(ledger, CLAIM, model=SharedWords()))
    assert [one["side"] for one in shape["origins"]] == ["South Korea (state)", "United States (state)"]
    assert (shape["reports"], shape["independent_origins"], shape["standing"]) == (1, 2, "corroborated")


@dataclass(frozen=True)
class _HalfSure:
    """Words with all the words of a claim state it as likely as is said."""

    likely: float

    def compare(self, claim: str, passages: Sequence[Passage]) -> list[Compared]:
        told = SharedWords().compare(claim, passages)
        return [Compared((0, 1 - self.likely, 0, self.likely)) if one.share(Relation.STATES) else one for one in told]


@pytest.mark.parametrize("likely", [DOUBTFUL_SHARE, DOUBTFUL_SHARE - 0.01])
def test_whether_all_words_may_mean_something_else_is_told(likely: float, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wording, "SHARED_ODDS", 0)
    with ledger_of(STORIES[:2]) as ledger:
        traced = trace(ledger, CLAIM, model=_HalfSure(likely))
    assert trace_shape(traced)["reports"] == 2
    assert traced.doubtful is (likely < DOUBTFUL_SHARE)


def test_where_no_words_are_plain_one_origin_counts_and_the_others_may_say_so_too(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(wording, "SHARED_ODDS", 0)
    with ledger_of(STORIES[:2]) as ledger:
        traced = trace(ledger, CLAIM, model=_HalfSure(0.7))
    assert [one.name for one in traced.stating] == ["Olena Brodie"]
    assert [one.name for one in traced.unsure] == ["Ivo Tan"]
    assert [one["counted"] for one in trace_shape(traced)["origins"]] == [True, False]
