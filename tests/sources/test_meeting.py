"""Who speaks to an outlet without giving a name."""

import pytest

from sayso.records import Source, SourceKind
from sayso.sources.meaning.meeting import meet_sources
from tests.sources.stories import names_of, resolve_marked


@pytest.mark.parametrize(
    "marked",
    [
        "<s>two port officials with direct knowledge of the plan</s> said so.",
        "<s>managers familiar with the talks</s> said so.",
        "<s>officials who spoke to the Herald</s> praised her.",
        "<s>the Kettle officials who spoke to reporters</s> praised her.",
        "It was closed, said <s>the managers</s>, who declined to be named as the talks go on.",
        "<s>two officials at the Lindow Harbour Office who sought anonymity</s> said so.",
        "<s>Two unnamed officials at the Lindow Harbour Office (LHO)</s> said so.",
        "<s>A Maltese diplomat</s>, speaking on condition of anonymity, said so.",
        "<s>a spokesman for the port</s>, who was not authorized to speak publicly, said so.",
    ],
)
def test_who_speaks_covertly_is_anonymous(marked: str) -> None:
    (source,) = resolve_marked(marked, outlet="The Bugle")
    assert source.kind is SourceKind.ANONYMOUS


@pytest.mark.parametrize(
    ("marked", "kind"),
    [
        ("<s>Harbour officials</s> <c>said</c> that the pier was closed.", SourceKind.COLLECTIVE),
        ("<s>the managers</s>, who said that the boy could not be named, left.", SourceKind.COLLECTIVE),
        ("<s>Jane Doe</s>, speaking on condition of anonymity, said so.", SourceKind.PERSON),
    ],
)
def test_who_speaks_openly_is_not(marked: str, kind: SourceKind) -> None:
    (source,) = resolve_marked(marked, outlet="The Bugle")
    assert source.kind is kind


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        ("“It fell,” said <s>a diplomat</s> in comments to AFP, <s>who</s> asked not to be named.", "diplomat"),
        ("It fell, <s>an aide</s> told Reuters, <s>who</s> spoke on condition of anonymity.", "aide"),
        ("It fell, <s>an aide</s> said. Peter Lang, <s>who</s> asked not to be quoted, left.", "Peter Lang"),
    ],
)
def test_who_asked_not_to_be_named_is_the_one_who_spoke(marked: str, name: str) -> None:
    assert names_of(marked)[-1] == name


def test_who_speaks_without_a_name_once_is_unnamed_throughout() -> None:
    told = [Source("nurse", SourceKind.PERSON), Source("nurse", SourceKind.ANONYMOUS), Source("Ada", SourceKind.PERSON)]
    met = meet_sources(told, [("Tide Post", False)] * 3)
    assert [(source.kind, source.met_by) for source in met] == [
        (SourceKind.ANONYMOUS, "Tide Post"),
        (SourceKind.ANONYMOUS, "Tide Post"),
        (SourceKind.PERSON, None),
    ]


def test_an_outlet_that_met_an_unnamed_source_is_told_by_its_name_or_its_host() -> None:
    told = [Source("nurse", SourceKind.ANONYMOUS)] * 2
    met = meet_sources(told, [("theguardian.com", False), ("The Guardian", True)])
    assert {source.side for source in met} == {"nurse, as met by The Guardian"}


@pytest.mark.parametrize(
    "behind",
    [
        "<s>She</s> asked not to be named, as nurses may not speak.",
        "<s>She</s> spoke on condition of anonymity.",
        "<s>The nurse</s> insisted on anonymity.",
        "<s>She</s> asked that her name be withheld.",
    ],
)
def test_who_asked_so_in_a_sentence_of_its_own_is_unnamed(behind: str) -> None:
    *_, source = resolve_marked(f"It leaked, said <s>a nurse at the harbour</s>. {behind}", outlet="The Bugle")
    assert source.kind is SourceKind.ANONYMOUS


def test_who_asked_for_something_else_is_not() -> None:
    *_, source = resolve_marked("It leaked, said <s>a nurse</s>. <s>She</s> asked to be paid.", outlet="The Bugle")
    assert source.kind is SourceKind.PERSON
