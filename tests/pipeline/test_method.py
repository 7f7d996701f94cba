from collections.abc import Iterator
from pathlib import Path

import pytest

import sayso
from sayso.attribution.network.model import AttributionModel
from sayso.errors import InputError
from sayso.ingest import story_from_text
from sayso.ledger import Added, Ledger
from sayso.pipeline.adding import add_stories
from sayso.pipeline.method import read_stories, read_story
from sayso.pipeline.models import shipped_model
from sayso.records import MarkKind, Rejection, Speech, Story

STORY = "ROME (AP) — The mayor, Ada Rossi, said the bridge is safe.\n\n“It will stand for a century,” she said."
REJECTION = Rejection("page.html", "an empty page", "a story", "Look at the page")


@pytest.fixture(scope="module")
def model() -> AttributionModel:
    return shipped_model()


def test_reads_what_is_said_and_marks_what_is_not_the_story(model: AttributionModel) -> None:
    reading = read_story(model, story_from_text(STORY))
    assert reading.unread is None
    assert [mark.kind for mark in reading.marks][:1] == [MarkKind.DATELINE] or MarkKind.CREDIT in {
        mark.kind for mark in reading.marks
    }
    assert [attribution.speech for attribution in reading.attributions] == [Speech.INDIRECT, Speech.DIRECT]


def test_other_languages_are_kept_and_told_not_misread(model: AttributionModel) -> None:
    french = "Le président a déclaré mardi que la réforme serait présentée au Parlement avant la fin de l’année."
    reading = read_story(model, story_from_text(french))
    assert reading.attributions == ()
    assert reading.unread == "written in French, which is not read yet"
    assert reading.story.text == french


def test_a_stream_goes_on_past_what_could_not_be_had(model: AttributionModel) -> None:
    items: list[Story | Rejection] = [story_from_text(STORY), REJECTION, story_from_text(STORY + " ")]
    first, rejected, last = read_stories(model, items)
    assert rejected is REJECTION
    assert first.attributions == last.attributions


def test_adding_tells_what_became_of_each(model: AttributionModel, tmp_path: Path) -> None:
    first = story_from_text(STORY, url="https://example.org/bridge")
    changed = story_from_text(STORY + "\n\nThe council disagreed.", url="https://example.org/bridge")
    with Ledger(tmp_path / "l.sayso") as ledger:
        outcomes = list(add_stories(ledger, model, [first, REJECTION, first, changed]))
        assert [outcome.added for outcome in outcomes] == [Added.NEW, None, Added.UNCHANGED, Added.REVISED]
        assert outcomes[1].rejection is REJECTION
        assert ledger.count_stories() == 1


def test_what_is_yielded_is_already_kept(model: AttributionModel, tmp_path: Path) -> None:
    def interrupted() -> Iterator[Story]:
        yield story_from_text(STORY)
        raise KeyboardInterrupt

    path = tmp_path / "l.sayso"
    with Ledger(path) as ledger, pytest.raises(KeyboardInterrupt):
        list(add_stories(ledger, model, interrupted()))
    with Ledger(path) as ledger:
        assert ledger.count_stories() == 1
        (outcome,) = add_stories(ledger, model, [story_from_text(STORY)])
        assert outcome.added is Added.UNCHANGED


def test_the_python_interface_reads_a_text() -> None:
    reading = sayso.read(STORY, title="Bridge", outlet="The Herald", published="2024-05-01")
    assert reading.story.title == "Bridge"
    frame = reading.to_frame()
    assert list(frame["speech"]) == ["indirect", "direct"]
    assert "Ada Rossi" in frame["source"][0]
    assert frame["content_spans"][1] == reading.attributions[1].content


def test_the_python_interface_refuses_nothing() -> None:
    with pytest.raises(InputError):
        sayso.read("")


def test_the_package_names_only_what_it_has() -> None:
    with pytest.raises(AttributeError, match="nonsense"):
        sayso.nonsense  # noqa: B018


def test_the_day_of_a_text_is_read_or_refused() -> None:
    assert sayso.read(STORY, published="14 December 2024").story.published == "2024-12-14"
    with pytest.raises(InputError, match='"yesterday" as a date'):
        sayso.read(STORY, published="yesterday")
