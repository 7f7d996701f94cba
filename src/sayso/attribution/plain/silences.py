"""Who did not answer, or only denied: "could not be reached for comment", "had no comment", "denies it".

News tells so in few forms, which the network often takes for no attribution at all.
"""

import re
from collections.abc import Iterator, Sequence

from sayso.attribution.plain.certain import certain
from sayso.records import Attribution, Span, Speech
from sayso.text.quotes import Quotations
from sayso.text.sentences import find_sentences

_ASKED = (
    r"(?:(?:phone )?calls?|e-?mails?|(?:text |voice )?messages?|requests?|questions|inquir(?:y|ies)|enquir(?:y|ies))"
)
_FOR_COMMENT = (
    r"(?: (?:for|seeking|asking for|requesting) (?:[\w’'-]+ )?(?:comments?|interviews?|information|response))?"
)
_WHAT = rf"(?:[\w’'-]+ ){{0,4}}?{_ASKED}{_FOR_COMMENT}"
_NOT = r"(?:(?:did|do|does|has|have|had) not|(?:did|do|does|has|have|had)n['’]t)(?: (?:immediately|yet|initially))?"
_SILENT = re.compile(
    rf"\b(?:(?P<left>{_NOT} (?:respond(?:ed)?|repl(?:y|ied))) (?P<to>to {_WHAT})\b"
    rf"|(?P<kept>{_NOT} (?:return|answer)(?:ed)?) (?P<calls>{_WHAT})\b"
    r"|(?P<away>(?:could not|couldn['’]t|(?:was|were) not)(?: immediately)? (?:be reached|available|reachable))"
    r"(?: by (?:the )?[A-Z][\w.’' -]{1,30})? (?P<comment>for (?:\w+ )?comment)\b"
    r"|(?P<had>(?:has|have|had|offered)) (?P<none>no (?:immediate |further |official )?comment)\b"
    r"|(?P<not>(?:would|will|could|can|did|does|do|has|have|had) not"
    r"|(?:would|wo|could|ca|did|does|do|has|have|had)n['’]t)"
    r"(?: (?:immediately|publicly|yet|so far))? (?P<commented>(?:comment(?:ed)?|be drawn)\b"
    r"(?: (?:on|about) [^.,;:\n“”\"]{3,80})?)"
    r"|(?P<refused>(?:has |have |had )?(?:declined|refused|declines|refuses)) (?P<speak>(?:to )?comment)\b"
    r"|(?P<denied>(?<!nor )(?<!or )(?<!not )(?<!to )(?<!n['’]t )(?:has |have |had )?(?:denied|denies|deny)) "
    r"(?P<it>it|this|(?:all |both )?(?:the|those|these) (?:allegations?|accusations?|charges?|claims?|reports?))"
    r"(?=[.;,]| and\b))"
)
_PARTS = (
    ("left", "to"),
    ("kept", "calls"),
    ("away", "comment"),
    ("had", "none"),
    ("not", "commented"),
    ("refused", "speak"),
    ("denied", "it"),
)
"""The groups of each form that hold its cue and its content."""
_UNANSWERED = re.compile(
    rf"(?P<what>\b{_ASKED}{_FOR_COMMENT})(?: (?:sent|made|left|placed|put|e-?mailed))? (?:to|with|for|at) "
    r"(?P<who>[^,;:.\n“”\"]{2,80}?) (?P<cue>(?:was|were) not(?: immediately)? (?:returned|answered)|went unanswered)\b",
    re.IGNORECASE,
)
_UNREACHED = re.compile(
    r"\b(?P<what>(?:efforts?|attempts?) to "
    r"(?:reach|contact|speak (?:to|with)|get (?:comments?|a (?:comment|response)) from))"
    r" (?P<who>[^;:.\n“”\"]{2,100}?),? (?:for (?:\w+ )?(?:comments?|response|reaction)|by (?:tele)?phone)"
    r" (?P<cue>(?:were|was|have been|proved|proved to be) (?:unsuccessful|not successful|futile|abortive|fruitless))\b",
    re.IGNORECASE,
)
"""As papers in Africa and Asia mostly tell it."""
_NO_WORD = re.compile(
    r"\b[Tt]here (?P<cue>(?:was|were|has been|had been)) "
    r"(?P<what>no (?:(?:immediate|official|further|public|other|word|comment|or) )*"
    r"(?:comments?|word|responses?|reactions?|reply|statement|confirmation)) (?:from|by) (?P<who>[^,;:.\n“”\"]{2,80}?)"
    r"(?=[,;:.\n]| (?:on|about|over|regarding|as|when|after|since|late|early|at) )"
)
_CLAUSE_BEGINS = re.compile(r"[;:—–(]\s*|,? \b(?:and|but|while|although|though|because) |, (?=(?:who|which)\b)")
_OPENING = re.compile(
    r"(?:(?:But|And|Meanwhile|However|Still),? |(?:On|In|By|As of|Late|Early) [^,]{3,30}, |Asked [^,]{3,120}, |[\s,])*"
)
_NO_SUBJECT = re.compile(r"\b(?:said|says|told|that|if|whether|why|how)\b|[“”\"]")
_RELATIVE = re.compile(r"(?:who|which)\Z")
_LONGEST_SUBJECT_CHARS = 160


def find_silences(text: str, quotes: Sequence[Span]) -> Iterator[Attribution]:
    """Those of whom a text says, outside quotations, that they were asked and did not answer, or denied it."""
    sentences, quotations = find_sentences(text), Quotations.from_spans(quotes)
    for found in _SILENT.finditer(text):
        cue, content = (Span(*found.span(part)) for part in _parts_of(found))
        source = _subject_of(text, sentences.start_at(cue.start), cue.start)
        if source and not quotations.touching(cue):
            yield certain(source, cue, [content], Speech.INDIRECT)
    for found in (found for form in (_UNANSWERED, _UNREACHED, _NO_WORD) for found in form.finditer(text)):
        what, who, cue = (Span(*found.span(part)) for part in ("what", "who", "cue"))
        if not quotations.touching(cue):
            yield certain(who, cue, [what], Speech.INDIRECT)


def _parts_of(found: re.Match[str]) -> tuple[str, str]:
    return next(pair for pair in _PARTS if found[pair[0]])


def _subject_of(text: str, sentence: int, verb: int) -> Span | None:
    """Whose verb it is: the words of its clause before it; None where these are another's, or none."""
    begins = [found for found in _CLAUSE_BEGINS.finditer(text, sentence, verb) if _may_begin(text, found, verb)]
    start = begins[-1].end() if begins else sentence
    opening = _OPENING.match(text, start, verb)
    start = opening.end() if opening else start
    subject = Span(start, len(text[:verb].rstrip(" ,")))
    words = subject.of(text)
    is_one = 0 < len(words) <= _LONGEST_SUBJECT_CHARS and not _NO_SUBJECT.search(words)
    return subject if is_one else None


def _may_begin(text: str, found: re.Match[str], verb: int) -> bool:
    """Tell whether a clause of its own begins there: not so in "Doe and Roe did", "Doe, who owns it, did"."""
    if found[0] == ", ":
        return _RELATIVE.fullmatch(text[found.end() : verb].rstrip()) is not None
    return found[0] != " and "
