"""Who sits in a parliament, told by their titles and by the party that news puts behind their names."""

import re

from sayso.sources.names.people import Member
from sayso.text.word_tables import word_table

PARTISANS = word_table("democrat republican senator congressman congresswoman lawmaker representative legislator")
"""What news calls one who sits in a parliament."""
_SEATS = word_table("senator representative congressman congresswoman lawmaker legislator")
_PARTY = re.compile(r"[.,]* (?:[(\[]?(?P<letter>[RDI])-[A-Z]|(?<=, )[A-Z][\w ]{2,20} (?P<word>Democrat|Republican)\b)")
"""Behind a name: "(R-Texas)", ", D-N.Y.", ", Ohio Republican"."""


def is_partisan(text: str, member: Member, noun: str) -> bool:
    """Tell whether a noun for lawmakers fits a person whom a text names: by title and by party where it tells that."""
    parties = [found for span in member.spans if (found := _PARTY.match(text, span.end))]
    if parties and noun in ("democrat", "republican"):
        return any(noun[0].upper() in (found["letter"] or found["word"])[:1] for found in parties)
    return bool(parties) or not _SEATS.isdisjoint(member.words)
