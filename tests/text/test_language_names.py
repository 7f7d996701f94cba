"""Languages by their names."""

import pytest

from sayso.text.language_names import name_language


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("tr", "Turkish"),
        ("PT-br", "Portuguese"),
        ("zh-Hans", "Chinese"),
        ("xx", "xx"),
        ("und", "an unknown language"),
        (None, "an unknown language"),
    ],
)
def test_a_language_is_called_by_its_name(code: str | None, name: str) -> None:
    assert name_language(code) == name
