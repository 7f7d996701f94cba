import pytest

from evaluation.resolution import NEWS, NEWS_ASIDE, OWN_OUTLET, read_gold


def test_the_labelled_news_is_in_two_halves_with_the_words_of_its_labels() -> None:
    try:
        seen, aside = read_gold(NEWS), read_gold(NEWS_ASIDE)
    except FileNotFoundError as error:
        pytest.skip(str(error))
    assert not seen.keys() & aside.keys()
    assert min(len(seen), len(aside)) > 200
    for story in (seen | aside).values():
        for one in story["attributions"]:
            assert all(0 <= start < end <= len(story["text"]) for start, end in one["content"])
            assert OWN_OUTLET not in one["via"]
