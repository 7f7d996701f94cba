"""A story that another program forgets while this one reads is just not there any more."""

from collections.abc import Mapping, Sequence

import pytest

from sayso.claims.comparison import Compared
from sayso.claims.passages import Passage
from sayso.errors import LedgerError
from sayso.export.content import Content
from sayso.ledger import Ledger
from sayso.ledger.forget import forget_story
from sayso.ledger.search import FoundStories
from sayso.trace import trace
from tests.trace.stories import Said, SharedWords, ledger_of, make_reading

CLAIM = "the ferry Marlin leaks"
READINGS = [make_reading(one, Said(f"Mayor {name} Brodie", CLAIM)) for one, name in (("a", "Ann"), ("b", "Bea"))]


def forget_elsewhere(ledger: Ledger, story_id: str) -> None:
    """Forget it as another program does, which is told that this one still reads."""
    with Ledger(ledger.path, busy_timeout_seconds=0.1) as other:
        if ledger.connection.in_transaction:
            with pytest.raises(LedgerError, match="the story is forgotten"):
                forget_story(other, story_id, "ed")
        else:
            forget_story(other, story_id, "ed")


class ForgetsWhileLookingUp(Ledger):
    """A ledger of which another program forgets a story between two queries of one trace."""

    def find_stories(
        self, weights: Mapping[str, float], enough: float, most: int | None = None, after: int = 0
    ) -> FoundStories:
        found = super().find_stories(weights, enough, most, after)
        forget_elsewhere(self, "a")
        return found


class ForgetsWhileComparing(SharedWords):
    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def compare(self, claim: str, passages: Sequence[Passage]) -> list[Compared]:
        if "a" in self._ledger.stories_by_id(["a"]):
            forget_elsewhere(self._ledger, "a")
        return super().compare(claim, passages)


def test_a_story_forgotten_while_a_claim_is_looked_up_is_gone_from_the_next_trace() -> None:
    with ledger_of(READINGS) as ledger, ForgetsWhileLookingUp(ledger.path) as reader:
        assert trace(reader, CLAIM, model=SharedWords()).support == ("b",)
        assert trace(ledger, CLAIM, model=SharedWords()).support == ("b",)


def test_a_story_forgotten_while_words_are_compared_is_in_no_trace() -> None:
    with ledger_of(READINGS) as ledger:
        found = trace(ledger, CLAIM, model=ForgetsWhileComparing(ledger))
        assert (found.support, [text.stories for text in found.texts]) == (("b",), [("b",)])


def test_stories_are_read_on_without_one_forgotten_meanwhile() -> None:
    with ledger_of(READINGS) as ledger:
        stories = ledger.stories()
        first = next(stories)
        forget_elsewhere(ledger, "b")
        assert [first.id, *(story.id for story in stories)] == ["a"]


def test_an_export_goes_on_without_one_forgotten_meanwhile() -> None:
    with ledger_of(READINGS) as ledger:
        content = Content(ledger, ("a", "b"), {}, has_extents=False)
        forget_elsewhere(ledger, "a")
        forget_elsewhere(ledger, "b")
        assert list(content.parts()) == []
