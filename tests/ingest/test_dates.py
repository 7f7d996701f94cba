import pytest

from sayso.errors import InputError
from sayso.ingest.fields.dates import read_date


@pytest.mark.parametrize(
    "words", ["2024", "2024-12", "2024-12-14", "2024-12-14T09:30", "2024-12-14T09:30:00+02:00", "2024-12-14T09:30:00Z"]
)
def test_iso_dates_come_back_as_they_are(words: str) -> None:
    assert read_date(f" {words}\n") == words


@pytest.mark.parametrize(
    ("words", "iso"),
    [
        ("2024-12-14 09:30:00", "2024-12-14T09:30:00"),
        ("20241214", "2024-12-14"),
        ("2024-W50-6", "2024-12-14"),
        ("2024-W50-6T10:00", "2024-12-14T10:00:00"),
        ("2024-12-14T09:30:00+0200", "2024-12-14T09:30:00+02:00"),
        ("2024-12-14T09:30:00,5+02:00", "2024-12-14T09:30:00.500000+02:00"),
        ("20241214T093000Z", "2024-12-14T09:30:00+00:00"),
        ("Sat, 14 Dec 2024 09:30:00 +0200", "2024-12-14T09:30:00+02:00"),
        ("Dec. 14, 2024", "2024-12-14"),
        ("14 December 2024 9:30 am", "2024-12-14T09:30:00"),
    ],
)
def test_other_clear_dates_are_converted(words: str, iso: str) -> None:
    assert read_date(words) == iso


@pytest.mark.parametrize("words", ["03/04/2024", "yesterday", "1734134400", "2024-13", "the mayor", ""])
def test_what_is_ambiguous_or_no_date_is_refused(words: str) -> None:
    with pytest.raises(InputError, match="as a date"):
        read_date(words)
