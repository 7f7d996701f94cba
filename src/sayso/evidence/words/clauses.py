"""What a statement says, cut into clauses: which is its main proposition, and which words of it carry that."""

from collections.abc import Iterator
from dataclasses import dataclass

from sayso.evidence.words.words import Wording, Words, is_negation
from sayso.text.word_tables import word_table

_ENDS_MAIN = word_table(
    "who which whom whose because although though while when after before until since unless if where despite "
    "than whereas so"
)
_MAY_END_MAIN = _ENDS_MAIN | {"that", "as"}
_OPENS_AHEAD = word_table("if when while after before although though as because since once unless whenever")
_LEADS_IN = word_table("""
    evidence data information indication indications suggestion signs sign reports report intelligence proof possibility
    chance hope fear fears concern concerns belief suspicion fact view opinion
    likely unlikely possible probable clear unclear certain sure true false apparent obvious confident known unknown
    think thinks thought believe believes believed suspect suspects suspected expect expects expected assume assumes
    guess say says said know knows hope hopes fear feared wish suggest suggests suggested suggesting show shows showed
    indicate indicates indicated appears told seems mean means it out early idea whether""")
_AUXILIARIES = word_table("""
    is are was were be been am isn't aren't wasn't weren't has have had hasn't haven't hadn't do does did don't doesn't
    didn't will would won't wouldn't can could can't couldn't cannot may might shall should must shouldn't
    it's that's there's he's she's we're they're i'm you're i've we've they've i'll we'll he'll she'll they'll i'd we'd
    """)
_SUBJECTS = word_table("i we he she they it you there this that these those who")
_QUESTION_WORDS = word_table("who what when where why how which whose whom then")
_LINKS = word_table("but and so yet")
_SUBJECT_LISTS = [[word] for word in word_table("i we he she they it there")]
_NEW_SUBJECTS = [[word] for word in word_table("i we he she they it there his her their its")]
_ADDED = word_table("possibly perhaps potentially probably presumably apparently maybe")
_GREETINGS = word_table("well oh look yes no yeah so now hello thanks thank hey okay ok frankly sure")
_MARKS = frozenset('"“”«»,:;()–—')
_MAY_CUT = frozenset(".!?…;,")
"""How words begin that may end a clause."""
_FRAGMENT_WORDS = 7
"""A piece of up to so many words without a verb belongs to the one before it: "So far, only there"."""


@dataclass(frozen=True, slots=True)
class Proposition:
    """A clause of a content, as numbers of its story's words.

    Attributes:
        numbers: All its words.
        main: The words that say how far its speaker commits: up to the first clause that hangs on it.
        is_question: It ends with a question mark.
        is_fragment: It has no verb of its own.
        is_ignorance: It only says that the speaker does not know ("I don't know what he was doing").
        hangs_on: It is only the condition, time or reason of another ("If they come").
    """

    numbers: range
    main: tuple[int, ...]
    is_question: bool
    is_fragment: bool
    hangs_on: bool
    is_ignorance: bool


def cut_propositions(wording: Wording) -> tuple[Proposition, ...]:
    """Cut the content of an attribution into clauses, in text order."""
    pieces = (piece for span in wording.content for piece in _cut_span(wording.words, span))
    return tuple(_read_proposition(wording.words, piece) for piece in pieces)


def find_main(propositions: tuple[Proposition, ...]) -> Proposition | None:
    """The main proposition: the first that tells something, not only asks or leads in; else the first; None of none."""
    full = [proposition for proposition in propositions if not proposition.is_fragment and not proposition.hangs_on]
    told = [proposition for proposition in full if not proposition.is_question]
    sure = [proposition for proposition in told if not proposition.is_ignorance]
    return next(iter(sure or told or full or propositions), None)


def _cut_span(words: Words, span: range) -> Iterator[range]:
    start = span.start
    for number in span:
        if words.lower[number][0] in _MAY_CUT and _cuts_after(words, number, span):
            if _has_words(words, range(start, number + 1)):
                yield range(start, number + 1)
            start = number + 1
    if _has_words(words, range(start, span.stop)):
        yield range(start, span.stop)


def _cuts_after(words: Words, number: int, span: range) -> bool:
    """Tell whether a clause ends here: at a sentence's end, a semicolon, or a comma before "but it", "and they"."""
    word = words.lower[number]
    if word == ";" or words.ends_sentence(number):
        return True
    link, opening = number + 1, number + 2
    if word != "," or opening >= span.stop or words.lower[link] not in _LINKS:
        return False
    return words.lower[link] == "but" or words.lower[opening] in _SUBJECTS


