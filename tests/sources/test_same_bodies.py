"""Names of sides that are one body's."""

import pytest

from sayso.records import Source, SourceKind
from sayso.sources import join_bodies


def _body(name: str) -> Source:
    return Source(name, SourceKind.ORGANISATION, side=name)


@pytest.mark.parametrize(
    ("names", "joined"),
    [
        (["Kettle", "Kettle Works"], {"Kettle": "Kettle Works"}),
        (["Kettle", "Kettle Works", "Kettle Works of Rigby"], {"Kettle": "Kettle Works"}),
        (["Kettle Motors", "Kettle Motors India"], {"Kettle Motors India": "Kettle Motors"}),
        (["Kettle Motors India", "Kettle Mills"], {}),
        (["Kettle", "Kettle Works", "Kettle Mills"], {}),
        (["Ohio", "Ohio Police"], {}),
        (["Kenya", "Kenya Works"], {}),
        (["Senate", "Senate Works"], {}),
        (["Kettle Works", "Kettle Works company"], {"Kettle Works company": "Kettle Works"}),
        (["Labour", "Labour Party"], {"Labour Party": "Labour"}),
        (["SMUF", "Smuf"], {"Smuf": "SMUF"}),
        (["union", "Rain Pilots' Union"], {"union": "Rain Pilots' Union"}),
        (["pilots' union", "Rain Pilots' Union", "Kettle Union"], {"pilots' union": "Rain Pilots' Union"}),
        (["union", "Rain Union", "Kettle Union"], {}),
        (
            ["Red Cross", "Kenya Red Cross", "Kenya Red Cross Society"],
            {"Red Cross": "Kenya Red Cross", "Kenya Red Cross Society": "Kenya Red Cross"},
        ),
        (["Red Cross", "Kenya Red Cross", "Chad Red Cross"], {}),
    ],
)
def test_short_full_and_described_names_of_one_body_are_one(names: list[str], joined: dict[str, str]) -> None:
    assert join_bodies([_body(name) for name in names]) == joined


def test_a_surname_means_no_company() -> None:
    doe = Source("Adam Kettle", SourceKind.PERSON, side="Adam Kettle")
    assert join_bodies([doe, _body("Kettle"), _body("Kettle Works")]) == {}


def test_a_company_that_one_speaks_for_is_a_body() -> None:
    officer = Source("Adam Roe", SourceKind.PERSON, affiliation="Kettle Works", side="Kettle Works")
    assert join_bodies([officer, _body("Kettle")]) == {"Kettle": "Kettle Works"}


def test_a_place_that_a_mayor_speaks_for_is_no_body() -> None:
    mayor = Source("Jane Roe", SourceKind.PERSON, role="Leeds mayor", side="Leeds")
    assert join_bodies([mayor, _body("Leeds Mercury")]) == {}
