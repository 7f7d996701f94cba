"""Words that news uses for one another count as the claim's."""

import pytest

from sayso.claims.passages import Passage
from sayso.text.synonyms import synonyms_of
from sayso.trace.comparing.wording import share_words
from sayso.trace.finding.sharing import ClaimWords


def _found(claim: str, text: str) -> int:
    words = ClaimWords([dict.fromkeys(claim.split(), 1.0)])
    bits = 0
    for _, some in words.find(text):
        bits |= some
    return bits.bit_count()


@pytest.mark.parametrize(
    ("claim", "text", "count"),
    [
        ("soldiers killed wounded", "the troops took casualties", 3),
        ("soldiers killed wounded", "troops were injured", 2),
        ("soldiers killed wounded", "soldiers killed and wounded", 3),
        ("airliner attack", "the strike on the jet", 2),
        ("airliner attack", "the train was late", 0),
    ],
)
def test_other_words_stand_for_a_claims(claim: str, text: str, count: int) -> None:
    assert _found(claim, text) == count


def test_words_stand_for_one_another() -> None:
    assert "casualties" in synonyms_of("Killed")
    assert "killed" in synonyms_of("casualties")
    assert not synonyms_of("parliament")


def test_a_passage_shares_a_claim_that_it_puts_otherwise() -> None:
    put_otherwise, other = Passage("the troops took casualties"), Passage("the minister spoke of the weather")
    shared = share_words("soldiers killed", [put_otherwise, other])
    assert shared[put_otherwise] == pytest.approx(1.0)
    assert shared[other] == 0.0
