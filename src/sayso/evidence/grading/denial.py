"""Denials: the source says that a claim is false."""

import re
from collections.abc import Sequence
from itertools import takewhile

from sayso.evidence.grading.contradiction import Denial, Firmness, find_contradiction
from sayso.evidence.words.clauses import Proposition
from sayso.evidence.words.cues import ACTS, Act
from sayso.evidence.words.falsehood import FALSE, NO_THING, SCORN
from sayso.evidence.words.words import Wording, is_negation, words_found
from sayso.records import Ground
from sayso.text.word_tables import word_table

_CLAIM = word_table("""
    claim claims allegation allegations accusation accusations report reports rumour rumours rumor rumors story stories
    suggestion suggestions charge charges assertion assertions notion premise theory theories speculation account
    accounts narrative finding findings conclusion conclusions statement statements insinuation insinuations hypothesis
    characterization characterizations portrayal depiction link links connection involvement criticism criticisms
    comparisons explanation explanations perception perceptions impression innuendo argument arguments contention
    contentions concern concerns""")
_FINDING = word_table("finding findings conclusion conclusions correlation theory claim claims account report")
_NOT_A_CLAIM = word_table("""
    entry access bail visa visas permission permit permits request requests motion motions appeal application
    applications asylum boarding parole service treatment medical coverage credit entrance opportunity chance freedom
    rights right petition lawsuit suit case bill offer proposal plan amendment deal demand call calls stay waiver
    waivers tenure clemency benefits nomination victory win majority
    title funds funding license licence
    """)
"""What is turned down, refused or fought over without a word on what is true."""
_NO_FACT = _NOT_A_CLAIM | word_table("election ruling decision outcome sentence fine will bill law rule whether how")
"""Disputed or contested, it is only fought over."""
_DETERMINERS = word_table("the a an his her their its my our your any all such these those him them me us to")
_OBJECT_ENDS = word_table("of that to for in at by from on with and , being having")
_NOUN_BEFORE = word_table("a an the this that heated held hold legal long his her its their over in")
"""Before "dispute" or "contest", these make a noun of it."""
_SCORNED = re.compile(rf"\b{SCORN}\b")
_IDEA_THAT = re.compile(r"\b(?:idea|thought|talk) (?:that|of having)\b")
_INNOCENCE = re.compile(
    r"\b(?:maintain|proclaim|protest|assert|insist|declar|profess)\w* (?:on )?(?:his|her|their|its|my)"
    r" (?:\w+ )?innocence\b"
)
_CALLED_FALSE = re.compile(rf"(?<!making )(?<!make )(?<!spread )(?<!spreading )\b(?:{FALSE})\b{NO_THING}")
_BLAMED_AS_FALSE = re.compile(rf"\bas (?:[\"“] )?(?:an? |all |the )?(?:[\"“] )?(?:\w+ly )?(?:{FALSE})\b")
_BLAMING = ("denounc", "condemn", "slam", "blast", "decr", "regard")
_BRUSHES_OFF = re.compile(
    r"(?:\w+ly |has |have |had )*(?:push\w*|bat\w*|shoot\w*|shot|knock\w*|brush\w*|swat\w*|wav\w*|hit\w*|laugh\w*|"
    r"shrug\w*) (?:back|down|aside|off|away)\b(?: (?:on|at|against))?|pour\w* (?:scorn|cold water) (?:up)?on\b"
)
_DISBELIEVES = re.compile(
    r"(?:refus\w*|unwilling) to (?:believe\b|accept (?:that\b|(?:\S+ ){1,5}(?:findings?|conclusions?|claims?|"
    r"assessments?|explanations?|versions?|accounts?)\b))"
)
_GUILTY = re.compile(r"\bplead\w* (?:\w+ )?(?:not guilty|innocent)|\bnot guilty\b")
_CLAIM_WORDS = 10
_LABEL_WORDS = 24


