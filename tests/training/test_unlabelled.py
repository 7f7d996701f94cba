import json
import re
from pathlib import Path

import pytest

from evaluation.corpora import data_folder
from training.unlabelled import is_kept_aside, read_news

BENCHMARK = Path(__file__).parents[2] / "benchmark" / "resolution"


@pytest.mark.parametrize("part", ["dev", "train"])
def test_stories_in_sight_are_of_the_half_that_is_not_kept_aside(part: str) -> None:
    names = [json.loads(line)["id"] for line in (BENCHMARK / f"{part}.jsonl").read_text(encoding="utf-8").splitlines()]
    assert len(names) > 70
    assert not any(map(is_kept_aside, names))


def test_about_half_of_all_stories_are_kept_aside() -> None:
    assert 450 < sum(is_kept_aside(f"wn2019-{number:03}") for number in range(1000)) < 550


def test_no_news_that_is_kept_aside_is_learnt_from() -> None:
    try:
        data_folder()
    except FileNotFoundError as error:
        pytest.skip(str(error))
    news = read_news()
    of_wikinews = [story["id"] for story in news if re.match(r"wn(old|\d{4})-", story["id"])]
    assert len(news) > 7000
    assert 100 < len(of_wikinews) < 250
    assert not any(map(is_kept_aside, of_wikinews))
    assert all(story["attributions"] == [] for story in news)
