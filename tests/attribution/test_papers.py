"""What documents would do that outlets have seen, on invented sentences."""

import pytest

from sayso.attribution.plain.papers import find_papers
from sayso.ingest import story_from_text
from sayso.pipeline.method import read_story
from sayso.pipeline.models import shipped_model


@pytest.mark.parametrize(
    ("text", "paper", "cue", "words"),
    [
        (
            "A draft decree seen by the Courier would suspend fishing for two years.",
            *("A draft decree", "seen by the Courier", "would suspend fishing for two years"),
        ),
        (
            "The plan, which the Courier has seen, will close two schools.",
            *("The plan", "which the Courier has seen", "will close two schools"),
        ),
        (
            "Fishing would be suspended under a draft decree obtained by Harbour News.",
            *("a draft decree", "obtained by Harbour News", "Fishing would be suspended"),
        ),
    ],
)
def test_a_document_that_an_outlet_saw_is_the_source(text: str, paper: str, cue: str, words: str) -> None:
    (found,) = find_papers(text)
    assert [span.of(text) for span in (*found.source, *found.cue, *found.content)] == [paper, cue, words]


@pytest.mark.parametrize(
    "text",
    [
        "The decree would suspend fishing for two years.",
        "The man seen by the Courier would not give his name.",
        "A draft decree seen by the Courier is dated May.",
    ],
)
def test_other_sentences_have_none(text: str) -> None:
    assert list(find_papers(text)) == []


@pytest.mark.parametrize("seen", ["seen", "reviewed", "obtained"])
def test_its_words_came_through_that_outlet(seen: str) -> None:
    text = f"A draft law {seen} by Reuters would raise the tax on ferries by a tenth."
    (found,) = read_story(shipped_model(), story_from_text(text, outlet="Herald")).attributions
    assert found.who
    assert found.grade
    assert (found.who.name, str(found.who.kind), found.grade.via) == ("draft law", "document", ("Herald", "Reuters"))


def test_how_an_outlet_came_by_a_document_is_no_part_of_its_name() -> None:
    text = "A letter seen by the Herald says that the pillars are cracked."
    (found,) = read_story(shipped_model(), story_from_text(text, outlet="Courier")).attributions
    assert found.who
    assert found.who.name == "letter"
