"""Presenters and reporters of a broadcast are the outlet's own voice."""

import pytest

from sayso.records import SourceKind
from sayso.sources.names.datelines import find_dateline
from tests.sources.stories import names_of, resolve_marked

BROADCAST = (
    "AILSA TAN, HOST: The dam broke. <s>Omar Lang</s> <c>reports</c>.\n\n"
    "<s>OMAR LANG</s>, BYLINE: <s>The mill</s> <c>says</c> it rained.\n\n"
    "<s>LANG</s>: It was dark.\n\n<s>PAUL ROE</s>: <s>I</s> <c>say</c> it was loud.\n\n<s>TAN</s>: Why?"
)


def test_presenters_and_reporters_are_the_outlet() -> None:
    names = names_of(BROADCAST, outlet="Tide Radio")
    assert names == ["Tide Radio", "Tide Radio", "mill", "Tide Radio", "Paul Roe", "Paul Roe", "Tide Radio"]
    assert resolve_marked(BROADCAST, outlet="Tide Radio")[0].kind is SourceKind.MEDIA


def test_without_an_outlet_they_keep_their_names() -> None:
    assert names_of(BROADCAST)[1] == "Omar Lang"


def test_who_only_shares_a_surname_is_another() -> None:
    assert names_of(f"{BROADCAST} <s>Bo Lang</s> said no.", outlet="Tide Radio")[-1] == "Bo Lang"


@pytest.mark.parametrize("label", ["AILSA TAN, HOST:", "AILSA TAN, TIDE SENIOR CORRESPONDENT (voice-over):"])
def test_their_labels_are_no_datelines(label: str) -> None:
    assert find_dateline(f"{label} The dam broke.") is None
    assert find_dateline("AILSA, Kenya: The dam broke.") is not None
