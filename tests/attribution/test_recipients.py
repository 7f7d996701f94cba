"""Who is told something is no source, on invented sentences."""

import pytest

from sayso.attribution.recipients import without_recipient
from sayso.records import Attribution, Span, Speech


def find(text: str, words: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


@pytest.mark.parametrize(
    ("text", "source", "cue"),
    [
        ("The tenants were told that the roof leaks.", "The tenants", "were told"),
        ("The tenants had never been warned of the leak.", "The tenants", "been warned of"),
        ("The owner was reportedly warned that it leaks.", "The owner", "was reportedly warned"),
        ("A leak was reported to the owner in May.", "the owner", "was reported"),
        ("The owner accused of hiding it has left.", "The owner", "accused of"),
        ("The owner is now suspected of fraud.", "The owner", "is now suspected of"),
        ("A leak was first disclosed to tenants in May.", "tenants", "was first disclosed to"),
    ],
)
def test_who_is_told_is_no_source(text: str, source: str, cue: str) -> None:
    attribution = Attribution((find(text, source),), (find(text, cue),), (Span(0, 1),), Speech.INDIRECT, 0.9)
    assert without_recipient(text, attribution).source == ()


@pytest.mark.parametrize(
    ("text", "source", "cue"),
    [
        ("The tenants were told by the owner that it leaks.", "the owner", "were told"),
        ("The tenants told the owner that it leaks.", "The tenants", "told"),
        ("The tenants accused the owner of fraud.", "The tenants", "accused"),
        ("The leak was reported by tenants in May.", "tenants", "was reported"),
        ("The song was attributed to tenants.", "tenants", "was attributed to"),
        ("The leak was reported before noon to him by tenants.", "tenants", "was reported"),
    ],
)
def test_who_tells_is_one(text: str, source: str, cue: str) -> None:
    attribution = Attribution((find(text, source),), (find(text, cue),), (Span(0, 1),), Speech.INDIRECT, 0.9)
    assert without_recipient(text, attribution) is attribution
