import time

from hypothesis import given
from hypothesis import strategies as st

from sayso.reuse import compare_texts


def words_of(before: str, after: str) -> list[tuple[str, str]]:
    return [(change.before.of(before), change.after.of(after)) for change in compare_texts(before, after)]


def test_a_silent_edit_is_told_by_its_words() -> None:
    before = "We have preliminary data, he said. The ferry sailed. It was late."
    after = "We have confirmed data, he said. The ferry sailed. It was late, again."
    assert words_of(before, after) == [("preliminary", "confirmed"), ("", ", again")]


def test_a_paragraph_taken_out_is_told_as_one() -> None:
    before = "The ferry sailed on Monday.\n\nA union denied it.\n\nThe mayor was there."
    assert words_of(before, "The ferry sailed on Monday.\n\nThe mayor was there.") == [("A union denied it.", "")]


def test_layout_makes_no_difference() -> None:
    assert compare_texts("The ferry\nsailed.  It was late.", "The ferry sailed.\n\nIt was late.") == ()


@given(st.text(alphabet="ab.\n ,", max_size=80), st.text(alphabet="ab.\n ,", max_size=80))
def test_what_is_not_told_is_the_same(before: str, after: str) -> None:
    changes = compare_texts(before, after)
    kept_before, kept_after, at, there = "", "", 0, 0
    for change in changes:
        assert at <= change.before.start <= change.before.end <= len(before)
        assert there <= change.after.start <= change.after.end <= len(after)
        kept_before += before[at : change.before.start]
        kept_after += after[there : change.after.start]
        at, there = change.before.end, change.after.end
    assert "".join((kept_before + before[at:]).split()) == "".join((kept_after + after[there:]).split())


def test_long_texts_take_no_longer_than_what_changed() -> None:
    text = " ".join(f"The ferry number {number} sailed on Monday." for number in range(50_000))
    begun = time.process_time()
    assert words_of(text, text.replace("number 777 ", "number 778 ", 1)) == [("777", "778")]
    assert compare_texts("Yes. " * 20_000, "Yes. " * 19_999 + "No.")
    assert time.process_time() - begun < 10
