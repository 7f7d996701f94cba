"""Figures in a claim and in the words that may state it: "200 killed" is not stated by words on 30."""

import math
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import lru_cache

ROUNDING = 0.1
"""How far, as a share, two figures may lie apart where one is put as a bound or as rounded ("about", "nearly")."""

ROUND_FROM, ROUND_TO = 1000, 100
"""Figures from a thousand on that end in hundreds are rounded, if nothing else is said."""

SMALL = 3
FEW = 10
"""Up to so many are told of by "the": "the two crashes" counts none, "the 30 dead" does."""

REACH_WORDS = 4
"""So many words behind a figure may name what it counts: "100 North Korean soldiers"."""

STEM_CHARS = 5

MOST_TIMES = 1.5
"""So many times as much still bears out "at least" and "more than"; 3,000 dead are another claim than 30."""

_WORDS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
    "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
    "eighty": 80, "ninety": 90,
}  # fmt: skip
_SCALES = {
    "dozen": 12, "hundred": 100, "thousand": 1000, "lakh": 1e5, "million": 1e6, "crore": 1e7, "billion": 1e9,
    "trillion": 1e12,
}  # fmt: skip
_SHORT = {"bn": 1e9, "mn": 1e6, "tn": 1e12}
_SHORT_OF_MONEY = {**_SHORT, "k": 1000, "m": 1e6, "b": 1e9}
"""What stands right behind digits: "1.9bn people"; "40m" and "40k" only where a currency stands before them."""
_SOME, _SEVERAL, _MOST_OF_SOME = 2, 3, 10
"""How many hundreds "hundreds" and "several hundred" may be at the least, and both at the most."""
_MONTHS = (
    "january|february|march|april|may|june|july|august|september|october|november|december|"
    "jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec"
)

_ROUND = r"about|around|some|nearly|almost|roughly|approximately|close to|an estimated|estimated|or so"
_LEAST = r"at least|more than|over|no fewer than|not less than|no less than|upwards of|exceed\w*|above|minimum of"
_MOST = r"up to|at most|fewer than|less than|under|no more than|below|as many as"
_UNIT = "|".join(_WORDS)
_SCALE = "|".join(_SCALES)
_NO_NAME = r"(?<![^\W_])(?<![^\W\d_]-)"
"""The digits of "COVID-19" and "A380" are of a name."""
_FIGURE = re.compile(
    rf"(?:\b(?P<bound>{_LEAST}|{_MOST}|{_ROUND})\s+)?(?:the\s+|a\s+)?"
    rf"(?:{_NO_NAME}(?P<money>[$£€¥₹])?(?P<digits>\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?)|"
    rf"\b(?P<word>(?:{_UNIT})(?:-(?:{_UNIT}))?)\b|"
    rf"\b(?P<vague>several|few|many|half a|a)\b(?=\s+(?:{_SCALE})s?\b)|"
    rf"\b(?P<plural>(?:tens of )?(?:{_SCALE})s)\b)"
    rf"(?:(?:[\s-]+(?:of\s+)?(?P<scale>(?:{_SCALE})s?)|"
    rf"(?P<short>(?(money)(?:{'|'.join(_SHORT_OF_MONEY)})|(?:{'|'.join(_SHORT)}))))\b)?"
    r"(?P<share>\s*(?:%|per\s?cent|percent))?(?P<plus>\+)?",
    re.IGNORECASE,
)
_WORD = re.compile(r"\w+")
_DIGIT = re.compile(r"\d")
_NUMBER_WORDS = frozenset((*_WORDS, *_SCALES, *(f"{scale}s" for scale in _SCALES)))
_APART = re.compile(r"[,;:()\"“”„»]")
"""What a figure counts stands before such a mark: "Judge Roe, 53, of the court" counts nothing."""
_PLACES = frozenset(
    ("countries", "nations", "states", "cities", "towns", "villages", "provinces", "regions", "counties")
)
"""Of "2,200 dead in five African countries" the five count places, which no claim on Africa's dead is on."""
_DATE = re.compile(
    rf"\b(?:\d{{1,2}}(?:st|nd|rd|th)?\s+(?:{_MONTHS})\.?|(?:{_MONTHS})\.?\s+\d{{1,2}}(?:st|nd|rd|th)?)\b(?:,?\s+\d{{4}})?|"
    r"\b(?:1[89]|20)\d\ds?\b(?!\s*(?:people|soldiers|troops|killed|dead|wounded|injured|men|women))|\b\d{1,2}:\d\d\b|"
    rf"\b\d{{1,2}}-year-old\b|\b\d+(?:st|nd|rd|th)\b|\b\w+-of-(?:{_UNIT})\b|"
    r"\b(?:airbus|article|boeing(?:['’]s)?(?: new(?:est)?)?|chapter|flight|highway|interstate|resolution|route|section|"
    r"title) \d+s?\b(?: \[?max\]?(?: \d+s?\b)?)?|"
    r"\b7[0-8]7s?(?: \[?max\]?(?: \d+s?\b)?| (?:dreamliner|jet|model|plane|aircraft)s?\b)",
    re.IGNORECASE,
)
"""What is no count: dates, times, ages, ordinals, names by number ("Boeing 737 Max 8"), and "mother-of-two"."""


