"""The parts of the words that an attribution gives for its source: core, appositions, head noun."""

import re
from itertools import pairwise
from typing import NamedTuple

from sayso.records import Span
from sayso.sources.known.gazetteer import find_body
from sayso.sources.lexicon import (
    BODY_HEADS,
    DOCUMENT_NOUNS,
    GROUP_NOUNS,
    PERSON_NOUNS,
    PREPOSITIONS,
    RELATIVE_PRONOUNS,
    SAYING_WORDS,
)
from sayso.sources.names.datelines import skip_dateline
from sayso.sources.names.people import Cast

_EDGES = " \t\r\n\xa0,.;:–—-“”\"„«»()[]'’"
_BREAK = re.compile(r",\s+|\s+[–—-]+\s+|\s*[(\[]|[)\]],?\s+|,$")
_ACRONYM_WITHIN = re.compile(r"\s*\([A-Z][A-Za-z.&-]{1,9}\) (?P<noun>[a-z-]+)(?![\w-]| [A-Z])")
"""A name's acronym in front of the noun that it describes: "a Department of Justice (DOJ) official"."""
_WHEN = re.compile(
    r" (?:late |early )?(?:yesterday|today|tonight|"
    r"(?:last|this) (?:week|month|year)"
    r"|(?:(?<!News )(?<!Super )(?<!Black )|on )(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\Z"
)
_IN_WRITING = re.compile(
    r" in (?:an?|its|his|her|their) (?:[\w-]+ ){0,2}"
    r"(?:statement|communiqu[eé]|press release|note|letter|message|e-?mail|memo|text|post|tweet)(?: to [^,.]{2,80})?\Z"
    r"| (?:when|who was) (?:contacted|reached|asked|approached)(?: [^,.]{2,60})?\Z"
)
"""What a source's words may take along of how they were put: "the press office in a communique"."""
_BY_THE_WAY = re.compile(
    r",? (?:on the (?:other hand|contrary)|for (?:its|his|her|their|our) (?:own )?part|once (?:more|again)|in turn)\Z"
)
"""What only joins a sentence to the one before: "the diocese for its part"."""
_AUXILIARY = re.compile(r" (?:has|have|had)(?: (?:always|long|also|since|now|repeatedly))?\Z")
"""What a source's words take along of the verb behind them: "the lawyers have always"."""
_PARTED = re.compile(r"(?<=\w)(?<! of) (?:who|whom|which|that)\Z")
"""What opens a clause that an insertion parts from its noun: "a woman who, the email shows, had known"."""
_DAY = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day")
_OCCASION = re.compile(
    r"(?:his|her|their|its|an?|the) (?:[\w-]+ ){0,2}(?:address|speech|statement|interview|briefing|message)"
    r" (?=the\b|[A-Z])"
)
"""What a source's words take along in front of it: "his evening address the president"."""
_PLACE = re.compile(
    r"[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,3}, "
    r"(?=(?:the |an? |one )\w|[A-Z][\w.’'-]+(?:(?: [A-Z][\w.’'-]+)+,|, (?:an?|the) ))"
)
_WE_AT = re.compile(r"[Ww]e (?:at|here at|of|from) (?:the )?(?=[A-Z])")
"""Who speak of themselves by their body's name: "We at Kettle Works"."""
_WHAT = re.compile(r"what (?=\w+ \w)")
"""What stands before who said it: "according to what the coast guard told"."""
_OF_SO_MANY = re.compile(r"(?<=mother|father)-of-\w+\Z|(?<=mum|dad|mom)-of-\w+\Z", re.IGNORECASE)
"""What tabloids add: "the mother-of-two"."""
_LED_BY_PLACE = re.compile(rf"(?:In|On|At|Aboard) (?:the )?{_PLACE.pattern}")
_BEHIND_PREPOSITION = re.compile(r"(?:\A|[.!?\n”\"] ?)(?:In|On|At|Aboard) (?:the )?\Z")
_LONGEST_PREPOSITION = len(". Aboard the ")
"""Where a sentence starts, whose words a source may take along: "In Ohio, the Democratic candidate, Jane Doe"."""
_PASSED_ON = re.compile(
    r",? (?:(?:(?:when|who was|as) )?(?:reported|quoted|cited|questioned|interviewed|contacted|asked) (?:by|in) "
    r"|(?:seen|obtained|reviewed) by this )"
)
"""Behind a source: through whom its words came."""
_AS_SAYING = re.compile(r" as (?:saying|stating|telling|reporting|claiming|adding|warning)\b")
"""Behind a source that another cites: "cited the minister as saying it had"."""
_CLOCK = re.compile(r"(?:\d{1,2}[:.]|(?<=\d[:.]))[0-5]\d(?: ?[ap]\.?m\.?)?(?: [A-Z]{3,4})?(?:[:,]| [–—-])? (?=\S)")
"""What opens an entry of a live blog: "11.20 Navy spokesman Jane Doe"."""
_IN_CHARGE = re.compile(r"(?:[Tt]he )?(?:[A-Z][\w-]+ )+[Ii]n [Cc]harge (?=[A-Z])")
"""An office whose name has an "in", before its holder's: "Special Agent in Charge Jane Doe"."""
_NAMED_AS = re.compile(
    r"(?:an? |the |one |another )(?:[\w-]+ ){0,4}?(?P<noun>[\w-]+) (?:who (?:was )?)?(?:later |only )?"
    r"(?:named|called|identified (?:(?:only|later) )?as|(?:gave|giving) (?:his|her|their) name (?:only )?as"
    r"|identified (?:him|her|them)sel(?:f|ves) (?:only )?as) (?-i:(?=[A-Z]))",
    re.IGNORECASE,
)
"""What leads to the name of a person whom words describe: "a worker named Jane Doe"."""
_CLAUSE_LED = re.compile(r"(?:that|if|by|whether|because) (?=(?:the|an?|some|many|most|his|her|its|their)\b|[A-Z])")
"""What a source's words take along of the clause that it opens: "that Doe", "if the board", "by some critics"."""
_RELATIVE_LED = re.compile(
    r"(?P<who>who)(?:,| (?:as|sits|serves|served|represents|leads|heads|chairs|holds|is|was|has|had)\b)|"
    r"(?P<when>who|which|that) (?:during|after|before|since|(?:in|on|at|for|over) (?:the |his |her |their |its )?"
    r"(?:\w+ ){0,2}(?:hours?|days?|weeks?|months?|years?|decades?|\d{4}|January|February|March|April|May|June|July|"
    r"August|September|October|November|December|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day))\b"
)
"""A pronoun with when, or with what somebody is: "who in the final months", "who sits on the panel"."""
_TIED = re.compile(r"(?<=\w) (?:included|attached|enclosed|dated|addressed|filed|shared|sent|submitted)\Z")
"""Behind a name, before a preposition: "a note from the Tide Agency included with the letter"."""
_WORD = re.compile(r"[^\s,]+")
_REFLEXIVES = frozenset({"himself", "herself", "itself", "themselves"})
_TAKEN_ALONG = SAYING_WORDS | _REFLEXIVES | frozenset({"that", "which", "who"})
"""What a source's words take along behind it: "Zelensky said", "the minister himself"."""
_ADVERBS = frozenset({"first", "exclusively", "recently", "newly", "originally", "previously", "jointly"})
_GO_ON_WITH = {"close": " to ", "such": " as "}
"""What must follow some of the prepositions: "a friend close to him", but "his close friend"."""
_WHO_DO = (PERSON_NOUNS | GROUP_NOUNS | {"coalition", "alliance"}) - frozenset(
    {"one", "all", "some", "both", "most", "many"}
)
_DESCRIBED = (PERSON_NOUNS | GROUP_NOUNS) - BODY_HEADS
_PARTICIPLES = frozenset(
    {"tasked", "charged", "accused", "assigned", "involved", "hired", "appointed", "briefed", "behind"}
)
_CITING = frozenset({"citing", "quoting"})
_OF_A_NAME = frozenset({"using", "going"})
"""Behind a noun these lead to what its bearer is called: "a protester using the pseudonym Mia"."""
_ACCORDING_TO = "according to "
_JOIN = re.compile(r",? (?:and|&|as well as|or|along with|nor) |, and ")

