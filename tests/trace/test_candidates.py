from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.claims.passages import Passage
from sayso.ledger import Ledger
from sayso.records import Mark, MarkKind, Reading, Span
from sayso.trace.finding import candidates
from sayso.trace.finding.candidates import Candidates, find_candidates, is_published_by, propositions_of
from sayso.trace.finding.query import weigh_words
from tests.ledger.samples import find_span
from tests.trace.stories import Said, ledger_of, make_reading

FERRY = Said("Mayor Olena Brodie", "the ferry Marlin leaks")
OWN = "The council of Harborton met on Monday evening."


def find_in(ledger: Ledger, query: str, as_of: date | None = None, *, everything: bool = False) -> Candidates:
    return find_candidates(ledger, [weigh_words(ledger, query).weights], as_of, everything=everything)


def test_a_story_gives_the_content_of_each_attribution_and_its_own_voice() -> None:
    reading = make_reading("a", FERRY, OWN, title="Harbour news")
    content, own = propositions_of(reading)
    assert (content.words, own.words) == ("the ferry Marlin leaks", OWN)
    assert content.attribution is reading.attributions[0]
    assert own.attribution is None
    assert content.passage == Passage("Olena Brodie said the ferry Marlin leaks", "Harbour news")
    assert content.around.strip() == reading.story.text.strip()


@pytest.mark.parametrize(("cue", "who"), [("said", "Ivo Tan"), ("knew", None), ("became aware", None)])
def test_who_is_told_to_know_something_did_not_say_it(cue: str, who: str | None) -> None:
    (told,) = propositions_of(make_reading("a", Said("Ivo Tan", "the ferry Marlin leaks", cue)))
    assert (told.who and told.who.name) == who


def test_what_is_around_is_two_sentences_on_either_side() -> None:
    sentences = [f"The council of Harborton met on day {number}." for number in range(9)]
    told = list(propositions_of(make_reading("a", *sentences)))
    around = [candidate.around.split(". ") for candidate in told]
    assert [len(some) - (some[-1] == "") for some in around] == [3, 4, 5, 5, 5, 5, 5, 4, 3]
    assert all(candidate.words in candidate.around for candidate in told)


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
        assert {one.story.id for one in find_in(ledger, "Does the ferry Marlin leak?").found} == {"a"}
        assert {one.story.id for one in find_in(ledger, "any ferry").found} == {"a", "b"}
        assert find_in(ledger, "elephants on parade") == find_in(ledger, "?!") == Candidates()


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
        assert [day for day in (4, 5, 6) if find_in(ledger, "the ferry Marlin", date(2024, 3, day)).found] == days
        assert find_in(ledger, "the ferry Marlin").found


def test_offsets_give_the_words() -> None:
    reading = make_reading("a", OWN, FERRY, "Rain fell all day long.")
    for candidate in propositions_of(reading):
        (span,) = candidate.proposition.spans
        assert isinstance(span, Span)
        assert reading.story.text[span.start : span.end] == candidate.words


def count_limits(monkeypatch: pytest.MonkeyPatch, fewest: int, most: int, stories: int) -> None:
    monkeypatch.setattr(candidates, "FEWEST_SENTENCES", fewest)
    monkeypatch.setattr(candidates, "MOST_SENTENCES", most)
    monkeypatch.setattr(candidates, "MOST_STORIES", stories)


SHARING = ["The ferry Marlin leaks badly.", "The ferry Marlin sails again.", "Any ferry may be late.", OWN]


def test_the_sentences_that_share_most_words_are_taken_and_the_rest_is_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    readings = [make_reading("a", *SHARING), make_reading("b", *SHARING[::-1]), make_reading("c", SHARING[1])]
    with ledger_of(readings) as ledger:
        for fewest, aside in ((1, 3), (2, 2), (3, 1)):
            count_limits(monkeypatch, fewest, 0, 9)
            found = find_in(ledger, "the ferry Marlin leaks")
            # A sentence that stands in several stories counts once.
            assert {one.words for one in found.found} == set(SHARING[:fewest])
            assert (found.sentences_aside, found.stories_aside) == (aside, 0)
        # The council's meeting has no word of the claim, but what stands beside it has.
        count_limits(monkeypatch, 0, 9, 9)
        assert {one.words for one in find_in(ledger, "the ferry Marlin leaks").found} <= set(SHARING)
        assert find_in(ledger, "the ferry Marlin leaks", everything=True).sentences_aside == 0