_WRONG = re.compile(
    rf", (?:and )?not (?:the )?(?:[^\s\w]?\d(?:[\d,.]*\d)?|(?:{_UNIT}|{_SCALE}|several)\b)(?:[ -][\w-]+){{0,3}}"
    r"(?=[,.;:”\"]|\Z)",
    re.IGNORECASE,
)
_MEASURES = tuple(
    re.compile(rf"[\s-]*(?:{units})\b", re.IGNORECASE)
    for units in (
        r"(?:square |cubic |sq )?(?:km|kilomet(?:re|er)s?|miles?|met(?:re|er)s?|feet|foot|yards?|acres?|hectares?)",
        r"(?:more )?(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?)",
    )
)
"""Units of length and of time, where they stand behind a figure."""
_CASUALTIES = re.compile(r"\bcasualt(?:y|ies)\b", re.IGNORECASE)
_DEAD = re.compile(r"\b(?:killed|dead|died|deaths?|perished|fatalities|lives)\b", re.IGNORECASE)
_HURT = re.compile(r"\b(?:wounded|injur(?:ed|ies)|hurt)\b", re.IGNORECASE)
_IN_ALL = re.compile(
    r"\b(?:together|altogether|in all|in total|total|combined|casualties|including|of (?:them|whom))\b"
)


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure as it is put: what it may be at the least and at the most, and whether it is a share of a hundred."""

    least: float
    most: float
    is_share: bool = False


@lru_cache(maxsize=4096)
def read_figures(words: str) -> tuple[Figure, ...]:
    """The figures in words, in order; dates, times, ages in "44-year-old", ordinals and "flight 752" are none."""
    return tuple(_read(words))


def find_counts(words: str, of: Collection[str]) -> Iterator[tuple[str, Figure]]:
    """The figures in words that count something, as they are put and as they are meant: "at least 30".

    Args:
        words: What is said.
        of: What is counted, as `stem_word` gives it: one of these stands in the few words behind a figure.
    """
    found = _find(words)
    for place, one in enumerate(found):
        end = found[place + 1].start() if place + 1 < len(found) else len(words)
        behind = _WORD.findall(_APART.split(words[one.end() : end], maxsplit=1)[0])[:REACH_WORDS]
        put, figure = words[one.start() : one.end()].strip().lower(), _read_one(one)
        put = put.removeprefix("a ") if one["digits"] else put
        is_known = put.startswith("the ") and figure.most <= FEW
        places = {stem_word(word) for word in behind if word in _PLACES}
        if not is_known and places <= set(of) and any(stem_word(word) in of for word in behind):
            yield put, figure


def without_figures(words: str) -> str:
    """Words without their figures; dates and times stay."""
    kept, at = [], 0
    for found in _find(words):
        kept.append(words[at : found.start()])
        at = found.end()
    return " ".join("".join((*kept, words[at:])).split())


def without_wrong_figures(words: str) -> str:
    """Words without the figures that they turn down: "three died, not five" says nothing on five but that."""
    return _WRONG.sub("", words)


def with_figures_of(claim: str, words: str) -> str:
    """Words with each figure that bears out a bound of a claim put as the claim does: "31 died" as "at least 30 died".

    Whether it does is told by its size; what is left to compare is what the two are about. Only bounds are met by other
    figures: "about 1,100" and "more than 1,000" are two claims.
    """
    asked = [
        (claim[one.start() : one.end()], figure) for one in _find(claim) if (figure := _read_one(one)).most == math.inf
    ]
    kept: list[str] = []
    at = 0
    for one in _find(words) if asked else ():
        for put, figure in asked:
            if _bears_out(_read_one(one), figure):
                kept += words[at : one.start()], put
                at = one.end()
                break
    return "".join((*kept, words[at:]))


def stem_word(word: str) -> str:
    """A word without its ending, well enough to tell that "soldiers" and "soldier" are one."""
    folded = word.casefold()
    return folded[:-1] if len(folded) < STEM_CHARS and folded.endswith("s") else folded[:STEM_CHARS]


def _read(words: str) -> Iterator[Figure]:
    return map(_read_one, _find(words))


@lru_cache(maxsize=4096)
def _find(words: str) -> tuple[re.Match[str], ...]:
    """Figures where they stand; dates, times, ages and ordinals are none."""
    # Most words have neither digit nor number word, which is sooner told than that they have no figure.
    if not _DIGIT.search(words) and _NUMBER_WORDS.isdisjoint(_WORD.findall(words.lower())):
        return ()
    return tuple(_FIGURE.finditer(_DATE.sub(lambda date: "_" * len(date[0]), words)))


def _read_one(found: re.Match[str]) -> Figure:
    is_share, bound = bool(found["share"]), (found["bound"] or "").casefold()
    if found["plural"] or found["vague"]:
        return _read_vague(found)
    value = _value(found) * _scale(found["scale"]) * _SHORT_OF_MONEY.get((found["short"] or "").casefold(), 1)
    if found["plus"] or re.fullmatch(_LEAST, bound):
        return Figure(value, math.inf, is_share)
    if re.fullmatch(_MOST, bound):
        return Figure(0, value, is_share)
    if bound:
        return Figure(value * (1 - ROUNDING), value * (1 + ROUNDING), is_share)
    return Figure(value, value, is_share)


def _read_vague(found: re.Match[str]) -> Figure:
    """Read "several hundred", "tens of thousands", "half a million"."""
    if found["plural"]:
        tens, _, plural = found["plural"].casefold().rpartition(" ")
        each = _scale(plural) * (10 if tens else 1)
    else:
        each = _scale(found["scale"])
        if found["vague"].casefold() in ("a", "half a"):
            value = each / 2 if found["vague"].casefold() == "half a" else each
            return Figure(value, value)
    least = _SEVERAL if (found["vague"] or "").casefold() in ("several", "many") else _SOME
    return Figure(least * each, _MOST_OF_SOME * each)


def _scale(word: str | None) -> float:
    return _SCALES[word.casefold().rstrip("s")] if word else 1


def _value(found: re.Match[str]) -> float:
    if found["digits"]:
        return float(found["digits"].replace(",", ""))
    return float(sum(_WORDS[part.casefold()] for part in found["word"].split("-")))


def figures_allow(claim: str, words: str, around: str = "") -> bool:
    """Tell whether the figures of a claim are borne out: one by the words themselves, all by these and what is around.

    "More than 10,000" is by 11,000 and by "at least 12,000", "100" by "at least 100" and "no fewer than 100", not by
    30. One to three, written out or not, are too often no count that could be asked for.
    """
    asked = [figure for figure in read_figures(claim) if figure.most > SMALL]
    if not asked:
        return True
    said = _told_together(claim, words) or _counted(claim, words)
    left = [figure for figure in asked if not any(_bears_out(one, figure) for one in said)]
    if not left or len(left) == len(asked):
        return not left
    beside = read_figures(around)
    return all(any(_bears_out(one, figure) for one in beside) for figure in left)


def _counted(claim: str, words: str) -> tuple[Figure, ...]:
    """The figures in words but measures of what a claim does not measure: no casualties are "several hundred miles"."""
    left_out = [unit for unit in _MEASURES if not unit.search(claim)]
    kept = (one for one in _find(words) if not any(unit.match(words, one.end()) for unit in left_out))
    return tuple(map(_read_one, kept))


def _told_together(claim: str, words: str) -> tuple[Figure, ...]:
    """The dead and the wounded as one figure, where a claim is on casualties and words tell the two apart."""
    if not (_CASUALTIES.search(claim) and _DEAD.search(words) and _HURT.search(words)) or _IN_ALL.search(words):
        return ()
    match [figure for figure in read_figures(words) if figure.most > SMALL and not figure.is_share]:
        case [dead, hurt]:
            return (Figure(dead.least + hurt.least, dead.most + hurt.most),)
    return ()


def _bears_out(stated: Figure, asked: Figure) -> bool:
    if stated.is_share != asked.is_share:
        return False
    if _is_vague(asked) and stated.most < math.inf:
        return asked.least <= (stated.least + stated.most) / 2 <= asked.most
    slack = _slack(stated, asked)
    if asked.most == math.inf:
        return asked.least * (1 - slack) <= stated.least <= asked.least * MOST_TIMES
    if stated.most == math.inf:
        return asked.least * (1 - slack) <= stated.least <= asked.most * (1 + slack)
    return stated.least <= asked.most * (1 + slack) and stated.most >= asked.least * (1 - slack)


def _is_vague(figure: Figure) -> bool:
    """Tell whether a figure is as wide as "several hundred": nothing beyond is one, neither 1,100 nor about 1,100."""
    return 0 < figure.least * _SEVERAL <= figure.most < math.inf


def _slack(stated: Figure, asked: Figure) -> float:
    """How far the two may lie apart, as a share: exact ones not at all, round ones a little, vague ones more."""
    if _is_vague(asked):
        return 0.0
    if stated.least < stated.most or asked.least < asked.most:
        return ROUNDING
    return ROUNDING / 2 if asked.least >= ROUND_FROM and asked.least % ROUND_TO == 0 else 0.0
