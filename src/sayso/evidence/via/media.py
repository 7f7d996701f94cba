"""Names of media as a story has them: which capitalised words are an outlet."""

import re
from collections.abc import Callable, Iterable
from functools import lru_cache

from sayso.text.agencies import canonical_agency, read_credit_values
from sayso.text.names import letters_of
from sayso.text.word_tables import word_table

FindOutlet = Callable[[str], str | None]
"""The canonical name of the outlet or agency that these words name; None where they name none."""

_HEADS = word_table("""
    times post news tv television radio daily herald journal tribune gazette telegraph press magazine chronicle observer
    today weekly mail mirror standard globe star sun independent express newspaper newswire sentinel courier dispatch
    bulletin examiner inquirer argus echo enquirer reporter fm podcast guardian economist show tonight pravda zeitung
    media week beacon mercury-news register review bee citizen ledger advertiser statesman intelligencer insider
    quarterly caller wire beast bladet tageblatt allgemeine scientist""")
"""Last words of names of two words or more, and of one behind "The"."""
_SHORT = word_table("post times journal telegraph guardian herald tribune chronicle globe mail sun mirror independent")
"""Heads that stand for a whole name."""
_BROADCASTERS = word_table("""
    bbc cnn npr pbs cbs cbc abc nbc msnbc cnbc itv rte rté rt ndtv isna dw nhk kbs rai zdf ard tf1 svt nrk sky""")
"""First or last words that tell by themselves."""
_TITLES = word_table("""
    euractiv politico axios newsweek meduza bild haaretz hurriyet variety billboard forbes fortune wired vox vice
    gizmodo buzzfeed mashable slate salon time wikinews theprint""")
"""Names of one word that no head tells."""
_ENDS = _HEADS | _BROADCASTERS | _TITLES
_WELL_KNOWN = frozenset(
    (
        *("rolling stone", "scientific american", "national geographic", "al jazeera", "le monde", "le figaro"),
        *(
            "el país",
            "el pais",
            "der spiegel",
            "france 24",
            "the hill",
            "the atlantic",
            "the verge",
            "the conversation",
        ),
        *("the intercept", "the times of india", "the independent", "kyiv independent", "moscow times"),
    )
)
"""Names of two words or more that no head tells."""
_PROGRAMMES = frozenset(
    (
        *("state of the union", "meet the press", "face the nation", "fox & friends", "fox and friends", "morning joe"),
        *("60 minutes", "morning edition", "good morning america", "all things considered", "weekend edition"),
        *("situation room", "anderson cooper 360", "newsnight", "good morning britain", "today show"),
    )
)
"""Programmes by whose names news is made; those of common words ("This Week") tell nothing without their channel."""
_ARTICLED_PLACES = word_table("hague bahamas gambia netherlands kremlin pentagon vatican")
_CALL_SIGN = re.compile(r"K[A-Z]{3}\d{0,2}(?:-(?:TV|FM|AM))?|W[A-Z]{2,3}(?:\d{1,2}|-(?:TV|FM|AM))")
"""American stations; a bare W is also that of WADA."""
_STATION = re.compile(r"(?:FOX|Fox|ABC|NBC|CBS|CW|News) ?\d{1,2}|[AF]M \d{3,4}")
"""Stations by their network and channel, "FOX 4", "ABC7", or where they send, "AM 710"."""
_ABOVE = word_table("trust board foundation group holdings executives staff")
"""What governs or owns a medium is none."""
_NATIONS = re.compile(
    r"US|U\.S\.|UK|EU|German|French|Dutch|Greek|Swiss|Czech|Israeli|Iraqi|Saudi|Pakistani|Korean|European|American"
    r"|African|Mexican|Argentine|[A-Z]\w+(?:ish|ian|ese)"
)
"""Of where a newspaper is; alone it names none: "the German magazine"."""
_NO_PRESS = word_table(
    "committee court office department ministry council party university commission senate house company union church "
    "army navy police bank society institute centre center school hospital club"
)
_NO_MEDIA = word_table("the a an his her their our its my this that")
_NAME = r"(?:(?:al-|el-)?[i\d]?[A-Z][\w'’&-]*|[A-Z](?:\.[A-Z])+\.?)(?:\.com?(?:\.[a-z]{2})?\b)?"
_NUMBER = (
    r"(?:(?<=Radio)|(?<=Channel)|(?<=Europe)|(?<=France)|(?<=Canal)|(?<=TV)|(?<=Rossiya)|(?<=F[Oo][Xx])|(?<=ABC)"
    r"|(?<=NBC)|(?<=CBS)|(?<=News)) \d{1,2}\b|(?<=[AF]M) \d{3,4}\b"
)
"""Stations have a number behind some words; "told Reuters 12 people" has none."""
NAME_PATTERN = rf"(?:[Tt]he )?{_NAME}(?: (?:(?:of the|of|the|de|la|di|du|for|&) )?{_NAME})*(?:{_NUMBER})?"
"""Matches a run of capitalised words, "The New York Times"."""

