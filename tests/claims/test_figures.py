import math
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.claims.figures import (
    Figure,
    figures_allow,
    find_counts,
    read_figures,
    stem_word,
    with_figures_of,
    without_figures,
    without_wrong_figures,
)


@pytest.mark.parametrize(
    ("words", "figures"),
    [
        ("200 killed", (Figure(200, 200),)),
        ("parties in the early 1980s", ()),
        ("at least 30 soldiers", (Figure(30, math.inf),)),
        ("up to 12,000 men", (Figure(0, 12000),)),
        ("twenty-five men", (Figure(25, 25),)),
        ("1.5 million people, 20 percent", (Figure(1_500_000, 1_500_000), Figure(20, 20, is_share=True))),
        ("several hundred casualties", (Figure(300, 1000),)),
        ("hundreds of soldiers", (Figure(200, 1000),)),
        ("tens of thousands", (Figure(20_000, 100_000),)),
        ("half a million", (Figure(500_000, 500_000),)),
        ("a dozen", (Figure(12, 12),)),
        ("a millionaire and a Dozen others, THIRTY of them", (Figure(12, 12), Figure(30, 30))),
        ("500+", (Figure(500, math.inf),)),
        ("19 ill with COVID-19, SARS-CoV-2 on an A380", (Figure(19, 19),)),
        ("Boeing 737 Max 8 jets, flight 752 and Section 230", ()),
        ("its 737 MAX 8s, Boeing's newest 737 model and two 787 Dreamliners", (Figure(2, 2),)),
        ("737 people died", (Figure(737, 737),)),
        ("on Dec. 14, 2024 at 10:30 the 44-year-old came 3rd", ()),
        ("$1.9bn, €40m, £5k and 3mn euros", tuple(Figure(one, one) for one in (1.9e9, 4e7, 5000, 3e6))),
        ("40m away, 40 m and 100kg", tuple(Figure(one, one) for one in (40, 40, 100))),
        ("Rs 5 crore for 3.5 lakh voters", (Figure(5e7, 5e7), Figure(350_000, 350_000))),
        ("a mother-of-three and a father-of-two, five in all", (Figure(5, 5),)),
    ],
)
def test_figures_as_they_are_put(words: str, figures: tuple[Figure, ...]) -> None:
    assert read_figures(words) == figures


@pytest.mark.parametrize(
    ("claim", "words", "allowed"),
    [
        ("200 killed", "30 were killed", False),
        ("200 killed", "200 died", True),
        ("30 killed", "31 killed", False),
        ("at least 30 killed", "more than 35 were killed", True),
        ("at least 30 killed", "over 3,000 were killed", False),
        ("at least 30 killed", "45 died", True),
        ("at least 30 killed", "46 died", False),
        ("40 million euro fund", "a €40m fund", True),
        ("about 1,100 casualties", "1,047 casualties", True),
        ("more than 10,000 soldiers", "11,000 soldiers", True),
        ("several hundred casualties", "hundreds of casualties", True),
        ("several hundred casualties", "1,000 casualties", True),
        ("several hundred casualties", "1,001 casualties", False),
        ("several hundred casualties", "about 1,100 casualties", False),
        ("several hundred casualties", "about 900 casualties", True),
        ("several hundred casualties", "about 200 casualties", False),
        ("several hundred casualties", "several hundred square miles were lost", False),
        ("several hundred casualties", "it was over after 400 days", False),
        ("800 square kilometres lost", "it lost 800 sq km of land", True),
        ("800 square kilometres lost", "it lost 500 miles of road", False),
        ("several hundred casualties", "100 were killed and about 1,000 injured", False),
        ("about 1,100 casualties", "100 were killed and another 1,000 wounded", True),
        ("several hundred casualties", "300 were killed and 400 hurt", True),
        ("1,000 casualties", "1,000 were killed or wounded, of whom 100 died", True),
        ("half of them, 50 percent", "50 people", False),
        ("soldiers killed", "30 killed", True),
        ("two parts", "nothing", True),
    ],
)
def test_figures_of_a_claim_must_be_borne_out(claim: str, words: str, allowed: bool) -> None:
    assert figures_allow(claim, words) is allowed


