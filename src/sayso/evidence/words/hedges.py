"""Words by which a speaker holds back, and the uses of the same words that hold nothing back."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sayso.evidence.words.words import OPENING, Words, is_negation
from sayso.records import Certainty
from sayso.text.word_tables import word_table

STRENGTH = (Certainty.CERTAIN, Certainty.PROBABLE, Certainty.POSSIBLE, Certainty.UNKNOWN)
"""From full commitment to none."""

_PLAIN = {
    Certainty.PROBABLE: """
        likely unlikely probably apparently presumably presumed seem seems seemed supposedly believed believe believes
        suspect suspects suspected think thinks assume assumes presume presumes expects expect reckon
        suggests suggest suggested suggesting appears appear appeared expected preliminary initial guess thought
        anticipate anticipates anticipated estimated doubt doubts doubted far evidently arguably""",
    Certainty.POSSIBLE: """
        may might could possibly perhaps maybe potentially conceivably possible possibility rule ruled fear fears
        feared chance""",
    Certainty.UNKNOWN: """
        whether hope hopes hoping hopefully wish wishes unclear unknown unsure uncertain sure guarantee know known clear
        wonder
        wonders early idea remains questions""",
}
_LEVEL = {word: level for level, words in _PLAIN.items() for word in words.split()}

_SUBJECTS = word_table(
    "i we he she they it you police investigators officials authorities detectives prosecutors scientists experts "
    "doctors researchers analysts many some people who also still now do does would"
)
_DATA = word_table(
    "data evidence findings results information investigation investigations report reports assessment assessments "
    "analysis tests count estimates estimate figures inquiry indications examination"
)
_FREE_CHOICE = word_table("what how all everything anything whatever whenever wherever where best as than")
_POWER = word_table("the his her its their our military full economic naval own political sheer with")
_COMPARED = word_table("more less times as equally twice most")
_BE = word_table("is are was were be been 's it's being remains that's")
_SENSES = word_table("see hear feel smell taste understand remember")
_QUOTES = frozenset('"“”«»')
_SENSED = word_table("seen heard felt smelled")
_EASE = word_table("easily readily well simply always only barely hardly scarcely finally no")
_OPENING_MARKS = frozenset(("", "."))
_WISHED = word_table("god he she they their his her the all we")
_PART_OPENERS = word_table("a an the these those this first of within in for at by after")
_RAISED = word_table("is was there's raise raises raised raising remains strong real")
_ASKED = frozenset(("", ".", ",")) | word_table(
    "what how why who whether if where when that which of about exactly yet anything"
)
"""Behind "don't know"; who "doesn't know him" tells something."""
_HOPING = word_table("just am are i'm we're only")


@dataclass(frozen=True, slots=True)
class Hedge:
    """How far a speaker commits, and the word that tells it."""

    level: Certainty
    number: int


@dataclass(frozen=True, slots=True)
class _Use:
    """A word of the table in its place, with the three words on either side."""

    word: str
    before: list[str]
    after: list[str]
    is_capital: bool

    @property
    def last(self) -> str:
        """The word before it."""
        return self.before[-1] if self.before else ""

    @property
    def following(self) -> str:
        """The word behind it."""
        return self.after[0] if self.after else ""


def weaker(one: Certainty, other: Certainty) -> Certainty:
    """The one of two that commits to less."""
    return max(one, other, key=STRENGTH.index)


def find_hedges(words: Words, numbers: Sequence[int]) -> list[Hedge]:
    """The hedges among some words of a text, in order; uses that hedge nothing are left out.

    Args:
        words: The text.
        numbers: Which of its words to look at, in order.
    """
    lower = words.lower
    found = []
    for place, number in enumerate(numbers):
        level = _LEVEL.get(lower[number])
        if level is None:
            continue
        before = [lower[n] for n in numbers[max(0, place - 4) : place] if lower[n] not in _QUOTES][-3:]
        after = [lower[n] for n in numbers[place + 1 : place + 5] if lower[n] not in _QUOTES][:3]
        rule = _RULES.get(lower[number])
        if rule is None or rule(_Use(lower[number], before, after, words.is_capital(number))):
            found.append(Hedge(level, number))
    return found


def _is_modal(use: _Use) -> bool:
    """Could: not an ability ("could not swim", "all they could"), nor a thing undone ("we could have helped")."""
    if any(near in _FREE_CHOICE for near in use.before[-2:]):
        return False
    if use.following == "not":
        return use.after[1:2] == ["rule"]
    if any(word in _SENSED for word in use.after):
        return False
    if use.following == "have":
        return use.last not in ("i", "we", "you")
    return use.following not in _SENSES and use.following not in _EASE


def _is_may(use: _Use) -> bool:
    """May: not the month, nor a wish ("May God protect them"), nor a permission ("may only")."""
    if use.last in _FREE_CHOICE or use.following == "only":
        return False
    if not use.is_capital:
        return True
    opens = use.last in _OPENING_MARKS
    return opens and bool(use.after) and not use.following[0].isdigit() and use.following not in _WISHED


def _is_might(use: _Use) -> bool:
    """Might: not the noun ("military might", "the might of")."""
    return use.last not in _POWER and use.last not in _FREE_CHOICE and use.following not in ("of", "and", ",", ".")


def _is_likely(use: _Use) -> bool:
    """Likely: not a statistic ("twice as likely to fall ill", "likely voters"); "more likely than not" is a hedge."""
    if any(word.startswith(("voter", "caucus")) for word in use.after):
        return False
    return use.last not in _COMPARED or use.after[:2] == ["than", "not"]


def _is_thinking(use: _Use) -> bool:
    """A mind at work: "we believe that", "police suspect"; not "believe in", "think about", "two suspects were"."""
    if use.following in ("in", "about", "of", "through", "twice", "from"):
        return False
    if use.last == "to":
        return use.word == "assume" and use.before[-2:-1] in (["reasonable"], ["safe"], ["fair"])
    subject = [word for word in use.before if not is_negation(word)]
    return bool(subject) and (subject[-1] in _SUBJECTS or subject[-1].endswith("ly"))


def _is_thought(use: _Use) -> bool:
    """It "is believed to", "they believed"; not "than expected", "a suspected arsonist", nor "I thought" of old."""
    if use.last in ("than", "as"):
        return False
    if use.word == "thought" and use.last in ("i", "we"):
        return False
    if any(word in _BE for word in use.before):
        return use.word not in ("suspected", "estimated") or use.following in ("of", "to", "that", "in")
    return use.word != "estimated" and use.last != "people" and _is_thinking(use)


def _is_appearing(use: _Use) -> bool:
    """Looks so; not "appeared in court"."""
    return use.following in ("to", "that", "as", "likely", "not") or use.last == "it"


def _is_suggesting(use: _Use) -> bool:
    """Data that point somewhere; not a proposal ("we suggest that they should")."""
    return use.last not in ("we", "i", "he", "she", "to") and "should" not in use.after and use.following != "going"


def _is_adverb(use: _Use) -> bool:
    """Of the whole clause; not of a part: "a potentially harmful toy", "within probably ten minutes"."""
    return use.last not in _PART_OPENERS


def _is_preliminary(use: _Use) -> bool:
    """Of data; an inquiry that is only opened has none: "opened a preliminary investigation"."""
    return any(word in _DATA for word in use.after[:2]) and OPENING.isdisjoint(use.before[-2:])


def _is_possible(use: _Use) -> bool:
    """It "is possible that"; not "as soon as possible", "if possible", "a possible successor", "possible to"."""
    opens_a_clause = use.following in ("", "that", "the", "he", "they", ",", ".")
    return opens_a_clause and any(word in _BE for word in use.before[-2:]) and use.last not in ("as", "if", "not")


def _is_possibility(use: _Use) -> bool:
    """A possibility that is raised: "there is a possibility", "raises the possibility"."""
    opens = use.before in ([], ["the"], ["a"])
    return (opens or any(word in _RAISED for word in use.before)) and "no" not in use.before


def _is_ruling_out(use: _Use) -> bool:
    return use.following == "out" and any(is_negation(word) or word in ("without", "nothing") for word in use.before)


def _is_fear(use: _Use) -> bool:
    return (use.last in _SUBJECTS or use.last in _BE) and use.following != "of"


def _is_hope(use: _Use) -> bool:
    return use.last in _SUBJECTS or use.last in _HOPING


def _is_not_known(use: _Use) -> bool:
    """Not known, not clear, not sure, don't know; "no idea"; but "you don't know", "no known risk" tell something."""
    if use.word == "known" and use.last == "no":
        return False
    if use.word == "know" and use.following not in _ASKED:
        return False
    return any(is_negation(word) for word in use.before) and "you" not in use.before


