"""W3C Web Annotation (2017): an annotation for each statement, on the words of its story.

Positions count characters of the story's text as sayso holds it, Unicode code points as the model demands (section
4.2.5), from 0, the end not in it: they are sayso's own offsets. That text is named by its hash (RFC 6920) as the copy
that the positions are of; on the page at the story's address the quoted words lead to the place.
"""

import json
from base64 import urlsafe_b64encode
from collections.abc import Iterator, Mapping

from sayso.export.content import Content, Part
from sayso.export.names import NAMESPACE, statement_name, web_address
from sayso.records import Source, Span, Stance
from sayso.shapes import Json, attribution_shape
from sayso.version import __version__

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
AROUND_CHARS = 32
"""So many characters before and after the words tell them from the same words elsewhere."""

COLLECTION = {
    "@context": CONTEXT,
    "id": f"{NAMESPACE}annotations",
    "type": "AnnotationCollection",
    "label": "Who said what, as sayso read it",
}
PAGE = {"id": f"{NAMESPACE}annotations/all", "type": "AnnotationPage", "startIndex": 0}


def annotations(part: Part, stances: Mapping[tuple[str, int], Stance]) -> Iterator[Json]:
    """An annotation for each statement of a story; `stances` are those on the claim, by story and place."""
    for place, one in enumerate(part.reading.attributions):
        yield {
            "id": statement_name(part.story.id, place),
            "type": "Annotation",
            "motivation": "describing",
            "creator": {"type": "Software", "name": f"sayso {__version__}"},
            "body": _bodies(part, place, stances.get((part.story.id, place))),
            "target": [_target(part, span) for span in one.content],
        }


def text_name(part: Part) -> str:
    """A story's text by its SHA-256."""
    digest = urlsafe_b64encode(bytes.fromhex(part.kept.text_sha256)).decode().rstrip("=")
    return f"ni:///sha-256;{digest}"


def _target(part: Part, span: Span) -> Json:
    text = part.story.text
    target: Json = {
        "type": "SpecificResource",
        "source": web_address(part.story) or text_name(part),
        "selector": [
            {
                "type": "TextQuoteSelector",
                "exact": span.of(text),
                "prefix": text[max(0, span.start - AROUND_CHARS) : span.start],
                "suffix": text[span.end : span.end + AROUND_CHARS],
            },
            {"type": "TextPositionSelector", "start": span.start, "end": span.end},
        ],
        "state": {"type": "TimeState", "cached": text_name(part)},
    }
    return target


def _bodies(part: Part, place: int, stance: Stance | None) -> list[Json]:
    """A sentence for people, the statement as JSON for programs, and what it does with the claim if there is one."""
    shape = attribution_shape(part.reading.attributions[place]) | {"story_id": part.story.id}
    judgement = part.judged.get(place)
    shape["judged"] = {"source": judgement.other, "reason": judgement.reason} if judgement else None
    tags: list[Json] = [{"type": "TextualBody", "value": str(stance), "purpose": "tagging"}] if stance else []
    return [
        {
            "type": "TextualBody",
            "value": _sentence(part, place),
            "format": "text/plain",
            "language": "en",
            "purpose": "describing",
        },
        {
            "type": "TextualBody",
            "value": json.dumps(shape, ensure_ascii=False),
            "format": "application/json",
            "purpose": "classifying",
        },
        *tags,
    ]


def _sentence(part: Part, place: int) -> str:
    """Who says it, how sure, on what and through whom."""
    grade, judgement = part.reading.attributions[place].grade, part.judged.get(place)
    told = [_who(part.speaker(place)) + (f" ({judgement.reason})" if judgement else "")]
    if grade:
        told.append("denies it" if grade.denied else "nothing asserted" if grade.negated else str(grade.certainty))
        if grade.evidence != "unspecified":
            told.append(f"rests on {grade.evidence}")
        if grade.via:
            told.append(f"through {', '.join(grade.via)}")
    return "; ".join(told)


def _who(speaker: Source | None) -> str:
    if speaker is None or not speaker.name:
        return "No source given"
    return f"{speaker.name}, {speaker.role}" if speaker.role else speaker.name


def annotation_document(content: Content, parts: Iterator[Part]) -> Iterator[str]:
    """The annotations of all stories as one collection with one page, a piece at a time."""
    yield json.dumps(COLLECTION, ensure_ascii=False)[:-1]
    yield f',\n"first": {json.dumps(PAGE)[:-1]}, "items": ['
    count, stances = 0, content.stances()
    for part in parts:
        for one in annotations(part, stances):
            yield (",\n" if count else "\n") + json.dumps(one, ensure_ascii=False)
            count += 1
    yield f'\n]}},\n"total": {count}\n}}\n'
