"""The table of officials."""

from collections import defaultdict
from datetime import date
from itertools import pairwise

import pytest

from sayso.sources.known.gazetteer import country_of, find_body
from sayso.sources.known.officials import Official, find_official, find_official_spelt
from sayso.sources.tables import read_table
from sayso.text.names import fold_person
from tests.sources.stories import resolve_marked


def _official(**changed: object) -> Official:
    fields = {
        "name": "Ann Bole", "keys": ("ann bole",), "of": "DE", "role": "Foreign Minister", "start": "2015-01-01",
        "end": "2017-12-31",
    }  # fmt: skip
    return Official(**{**fields, **changed})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("name", "day", "title", "side"),
    [
        ("Sergey Lavrov", "2010-05-05", "Foreign Minister of Russia", "Russia (state)"),
        ("Сергей Лавров", "2024-12-14", "Foreign Minister of Russia", "Russia (state)"),
        ("Marco Rubio", "2018-01-01", "Senator, Republican Party", "Republican Party"),
        ("Marco Rubio", "2025-01-25", "Secretary of State of the United States", "United States (state)"),
        ("Sergei Shoigu", "2024-05-11", "Defence Minister of Russia", "Russia (state)"),
        ("Sergei Shoigu", "2024-08-01", "Secretary of the Security Council of Russia", "Russia (state)"),
        ("Jens Stoltenberg", "2022-02-24", "Secretary General, North Atlantic Treaty Organization",
         "North Atlantic Treaty Organization"),
    ],
)  # fmt: skip
def test_officials_are_found_by_name_and_day(name: str, day: str, title: str, side: str) -> None:
    official = find_official(name, day)
    assert official is not None
    assert (official.title, official.side) == (title, side)


@pytest.mark.parametrize(
    ("name", "side", "meant"),
    [
        ("Hillary Rodham Clinton", None, "Hillary Clinton"),
        ("Steve Mnuchin", None, "Steven Mnuchin"),
        ("Charles E. Grassley", "Republican Party", "Chuck Grassley"),
        ("Charles E. Grassley", None, None),
        ("Charles Grassley", "Tide Institute", None),
        ("Ann Rood", "Republican Party", None),
    ],
)
def test_officials_are_found_by_other_spellings(name: str, side: str | None, meant: str | None) -> None:
    official = find_official_spelt(name, side)
    assert (official and official.name) == meant


@pytest.mark.parametrize(
    ("role", "runs"),
    [
        ("presumptive Republican presidential nominee", True),
        ("candidate", True),
        ("GOP candidate", True),
        ("Democratic nominee", False),
        ("former Republican candidate", False),
        ("president", False),
    ],
)
def test_a_candidate_of_a_party_is_told_by_the_role(role: str, *, runs: bool) -> None:
    assert _official(of="Republican Party", role="presidential candidate").runs_as(role) is runs
    assert not _official(of="Republican Party", role="Senator").runs_as(role)


@pytest.mark.parametrize(
    ("words", "day", "side"),
    [
        ("Obama", "2013-03-01", "United States (state)"),
        ("Obama", "2019-03-01", "Obama"),
        ("Republican presidential nominee Donald Trump", "2016-09-01", "Republican Party"),
        ("Democratic presidential candidate Hillary Clinton", "2016-09-01", "Democratic Party"),
        ("former presidential candidate Hillary Clinton", "2017-09-01", "Hillary Clinton"),
    ],
)
def test_leaders_and_candidates_speak_for_what_they_lead_or_run_for(words: str, day: str, side: str) -> None:
    (told,) = resolve_marked(f"It rained. <s>{words}</s> <c>said</c> so.", published=day)
    assert told.side == side


@pytest.mark.parametrize(
    ("name", "day"),
    [("Lavrov", "2024-12-14"), ("Peter Lang", "2024-12-14"), ("Matthew Miller", "2014-09-14"),
     ("Marco Rubio", "2000-01-01"), ("Marco Rubio", None)],
)  # fmt: skip
def test_others_are_none(name: str, day: str | None) -> None:
    assert find_official(name, day) is None


def test_without_a_day_a_name_counts_that_always_stood_for_one_side() -> None:
    official = find_official("Sergei Shoigu", None)
    assert official is not None
    assert official.side == "Russia (state)"


@pytest.mark.parametrize(
    ("day", "known", "possible"),
    [("2015-01-01", True, True), ("2017-12-31", True, True), ("2014-11-15", False, True), ("2018-03-01", False, True),
     ("2014-09-01", False, False), ("2018-06-01", False, False)],
)  # fmt: skip
def test_a_term_reaches_some_months_beyond_its_days(day: str, known: bool, possible: bool) -> None:
    official = _official()
    assert (official.held_on(day), official.may_hold_on(day)) == (known, possible)


def test_an_open_term_is_believed_for_two_years() -> None:
    official = _official(ended=False)
    assert official.may_hold_on("2019-12-30")
    assert not official.may_hold_on("2020-01-02")


@pytest.mark.parametrize(
    ("role", "fits", "fits_common"),
    [
        (None, True, False), ("Mr.", True, False), ("foreign secretary", True, True), ("the minister", True, True),
        ("Gen.", True, True), ("spokeswoman", True, False), ("farmer", False, False), ("police chief", False, False),
        ("university president", False, False),
    ],
)  # fmt: skip
def test_roles_that_may_be_an_officials(role: str | None, fits: bool, fits_common: bool) -> None:
    assert _official().fits_role(role) == fits
    assert _official(common=True).fits_role(role) == fits_common


def test_every_term_of_the_table_is_whole() -> None:
    rows = read_table("officials")
    assert len(rows) > 1000
    for row in rows:
        assert date.fromisoformat(row["start"]) <= date.fromisoformat(row["end"]), row
        assert fold_person(row["name"]) in row["keys"], row
        assert len(row["name"].split()) > 1, row
        official = Official(**row)
        assert official.side
        if official.is_of_state:
            assert official.side == country_of(row["of"]).state
        elif body := find_body(row["of"]):
            assert body.name == row["of"], row


def test_nobody_speaks_for_two_sides_on_one_day() -> None:
    terms = defaultdict(list)
    for row in read_table("officials"):
        for key in row["keys"]:
            terms[key].append(Official(**row))
    for key, found in terms.items():
        found.sort(key=lambda official: official.start)
        for earlier, later in pairwise(found):
            assert earlier.side == later.side or earlier.end <= later.start, key


def test_a_known_official_is_of_the_own_country_in_another_countrys_outlet() -> None:
    text = "<s>Foreign Ministry spokeswoman Maria Zakharova</s> said so. It snowed in Kyiv, Ukraine."
    (source,) = resolve_marked(text, outlet="Ukrainska Pravda", published="2025-03-02")
    assert source.side == "Russia (state)"
