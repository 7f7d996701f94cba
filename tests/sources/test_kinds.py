"""Kinds by head noun."""

import pytest

from sayso.records import SourceKind
from sayso.sources.kinds import kind_of_description


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("fire officer", SourceKind.PERSON),
        ("spokeswoman", SourceKind.PERSON),
        ("senior official", SourceKind.ANONYMOUS),
        ("government sources", SourceKind.ANONYMOUS),
        ("unknown author", SourceKind.ANONYMOUS),
        ("residents", SourceKind.COLLECTIVE),
        ("beekeepers", SourceKind.COLLECTIVE),
        ("fire service", SourceKind.ORGANISATION),
        ("state media", SourceKind.MEDIA),
        ("news agency", SourceKind.MEDIA),
        ("space agency", SourceKind.ORGANISATION),
        ("autopsy", SourceKind.DOCUMENT),
    ],
)
def test_kind_of_description(words: str, kind: SourceKind) -> None:
    assert kind_of_description(words, words.split()[-1]) is kind