_CAPITALS = re.compile(r"[A-Z][\w-]+(?: [A-Z][\w-]+){0,3}")
_CAPITALS_BEFORE = re.compile(r"[A-Z][\w-]+\Z")
_LONGEST_WORD = 24


class Phrase(NamedTuple):
    """A noun phrase of a source: its core, its appositions, its head noun, and what precedes a preposition.

    `left` runs from the start of the core to the end of the head noun; `rest` is what follows in the core ("for the
    German government"), empty where nothing does.
    """

    core: Span
    appositions: tuple[Span, ...]
    left: Span
    rest: Span
    head: str


def trim_source(text: str, span: Span) -> Span:
    """The span without outer signs, and without words of saying where it runs too far ("Zelensky said").

    Where it holds two ("CNN reported the governor"), the one whose words they are is the second.
    """
    start, end = span
    while start < end and (text[start] in _EDGES or text[start].isspace()):
        start += 1
    while end > start and (text[end - 1] in _EDGES or text[end - 1].isspace()):
        end -= 1
    start = skip_dateline(text, Span(start, end)).start
    if relative := _RELATIVE_LED.match(text, start, end):
        return Span(start, relative.end(relative.lastgroup or 0))
    if lead := _CLAUSE_LED.match(text, start, end):
        start = lead.end()
    if lead := _CLOCK.match(text, start, end) or _WE_AT.match(text, start, end) or _WHAT.match(text, start, end):
        start = lead.end()
    if led := _LED_BY_PLACE.match(text, start, end):
        start = led.end()
    elif _BEHIND_PREPOSITION.search(text, max(0, start - _LONGEST_PREPOSITION), start):
        place = _PLACE.match(text, start, end)
        start = place.end() if place else start
    named = _NAMED_AS.match(text, start, end)
    if named and named["noun"].casefold() in PERSON_NOUNS:
        start = named.end()
    if occasion := _OCCASION.match(text, start, end):
        start = occasion.end()
    if office := _IN_CHARGE.match(text, start, end):
        start = office.end()
    if passed_on := _PASSED_ON.search(text, start, end):
        end = passed_on.start()
    if saying := _AS_SAYING.search(text, start, end):
        end = saying.start()
    if when := _WHEN.search(text, start, end):
        end = when.start()
    if where := _IN_WRITING.search(text, start, end):
        end = where.start()
    if auxiliary := _AUXILIARY.search(text, start, end):
        end = auxiliary.start()
    if joining := _BY_THE_WAY.search(text, start, end):
        end = joining.start()
    words = list(_WORD.finditer(text, start, end))
    while len(words) > 1 and words[-1].group() in _TAKEN_ALONG:
        words.pop()
        end = words[-1].end()
    for before, word in pairwise(words):
        is_another = word.group() in {"reported", "said", "told", "stated", "announced"} and word.end() < end
        if is_another and before.group().casefold() not in RELATIVE_PRONOUNS:
            return Span(word.end() + 1, end)
    return Span(start, end - 2 if text[start:end].endswith(("'s", "’s")) else end)


