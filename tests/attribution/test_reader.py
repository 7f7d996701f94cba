import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.attribution.network.model import AttributionModel, shipped_folder
from sayso.attribution.reader import Passage, read_attributions
from sayso.records import ROLES, Span, Speech
from sayso.shapes import attribution_shape

STORY = (
    "The bridge will close for a year, the transport minister, Nora Field, said on Monday.\n\n"
    "“We have no choice,” she told reporters. “The pillars are cracked.”\n\n"
    "According to the builders’ union, the cracks were reported in May.\n\n"
    "The city has two other bridges."
)


def words(spans: tuple[Span, ...]) -> list[str]:
    return [span.of(STORY) for span in spans]


def test_reads_who_says_what(model: AttributionModel) -> None:
    minister, she, union = read_attributions(model, Passage(STORY))[:3]
    assert (
        words(minister.source) == ["the transport minister, Nora Field,"] or "Nora Field" in words(minister.source)[0]
    )
    assert minister.speech is Speech.INDIRECT
    assert words(she.source) == ["she"]
    assert she.speech is Speech.DIRECT
    assert words(she.content)[0].startswith("“We have no choice")
    assert words(union.source) == ["the builders’ union"]
    assert words(union.cue) == ["According to"]


def test_nothing_is_read_in_what_is_skipped(model: AttributionModel) -> None:
    start = STORY.index("According")
    skip = Span(start, STORY.index("\n\nThe city"))
    found = read_attributions(model, Passage(STORY, (skip,)))
    assert found
    assert not any(
        span.overlaps(skip) for attribution in found for role in ROLES for span in getattr(attribution, role)
    )


def test_agrees_with_the_reference_outputs(model: AttributionModel) -> None:
    reference = json.loads((shipped_folder() / "reference.json").read_text(encoding="utf-8"))
    for expected in reference:
        found = [attribution_shape(a) for a in read_attributions(model, Passage(expected["text"]))]
        scores = [attribution.pop("score") for attribution in found]
        wanted = [attribution.pop("score") for attribution in expected["attributions"]]
        assert found == expected["attributions"]
        assert scores == pytest.approx(wanted, abs=0.05)


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=400))
def test_any_text_gives_valid_offsets(model: AttributionModel, text: str) -> None:
    for attribution in read_attributions(model, Passage(text)):
        assert attribution.cue
        assert attribution.content
        for role in ROLES:
            for span in getattr(attribution, role):
                assert 0 <= span.start < span.end <= len(text)
                assert span.of(text) == span.of(text).strip()


def test_cues_come_in_text_order(model: AttributionModel) -> None:
    cues = [attribution.cue[0].start for attribution in read_attributions(model, Passage(STORY * 5))]
    assert cues == sorted(cues)
    assert len(cues) > 10
