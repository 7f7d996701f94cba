import pytest

from sayso.errors import UsageError
from sayso.ingest import ColumnMapping


def test_named_fields_are_mapped_and_the_others_keep_their_names() -> None:
    assert ColumnMapping.parse(" text = body , outlet=source,") == ColumnMapping(text="body", outlet="source")
    assert ColumnMapping.parse("") == ColumnMapping()


@pytest.mark.parametrize("pairs", ["text", "text=", "headline=h1", "=body"])
def test_what_is_no_pair_of_field_and_column_is_refused(pairs: str) -> None:
    with pytest.raises(UsageError, match="published"):
        ColumnMapping.parse(pairs)
