"""Which long name a body's or a medium's short one means: acronyms, "Pew", "the Times", "Supreme Court"."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import groupby

from sayso.sources.known.bodies import find_body
from sayso.sources.known.gazetteer import find_outlet
from sayso.sources.lexicon import BODY_NAME_WORDS, MEDIA_NAME_WORDS
from sayso.sources.names.mention_kinds import MentionKind
from sayso.sources.names.mentions import Mention
from sayso.sources.names.runs import LINKS, is_acronym

_COMPANY = re.compile(
    r" (?:Company|Corporation|Corp|Inc|Ltd|Limited|Co|Motors|Airlines|Foundation|Holdings|LLC|LLP|Partners|Capital"
    r"|Research Center|Institution|Action|News)\b"
)
_LEGAL_FORM = re.compile(r",? (?:Inc|Corp|Ltd|Limited|plc|PLC|LLC|LLP|GmbH|AG|SA|Co)\.?$")
_PUBLIC = re.compile(
    r" (?:County|City|State|Court|Government|Ministry|Department|Committee|Senate|House|Congress|Police|Sheriff|Party|"
    r"University|College|School|Hospital|Parliament|Union|Office|Council|Commission|Bureau|Board|Administration|Agency|"
    r"Federation|Authority|Institute|Museum|Army|Navy|Guard|Assembly|Legislature|Service|Association|District|Fire|Public|"
    r"[Ee]mbassy|[Cc]onsulate|Red (?:Cross|Crescent)|Republican|"
    r"Republicans|Democrat|Democrats|Democratic|Chamber|Center|Centre|League|Conference|Church|Diocese|Archdiocese|of)\b"
)
_DEPARTMENT = re.compile(r"(.+) (department|ministry)$")
_LONGEST_WITHIN = len(" throughout ")
_WITHIN = re.compile(r"\b(?:in|across|throughout|within|into) \Z", re.IGNORECASE)
_LONGEST_COMPANY_WORDS = 3
"""A company's name in more words ("Ford North America Inc") is likelier that of a part of it."""
_BODIES = (MentionKind.BODY, MentionKind.MEDIA)
_MAY_BE_BODIES = (*_BODIES, MentionKind.UNCLEAR)
_SET_BEFORE_NOUN = re.compile(r"-(?:led|run|[a-z]+ed)$")
"""How names end that only describe a noun: "Tide Nations-led" is not what "TN" stands for."""
_MAY_BE_NAMED_SHORT = (MentionKind.BODY, MentionKind.UNCLEAR)


@lru_cache(maxsize=1 << 14)
def fold(name: str) -> str:
    """A name for comparing: without case, diacritics and kinds of apostrophes."""
    if name.isascii():
        return name.casefold()
    decomposed = unicodedata.normalize("NFKD", name.replace("’", "'"))
    return "".join(sign for sign in decomposed if not unicodedata.combining(sign)).casefold()


def is_in_place(text: str, mention: Mention) -> bool:
    """Tell whether a name can only be a place's where it stands: "in Portugal" names nobody of that surname."""
    return (
        mention.kind is MentionKind.PLACE
        and _WITHIN.search(text, max(0, mention.start - _LONGEST_WITHIN), mention.start) is not None
    )


def find_long_names(mentions: Iterable[Mention]) -> dict[str, str]:
    """For short names of bodies and media the long one by which the story names the same; both folded."""
    kinds = {mention.name: mention.kind for mention in mentions}
    long_names = {}
    initials = {
        short: fold(name) for name in kinds if _may_be_shortened(name, kinds[name]) for short in _initials(name)
    }
    companies = {fold(name.split()[0]): fold(name) for name in kinds if _is_company(name)}
    companies |= {fold(_LEGAL_FORM.sub("", name)): fold(name) for name in kinds if _LEGAL_FORM.search(name)}
    begun = _by_first_word(name for name in kinds if kinds[name] in _MAY_BE_NAMED_SHORT)
    bodies = {_bare(name): fold(name) for name in kinds if kinds[name] in _BODIES}
    outlets = {
        _bare(name): fold(name) for name in kinds if kinds[name] is MentionKind.MEDIA and LINKS.isdisjoint(name.split())
    }
    for name, kind in kinds.items():
        longer = _of_acronym(name, kind, initials)
        if not longer and kind is not MentionKind.PLACE and not find_outlet(name):
            longer = companies.get(fold(name)) or _begun_by(name, kinds, begun)
        if kind is MentionKind.UNCLEAR and name in MEDIA_NAME_WORDS:
            longer = longer or _find_within(_bare(name), outlets, MentionKind.MEDIA)
        if kind in _MAY_BE_NAMED_SHORT:
            longer = longer or _opening(name, begun)
        if kind in _BODIES:
            longer = longer or _find_within(_bare(name), bodies if kind is MentionKind.BODY else outlets, kind)
        longer = longer or _find_in_tables(name, kind, kinds)
        if longer and longer != fold(name):
            long_names[fold(name)] = longer
    # What a long name is short for itself: the DNC, the Democratic National Committee, that of Ohio.
    return {short: long_names.get(longer, longer) for short, longer in long_names.items()}


