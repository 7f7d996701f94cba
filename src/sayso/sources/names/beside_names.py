"""The words beside a name that describe its bearer: "tour manager" of "Another was tour manager Jane Doe"."""

import re

from sayso.sources.known.gazetteer import gender_of
from sayso.sources.lexicon import (
    BODY_NAME_WORDS,
    BODY_NOUNS,
    COURTESY_TITLES,
    DETERMINERS,
    MEDIA_NOUNS,
    PERSON_NOUNS,
    PREPOSITIONS,
    ROLE_NOUNS,
    SAYING_WORDS,
)
from sayso.sources.names.runs import is_acronym

ACRONYM = re.compile(r" ?[(\[]([A-Z][A-Za-z.&-]{1,9})[)\]]")
_PARTY_AND_PLACE = re.compile(r"(?:, | \()[RDI]-(?:[A-Z][a-z]+\.?|(?:[A-Z]\.){1,2})(?: [A-Z][a-z]+)?\)?(?=,)")
_OWN = re.compile(r" (?:administration|campaign|camp|presidency|cabinet|years|era|family|White House)\b")
_APPOSED_END = re.compile(r"[,.;)]|$")
_SPEAKS_NEXT = re.compile(
    r" (?:(?:has|today|yesterday|also|on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day) )*"
    r"(?:said|says|told|announced|confirmed|added|stated|denied|warned|called|urged|insisted|explained|admitted)\b"
)
_OPENS_WITH_OFFICE = re.compile(
    r"The (?P<office>(?:[\w-]+ ){0,4}?(?P<noun>[\w-]+)(?: (?:of|for) (?:the )?[A-Z][\w ]+)?)"
)
_SHORTENED = re.compile(r"(?:[A-Z]\.){2,}|(?:St|Mt|Ft)\.")
_OF_STAFF = "chief of staff "
_TOLD_WHOM = re.compile(
    r"\b(?:t(?:old|ell|ells|elling)|inform(?:ed|s|ing)?|remind(?:ed|s|ing)?|warn(?:ed|s|ing)?|assur(?:ed|es|ing)) "
    r"the (?:[a-z]+ )?[a-z]+ \Z"
)
"""Before a name, those who are told of its bearer: "told the judge Doe was ill"."""
_THE_ACCUSED = ("the accused ", "The accused ", "an accused ")
_REACH_CHARS = 70
SITES = frozenset({"website", "site", "portal", "outlet", "blog", "daily", "weekly", "monthly"})
"""What a medium is called before its name: "the website Kettle Corp"; alone, a website may be a ministry's text."""
_HEADS = PERSON_NOUNS | MEDIA_NOUNS | BODY_NOUNS | SITES
_CONJUNCTIONS = frozenset(
    {"and", "but", "that", "as", "if", "though", "although", "because", "since", "unless", "before"}
)
_ENDS_DESCRIPTION = PREPOSITIONS | _CONJUNCTIONS | {"the", "a", "an", "was", "is", "said"}
_DOING = re.compile(r"\A(?!acting|outgoing|incoming|sitting|leading|visiting)[a-z]+ing (?=[A-Z])")
"""What stands behind a preposition and is done to whoever is named: "for shoving Kettle goalkeeper Jane Doe"."""
_CLOCK = re.compile(r"\d+[:.]\d\d")
"""The time that opens an entry of a live blog describes nobody."""
_PART = re.compile(r"(?:[^,.;:()\n“”\"]|(?<=\b[A-Z])\.|(?<=\b(?:St|Mt|Ft))\.)++")
"""Words between signs."""
_OF_OFFICE = re.compile(r"(?P<noun>[\w-]+)(?= (?:of|for|at|in|to|on) )")
_LONGEST_OFFICE_CHARS = 110
_FIELDS = (" of Justice", " of justice", " for Justice")
"""Of an office the field, which is no judge: "Minister of Justice"."""
_OFFICE = re.compile(r"(?:[\w.&'’-]+ ){1,5}?[\w-]+(?=$| (?:of|for|at|in|with) )")
_SUBJECTS = frozenset({"he", "she", "it", "they", "we", "i", "you", "who"})
"""Before a noun they make a verb of it: "He accused Jane Doe"."""
_OWNER = re.compile(r"[A-Z][\w.&-]*(?: [A-Z][\w.&-]*)*['’]s? ")
_OWNER_BEGINS = re.compile(r"(?!(?:An?|The) )(?:[A-Z][\w.&-]* )+(?:of|for) (?:the )?\Z")
"""What belongs to the name of a body whose office it is: "Royal College of" before "Nursing's director"."""
_ORDINAL = re.compile(r"(?<![\w.])\d+(?:st|nd|rd|th) \Z")
_LONGEST_ORDINAL = len(" 101st ")
NUMBERED = frozenset(
    {"Circuit", "District", "Precinct", "Brigade", "Battalion", "Regiment", "Division", "Fleet", "Squadron"}
)
"""What a number before it tells from its like: "the 9th Circuit"."""


def start_with_number(text: str, start: int) -> int:
    """Where a body's name starts with the number before it: "5th" of "5th U.S. Circuit Court of Appeals"."""
    ordinal = _ORDINAL.search(text, max(0, start - _LONGEST_ORDINAL), start)
    return ordinal.start() if ordinal else start


