"""The words of a report as they are shown."""

import pytest

from tests.trace.stories import make_report


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        (", which sank in the harbour", "which sank in the harbour"),
        ("-up on Monday, when the ferry sank", "up on Monday, when the ferry sank"),
        ("the ferry sank", "the ferry sank"),
        ("-5 degrees were measured", "-5 degrees were measured"),
    ],
)
def test_signs_of_what_stood_before_are_left_out(words: str, shown: str) -> None:
    assert make_report("s", None, words=words).quote == shown