def _has_words(words: Words, numbers: range) -> bool:
    return any(words.lower[number][0].isalnum() for number in numbers)


def _read_proposition(words: Words, numbers: range) -> Proposition:
    spoken = list(words.lower[numbers.start : numbers.stop])
    is_question = any(word.startswith("?") for word in spoken[-2:]) and _asks(spoken)
    first = next(word for word in spoken if word[0].isalnum())
    hangs_on = first in _OPENS_AHEAD and "," not in spoken
    return Proposition(
        numbers,
        tuple([numbers[place] for place in _find_main_words(spoken)]),
        is_question,
        _is_fragment(spoken),
        hangs_on,
        _is_ignorance(spoken),
    )


def _is_ignorance(spoken: list[str]) -> bool:
    if "know" not in spoken:
        return False
    opening = [word for word in spoken if word[0].isalnum()][:6]
    return opening[:1] in (["i"], ["we"]) and "know" in opening and any(is_negation(word) for word in opening)


def _asks(spoken: list[str]) -> bool:
    """Tell whether a clause opens as a question does: "I was told: who would do that?" does not."""
    opening = [word for word in spoken[_skip_clause_ahead(spoken) :] if word[0].isalnum()]
    return any(word in _QUESTION_WORDS or word in _AUXILIARIES for word in opening[:2])


def _is_fragment(spoken: list[str]) -> bool:
    plain = [word for word in spoken if word[0].isalnum()]
    if len(plain) > _FRAGMENT_WORDS:
        return False
    if all(word in _GREETINGS for word in plain):
        return True
    has_verb = any(word in _AUXILIARIES or word in _SUBJECTS or word.endswith(("ed", "s")) for word in plain)
    return not has_verb and len(plain) > 1


def _find_main_words(spoken: list[str]) -> Iterator[int]:
    """The words of a clause up to the first that hangs on it; a clause ahead of it ("If they come, …") is left out."""
    place = start = _skip_clause_ahead(spoken)
    seen_subject = len(spoken)
    seen_verb = False
    while place < len(spoken):
        word = spoken[place]
        if place > start and word in _MAY_END_MAIN and _opens_subordinate(spoken, place, seen_verb=seen_verb):
            place = _skip_aside(spoken, place)
            continue
        if seen_verb and word in _ADDED and _is_added(spoken, place):
            return
        if (
            word in _LINKS
            and (seen_verb or place > seen_subject + 1)
            and spoken[place + 1 : place + 2] in _SUBJECT_LISTS
        ):
            return
        if word in _SUBJECTS:
            seen_subject = min(seen_subject, place)
        seen_verb = seen_verb or word in _AUXILIARIES or word.endswith(("ed", "s", "ing")) or word in _LEADS_IN
        yield place
        place += 1


def _opens_subordinate(spoken: list[str], place: int, *, seen_verb: bool) -> bool:
    """Tell whether a clause that hangs on the main one begins here; "that" goes on with what a lead-in opened."""
    before = spoken[place - 1]
    if spoken[place] == "that":
        return before not in _LEADS_IN and before not in _MARKS
    if spoken[place] == "as":
        return seen_verb and before != "far" and spoken[place + 1 : place + 2] in _NEW_SUBJECTS
    if spoken[place : place + 2] == ["than", "not"]:
        return False
    return spoken[place] in _ENDS_MAIN and (seen_verb or before == ",") and before not in ("only", "even", "as")


def _skip_aside(spoken: list[str], place: int) -> int:
    """Past a clause set between commas, where the main one goes on behind it with its verb; else to the end."""
    for comma in (at for at in range(place + 1, len(spoken) - 1) if spoken[at] == ","):
        if spoken[comma + 1] in _AUXILIARIES:
            return comma + 1
        if spoken[place - 1] == "," and spoken[place] in ("if", "as"):
            return comma + 1
    return len(spoken)


def _is_added(spoken: list[str], place: int) -> bool:
    """Tell whether a word of doubt opens an addition here: "…, possibly because of the heat"."""
    return spoken[place - 1] in (",", "and", "or") and spoken[place + 1 : place + 2] != [","]


def _skip_clause_ahead(spoken: list[str]) -> int:
    first = next((place for place, word in enumerate(spoken) if word not in _MARKS and word != "that"), 0)
    if spoken[first : first + 2] == ["as", "far"] or spoken[first] not in _OPENS_AHEAD or "," not in spoken[first:]:
        return 0
    return spoken.index(",", first) + 1