_DAYS = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
DATE = rf"(?:{_DAYS}|(?:Jan|Feb|Mar|Apr|May|June|July|Aug|Sept|Oct|Nov|Dec)[a-z]*\.? \d)"
"""Matches the day of a week, or a day of the year up to its first figure."""
_LONGEST_TOLD_WORDS = 3
_SITE = re.compile(r"\.com?(?:\.[a-z]{2})?$")
_CHANNEL = re.compile(r"Channel (?:\d{1,2}|Four|Five|Seven|Nine|Ten)")
_NUMBERED = (_CALL_SIGN, _STATION, _CHANNEL)
_BROADCAST_DAY = re.compile(rf"^((?:The )?[A-Z]\w+) (?:{_DAYS})$")
"""An outlet of one word and the day: "said on CNN Sunday"; not "Fox News Sunday"."""
_OF_FIELD = re.compile(
    r"\b(?:ministry|minister|secretary|department|committee|council|bureau|office|institute|school|court|member)s? of ",
    re.IGNORECASE,
)
"""Before what a body or office is of, be it the name of a paper too: "Ministry of Foreign Affairs"."""
_POSSESSOR = re.compile(r"^(.+?)['’]s? (?=[A-Z])")
_POSSESSIVE = re.compile(r"['’]s?$")


@lru_cache(maxsize=1 << 14)
def canonical_outlet(words: str) -> str | None:
    """The agency or outlet that the agency table has under these words; None where it has none."""
    plain = words.removeprefix("the ").removeprefix("The ").strip()
    agency = canonical_agency(words) or canonical_agency(plain)
    if agency:
        return agency
    outlet = read_credit_values(plain).get("outlet")
    return outlet if outlet and outlet.casefold() == plain.casefold() else None


