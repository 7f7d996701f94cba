"""Which company or club a story means by "the company" or "the airline" where no word but that tells."""

import re
from collections import Counter
from collections.abc import Callable

from sayso.records import Span
from sayso.sources.known.gazetteer import find_body, find_outlet
from sayso.sources.lexicon import BODY_HEADS, BODY_NAME_WORDS, PLATFORMS
from sayso.sources.names.mention_kinds import MentionKind
from sayso.sources.names.people import Cast, Member
from sayso.sources.names.short_names import begins_public
from sayso.text.word_tables import word_table

COMPANY_NOUNS = word_table("company firm group club airline carrier operator retailer")
"""What news calls a company by."""
_AT_A_PLACE = re.compile(r"(?:\b(?:in|near|at|outside|around|across|its|their)|, from) (?:the |new |old )?\Z")
_GOES_ON = re.compile(r" (?!and |or )([a-z]+)")
_OF_SEVERAL = frozenset({"have", "are", "were"})
"""Verbs that a name of several words takes where it is a club's and no person's: "Lindow Rovers have sold"."""
_LONGEST_OPENING_WORDS = 4
_CHAMBERS = word_table("Congress Senate House Parliament Assembly Knesset Bundestag")
_LONGEST_AT_CHARS = len(" outside the ")
_OF_STATE = re.compile(
    r"\b(?:Court|Government|Ministry|Department|Senate|House|Congress|Police|Sheriff|Parliament|Office)\b"
)


def may_be_company(name: str) -> bool:
    """Tell whether a name can be a company's: no state's body's, no outlet's, no public body's, no dateline's."""
    private = is_of_no_table(name) or _is_private(name)
    is_model = any(letter.isdigit() for letter in name)  # "K200"
    return private and not is_model and not begins_public(name) and name not in BODY_NAME_WORDS


def may_be_group(name: str) -> bool:
    """Tell whether a name can be a group's or a charity's: no outlet's and no state's body's."""
    body = find_body(name)
    if body is not None:
        return body.side == body.name
    return not (find_outlet(name) or name in _CHAMBERS or name.casefold() in PLATFORMS or _OF_STATE.search(name))


def _is_private(name: str) -> bool:
    """Tell whether the tables have a name as that of a body in a country that does not speak for its state."""
    body = find_body(name)
    return body is not None and body.country is not None and body.side == body.name


def is_of_no_table(name: str) -> bool:
    """Tell whether a name is no outlet's, state body's or parliament's and no acronym, which may be an agency's."""
    return not (name.isupper() or name in _CHAMBERS or find_body(name) or find_outlet(name))


def find_subject(cast: Cast, sentence: Span, fits: Callable[[str], bool]) -> Member | None:
    """The body that a sentence is about: a fitting name at its head, after what kind of body it is, before a verb."""
    mention, member = next(iter(cast.between(*sentence)), (None, None))
    if mention is None or member is None or not fits(member.name):
        return None
    opening = cast.text[sentence.start : mention.start].removeprefix("The ").split()
    opens = not opening or (len(opening) <= _LONGEST_OPENING_WORDS and opening[-1].casefold() in BODY_HEADS)
    verb = _GOES_ON.match(cast.text, mention.span.end)
    if not (opens and verb) or member.gender or member.kind not in (MentionKind.BODY, MentionKind.UNCLEAR):
        return None
    is_no_person = member.kind is MentionKind.BODY or " " not in member.name or verb[1] in _OF_SEVERAL
    return member if is_no_person else None


def find_last_company(cast: Cast, within: Span) -> Member | None:
    """The company named last within a stretch, else any name of one word that can be one and stands at no place."""
    fitting = [(mention, member) for mention, member in cast.between(*within) if may_be_company(member.name)]
    bodies = [member for _, member in fitting if member.kind is MentionKind.BODY]
    unclear = [member for _, member in fitting if member.kind is MentionKind.UNCLEAR and " " not in member.name]
    found = bodies or [member for member in unclear if _is_no_place(cast.text, member)]
    return found[-1] if found else None


def _is_no_place(text: str, member: Member) -> bool:
    """Tell whether a name nowhere stands as a place's does: "near Ghelt", "two of them, from Ghelt"."""
    starts = (span.start for span in member.spans)
    return not any(_AT_A_PLACE.search(text, max(0, start - _LONGEST_AT_CHARS), start) for start in starts)


def find_only_company(cast: Cast, fewest: int = 1, fits: Callable[[str], bool] = may_be_company) -> Member | None:
    """The body of a fitting name that a story names more often than any other, and at least so many times."""
    bodies = (member for member in cast.named if member.kind is MentionKind.BODY)
    named = Counter(member for member in bodies if fits(member.name))
    (first, often), (_, next_often), *_ = [*named.most_common(2), (None, 0), (None, 0)]
    return first if often >= fewest and often > next_often else None
