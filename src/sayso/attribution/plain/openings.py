"""In whose words a sentence opens: "By the ministry's count, 46 schools fell", "As Doe put it, it leaks".

All 3 without quotations in PolNeAR's training and dev parts are attributions of its gold; they are rare, and the
network reads some.
"""

import re
from collections.abc import Iterator, Sequence

from sayso.attribution.plain.certain import certain
from sayso.attribution.plain.citable import SPEAKER
from sayso.attribution.plain.closings import says_something
from sayso.attribution.plain.saying import may_have_said, unquoted_sentences, without_opening
from sayso.records import Attribution, Span, Speech

_WORDS = r"(?:words|view|opinion|account|telling|version|estimation|judge?ment|reckoning)"
_OPENS = re.compile(
    r"(?:(?:And|But|Yet|Still|Or),? )?(?:"
    rf"[Ii]n (?P<whose>{SPEAKER}(?:(?<=s)['’]|['’]s)) (?P<word>(?:own )?{_WORDS})"
    rf"|[Ii]n (?P<word_of>the (?:{_WORDS}|eyes) of) (?P<whom>{SPEAKER})"
    rf"|[Bb]y (?P<counter>{SPEAKER}(?:(?<=s)['’]|['’]s)) (?P<count>(?:own )?"
    r"(?:count|tally|estimates?|reckoning|calculations?|admission|account))"
    rf"|(?P<per>Per) (?P<paper>{SPEAKER})"
    rf"|[Aa]s (?P<putter>{SPEAKER}|he|she) (?P<put>(?:once |later )?(?:puts? it|tells? it|sees? it|saw it|told it))"
    r"(?: (?:on|in|at|to) [^,.;:\n“”\"]{2,40})?), (?=\S)"
)
_PARTS = (("whose", "word"), ("whom", "word_of"), ("counter", "count"), ("paper", "per"), ("putter", "put"))


def find_openings(text: str, quotes: Sequence[Span]) -> Iterator[Attribution]:
    """Those in whose words, by whose count or as whose word a sentence without quotations is told, by its opening."""
    for sentence in unquoted_sentences(text, quotes):
        opens = _OPENS.match(text, *without_opening(text, sentence))
        if opens is None:
            continue
        source, verb = next(parts for parts in _PARTS if opens[parts[0]])
        who, cue, said = Span(*opens.span(source)), Span(*opens.span(verb)), Span(opens.end(), sentence.end)
        if says_something(said.of(text)) and may_have_said(who.of(text)):
            yield certain(who, cue, [said], Speech.INDIRECT)
