"""What mistyped words are taken for."""

from collections.abc import Iterator

import pytest

from sayso.ledger import Ledger
from tests.web.stories import Said, add

SAID = "casualties of the Mediterranean ferry are rising near Zürich"


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    path = tmp_path_factory.mktemp("near") / "near.sayso"
    add(path, f"The {SAID}, Olena Brodie of NATO said. Мосты закрыты.", [Said(SAID, "Olena Brodie")], id="a")
    with Ledger(path) as ledger:
        yield ledger


@pytest.mark.parametrize(
    ("typed", "absent", "meant"),
    [
        ("ferry casulties", ["casulties"], "ferry casualties"),
        ("Casulties and more casulties", ["Casulties", "casulties"], "casualties and more casualties"),
        ("did the Mediteranean fery sink?", ["Mediteranean", "fery", "sink"], "did the Mediterranean ferry sink?"),
        ("meditteranean", ["meditteranean"], "mediterranean"),
        ("Zurrich", ["Zurrich"], "Zürich"),
        ("Мосты закрыти", ["закрыти"], "Мосты закрыты"),
        ("a lighthouse", ["lighthouse"], None),
        ("fry", ["fry"], None),
        ("cas.ulties", ["cas.ulties"], None),
        ("ferry", [], None),
    ],
)
def test_a_mistyped_word_is_nearly_one_of_a_text(
    ledger: Ledger, typed: str, absent: list[str], meant: str | None
) -> None:
    assert ledger.meant_in_texts(typed, absent) == meant


def test_only_words_of_statements_are_meant_in_statements(ledger: Ledger) -> None:
    assert (
        ledger.meant_in_statements("the Mediteranean casulties", ["Mediteranean", "casulties"])
        == "the Mediterranean casualties"
    )
    assert ledger.meant_in_statements("закрыти", ["закрыти"]) is None
