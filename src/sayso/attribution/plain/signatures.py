"""Quotations that stand by themselves, with a dash and the speaker's name behind them or on the next line."""

import re
from collections.abc import Iterator

from sayso.attribution.plain.certain import certain
from sayso.records import Attribution, Span

_NAMED = r"(?:[^\W\d_a-z][\w.'’-]*|d[aeiu]|del|la|le|van|von|der|bin|al|of|the|and)"
_SIGNED = re.compile(
    rf"""^(?P<words>["“”][^\n"”]+["”])[ \xa0]*(?:\n[ \xa0\n]*)?(?P<dash>[―—–]|--?)[ \xa0]*"""
    rf"(?P<name>(?=[^\W\d_a-z]){_NAMED}(?:[ \xa0]{_NAMED}){{0,6}}(?:, [^\n.!?:;\"“”]{{1,80}})?)(?<![., ])[ \xa0.]*$",
    re.MULTILINE,
)


def find_signed(text: str) -> Iterator[Attribution]:
    """The signed quotations of a text, each by who signed it: a name, and what is told of its bearer behind a comma.

    A quotation that shares its line with other words is none, so that what a reporter's name or an agency's follows is
    left alone.
    """
    for signed in _SIGNED.finditer(text):
        source, cue, words = (Span(*signed.span(part)) for part in ("name", "dash", "words"))
        yield certain(source, cue, [words])
