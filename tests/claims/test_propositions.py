import re
import time
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from sayso.claims.passages import Passage
from sayso.claims.propositions import (
    CONTEXT_CHARS,
    FEWEST_OWN_WORDS,
    FEWEST_WORDS,
    find_propositions,
    passage_of,
    sentences_around,
    words_of,
)
from sayso.records import Attribution, Proposition, Span, Speech
from sayso.text.sentences import find_sentences

TEXT = (
    "The harbour of Oslo was shut on Monday. A crane fell, Mayor Ida Strand said in a statement. "
    "“It is safe. We open it tomorrow at noon,” she told reporters. Yes."
)


def span_in(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def attribution(source: tuple[Span, ...], cue: tuple[Span, ...], content: tuple[Span, ...]) -> Attribution:
    return Attribution(source, cue, content, Speech.INDIRECT, 0.9)


SAID = attribution((span_in(TEXT, "Mayor Ida Strand"),), (span_in(TEXT, "said"),), (span_in(TEXT, "A crane fell"),))
TOLD = attribution(
    (span_in(TEXT, "she"),), (span_in(TEXT, "told"),), (span_in(TEXT, "It is safe. We open it tomorrow at noon"),)
)


def told(text: str, found: tuple[Proposition, ...]) -> list[tuple[str, int | None]]:
    return [(words_of(text, one), one.attribution) for one in found]


def test_a_content_is_cut_at_its_sentences_and_the_rest_is_the_story_s_own() -> None:
    assert told(TEXT, find_propositions(TEXT, [SAID, TOLD])) == [
        ("The harbour of Oslo was shut on Monday.", None),
        ("A crane fell", 0),
        ("It is safe.", 1),
        ("We open it tomorrow at noon", 1),
    ]


def test_what_is_skipped_is_nobody_s_word() -> None:
    skip = [span_in(TEXT, "The harbour of Oslo")]
    assert told(TEXT, find_propositions(TEXT, [], skip))[0] == ("was shut on Monday.", None)


def test_a_short_rest_beside_a_content_says_nothing() -> None:
    text = "Nine cranes fell, Ida Strand said, up from the four of last week."
    said = attribution((span_in(text, "Ida Strand"),), (span_in(text, "said"),), (span_in(text, "Nine cranes fell"),))
    assert [one.attribution for one in find_propositions(text, [said])] == [0]


def test_a_long_rest_beside_a_content_is_the_story_s_own() -> None:
    text = "Strand, who closed the old port two years ago, said that nobody was hurt."
    one = attribution((span_in(text, "Strand"),), (span_in(text, "said"),), (span_in(text, "that nobody was hurt"),))
    assert told(text, find_propositions(text, [one])) == [
        (", who closed the old port two years ago,", None),
        ("that nobody was hurt", 0),
    ]


def test_where_somebody_speaks_is_nothing_that_the_story_says() -> None:
    text = "In his first long meeting with Mayor Strand at the old harbour, Lang said that nobody was hurt."
    one = attribution((span_in(text, "Lang"),), (span_in(text, "said"),), (span_in(text, "that nobody was hurt"),))
    assert told(text, find_propositions(text, [one])) == [("that nobody was hurt", 0)]


def test_what_happened_before_somebody_speaks_is_told_by_the_story() -> None:
    text = "With the old harbour shut after it was flooded twice, Lang said that nobody was hurt."
    one = attribution((span_in(text, "Lang"),), (span_in(text, "said"),), (span_in(text, "that nobody was hurt"),))
    assert len(find_propositions(text, [one])) == 2


def test_a_passage_says_who_says_it_and_has_the_headline_and_the_sentence_before_as_context() -> None:
    found = find_propositions(TEXT, [SAID])[1]
    assert passage_of(TEXT, "Crane falls.", found, "Ida Strand said") == Passage(
        "Ida Strand said A crane fell", "Crane falls. The harbour of Oslo was shut on Monday"
    )


def test_the_first_sentence_without_headline_has_no_context() -> None:
    assert passage_of(TEXT, None, find_propositions(TEXT, [])[0]).context == ""


@st.composite
def stories(draw: st.DrawFn) -> tuple[str, list[Attribution]]:
    """A text, and attributions whose spans may cross sentences and each other."""
    words = st.sampled_from(["a", "boat", "Sinks", "off", "Bergen", "12", "Yes"])
    after = st.sampled_from([" ", " ", " ", ", ", ". ", "\n\n", "! "])
    text = "".join(word + sign for word, sign in draw(st.lists(st.tuples(words, after), min_size=1, max_size=60)))
    offsets = st.integers(0, len(text) - 1)
    spans = st.lists(st.tuples(offsets, st.integers(1, 40)), min_size=1, max_size=2).map(
        lambda some: tuple(sorted(Span(start, min(start + length, len(text))) for start, length in some))
    )
    return text, draw(st.lists(st.builds(attribution, spans, spans, spans), max_size=4))


def words_in(text: str, spans: tuple[Span, ...]) -> int:
    return sum(len(re.findall(r"\w+", span.of(text))) for span in spans)


def covered(spans: tuple[Span, ...]) -> set[int]:
    return {offset for span in spans for offset in range(*span)}


@given(stories())
def test_every_span_holds_words_of_its_sentence(story: tuple[str, list[Attribution]]) -> None:
    text, attributions = story
    for found in find_propositions(text, attributions):
        assert found.spans
        for span in found.spans:
            assert found.sentence.start <= span.start < span.end <= found.sentence.end
            assert words_in(text, (span,))
            assert span.of(text) == span.of(text).strip()


@given(stories())
def test_what_the_story_says_itself_is_said_once_and_by_no_source(story: tuple[str, list[Attribution]]) -> None:
    text, attributions = story
    own = [span for found in find_propositions(text, attributions) if found.attribution is None for span in found.spans]
    assert len(covered(tuple(own))) == sum(span.end - span.start for span in own)
    for one in attributions:
        assert not covered(tuple(own)) & covered((*one.source, *one.cue, *one.content))


@given(stories())
def test_every_word_of_a_content_is_in_a_proposition_of_its_source(story: tuple[str, list[Attribution]]) -> None:
    text, attributions = story
    propositions = find_propositions(text, attributions)
    starts = (*find_sentences(text).starts, len(text))
    for place, one in enumerate(attributions):
        held = {offset for found in propositions if found.attribution == place for offset in covered(found.spans)}
        for start, end in pairwise(starts):
            parts = tuple(Span(max(start, span.start), min(end, span.end)) for span in one.content)
            inside = tuple(span for span in parts if span.start < span.end)
            letters = {offset for offset in covered(inside) if re.match(r"\w", text[offset])}
            if words_in(text, inside) >= FEWEST_WORDS:
                assert letters <= held
            else:
                assert not letters & held


@given(stories())
def test_without_attributions_every_sentence_that_says_something_is_the_story_s(
    story: tuple[str, list[Attribution]],
) -> None:
    text, _ = story
    found = find_propositions(text, [])
    assert all(one.attribution is None and one.spans == (one.sentence,) for one in found)
    starts = (*find_sentences(text).starts, len(text))
    sentences = [Span(start, end) for start, end in pairwise(starts)]
    long_enough = [span.of(text).strip() for span in sentences if words_in(text, (span,)) >= FEWEST_OWN_WORDS]
    assert [one.sentence.of(text) for one in found] == long_enough


def test_what_is_around_ends_with_the_text() -> None:
    sentences = find_sentences(TEXT)
    first, *_, last = find_propositions(TEXT, [])
    assert sentences_around(TEXT, first, sentences, reach=0) == "The harbour of Oslo was shut on Monday. "
    assert sentences_around(TEXT, last, sentences, reach=0).startswith("We open it tomorrow")
    assert sentences_around(TEXT, last, sentences, reach=9) == TEXT


def test_a_long_story_with_many_attributions_is_cut_in_a_moment() -> None:
    sentence = "Ann Lee said that the ferry leaks at the pier. "
    text = sentence * 2000
    said = [
        attribution((Span(at, at + 7),), (Span(at + 8, at + 12),), (Span(at + 13, at + len(sentence) - 2),))
        for at in range(0, len(text), len(sentence))
    ]
    started = time.process_time()
    found = find_propositions(text, said)
    around = [sentences_around(text, one, sentences) for sentences in [find_sentences(text)] for one in found]
    # Each sentence against each attribution, and the sentences found anew for each, took more than 20 s.
    assert time.process_time() - started < 5
    assert [one.attribution for one in found] == list(range(2000))
    assert {len(words) for words in around} == {len(sentence) * count for count in (3, 4, 5)}


def test_a_headline_stays_whole_beside_a_long_sentence_before() -> None:
    text = f"{'The harbour was quiet and ' * 30}the crane stood still. It fell on Monday."
    last = find_propositions(text, [])[-1]
    context = passage_of(text, "Crane falls in Harborton", last).context
    assert context.startswith("Crane falls in Harborton. ")
    assert context.endswith("the crane stood still")
    assert len(context) <= CONTEXT_CHARS + len(". ")


def test_a_passage_names_what_the_story_named_and_the_country_of_its_source() -> None:
    text = "He drove through the Torvan region. Torva left the region, the country said."
    last = find_propositions(text, [])[-1]
    passage = passage_of(text, None, last, "the ministry said", "Torva")
    assert passage.words == "the ministry said Torva left the Torvan region, Torva said."
