"""The affiliation of a person: the body or the government that a role names."""

import re
from dataclasses import replace

from sayso.records import Source, SourceKind, Story
from sayso.sources.known.gazetteer import find_body, find_country
from sayso.sources.lexicon import BODY_NAME_WORDS
from sayso.sources.names.joined_names import LISTED_NAME
from sayso.sources.names.roles import BODY_IN_FRONT, head_noun
from sayso.sources.names.told_bodies import TRADE
from sayso.sources.offices.local_offices import find_capital_led
from sayso.sources.offices.office_fields import is_field
from sayso.sources.offices.office_words import PAST, SPEAKS_FOR_NONE, is_described_source, words_for
from sayso.sources.offices.officers import find_body_of_administration, find_employer, find_international
from sayso.sources.offices.state_words import first_country_in, is_against_state, speaks_for_state
from sayso.sources.sides.told_sides import told_role
from sayso.text.word_tables import word_table

_HOLDS_NONE = re.compile(
    rf"{PAST}|{SPEAKS_FOR_NONE}|who (?:served|was|had)\b|\b(?:nominee|candidate|contender|hopeful)s? for|"
    r"['’]s (?:[\w.]+ ){0,4}(?:nominee|pick|choice)s?$|"
    r"\b(?:critic|opponent|supporter|admirer|fan|victim|survivor|biographer|enem(?:y|ies)|rival|(?:grand)?son|"
    r"(?:grand)?daughter|child|descendant)s? of",
    re.IGNORECASE,
)
"""Of an office that is past, or sought; and what one is who stands outside a body."""
_AND_WAS = re.compile(r" and (?:an? |the )?(?:former|one-?time|ex-).*")
"""Behind an office that is held: "head of the Tide Institute and a former minister"."""
_WAS_ELSEWHERE = re.compile(r"\Awho (?:worked|served|was|trained)\b.* and is (?:now|currently) ")
"""Before what somebody is now: "who worked at the Tide Agency and is now head of the Rain Institute"."""
_SENT_TO = re.compile(r" to (?:the )?[A-Z].*")
_MINISTER = re.compile(r"\b[Mm]inister of ")
_HAS_PORTFOLIO = re.compile(
    r"(?:[\w-]+ ){0,3}(?:minister|councill?or|commissioner|secretary|undersecretary|delegate|rapporteur) for (?!the )|"
    r"(?:[\w-]+ ){0,2}director of public prosecutions\b",
    re.IGNORECASE,
)
"""What one is in charge of is no body: "the councillor for Emergencies"."""
_OF_BODY = re.compile(
    r"\b(?:of|for|at|from|with) (?:the |an? )?(?:(?:main )?(?:opposition|ruling|governing) )?(?:(?:[\w-]+ ){0,3}"
    rf"(?:organi[sz]ation|network|think tank|nonprofit|magazine|newspaper|publisher|developer|owner|{TRADE}) )?"
    rf"(?!Staff\b|State\b|Mission\b)({LISTED_NAME}|"
    r"[A-Z](?:(?! and [a-z]| \(| (?:Adm|Gen|Lt|Col|Maj|Capt|Dr|Prof)\b)[^,;])*)"
)
_OWN_THING = re.compile(r"['’]s (?:[a-z-]+ )+(?:with|against|over|to|into) |['’]s?$|^(?:Mr|Mrs|Ms|Mx|Dr)\.? ")
"""What is somebody's and no body: "the architect of Chile's pact with Peru", "a friend of Mr. Doe's"."""
_PARTY = re.compile(r"(?<=\w) party\Z")
_FOR_NOW = re.compile(r"\A(?i:acting|interim|current|new|longtime|another|plus|both|even) ")
CLAUSE = re.compile(
    r" (?:who|which)\b| (?:killed|slain|assassinated|wounded|injured|arrested|detained|jailed|convicted|indicted|"
    r"accused|wanted|blamed|sanctioned|targeted)\b| (?:in|at|of) (?:the|an?) (?:[\w-]+ ){0,3}"
    r"(?:trial|case|hearing|appeal|arrest|death|killing|murder|shooting|funeral|disappearance) (?:of|against)\b"
)
"""Behind what somebody is stands here what they did or suffered, or where: "a colonel who served in Kuwait", "a witness
in the trial of Jane Doe", "the general killed in a US airstrike"."""
_FIELD_AT = re.compile(
    rf"\A(?!(?:{'|'.join(sorted(BODY_NAME_WORDS))})\b)[A-Z][\w-]*(?: (?:and )?[A-Z][\w-]*)?(?: [a-z-]+)?"
    r" at (?:the )?(?=[A-Z])"
)
"""What one is in charge of at a body: of "Head of Incidents at the Tide Agency" that agency's incidents."""
_BEHIND_NAME = re.compile(
    r"(?P<by>,? (?:at|with)|, of| of| from) (?:the |[A-Z][\w-]+(?: [A-Z][\w-]+)?['’]s )?"
    r"(?:[a-z]+ |(?:[A-Z][\w-]* )?[\w-]+-based )?"
    r"(?P<body>[A-Z][\w&-]+(?: (?:(?:of|for|and) (?:(?:the|an?) )?)?[A-Z][\w&-]+)+)(?=[,.;:\n]| [a-z(]|$)"
)
"""Where somebody works whose role does not tell it: "analyst Jane Doe at Tide Futures Group", "Jane Doe of the TUC"."""
_OWNER = re.compile(r"(?P<body>[A-Z][\w.&-]*(?: [A-Z][\w.&-]*)*)['’]s (?:[a-z-]+ ){0,3}[a-z-]+")
"""Whose somebody is: "Northwind Group's chief scientist"."""
_IN_FRONT = re.compile(
    r"(?P<body>(?!(?:\S+ )*(?:Senate|House|Caucus|Committee) )[A-Z][\w.&-]*(?: (?:and )?[A-Z][\w.&-]*)*) "
    r"(?:(?:Executive|Vice|Managing|General|Deputy) )?(?:President|Director|Secretary|Chair(?:man|woman|person)?)"
)
"""The body in front of its officer's title: "Harbour Workers Association President"; a chamber is its members'."""
_OWNED = re.compile(r"(?P<owner>[A-Z][^'’]*)['’]s (?P<body>[A-Z][\w-]* .+)")
_LEADS = re.compile(
    r"who (?:now )?(?:heads|leads|chairs|runs|directs|represents|works (?:for|at)|speaks for) (?:the )?"
    r"(?P<body>[A-Z][\w&-]+(?: (?:(?:of|for|and) (?:the )?)?[A-Z][\w&-]+)*)"
)
"""Whom a clause behind a name says that one leads or works for: "who heads the Tide Institute"."""
_DOES = re.compile(r"who (?!is\b|also is\b)")
_HEADS = re.compile(r"[\w-]+(?=$| (?:of|for|and|on|in|at) )")
"""The nouns of a name: "University" of "University of Porto", and not "Union" of "Union City"."""
_PART_OF = re.compile(
    r"(?P<body>[A-Z][\w.&-]*(?: (?:of |the )?[A-Z][\w.&-]*)*)['’]s? (?:[\w-]+ ){0,3}"
    r"(?:bureau|division|unit|department|branch|arm|office|desk|team|section)"
)
"""A part of a body, which speaks for the whole: "Tide Agency's Africa bureau"."""
_HOME = re.compile(r"from [A-Z][\w-]*(?: [A-Z][\w-]*)?(?=,|$)(?<!University)(?<!College)(?<!Institute)")
"""Where somebody comes from, who does not speak for it: "a farmer from Nairobi"."""
_ONLY_THERE = word_table("student pupil graduate undergraduate alumnus patient customer passenger inmate prisoner")
"""Who is at a body and does not speak for it."""


