"""Who is cited for what a story just told, on invented sentences."""

import pytest

from sayso.ingest import story_from_text
from sayso.pipeline.method import read_story
from sayso.pipeline.models import shipped_model
from sayso.records import Attribution, SourceKind, join_words


def cited_in(text: str) -> list[tuple[str, str, Attribution]]:
    """Names and contents of those who are cited."""
    reading = read_story(shipped_model(), story_from_text(text, outlet="Nordpost"))
    return [
        (one.who.name or "", join_words(text, one.content), one)
        for one in reading.attributions
        if one.who and join_words(text, one.cue).startswith(("cite", "quote", "refer", "attribute", "with"))
    ]


@pytest.mark.parametrize(
    ("text", "cited", "content"),
    [
        (
            "The bank hid losses, the Financial Times reported. The paper cited two people familiar with the matter.",
            *("two people familiar with the matter", "The bank hid losses"),
        ),
        (
            "Nine miners died below, Reuters reported on Monday. It cited the mine's owners, who gave no names.",
            *("mine's owners", "Nine miners died below"),
        ),
        (
            "The dairy will close, Reuters reports, with reference to the press service of the dairy.",
            *("press service of the dairy", "The dairy will close"),
        ),
        (
            "The losses came to nine million, Olga Brandt told reporters. She cited the harbour board.",
            *("harbour board", "The losses came to nine million"),
        ),
        (
            "The dairy will close, Reuters reported. The agency attributed the news to union leaders.",
            *("union leaders", "The dairy will close"),
        ),
    ],
)
def test_whoever_is_cited_says_it(text: str, cited: str, content: str) -> None:
    ((name, words, _),) = cited_in(text)
    assert (name, words) == (cited, content)


def test_the_unnamed_are_met_by_the_paper_that_cites_them() -> None:
    text = "The bank hid its losses, the Financial Times reported. It cited two people familiar with the matter."
    ((_, _, one),) = cited_in(text)
    assert one.who is not None
    assert (one.who.kind, one.who.met_by) == (SourceKind.ANONYMOUS, "Financial Times")
    assert one.grade is not None
    assert one.grade.via == ("Nordpost", "Financial Times")


@pytest.mark.parametrize(
    "text",
    [
        "The dairy will close, Olga Brandt said. She cited a study of the market.",
        "The dairy will close, Olga Brandt said. She cited criticism of the mayor's aunt.",
        "The dairy will close, Reuters reported. It cited a lack of milk.",
        "The dairy will close, Reuters reported. It cited the mayor as saying that he was sorry.",
        "The dairy will close, Reuters reported. It snowed. It cited the mayor.",
        "The dairy will close, Olga Brandt said. She referred to the mayor.",
    ],
)
def test_nobody_else_is_cited_for_it(text: str) -> None:
    first = text.split(",")[0]
    assert first not in [content for _, content, _ in cited_in(text)]
