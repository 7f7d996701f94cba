"""Names that their neighbours tell to be a company's, a club's or a union's: "shares of Kettle", "Kettle said it"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from sayso.sources.known.gazetteer import gender_of, is_known
from sayso.sources.names.mention_kinds import MentionKind
from sayso.sources.names.mentions import Mention
from sayso.sources.names.runs import opens_sentence
from sayso.text.word_tables import word_table

_TRADES = word_table(
    "company firm maker manufacturer operator retailer chain group giant carrier airline supplier contractor insurer "
    "lender brewer utility start-up startup union federation charity hotline consultancy club subsidiary cooperative"
)
TRADE = rf"(?:{'|'.join(sorted(_TRADES))}|\w+maker)"
"""What news calls a body by, as it calls a person by an office: "ferry operator Kettle"."""
_COMPANYS = (
    r"(?:(?:chief executive|CEO|managing director|executives|shares|shareholders|stock|bonds|subsidiary)\b"
    r"|(?:boss|chair(?:man|woman)|president|director|manager|engineer|employee|executive|pilot|driver) (?=[A-Z]))"
)
_APPOSED = re.compile(rf", (?:an?|the|one of) (?:[\w'’-]+ ){{0,5}}{TRADE}\b|, which (?:owns|runs|operates|makes)\b")
_WHICH = re.compile(r", which [^,.\n]{3,80}, [a-z]+")
"""What parts a subject from its verb, and is told of no person: "Kettle, which built it, denies"."""
_CLAUSE = re.compile(r"(?:\b(?:but|while|because|as|when|that)|,) \Z")
_SEVERAL_DO = re.compile(r" (?:also )?(?:have|are) (?!to\b)\w+")
"""What a club does, or a firm as British papers have it: "Kettle have sold"."""
_BEHIND = re.compile(
    rf"(?:['’]s?)? (?:(?:acting|interim|former|new|then|group) )*(?:{_COMPANYS}|spokes(?:man|woman|person|people)\b)"
)
_SAYS_OF_ITSELF = re.compile(
    r" (?:also |has |had |again )?(?:said|says|told|confirmed|denied|denies|insisted|insists|acknowledged|conceded|"
    r"maintained|maintains|replied|admitted|stated)\b[^.,;\n“\"]{0,40}? "
    r"(?:its|itself|it (?:would|will|had|has|took|takes|plans|expects|knew|knows|did|does|intends)"
    r"(?! (?:not )?(?:be|been)\b))\b"
)
_SAYS_ITS = re.compile(r" (?:said|says) (?:that )?its ")
"""What a body says first of its own: "Kettle Sul said that its welds held"."""
_ITS_NEXT = re.compile(
    r"[^.\n”\"]{1,160}\.[”\"]?\s+(?:Its (?:[\w-]+ ){0,3}[a-z]+,? (?:[A-Z]|sa(?:id|ys))|The company\b"
    rf"|An? spokes(?:man|woman|person)(?:, [^,\n]{{3,40}},)? said (?:that )?the {TRADE}\b)"
)
"""What follows a subject whose officer speaks next: "Kettle said it knew. Its chairman, Jane Doe,"."""
_BOSS = r"(?:[Ee]xecutives|[Bb]oss(?:es)?|chief executive|CEO|managing director)"
_BEFORE = re.compile(
    rf"(?:\b(?:(?:[Ss]hares|stock|stake) (?:of|in)|{_BOSS} (?:of|at)|[Cc]ustomers of|"
    r"(?:[Mm]erger|[Tt]akeover|[Aa]cquisition|[Tt]ie-up) (?:of|with|by)) |"
    rf"\b(?i:{TRADE})(?: called|,)? |[A-Z][\w-]+-based )(?:the )?\Z"
)
_OPENS_APPOSED = re.compile(
    rf"(?:\A|\n|[.!?”\"] )(?:The|An?|His|Her|Its|Their) (?:[\w'’-]+ ){{0,4}}?(?:{TRADE}|party|newspaper|agency)"
    r"(?: [a-z][^,.;:\n“\"]{2,60})?, \Z"
)
"""What opens a sentence before the name of a body: "The company at the centre of the row, Kettle Sul, said"."""
_LONGEST_OPENING_CHARS = 120
_ENDS_BEFORE = (
    "the ",
    "of ",
    "in ",
    "at ",
    "with ",
    "by ",
    "called ",
    ", ",
    "-based ",
    *(f"{trade} " for trade in _TRADES),
)
"""How what `_BEFORE` finds ends, in small letters; before most names nothing ends so."""
_LONGEST_END = max(map(len, _ENDS_BEFORE))
_LED = re.compile(
    r" (?:(?:acting|interim|former|new|then|group) )*(?:chief (?:executive|financial officer|operating officer)|"
    r"CEO|CFO|managing director)\b(?! of\b)"
)
"""The officers of a company alone, where no apostrophe makes them somebody's: "Kettle Works managing director"."""
_REACH_CHARS = 32
_BEFORE_OFFICES = word_table("Interim Acting Former Longtime Outgoing Company Group Deputy New")
_OF_A_PEOPLE = re.compile(r"\w+(?:an|ic|ish|ese)")
"""How words end that only describe: "Asian shares", "the Democratic spokesman"."""


