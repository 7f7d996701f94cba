import pytest

from sayso.ingest.fields.markup import text_of_fragment


@pytest.mark.parametrize("fragment", ["The bu\xadreau said no.", "<p>The bu&shy;reau said no.</p>"])
def test_places_where_a_word_may_be_split_are_no_part_of_it(fragment: str) -> None:
    assert text_of_fragment(fragment) == "The bureau said no."