def find_affiliation(source: Source, story: Story) -> str | None:
    """The body that a person's role names: of "spokesman for the Ministry of Defence" that ministry."""
    if source.kind is not SourceKind.PERSON:
        return None
    if _WAS_ELSEWHERE.match(source.role or ""):
        return find_affiliation(replace(source, role=_WAS_ELSEWHERE.sub("", source.role or "")), story)
    if _HOLDS_NONE.search(_AND_WAS.sub("", words_for(source))):
        return None
    front = BODY_IN_FRONT.match(source.role or "")
    if front and (body_led := _name_of_body(front["body"])):
        return body_led
    told = (source.role, told_role(source, story.text), told_role(source, story.text, 3), source.name)
    for words in dict.fromkeys(filter(None, told)):
        if employer := find_employer(_FOR_NOW.sub("", words)):
            return employer
    if leads := _LEADS.match(source.role or ""):
        return None if find_country(leads["body"]) else _name_of_body(leads["body"])
    if _DOES.match(source.role or ""):
        return None
    for told_as in filter(None, (source.role, source.name if is_described_source(source) else None)):
        words = CLAUSE.split(told_as)[0]
        if head_noun(words) in _ONLY_THERE:
            return None
        found = None if _HAS_PORTFOLIO.match(words) else _OF_BODY.search(words)
        is_post = found is not None and is_field(found[1]) and not _MINISTER.search(words)
        if found and (is_post or _OWN_THING.search(found[1])):
            found = None  # "Superintendent of Police", "Undersecretary of Health"
        comes_from = found is not None and _HOME.match(words, found.start()) is not None
        sent = (
            first_country_in(_SENT_TO.sub("", words[: found.start()]))
            if found and find_country(found[1]) and not comes_from
            else None
        )
        if found and sent is None and (speaks_for_state(words) or not comes_from):
            name = _PARTY.sub("", _SENT_TO.sub("", _FIELD_AT.sub("", found[1])).strip())
            name = _without_country(_PART_OF.sub(r"\g<body>", name))
            body = find_body(name) or find_body_of_administration(name)
            is_ministers = body is None and _MINISTER.search(words) is not None
            body = find_body(f"Ministry of {name}") if is_ministers else body
            if body and body.country and is_against_state(words):
                return None
            # "London" is not Britain's government where a mayor is its.
            if body or not (is_ministers and first_country_in(words)):
                return body.name if body and name != find_capital_led(words) else name
        if not sent and (international := find_international(words)):
            return international.name  # "UN Peru envoy"
        country = sent or first_country_in(words)
        if country and (sent or speaks_for_state(words)):
            return f"Government of {country.name_in_text}"
    return _body_owning(source) or _body_behind_name(source, story.text)


