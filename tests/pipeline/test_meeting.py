"""Which outlet met an unnamed source, by all that a story tells of how its words came."""

from dataclasses import replace

import pytest

from sayso.pipeline.method import read_as_told
from sayso.records import Source, SourceKind, Span
from tests.sources.stories import read_marked


def sources_of(marked: str, outlet: str | None = "The Bugle", agency: str | None = None) -> list[Source]:
    story, attributions = read_marked(marked)
    story = replace(story, outlet=outlet, agency=agency, language="en")
    reading = read_as_told(story, lambda _: (tuple(attributions), ()))
    return [one.who for one in reading.attributions if one.who]


@pytest.mark.parametrize(
    ("marked", "met_by"),
    [
        ("<s>An insider</s> <c>said</c> so.", "The Bugle"),
        ("<s>A source</s> <c>told</c> Reuters so.", "Reuters"),
        ("<s>Harbour officials</s> <c>told</c> Reuters that the pier was closed.", "Reuters"),
        ("<s>Maltese and Greek officials</s> <c>told</c> Reuters that the pier was closed.", "Reuters"),
        ("<s>A source</s> <c>said</c> so, according to Reuters.", "Reuters"),
        ("According to the Harbour Herald, <s>a source</s> <c>said</c> so.", "Harbour Herald"),
        ("Speaking to Reuters, <s>a source</s> <c>said</c> so.", "Reuters"),
        ("<s>Two officials</s> <c>confirmed</c> to NBC News that it rained.", "NBC News"),
    ],
)
def test_an_unnamed_source_was_met_by_the_medium_nearest_to_it(marked: str, met_by: str) -> None:
    (who,) = sources_of(marked)
    assert who.kind is SourceKind.ANONYMOUS
    assert who.met_by == met_by
    assert who.side == f"{who.name}, as met by {met_by}"


def test_what_another_outlet_reports_its_own_people_met() -> None:
    story, attributions = read_marked("<s>CNN</s> <c>reported</c> that <s>a source</s> <c>said</c> so.")
    whole = Span(story.text.index("a source"), len(story.text) - 1)
    outer = replace(attributions[0], content=(whole,))
    reading = read_as_told(replace(story, outlet="The Bugle", language="en"), lambda _: ((outer, attributions[1]), ()))
    cnn, unnamed = (one.who for one in reading.attributions)
    assert [who and who.met_by for who in (cnn, unnamed)] == [None, "CNN"]


def test_an_agencys_unnamed_source_is_one_in_all_who_carry_it() -> None:
    one, other = (sources_of("<s>A source</s> <c>said</c> so.", outlet, "Reuters")[0] for outlet in ("A", "B"))
    assert one.met_by == "Reuters"
    assert one.identity == other.identity


@pytest.mark.parametrize(
    "marked",
    [
        "<s>Two officials</s> <c>said</c> so.",
        "<s>residents</s> <c>told</c> Reuters that the pier was closed.",
        "<s>Jane Doe and other officials</s> <c>told</c> Reuters so.",
    ],
)
def test_who_speaks_openly_was_met_by_no_one_outlet(marked: str) -> None:
    (who,) = sources_of(marked)
    assert (who.kind, who.met_by) == (SourceKind.COLLECTIVE, None)


def test_nobody_met_a_source_that_the_story_does_not_give() -> None:
    (who,) = sources_of("It <c>was said</c> to rain.")
    assert (who.name, who.met_by) == (None, None)


def test_a_part_is_on_the_side_of_all() -> None:
    several, one = sources_of("<s>Two officials</s> <c>told</c> Reuters so. <s>One of them</s> left.")
    assert several.side == one.side == "two officials, as met by Reuters"


def test_who_told_an_outlet_adds_as_unnamed_too() -> None:
    told, also = sources_of("<s>Two officials</s> <c>told</c> the Harbour Herald so, <c>adding</c> that it rained.")
    assert told.met_by == also.met_by == "Harbour Herald"
