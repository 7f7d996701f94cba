"""What a document would do that an outlet has seen: the document's word, met by that outlet."""

import re
from collections.abc import Iterator

from sayso.attribution.plain.certain import certain
from sayso.records import Attribution, Span, Speech

_PAPER = (
    r"(?P<paper>(?:[Aa]n?|[Tt]he|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir) (?:[\w-]+ ){0,4}?"
    r"(?:decree|law|bill|plans?|proposals?|drafts?|order|contract|agreement|deal|treaty|rules|regulations?|guidelines|"
    r"memo|letter|documents?|budget|resolution|motion|text|timetable)(?: (?:of|for|to|on|from) [\w ]{2,40}?)?)"
)
_SEEN = (
    r"(?P<cue>,? ?(?:(?:that|which) (?:was|were) )?(?:seen|viewed|reviewed|obtained|examined) by "
    r"(?:the )?[A-Z][\w’'-]*(?: [A-Z][\w’'-]*){0,3}|, which (?:the )?[A-Z][\w’' -]{1,40}? (?:has|have|had) seen),?"
)
_DOES = (
    r"(?:would|will|could|may|must|gives?|sets?|allows?|requires?|calls? for|proposes?|bans?|grants?|lets?|obliges?|"
    r"commits?|bars?|provides?)"
)
_WOULD = re.compile(rf"{_PAPER}{_SEEN} (?P<words>{_DOES} [^.!?\n“”\"]{{8,400}})")
_UNDER = re.compile(rf"(?P<words>[A-Z][^.!?\n“”\"]{{8,400}}?),? under {_PAPER}{_SEEN}(?=[.,\n]|$)")


def find_papers(text: str) -> Iterator[Attribution]:
    """What a text has documents do that an outlet has seen; the cue is who saw them."""
    for form in (_WOULD, _UNDER):
        for found in form.finditer(text):
            source, cue, words = (Span(*found.span(part)) for part in ("paper", "cue", "words"))
            yield certain(source, Span(cue.end - len(cue.of(text).lstrip(", ")), cue.end), [words], Speech.INDIRECT)
