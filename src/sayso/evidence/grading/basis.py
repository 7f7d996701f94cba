"""What a source says that its words rest on."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from sayso.evidence.words.clauses import Proposition
from sayso.evidence.words.cues import ACTS, Act
from sayso.evidence.words.words import OPENING, Wording
from sayso.records import Evidence, Ground, SourceKind
from sayso.text.word_tables import word_table

_DATA = (
    r"(?:data|evidence|findings?|results?|information|reports?|investigations?|assessments?|analysis|tests?|counts?|"
    r"estimates?|figures)"
)
_NOT_OPENED = "".join(rf"(?<!{verb} {article} )" for verb in sorted(OPENING) for article in ("a", "an"))
_IN_WORDS = {
    Evidence.PRELIMINARY_DATA: rf"{_NOT_OPENED}(?:preliminary|initial|early|first) (?:\w+ )?{_DATA}\b",
    Evidence.INTELLIGENCE: (
        r"(?:intelligence (?:reports?|assessments?|data|information|sources|suggests?|shows?|indicates?|that)"
        r"|intercepted|intercepts|satellite (?:images?|imagery|photos?))\b"
    ),
    Evidence.POLL: r"(?:polls? (?!stations?|booths?|place|worker)|polling data|surveyed|exit poll)",
    Evidence.TEST: (
        r"(?:(?:laboratory|lab|blood|dna|forensic|toxicology|medical|ballistics?) "
        r"(?:tests?|analysis|examination|results?|evidence)|autopsy|post-mortem|test results?|"
        r"tests? (?:\w+ ){0,4}(?:found|showed|confirmed))\b"
    ),
    Evidence.ANOTHER_SOURCE: (
        r"(?:(?:was|were|been|i'm|am|being) (?:been )?told (?!to|not)"
        r"|(?:had|has|have) told (?:me|us|him|her|them)\b|told (?:me|us) (?:that )?|"
        r"according to|i heard|we heard)\b"
    ),
    Evidence.DOCUMENT: (
        r"(?:documents?|records?|filings?|court papers|emails?|memos?|leaked \w+|transcripts?|logs) "
        r"(?:show\w*|indicate\w*|reveal\w*|suggest\w*|obtained|seen|state\w*)\b"
    ),
    Evidence.EYEWITNESS: (r"(?<!what )(?:i|we) (?:\w+ly |just |also |all )?(?:saw|heard|watched|witnessed|felt)\b"),
}
_IN_SOURCE = {
    Evidence.PRELIMINARY_DATA: rf"(?:preliminary|initial|early) (?:\w+ )?{_DATA}\b",
    Evidence.POLL: r"(?:polls?|opinion surveys?)\b",
    Evidence.TEST: r"(?:tests?|autopsy|post-mortem|laboratory results)\b",
    Evidence.INTELLIGENCE: r"(?:intelligence|cia|mi5|mi6|mossad|nsa|gru|hur|fsb|sbu|spy agency)\b",
    Evidence.EYEWITNESS: r"(?:eye-?witness(?:es)?|witness(?:es|ed)?|bystanders?|onlookers?|passers-by)\b",
    Evidence.DOCUMENT: (
        r"(?:documents|records|filings|court papers|affidavits?|indictment|emails|memos?|transcripts?|logs)\b"
    ),
}


class _Names(NamedTuple):
    """Words that name evidence: of any kind, and of each."""

    any: re.Pattern[str]
    each: Mapping[Evidence, re.Pattern[str]]

    @classmethod
    def of(cls, words: Mapping[Evidence, str]) -> "_Names":
        each = {kind: re.compile(rf"\b(?:{pattern})") for kind, pattern in words.items()}
        return cls(re.compile(rf"\b(?:{'|'.join(words.values())})"), each)

    def find(self, spoken: str) -> Iterator[tuple[Evidence, re.Match[str]]]:
        """What kinds some words name; most name none, which one search tells."""
        if self.any.search(spoken):
            for kind, pattern in self.each.items():
                if found := pattern.search(spoken):
                    yield kind, found


_NAMED_IN_WORDS, _NAMED_IN_SOURCE = _Names.of(_IN_WORDS), _Names.of(_IN_SOURCE)
_CITING = word_table("citing quoting")
_OWN_PLAN = re.compile(
    r"^(?:[\"“] )?(?:that )?(?:[\"“] )?(?:\w+ , )?(?:i|we|he|she|it|they)"
    r" (?:will|would|shall|plan\w*|intend\w*|(?:am|is|are|was|were) (?:also |now |still )?"
    r"(?:planning|going|preparing|ready|looking|considering|set|to))\b"
    r"|^(?:[\"“] )?(?:that )?(?:i'll|we'll|i'm going|we're going|we are going)\b"
    r"|^(?:[\"“] )?after \w+ , (?:we|i) (?:will|are going)\b"
)
_PLAN_FOR_NEXT = re.compile(r"\bnext (?:week|month|year)\b.* (?:will|would|discuss\w*)\b")
_BODIES = (
    "party government company department ministry agency council team group university church club army bank airline "
    "court parliament hospital police firm organisation organization network committee"
)
_BODY_PLAN = re.compile(
    rf"^(?:[\"“] )?(?:that )?(?:the|its|their|his|our) (?:\w+ )?(?:{_BODIES.replace(' ', '|')})"
    r" (?:will|would|plans|intends|aims|is (?:planning|going|preparing|ready)|was (?:planning|preparing|ready))\b"
)
"""A body that is likely the speaker's own: "the department will look into it"."""
_WILL = word_table("will would")
_ANNOUNCED = word_table("announce announces announced announcing unveiled")
_OWN_PLAN_WORDS = 14


