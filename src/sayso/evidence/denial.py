"""Denials: the source says that a claim is false."""

import re
from collections.abc import Sequence
from itertools import takewhile

from sayso.evidence.clauses import Proposition
from sayso.evidence.contradiction import FALSE, NO_THING, find_contradiction
from sayso.evidence.cues import ACTS, Act
from sayso.evidence.words import Wording, is_negation
from sayso.records import Ground
from sayso.text.word_tables import word_table

_CLAIM = word_table("""
    claim claims allegation allegations accusation accusations report reports rumour rumours rumor rumors story stories
    suggestion suggestions charge charges assertion assertions notion premise theory theories speculation account
    accounts narrative finding findings conclusion conclusions statement statements insinuation insinuations hypothesis
    characterization characterizations portrayal depiction link links connection involvement criticism criticisms
    comparisons""")
_FINDING = word_table("finding findings conclusion conclusions correlation theory claim claims account report")
_NOT_A_CLAIM = word_table("""
    entry access bail visa visas permission permit permits request requests motion motions appeal application
    applications asylum boarding parole service treatment medical coverage credit entrance opportunity chance freedom
    rights right petition lawsuit suit case bill offer proposal plan amendment deal demand call calls stay waiver
    waivers tenure clemency benefits nomination victory win majority
    title funds funding license licence
    """)
"""What is turned down, refused or fought over without a word on what is true."""
_NO_FACT = _NOT_A_CLAIM | word_table("election ruling decision outcome sentence fine will bill law whether how")
"""Disputed or contested, it is only fought over."""
_DETERMINERS = word_table("the a an his her their its my our your any all such these those him them me us to")
_OBJECT_ENDS = word_table("of that to for in at by from on with and , being having")
_CALLED_FALSE = re.compile(rf"(?<!making )(?<!make )(?<!spread )(?<!spreading )\b(?:{FALSE}|witch[ -]hunt)\b{NO_THING}")
_BLAMED_AS_FALSE = re.compile(rf"\bas (?:[\"“] )?(?:an? |all |the )?(?:[\"“] )?(?:\w+ly )?(?:{FALSE}|witch[ -]hunt)\b")
_BLAMING = ("denounc", "condemn", "slam", "blast", "decr", "regard")
_BRUSHES_OFF = re.compile(
    r"(?:\w+ly |has |have |had )*(?:push\w*|bat\w*|shoot\w*|shot|knock\w*|brush\w*|swat\w*|wav\w*|hit\w*|laugh\w*)"
    r" (?:back|down|aside|off|away)\b(?: (?:on|at|against))?"
)
_GUILTY = re.compile(r"\bplead\w* (?:\w+ )?(?:not guilty|innocent)|\bnot guilty\b")
_CLAIM_WORDS = 10
_LABEL_WORDS = 24


def find_denial(wording: Wording, main: Proposition | None) -> Ground | None:
    """Find the words by which the source says that a claim is false; None where it does not.

    Args:
        wording: An attribution that asserts something.
        main: Its main proposition.
    """
    return _find_in_cue(wording) or _find_label(wording) or find_contradiction(wording, main)


def _ground(wording: Wording, numbers: Sequence[int], reason: str) -> Ground:
    return Ground("denied", wording.words.span(min(numbers), max(numbers)), reason)


def _find_in_cue(wording: Wording) -> Ground | None:
    """Verbs of denial: "denied that", "dismissed the claim", "pleaded not guilty"; a negated one is none."""
    lower = wording.words.lower
    if any(is_negation(lower[number]) for number in wording.verb()):
        return _find_plea(wording)
    for number in wording.cue:
        if lower[number].startswith("disagree") and any(word in _FINDING for word in _object(wording, number)):
            return _ground(wording, [number], "disagrees with a finding")
        act = ACTS.get(lower[number])
        if act is Act.DENY and not _refuses(wording, number):
            return _ground(wording, [number], "a verb of denial")
        if act is Act.REJECT and _takes_claim(wording, number):
            return _ground(wording, [number], "turns down a claim")
    return _find_brushing_off(wording) or _find_plea(wording)


def _find_brushing_off(wording: Wording) -> Ground | None:
    """Verbs of denial in two words: "pushed back against the reports", "batted down the suggestion"."""
    numbers = [number for number in wording.lead if number >= wording.cue[0]]
    found = _BRUSHES_OFF.match(wording.read(numbers))
    if found is None:
        return None
    last = numbers[found.group().count(" ")]
    return _ground(wording, (numbers[0], last), "turns down a claim") if _takes_claim(wording, last) else None


def _find_plea(wording: Wording) -> Ground | None:
    found = _GUILTY.search(wording.read(wording.lead))
    return _ground(wording, wording.cue, "a plea of not guilty") if found else None


def _object(wording: Wording, number: int) -> list[str]:
    """The words that a verb is about: those behind it, and the content where that stands elsewhere."""
    lower = wording.words.lower
    behind = [lower[n] for n in wording.lead if n > number][:_CLAIM_WORDS]
    return [*behind, *(lower[n] for n in wording.opening(_CLAIM_WORDS))]


def _refuses(wording: Wording, number: int) -> bool:
    """Denying that gives nothing: "denied her bail", "denied the government's request"; not "denied her claims"."""
    words = _object(wording, number)
    start = next((place for place, word in enumerate(words) if word not in _DETERMINERS), len(words))
    head = list(takewhile(lambda word: word not in _OBJECT_ENDS and not word.endswith("ing"), words[start:]))
    gifts = _NO_FACT if wording.words.lower[number].startswith(("contest", "disput")) else _NOT_A_CLAIM
    return "any" not in words[:start] and any(word in gifts for word in head)


def _takes_claim(wording: Wording, number: int) -> bool:
    """What is turned down is a claim of fact: "dismissed reports that"; not "rejected the offer"."""
    words = _object(wording, number)
    noun = next((place for place, word in enumerate(words) if word in _CLAIM or word in _NOT_A_CLAIM), None)
    if noun is not None and words[noun] in _CLAIM:
        return "should" not in words[noun:]
    return noun is None and _called_false(wording) is not None


def _called_false(wording: Wording) -> re.Match[str] | None:
    return _CALLED_FALSE.search(_read_object(wording))


def _read_object(wording: Wording) -> str:
    """The cue with what follows, and the head of the content."""
    numbers = {*wording.lead, *(n for span in wording.content for n in span[:_LABEL_WORDS])}
    return wording.read(sorted(numbers))


def _find_label(wording: Wording) -> Ground | None:
    """A claim called false: "called it a lie", "labelled the report fake news"."""
    lower = wording.words.lower
    labels = [n for n in wording.cue if ACTS.get(lower[n]) in (Act.CALL, Act.REJECT) or lower[n].startswith("label")]
    calls_on = any(
        lower[n + 1 : n + 2] in (("on",), ("for",), ("upon",), ("how",), ("what",), ("why",)) for n in labels
    )
    if not labels or calls_on or not _called_false(wording):
        return None
    if all(lower[n].startswith(_BLAMING) for n in labels) and not _BLAMED_AS_FALSE.search(_read_object(wording)):
        return None
    return _ground(wording, labels, "calls a claim false")
