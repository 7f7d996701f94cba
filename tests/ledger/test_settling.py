"""Stories that are told apart without a ledger are told apart as one tells them."""

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.ledger import Added, Ledger
from sayso.ledger.settling import keys_of, settle_stories
from sayso.records import Reading, Run, Story

ADDRESSES = (None, "https://herald.example/ferry", "https://post.example/ferry", "https://post.example/ferry?print")
STORIES = st.lists(
    st.builds(
        Story,
        id=st.sampled_from(("a", "b", "a@Coast Post")),
        text=st.sampled_from(("one", "two", "three")),
        outlet=st.sampled_from((None, "Coast Post", "Herald")),
        url=st.sampled_from(ADDRESSES),
        canonical_url=st.sampled_from(ADDRESSES),
    ),
    min_size=1,
    max_size=7,
)


@settings(deadline=None, max_examples=25)
@given(STORIES)
def test_stories_settle_as_in_a_ledger(stories: list[Story]) -> None:
    with TemporaryDirectory() as folder, Ledger(Path(folder) / "l.sayso") as ledger:
        added = [ledger.add(Reading(story, (), ()), Run("", "")) for story in stories]
        rows = ledger.connection.execute("SELECT story, number FROM revision ORDER BY id").fetchall()
    settled = settle_stories(stories)
    assert [one is None for one in settled] == [one is Added.UNCHANGED for one in added]
    assert [one for one in settled if one] == [tuple(row) for row in rows]


@settings(deadline=None, max_examples=60)
@given(STORIES)
def test_stories_without_a_key_in_common_settle_by_themselves(stories: list[Story]) -> None:
    together = settle_stories(stories)
    groups: list[set[int]] = []
    for number, story in enumerate(stories):
        keys = set(keys_of(story))
        near = [group for group in groups if any(keys & set(keys_of(stories[other])) for other in group)]
        groups = [group for group in groups if group not in near] + [{number}.union(*near)]
    for group in groups:
        order = sorted(group)
        assert settle_stories([stories[number] for number in order]) == [together[number] for number in order]
