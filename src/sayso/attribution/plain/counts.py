"""Who puts a number on something: "officials put the death toll at 45", "the ministry has recorded 27 cases".

The network hardly ever finds the first, and not always the second, nor "Jane Roe gave the sum as $9 million".
"""

import re
from collections.abc import Iterator, Sequence

from sayso.attribution.plain.certain import certain
from sayso.records import Attribution, Span, Speech
from sayso.text.quotes import Quotations
from sayso.text.sentences import find_sentences

NUMBER = (
    r"(?:(?:about|around|almost|nearly|roughly|some|only|just|over|under|more than|less than|fewer than|at least|"
    r"at most|up to|between|anywhere from|close to|as (?:high|low|many|few) as) )*"
    r"(?:[$€£₹]\s?)?(?:\d|(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens|hundreds|"
    r"thousands|(?:a|one|two|three|several) (?:dozen|hundred|thousand|million)|half)\b)"
)
_COUNTED = (
    r"(?:numbers?|tolls?|tally|figures?|total|count|dead|deaths|killed|wounded|injured|missing|casualt(?:y|ies)|loss(?:es)?|"
    r"damage|costs?|price|value|bill|debt|deficit|size|strength|share|rate|turnout|population|crowds?|odds|chances?|growth|"
    r"inflation|amount|magnitude|it)"
)
_PUTS = re.compile(
    r"(?P<cue>(?:(?:has|have|had|also|later|earlier|now|initially|originally|first|previously|provisionally) )*puts?) "
    rf"(?P<words>(?:[\w’'-]+ ){{0,4}}?{_COUNTED}\b[^.;:!?\n“”\"]{{0,80}}? at {NUMBER})"
)
_GIVES = re.compile(
    r"(?P<cue>(?:(?:has|have|had|also|later|earlier|now) )*(?:gave|gives?|given)) "
    r"(?P<words>(?:the|its|his|her|their) (?:[\w’'-]+ ){0,3}?(?:numbers?|tolls?|tally|figures?|total|sum|amount|age|"
    rf"value|price|costs?|losses|strength|size)\b[^.;:!?\n“”\"]{{0,60}}? as {NUMBER})"
)
_RECORDS = re.compile(
    r"(?P<cue>(?:has|have) (?:so far |also |now |already )*"
    r"(?:recorded|registered|counted|documented|tallied|logged|confirmed)(?: so far)?) "
    rf"(?P<words>{NUMBER}[^.;:!?\n“”\"]{{0,40}}?\b(?:cases?|deaths?|dead|killed|fatalities|infections?|casualties|injur(?:y|ies|ed)"
    r"|arrests?|victims?|bodies|attacks?|incidents?|strikes?|violations?|patients?|hospitali[sz]ations?))"
)
_COUNTERS = re.compile(
    r"\b(?:minist(?:ry|er|ers)|department|agency|authorit(?:y|ies)|officials|police|prosecutors|committee|cent(?:re|er)s?|"
    r"commission|institutes?|organi[sz]ations?|groups?|union|office|services?|network|observatory|hospitals?|board|"
    r"monitors?|bureau|council|charity|watchdog|researchers|red cross|red crescent)\b",
    re.IGNORECASE,
)
"""Who counts cases and victims, and does not have them, as a town does that has recorded 12 deaths."""
_REST = re.compile(
    r"(?:(?! (?:but|while|though|although|who|which|and (?!more|counting|rising|(?:[$€£₹] ?)?\d))\b)"
    r"(?:[^.;:!?,\n“”\"]|[.,](?=\d)|, (?=including\b)))*"
)
_CLAUSE_BEGINS = re.compile(r"[;:—–(]\s*|,? \b(?:and|but|while|whereas|although|though|as) ")
_OPENING = re.compile(
    r"(?:(?:(?:On|In|By|Last|This|Late|Early) )+(?:\w+ )?(?:\w*day|week|month|year|night|morning|evening|afternoon),? "
    r"|(?:The|A|One|Two|Three|Some) (?:\w+ )?(?:day|week|month|year|hour)s? (?:before|earlier|ago|later|after), "
    r"|(?:But|And|Meanwhile|However|Still|Earlier|Later),? |(?:On|In|By|As of|Late|Early) [^,]{3,40}, )*"
)
_SUBJECT = re.compile(r"(?:[A-Za-z]|\d+ )[^,;:“”\"\n]{1,90}|[^;:“”\"\n]{2,60}, [^;:“”\"\n]{2,80},")
_RELATIVE = re.compile(r", (?:who|which) [^,]+,\Z")
"""What may stand between a subject and its verb."""
_NONE = re.compile(r"\b(?:that|which|if|whether|to|would|could|will|can|may|might|not)\b|(?:^|\b)(?:who|you|I)$")
"""Whose number stands elsewhere, or is none yet: "reports that put the toll at", "would put the toll at"."""


def find_counts(text: str, quotes: Sequence[Span]) -> Iterator[Attribution]:
    """Those of whom a text says, outside quotations, at what number they put something, or how many they counted."""
    sentences, quotations = find_sentences(text), Quotations.from_spans(quotes)
    puts = _PUTS.finditer(text) if " put" in text else ()
    for found in (*puts, *_GIVES.finditer(text), *_RECORDS.finditer(text)):
        cue = Span(*found.span("cue"))
        source = _subject_of(text, sentences.start_at(cue.start), cue.start)
        rest = _REST.match(text, found.end())
        if source and found.re is _RECORDS and not _COUNTERS.search(text, *source):
            continue
        if source and rest and not quotations.touching(cue):
            yield certain(source, cue, [Span(found.start("words"), rest.end())], Speech.INDIRECT)


def _subject_of(text: str, sentence: int, verb: int) -> Span | None:
    """Whose verb it is: the words of the sentence, or of a clause of it, before the verb; None where these are more."""
    begins = [found.end() for found in _CLAUSE_BEGINS.finditer(text, sentence, verb)]
    for begin in (sentence, *begins):
        opening = _OPENING.match(text, begin, verb)
        subject = Span(opening.end() if opening else begin, len(text[:verb].rstrip()))
        if _SUBJECT.fullmatch(text, *subject) and not _NONE.search(_RELATIVE.sub("", subject.of(text))):
            return subject
    return None
