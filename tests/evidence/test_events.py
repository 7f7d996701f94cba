import pytest

from sayso.attribution.network.model import AttributionModel
from sayso.attribution.reader import Passage, read_windows
from sayso.evidence.events import read_events
from sayso.pipeline.models import shipped_model
from sayso.records import Event

STORY = (
    "The ferry sank on Monday, the mayor said. The pilot may have left the harbour early, a spokesman said.\n\n"
    "The owner denied that the hull had cracked.\n\nNobody spoke in the square."
)


@pytest.fixture(scope="module")
def model() -> AttributionModel:
    return shipped_model()


@pytest.fixture(scope="module")
def events(model: AttributionModel) -> dict[str, Event]:
    found = [
        event
        for window in read_windows(model, Passage(STORY))
        for event in read_events(model.calibration, window.events, window.attributions)
    ]
    return {event.span.of(STORY): event for event in found}


def test_events_are_whole_words_of_what_is_said(events: dict[str, Event]) -> None:
    assert {"sank", "left"} <= set(events)
    assert not {"ferry", "harbour", "square"} & set(events)


def test_a_flat_assertion_is_more_factual_than_a_guess(events: dict[str, Event]) -> None:
    assert events["sank"].factuality > events["left"].factuality
    assert events["sank"].likelihood[0] > events["left"].likelihood[0]


def test_likelihoods_come_with_every_event(events: dict[str, Event]) -> None:
    for event in events.values():
        assert sum(event.likelihood) == pytest.approx(1, abs=0.01)
        assert 0 <= event.presence <= 1


def test_nothing_said_has_no_events(model: AttributionModel) -> None:
    (window,) = read_windows(model, Passage(STORY))
    assert read_events(model.calibration, window.events, ()) == ()
