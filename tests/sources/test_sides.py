"""Affiliation and side."""

import pytest

from tests.sources.stories import resolve_marked


@pytest.mark.parametrize(
    ("marked", "side"),
    [
        ("<s>Germany</s> said so.", "Germany (state)"),
        ("<s>German Defence Minister Peter Lang</s> said so.", "Germany (state)"),
        ("<s>German officials</s> said so.", "Germany (state)"),
        ("<s>a spokesman for the German government</s> said so.", "Germany (state)"),
        ("<s>the Tidal Rescue Agency</s> said so.", "Tidal Rescue Agency"),
        ("<s>Ferry captain Peter Lang</s> said so.", "Peter Lang"),
        ("<s>Former German Defence Minister Peter Lang</s> said so.", "Peter Lang"),
    ],
)
def test_side(marked: str, side: str) -> None:
    (source,) = resolve_marked(marked)
    assert source.side == side
