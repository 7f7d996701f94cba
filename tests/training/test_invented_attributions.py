"""Attributions of stories of invented events."""

import pytest

from training.invented import EVENTS_ASIDE, invented_stories, learnt_invented

Spans = list[list[int]]


@pytest.fixture(scope="module")
def stories() -> list[dict]:
    return invented_stories(nested=True)


def test_every_attribution_has_a_content_in_its_story(stories: list[dict]) -> None:
    for story in stories:
        for one in story["attributions"]:
            assert one["content"]
            for spans in (one["source"], one["cue"], one["content"]):
                assert all(0 <= start < end <= len(story["text"]) for start, end in spans), story["id"]
                assert spans == sorted(spans)


def test_what_is_within_another_stands_in_its_content(stories: list[dict]) -> None:
    within = 0
    for story in stories:
        for one in story["attributions"]:
            if "within" in one:
                outer = story["attributions"][one["within"]]["content"]
                assert _start(outer) <= _start(one["content"]) + 1, story["id"]
                assert _end(one["content"]) <= _end(outer) + 1, story["id"]
                within += 1
    assert within > 500


def test_those_within_another_are_left_out_where_they_are_not_wanted(stories: list[dict]) -> None:
    outer = invented_stories()
    assert [story["id"] for story in outer] == [story["id"] for story in stories]
    assert not any("within" in one for story in outer for one in story["attributions"])
    assert all(story["attributions"] for story in outer)


def test_the_stories_of_events_set_aside_are_not_learnt() -> None:
    aside = {story["id"] for story in invented_stories()} - {story["id"] for story in learnt_invented()}
    assert {name.split("/")[0] for name in aside} == set(EVENTS_ASIDE)


def _start(spans: Spans) -> int:
    return min(start for start, _ in spans)


def _end(spans: Spans) -> int:
    return max(end for _, end in spans)
