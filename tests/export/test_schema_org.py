"""schema.org: every type and property held against the published vocabulary, and read as RDF."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
import rdflib
from rdflib.namespace import RDF

from sayso.export import Content, Format, export, one_claim, whole_ledger
from sayso.export.schema_org import _statement
from sayso.ledger import Ledger
from sayso.records import Speech
from sayso.shapes import Json
from sayso.trace import trace

VOCABULARY = json.loads((Path(__file__).parent / "schema_org.json").read_text(encoding="utf-8"))
SCHEMA = rdflib.Namespace("https://schema.org/")
TEXT_LIKE = {"Text", "URL", "Date", "DateTime", "Language"}


def write(content: Content, folder: Path) -> Json:
    export(content, folder / "s.jsonld", Format.SCHEMA_ORG)
    document: Json = json.loads((folder / "s.jsonld").read_text(encoding="utf-8"))
    assert document["@context"] == "https://schema.org"
    return document


def kinds(name: str) -> set[str]:
    """A type and all that it is one of."""
    return {name}.union(*(kinds(parent) for parent in VOCABULARY["types"][name]))


def check(node: Json, by_id: dict[str, Json]) -> None:
    """Make sure that a node uses no property that its type lacks, and none with what is not in its range."""
    for key, value in node.items():
        if key.startswith("@"):
            continue
        told = VOCABULARY["properties"][key]
        if "@type" in node:
            assert kinds(str(node["@type"])) & set(told["domains"]), (node["@type"], key)
        else:
            assert "Thing" in told["domains"], key
        for each in value if isinstance(value, list) else [value]:
            if isinstance(each, str):
                assert TEXT_LIKE & set(told["ranges"]), key
                continue
            target = by_id.get(each.get("@id"), each)
            if "@type" in target:
                assert kinds(target["@type"]) & set(told["ranges"]), (key, target)
            if each is target:
                check(each, by_id)


def nodes(document: Json) -> list[Json]:
    graph = document["@graph"]
    assert isinstance(graph, list)
    return graph


def test_it_uses_what_the_vocabulary_has_as_the_vocabulary_has_it(few: Ledger, tmp_path: Path) -> None:
    for content in (whole_ledger(few), one_claim(few, trace(few, "the pillars are cracked"))):
        told = nodes(write(content, tmp_path))
        by_id = {str(node["@id"]): node for node in told}
        assert len(by_id) == len(told)
        for node in told:
            check(node, by_id)


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")  # rdflib of itself
def test_a_reader_of_rdf_finds_who_said_what_and_what_is_based_on_what(few: Ledger, tmp_path: Path) -> None:
    document = write(whole_ledger(few), tmp_path) | {"@context": {"@vocab": str(SCHEMA)}}
    graph = rdflib.Graph().parse(data=json.dumps(document), format="json-ld")
    (copy,) = graph.subjects(SCHEMA.headline, rdflib.Literal("=Bridge"))
    (original,) = graph.objects(copy, SCHEMA.isBasedOn)
    assert (original, SCHEMA.headline, rdflib.Literal("Bridge to close")) in graph
    said = {
        (str(graph.value(who, SCHEMA.name)), str(graph.value(one, SCHEMA.text)))
        for one, who in graph.subject_objects(SCHEMA.spokenByCharacter)
    }
    assert ("Nora Field", "The pillars are cracked") in said
    assert ("Jo Marsh", "The pillars are cracked") in said
    assert {str(kind) for kind in graph.objects(None, RDF.type)} >= {f"{SCHEMA}Quotation", f"{SCHEMA}NewsArticle"}


def test_a_claim_appears_in_stories_and_gets_no_verdict(few: Ledger, tmp_path: Path) -> None:
    found = trace(few, "the pillars are cracked")
    document = write(one_claim(few, found), tmp_path)
    (claim,) = [node for node in nodes(document) if node.get("text") == found.claim]
    assert claim["@type"] == "Claim"
    assert claim["firstAppearance"] == {"@id": "https://sayso.invalid/story/a%2F1"}
    assert len(claim["appearance"]) == 2  # type: ignore[arg-type]
    about = [node for node in nodes(document) if node.get("about") == {"@id": claim["@id"]}]
    assert about
    written = json.dumps(document)
    for word in ("ClaimReview", "reviewRating", "Rating"):
        assert word not in written


def test_a_story_is_read_again_with_its_words(few: Ledger, tmp_path: Path) -> None:
    told = {
        one["identifier"][0]["value"]: one["articleBody"]  # type: ignore[index]
        for one in nodes(write(whole_ledger(few), tmp_path))
        if one.get("@type") == "NewsArticle"
    }
    assert told == {story.id: story.text for story in few.stories()}


def test_who_denies_something_is_not_its_author(few: Ledger) -> None:
    (part, _) = whole_ledger(few).parts()
    said = part.reading.attributions[0]
    assert said.who is not None
    assert said.grade is not None
    for speech, denied, wanted in (
        (Speech.DIRECT, True, "spokenByCharacter"),
        (Speech.INDIRECT, False, "author"),
        (Speech.INDIRECT, True, "mentions"),
    ):
        one = replace(said, speech=speech, grade=replace(said.grade, denied=denied))
        reading = replace(part.reading, attributions=(one,))
        node = _statement(replace(part, reading=reading), 0, said.who)
        assert node[wanted] == {"@id": "https://sayso.invalid/source/person%3Anora%20field"}
        assert len({"spokenByCharacter", "author", "mentions"} & node.keys()) == 1
