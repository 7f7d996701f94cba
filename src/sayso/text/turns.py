"""The turns of an interview: the labels that open them, and whom initials mean there."""

import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from sayso.records import Span
from sayso.text.word_tables import word_table

_NEW_LINE = re.compile("\n")
_TURN = re.compile(
    r"[\"“]?(?:\(\((?P<name>[^()\n]{2,60})\)\)|(?P<label>[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,3}):\s"
    r"|(?P<bare>[A-Z]{2,3}) (?=[A-Z“\"])(?![^\n]{0,40}\d[^\n]{0,20}\d)|(?P<letter>[QA])[:.] ?(?=\S))"
)
LIST_LABELS = word_table("pros cons plus pluses minus minuses winner winners loser losers")
"""What opens the lines of a list of what speaks for and against."""
_HEADINGS = (
    word_table(
        "update updated correction note breaking exclusive live watch video audio photo photos related more source"
        " sources fact facts myth myths name names pro con question answer date time place who what when where why how"
        " details background context quote reminder previously claim claims finding findings verdict"
        " rating conclusion summary strengths weaknesses upside downside age party education experience career"
    )
    | LIST_LABELS
    | {
        "the facts",
        "the claim",
        "the latest",
        "file photo",
        "full coverage",
        "read more",
        "see also",
        "fact check",
        "editor's note",
        "editor’s note",
    }
)
"""What a line may begin with that is nobody's name."""
QUESTION, ANSWER = "Q", "A"
"""The letters that open questions and answers."""
_MARKED = re.compile(r"'(?P<marked>[A-Z]{2,3}):'? ")
"""Initials in quotation marks, as they also stand within lines: "'JD: Why? :'RR:' Because."."""
_LEAST_BARE = 3
"""Initials without a colon open turns where they open so many lines."""
_INITIALS = re.compile(r"[A-Z]{2,4}")


class Turn(NamedTuple):
    """A turn of an interview: where its label stands, and whom that names."""

    span: Span
    name: str


@lru_cache(maxsize=16)
def find_turns(text: str) -> tuple[Turn, ...]:
    """The labels that open the turns of an interview: "((Jane Doe))", "Jane Doe:", "JD", "'JD:'", "Q:"."""
    starts = (0, *(line.end() for line in _NEW_LINE.finditer(text)))
    matched = [turn for start in starts if (turn := _TURN.match(text, start))]
    found = [turn for turn in matched if (turn["label"] or "").casefold() not in _HEADINGS]
    marked = [] if found else list(_MARKED.finditer(text))
    initials = Counter(one[1] for one in marked) + Counter(one["bare"] for one in found)
    labelled = [(Span(*one.span()), one["name"] or one["label"]) for one in found if one["name"] or one["label"]]
    opened = {text[one.start() :].partition("\n")[0].strip() for one in found if one["name"] or one["label"]}
    if len(opened) == 1 and found[0]["name"] is None:
        labelled = []  # "Note: …" alone opens no turn, nor does the headline of another story that stands there twice
    short = [(Span(*one.span()), one["bare"]) for one in found if one["bare"]]
    short += [(Span(*one.span()), one[1]) for one in marked]
    often = [each for each in short if initials[each[1]] >= _LEAST_BARE]
    letters = [(Span(*one.span()), one["letter"]) for one in found if one["letter"]]
    if {QUESTION, ANSWER} - {letter for _, letter in letters}:
        letters = []
    return tuple(Turn(span, name.strip()) for span, name in sorted(labelled + often + letters))


def meant_by_initials(label: str, names: Iterable[str]) -> str | None:
    """The one of these names that initials are of ("JD" of Jane Doe); None where none or several are."""
    if not _INITIALS.fullmatch(label):
        return None
    fitting = {name for name in names if "".join(word[0] for word in name.split()) == label}
    return fitting.pop() if len(fitting) == 1 else None


def shortens(label: str, outlet: str) -> bool:
    """Tell whether capitals are short for an outlet: "WN" for Wikinews."""
    letters = iter(outlet.casefold())
    short = _INITIALS.fullmatch(label) is not None and outlet[:1] == label[0]
    return short and all(letter in letters for letter in label.casefold())
