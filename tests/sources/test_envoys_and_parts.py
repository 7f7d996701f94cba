"""Envoys, officers and parts of bodies, which speak for a whole."""

import pytest

from sayso.records import SourceKind
from tests.sources.stories import resolve_marked


@pytest.mark.parametrize(
    ("marked", "side"),
    [
        ("<s>A Chilean embassy spokesman in Nairobi</s> said no.", "Chile (state)"),
        ("<s>Chile's ambassador to Nairobi</s> said no.", "Chile (state)"),
        ("<s>A U.N. spokesman</s> said no.", "United Nations"),
        ("<s>The head of Tidewatch's marine bureau</s> said no.", "Tidewatch"),
        ("In Kenya it rained. <s>Superintendent of Police Jane Doe</s> said no in Kenya.", "Kenya (state)"),
        ("In Kenya it rained. <s>Health officials</s> said no in Kenya.", "Kenya (state)"),
        ("Oslo (KTA) - The crew was told, <s>its spokesman Jane Doe</s> said.", "Jane Doe"),
        ("<s>The Hellenic Coast Guard</s> said no.", "Greece (state)"),
    ],
)
def test_whose_part_officer_or_envoy_it_is(marked: str, side: str) -> None:
    (source,) = resolve_marked(marked)
    assert source.side == side


def test_people_told_by_their_trade_are_no_body() -> None:
    (source,) = resolve_marked("<s>Beekeepers</s> said no.")
    assert (source.name, source.kind) == ("beekeepers", SourceKind.COLLECTIVE)


def test_a_ministrys_spokesman_is_of_no_body_that_spoke_right_before() -> None:
    sources = resolve_marked("<s>The Tide Guild</s> said no. <s>A justice ministry spokesman</s> said so.")
    assert [source.side for source in sources] == ["Tide Guild", "justice ministry spokesman"]
