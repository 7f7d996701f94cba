"""PROV (W3C, 2013) as PROV-JSON: stories, statements and documents are entities; outlets and sources are agents.

A statement is quoted from its story (prov:Quotation) and attributed to its source; what rests on a document has that as
its primary source (prov:PrimarySource); a story is derived from the stories that its text is from. Of a claim, each
report has the origin where its chain ends as its primary source, and the claim has the origins as members.
"""

import json
from collections.abc import Iterator
from tempfile import TemporaryFile
from typing import IO

from sayso.export.content import Content, Part
from sayso.export.names import NAMESPACE, TERMS, grade_terms, local_name, statement_local, web_address
from sayso.records import Origin, ReuseKind, Source, SourceKind, join_words
from sayso.shapes import Json
from sayso.trace import Trace

PREFIXES = {
    "sayso": TERMS,
    "story": f"{NAMESPACE}story/",
    "statement": f"{NAMESPACE}statement/",
    "source": f"{NAMESPACE}source/",
    "outlet": f"{NAMESPACE}outlet/",
    "origin": f"{NAMESPACE}origin/",
    "claim": f"{NAMESPACE}claim/",
}
_TYPES = {SourceKind.PERSON: "prov:Person", SourceKind.ORGANISATION: "prov:Organization"}
_TYPES[SourceKind.MEDIA] = "prov:Organization"

Row = tuple[str, str, Json]
"""A section of the document, a name in it, and what is said of that."""


def prov_document(content: Content, parts: Iterator[Part]) -> Iterator[str]:
    """What PROV tells of some content as PROV-JSON, a piece at a time.

    The sections of the document are set aside on disk meanwhile, as a story has something in each.
    """
    sections: dict[str, IO[str]] = {}
    try:
        for section, name, said in prov_rows(content, parts):
            if section not in sections:
                sections[section] = TemporaryFile("w+", encoding="utf-8", newline="\n")  # noqa: SIM115 - closed below
            file = sections[section]
            file.write(f"{',' if file.tell() else ''}\n{json.dumps(name)}: {json.dumps(said, ensure_ascii=False)}")
        yield f'{{"prefix": {json.dumps(PREFIXES)}'
        for section, file in sections.items():
            yield f',\n"{section}": {{'
            file.seek(0)
            while piece := file.read(1 << 16):
                yield piece
            yield "\n}"
        yield "\n}\n"
    finally:
        for file in sections.values():
            file.close()


def prov_rows(content: Content, parts: Iterator[Part]) -> Iterator[Row]:
    """All that is said, each thing once."""
    told: set[str] = set()
    for part in parts:
        for row in _part_rows(part):
            section, name, _ = row
            if section in ("agent", "entity") and not name.startswith(("story:", "statement:")):
                if name in told:
                    continue
                told.add(name)
            yield row
    if content.trace:
        yield from _claim_rows(content.trace)


def _part_rows(part: Part) -> Iterator[Row]:
    story, local = part.story, local_name(part.story.id)
    name = f"story:{local}"
    said: Json = {"prov:type": _qualified("sayso:Story"), "sayso:id": story.id, "sayso:sha256": part.kept.text_sha256}
    said |= {"prov:label": story.title} if story.title else {}
    said |= {"prov:location": address} if (address := web_address(story)) else {}
    said |= {f"sayso:{key}": value for key in ("published", "modified", "note") if (value := getattr(story, key))}
    yield "entity", name, said
    if story.outlet:
        outlet = f"outlet:{local_name(story.outlet)}"
        yield "agent", outlet, {"prov:type": _qualified("prov:Organization"), "prov:label": story.outlet}
        yield "wasAttributedTo", f"_:{local}-outlet", {"prov:entity": name, "prov:agent": outlet}
    for number, parent in enumerate(part.lineage.parents):
        derived: Json = {"prov:generatedEntity": name, "prov:usedEntity": f"story:{local_name(parent.story_id)}"}
        derived |= {"sayso:reason": parent.reason, "sayso:confidence": parent.confidence}
        derived["sayso:kind"] = str(part.lineage.kind)
        if part.lineage.kind is ReuseKind.QUOTATION:
            derived["prov:type"] = _qualified("prov:Quotation")
        yield "wasDerivedFrom", f"_:{local}-from-{number + 1}", derived
    for place in range(len(part.reading.attributions)):
        yield from _statement_rows(part, place, name)


