import pytest

from sayso.sources.known.countries import may_name_country
from sayso.sources.known.gazetteer import (
    Match,
    Office,
    OutletKind,
    find_body,
    find_country,
    find_leader_named,
    find_leaders,
    find_leaders_by_surname,
    find_outlet,
    gender_of,
    match_country,
)
from sayso.text.agencies import AGENCIES


@pytest.mark.parametrize(
    ("words", "code", "how"),
    [
        ("US", "US", Match.NAME), ("U.S.", "US", Match.NAME), ("the United States", "US", Match.NAME),
        ("UK", "GB", Match.NAME), ("Britain", "GB", Match.NAME), ("DPRK", "KP", Match.NAME),
        ("North Korea", "KP", Match.NAME), ("Ukraine's", "UA", Match.NAME), ("Ukrainian", "UA", Match.DEMONYM),
        ("North Korean", "KP", Match.DEMONYM), ("Kyiv", "UA", Match.CAPITAL), ("Kiev", "UA", Match.CAPITAL),
        ("Seoul", "KR", Match.CAPITAL), ("Washington", "US", Match.CAPITAL), ("the Kremlin", "RU", Match.SEAT),
        ("Downing Street", "GB", Match.SEAT), ("Ukrainians", "UA", Match.PEOPLE), ("Poles", "PL", Match.PEOPLE),
    ],
)  # fmt: skip
def test_countries_are_found_by_all_their_names(words: str, code: str, how: Match) -> None:
    match = match_country(words)
    assert match is not None
    assert (match.country.code, match.how) == (code, how)
    assert may_name_country(f"spokesman for {words}")


@pytest.mark.parametrize("words", ["us", "it", "Victoria", "Santiago", "Brussels", "Korean", "", "John", "the"])
def test_other_words_are_no_countries(words: str) -> None:
    assert find_country(words) is None


@pytest.mark.parametrize(
    ("name", "gender"),
    [("Angela", "female"), ("Olena", "female"), ("Volodymyr", "male"), ("john", "male"), ("Jae-in", "male"),
     ("Robin", None), ("Kim", None), ("Qwerty", None)],
)  # fmt: skip
def test_genders_of_given_names(name: str, gender: str | None) -> None:
    assert gender_of(name) == gender


@pytest.mark.parametrize(
    ("words", "name"),
    [("the Guardian", "The Guardian"), ("New York Times", "The New York Times"), ("Yonhap News Agency", "Yonhap"),
     ("AP", "AP"), ("BILD", "Bild"), ("Kyiv Independent", "The Kyiv Independent"), ("ap", None), ("dr", None)],
)  # fmt: skip
def test_outlets_are_found_by_their_names(words: str, name: str | None) -> None:
    found = find_outlet(words)
    assert (found and found.name) == name


def test_every_agency_is_an_outlet_by_all_its_names() -> None:
    for name, others in AGENCIES.items():
        for spelling in (name, *others):
            found = find_outlet(spelling)
            assert found is not None, spelling
            assert (found.name, found.kind) == (name, OutletKind.AGENCY)


HUR = "Main Intelligence Directorate of the Ministry of Defence of Ukraine"


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("the FBI", "Federal Bureau of Investigation"),
        ("HUR", HUR), ("GUR", HUR), ("Ukraine's military intelligence agency (HUR)", HUR),
        ("the Main Intelligence Directorate of Ukraine's Defense Ministry", HUR),
        ("the Main Intelligence Directorate (HUR) of Ukraine's Ministry of Defense", HUR),
        ("Ukrainian military intelligence", HUR), ("Defence Intelligence of Ukraine", HUR),
        ("Ukraine's Defense Ministry", "Ministry of Defence of Ukraine"),
        ("the Ministry of Defence of Ukraine", "Ministry of Defence of Ukraine"),
        ("Ukrainian defence ministry", "Ministry of Defence of Ukraine"),
        ("Chinese Foreign Ministry", "Ministry of Foreign Affairs of China"),
        ("Russian government", "Government of Russia"), ("government of Russia", "Government of Russia"),
        ("Moscow", "Government of Russia"), ("the Kremlin", "Government of Russia"),
        ("South Korean military", "Armed Forces of South Korea"),
        ("the Pentagon", "Department of Defense of the United States"),
        ("U.S. Defense Department", "Department of Defense of the United States"),
        ("Defense Department", "Department of Defense of the United States"),
        ("Labor Department", "Department of Labor of the United States"),
        ("IRS", "Internal Revenue Service"), ("Bureau of Labor Statistics", "Bureau of Labor Statistics"),
        ("State Department", "Department of State of the United States"), ("the White House", "White House"),
        ("WHO", "World Health Organization"), ("EU Commission", "European Commission"),
        ("South Korea's Joint Chiefs of Staff", "Joint Chiefs of Staff of South Korea"),
        ("NIS", "National Intelligence Service of South Korea"),
    ],
)  # fmt: skip
def test_bodies_are_found_by_every_name(words: str, name: str) -> None:
    body = find_body(words)
    assert body is not None
    assert body.name == name
    again = find_body(name)
    assert again is not None
    assert again.name == name


@pytest.mark.parametrize(
    "words",
    ["who", "Bank of America", "the Defence Ministry", "Ukrainian", "Chinese military expert", "police", "", "()"],
)
def test_other_words_are_no_bodies(words: str) -> None:
    assert find_body(words) is None


def test_armies_and_ministries_of_two_countries_are_two() -> None:
    names = ["Russian army", "Ukrainian army", "U.S. Army", "US military", "Russian defence ministry"]
    assert len({str(find_body(name)) for name in names}) == len(names)


def test_states_are_the_side_of_their_bodies() -> None:
    body = find_body("Ukraine's Defense Ministry")
    assert body is not None
    assert body.side == "Ukraine (state)"


def test_leaders_hold_office_over_a_time() -> None:
    assert [leader.name for leader in find_leaders("US", Office.STATE, "2024-12-14")] == ["Joe Biden"]
    assert [leader.name for leader in find_leaders("KR", None, "2024-12-14")] == ["Yoon Suk-yeol"]
    assert [leader.name for leader in find_leaders("UA", Office.STATE, "2024-12-14T09:30:00+02:00")] == [
        "Volodymyr Zelensky"
    ]


def test_leaders_are_found_in_any_spelling() -> None:
    for name in ("Vladimir Zelensky", "Володимир Зеленський", "Volodymyr Zelenskyy"):
        (leader,) = find_leader_named(name)
        assert leader.name == "Volodymyr Zelensky"
    assert len(find_leader_named("Dmitry Medvedev")) == 2
    assert find_leader_named("Dmitry Medvedev", "2024-12-14") == ()
    assert find_leader_named("Nobody Inparticular") == ()


def test_a_surname_may_be_that_of_several_leaders() -> None:
    assert {leader.name for leader in find_leaders_by_surname("Kim")} == {"Kim Jong-un", "Kim Jong-il"}
