"""What a mistyped name is taken for."""

from pathlib import Path

import pytest

from sayso.ledger import Ledger
from tests.web.stories import Said, add

SPEAKERS = ("Olena Brodie", "Olena Brody", "Ivo Tan", "Zoë Marchetti")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Oleena Brodie", ("Olena Brodie",)),
        ("Marcheti", ("Zoë Marchetti",)),
        ("Zoe Marchette", ("Zoë Marchetti",)),
        ("Ivo Marcheti", ()),
        ("Harbour", ()),
        ("?!", ()),
    ],
)
def test_each_word_of_a_mistyped_name_is_nearly_one_of_a_source(
    tmp_path: Path, typed: str, meant: tuple[str, ...]
) -> None:
    path = tmp_path / "own.sayso"
    for name in SPEAKERS:
        add(path, f"The old bridge is safe, {name} said.", [Said("The old bridge is safe", name)], id=name)
    with Ledger(path) as ledger:
        assert ledger.near_names(typed) == meant


def test_only_a_few_are_told(tmp_path: Path) -> None:
    path = tmp_path / "own.sayso"
    for number in range(5):
        by = f"Nr{number} Marchetti"
        add(path, f"The ferry is late, {by} said.", [Said("The ferry is late", by)], id=by)
    with Ledger(path) as ledger:
        assert len(ledger.near_names("Marcheti")) == 3