def find_denial(wording: Wording, main: Proposition | None, propositions: Sequence[Proposition] = ()) -> Denial | None:
    """Find the words by which the source says that a claim is false; None where it does not.

    Args:
        wording: An attribution that asserts something.
        main: Its main proposition.
        propositions: All of them.
    """
    if ground := _find_in_cue(wording) or _find_label(wording):
        return Denial(ground, Firmness.PLAIN)
    if ground := _find_scorn(wording):
        return Denial(ground, Firmness.POSSIBLE)
    return find_contradiction(wording, main, propositions)


def is_refusal(wording: Wording) -> bool:
    """Tell whether a verb of denial only turns something down: "denied the request"."""
    lower = wording.words.lower
    return any(ACTS.get(lower[number]) is Act.DENY and _refuses(wording, number) for number in wording.cue)


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
        if act is Act.DENY and not _is_noun(wording, number) and not _refuses(wording, number):
            return _ground(wording, [number], "a verb of denial")
        if act is Act.REJECT and _takes_claim(wording, number):
            return _ground(wording, [number], "turns down a claim")
    return _find_disbelief(wording) or _find_brushing_off(wording) or _find_plea(wording)


def _find_disbelief(wording: Wording) -> Ground | None:
    """What one "refused to believe", or to accept as found."""
    if not any(wording.words.lower[number].startswith(("refus", "unwilling")) for number in wording.cue):
        return None
    numbers = [number for number in wording.lead if number >= wording.cue[0]]
    found = _DISBELIEVES.search(wording.read(numbers))
    return _ground(wording, numbers[words_found(found)], "refuses to take it for true") if found else None


def _find_brushing_off(wording: Wording) -> Ground | None:
    """Verbs of denial in two words: "pushed back against the reports", "batted down the suggestion"."""
    numbers = [number for number in wording.lead if number >= wording.cue[0]]
    found = _BRUSHES_OFF.match(wording.read(numbers))
    if found is None:
        return None
    last = numbers[found.group().count(" ")]
    return _ground(wording, (numbers[0], last), "turns down a claim") if _takes_claim(wording, last) else None


def _is_noun(wording: Wording, number: int) -> bool:
    """Tell a quarrel from a denial: "a heated dispute over", "held contests"."""
    word = wording.words.lower[number]
    return word.startswith(("dispute", "contest")) and number > 0 and wording.words.lower[number - 1] in _NOUN_BEFORE


def _find_plea(wording: Wording) -> Ground | None:
    spoken = _read_object(wording)
    if "guilty" not in spoken and "innocen" not in spoken:
        return None
    if _GUILTY.search(spoken):
        return _ground(wording, wording.cue, "a plea of not guilty")
    return _ground(wording, wording.cue, "maintains innocence") if _INNOCENCE.search(spoken) else None


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
    if wording.words.lower[number].startswith("counter") and words[:1] == ["that"]:
        return False  # what is countered was said before
    noun = next((place for place, word in enumerate(words) if word in _CLAIM or word in _NOT_A_CLAIM), None)
    if noun is not None and words[noun] in _CLAIM:
        return "should" not in words[noun:]
    if noun is None and _IDEA_THAT.search(_read_object(wording)):
        return True
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
    labels = _labels(wording)
    if not labels or not _called_false(wording):
        return None
    if all(lower[n].startswith(_BLAMING) for n in labels) and not _BLAMED_AS_FALSE.search(_read_object(wording)):
        return None
    return _ground(wording, labels, "calls a claim false")


def _find_scorn(wording: Wording) -> Ground | None:
    """Something called absurd, be it a claim or a plan."""
    labels = _labels(wording)
    return (
        _ground(wording, labels, "calls something absurd")
        if labels and _SCORNED.search(_read_object(wording))
        else None
    )


def _labels(wording: Wording) -> list[int]:
    """The words of a cue that call something by a name; none in "called on", "described how"."""
    lower = wording.words.lower
    labels = [n for n in wording.cue if ACTS.get(lower[n]) in (Act.CALL, Act.REJECT) or lower[n].startswith("label")]
    calls_on = any(
        lower[n + 1 : n + 2] in (("on",), ("for",), ("upon",), ("how",), ("what",), ("why",)) for n in labels
    )
    return [] if calls_on else labels
