"""Invented stories with attributions marked in them: <s>source</s> <c>cue</c>."""

import re

from sayso.records import Attribution, Source, Span, Speech, Story
from sayso.sources import resolve_sources

_TAG = re.compile(r"</?([sc])>")


def read_marked(marked: str, **fields: str) -> tuple[Story, list[Attribution]]:
    """A story and its attributions out of a text with <s> and <c> marks; a cue after a source belongs to it."""
    text, at, spans = "", 0, []
    opened: dict[str, int] = {}
    for tag in _TAG.finditer(marked):
        text += marked[at : tag.start()]
        at = tag.end()
        if tag.group().startswith("</"):
            spans.append((tag[1], Span(opened[tag[1]], len(text))))
        else:
            opened[tag[1]] = len(text)
    text += marked[at:]
    attributions = []
    for role, span in spans:
        if role == "s":
            attributions.append(Attribution((span,), (), (), Speech.INDIRECT, 1.0))
        elif attributions and not attributions[-1].cue:
            attributions[-1] = Attribution(attributions[-1].source, (span,), (), Speech.INDIRECT, 1.0)
        else:
            attributions.append(Attribution((), (span,), (), Speech.INDIRECT, 1.0))
    return Story("s", text, **fields), attributions


def resolve_marked(marked: str, **fields: str) -> list[Source]:
    """The sources of a marked text."""
    story, attributions = read_marked(marked, **fields)
    return list(resolve_sources(story, (), attributions))


def names_of(marked: str, **fields: str) -> list[str | None]:
    """The names of the sources of a marked text."""
    return [source.name for source in resolve_marked(marked, **fields)]
