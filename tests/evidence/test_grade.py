import time

from hypothesis import given
from hypothesis import strategies as st

from sayso.evidence.via.media import fold_name
from sayso.records import Attribution, Certainty, Event, Mark, MarkKind, Source, SourceKind, Span, Speech, Story
from tests.evidence.reports import grade_story

PIECES = st.sampled_from(
    [
        "The mayor ", "told Reuters ", "said ", "denied ", "that it may rain", ". ", ", ", "“No comment,” ", "did not ",
        "say ",
        "according to the BBC, ", "No injuries ", "were reported", "\n\n", "? ", "İstanbul ", "Why? ", "… ", "’s ",
        "May 5 ",
        "if it rains, ", "who ", "whether ", "Ann Smith of The Daily Times ", "[...] ", "U.S. ", "\u200b", "Ⅷ",
    ]
)  # fmt: skip
OUTLETS = st.sampled_from([None, "Reuters", "menafn.com", "The Daily Times"])
NAMES = st.sampled_from([None, "Reuters", "Ann Smith", "The Daily Times"])


@st.composite
def stories(draw: st.DrawFn) -> tuple[Story, tuple[Mark, ...], tuple[Attribution, ...], tuple[Event, ...]]:
    text = "".join(draw(st.lists(PIECES, max_size=25)))
    offsets = st.integers(0, len(text))
    spans = st.tuples(offsets, offsets).map(lambda ends: Span(min(ends), max(ends)))
    parts = st.lists(spans, max_size=2).map(lambda found: tuple(sorted(found)))
    who = st.builds(Source, NAMES, st.sampled_from(list(SourceKind)))
    attribution = st.builds(Attribution, parts, parts, parts, st.just(Speech.INDIRECT), st.just(1.0), st.none() | who)
    mark = st.builds(
        Mark,
        st.sampled_from(list(MarkKind)),
        spans,
        st.just("credit"),
        st.just({"agency": "Reuters", "outlet": "MENAFN"}),
    )
    event = st.builds(Event, spans, st.floats(0, 1), st.floats(-3, 3), st.just((0.1, 0.2, 0.3, 0.4)))
    return (
        Story(id="s", text=text, outlet=draw(OUTLETS)),
        tuple(draw(st.lists(mark, max_size=2))),
        tuple(draw(st.lists(attribution, max_size=6))),
        tuple(sorted(draw(st.lists(event, max_size=4)), key=lambda one: one.span)),
    )


@given(stories())
def test_any_text(
    given_story: tuple[Story, tuple[Mark, ...], tuple[Attribution, ...], tuple[Event, ...]],
) -> None:
    story, marks, attributions, events = given_story
    grades = grade_story(story, attributions, marks, events)
    assert len(grades) == len(attributions)
    for attribution, graded in zip(attributions, grades, strict=True):
        for span in (*(ground.span for ground in graded.grounds), *(clause.span for clause in graded.clauses)):
            assert 0 <= span.start < span.end <= len(story.text)
        if graded.negated:
            assert graded.certainty is Certainty.UNKNOWN
            assert not graded.denied
        assert 0 <= graded.score <= 1
        folded = [fold_name(name) for name in graded.via]
        assert len(set(folded)) == len(folded)
        if attribution.who and attribution.who.name:
            assert fold_name(attribution.who.name) not in folded
            outlet = {"menafn.com": "menafn"}.get(story.outlet or "", fold_name(story.outlet or ""))
            if outlet and outlet != fold_name(attribution.who.name):
                assert folded[0] == outlet


def test_time_grows_with_the_text() -> None:
    sentence = "The mayor said the bridge may be shut, according to the BBC. "

    def seconds(times: int) -> float:
        text = sentence * times
        starts = [len(sentence) * number for number in range(times)]
        attributions = [
            Attribution((Span(at, at + 9),), (Span(at + 10, at + 14),), (Span(at + 15, at + 37),), Speech.INDIRECT, 1.0)
            for at in starts
        ]
        begun = time.process_time()
        grade_story(Story(id="s", text=text), attributions)
        return time.process_time() - begun

    seconds(10)
    assert seconds(800) < 40 * max(seconds(100), 0.005)