def find_basis(wording: Wording, main: Proposition | None) -> tuple[Evidence, Ground | None]:
    """Find what a source says its words rest on, and the words that say so.

    The source's own words count first, then what the source is (a poll, a witness), then what it says of its plans.
    """
    if main is not None:
        spoken = wording.read(main.main)
        for kind, found in _NAMED_IN_WORDS.find(spoken):
            return kind, _ground(wording, _words_at(main.main, spoken, found), "named in the words said")
    return (
        _basis_of_source(wording)
        or _basis_cited(wording)
        or _basis_of_plans(wording, main)
        or (Evidence.UNSPECIFIED, None)
    )


def _ground(wording: Wording, numbers: Sequence[int], reason: str) -> Ground:
    return Ground("evidence", wording.words.span(numbers[0], numbers[-1]), reason)


def _words_at(numbers: Sequence[int], spoken: str, found: re.Match[str]) -> Sequence[int]:
    first = spoken.count(" ", 0, found.start())
    return numbers[first : first + found.group().strip().count(" ") + 1]


def _basis_of_source(wording: Wording) -> tuple[Evidence, Ground] | None:
    """What the source is: a poll, a witness, an intelligence service (but not the person who heads one)."""
    if not wording.source:
        return None
    who = wording.attribution.who
    spoken = wording.read(wording.source)
    for kind, found in _NAMED_IN_SOURCE.find(spoken):
        is_officer = kind is Evidence.INTELLIGENCE and who is not None and who.kind is SourceKind.PERSON
        if not is_officer:
            return kind, _ground(wording, _words_at(wording.source, spoken, found), "what the source is")
    return None


def _basis_cited(wording: Wording) -> tuple[Evidence, Ground] | None:
    """Between source and verb: "Reuters, citing officials, reported"."""
    if not wording.source or not wording.cue:
        return None
    between = range(wording.source[0], wording.cue[-1] + 1)
    cited = next((n for n in between if wording.words.lower[n] in _CITING and n not in wording.cue), None)
    return None if cited is None else (Evidence.ANOTHER_SOURCE, _ground(wording, [cited], "cites another"))


def _basis_of_plans(wording: Wording, main: Proposition | None) -> tuple[Evidence, Ground] | None:
    lower = wording.words.lower
    for number in wording.cue:
        if ACTS.get(lower[number]) is Act.PLAN:
            return Evidence.OWN_PLANS, _ground(wording, [number], "a verb of planning")
    if main is None:
        return None
    opening = main.numbers[:_OWN_PLAN_WORDS]
    spoken = wording.read(opening)
    found = _OWN_PLAN.match(spoken) or ("next " in spoken and _PLAN_FOR_NEXT.search(spoken)) or _BODY_PLAN.match(spoken)
    if found:
        return Evidence.OWN_PLANS, _ground(wording, _words_at(opening, spoken, found), "speaks of what it will do")
    will = _own_will(wording, opening) or _announced_will(wording, main.main)
    return None if will is None else (Evidence.OWN_PLANS, _ground(wording, [will], "speaks of what it will do"))


def _own_will(wording: Wording, opening: Sequence[int]) -> int | None:
    """The "will" of a clause whose subject is the source by its own name: "Google will not serve as"."""
    lower = wording.words.lower
    wills = [(before, number) for before, number in pairwise(opening[:5]) if lower[number] in _WILL]
    if not wills:
        return None
    own = {lower[number] for number in wording.source if wording.words.is_capital(number)}
    who = wording.attribution.who
    if who and who.affiliation:
        own |= set(who.affiliation.lower().split())
    return next((number for before, number in wills if lower[before] in own), None)


def _announced_will(wording: Wording, numbers: Sequence[int]) -> int | None:
    """What is announced is what will be done: "announced that troops would leave"."""
    lower = wording.words.lower
    if not any(lower[number] in _ANNOUNCED for number in wording.cue):
        return None
    return next((number for number in numbers if lower[number] in _WILL), None)
