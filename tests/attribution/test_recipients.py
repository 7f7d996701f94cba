"""Who is told something is no source, on invented sentences."""

import pytest

from sayso.attribution.mended.recipients import is_on_verdict, is_spoken_to, without_recipient
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
        ("A court in Kent has heard that it leaks.", "A court in Kent", "has heard"),
        ("Leaks were found, the jury heard.", "the jury", "heard"),
        ("The owner dismissed the head of an inquiry into claims he hid it.", "The owner", "claims"),
        ("Lindow Crown Court heard that it leaks.", "Lindow Crown Court", "heard"),
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
        ("A man at the court heard that it leaks.", "A man", "heard"),
        ("The tenants heard that it leaks.", "The tenants", "heard"),
        ("The owner, head of the board, claims he hid nothing.", "The owner", "claims"),
        ("The court said that it heard of leaks.", "The court", "said"),
        ("The song was attributed to tenants.", "tenants", "was attributed to"),
        ("The leak was reported before noon to him by tenants.", "tenants", "was reported"),
    ],
)
def test_who_tells_is_one(text: str, source: str, cue: str) -> None:
    attribution = Attribution((find(text, source),), (find(text, cue),), (Span(0, 1),), Speech.INDIRECT, 0.9)
    assert without_recipient(text, attribution) is attribution


@pytest.mark.parametrize(
    ("text", "source", "is_to"),
    [
        ("Dorr tells Tan: ‘It leaks’", "Tan", True),
        ("She urged Dorr: “Mend it.”", "Dorr", True),
        ("Dorr: It leaks", "Dorr", False),
        ("A tenant, Ulba Dorr: “It leaks.”", "Ulba Dorr", False),
    ],
)
def test_before_a_colon_may_stand_who_is_spoken_to(text: str, source: str, is_to: bool) -> None:
    attribution = Attribution((find(text, source),), (find(text, ":"),), (Span(0, 1),), Speech.DIRECT, 0.9)
    assert is_spoken_to(text, attribution) is is_to


@pytest.mark.parametrize(
    ("text", "source", "cue", "is_on"),
    [
        ("The court found a roofer guilty of fraud and sentenced him.", "a roofer", "sentenced", True),
        ("The jury declared a roofer not liable for it.", "a roofer", "liable for", True),
        ("The court found a roofer who said that it leaks.", "a roofer", "said", False),
        ("A roofer pleaded not guilty of fraud.", "A roofer", "pleaded", False),
    ],
)
def test_on_whom_a_verdict_is_says_none_of_it(text: str, source: str, cue: str, is_on: bool) -> None:
    attribution = Attribution((find(text, source),), (find(text, cue),), (Span(0, 1),), Speech.INDIRECT, 0.9)
    assert is_on_verdict(text, attribution) is is_on


@pytest.mark.parametrize(
    ("text", "cue", "content", "has_source"),
    [
        ("The skipper declared the catch, thought to have been stolen.", "thought", "to have been stolen", False),
        ("The skipper sold a boat, widely believed to be his.", "widely believed to be", "his", False),
        ("The skipper thought to ask the mayor.", "thought", "to ask the mayor", True),
        ("The skipper thought it had been stolen.", "thought", "it had been stolen", True),
    ],
)
def test_a_participle_is_not_of_whoever_stands_before_it(text: str, cue: str, content: str, has_source: bool) -> None:
    attribution = Attribution(
        (find(text, "The skipper"),), (find(text, cue),), (find(text, content),), Speech.INDIRECT, 0.9
    )
    assert bool(without_recipient(text, attribution).source) is has_source