def _statement_rows(part: Part, place: int, story: str) -> Iterator[Row]:
    one, local = part.reading.attributions[place], statement_local(part.story.id, place)
    name = f"statement:{local}"
    said: Json = {"prov:type": _qualified("sayso:Statement"), "prov:value": join_words(part.story.text, one.content)}
    said |= {"sayso:speech": str(one.speech), "sayso:characters": json.dumps(one.content)}
    said |= {f"sayso:{key}": value for key, value in grade_terms(one).items()}
    if one.grade and one.grade.via:
        said["sayso:via"] = list(one.grade.via)
    if place in part.judged:
        said["sayso:judged"] = part.judged[place].reason
    yield "entity", name, said
    quoted: Json = {"prov:generatedEntity": name, "prov:usedEntity": story}
    yield "wasDerivedFrom", f"_:{local}-quoted", quoted | {"prov:type": _qualified("prov:Quotation")}
    speaker = part.speaker(place)
    if speaker is None or speaker.identity is None:
        return
    source = f"source:{local_name(speaker.identity.key)}"
    yield "entity" if speaker.kind is SourceKind.DOCUMENT else "agent", source, _source(speaker)
    if speaker.kind is SourceKind.DOCUMENT:
        rests: Json = {"prov:generatedEntity": name, "prov:usedEntity": source}
        yield "wasDerivedFrom", f"_:{local}-source", rests | {"prov:type": _qualified("prov:PrimarySource")}
    else:
        yield "wasAttributedTo", f"_:{local}-source", {"prov:entity": name, "prov:agent": source}


def _source(speaker: Source) -> Json:
    said: Json = {"sayso:kind": str(speaker.kind)}
    if speaker.kind in _TYPES:
        said["prov:type"] = _qualified(_TYPES[speaker.kind])
    if name := (speaker.identity and speaker.identity.name) or speaker.name:
        said["prov:label"] = name
    return said


def _claim_rows(trace: Trace) -> Iterator[Row]:
    claim = f"claim:{local_name(trace.claim)}"
    said: Json = {"prov:type": _qualified("prov:Collection"), "prov:label": trace.claim}
    said |= {"sayso:standing": str(trace.standing), "sayso:independentOrigins": str(trace.independent_origins)}
    yield "entity", claim, said
    named = [(origin, stance) for stance in ("supports", "denies") for origin in _of(trace, stance) if origin.name]
    for number, (origin, stance) in enumerate(named, start=1):
        name = f"origin:{local_name(f'{trace.claim}/{number}')}"
        told: Json = {"prov:type": _qualified("sayso:Origin"), "prov:label": origin.name, "sayso:stance": stance}
        told |= {"sayso:kind": str(origin.kind)} | ({"sayso:side": list(origin.sides)} if origin.sides else {})
        told |= {"sayso:certainty": str(origin.certainty), "sayso:evidence": str(origin.evidence)}
        yield "entity", name, told | {"prov:value": origin.best.words}
        yield "hadMember", f"_:claim-{number}", {"prov:collection": claim, "prov:entity": name}
        for count, report in enumerate(origin.reports, start=1):
            rests: Json = {"prov:generatedEntity": f"story:{local_name(report.story_id)}", "prov:usedEntity": name}
            rests |= {"prov:type": _qualified("prov:PrimarySource"), "sayso:words": report.words}
            yield "wasDerivedFrom", f"_:claim-{number}-{count}", rests


def _of(trace: Trace, stance: str) -> tuple[Origin, ...]:
    return trace.origins if stance == "supports" else trace.denials


def _qualified(name: str) -> Json:
    return {"$": name, "type": "prov:QUALIFIED_NAME"}