def follows_according_to(text: str, start: int) -> bool:
    """Tell whether "according to" stands right before a place."""
    return text[max(0, start - len(_ACCORDING_TO)) : start].casefold() == _ACCORDING_TO


def read_phrase(text: str, span: Span, cast: Cast) -> Phrase:
    """Take a source's words apart."""
    breaks = [
        found
        for found in _BREAK.finditer(text, *span)
        if not inside_name(cast, span, found.start(), found.end()) and not _is_of_acronym(text, span, found)
    ]
    end = breaks[0].start() if breaks else span.end
    edges = [found.end() for found in breaks] + [span.end + 1]
    parts = tuple(
        Span(a, min(b, span.end))
        for a, b in zip(edges, [found.start() for found in breaks[1:]] + [span.end], strict=False)
        if a < b
    )
    if parted := _PARTED.search(text, span.start, end):
        end = parted.start()
    core = Span(span.start, end)
    left_end = core.end
    noun = ""
    for word in _WORD.finditer(text, *core):
        before, noun = noun, word.group().casefold()
        if not before or not (_leads_on(word.group()) or _tells_what_they_do(before, noun)):
            continue
        # "Doe's signed complaint": behind a possessor a participle only describes.
        owned = word.group().endswith("ed") and text.endswith(("'s ", "’s "), 0, word.start())
        goes_on = text.startswith(_GO_ON_WITH.get(word.group(), ""), word.end())
        if goes_on and not owned and not inside_name(cast, core, word.start(), word.end()):
            left_end = word.start() - 1
            break
    if tied := _TIED.search(text, core.start, left_end):
        left_end = tied.start()
    left = Span(core.start, max(left_end, core.start))
    rest = Span(min(left_end + 1, core.end), core.end)
    words = left.of(text).split()
    while len(words) > 1 and (words[-1] in _ADVERBS or _DAY.fullmatch(words[-1])):
        words.pop()
    if rest.of(text).startswith("by "):
        while len(words) > 1 and words[-1].endswith(("ed", "ly", "seen")):
            words.pop()
    head = words[-1].strip(_EDGES).removesuffix("'s").removesuffix("’s") if words else ""
    return Phrase(core, parts, left, rest, _OF_SO_MANY.sub("", head))


