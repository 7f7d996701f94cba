"""Which page a page calls itself, and which ones it says that it was made from."""

from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple
from urllib.parse import urljoin, urlsplit

from sayso.records.addresses import are_of_one_site, is_web_page, spell_address

_BASED_ON_KEYS = ("isBasedOn", "isBasedOnUrl", "isBasedOnURL")


class PageLinks(NamedTuple):
    """The address that a page calls its own, and those of the pages that it names as its originals."""

    canonical_url: str | None
    originals: tuple[str, ...]


def read_links(canonical: Iterable[str | None], article: Mapping[str, object], url: str | None) -> PageLinks:
    """Read a page's own statements about addresses; what is no whole address, or that of a site, tells nothing.

    A canonical link to another site says that this page is a copy of the one there.

    Args:
        canonical: What its canonical links hold, the surest first.
        article: Its JSON-LD.
        url: The address that it was fetched from.
    """
    named = next(filter(None, (_join(url, address or "") for address in canonical)), None)
    elsewhere = named is not None and url is not None and not are_of_one_site(named, url)
    own_url = None if elsewhere else named
    own = {spelling for address in (own_url, url) if address for spelling in spell_address(address)}
    originals = [named] if elsewhere and named else []
    originals += [address for address in _based_on(article, own_url or url) if address not in own]
    return PageLinks(own_url, tuple(dict.fromkeys(originals)))


def _based_on(article: Mapping[str, object], base: str | None) -> Iterator[str]:
    """The addresses of what schema.org's isBasedOn, or its older isBasedOnUrl, says that the story was made from.

    Each is an address, a work that has one, or a list of these; works without an address tell nothing.
    """
    waiting = deque(article.get(key) for key in _BASED_ON_KEYS)
    while waiting:
        value = waiting.popleft()
        if isinstance(value, list):
            waiting.extendleft(reversed(value))
            continue
        places = [value.get("url"), value.get("@id")] if isinstance(value, dict) else [value]
        joined = (_join(base, place) for place in places if isinstance(place, str) and place.strip())
        yield from list(filter(None, joined))[:1]


def _join(base: str | None, address: str) -> str | None:
    """The whole address of a page; None for what is none, or that of a site's front page.

    Some sites call every page by the address of their front page, which would make one story of them all.
    """
    try:
        whole = urljoin(base or "", address.strip())
        is_page = bool(urlsplit(whole).path.strip("/") or urlsplit(whole).query)
    except ValueError:
        return None
    return whole if is_page and is_web_page(whole) else None
