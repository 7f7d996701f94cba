import pytest

from sayso.cli.grading import source_text
from sayso.records import Attribution, Source, SourceKind, Speech


@pytest.mark.parametrize(
    ("role", "affiliation", "side", "shown"),
    [
        ("deputy chief of Northwind", "Northwind", "Northwind", "deputy chief of Northwind"),
        (
            "minister",
            "Ministry of Health of Latvia",
            "Latvia (state)",
            "minister · Ministry of Health of Latvia · Latvia (state)",
        ),
        (None, None, "Ann Novak", ""),
    ],
)
def test_what_a_source_is_stands_there_once(
    role: str | None, affiliation: str | None, side: str | None, shown: str
) -> None:
    who = Source("Ann Novak", SourceKind.PERSON, role=role, affiliation=affiliation, side=side)
    told = source_text(Attribution((), (), (), Speech.INDIRECT, 1.0, who=who), "Ann Novak")
    assert told.plain == "\n".join(filter(None, ("Ann Novak", shown)))
