import pytest

from sayso.attribution.plain.silences import find_silences
from sayso.records import join_words
from sayso.text.quotes import quote_spans


def outline(text: str) -> list[tuple[str, str, str]]:
    found = find_silences(text, quote_spans(text))
    return [tuple(join_words(text, spans) for spans in (one.source, one.cue, one.content)) for one in found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "It leaks. Kettle did not respond to a request for comment.",
            ("Kettle", "did not respond", "to a request for comment"),
        ),
        (
            "Kettle would not comment on the leak, nor on the smell.",
            ("Kettle", "would not", "comment on the leak"),
        ),
        (
            "The manager would not be drawn on the keeper.",
            ("The manager", "would not", "be drawn on the keeper"),
        ),
        (
            "The mine had not commented by Monday.",
            ("The mine", "had not", "commented"),
        ),
        (
            "There was no immediate word or official reaction from Kettle on the leak.",
            ("Kettle", "was", "no immediate word or official reaction"),
        ),
        (
            "Ulba Dorr, who owns it, could not be reached for comment on Monday.",
            ("Ulba Dorr, who owns it", "could not be reached", "for comment"),
        ),
        (
            "A spokesman for Kettle did not immediately return calls seeking comment.",
            ("A spokesman for Kettle", "did not immediately return", "calls seeking comment"),
        ),
        (
            "Kettle, which hasn’t replied to e-mails, owns it.",
            ("which", "hasn’t replied", "to e-mails"),
        ),
        (
            "The mayor left, but the cook was not immediately available for comment.",
            ("the cook", "was not immediately available", "for comment"),
        ),
        (
            "On Monday, Kettle and Tidewater did not reply to questions.",
            ("Kettle and Tidewater", "did not reply", "to questions"),
        ),
        (
            "The cook could not be reached by the Courier for comment.",
            ("The cook", "could not be reached", "for comment"),
        ),
        ("A Kettle spokeswoman had no comment.", ("A Kettle spokeswoman", "had", "no comment")),
        ("A Kettle spokesperson declined to comment.", ("A Kettle spokesperson", "declined", "to comment")),
        ("Asked whether the order was larger, he refused to comment.", ("he", "refused", "to comment")),
        (
            "Ulba Dorr, in custody since May, denies it; he may be right.",
            ("Ulba Dorr, in custody since May", "denies", "it"),
        ),
        ("Both mayors denied it and went home.", ("Both mayors", "denied", "it")),
        ("The bakery has denied the allegations.", ("The bakery", "has denied", "the allegations")),
        ("Calls to the bakery went unanswered.", ("the bakery", "went unanswered", "Calls")),
        (
            "Efforts to reach the mayor, Ulba Dorr, for comment proved abortive.",
            ("the mayor, Ulba Dorr", "proved abortive", "Efforts to reach"),
        ),
        (
            "Attempts to contact Kettle by phone were unsuccessful.",
            ("Kettle", "were unsuccessful", "Attempts to contact"),
        ),
        (
            "An email sent to Ulba Dorr was not immediately returned.",
            ("Ulba Dorr", "was not immediately returned", "email"),
        ),
    ],
)
def test_who_did_not_answer_is_found_wherever_that_stands(text: str, found: tuple[str, str, str]) -> None:
    assert outline(text) == [found]


@pytest.mark.parametrize(
    "text",
    [
        "“She did not respond to a request for comment,” he said.",
        "The mayor said it did not respond to a request for comment.",
        "Kettle did not respond to the flood.",
        "The room was not available for rent.",
        "There was no word in it that she knew.",
        "The mayor said she had no comment.",
        "A clerk would neither confirm nor deny it.",
        "Attempts to reach the summit were unsuccessful.",
        "It leaks, and did not respond to calls.",
        "",
    ],
)
def test_what_another_says_or_is_no_request_is_none(text: str) -> None:
    assert outline(text) == []
