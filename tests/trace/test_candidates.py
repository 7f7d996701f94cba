from datetime import date

import pytest

from sayso.claims.passages import Passage
from sayso.records import Mark, MarkKind, Reading, Span
from sayso.trace.candidates import find_candidates, is_published_by, propositions_of
from tests.ledger.samples import find_span
from tests.trace.stories import Said, ledger_of, make_reading

FERRY = Said("Mayor Olena Brodie", "the ferry Marlin leaks")
OWN = "The council of Harborton met on Monday evening."


def test_a_story_gives_the_content_of_each_attribution_and_its_own_voice() -> None:
    reading = make_reading("a", FERRY, OWN, title="Harbour news")
    content, own = propositions_of(reading)
    assert (content.words, own.words) == ("the ferry Marlin leaks", OWN)
    assert content.attribution is reading.attributions[0]
    assert own.attribution is None
    assert content.passage == Passage("Olena Brodie said the ferry Marlin leaks", "Harbour news")
    assert content.around.strip() == reading.story.text.strip()


def test_what_is_around_is_two_sentences_on_either_side() -> None:
    sentences = [f"The council of Harborton met on day {number}." for number in range(9)]
    candidates = list(propositions_of(make_reading("a", *sentences)))
    around = [candidate.around.split(". ") for candidate in candidates]
    assert [len(some) - (some[-1] == "") for some in around] == [3, 4, 5, 5, 5, 5, 5, 4, 3]
    assert all(candidate.words in candidate.around for candidate in candidates)


@pytest.mark.parametrize(("kind", "kept"), [(MarkKind.PROMO, 1), (MarkKind.CREDIT, 1), (MarkKind.DAMAGE, 2)])
def test_what_the_story_does_not_tell_is_left_out_and_damage_is_not(kind: MarkKind, kept: int) -> None:
    reading = make_reading("a", OWN, "Read more news on the ferries here.")
    mark = Mark(kind, find_span(reading.story.text, "Read more news on the ferries here."), "a test")
    assert len(list(propositions_of(Reading(reading.story, (mark,), ())))) == kept


def test_stories_with_some_of_the_weight_of_a_query_are_looked_at() -> None:
    readings = [
        make_reading("a", FERRY),
        make_reading("b", Said("Ivo Tan", "the ferry Shark sails on")),
        make_reading("c", Said("Ivo Tan", "a school burnt down")),
    ]
    with ledger_of(readings) as ledger:
        assert {one.story.id for one in find_candidates(ledger, "Does the ferry Marlin leak?", None)} == {"a"}
        assert {one.story.id for one in find_candidates(ledger, "any ferry", None)} == {"a", "b"}
        assert find_candidates(ledger, "elephants on parade", None) == []
        assert find_candidates(ledger, "?!", None) == []


@pytest.mark.parametrize(
    ("published", "modified", "days"),
    [
        ("2024-03-05", None, [5, 6]),
        ("2024-03-05T23:30:00-05:00", None, [5, 6]),
        ("2024-03-05", "2024-03-06T00:10:00Z", [6]),
        ("2024-03", None, []),
        (None, None, []),
        ("05 March 2023", None, []),
    ],
)
def test_a_day_counts_whole_and_undated_stories_by_no_day(
    published: str | None, modified: str | None, days: list[int]
) -> None:
    story = make_reading("a", FERRY, published=published, modified=modified).story
    assert [day for day in (4, 5, 6) if is_published_by(story, date(2024, 3, day))] == days
    with ledger_of([make_reading("a", FERRY, published=published, modified=modified)]) as ledger:
        assert [day for day in (4, 5, 6) if find_candidates(ledger, "the ferry Marlin", date(2024, 3, day))] == days
        assert find_candidates(ledger, "the ferry Marlin", None)


def test_offsets_give_the_words() -> None:
    reading = make_reading("a", OWN, FERRY, "Rain fell all day long.")
    for candidate in propositions_of(reading):
        (span,) = candidate.proposition.spans
        assert isinstance(span, Span)
        assert reading.story.text[span.start : span.end] == candidate.words
