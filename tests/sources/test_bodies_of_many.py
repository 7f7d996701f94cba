"""Names that the bodies of several countries bear, though the tables have them as one country's."""

import pytest

from tests.sources.stories import resolve_marked


@pytest.mark.parametrize(
    ("marked", "name", "side"),
    [
        (
            "It rained in Armenia, on Armenian roads. <s>The Investigative Committee</s> said no.",
            "Investigative Committee of Armenia",
            "Armenia (state)",
        ),
        ("It rained in Kenya, on Kenyan roads. <s>The DOJ</s> said no.", "DOJ of Kenya", "Kenya (state)"),
        ("It rained in Ohio. <s>The DOJ</s> said no.", "DOJ", "United States (state)"),
        (
            "It rained in Kenya, on Kenyan roads, and in the United States. <s>The DOJ</s> said no.",
            "DOJ",
            "United States (state)",
        ),
        ("It rained in Kenya, on Kenyan roads. <s>The FBI</s> said no.", "FBI", "United States (state)"),
        ("NAIROBI - <s>FBI</s> said no.", "FBI", "United States (state)"),
    ],
)
def test_a_name_that_many_bear_is_of_the_storys_country(marked: str, name: str, side: str) -> None:
    (source,) = resolve_marked(marked)
    assert (source.name, source.side) == (name, side)


@pytest.mark.parametrize(
    ("marked", "name", "side"),
    [
        ("Brussels rejoiced. <s>The Commission</s> said no.", "European Commission", "European Union"),
        ("The EU wept. <s>A Commission spokesman</s> said no.", "spokesman for European Commission", "European Union"),
        ("The Tide Commission met in Brussels. <s>The Commission</s> said no.", "Tide Commission", "Tide Commission"),
        ("Leeds rejoiced. <s>The Commission</s> said no.", "Commission", "Commission"),
    ],
)
def test_the_commission_of_a_story_of_the_union_is_the_unions(marked: str, name: str, side: str) -> None:
    (source,) = resolve_marked(marked)
    assert (source.name, source.side) == (name, side)
