"""Long runs of words that patterns know are read in a moment, whatever follows them."""

import time

import pytest

from sayso.sources.offices.national_offices import is_national
from tests.sources.stories import resolve_marked

MOST_SECONDS = 2.0
"""Each takes a few milliseconds, and without end where a run is tried in every way in which it can be cut."""


@pytest.mark.timeout(60)
@pytest.mark.parametrize(
    "run",
    [f"{words} " * 60 for words in ("Foreign Affairs", "Home Affairs", "public affairs", "Public Services", "and of",
     "Public Order", "Public Welfare", "social affairs", "Civil Protection", "Food Safety")],
)  # fmt: skip
def test_a_run_of_fields_is_no_office(run: str) -> None:
    begun = time.process_time()
    assert not is_national(f"{run}bakers", "LV")
    assert time.process_time() - begun < MOST_SECONDS


@pytest.mark.timeout(60)
@pytest.mark.parametrize("run", ["Ab" * 60, "Harbour " * 60, "Harbour-" * 60, "U.S. " * 60, "A. " * 60])
def test_a_run_of_capitals_is_a_source_or_none(run: str) -> None:
    begun = time.process_time()
    resolve_marked(f"It rained. <s>The Main Office of {run}'s bakers</s> <c>said</c> so.")
    resolve_marked(f"It rained. <s>{run}'s Main Office of {run}</s> <c>said</c> so.")
    assert time.process_time() - begun < MOST_SECONDS


@pytest.mark.parametrize(
    ("words", "national"),
    [
        ("Foreign Affairs Ministry", True),
        ("Minister of Home Affairs", True),
        ("public order minister", True),
        ("ministry of public services", True),
        ("public services", True),
        ("national public affairs office", False),
        ("central public affairs agency", True),
        ("foreign and home affairs inspectorate", True),
        ("public order and home affairs bureau", True),
    ],
)
def test_fields_are_known_alone_and_together(words: str, national: bool) -> None:
    assert is_national(words, "LV") == national
