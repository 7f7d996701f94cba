"""Names that only their neighbours tell to be those of bodies."""

import pytest

from sayso.records import SourceKind
from tests.sources.stories import resolve_marked


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        ("Halden Rose managing director Jane Roe wept. <s>Halden Rose</s> knew.", "Halden Rose"),
        ("The boss of Halden Rose wept. <s>Halden Rose</s> knew.", "Halden Rose"),
        ("Customers of Halden Rose wept. <s>Halden Rose</s> knew.", "Halden Rose"),
        ("Halden's chief executive wept. <s>Halden Rose</s> knew.", "Halden Rose"),
        ("Halden Rose Ltd grows tea. <s>Halden Rose</s> knew.", "Halden Rose Ltd"),
        ("The firm behind the mine, Halden Rose, shut it. <s>Halden Rose</s> knew.", "Halden Rose"),
        ("They fear a merger with Halden Rose. <s>Halden Rose</s> knew.", "Halden Rose"),
        ("<s>Airline Halden</s> knew.", "Halden"),
        ("<s>Halden Rose SA</s> knew.", "Halden Rose SA"),
        ("<s>The broker Halden</s> knew.", "Halden"),
        ("<s>Athletics Halden</s> knew.", "Athletics Halden"),
        ("<s>The Kenya Red Cross</s> came from Kenya.", "Kenya Red Cross"),
    ],
)
def test_a_name_that_its_neighbours_tell_is_a_bodys(marked: str, name: str) -> None:
    (source,) = resolve_marked(marked)
    assert (source.name, source.kind) == (name, SourceKind.ORGANISATION)


@pytest.mark.parametrize("kind", ["daily", "weekly", "monthly"])
def test_a_paper_is_told_by_how_often_it_comes_out(kind: str) -> None:
    (source,) = resolve_marked(f"<s>The {kind} Haldens Blad</s> knew.")
    assert (source.name, source.kind) == ("Haldens Blad", SourceKind.MEDIA)


def test_a_person_who_leads_a_company_is_none() -> None:
    (source,) = resolve_marked("Halden Rose, managing director of Kettle, wept. <s>Halden Rose</s> knew.")
    assert source.kind is SourceKind.PERSON
