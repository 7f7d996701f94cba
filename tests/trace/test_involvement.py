import pytest

from sayso.trace.comparing.involvement import denies_part
from sayso.trace.finding.candidates import propositions_of
from tests.trace.stories import Said, make_reading

CLAIM = "Russian agents poisoned Pavel Novak"
NO_PART = Said("The Kremlin", "any involvement in the attack", "denied")
TOLD = "Pavel Novak was poisoned in Harborton in March, and detectives suspect agents of a Russian service."


@pytest.mark.parametrize(
    ("denial", "claim", "denies"),
    [
        (Said("Russia", "is in no way involved in this episode"), CLAIM, True),
        (NO_PART, CLAIM, True),
        (
            NO_PART,
            "Pavel Novak poisoned by Russian agents",
            True,
        ),
        (Said("Ann Lee", "that Russian agents were to blame", "denied"), CLAIM, True),
        (Said("Ann Lee", "any involvement in the attack", "denied"), CLAIM, False),
        (Said("Pavel Dorr Jr.", "any involvement in the attack", "denied"), "Pavel Dorr poisoned Pavel Novak", False),
        (Said("Pavel Dorr", "any involvement in the attack", "denied"), "Pavel Dorr poisoned Pavel Novak", True),
        (Said("The Kremlin", "that it would close its embassy", "denied"), CLAIM, False),
        (
            NO_PART,
            "Russian agents will poison Pavel Novak",
            False,
        ),
        (
            NO_PART,
            "Russian hackers stole the election rolls",
            False,
        ),
    ],
)
def test_who_had_no_part_in_what_a_story_tells_of_denies_that_they_did_it(
    denial: Said, claim: str, denies: bool
) -> None:
    *_, candidate = propositions_of(make_reading("a", TOLD, denial))
    assert denies_part(claim, candidate) is denies
