"""Whose own page a story is: what a ministry or a company publishes itself is its word, as news is not the outlet's."""

import re
from dataclasses import replace
from functools import lru_cache

from sayso.records import Source, SourceKind, Story
from sayso.sources.identity.identity import identity_of
from sayso.sources.known.gazetteer import find_body, gender_of
from sayso.sources.offices.state_words import first_country_in, speaks_for_state
from sayso.text.outlets import find_publisher

PUBLISHES_ITSELF_SCORE = 0.9
"""How sure it is that what a body publishes in its own voice is its word."""

_LEGAL_FORM = r"(?:Inc|Corp|Corporation|Ltd|Limited|plc|PLC|LLC|GmbH|AG|AB|ASA|NV|SE|SpA|SA|Holdings)\b\.?"
_NO_MEDIUM = (
    r"(?!.*\b(?i:news\w*|media|press|radio|television|tv|broadcast\w*|publish\w*|times|post|daily|weekly|live|journal|"
    r"magazine|review|chronicle|gazette|herald|tribune|monitor|\w*wire)\b)"
)
_COMPANY = re.compile(rf"{_NO_MEDIUM}.+ {_LEGAL_FORM}")
_OFFICES = (
    r"(?:Ministry|Department|Directorate|Government|Presidency|Prime Minister|Embassy|Consulate|Court|Parliament|"
    r"Senate|Secretariat|Commission|Authority|Prosecutor['’]s Office|Office|Palace|Municipality|Council|Committee|"
    r"Federation|Confederation|Foundation|Institut(?:e|ion)|University|Hospital|Command|"
    r"Police(?: (?:Force|Service|Department))?|Navy|Air Force|Armed Forces|Defen[cs]e Forces?|Coast Guard)"
)
_OFFICE = re.compile(
    rf"{_NO_MEDIUM}(?:The )?(?:(?:[A-Z&][\w.’'-]* ){{0,5}}{_OFFICES}(?:,? [^()]+)?|"
    r"(?:[A-Z][\w-]* ){0,2}(?:Association|Union|Society|Agency|Cent(?:re|er)|School|Bank|Survey|General Staff) "
    r"(?:of|for) [^()]+)"
)
"""What governs, teaches or serves by its name, and publishes no news: "Coastal Police Force, Northern Command"."""
_AS_ITS_WORD = re.compile(
    r" \((?:[\w-]+ )?(?:(?:press|media|news) (?:release|note|statement|briefing)|statement|communiqu[eé]|announcement|"
    r"open letter|exchange filing)\)$"
)
"""How a feed marks whose own word a text is: "Kettle Works (press release)"."""
_CALLS_ITSELF = re.compile(
    rf"\b(?P<name>[A-Z][\w&.’'-]*(?: [A-Z&][\w&.’'-]*){{0,4}}?(?:,? {_LEGAL_FORM})?) "
    r"\((?:[“\"][^)”\"]{2,30}[”\"],? or )?the [“\"](?:Company|Group|Bank|Club|Society|Trust)[”\"]\)"
)
"""How a company's own notice names it, once: "Kettle Works plc (“Kettle” or the “Company”)"."""
_TITLED = re.compile(
    r"\s*(?:(?:official|joint|press|media|public|news) )*(?:statement|release|notice|communiqu[eé]) (?:by|from|of) "
    r"(?:the )?(?P<name>[^:–—|\n]{3,60}?)(?= (?:on|regarding|about|concerning|following|after|in)\b|\s*(?:[:–—|]|\Z))",
    re.IGNORECASE,
)
"""A title that says whose words a text is: "Press statement by Kettle Works Ltd on the fire"."""
_HEAD_CHARS = 1000


def find_publishing_body(story: Story) -> Source | None:
    """The body that publishes a story as its own word; None for an outlet's news.

    It is the body of the tables, or the company, under whose name the story stands, the company that a notice calls
    "the Company", or the body whose statement it is by its title.
    """
    if story.outlet and (own := find_body_of_page(story.outlet)):
        return own
    notice = _CALLS_ITSELF.search(story.text, 0, _HEAD_CHARS)
    name = notice["name"] if notice else _name_in_title(story)
    body = find_body(name) if name else None
    return (
        Source(body.name if body else name, SourceKind.ORGANISATION, side=body.side if body else name) if name else None
    )


@lru_cache(maxsize=256)
def find_body_of_page(outlet: str) -> Source | None:
    """The body under whose name a story stands; None where that is an outlet's."""
    name = _AS_ITS_WORD.sub("", outlet)
    if find_publisher(name):
        return None
    if body := find_body(name):
        return Source(body.name, SourceKind.ORGANISATION, side=body.side)
    is_marked = name != outlet and "wire" not in name.casefold()
    is_body = is_marked or _COMPANY.fullmatch(name) or _OFFICE.fullmatch(name)
    country = first_country_in(name) if speaks_for_state(name) else None
    return Source(name, SourceKind.ORGANISATION, side=country.state if country else name) if is_body else None


def _name_in_title(story: Story) -> str | None:
    """The body whose statement a story is by its title, as its text writes it; None where that is a person's."""
    titled = _TITLED.match(story.title or "")
    written = re.search(rf"\b{re.escape(titled['name'].strip())}(?!\w)", story.text, re.IGNORECASE) if titled else None
    return written[0] if written and not gender_of(written[0].split()[0].capitalize()) else None


@lru_cache(maxsize=16)
def speaks_on_own_page(story: Story) -> Source | None:
    """Who says what a story tells in its own voice, where a body publishes it: a press release; None elsewhere."""
    body = find_publishing_body(story)
    if body is None:
        return None
    source = replace(body, reason="publishes it under its own name", score=PUBLISHES_ITSELF_SCORE)
    return replace(source, identity=identity_of(source, story.published))