def test_one_figure_in_the_words_and_the_rest_around() -> None:
    claim = "100 dead and 1,000 injured"
    around = "At least 100 were killed. The number of injured is close to 1,000."
    assert figures_allow(claim, "At least 100 were killed", around)
    assert not figures_allow(claim, "At least 100 were killed")
    assert not figures_allow(claim, "Many were killed", around)


@given(st.integers(min_value=4, max_value=10**9))
def test_a_figure_bears_out_itself(value: int) -> None:
    assert figures_allow(f"{value:,} people", f"{value} people")


@given(st.text(max_size=200))
def test_any_words_are_read(words: str) -> None:
    assert all(figure.least <= figure.most for figure in read_figures(words))


@pytest.mark.parametrize(
    ("words", "counted"),
    [
        ("At least 30 North Korean soldiers were killed", ["at least 30"]),
        ("100 soldiers lost their lives, and another 1,000 were wounded", ["100"]),
        ("On 14 December thirty soldiers fell", ["thirty"]),
        ("Soldiers came in 12 trucks", []),
        ("several hundred soldiers in 3 days", ["several hundred"]),
        ("Ivan Roe, 53, a soldier, fell", []),
        ('they were "100 percent" sure that soldiers fell', []),
    ],
)
def test_a_figure_counts_what_stands_behind_it(words: str, counted: list[str]) -> None:
    assert [figure for figure, _ in find_counts(words, {stem_word("soldier")})] == counted


@given(st.text(max_size=200))
def test_every_figure_is_found_where_it_stands(words: str) -> None:
    everything = {stem_word(word) for word in re.findall(r"\w+", words)}
    for figure, meant in find_counts(words, everything):
        assert figure in words.lower()
        assert meant in read_figures(words)


@pytest.mark.parametrize(
    ("claim", "words", "put"),
    [
        ("at least 30 died", "the toll stands at 31, she said", "the toll stands at at least 30, she said"),
        ("more than 300 homes lost", "over 310 of 2,000 homes are gone", "more than 300 of 2,000 homes are gone"),
        ("at least 30 died", "20 bodies", "20 bodies"),
        ("30 died", "at least 30 died", "at least 30 died"),
        ("about 1,100 hurt", "1,150 hurt", "1,150 hurt"),
        ("the ferry leaks", "31 died", "31 died"),
    ],
)
def test_what_bears_out_a_bound_is_put_as_the_bound(claim: str, words: str, put: str) -> None:
    assert with_figures_of(claim, words) == put


@pytest.mark.parametrize(
    ("claim", "bare"),
    [
        ("at least 30 soldiers killed or wounded", "soldiers killed or wounded"),
        ("more than 10,000 soldiers in Russia on 14 December 2024", "soldiers in Russia on 14 December 2024"),
        ("soldiers killed", "soldiers killed"),
    ],
)
def test_a_claim_without_its_figures(claim: str, bare: str) -> None:
    assert without_figures(claim) == bare


def test_an_article_before_digits_is_none_of_a_figure() -> None:
    assert [put for put, _ in find_counts("a 40-metre crack and a hundred cracks", {"crack"})] == ["40", "a hundred"]


def test_the_two_that_are_known_are_no_count() -> None:
    assert [put for put, _ in find_counts("the two crashes, the 30 crashes and three crashes", {"crash"})] == [
        "the 30",
        "three",
    ]


@pytest.mark.parametrize(
    ("words", "left"),
    [
        ("Three people died, not five", "Three people died"),
        ("data on 14,000 patients, not 40,000, was stolen", "data on 14,000 patients, was stolen"),
        ("“It was 3.5 million, not 5 million,” she said", "“It was 3.5 million,” she said"),
        ("He left, not knowing why", "He left, not knowing why"),
    ],
)
def test_figures_that_are_turned_down_say_nothing(words: str, left: str) -> None:
    assert without_wrong_figures(words) == left


def test_places_are_not_those_who_died_there() -> None:
    of = {stem_word(word) for word in ("people", "West", "Africa", "countries")}
    told = "2,200 people in five West Africa countries"
    assert [put for put, _ in find_counts(told, of)] == ["2,200", "five"]
    assert [put for put, _ in find_counts(told, of - {stem_word("countries")})] == ["2,200"]
