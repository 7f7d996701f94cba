"""Captions and picture credits."""

import re
from collections.abc import Iterator

from sayso.cleaning.layout import Layout
from sayso.records import Mark, MarkKind, Span
from sayso.text.agencies import AGENCY_PATTERN, read_credit_values

_LABEL = re.compile(
    r"(?:(?:File |FILE |Handout |Stock |Cover |Lead |Featured )?"
    r"(?:[Pp]hoto(?:graph)?|PHOTO|[Ii]mage|IMAGE|[Pp]icture|Pic|Illustration)"
    r"(?: (?:[Cc]redit|[Bb]y|[Cc]ourtesy|credits?|source|via))?(?: ?[:©]| by (?=[A-Z])| courtesy (?=of))"
    r"|FILE ?[-–—]{1,2} |File photo\b|FILE PHOTO\b|(?:Picture |Image |Photo )?[Cc]redits?: "
    r"|Media caption |Media playback is un|Enlarge this image|toggle caption|Image caption |Image copyright |Caption: )"
)
_PICTURE_AGENCY = (
    rf"(?:{AGENCY_PATTERN}|Getty(?: Images)?|AFP/Getty|Shutterstock|iStock|EPA|Alamy|Zuma|ZUMA|Sipa|SIPA|Polaris|"
    r"Newscom|Flickr)"
)
_CREDIT = re.compile(
    r"[(\[](?:Photo|PHOTO|Image|Photograph|Picture|Credit|Photo credit)s?"
    r"(?:(?: by| courtesy| via| credit)\b|:)[^()\[\]\n]{2,100}[)\]]"
    rf"|[(\[][^()\[\]\n]{{0,60}}\b{_PICTURE_AGENCY}[ /](?:File )?"
    r"(?:[Pp]hotos?|[Ii]mages?|[Pp]ictures?|PHOTOS?)\b[^()\[\]\n]{0,60}[)\]]"
    r"|[(\[][^()\[\]\n]{0,80}(?:/ ?(?:AP|AFP|Reuters|REUTERS|EPA|Bloomberg|The New York Times)|\bGetty(?: Images)?|"
    r"\bShutterstock)\b[^()\[\]\n]{0,30}[)\]]"
    r"|[(\[](?:REUTERS|Reuters|AP|AFP)[:/] ?[A-Z][^()\[\]\n]{2,50}[)\]]"
    r"|\| (?:[A-Z][\w.'’-]{0,20} ){0,3}(?:AP|AFP|Getty|Reuters|REUTERS|POLITICO)[ /]?(?:Photos?|Images?)?(?!\w)"
)
_OPENS_CREDIT = re.compile(r"[(\[|]")
_CREDIT_AT_END = re.compile(
    r"(?<=[\w.)”\"] )(?:Image|Photo|Picture|Photograph)s?: [A-Z][^\n:]{2,80}$"
    r"|(?:[A-Z][\w.'’-]{0,20} ){1,3}/ ?(?:AP|AFP|EPA|Reuters|REUTERS|Getty|Bloomberg|UIG)(?: Photo| Images)?"
    r"(?:[ /](?:via )?Getty Images)?\.?$"
)
_LONGEST_CREDIT_AT_END_CHARS = 110
_IN_CREDIT_AT_END = re.compile(r"[:/]")
_BARE_AGENCY_AT_END = re.compile(rf"\((?:{AGENCY_PATTERN})\)\.?$")
_PICTURE_WORDS = re.compile(
    r"\b(?:file |undated |handout )(?:photo|image|picture)\b|\b(?:pictured|photographed)\b", re.IGNORECASE
)

_LONGEST_CAPTION_CHARS = 700
"""Lines that end in a picture credit and are longer are paragraphs with the credit glued to them."""
_FULL_STOP_CHARS = 2
"""A stop, or a space and a stop, after the closing credit belongs to the caption."""


def find_captions(layout: Layout) -> Iterator[Mark]:
    """Find captions: lines that a label opens ("Photo: …", "FILE - …") or a picture credit closes ("(AP Photo/…)")."""
    for line in layout.lines:
        span = _find_caption(layout.text, line)
        if span:
            yield Mark(MarkKind.CAPTION, span, "a picture's label or credit", read_credit_values(span.of(layout.text)))


def _find_caption(text: str, line: Span) -> Span | None:
    labelled = _LABEL.match(text, *line)
    if labelled and line.end - line.start <= _LONGEST_CAPTION_CHARS:
        return line
    credit = _find_last_credit(text, line)
    if credit is None:
        bare = _BARE_AGENCY_AT_END.search(text, max(line.start, line.end - 40), line.end)
        return line if bare and _PICTURE_WORDS.search(text, *line) else None
    if credit.end() - line.start <= _LONGEST_CAPTION_CHARS:
        return Span(line.start, line.end if line.end - credit.end() <= _FULL_STOP_CHARS else credit.end())
    return Span(*credit.span())


def _find_last_credit(text: str, line: Span) -> re.Match[str] | None:
    near = (max(line.start, line.end - _LONGEST_CREDIT_AT_END_CHARS), line.end)
    at_end = _CREDIT_AT_END.search(text, *near) if _IN_CREDIT_AT_END.search(text, *near) else None
    if at_end or not _OPENS_CREDIT.search(text, *line):
        return at_end
    return next(iter(reversed(list(_CREDIT.finditer(text, *line)))), None)
