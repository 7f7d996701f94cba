"""Who is told amid a sentence, between commas: "Five drones, the army added, were shot down".

What goes on with "after", "as" or the like is no more of what was said: "It has sunk, the army added on Monday, as …".
Of 179 of these in PolNeAR's training and dev parts 174 are attributions of its gold.
"""

import re
from collections.abc import Iterator, Sequence

from sayso.attribution.plain.certain import certain
from sayso.attribution.plain.closings import says_something
from sayso.attribution.plain.saying import SAID, TO_WHOM, WHEN, WHO, may_have_said, unquoted_sentences, without_opening
from sayso.records import Attribution, Span, Speech

_ASIDE = re.compile(rf", (?P<who>{WHO})(?<!['’]s) (?P<cue>{SAID}){TO_WHOM}{WHEN}, ")
_OTHERWISE = re.compile(
    r"(?:and|but|so|or|nor|yet|while|whereas|although|though|as|when|which|who|whose|where|after|before|because|since|if|"
    r"unless|until|with|without|according|on condition|\w+ing|(?:\w+ )?(?:minute|hour|day|week|month|year)s? "
    r"(?:after|before|later|ago))\b"
)
"""What goes on so is no rest of what was said: "Sales were great, he said, wiping sweat off his face"."""
_CLAUSE = re.compile(r".*(?:[;:—–]| -|, (?:and|but)\b) *", re.DOTALL)
"""Up to here a sentence says something else than what is interrupted."""
_FEWEST_WORDS = 2
"""Fewer behind an aside are no rest of a sentence."""


def find_asides(text: str, quotes: Sequence[Span]) -> Iterator[Attribution]:
    """Those who are told to say the sentence that they interrupt, outside quotations: what stands around them."""
    for sentence in unquoted_sentences(text, quotes):
        aside = _ASIDE.search(text, *sentence)
        if aside is None or not may_have_said(aside["who"]):
            continue
        before = without_opening(text, Span(sentence.start, aside.start()))
        clause = _CLAUSE.match(text, *before)
        if clause:
            before = Span(clause.end(), before.end)
        behind = Span(aside.end(), sentence.end)
        who, cue = (Span(*aside.span(part)) for part in ("who", "cue"))
        goes_on = len(behind.of(text).split()) >= _FEWEST_WORDS and not _OTHERWISE.match(text, behind.start)
        if goes_on and before.start < before.end:
            yield certain(who, cue, [before, behind], Speech.INDIRECT)
        elif not goes_on and clause is None and says_something(before.of(text)):
            yield certain(who, cue, [before], Speech.INDIRECT)
