"""Bodies whose names a possessive or an acronym parts in two: "the Main Directorate of Ukraine's Defence Ministry"."""

import re

from sayso.records import Source, SourceKind
from sayso.sources.known.gazetteer import find_body
from sayso.sources.meaning.naming import drop_article
from sayso.sources.meaning.speakers import Scene, Speaker
from sayso.sources.names.phrases import Phrase

_NAME = r"[A-Z][\w-]+(?: [A-Z][\w-]+)*"
_OF_OWNER = re.compile(rf" of (?:the )?(?:{_NAME}['’]s )?{_NAME}(?: of (?:the )?{_NAME})?")
_SPLIT_BODY = re.compile(rf"(?:[Tt]he )?(?:[A-Z][\w-]+ )+of {_NAME} ?['’]s {_NAME}$")
_ALSO_CALLED = frozenset({"agency", "service", "directorate"})


def body_of_several_names(scene: Scene, phrase: Phrase) -> Speaker | None:
    """A body that a possessive parts in two names: "the Main Directorate of Ukraine's Defence Ministry"."""
    words = phrase.core.of(scene.text)
    if "'s " not in words and "’s " not in words:
        return None
    body = find_body(words)
    if body is None and not _SPLIT_BODY.match(words):
        return None
    source = Source(
        body.name if body else drop_article(words),
        SourceKind.ORGANISATION,
        named_in=(phrase.core,),
        reason="a body of the tables" if body else "a body of another",
        score=0.95,
    )
    return Speaker(source, words=frozenset(words.casefold().split()) | _ALSO_CALLED)


def body_behind_acronym(text: str, phrase: Phrase, at: int) -> Speaker | None:
    """A body of the tables whose acronym parts its name: "the Main Directorate (MD) of Ukraine's Defence Ministry"."""
    owner = _OF_OWNER.match(text, at)
    body = find_body(drop_article(phrase.core.of(text)) + owner[0]) if owner else None
    if body is None:
        return None
    source = Source(body.name, SourceKind.ORGANISATION, named_in=(phrase.core,), reason="a body of the tables")
    return Speaker(source, words=frozenset(body.name.casefold().split()) | _ALSO_CALLED)
