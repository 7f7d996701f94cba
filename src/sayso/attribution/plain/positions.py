"""What somebody's version, answer or figure is: "The union's version is that it leaks", "The ministry's figure is 131".

The network misses half of these. Of 4 in PolNeAR's training and dev parts 3 are attributions of its gold, and so would
be the fourth.
"""

import re
from collections.abc import Iterator, Sequence

from sayso.attribution.plain.certain import certain
from sayso.attribution.plain.citable import SPEAKER
from sayso.attribution.plain.counts import NUMBER
from sayso.attribution.plain.saying import may_have_said, unquoted_sentences, without_opening
from sayso.records import Attribution, Span, Speech

_IS = r"(?:is|was|has been|had been|remains|remained)"
_POSITION = (
    r"(?:version|position|line|case|argument|contention|answer|reply|response|explanation|stance|message|conclusion|"
    r"verdict|assessment|theory|claim|take|advice|view)"
)
_FIGURE = r"(?:figure|count|tally|estimate|death toll|toll|forecast)"
_ANSWER = r"(?:answer|take|verdict|reply|response|explanation|advice|message|version|view|conclusion)"
_HOLDS = re.compile(
    rf"(?:(?:And|But|Yet|Still),? )?(?:(?P<who>{SPEAKER}(?:(?<=s)['’]|['’]s)) "
    r"(?P<cue>(?:(?:own|official|only|current|first|latest) )?"
    rf"(?:{_POSITION} {_IS}(?= that\b)|{_FIGURE} (?:{_IS}|stands at|stood at)(?= {NUMBER})"
    rf"|{_ANSWER}(?: {_IS}(?: \w+){{1,2}})?:))"
    rf"|The (?P<from>(?:message|verdict|answer|reply|response|advice) (?:from|of)) (?P<whom>{SPEAKER}) "
    rf"{_IS}(?:(?= that\b)|(?: \w+){{0,2}}:)) (?P<words>\S)"
)


def find_positions(text: str, quotes: Sequence[Span]) -> Iterator[Attribution]:
    """Those whose version, answer or figure a sentence without quotations tells."""
    for sentence in unquoted_sentences(text, quotes):
        holds = _HOLDS.match(text, *without_opening(text, sentence))
        if holds is None:
            continue
        who, cue = (Span(*holds.span(part)) for part in (("who", "cue") if holds["who"] else ("whom", "from")))
        if may_have_said(who.of(text)):
            yield certain(who, cue, [Span(holds.start("words"), sentence.end)], Speech.INDIRECT)
