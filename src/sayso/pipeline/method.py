"""How sayso reads: the stages in their order."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial

from sayso.attribution.network.model import AttributionModel
from sayso.attribution.reader import Passage, read_windows
from sayso.cleaning import clean, spans_to_skip
from sayso.evidence import Chain, grade_attributions, trace_intermediaries
from sayso.evidence.events import read_events
from sayso.records import Attribution, Event, Mark, Reading, Rejection, Source, Story
from sayso.settings import LANGUAGES_READ
from sayso.sources import identity_of, meet_sources, outlet_name, resolve_sources
from sayso.text.language_names import name_language

Told = tuple[tuple[Attribution, ...], tuple[Event, ...]]
"""What the network tells of a story: who says what by which words, and the events in what they say."""


def read_story(model: AttributionModel, story: Story) -> Reading:
    """Clean, attribute, resolve and grade one story."""
    return read_as_told(story, partial(attribute, model, story))


def read_as_told(story: Story, tell: Callable[[tuple[Mark, ...]], Told]) -> Reading:
    """Clean, resolve and grade one story, given what tells who says what in it beside its marks."""
    marks = clean(story)
    if story.language not in LANGUAGES_READ:
        unread = f"written in {name_language(story.language)}, which is not read yet"
        return Reading(story, marks, attributions=(), unread=unread)
    found, events = tell(marks)
    return Reading(story, marks, _say_who(story, marks, found, events))


def attribute(model: AttributionModel, story: Story, marks: tuple[Mark, ...]) -> Told:
    """Who says what by which words, and the events in what they say: one pass of the network for both."""
    attributions: list[Attribution] = []
    events: list[Event] = []
    for window in read_windows(model, Passage(story.text, spans_to_skip(marks))):
        attributions += window.attributions
        events += read_events(model.calibration, window.events, window.attributions)
    return tuple(attributions), tuple(events)


def _say_who(
    story: Story, marks: tuple[Mark, ...], found: tuple[Attribution, ...], events: tuple[Event, ...]
) -> tuple[Attribution, ...]:
    """The attributions with who each source is, how sure it is, on what that rests, and through whom it came."""
    sources = resolve_sources(story, marks, found)
    resolved = _with_sources(found, sources)
    chains = trace_intermediaries(story, marks, resolved, find_outlet=outlet_name)
    identified = _with_sources(resolved, _identify(story, sources, chains))
    grades = grade_attributions(story, identified, chains, events)
    return tuple(replace(one, grade=grade) for one, grade in zip(identified, grades, strict=True))


def _with_sources(attributions: Sequence[Attribution], sources: Sequence[Source]) -> tuple[Attribution, ...]:
    return tuple(replace(one, who=source) for one, source in zip(attributions, sources, strict=True))


def _identify(story: Story, sources: tuple[Source, ...], chains: tuple[Chain, ...]) -> list[Source]:
    """Who each source is across stories: an unnamed one as the outlet describes it that met it."""
    met = meet_sources(sources, [(chain.medium, chain.was_told) for chain in chains])
    identified = {source: replace(source, identity=identity_of(source, story.published)) for source in set(met)}
    return [identified[source] for source in met]


def read_stories(model: AttributionModel, items: Iterable[Story | Rejection]) -> Iterator[Reading | Rejection]:
    """Read a stream of stories, in order, passing on those that could not be had."""
    for item in items:
        yield read_story(model, item) if isinstance(item, Story) else item