def _is_of_acronym(text: str, span: Span, bracket: re.Match[str]) -> bool:
    """Tell whether a bracket holds the acronym of a name that only describes the noun behind it."""
    opens = bracket.start() if "(" in bracket[0] else text.rfind("(", span.start, bracket.end())
    within = _ACRONYM_WITHIN.match(text, opens, span.end) if opens >= 0 else None
    return within is not None and within["noun"] in _DESCRIBED


def _leads_on(word: str) -> bool:
    """Tell whether the head noun stands before this word; "WHO" is no pronoun."""
    return word.casefold() in PREPOSITIONS and not (len(word) > 1 and word.isupper())


def _tells_what_they_do(before: str, word: str) -> bool:
    """Tell whether a noun's participle follows it: "the lawmaker leading the inquiry", "the man tasked with it"."""
    does = word in _PARTICIPLES or (word.endswith("ing") and word not in _OF_A_NAME)
    return (does and before in _WHO_DO) or (word in _CITING and before in DOCUMENT_NOUNS)


def split_joined(text: str, span: Span, cast: Cast) -> tuple[Span, Span] | None:
    """The two sides of "Merkel and Johnson"; None where no "and" stands between names or nouns."""
    for found in _JOIN.finditer(text, *span):
        within = inside_name(cast, span, found.start(), found.end()) or _inside_body(text, found)
        if not within and found.start() > span.start:
            return Span(span.start, found.start()), Span(found.end(), span.end)
    return None


def _inside_body(text: str, join: re.Match[str]) -> bool:
    """Tell whether the words at a join are those of one body: "Housing and Urban Development Secretary Jane Doe"."""
    start = max(0, join.start() - _LONGEST_WORD)
    before, behind = _CAPITALS_BEFORE.search(text, start, join.start()), _CAPITALS.match(text, join.end())
    if before is None or behind is None:
        return False
    words = behind[0].split()
    return any(find_body(f"{before[0]} and {' '.join(words[:count])}") for count in range(len(words), 0, -1))


def inside_name(cast: Cast, span: Span, start: int, end: int) -> bool:
    """Tell whether words of a source stand within a name: the comma of "Boats, Nets and Sails Ltd"."""
    return any(
        mention.start < start and mention.span.end >= end
        for mention, _ in cast.between(max(0, span.start - 1), span.end)
    )
