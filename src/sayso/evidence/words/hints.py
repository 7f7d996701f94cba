"""Hints: words by which a statement may deny something or say nothing, but need not; what was read decides."""

import re
from collections.abc import Sequence
from itertools import chain

from sayso.evidence.words.cues import ACTS, Act
from sayso.evidence.words.falsehood import FALSE
from sayso.evidence.words.words import Wording, is_negation
from sayso.records import Ground
from sayso.text.word_tables import word_table

_OPENING_WORDS = 14
_SELF = (
    r"(?:[\"“] )?(?:that )?(?:[\"“] )?(?:i|we|he|she|it|they|(?:the|his|her|their|its|our|my) \w+(?: \w+)?)(?: [\"”])?"
)
_ALSO = r"(?:\w+ly |still |yet |also |even |just )*"
_NOT = r"(?:\w+n't|(?:am|is|are|was|were|do|does|did|have|has|had|can|could|would|will) not|cannot)"
_UNKNOWING = re.compile(
    rf"^{_SELF} (?:{_ALSO}{_NOT} {_ALSO}(?:be )?(?:[\"“] )?(?:\w+ percent )?(?:[\"”] )?"
    r"(?:aware|sure|certain|familiar|know|known|remember|recall|say|tell|speak|comment|discuss|going to (?:discuss"
    r"|comment|say|get|talk|speculate|speak))\b"
    rf"|(?:is|are|was|were|am|'s|'re|'m) {_ALSO}(?:unaware|unsure|refraining|declining)\b"
    r"|(?:have|has|had) (?:[\"“] )?no (?:\w+ ){0,2}(?:[\"“] )?(?:\w+ )?(?:idea|information|knowledge|comment"
    r"|recollection|memory|details?|clue|opinion|position|plans?)\b"
    r"|knew nothing\b|knows nothing\b|know nothing\b)"
)
"""The speaker does not know, cannot tell or will not."""
_OF_ANOTHER = re.compile(r"(?:: |\S+ [\"“'‘] )[\"“'‘]?(?:he|she|they|his|her|their|my)\b")
"""How one speaks of another in one's own voice, behind a colon or a quotation mark: "My client did not know"."""
_KEEPING_QUIET = re.compile(
    r"\b(?:(?:avoid|refrain|dodg|sidestep|evad|ignor|skirt|forget|forgot|neglect|overlook|omit|fail)\w*"
    r"|(?:fell|falls?|stopp?\w*) short of\b"
    r"|stopp?\w* (?:answering|responding|replying|commenting|talking|speaking|communicating|discussing|saying|telling"
    r"|explaining|taking|returning)\b|miss\w* the chance\b|ha(?:s|ve|d) yet to\b"
    r"|(?:quiet|silent|mum|tight-lipped|vague|noncommittal|non-committal|coy|ignorance|indisposed"
    r"|unconfirmed|unclear|uncertain|unsure|unaware|unknown|undecided)\b)"
)
"""In a cue: the speaker passes something over, or knows little of it."""
_RAISED = word_table("""
    think thinks thought believe believes believed expected consider considers considered agree agrees agreed trust
    trusts appreciate appreciates buying see sees seen just only""")
"""Negated, these negate what is thought: who "does not think that he won" thinks that he did not."""
_NOBODY = word_table("no none nobody neither")
_DONE = word_table("""
    indict indicts indicted charge charges charged convict convicts convicted impose imposes
    imposed tolerate tolerates tolerated accept accepts accepted allow allows allowed permit permits permitted""")
"""Acts: that somebody was not charged, or something will not be allowed, is said and not kept quiet."""
_FALSE = re.compile(
    rf"\b(?:{FALSE}|hoaxes|falsehoods?|falsely|liar|lied|lying|wrong|untruth\w*|out of context|caricature|distort\w*"
    r"|mischaracteri[sz]\w*|not (?:a bit|an ounce|a shred)|exaggerat\w*|overblown|witch[ -]hunt|purely speculative"
    r"|rather than|scapegoat\w*|propaganda|unproven|myths?|rumou?rs?|conspiracy theor\w+)\b"
)
_REBUFFING = re.compile(
    r"(?:insist|maintain|defend|quash|rebut|correct|clarif|allay|downplay|brush|disagree|protest|object|counter|shoot"
    r"|shot|bristle|dispute|contest|swear|swore|vow)\w*"
)
_NEGATIVE = word_table("no none nor neither nobody nothing never without")


def hint_at_silence(wording: Wording) -> Ground | None:
    """Find words that may tell that nothing was asserted: "did not criticise", "avoided"."""
    if not wording.cue:
        return None
    return _find_negated_verb(wording) or _find(
        wording, wording.verb(), _KEEPING_QUIET, "negated", "speaks of keeping quiet"
    )


def hint_at_ignorance(wording: Wording) -> Ground | None:
    """Find the words of a speaker who does not know or will not tell: "we have no idea", "he was unaware of it"."""
    opening = wording.opening(_OPENING_WORDS)
    if _OF_ANOTHER.match(wording.read((*wording.cue[-1:], *opening[:3]))):
        return None
    return _find(wording, opening, _UNKNOWING, "negated", "the speaker does not know, or will not tell")


def hint_at_falsehood(wording: Wording) -> Ground | None:
    """Find words that may call something false, or turn down what was said: "wrong", "insisted", "dismissed fears"."""
    lower = wording.words.lower
    for number in wording.cue:
        if ACTS.get(lower[number]) is Act.REJECT or _REBUFFING.fullmatch(lower[number]):
            return _ground(wording, [number], "denied", "a verb that may turn down a claim")
    numbers = (*wording.cue, *chain.from_iterable(wording.content))
    return _find(wording, numbers, _FALSE, "denied", "may call something false")


def hint_at_negation(wording: Wording) -> Ground | None:
    """Find a negation in what is said, or in its verb, which may answer a claim."""
    lower = wording.words.lower
    for number in (*wording.verb(), *chain.from_iterable(wording.content)):
        if lower[number] in _NEGATIVE or is_negation(lower[number]):
            return _ground(wording, [number], "denied", "says that something is not so")
    return None


def _find_negated_verb(wording: Wording) -> Ground | None:
    lower = wording.words.lower
    verb = wording.verb()
    place = next((place for place, number in enumerate(verb) if is_negation(lower[number])), None)
    if place is None:
        first = wording.source[0] if wording.source else wording.cue[0]
        if lower[first] in _NOBODY or (first and lower[first - 1] in _NOBODY):
            return _ground(wording, (first, *verb), "negated", "nobody said it")
        return None
    behind = [lower[number] for number in verb[place + 1 :]]
    if any(word in _RAISED or word in _DONE or ACTS.get(word) in (Act.DEMAND, Act.FEAR) for word in behind):
        return None
    return _ground(wording, verb[place:], "negated", "a negated verb")


def _find(wording: Wording, numbers: Sequence[int], pattern: re.Pattern[str], field: str, reason: str) -> Ground | None:
    """The words that a pattern finds among some of the story's."""
    spoken = wording.read(numbers)
    found = pattern.search(spoken)
    if found is None:
        return None
    first = spoken.count(" ", 0, found.start())
    last = first + found.group().strip().count(" ")
    return _ground(wording, numbers[first : last + 1], field, reason)


def _ground(wording: Wording, numbers: Sequence[int], field: str, reason: str) -> Ground:
    return Ground(field, wording.words.span(min(numbers), max(numbers)), reason)
