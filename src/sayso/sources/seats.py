"""Bodies that every state has, told by the capital that they sit in: "the Defence Ministry in Rome"."""

from sayso.records import Source, SourceKind, Span
from sayso.sources.datelines import country_of_capital
from sayso.sources.gazetteer import find_body
from sayso.sources.naming import drop_article
from sayso.sources.speakers import Speaker


def find_body_at_seat(text: str, span: Span) -> Speaker | None:
    """The body that words name only with the capital behind them; None where they are otherwise."""
    words = drop_article(span.of(text))
    name, _, seat = words.partition(" in ")
    if not seat or country_of_capital(seat) is None or find_body(name) or find_body(words) is None:
        return None
    source = Source(words, SourceKind.ORGANISATION, named_in=(span,), reason="told by its seat", score=0.95)
    return Speaker(source, words=frozenset(name.casefold().split()))
