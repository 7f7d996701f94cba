"""What the words right before or around a source tell of it, on invented stories."""

import pytest

from sayso.records import SourceKind
from tests.sources.stories import names_of, resolve_marked


@pytest.mark.parametrize(
    ("words", "side"),
    [
        ("In Finland, <s>the government</s>", "Finland (state)"),
        ("Meanwhile, in Norway, <s>the foreign ministry</s>", "Norway (state)"),
        ("In Finland, which is cold, <s>the mayor</s>", "mayor"),
    ],
)
def test_an_office_is_of_the_country_that_opens_its_sentence(words: str, side: str) -> None:
    text = f"Sweden and Finland have a leaflet. So has Sweden's neighbour Norway, Sweden said.\n{words} <c>said</c> so."
    (source,) = resolve_marked(text)
    assert source.side == side


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("a copy of the filing obtained by the Daily Tidesman", "filing"),
        ("A report seen by the Guardian", "report"),
        ("A report by the Guardian", "Guardian"),
    ],
)
def test_a_text_is_not_of_whoever_only_read_it(words: str, name: str) -> None:
    (source,) = resolve_marked(f"It rained. <s>{words}</s> <c>said</c> that it leaks.")
    assert (source.name or "").startswith(name)
    assert (source.kind is SourceKind.MEDIA) is (name == "Guardian")


def test_who_worked_elsewhere_speaks_for_where_one_is_now() -> None:
    told = "who worked at Northwind Group in its first days and is now CEO of launch startup Tide Sul"
    (source,) = resolve_marked(f"<s>Jo Sten, {told},</s> <c>said</c> so.")
    assert source.side == "Tide Sul"


def test_the_alliance_is_the_one_that_was_named() -> None:
    assert names_of("NATO was formed in 1949. In 2008, <s>the alliance</s> <c>said</c> so.") == ["NATO"]


def test_a_lot_of_something_is_nobody() -> None:
    assert names_of("The papers have drawn a lot of attention, but <s>they</s> <c>say</c> little new.") == [None]