class Newsstand:
    """The media that can be met in one story: those a table knows, and those that the story shows as media."""

    def __init__(self, find_outlet: FindOutlet | None, shown: Iterable[str]) -> None:
        """Take the caller's table, and the names of this story's outlet and its media sources."""
        self._find_outlet = find_outlet
        self._shown = {fold_name(name): name for name in shown}

    def name(self, words: str, *, is_called_media: bool = False) -> str | None:
        """The canonical name of the outlet that these words name; None where they name none.

        Args:
            words: "The Daily News", or who works there: "Ann Smith of The Daily News", "The Daily News's Ann Smith".
            is_called_media: The story itself calls it a newspaper, a channel, a magazine.
        """
        if fold_name(words) in _PROGRAMMES:
            return _tidy(words)
        owned = _POSSESSOR.sub("", words)
        works_for = () if _OF_FIELD.search(words) else words.rsplit(" of ", 1)[1:]
        parts = (*works_for, *_POSSESSOR.findall(words), owned, words)
        found = next(filter(None, map(self._name_whole, parts)), None)
        is_called_media = is_called_media and not _NATIONS.fullmatch(words)
        return found or (_tidy(_POSSESSIVE.sub("", owned.strip())) if is_called_media else None)

    def name_short(self, words: str) -> str | None:
        """The outlet that one word names of which most know what it stands for: "told the Post"."""
        return self._name_whole(f"The {words}") if words.casefold() in _SHORT else None

    def name_told(self, words: str) -> str | None:
        """The outlet that unknown words behind "The" name: news writes a big "The" in names of newspapers alone."""
        spoken = words.casefold().split()
        is_name = words.startswith("The ") and len(spoken) <= _LONGEST_TOLD_WORDS and _NO_PRESS.isdisjoint(spoken)
        return words if is_name and words[4:].casefold() not in _ARTICLED_PLACES else None

    def cut_name(self, words: str, text: str) -> str:
        """A broadcaster's name without what follows it in "told MSNBC Smith was ill", where Smith stands alone too."""
        first, _, last = words.rpartition(" ")
        is_broadcaster = first.casefold() in _BROADCASTERS and last.casefold() not in _HEADS
        if not is_broadcaster or text.count(last) <= text.count(words):
            return words
        is_place = re.search(
            rf"(?:\b(?:in|from|across)(?: the)?|[a-z],) {re.escape(last)}\b", text
        )  # "CNN Philippines"
        return words if is_place else first

    def name_opening(self, words: str) -> str | None:
        """The outlet that these words open with, where what follows may be a name of its own: "CNN Ann Smith"."""
        spoken = words.split()
        parts = [" ".join(spoken[:count]) for count in range(len(spoken), 0, -1)]
        whole = (part for part in parts if canonical_outlet(part) or part.split()[-1].casefold() in _ENDS)
        return next(filter(None, map(self.name, whole)), None)

    def _name_whole(self, words: str) -> str | None:
        plain = _BROADCAST_DAY.sub(r"\1", _POSSESSIVE.sub("", words.strip()))
        folded = fold_name(plain)
        known = canonical_outlet(plain) or self._shown.get(folded) or self._complete(folded)
        known = known or (self._find_outlet(plain) if self._find_outlet else None)
        if known:
            as_told = _differ_by_desk(known, plain) or self._is_fuller(plain, known)
            return _tidy(plain) if as_told else known
        return _tidy(plain) if _looks_like_media(plain) else None

    def _is_fuller(self, words: str, known: str) -> bool:
        """Tell whether the story spells an agency out whose acronym the table has, and does not show it by that too."""
        spelt = known.isupper() and " " in words.removeprefix("the ").removeprefix("The ")
        return spelt and fold_name(known) not in self._shown

    def _complete(self, folded: str) -> str | None:
        """The fuller name that the story has for a medium: "The Telegraph" is its "Daily Telegraph"."""
        return next((name for shown, name in self._shown.items() if shown.endswith(f" {folded}")), None)


@lru_cache(maxsize=1 << 12)
def fold_name(name: str) -> str:
    """A name for comparison: lower case, without the article and full stops."""
    folded = name.casefold().replace(".", "").strip()
    return folded.removeprefix("the ")


def _differ_by_desk(name: str, other: str) -> bool:
    """Tell whether one of two names is the other's news desk: "CBC" and "CBC News" each stand as the story has them."""
    one, two = sorted((letters_of(fold_name(name)), letters_of(fold_name(other))), key=len)
    return two in (f"{one} news", f"{one} daily news")


def _looks_like_media(words: str) -> bool:
    name = words.split(" with ")[0].casefold()
    if name in _WELL_KNOWN or any(each.fullmatch(words) for each in _NUMBERED):
        return True
    spoken = [word for word in re.split(r"[ -]", name) if word not in _NO_MEDIA]
    if not spoken:
        return False
    if len(spoken) == 1:
        return _is_media_word(spoken[0]) or (words.startswith("The ") and spoken[0] in _HEADS)
    if spoken[-1] == "corporation":
        return "broadcasting" in spoken
    if spoken[0] == "daily":
        return True  # "the Daily Trust"
    if spoken[-1] in _ABOVE:
        return False  # "the BBC Trust"
    return spoken[-1] in _HEADS or "news" in spoken or spoken[0] in _BROADCASTERS or spoken[-1] in _BROADCASTERS


def _is_media_word(word: str) -> bool:
    return (
        word in _TITLES
        or word in _BROADCASTERS
        or (word.endswith("tv") and word != "tv")
        or _SITE.search(word) is not None
    )


def _tidy(words: str) -> str:
    return words.removeprefix("the ") if words.startswith("the ") else words
