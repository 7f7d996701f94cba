import random

from hypothesis import given
from hypothesis import strategies as st

from training.augment import apply_edits, augment

TEXT = 'According to Ann Lee, the "old" bridge is closed. “It is over,” she said. She said so twice.'


def spans(*words: str) -> list[list[int]]:
    return [[TEXT.index(word), TEXT.index(word) + len(word)] for word in words]


STORY = {
    "id": "s",
    "text": TEXT,
    "attributions": [
        {"source": spans("Ann Lee"), "cue": spans("According to"), "content": spans('the "old" bridge is closed')},
        {"source": spans("she"), "cue": spans("said"), "content": spans("“It is over,”")},
    ],
}


def words_of(story: dict, attribution: dict, role: str) -> str:
    return " ".join(story["text"][start:end] for start, end in attribution[role])


@given(st.integers(0, 2**32))
def test_annotations_keep_their_words(seed: int) -> None:
    varied = augment(STORY, random.Random(seed))
    named, quoted = varied["attributions"]
    assert words_of(varied, named, "source") in {"Ann Lee", "Ann Lee’s"}
    assert words_of(varied, named, "cue") in {"According to", "words", "view", "telling", "account"}
    assert words_of(varied, named, "content")[4:].strip('“”„«»"‘’ ').endswith("bridge is closed")
    assert words_of(varied, quoted, "source") == "she"
    assert "It is over," in words_of(varied, quoted, "content")


SAID = "It rained. The coach said that nobody trained."
SAID_STORY = {
    "id": "s",
    "text": SAID,
    "attributions": [{"source": [[11, 20]], "cue": [[21, 25]], "content": [[26, 45]]}],
}


def test_what_someone_said_is_put_in_their_words() -> None:
    varied = [augment(SAID_STORY, random.Random(seed)) for seed in range(60)]
    changed = [story for story in varied if story["text"] != SAID]
    assert changed
    for story in changed:
        (attribution,) = story["attributions"]
        assert words_of(story, attribution, "source") == "The coach’s"
        assert words_of(story, attribution, "cue") in {"words", "view", "telling", "account"}
        assert words_of(story, attribution, "content") == "nobody trained"


def test_edits_move_what_follows() -> None:
    story = {"id": "s", "text": "abc def", "attributions": [{"source": [[4, 7]], "cue": [[0, 3]], "content": []}]}
    moved = apply_edits(story, [(1, 2, "XYZ")])
    assert moved["text"] == "aXYZc def"
    assert moved["attributions"] == [{"source": [[6, 9]], "cue": [[0, 5]], "content": []}]


def test_an_offset_inside_an_edit_moves_to_its_end() -> None:
    story = {"id": "s", "text": "abcd", "attributions": [{"source": [[2, 4]], "cue": [], "content": []}]}
    assert apply_edits(story, [(1, 3, "X")])["attributions"][0]["source"] == [[2, 3]]
