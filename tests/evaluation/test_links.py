import random
from pathlib import Path

import pytest

from evaluation.attribution import read_annotated
from evaluation.corpora import data_folder, load_tool, read_lines
from evaluation.links import ROLES, flatten, score
from evaluation.resolution import gold_path
from sayso.pipeline.models import shipped_model

TEXT = 'Yonhap said that KCNA reported that "rain will fall". Kim denied it.'


def spans(*words: str) -> list[list[int]]:
    return [[TEXT.index(word), TEXT.index(word) + len(word)] for word in words]


OUTER = {
    "source": spans("Yonhap"),
    "cue": spans("said"),
    "content": spans('that KCNA reported that "rain will fall".'),
}
INNER = {"source": spans("KCNA"), "cue": spans("reported"), "content": spans('that "rain will fall".')}
DENIAL = {"source": spans("Kim"), "cue": spans("denied"), "content": spans("it.")}
GOLD = [{"id": "weather", "text": TEXT, "attributions": [OUTER, INNER, DENIAL]}]


def told(*attributions: dict) -> dict[str, dict]:
    return {"weather": {"id": "weather", "attributions": list(attributions)}}


def test_a_nested_attribution_is_found_where_it_has_a_link() -> None:
    nested = score(GOLD, told(OUTER, INNER))["nested"]
    assert (nested.right, nested.told, nested.true) == (1, 1, 1)
    assert score(GOLD, told(OUTER, DENIAL))["nested"].right == 0
    assert score(GOLD, told(OUTER, INNER | {"source": spans("Kim")}))["nested"].right == 0


def test_outer_links_leave_out_what_lies_within_another_on_both_sides() -> None:
    assert score(GOLD, told(OUTER, DENIAL))["outer"].f1 == 100
    outer = score(GOLD, told(INNER, DENIAL))["outer"]
    assert (outer.right, outer.told, outer.true) == (1, 2, 2)


def test_of_attributions_within_one_another_the_outer_one_stays() -> None:
    story = {"id": "weather", "attributions": [INNER, OUTER, DENIAL]}
    assert flatten(story, TEXT) == {"id": "weather", "attributions": [OUTER, DENIAL]}
    assert flatten({"attributions": [INNER]}, TEXT) == {"attributions": [INNER]}


def test_a_link_needs_half_of_the_content_and_of_the_source() -> None:
    rates = score(GOLD, told(OUTER | {"content": spans("KCNA reported that")}, DENIAL | {"content": spans("it")}))
    assert rates["link"].f1 == pytest.approx(100 * 2 / 5)
    assert rates["link"].precision == pytest.approx(50)
    assert rates["link_exact"].recall == pytest.approx(100 / 3)


def test_one_attribution_links_to_one() -> None:
    assert score(GOLD, told(DENIAL, DENIAL))["link"].right == 1


def test_nothing_told_is_nothing_right() -> None:
    rates = score(GOLD, told())
    assert {rate.f1 for rate in rates.values()} == {0.0}


def move(span: list[int], length: int, drawn: random.Random) -> list[int]:
    start, end = span
    return [max(0, start + drawn.choice((0, 0, -9, 4))), min(length, end + drawn.choice((0, 0, 7)))]


def blur(stories: list[dict], seed: int) -> dict[str, dict]:
    """The gold with attributions left out, told twice, without a source or content, and spans moved."""
    drawn = random.Random(seed)
    blurred = {}
    for story in stories:
        attributions = []
        for one in drawn.choices(story["attributions"], k=len(story["attributions"])):
            moved = {role: [move(span, len(story["text"]), drawn) for span in one[role]] for role in ROLES}
            attributions.append(moved | {drawn.choice(ROLES): []} if drawn.random() < 0.1 else moved)
        blurred[story["id"]] = {"id": story["id"], "attributions": attributions}
    return blurred


def assert_agrees(stories: list[dict], predicted: dict[str, dict]) -> None:
    theirs = load_tool("score_attribution").score({story["id"]: story for story in stories}, predicted)
    ours = score(stories, predicted)
    for name in ours.keys() - {"nested", "outer"}:
        rate = {"p": ours[name].precision, "r": ours[name].recall, "f1": ours[name].f1}
        assert rate == pytest.approx(theirs[name], abs=0.0501), name


def needs_corpora() -> Path:
    try:
        return data_folder()
    except FileNotFoundError as error:
        pytest.skip(str(error))


@pytest.mark.parametrize("seed", range(3))
def test_it_counts_as_the_scorer_of_the_corpora_does(seed: int) -> None:
    polnear = read_lines(needs_corpora() / "attribution" / "polnear_dev.jsonl.gz")
    for stories in (polnear, read_lines(gold_path("dev"))):
        assert_agrees(stories, blur(stories, seed))


def test_it_counts_what_sayso_reads_as_the_scorer_of_the_corpora_does() -> None:
    needs_corpora()
    stories = [story for story in read_lines(gold_path("dev")) if len(story["text"]) < 2000]
    assert_agrees(stories, read_annotated(shipped_model(), stories))
