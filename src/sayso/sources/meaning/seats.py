"""Bodies told by where they sit: "the Defence Ministry in Rome", "Number 10"."""

from sayso.records import Source, SourceKind, Span
from sayso.sources.known.gazetteer import Match, find_body, match_country
from sayso.sources.meaning.naming import drop_article
from sayso.sources.meaning.speakers import Speaker
from sayso.sources.names.datelines import country_of_capital


def find_body_at_seat(text: str, span: Span) -> Speaker | None:
    """The body that words name only with the capital behind them, or by a number, which no name holds; else None."""
    words = drop_article(span.of(text))
    number = match_country(words) if words[-1:].isdigit() else None
    if number and number.how is Match.SEAT and (body := find_body(words)):
        source = Source(body.name, SourceKind.ORGANISATION, named_in=(span,), reason="told by its seat")
        return Speaker(source, words=frozenset({"government"}))
    name, _, seat = words.partition(" in ")
    if not seat or country_of_capital(seat) is None or find_body(name) or find_body(words) is None:
        return None
    source = Source(words, SourceKind.ORGANISATION, named_in=(span,), reason="told by its seat", score=0.95)
    return Speaker(source, words=frozenset(name.casefold().split()))