def _may_be_shortened(name: str, kind: MentionKind) -> bool:
    if _SET_BEFORE_NOUN.search(name):
        return False
    return name.count(" ") > 1 or (kind in _BODIES and " " in name and not name.startswith("The "))


def _of_acronym(name: str, kind: MentionKind, initials: dict[str, str]) -> str | None:
    """The long name of an acronym; what everybody knows by it is no other body with the same initials."""
    if kind is MentionKind.PLACE or not is_acronym(name.removeprefix("The ")):
        return None
    spelt = initials.get(fold(name).removeprefix("the ").replace(".", ""))
    return spelt if spelt and find_outlet(name) in (None, find_outlet(spelt)) else None


def _initials(name: str) -> Iterator[str]:
    """What acronyms a long name may have: with its small words or without, a letter that is repeated once or twice."""
    words = _LEGAL_FORM.sub("", name.removeprefix("The ")).split()
    capitals = "".join(word[0] for word in words if word[0].isupper()).casefold()
    yield "".join(word[0] for word in words).casefold()
    yield "".join(letter for letter, _ in groupby(capitals))
    yield capitals


def _is_company(name: str) -> bool:
    words = name.split()
    return bool(_COMPANY.search(name)) and len(words) - words[-1].startswith("LL") <= _LONGEST_COMPANY_WORDS


def _by_first_word(names: Iterable[str]) -> dict[str, list[str]]:
    """The names of two words and more that a word begins."""
    begun: dict[str, list[str]] = defaultdict(list)
    for name in names:
        first, space, _ = name.partition(" ")
        if space:
            begun[first].append(name)
    return begun


def _begun_by(name: str, kinds: dict[str, MentionKind], begun: dict[str, list[str]]) -> str | None:
    """The one name of a company, a club or the like that a word begins: "Kettle Works" of "Kettle".

    Neighbours tell that one of the two is a body's; what begins a public body's name is its place ("Ohio Police").
    """
    if kinds[name] not in _MAY_BE_NAMED_SHORT or " " in name or is_acronym(name) or name in BODY_NAME_WORDS:
        return None
    longer = begun.get(name, ())
    if len(longer) != 1 or begins_public(longer[0]):
        return None
    return fold(longer[0]) if MentionKind.BODY in (kinds[name], kinds[longer[0]]) else None


def _opening(name: str, begun: dict[str, list[str]]) -> str | None:
    """The one name that goes on behind a word alone: "Catechism of the Church" of "Catechism"."""
    if " " in name or is_acronym(name) or name in BODY_NAME_WORDS:
        return None
    longer = [each for each in begun.get(name, ()) if each.startswith((f"{name} of ", f"{name} for "))]
    return fold(longer[0]) if len(longer) == 1 else None


def begins_public(name: str) -> bool:
    """Tell whether a name may begin with a place, as public bodies' do: "Ohio Police", "Kettle County"."""
    return _PUBLIC.search(name) is not None


def _bare(name: str) -> str:
    return fold(name).removeprefix("the ")


def _find_within(short: str, longer: dict[str, str], kind: MentionKind) -> str | None:
    """The one longer name that ends in this, or begins with this and goes on to say what for.

    Of "The Times" "New York Times", of "Rain Committee" that of Ohio or "Rain Committee for Change", of "Trade
    Department" the "US Department of Trade".
    """
    if " " not in short and kind is not MentionKind.MEDIA:
        return None
    turned = _DEPARTMENT.sub(r"\2 of \1", short)
    starts, ends = (f"{short} of ", f"{short} for "), (f" {short}", f" {turned}")
    fitting = {bare for bare in longer if bare.endswith(ends) or bare.startswith(starts)}
    fitting |= {turned} & longer.keys() - {short}
    return longer[fitting.pop()] if len(fitting) == 1 else None


def _find_in_tables(name: str, kind: MentionKind, kinds: dict[str, MentionKind]) -> str | None:
    """The longest name in the story of a body or an outlet that the tables know by this acronym or word as well."""
    if kind not in _MAY_BE_BODIES or " " in name:
        return None
    known = find_outlet(name) or find_body(name)
    if known is None:
        return None
    same = [
        each
        for each, other in kinds.items()
        if other in _MAY_BE_BODIES and " " in each and (find_outlet(each) or find_body(each)) == known
    ]
    letters = {word[0] for word in name} if is_acronym(name) else set()
    fitting = [each for each in same if _is_short_for(name, letters, each)]
    return fold(max(fitting, key=len)) if fitting else None


def _is_short_for(name: str, letters: set[str], longer: str) -> bool:
    """Tell whether the letters of an acronym hold a long name's initials, or the long name starts like a short one."""
    initials = {word[0] for word in longer.removeprefix("The ").split() if word[0].isupper()}
    return initials <= letters if letters else longer.startswith(name)