def tell_bodies(text: str, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """Names of unclear kind as bodies' where a neighbour of one of them tells so.

    What persons have and do as well ("Doe's spokesman", "Doe said it") tells so only of a name that can be no surname.

    Args:
        text: The story.
        mentions: The names in it, in text order.
    """
    unclear = [mention for mention in mentions if _may_be_body(mention)]
    if not unclear:
        return tuple(mentions)
    single = {mention.name for mention in mentions if " " not in mention.name}
    last_words = {mention.name.rsplit(" ", 1)[-1] for mention in mentions if " " in mention.name}
    told = {
        mention.name
        for mention in unclear
        if _is_told(text, mention)
        or (_is_no_surname(mention.name, single, last_words) and _is_like_one(text, mention))
        or (_is_nobodys_name(mention.name, single) and _SAYS_ITS.match(text, mention.span.end))
    }
    told |= {mention.name for mention in unclear if mention.name.split()[0] in told}
    return tuple(
        replace(mention, kind=MentionKind.BODY) if mention.name in told and _may_be_body(mention) else mention
        for mention in mentions
    )


def _may_be_body(mention: Mention) -> bool:
    if mention.kind is not MentionKind.UNCLEAR or mention.before or mention.name in _BEFORE_OFFICES:
        return False
    return not is_known(mention.name)


def _is_no_surname(name: str, single: set[str], last_words: set[str]) -> bool:
    """Tell whether a name is not short as a person's is, by the last of its words: "Kettle" of "Kettle Works"."""
    first, *rest = name.split()
    return first in single if rest else name not in last_words and _OF_A_PEOPLE.fullmatch(name) is None


def _is_nobodys_name(name: str, single: set[str]) -> bool:
    """Tell whether a name of two words has no given name and no surname that the story uses alone: "Kettle Sul"."""
    words = name.split()
    return len(words) > 1 and gender_of(words[0]) is None and words[-1] not in single


def _is_told(text: str, mention: Mention) -> bool:
    """Tell whether words beside a name say what it is, that it has shares or that it is a thing ("Kettle, which")."""
    start, end = mention.span
    if _APPOSED.match(text, end) or _LED.match(text, end):
        return True
    if _WHICH.match(text, end) and opens_sentence(text, start):
        return True
    apposed = text.startswith(",", end) and text.endswith(", ", 0, start)
    if apposed and _OPENS_APPOSED.search(text, max(0, start - _LONGEST_OPENING_CHARS), start):
        return True
    may_tell = text[max(0, start - _LONGEST_END) : start].casefold().endswith(_ENDS_BEFORE)
    return may_tell and _BEFORE.search(text, max(0, start - _REACH_CHARS), start) is not None


def _is_like_one(text: str, mention: Mention) -> bool:
    start, end = mention.span
    if _BEHIND.match(text, end) or _SAYS_OF_ITSELF.match(text, end):
        return True
    opens = opens_sentence(text, start)
    if opens and _ITS_NEXT.match(text, end):
        return True
    opens_clause = opens or _CLAUSE.search(text, max(0, start - _REACH_CHARS), start) is not None
    return opens_clause and _SEVERAL_DO.match(text, end) is not None
