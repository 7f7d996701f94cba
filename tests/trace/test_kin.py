"""Stories of an event that name it otherwise."""

from collections.abc import Callable, Sequence

import pytest

from sayso.records import Story
from sayso.trace.finding.kin import DOER_NAMED_SHARE, find_kin

NAMED = ("In Upper Harborton the dam of Marlin Power burst, said Osric Tan.",) * 3
KIN = "A dam burst: it was that of Marlin Power, said Osric Tan."
OTHER = "In Upper Kettleby the ferry of Marlin Power sank."


def stories(texts: Sequence[str], letter: str) -> dict[str, Story]:
    return {f"{letter}{place}": Story(f"{letter}{place}", text) for place, text in enumerate(texts)}


def counted(texts: Sequence[str], more: int = 0) -> Callable[[str], int]:
    return lambda word: sum(word in text for text in texts) + more


def test_a_story_with_two_names_of_the_event_is_of_it() -> None:
    others = stories([KIN, OTHER, "It rained."], "o")
    assert find_kin(stories(NAMED, "n"), others, counted([*NAMED, KIN, OTHER])) == {"o0"}


def test_names_that_many_stories_have_tell_nothing() -> None:
    assert find_kin(stories(NAMED, "n"), stories([KIN], "o"), counted([*NAMED, KIN], more=20)) == set()


def test_where_most_stories_of_an_event_lack_the_name_it_tells_which_part_is_meant() -> None:
    assert find_kin(stories(NAMED, "n"), stories([KIN] * 4, "o"), counted([*NAMED, *[KIN] * 4])) == set()


@pytest.mark.parametrize("named", [(), NAMED[:1]])
def test_one_story_has_nothing_in_common(named: Sequence[str]) -> None:
    assert find_kin(stories(named, "n"), stories([KIN], "o"), counted([*named, KIN])) == set()


def test_of_whom_a_claim_tells_what_they_do_most_stories_of_the_event_are() -> None:
    named, others, count = stories(NAMED, "n"), stories([KIN] * 2, "o"), counted([*NAMED, KIN, KIN])
    assert find_kin(named, others, count) == {"o0", "o1"}
    assert find_kin(named, others, count, DOER_NAMED_SHARE) == set()
