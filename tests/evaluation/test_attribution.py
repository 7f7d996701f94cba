from evaluation.attribution import flatten

TEXT = "Yonhap said KCNA denied it. Kim left."


def span(words: str) -> list[list[int]]:
    return [[TEXT.index(words), TEXT.index(words) + len(words)]]


OUTER = {"source": span("Yonhap"), "cue": span("said"), "content": span("KCNA denied it")}
INNER = {"source": span("KCNA"), "cue": span("denied"), "content": span("it")}


def test_of_attributions_within_one_another_the_outer_one_stays() -> None:
    stories = {"a": {"id": "a", "text": TEXT}}
    read = {"a": {"id": "a", "attributions": [INNER, OUTER]}}
    assert flatten(stories, read) == {"a": {"id": "a", "attributions": [OUTER]}}


def test_others_stay() -> None:
    read = {"a": {"id": "a", "attributions": [INNER]}}
    assert flatten({"a": {"id": "a", "text": TEXT}}, read) == read
