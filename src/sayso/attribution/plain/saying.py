"""How a sentence tells who says it: the verbs, to whom and when, and who may be their subject."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from sayso.attribution.plain.citable import may_speak
from sayso.records import Span
from sayso.text.quotes import Quotations
from sayso.text.sentences import find_sentences

SAID = (
    r"(?:(?:(?:has|have|had) )?(?:(?:also|later|earlier|since|now|previously) )?"
    r"(?:said|says?|told|reported|reports|alleged|alleges|announced|announces|claimed|claims|warned|warns?|confirmed|confirms|"
    r"added|adds|wrote|writes|found|argued|argues?|stated|noted|notes|insisted|insists?|testified|concluded|concludes|"
    r"revealed|reveals|disclosed|estimated|acknowledged|acknowledges|admitted|admits|declared|maintained|maintains?|"
    r"contended|contends?|stressed|stresses|explained|explains|recalled|recalls|suggested|suggests|cautioned|cautions|"
    r"complained|complains|predicted|predicts|asserted|asserts|conceded|concedes|believed|believes?|showed|shows|indicates|"
    r"recounted|reiterated|emphasi[sz]ed|reckons?|reckoned|promised|promises|pledged|pledges|vowed|fears?|feared|thinks?|"
    r"assured|assures|calculated|calculates?|boasted|boasts|joked|jokes|quipped|observed|observes|remarked|"
    r"replied|repeats?|indicated|underlined|affirmed|affirms?|ruled|countered|hinted|lamented|related|"
    r"established|learned|pointed out|points out|(?:made|makes?) (?:it )?(?:clear|known|plain|public)|"
    r"lets? it be known)|can (?:exclusively |now )?(?:reveal|disclose)|(?:is|are|was|were) (?:(?:also|now) )?"
    r"(?:saying|reporting|certain|convinced|sure|adamant))"
)
SAYS_FIRST = (
    r"(?:(?:has|have) )?"
    r"(?:said|says?|warned|warns?|claimed|claims?|alleged|alleges?|added|adds?|argued|argues?|insisted|insists?|wrote|writes?|"
    r"explained|explains?|noted|notes?|maintained|maintains?|predicted|predicts?|admitted|admits?|confirmed|confirms?|"
    r"announced|announces?|stated|states|complained|complains?|conceded|concedes?|recalled|recalls?|suggested|suggests?|"
    r"reported|reports?|reckoned|reckons?|thinks?|fears?|assured|assures?|affirmed|affirms?|calculated|calculates?|"
    r"asserted|asserts?|cautioned|cautions?|stressed|stresses|declared|declares?|revealed|reveals?|judges|believes?|"
    r"estimates?|promised|promises?)"
)
"""The verbs that may stand before who says it: "The gates are shut, warns the harbour master"."""
TO_WHOM = (
    r"(?: (?:the |an? )?(?:[A-Z][\w’'.&-]*(?: (?:(?:and|of|the) )*[A-Z][\w’'.&-]*){0,4}"
    r"|reporters|journalists|lawmakers|investors|police|investigators|(?:news |press )?(?:conference|briefing)"
    r"|parliament|court|state media|local media)| this (?:news)?paper| us)?"
)
WHEN = (
    r"(?: (?:on|in|at) (?:(?:an?|the|its|his|her|their) )?"
    r"(?:[A-Z][\w-]*|(?:\w+ )?(?:statement|interview|report|post|letter|answer|e-?mail|conference|briefing)))?"
    r"(?: (?:(?:on|late|early) )*(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?: (?:morning|evening|night|afternoon))?"
    r"| (?:today|yesterday|last (?:week|month|year)|this (?:week|month)))?"
)
WHO = r"[^,;:()—–\n]{2,90}?"
_PRONOUN = re.compile(r"he|she|they|it")
_NOT_WHO = re.compile(
    r"\b(?:who|whom|what|which|that|how|he|she|they|it|we|I|you|had|has|have|would|will|can|could|is|are|was|were|as|so|"
    r"said|says|than|rather|but)\b|(?<!\bclose )(?<!\baide )(?<!\badvis[eo]r )(?<!\bwitness )\bto\b"
    r"|^(?:and|or|while|though|although|where|when|if|after|before|because|until|since|provided)\b"
)
"""Whose verb stands elsewhere: "the man who shot him later said", not so "two people close to him said"."""

_OPENING = re.compile(
    r"[A-Z][\w. /,-]{1,40}(?: \([\w ./]{2,30}\))? (?:-|–|—|--) |[A-Z][A-Z .]{3,30}: |[A-Z]\w+(?: \w+){0,2}: "
)
"""A dateline, and what stands before a colon."""


def without_opening(text: str, said: Span) -> Span:
    """The words of a sentence without a dateline, or what stands before a colon, in front of them."""
    opening = _OPENING.match(text, *said)
    return Span(opening.end(), said.end) if opening else said


def unquoted_sentences(text: str, quotes: Sequence[Span]) -> Iterator[Span]:
    """The sentences of a text in which nothing of a quotation stands, without the stops at their ends."""
    quotations = Quotations.from_spans(quotes)
    for start, end in pairwise((*find_sentences(text).starts, len(text))):
        sentence = Span(start, start + len(text[start:end].rstrip("\n .")))
        if not quotations.touching(sentence):
            yield sentence


def may_have_said(words: str) -> bool:
    """Tell whether words may be the subject of a verb of saying: a pronoun, a person, a body or a text."""
    return _PRONOUN.fullmatch(words) is not None or (may_speak(words) and _NOT_WHO.search(words) is None)
