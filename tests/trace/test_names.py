import pytest

from sayso.trace.finding.names import find_names, find_surnames, names_allow

CLAIM = "Boris Lang has tested positive in Harborton"


@pytest.mark.parametrize(
    ("text", "allowed"),
    [
        ("In Harborton the mayor, Boris Lang, tested positive.", True),
        ("Lang's wife spoke in HARBORTON.", True),
        ("Boris, a clerk in Harborton, tested positive.", False),
        ("Lang tested positive.", False),
        ("", False),
    ],
)
def test_a_text_on_a_claim_has_its_names(text: str, *, allowed: bool) -> None:
    assert names_allow(find_names(CLAIM), text) is allowed


@pytest.mark.parametrize(
    "claim",
    [
        "soldiers fought in the hills",
        "North Korean soldiers fought",
        "the WHO declared it in March 2020",
        "Northwind drops its policy",
        "it rained in Kyiv on Monday",
        "the ferry will cost Rs 10 million or RM3 million",
        "a teacher runs the Telegram channel",
    ],
)
def test_what_stories_have_other_words_for_need_not_be_there(claim: str) -> None:
    assert find_names(claim) == ()


@pytest.mark.parametrize(
    ("text", "allowed"),
    [
        ("The Tidal Board met.", True),
        ("The HTB met.", True),
        ("A board of the harbour met.", False),
        ("It met.", False),
    ],
)
def test_a_body_goes_by_a_part_of_its_name_or_by_its_initials(text: str, *, allowed: bool) -> None:
    assert names_allow(find_names("the Harborton Tidal Board met"), text) is allowed


def test_a_claim_without_names_asks_for_none() -> None:
    assert names_allow((), "")


def test_a_platform_that_is_no_more_than_where_something_was_posted_need_not_be_named() -> None:
    (name,) = find_names("a teacher runs the Telegram channel Tidewatch")
    assert names_allow((name,), "Tidewatch is run by a teacher.")
    assert find_names("he works for Telegram")


NEWS = [
    "Daniel Hallett denied it. The board heard Mr. Hallett on Monday, and Hallett left. Jean Brook spoke of Hallett.",
    "A brook ran by. In the valley the brook had flooded; the brook, says Brook, was never so high. Police came.",
]


@pytest.mark.parametrize("claim", ["Hallett resigned", "Hallett's aide resigned", "did hallett resign"])
def test_a_surname_that_a_claim_begins_with_or_has_in_small_letters_is_a_name(claim: str) -> None:
    (name,) = find_surnames(claim, NEWS, people=set())
    assert names_allow((name,), "The aide of Hallett has left.")
    assert not names_allow((name,), "Mr. Brook has left.")


@pytest.mark.parametrize(
    "claim",
    [
        "Police came to the valley",  # no person
        "Brook flooded the valley",  # more often a brook than a person
        "Daniel Hallett resigned",  # told by find_names
        "Putin resigned",  # told by other words too
        "the Hallett board met",  # told by find_names
    ],
)
def test_another_first_word_is_no_surname(claim: str) -> None:
    assert find_surnames(claim, NEWS, people=set()) == ()


def test_a_speaker_has_a_surname_whatever_their_first_name() -> None:
    text = "On Monday Quill left. The board thanked Quill."
    assert find_surnames("Quill left", [text], people=set()) == ()
    assert find_surnames("Quill left", [text], people={"Aurimas Quill"})
    assert find_surnames("Quill left", [text], people={"spokesman for Quill", "Quill"}) == ()
