"""What an outlet published is the outlet: "the June issue of Tide Monthly"."""

import pytest

from sayso.records import SourceKind
from tests.sources.stories import resolve_marked


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("The November 4 issue of Marlow Nemzet", "Marlow Nemzet"),
        ("Sunday's edition of the Rain Herald", "Rain Herald"),
        ("the June issue of Tide Monthly", "Tide Monthly"),
    ],
)
def test_an_issue_is_the_outlet(words: str, name: str) -> None:
    (source,) = resolve_marked(f"It rained. <s>{words}</s> said so.")
    assert (source.name, source.side, source.kind) == (name, name, SourceKind.MEDIA)


def test_an_edition_of_a_person_is_no_outlet() -> None:
    (source,) = resolve_marked("It rained. <s>The third edition of Peter Lang</s> said so.")
    assert source.kind is not SourceKind.MEDIA
