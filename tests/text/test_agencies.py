import pytest

from sayso.text.agencies import find_agency


@pytest.mark.parametrize(
    ("credit", "agency"),
    [("Jane Doe / AFP", "AFP"), ("By the Associated Press", "AP"), ("Le Figaro et AFP", "AFP"),
     ("reuters", "Reuters"), ("Associated Press Sports Editors", None), ("Apa Khan", None), ("", None)],
)  # fmt: skip
def test_agencies_are_found_by_their_whole_name(credit: str, agency: str | None) -> None:
    assert find_agency(credit) == agency
