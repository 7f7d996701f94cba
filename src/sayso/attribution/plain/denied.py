"""Who denies what was just told: "of sinking the ferry, which it denies", "took bribes, charges she has rejected".

The network mostly takes these for a part of what was told.
"""

import re
from collections.abc import Iterator, Sequence

from sayso.attribution.plain.certain import certain
from sayso.records import Attribution, Span, Speech
from sayso.text.quotes import Quotations

_HAS = r"(?:(?:has|have|had|also|strongly|strenuously|vehemently|repeatedly|always|consistently|categorically) )*"
_DENIES = r"denie[sd]|deny|refutes?d?|disput(?:es?|ed)"
_WHO = r"(?P<who>he|she|they|it|both|(?:(?:the|his|her|their|its|both|all) )?[^\s,;:.“”\"–—][^,;:.\n“”\"–—]{0,70}?)"
_DENIED = re.compile(
    r"(?:,|[ ]?[–—]|[ ]-) (?:"
    r"(?P<which>(?:(?:all|both|most|some) of )?which|something|a charge)"
    rf"(?: that)? {_WHO} (?P<denies>{_HAS}(?:{_DENIES}))"
    r"|(?P<what>(?:an? |the )?(?:[\w-]+ )?(?:allegation|accusation|charge|claim|suggestion|assertion|report)s?)"
    rf"(?: (?:that|which))? {_WHO.replace('who', 'whose')} "
    rf"(?P<rejects>{_HAS}(?:{_DENIES}|reject(?:s|ed)?|dismiss(?:es|ed)?))"
    r")(?=[.,;)–—\n]| (?:[–—-]|and|but|as|on|in) |\Z)"
)
_NO_SOURCE = re.compile(r"\b(?:who|which|that|said|says|told|was|were|is|are|has|have|had|not|never|to|by|of)\b")


def find_denied(text: str, quotes: Sequence[Span]) -> Iterator[Attribution]:
    """Those of whom a text says behind a claim, outside quotations, that they deny it."""
    quotations = Quotations.from_spans(quotes)
    for found in _DENIED.finditer(text):
        names = ("which", "who", "denies") if found["which"] else ("what", "whose", "rejects")
        content, source, cue = (Span(*found.span(name)) for name in names)
        if not quotations.touching(cue) and _NO_SOURCE.search(source.of(text)) is None:
            yield certain(source, cue, [content], Speech.INDIRECT)