def describing_words(text: str, start: int) -> str:
    """The words right in front of a name that describe it: "tour manager" of "Another was tour manager"."""
    kept: list[str] = []
    behind = ""
    first = max(text.rfind("\n", 0, start) + 1, start - _REACH_CHARS)
    is_cut = first > 0 and text[first - 1] not in "\n "
    last = text[max(first, text.rfind(" ", first, start - 1) + 1) : start - 1]
    if text.endswith(_OF_STAFF, first, start):
        office = describing_words(text, start - len(_OF_STAFF) + len("chief "))
        return f"{office} of staff"
    if text.rfind(" the ", first, start) >= 0 and _TOLD_WHOM.search(text, first, start):
        return ""
    if last == "accused" and not text.endswith(_THE_ACCUSED, first, start):
        return ""  # "Doe accused Roe"
    if not text.endswith(" ", first, start) or last.casefold() not in _HEADS:
        return ""
    words = text[first:start].split(" ")
    for word in reversed(words[is_cut:-1]):
        folded = word.casefold()
        if folded in _SUBJECTS and not is_acronym(word):
            return ""  # "who" makes a verb of a noun, "WHO" of "WHO spokesman" none
        if kept and ACRONYM.fullmatch(word):
            continue  # "Tide Agency (TA) head"
        is_word = word[-1:].isalnum() or _SHORTENED.fullmatch(word)
        if folded in _ENDS_DESCRIPTION or _CLOCK.fullmatch(word) or not is_word:
            behind = folded
            break
        kept.append(word)
    described = " ".join(reversed(kept[:7]))
    if behind in PREPOSITIONS:
        described = _DOING.sub("", described, 1)
    begins = _OWNER_BEGINS.search(text, first, start - len(described) - 1) if described[:1].isupper() else None
    is_body = begins is not None and not BODY_NAME_WORDS.isdisjoint(begins[0].split())
    return f"{begins[0]}{described}" if begins and (is_body or _OWNER.match(described)) else described


def apposed_words(text: str, start: int, end: int) -> str:
    """What a name in apposition is told to be in front of it: "mayor" of "New York's mayor, Jane Doe, left"."""
    if not text.startswith(", ", start - 2):
        return ""
    if not _APPOSED_END.match(text, end):
        return _office_in_front(text, start) if _SPEAKS_NEXT.match(text, end) else ""
    words = describing_words(f"{text[max(0, start - _REACH_CHARS) : start - 2]} ", min(start, _REACH_CHARS) - 1)
    is_field = text.endswith(_FIELDS, 0, start - 2)
    return words if _last_word(words) in PERSON_NOUNS and not is_field else _office_apposed(text, start)


def _office_in_front(text: str, start: int) -> str:
    """An office that opens the sentence of its holder where no comma ends it: "The mayor of Lyon, Jane Doe said"."""
    opening = _OPENS_WITH_OFFICE.fullmatch(_part_before(text, start).strip())
    is_office = opening is not None and opening["noun"].casefold() in PERSON_NOUNS
    return opening["office"] if opening and is_office else ""


def _office_apposed(text: str, start: int) -> str:
    """An office told with its body or place before its holder's name: "The spokeswoman of the Government, Jane Doe,".

    Empty where the name may as well be that of another who is told of: "a spokesman for the chairman, Jane Doe".
    """
    part = _part_before(text, start)
    if _last_word(part) in PERSON_NOUNS and not part.endswith(_FIELDS):
        return ""
    offices = [found for found in _OF_OFFICE.finditer(part) if found["noun"].casefold() in PERSON_NOUNS]
    if len(offices) != 1:
        return ""
    noun_end = offices[0].end("noun")
    office, body = describing_words(f"{part[:noun_end]} ", noun_end + 1), part[noun_end:]
    return office if body.endswith(" the Government") else f"{office}{body}"


def _part_before(text: str, start: int) -> str:
    """The words before the comma in front of a name, back to the sign before them; empty where another stands there."""
    end = start - len(", ")
    parts = _PART.findall(text, max(0, start - _LONGEST_OFFICE_CHARS), end)
    return parts[-1] if parts and text.endswith(parts[-1], 0, end) else ""


def _last_word(words: str) -> str:
    return words.rsplit(" ", 1)[-1].casefold()


def end_of_name(text: str, end: int) -> int:
    """Past the acronym or party behind a name, or the point of its "Inc.", to what describes its bearer.

    Behind a lawmaker's party, "Jane Doe, D-Ohio, chair of the Harbour Committee", nothing was read of who it is.
    """
    if text.startswith(".,", end):
        return end + 1
    found = _PARTY_AND_PLACE.match(text, end) or ACRONYM.match(text, end)
    return found.end() if found else end


def leads_to_own(text: str, end: int) -> bool:
    """Tell whether a name only tells whose the next noun is: "the Doe administration" gives no article to Doe."""
    return _OWN.match(text, end) is not None


def is_role(after: str) -> bool:
    """Tell whether an apposition says what a person is."""
    if not after:
        return False
    words = re.split(r" (?:of|for|in|at|from|who|to|with|and|turned) ", after)[0].casefold().split()
    return bool(words) and (
        words[-1] in PERSON_NOUNS or words[0] in ROLE_NOUNS or words[0] == "who" or after.startswith("who ")
    )


def tells_office(after: str) -> bool:
    """Tell whether an apposition is an office without an article: "executive vice president of the Tide Union"."""
    found = _OFFICE.match(after)
    words = found[0].casefold().split() if found else [""]
    return words[-1] in ROLE_NOUNS and words[0] not in SAYING_WORDS and (DETERMINERS | PREPOSITIONS).isdisjoint(words)


def gender_told(words: list[str], before: str, after: str) -> str | None:
    """The gender that a name's words, its titles or its apposition tell; None where they tell none."""
    for word in before.casefold().replace(".", "").split():
        if word in COURTESY_TITLES:
            return COURTESY_TITLES[word]
    if len(words) > 1 and (given := gender_of(words[0])):
        return given
    for word in after.casefold().split()[:8]:
        if word in COURTESY_TITLES:
            return COURTESY_TITLES[word]
        if word in {"of", "who", "to"}:
            break
    return None
