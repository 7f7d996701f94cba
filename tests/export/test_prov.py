"""PROV-JSON, read and checked by the `prov` package."""

import io
import json
from pathlib import Path

from hypothesis import given, settings
from prov.model import ProvAgent, ProvAttribution, ProvDerivation, ProvDocument, ProvEntity, ProvMembership

from sayso.export import Content, Format, export, one_claim, whole_ledger
from sayso.export.names import local_name
from sayso.export.prov import prov_document
from sayso.ledger import Ledger
from sayso.records import Reading, join_words
from sayso.trace import trace
from tests.export.conftest import ORIGINAL, ledger_of, readings, texts


def read(text: str) -> ProvDocument:
    return ProvDocument.deserialize(io.StringIO(text), format="json")


def write(content: Content, folder: Path) -> ProvDocument:
    export(content, folder / "p.json", Format.PROV)
    return read((folder / "p.json").read_text(encoding="utf-8"))


def derivations(document: ProvDocument) -> set[tuple[str, str, str]]:
    """What was derived from what, and how."""
    told = set()
    for one in document.get_records(ProvDerivation):
        generated, used, *_ = (str(value) for value in one.args)
        told.add((generated, used, " ".join(str(kind) for kind in one.get_asserted_types())))
    return told


def test_it_tells_what_was_quoted_copied_and_rests_on_a_document(few: Ledger, tmp_path: Path) -> None:
    document = write(whole_ledger(few), tmp_path)
    told = derivations(document)
    assert ("story:b", "story:a%2F1", "") in told
    assert ("statement:b%2F1", "story:b", "prov:Quotation") in told
    assert ("statement:b%2F2", "source:document%3Aspring%20survey", "prov:PrimarySource") in told
    who = {tuple(str(value) for value in one.args[:2]) for one in document.get_records(ProvAttribution)}
    assert ("story:b", "outlet:Tribune") in who
    assert ("statement:a%2F1%2F1", "source:person%3Anora%20field") in who
    # What an analyst decided stands over what was read.
    assert ("statement:b%2F1", "source:person%3Ajo%20marsh") in who
    names = [str(one.identifier) for one in document.get_records((ProvEntity, ProvAgent))]
    assert len(names) == len(set(names))


def test_it_is_read_written_and_read_without_loss(few: Ledger, tmp_path: Path) -> None:
    document = write(whole_ledger(few), tmp_path)
    again = io.StringIO()
    document.serialize(again, format="json")
    assert read(again.getvalue()) == document


def test_a_claim_has_its_origins_and_reports_have_them_as_primary_source(few: Ledger, tmp_path: Path) -> None:
    found = trace(few, "the pillars are cracked")
    document = write(one_claim(few, found), tmp_path)
    members = [tuple(str(value) for value in one.args) for one in document.get_records(ProvMembership)]
    assert len(members) == len([one for one in found.origins if one.name])
    for claim, origin in members:
        assert claim == f"claim:{local_name(found.claim)}"
        assert any(used == origin and kind == "prov:PrimarySource" for _, used, kind in derivations(document))


@settings(max_examples=15, deadline=None)
@given(readings())
def test_words_and_names_come_through_whatever_they_are(reading: Reading) -> None:
    with ledger_of(reading) as ledger:
        content = whole_ledger(ledger)
        text = "".join(prov_document(content, content.parts()))
    words = join_words(reading.story.text, reading.attributions[0].content)
    statement = json.loads(text)["entity"][f"statement:{local_name(reading.story.id)}%2F1"]
    document = read(text)
    assert len(list(document.get_records(ProvDerivation))) == len(json.loads(text)["wasDerivedFrom"])
    assert statement["prov:value"].replace(" … ", "") == words.translate(
        dict.fromkeys(map(ord, "\u00ad\u200b\u2060\ufeff"))
    )


@given(texts, texts)
def test_names_are_told_apart_and_hold_no_odd_sign(one: str, other: str) -> None:
    assert (local_name(one) == local_name(other)) == (one == other)
    assert set(local_name(one)) <= set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_%")


def test_the_stories_are_those_of_the_ledger(few: Ledger, tmp_path: Path) -> None:
    document = write(whole_ledger(few), tmp_path)
    stories = [one for one in document.get_records(ProvEntity) if str(one.identifier).startswith("story:")]
    assert {str(value) for one in stories for value in one.get_attribute("sayso:id")} == {"a/1", "b"}
    assert ORIGINAL
