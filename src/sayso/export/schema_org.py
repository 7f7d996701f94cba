"""schema.org as JSON-LD: stories as NewsArticle, words quoted as Quotation, words reported as Claim.

What a source is reported to say in other words is no quotation, so it is a Claim with its author; what it is reported
to deny is a Claim that mentions it. A claim that was
traced is a Claim with the stories in which it appears; what says it or denies it is about it. There is never a
ClaimReview, as sayso gives no verdict.
"""

import json
from collections.abc import Iterator

from sayso.export.content import Content, Part
from sayso.export.names import TERMS, claim_name, grade_terms, source_name, statement_name, story_name, web_address
from sayso.records import Attribution, Source, SourceKind, Speech, join_words
from sayso.shapes import Json
from sayso.trace import Trace

CONTEXT = "https://schema.org"
_TYPES = {SourceKind.PERSON: "Person", SourceKind.ORGANISATION: "Organization", SourceKind.MEDIA: "Organization"}


def schema_org_document(content: Content, parts: Iterator[Part]) -> Iterator[str]:
    """All nodes as one document, a piece at a time."""
    yield f'{{"@context": "{CONTEXT}", "@graph": ['
    start = "\n"
    for node in schema_org_nodes(content, parts):
        yield start + json.dumps(node, ensure_ascii=False)
        start = ",\n"
    yield "\n]}\n"


def schema_org_nodes(content: Content, parts: Iterator[Part]) -> Iterator[Json]:
    """The stories with their statements, then the claim if there is one; each source once."""
    stances = content.stances()
    told: set[str] = set()
    for part in parts:
        yield _article(part)
        for place in range(len(part.reading.attributions)):
            speaker = part.speaker(place)
            node, terms = _statement(part, place, speaker), grade_terms(part.reading.attributions[place])
            if content.trace and (stance := stances.get((part.story.id, place))):
                terms |= {"stance": str(stance)}
                node |= {"about": {"@id": claim_name(content.trace.claim)}}
            yield node | {"keywords": [_term(key, str(value)) for key, value in terms.items()]}
            if speaker and speaker.identity and speaker.identity.key not in told:
                told.add(speaker.identity.key)
                yield _source(speaker, speaker.identity.key)
    if content.trace:
        yield _claim(content.trace)


def _article(part: Part) -> Json:
    story = part.story
    article: Json = {
        "@type": "NewsArticle",
        "@id": story_name(story.id),
        "identifier": [
            {"@type": "PropertyValue", "propertyID": "sayso", "value": story.id},
            {"@type": "PropertyValue", "propertyID": "sha-256", "value": part.kept.text_sha256},
        ],
        "articleBody": story.text,
    }
    known = {
        "url": web_address(story),
        "headline": story.title,
        "creditText": story.byline,
        "datePublished": story.published,
        "dateModified": story.modified,
        "inLanguage": story.language,
        "description": story.note,
        "publisher": {"@type": "Organization", "name": story.outlet} if story.outlet else None,
        "isBasedOn": [{"@id": story_name(parent.story_id)} for parent in part.lineage.parents],
    }
    return article | {key: value for key, value in known.items() if value}


def _statement(part: Part, place: int, speaker: Source | None) -> Json:
    one = part.reading.attributions[place]
    quoted = one.speech is not Speech.INDIRECT
    node: Json = {
        "@type": "Quotation" if quoted else "Claim",
        "@id": statement_name(part.story.id, place),
        "text": join_words(part.story.text, one.content),
        ("isPartOf" if quoted else "appearance"): {"@id": story_name(part.story.id)},
    }
    if speaker and speaker.identity:
        node[_relation(one, speaker, quoted)] = {"@id": source_name(speaker.identity.key)}
    return node


def _relation(one: Attribution, speaker: Source, quoted: bool) -> str:
    """What a source is to a statement: never the author of what it denies, or says nothing on."""
    if not quoted and one.grade and (one.grade.denied or one.grade.negated):
        return "mentions"
    if speaker.kind is SourceKind.DOCUMENT:
        return "isBasedOn"
    return "spokenByCharacter" if quoted else "author"


def _source(speaker: Source, key: str) -> Json:
    """Groups and those who are not named are given no type, as schema.org has none that says no more than is known."""
    node: Json = {"@id": source_name(key)}
    if speaker.kind is SourceKind.DOCUMENT:
        node["@type"] = "CreativeWork"
    elif speaker.kind in _TYPES:
        node["@type"] = _TYPES[speaker.kind]
    if name := (speaker.identity and speaker.identity.name) or speaker.name:
        node["name" if "@type" in node else "description"] = name
    if speaker.role and speaker.kind is SourceKind.PERSON:
        node["jobTitle"] = speaker.role
    if speaker.affiliation and speaker.kind is SourceKind.PERSON:
        node["affiliation"] = {"@type": "Organization", "name": speaker.affiliation}
    return node


def _claim(trace: Trace) -> Json:
    node: Json = {"@type": "Claim", "@id": claim_name(trace.claim), "text": trace.claim}
    node["keywords"] = [
        _term("standing", str(trace.standing)),
        _term("independentOrigins", str(trace.independent_origins)),
    ]
    if trace.support:
        node["firstAppearance"] = {"@id": story_name(trace.support[0])}
        node["appearance"] = [{"@id": story_name(story_id)} for story_id in trace.support]
    return node


def _term(which: str, value: str) -> Json:
    """A word of sayso's, in the set that it is one of."""
    return {"@type": "DefinedTerm", "name": value, "inDefinedTermSet": f"{TERMS}{which}"}
