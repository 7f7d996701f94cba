"""What a query asks: a claim, perhaps of a month, in one speaker's mouth, or that reports of it are false."""

import re
from dataclasses import dataclass, replace

from sayso.text.asking import take_asking_away
from sayso.trace.periods import Month, take_month

_SAYS = (
    r"says?|said|admit(?:s|ted)?|confirm(?:s|ed)?|claim(?:s|ed)?|announce[sd]?|acknowledge[sd]?|state[sd]?|"
    r"report(?:s|ed)?|maintain(?:s|ed)?|insist(?:s|ed)?|warn(?:s|ed)?|believe[sd]?|think|thinks"
)
_SPEAKER = re.compile(rf"(?P<who>[A-Z][\w.’' -]{{1,80}}?) (?:{_SAYS})(?: that)? (?P<what>\S.+)")
_FALSE = re.compile(
    r"(?:are |is |were |was )?(?:the )?(?:reports?|claims?|rumou?rs?|allegations?|stories) (?:of|that|about) "
    r"(?P<what>.+?),? "
    r"(?:are |is |were |was )?(?:false|untrue|not true|wrong|fake|baseless|unfounded|a lie|lies|a hoax)\??",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Question:
    """A query as it is to be answered.

    Attributes:
        claim: What stories are to state.
        speaker: Who is to say it ("United States"); None where anybody may.
        month: In which month it is to have been; None where none is named with its year.
        is_denial: Whether it is asked that the claim be false: denials of it are then what supports the query.
    """

    claim: str
    speaker: str | None = None
    month: Month | None = None
    is_denial: bool = False


def read_question(query: str) -> Question:
    """Read a query.

    "Russia admits North Korean soldiers fought" asks for Russia's word alone. "Reports of soldiers in Russia are false"
    is supported by who denies them. "In November 2024" is taken out of the claim: stories give the day of their
    publication, not the month, for what they tell.
    """
    text, month = take_month(" ".join(query.split()))
    return replace(_read(text), month=month)


def _read(text: str) -> Question:
    if found := _FALSE.fullmatch(text):
        return Question(found["what"], is_denial=True)
    claim = take_asking_away(text)
    if found := _SPEAKER.fullmatch(claim):
        return Question(found["what"], speaker=found["who"])
    return Question(claim)
