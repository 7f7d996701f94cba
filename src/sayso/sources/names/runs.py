"""Runs of capitalised words, and what at their ends is no part of a name."""

import re
import sys
from collections.abc import Iterator
from functools import lru_cache
from itertools import takewhile
from typing import NamedTuple

from sayso.sources.known.gazetteer import find_country, gender_of
from sayso.sources.lexicon import BODY_NAME_WORDS, COMMON_STARTS, NOT_NAMES, PERSON_NOUNS, TITLES
from sayso.text.word_tables import word_table

_CAPITALS = "".join(chr(code) for code in range(sys.maxunicode // 850) if chr(code).isupper())
_OWNERS = (
    "Sheriff|Attorney|Prosecutor|Examiner|Coroner|Governor|Marshal|People|Women|Men|Children|Teachers|Workers|Farmers"
)
_OWNED = "Office|Department|Association|Union|Party|Court|Committee|Congress|Hospital|League|Federation|Fund|Bureau"
_SITE = (
    r"(?:\.(?i:com|org|net|info|az|ua|ru|kz|ge|md|bg|rs|ro|hu|pl|cz|sk|lt|lv|ee|se|dk|fi|nl|de|fr|es|pt|gr|tr|il|ir|cn|jp"
    r"|kr|vn|ph|pk|bd|lk|ng|ke|za|mx|br|ar|cl)\b)"
)
"""The end of a site's name, "News.Az"; none that is an English word, before which a space was lost."""
_WORD = (
    rf"(?:(?:[{_CAPITALS}][.․]){{1,4}}(?:[{_CAPITALS}](?!\w))?"
    r"|(?:St|Dr|Mrs?|Ms|Gen|Brig|Supt|Insp|Det|Cpl|Maj|Lt|Col|Sgt|Capt|Cmdr|Adm|Sens?|Reps?|Govs?|Rev|Hon|Prof|Engr|Atty)\."
    rf"|(?:St\.? )?[{_CAPITALS}]\w+['’]s(?= (?:Hospital|Church|Cathedral|College|Academy|Hospice|Infirmary)\b)"
    rf"|(?:State['’]s )?(?:{_OWNERS})['’]s?(?= (?:{_OWNED})\b)"
    rf"|(?:(?:al|el|ad|ar|as|ash|an)-|[dlO]['’])?[{_CAPITALS}][\w-]*(?:&[{_CAPITALS}][\w-]*)?(?:['’](?!s\b)[\w-]+)*{_SITE}?)"
)
_PARTICLE = r"(?:de|da|di|del|della|der|den|dos|du|el|al|bin|bint|ibn|ul|ur|ud|uz|la|le|van|von|y|e)"
_GAP = r"[ \xa0]{1,2}"
_LINK = r"(?:of|for|to|at|on)(?:[ \xa0]the)?"
_BEGINS = rf"(?=[{_CAPITALS}aedl])"
"""The letters that a word may begin with: looked at first, they take a third off the search."""
_RUN = re.compile(rf"{_BEGINS}(?<![\w-]){_WORD}(?:{_GAP}(?:(?:{_PARTICLE}|{_LINK}|&){_GAP}){{0,2}}{_WORD})*")
_AND_RUN = re.compile(rf"(?:,? and (?:the )?)({_WORD}(?:{_GAP}{_WORD})*)")
_TOKEN = re.compile(r"\S+")
LINKS = frozenset({"of", "for", "to", "at", "on"})
_SMALL_WORD = re.compile(r"(?<![\w-])[a-z]{3,}(?![\w-])")
_ADVERB = re.compile(r"(?!Kel|Sal|Mol|Hol|Pol|Bil|Wil|Wal|Car|Shel|Bever|Kimber|Ita|Ju|Li|Rei|Emi)[A-Z][a-z]+ly")
_ADJECTIVE = re.compile(
    r"Brave|Lucky|Angry|Proud|Poor|Young|Little|Late|Star|Frozen|Shaken|Beaten|Fallen|Wantaway|Furious|"
    r"(?:Ex|Then)-[a-z]+|(?:Mum|Mom|Dad|Mother|Father|Gran|Grandmother|Grandfather)-of-[a-z]+|[A-Z][a-z-]+(?:ed|ing|less|ful|ous|[gt]ic)"
)
"""What tabloids put before a name, without an article."""
_OPENS = re.compile(r"(?:\A|[\n.!?…:•|][\"”’')\]]*)\s*\Z|(?:\A|[\s—–-])[\"“‘'(\[]+\Z")
_LONGEST_OPENING_CHARS = 6
_FEWEST_DOUBLED = 3
FULL_NAME_WORDS = 2
_BODY_STARTS = frozenset(
    [
        "House",
        "Senate",
        "National",
        "Federal",
        "State",
        "Royal",
        "International",
        "European",
        "American",
        "Joint",
        "African",
        "Asian",
        "Central",
    ]
)
HEADLINE_VERBS = word_table(
    "Says Tells Told Claims Warns Denies Vows Urges Calls Asks Accuses Blames Slams Blasts Wants Announces Reveals "
    "Defends Confirms Insists Argues Admits Thinks Hopes Threatens Attack Attacks Rejects Dismisses Orders Demands "
    "Promises Pledges Signals Suggests Believes Backs Opposes Criticizes Criticises Condemns Praises Mocks Rips Sues "
    "Responds Reacts Explains Signs Meets Visits Faces"
)
"""Verbs between or behind names in a headline with capitals throughout: "Novak Says He Paid"."""
_COMMON_NOUNS = COMMON_STARTS - NOT_NAMES
_NO_ENDS = NOT_NAMES | HEADLINE_VERBS | LINKS | {"the"}
_CREDITED = frozenset({"AP", "AFP", "Reuters", "REUTERS", "Getty", "GETTY", "POLITICO"})
"""Whose a picture is, behind its caption, into which the next headline runs: "| REUTERS Doe rebuts critics"."""
_AUXILIARIES = word_table("Did Does Is Are Was Were Has Have Had Could Would Should Must Shall")
"""Behind a given name a word that opens no name may be a surname, "Ada May"; never one of these: "Ada Roe Did All"."""
_HOLDERS = word_table("CEO CFO COO CTO PM MP MEP")
"""What stands behind a name in a headline and is its holder's: "Kettle CEO says"."""
_MONTHS = ("March", "April", "May", "June", "August")
_DATED = re.compile(
    r"\b(?:in|of|on|by|since|until|till|during|through|from|early|late|mid|last|next|this|every|between) \Z|\d \Z",
    re.IGNORECASE,
)
"""What stands before a month."""
_CONTRACTED = re.compile(
    r"(?:I|You|He|She|It|We|They|That|There|Who|What)['’](?:m|d|ll|ve|re)|\w+n['’]t|[A-Z]{2,}['’](?:d|ing|ed)"
)
_COUNTED = re.compile(
    r"(?:Twenty|Thirty|Forty|Fifty|Sixty|Seventy|Eighty|Ninety)-[a-z]+|"
    r"(?:One|Two|Three|Four)-(?:third|quarter|fourth|fifth)s?"
)
_ALONE_NO_NAMES = frozenset({"I.", "Rs", "Rs."}) | word_table(
    "International Global Federal Regional Forest Wildlife Hospital Election Border Customs Prison Weather Rescue "
    "Industry Airport Plus"
)
"""No names by themselves, though others open with them: the end of "nor do I.", rupees, "Federal officials"."""
_DAY_BEHIND = re.compile(r",? \d")
_LONGEST_BEFORE_CHARS = 12


class Part(NamedTuple):
    """A word of a run and where it stands."""

    word: str
    start: int
    end: int


def find_runs(text: str) -> Iterator[list[Part]]:
    """The runs of capitalised words of a text, with the small words that link them, word by word."""
    for found in _RUN.finditer(text):
        word, start, end = found.group(), *found.span()
        yield [Part(word, start, end)] if word.isalpha() else _parts_of(text, start, end)


def _parts_of(text: str, start: int, end: int) -> list[Part]:
    return [Part(part.group(), *part.span()) for part in _TOKEN.finditer(text, start, end)]


@lru_cache(maxsize=1 << 14)
def is_acronym(name: str) -> bool:
    """Tell whether a name is written as an acronym ("FBI", "U.S.")."""
    letters = name.replace(".", "").replace("-", "").replace("&", "")
    return 2 <= len(letters) <= 7 and letters.isupper() and letters.isalpha()


@lru_cache(maxsize=16)
def small_words(text: str) -> frozenset[str]:
    """The words that a text has without a capital: "Teens" at the start of a sentence is no name then."""
    return frozenset(_SMALL_WORD.findall(text))


@lru_cache(maxsize=16)
def _surnames_like_months(text: str) -> frozenset[str]:
    """The months that a text also has for a surname, behind a given name: "Jane May"."""
    return frozenset(
        month
        for month in _MONTHS
        if any(gender_of(found[1]) for found in re.finditer(rf"\b([A-Z][\w-]+) {month}\b(?! \d)", text))
    )


def is_surname(text: str, parts: list[Part], at: int) -> bool:
    """Tell whether a month is somebody's name: behind a title, or where the text names one in full and no date."""
    part = parts[at]
    if part.word not in _MONTHS or _DAY_BEHIND.match(text, part.end):
        return False
    if at and parts[at - 1].word.rstrip(".").casefold() in TITLES:
        return True
    before = _DATED.search(text, max(0, part.start - _LONGEST_BEFORE_CHARS), part.start)
    return part.word in _surnames_like_months(text) and before is None


def trim_run(text: str, parts: list[Part]) -> list[Part]:
    """A run without what is no part of a name at its start and its end."""
    based = [index + 1 for index, part in enumerate(parts[:-1]) if part.word.endswith("-based")]
    start, end = based[-1] if based else 0, len(parts)
    if parts and parts[0].word in _CREDITED and text.endswith("| ", 0, parts[0].start):
        start = max(start, 1)
    while start < end and _is_no_name(text, parts, start, last=end - start == 1):
        common = parts[start].word in _COMMON_NOUNS
        if common and end - start > 1 and parts[start + 1].word in BODY_NAME_WORDS:
            break
        start += 1
    while end - start > 1 and parts[end - 1].word in _HOLDERS:
        end -= 1
    while end > start and parts[end - 1].word in _NO_ENDS:
        is_link = parts[end - 1].word in LINKS  # "Kettle Motors India on Friday", though women are called India
        may_be_surname = end - start > 1 and parts[end - 1].word not in _AUXILIARIES and gender_of(parts[end - 2].word)
        if not is_link and (may_be_surname or is_surname(text, parts, end - 1)):
            break
        end -= 1
    while end - start >= _FEWEST_DOUBLED and parts[end - 1].word == parts[end - 2].word:
        end -= 1  # "Jane Doe Doe", as pages print a name and its link
    alone = end - start == 1 and parts[start].word in _ALONE_NO_NAMES
    return [] if alone else parts[start:end]


def _is_no_name(text: str, parts: list[Part], at: int, *, last: bool) -> bool:
    """Tell whether a word is no part of a name; one that only a sentence's start makes big is none."""
    word = parts[at].word
    if is_surname(text, parts, at):
        return False
    if word == "Will" and len(parts) == FULL_NAME_WORDS and parts[-1].word not in NOT_NAMES:
        return opens_sentence(text, parts[0].start)
    if word in _NO_ENDS or word in COMMON_STARTS:
        return True
    if not word.isalpha() and (
        _CONTRACTED.fullmatch(word) or word.endswith(("-born", "-based")) or _COUNTED.fullmatch(word)
    ):
        return True
    if last or gender_of(word):
        return False
    if not opens_sentence(text, parts[0].start):
        return _is_of_nation(word) and _only_describes(text, parts[at:])
    return _ADVERB.fullmatch(word) is not None or _only_describes(text, parts[at:])


def _is_of_nation(word: str) -> bool:
    country = find_country(word)
    return country is not None and word in country.demonyms


def _only_describes(text: str, parts: list[Part]) -> bool:
    """Tell whether a word before a name is none but says how or whence its bearer is: "Brave Jane Doe".

    That it is a person shows by a given name, or by a surname that stands alone elsewhere.
    """
    describing, *behind = parts
    name = list(takewhile(lambda part: part.word[:1].isupper(), behind))
    if len(name) < FULL_NAME_WORDS:
        return False
    if holds_title(name) or is_body(name):
        return False
    if not (_ADJECTIVE.fullmatch(describing.word) or _is_of_nation(describing.word)):
        return False
    return gender_of(name[0].word) is not None or stands_alone(text, name[-1].word)


def stands_alone(text: str, word: str) -> bool:
    """Tell whether a word stands somewhere with no capitalised word before it, as a surname does."""
    before = r"(?:^|[.,;:!?”\"] |(?<![\w'’-])(?!(?:the|an?) )[a-z][\w'’-]* )"
    return re.search(rf"{before}{re.escape(word)}\b", text, re.MULTILINE) is not None


def opens_sentence(text: str, start: int) -> bool:
    """Tell whether a place may be the start of a sentence, a line or a quotation."""
    return _OPENS.search(text, max(0, start - _LONGEST_OPENING_CHARS), start) is not None


def holds_title(parts: list[Part]) -> bool:
    """Tell whether a title or a word for a person is among these."""
    words = [part.word.rstrip(".").casefold() for part in parts]
    return any(word in TITLES or word in PERSON_NOUNS for word in words)


def is_body(parts: list[Part]) -> bool:
    """Tell whether a word of the names of bodies is among these."""
    return any(part.word in BODY_NAME_WORDS for part in parts)


def extend_run(text: str, parts: list[Part]) -> list[Part]:
    """A run with what follows behind "and": "Department of Health and Human Services"."""
    found = _AND_RUN.match(text, parts[-1].end)
    if found is None:
        return parts
    first = found[1].split()[0]
    is_another = first in _BODY_STARTS or first.rstrip(".").casefold() in TITLES
    if is_another or is_acronym(first) or find_country(found[1]) or gender_of(first):
        return parts
    return parts + _parts_of(text, *found.span(1))


def starts_body(parts: list[Part]) -> bool:
    """Tell whether a run opens the name of a body that goes on behind "and": "House Oversight and Reform Committee"."""
    return parts[0].word in _BODY_STARTS and not is_body(parts[-1:])
