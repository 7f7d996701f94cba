"""Briefs that name their source first: "Source: the navy. Details: A ship …. Quote: …" are the navy's words."""

import re
from collections.abc import Iterator

from sayso.attribution.plain.certain import certain
from sayso.records import Attribution, Span, Speech
from sayso.text.outlets import find_outlet

_SOURCE = re.compile(
    r"^Source:[ \t]+(?:[^\n]*?\b(?:citing|with reference to) )?"
    r"(?P<name>[^\n]+?)"
    r"(?=\.?$|,| on (?:Telegram|Facebook|X|Twitter|social|[A-Z]\w*day|\d)| in (?:an?|his|her|its) | \()",
    re.MULTILINE,
)
_TOLD = re.compile(r"^(?P<cue>Details|Quote)(?: from [^:\n]{2,60})?:[ \t]+(?P<words>[^\n]+)$", re.MULTILINE)
_END = re.compile(r"^(?:Background|Reminder|Previously|For reference|Source):", re.MULTILINE)


def find_sourced(text: str) -> Iterator[Attribution]:
    """What the labelled lines of a brief tell, by whom its first line names; a medium there is only a credit."""
    for source in _SOURCE.finditer(text):
        name = Span(*source.span("name"))
        if find_outlet(name.of(text)):
            continue
        end = _END.search(text, source.end())
        for told in _TOLD.finditer(text, source.end(), end.start() if end else len(text)):
            speech = Speech.DIRECT if told["cue"] == "Quote" else Speech.INDIRECT
            yield certain(name, Span(*told.span("cue")), [Span(*told.span("words"))], speech)
