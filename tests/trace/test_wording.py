import pytest

from sayso.claims.passages import Passage
from sayso.records import Compared, Relation
from sayso.trace.comparing.wording import FEWEST_PASSAGES, LEAST_SHARE, find_near, share_words, weigh_wording

CLAIM = "Ivo Tan does not cooperate with the inquiry"


@pytest.mark.parametrize(
    ("words", "surer"),
    [
        ("Ivo Tan has offered zero cooperation to the inquiry", True),
        ("Ivo Tan was unable to sweat at the time", True),
        ("he was unable to sweat at the time", False),
    ],
)
def test_words_that_share_most_of_what_a_claim_tells_are_surer_those_that_share_little_less(
    words: str, surer: bool
) -> None:
    (told,) = weigh_wording(share_words(CLAIM, [Passage(words)]), [Passage(words)], [Compared((0.1, 0.1, 0.2, 0.6))])
    assert (told.share(Relation.STATES) > 0.6) is (told.share(Relation.CONTRADICTS) > 0.2) is surer
    assert sum(told.shares) == pytest.approx(1)


def test_who_has_most_of_the_words_is_surer_by_more_than_one_who_has_half_of_them() -> None:
    read = Compared((0.25, 0.25, 0.0, 0.5))
    some = [Passage("one"), Passage("two"), Passage("three")]
    half, more, most = weigh_wording(dict(zip(some, (0.4, 0.55, 0.7), strict=True)), some, [read] * 3)
    odds = [one.share(Relation.STATES) / (1 - one.share(Relation.STATES)) for one in (half, more, most)]
    assert odds[2] / odds[1] == pytest.approx((odds[1] / odds[0]) ** 3)


def test_a_word_tells_more_the_fewer_passages_have_it() -> None:
    often = [Passage(f"Ivo Tan told of day {day} on the stand") for day in range(9)]
    named, told = Passage("Ivo Tan was in court"), Passage("he cooperates with the inquiry")
    shares = share_words(CLAIM, [*often, named, told])
    assert shares[named] < shares[told]
    assert share_words(CLAIM, [Passage(CLAIM)]) == {Passage(CLAIM): 1}


def test_what_is_certain_or_ruled_out_stays_so() -> None:
    compared = [Compared((0, 0, 0, 1)), Compared((1, 0, 0, 0))]
    passages = [Passage("it rains")] * 2
    assert weigh_wording(share_words(CLAIM, passages), passages, compared) == compared


@pytest.mark.parametrize("words", ["", "..."])
def test_passages_without_a_word_share_nothing(words: str) -> None:
    assert share_words(CLAIM, [Passage(words)]) == {Passage(words): 0}
    assert weigh_wording({}, [], []) == []


def test_of_many_passages_those_that_share_most_are_near_and_of_few_all() -> None:
    half = [Passage(f"half {number}") for number in range(FEWEST_PASSAGES - 1)]
    little, less, none = Passage("little"), Passage("less"), Passage("none")
    shared = {**dict.fromkeys(half, LEAST_SHARE / 2), little: 0.1, less: 0.05}
    assert find_near(shared) == {*half, little}
    assert find_near({**shared, less: 0.1}) == {*half, little, less}
    assert find_near(dict.fromkeys([*half, little, less], LEAST_SHARE)) == {*half, little, less}
    assert find_near({**dict.fromkeys(half, 0.0), none: 0.0}) == {*half, none}
