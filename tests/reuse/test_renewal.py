"""The lineage of stories holds until a text comes in that shares words with them."""

import pytest

from sayso.records import Story
from sayso.reuse import renewal
from sayso.reuse.renewal import came_near
from tests.reuse.ledgers import add_stories, ledger_of, quote, updated, write_words
from tests.reuse.texts import make_story, write_text

TOLD = write_text(1)
SAID = quote(write_words(50, 16))
HELD = [make_story("a", [*TOLD, SAID], 1), make_story("b", TOLD, 2), make_story("c", write_text(2), 3)]


@pytest.mark.parametrize(
    ("came", "near"),
    [
        (make_story("d", write_text(3), 4), False),
        (make_story("c", write_text(4), 4), False),
        (make_story("d", write_text(2), 4), False),
        (make_story("d", TOLD, 4), True),
        (make_story("d", [*write_text(5), *TOLD[:2]], 4), True),
        (make_story("d", [*write_text(5), SAID], 4), True),
        (make_story("b", write_text(6), 4), True),
    ],
    ids=["other words", "a text of another", "a copy of another", "a copy", "a part", "a quotation", "a text of one"],
)
def test_it_holds_until_a_text_comes_near(came: Story, near: bool) -> None:
    with ledger_of(HELD) as ledger:
        updated(ledger)
        after = ledger.prints.newest()
        add_stories(ledger, [came])
        updated(ledger)
        assert came_near(ledger, ["a", "b"], after) is near


def test_behind_too_many_new_texts_nothing_is_told_to_hold(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(renewal, "MOST_NEW_TEXTS", 1)
    with ledger_of(HELD) as ledger:
        updated(ledger)
        assert not came_near(ledger, ["a"], 2)
        assert came_near(ledger, ["c"], 0)