def _is_unclear(use: _Use) -> bool:
    return any(word in _BE or word in ("still", "am") for word in use.before) or use.following in ("whether", "if")


def _is_too_early(use: _Use) -> bool:
    return use.last == "too" and use.following == "to"


def _is_open_question(use: _Use) -> bool:
    """Whether, where all that is said is the question: "whether they came"."""
    return use.last in ("", "that")


def _is_to_be_seen(use: _Use) -> bool:
    return use.after == ["to", "be", "seen"]


def _is_as_far_as(use: _Use) -> bool:
    """As "far" as I know, "far" as we can tell."""
    return use.last == "as" and use.after[:1] == ["as"] and use.after[1:2] in (["i"], ["we"], ["he"], ["she"])


def _are_questions(use: _Use) -> bool:
    return use.following in ("remain", "remained")


_RULES: dict[str, Callable[[_Use], bool]] = {
    **dict.fromkeys(word_table("probably possibly potentially presumably apparently perhaps"), _is_adverb),
    "could": _is_modal,
    "may": _is_may,
    "might": _is_might,
    **dict.fromkeys(("likely", "unlikely"), _is_likely),
    **dict.fromkeys(
        word_table(
            "believe believes suspect suspects think thinks assume assumes presume presumes expect expects guess "
            "anticipate anticipates doubt doubts doubted"
        ),
        _is_thinking,
    ),
    **dict.fromkeys(word_table("believed suspected expected thought presumed anticipated estimated"), _is_thought),
    **dict.fromkeys(word_table("appear appears appeared"), _is_appearing),
    **dict.fromkeys(word_table("suggest suggests suggested suggesting"), _is_suggesting),
    **dict.fromkeys(("preliminary", "initial"), _is_preliminary),
    "possible": _is_possible,
    **dict.fromkeys(("possibility", "chance"), _is_possibility),
    **dict.fromkeys(("rule", "ruled"), _is_ruling_out),
    **dict.fromkeys(word_table("fear fears feared"), _is_fear),
    **dict.fromkeys(word_table("hope hopes hoping wish wishes wonder wonders"), _is_hope),
    **dict.fromkeys(word_table("sure guarantee know known clear idea"), _is_not_known),
    **dict.fromkeys(word_table("unclear unknown unsure uncertain"), _is_unclear),
    "early": _is_too_early,
    "whether": _is_open_question,
    "remains": _is_to_be_seen,
    "questions": _are_questions,
    "far": _is_as_far_as,
}
"""Word: tells whether this use of it hedges; words without a rule always do."""
