"""What describes a medium."""

import re

from sayso.sources.known.gazetteer import find_country
from sayso.sources.lexicon import MEDIA_NOUNS, SURE_MEDIA_NOUNS
from sayso.text.word_tables import word_table

_MEDIA_MODIFIERS = frozenset(
    [
        "news",
        "state",
        "local",
        "national",
        "foreign",
        "broadcast",
        "regional",
        "international",
        "social",
        "trade",
        "industry",
    ]
)
_HEARSAY = word_table(
    "reports news media press various several multiple many some other earlier early initial recent previous "
    "numerous conflicting unconfirmed published local"
)
"""What stands before the "reports" of media that a story leaves unnamed."""
_KINDS = word_table("State Media Local National Government Independent Official Foreign Social Press Regional")
"""What has a capital before "media" or "television" only because a sentence starts."""
_POSTS = re.compile(
    r"(?:.* )?(?:telegram|whatsapp|twitter|x|facebook|youtube|instagram|weibo|tiktok|social media|anonymous)(?: .*)? "
    r"(?:channel|account|page|feed|blog|profile)",
    re.IGNORECASE,
)
_DOCUMENT_FIRST = frozenset(["paper", "papers", "research", "journal"])


def names_media(words: str) -> bool:
    """Tell whether words (no article) describe a medium: "state media", "news agency", but not "space agency"."""
    parts = words.casefold().split()
    if not parts:
        return False
    noun = parts[-1]
    if noun == "reports":
        return _HEARSAY.issuperset(parts)
    if noun == "sources":
        return len(parts) > 1 and parts[-2] in ("news", "media", "press")
    if noun in _DOCUMENT_FIRST:
        if noun == "paper" and len(parts) > 1 and find_country(parts[-2].capitalize()):
            return True  # "a Swiss paper"
        return words.casefold().startswith(("newspaper", "local papers"))
    if noun in SURE_MEDIA_NOUNS:
        return True
    return noun in MEDIA_NOUNS and any(word in _MEDIA_MODIFIERS for word in parts[:-1])


def posts_on_platform(words: str) -> bool:
    """Tell whether words (no article) describe who posts on a platform, and speaks for itself: "Telegram channel"."""
    return _POSTS.fullmatch(words) is not None


def is_kind_of_media(name: str) -> bool:
    """Tell whether a word with a capital only says which kind of medium is meant: "State" of "State television"."""
    return name in _KINDS