def _without_country(name: str) -> str:
    """A body as it is called where it speaks itself: "Accident Bureau" of "Peru's Accident Bureau"."""
    owned = _OWNED.fullmatch(name)
    if owned is None or not find_country(owned["owner"]) or find_body(name):
        return name
    return _name_of_body(owned["body"]) or name


def _body_owning(source: Source) -> str | None:
    """The body in front of a role, where its name tells that it is one: "Tide Futures Group's analyst"."""
    role = source.role or ""
    owner = _OWNER.fullmatch(role) or _IN_FRONT.fullmatch(role)
    return _name_of_body(owner["body"]) if owner else None


def _body_behind_name(source: Source, text: str) -> str | None:
    """The body that a story tells right behind a name; none where that is a place."""
    behind = (_BEHIND_NAME.match(text, span.end) for span in source.named_in)
    told = (found["body"] for found in behind if found and (source.role or found["by"] in (" of", " from")))
    return next(filter(None, map(_name_of_body, told)), None)


def _name_of_body(words: str) -> str | None:
    """What a body is called by words that the tables have, or that are built as the names of bodies are."""
    if body := find_body(words):
        return body.name
    is_built_so = words.isupper() or any(head in BODY_NAME_WORDS for head in _HEADS.findall(words))
    return words if is_built_so and not find_country(words) else None