def test_of_sentences_without_a_word_of_the_claim_the_nearest_are_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(candidates, "MOST_WORDLESS", 1)
    near = make_reading("a", "Its pumps ran all night.", SHARING[0], "The crew slept on deck.", title="Harbour news")
    under = make_reading("b", "The council met at noon.", "Nobody went home again.", title="Ferry Marlin leaks")
    with ledger_of([near, under]) as ledger:
        found = find_in(ledger, "the ferry Marlin leaks")
        assert len(found.found) == 2
        assert SHARING[0] in {one.words for one in found.found}
        assert found.sentences_aside == 3
        assert len(find_in(ledger, "the ferry Marlin leaks", everything=True).found) == 5


def test_the_stories_that_share_most_words_are_looked_through_and_the_rest_is_counted(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    readings = [make_reading(story_id, sentence) for story_id, sentence in zip("cbad", SHARING, strict=True)]
    readings[1] = make_reading("b", SHARING[1], published="2024-03-01")
    count_limits(monkeypatch, 9, 9, 1)
    with ledger_of(readings) as ledger:
        found = find_in(ledger, "the ferry Marlin leaks")
        assert [one.story.id for one in found.found] == ["c"]
        assert found.stories_aside >= 1
        # The best one is of a later day.
        assert [one.story.id for one in find_in(ledger, "the ferry Marlin leaks", date(2024, 3, 2)).found] == ["b"]
        everything = find_in(ledger, "the ferry Marlin leaks", everything=True)
        assert ({one.story.id for one in everything.found}, everything.stories_aside) == ({"b", "c"}, 0)


WORDS = ["ferry", "Marlin", "leaks", "harbour", "Łódź", "U.S.", "council", "burnt", "North", "northern", "e-mail"]


@settings(deadline=None, max_examples=30)
@given(st.lists(st.lists(st.sampled_from(WORDS), min_size=4, max_size=9), min_size=1, max_size=9), st.data())
def test_what_has_every_word_of_a_claim_is_taken_before_what_has_not(
    stories: list[list[str]], data: st.DataObject
) -> None:
    claim = data.draw(st.lists(st.sampled_from(stories[0]), min_size=1, max_size=4, unique=True))
    readings = [make_reading(str(number), " ".join(words) + ".") for number, words in enumerate(stories)]
    whole = {reading.story.text.strip() for reading in readings if set(claim) <= set(reading.story.text[:-2].split())}
    with ledger_of(readings) as ledger, pytest.MonkeyPatch.context() as patch:
        count_limits(patch, len(whole), len(whole), len(stories))
        found = {one.story.text.strip() for one in find_in(ledger, " ".join(claim)).found}
    assert whole <= found or len(found) >= len(whole)
    assert all(text in found for text in whole) or any(_begins_alike(claim, text) for text in found - whole)


def _begins_alike(claim: list[str], text: str) -> bool:
    """Tell whether a text has words that begin as the claim's do ("northern" for "North")."""
    return all(any(word.casefold().startswith(one[:4].casefold()) for word in text[:-1].split()) for one in claim)


@settings(deadline=None, max_examples=30)
@given(st.lists(st.lists(st.sampled_from(SHARING), min_size=1, max_size=4), min_size=1, max_size=4))
def test_where_all_sentences_may_be_compared_the_same_are_found_as_with_everything(stories: list[list[str]]) -> None:
    readings = [make_reading(str(number), *sentences) for number, sentences in enumerate(stories)]
    with ledger_of(readings) as ledger:
        found, everything = (find_in(ledger, "the ferry Marlin leaks", everything=all_) for all_ in (False, True))
    near = [one for one in everything.found if one in found.found]
    assert list(found.found) == near
    assert not any("ferry" in one.words for one in everything.found if one not in found.found)
