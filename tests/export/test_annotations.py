"""Web Annotation: read by an RDF library, and held against what the model demands."""

import json
from pathlib import Path

import pytest
import rdflib
from hypothesis import given, settings
from jsonschema import Draft202012Validator
from rdflib.namespace import RDF

from sayso.export import Format, export, one_claim, whole_ledger
from sayso.export.annotations import CONTEXT, annotations
from sayso.ledger import Ledger
from sayso.records import Reading
from sayso.shapes import Json, attribution_shape
from sayso.trace import trace
from tests.export.conftest import ledger_of, readings

OA = rdflib.Namespace("http://www.w3.org/ns/oa#")
TERMS = {
    "id": "@id",
    "type": "@type",
    **{name: f"oa:{name}" for name in ("Annotation", "SpecificResource", "TextualBody", "TimeState")},
    **{name: f"oa:{name}" for name in ("TextQuoteSelector", "TextPositionSelector", "exact", "prefix", "suffix")},
    **{name: f"oa:{name}" for name in ("start", "end", "describing", "classifying", "tagging")},
    "AnnotationCollection": "as:OrderedCollection",
    "AnnotationPage": "as:OrderedCollectionPage",
    "Software": "as:Application",
    "total": "as:totalItems",
    "startIndex": "as:startIndex",
    "label": "rdfs:label",
    "format": "dc:format",
    "language": "dc:language",
    "value": "rdf:value",
    "name": "foaf:name",
    **{name: {"@id": term, "@type": "@id"} for name, term in (("body", "oa:hasBody"), ("target", "oa:hasTarget"))},
    **{name: {"@id": term, "@type": "@id"} for name, term in (("source", "oa:hasSource"), ("state", "oa:hasState"))},
    "selector": {"@id": "oa:hasSelector", "@type": "@id"},
    "cached": {"@id": "oa:cachedSource", "@type": "@id"},
    "creator": {"@id": "dcterms:creator", "@type": "@id"},
    "first": {"@id": "as:first", "@type": "@id"},
    "items": {"@id": "as:items", "@type": "@id", "@container": "@list"},
    "motivation": {"@id": "oa:motivatedBy", "@type": "@vocab"},
    "purpose": {"@id": "oa:hasPurpose", "@type": "@vocab"},
    "oa": str(OA),
    "as": "http://www.w3.org/ns/activitystreams#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "rdf": str(RDF),
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
}
"""What the terms used here mean by the Web Annotation Vocabulary: tests load nothing, so not the standard's context."""

TEXT, WHOLE = {"type": "string"}, {"type": "integer", "minimum": 0}


def wanted(kind: str, **known: object) -> Json:
    """An object of a type with these keys and no other."""
    return {
        "type": "object",
        "properties": {"type": {"const": kind}, **known},
        "required": ["type", *known],
        "additionalProperties": False,
    }


BODY = wanted("TextualBody", value=TEXT, purpose={"enum": ["describing", "classifying", "tagging"]})
BODY["properties"] |= {"format": TEXT, "language": TEXT}  # type: ignore[operator]
SELECTORS = [
    wanted("TextQuoteSelector", exact=TEXT, prefix=TEXT, suffix=TEXT),
    wanted("TextPositionSelector", start=WHOLE, end=WHOLE),
]
TARGET = wanted(
    "SpecificResource",
    source={"type": "string", "pattern": r"^(https?|ni)://\S+$"},
    selector={"type": "array", "prefixItems": SELECTORS, "items": False},
    state=wanted("TimeState", cached={"type": "string", "pattern": r"^ni:///sha-256;[\w-]{43}$"}),
)
ANNOTATION = wanted(
    "Annotation",
    id={"type": "string", "pattern": r"^https://\S+$"},
    motivation={"const": "describing"},
    creator=wanted("Software", name=TEXT),
    body={"type": "array", "items": BODY, "minItems": 2},
    target={"type": "array", "items": TARGET, "minItems": 1},
)
PAGE = wanted("AnnotationPage", id=TEXT, startIndex={"const": 0}, items={"type": "array", "items": ANNOTATION})
COLLECTION = wanted("AnnotationCollection", id=TEXT, label=TEXT, total=WHOLE, first=PAGE)
COLLECTION["properties"] |= {"@context": {"const": CONTEXT}}  # type: ignore[operator]
MODEL = Draft202012Validator(COLLECTION)
"""What the Web Annotation Data Model demands of what is used here, and that nothing else is used."""


def write(ledger: Ledger, folder: Path) -> Json:
    export(whole_ledger(ledger), folder / "a.jsonld", Format.WEB_ANNOTATION)
    document: Json = json.loads((folder / "a.jsonld").read_text(encoding="utf-8"))
    return document


def test_it_is_what_the_model_demands(few: Ledger, tmp_path: Path) -> None:
    document = write(few, tmp_path)
    MODEL.validate(document)
    assert document["total"] == len(document["first"]["items"]) == 6  # type: ignore[index]


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")  # rdflib of itself
def test_a_reader_of_rdf_finds_the_words_and_who_said_them(few: Ledger, tmp_path: Path) -> None:
    document = write(few, tmp_path) | {"@context": TERMS}
    graph = rdflib.Graph().parse(data=json.dumps(document), format="json-ld")
    assert len(list(graph.subjects(RDF.type, OA.Annotation))) == 6
    assert {str(each) for each in graph.objects(None, OA.exact)} >= {"The pillars are cracked", "the same"}
    assert rdflib.URIRef("https://tribune.example/b?c=d%20e") in set(graph.objects(None, OA.hasSource))
    values = {str(each) for each in graph.objects(None, RDF.value)}
    assert "Nora Field; probable; rests on document; through Herald, Wire" in values
    assert "Jo Marsh (judged by ed: his notes); probable; rests on document; through Herald, Wire" in values


@settings(max_examples=15, deadline=None)
@given(readings())
def test_selectors_lead_to_the_words_whatever_the_text(reading: Reading) -> None:
    text = reading.story.text
    with ledger_of(reading) as ledger:
        (part,) = whole_ledger(ledger).parts()
        (one,) = json.loads(json.dumps(list(annotations(part, {}))))
    for target, span in zip(one["target"], reading.attributions[0].content, strict=True):
        quote, position = target["selector"]
        assert (position["start"], position["end"]) == span
        assert text[position["start"] : position["end"]] == quote["exact"]
        assert text[: position["start"]].endswith(quote["prefix"])
        assert text[position["end"] :].startswith(quote["suffix"])
        # Counted in code points, as the model demands: not in bytes, and not in the units of UTF-16.
        points = text.encode("utf-32-le")[4 * position["start"] : 4 * position["end"]]
        assert points.decode("utf-32-le") == span.of(text)
    held = json.loads(one["body"][1]["value"])
    assert {key: held[key] for key in attribution_shape(reading.attributions[0])} == attribution_shape(
        reading.attributions[0]
    )


def test_a_claim_says_what_words_do_with_it(few: Ledger, tmp_path: Path) -> None:
    found = trace(few, "the pillars are cracked")
    export(one_claim(few, found), tmp_path / "a", Format.WEB_ANNOTATION)
    document = json.loads((tmp_path / "a").read_text(encoding="utf-8"))
    MODEL.validate(document)
    tags = {body["value"] for one in document["first"]["items"] for body in one["body"] if body["purpose"] == "tagging"}
    assert tags == {"supports"}
