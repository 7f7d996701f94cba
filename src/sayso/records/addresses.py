"""Web addresses: which are of one site, which name a page, and how else one may be written."""

import ipaddress
from functools import lru_cache
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

_VARIANTS = ("www", "m", "mobile", "amp")
"""First labels of a host under which a site shows the same pages."""

_TRACKING = ("utm_", "at_medium", "at_campaign")
"""Beginnings of what in a query only tells where a reader came from."""

_SECOND_LEVEL = frozenset(("ac", "co", "com", "edu", "gov", "net", "or", "org"))
"""Before the two letters of a country these are part of its ending: "co.uk"."""

_COUNTRY_LETTERS = 2

_SHOWS_OTHERS = (
    "ampproject.org",
    "archive.is",
    "archive.md",
    "archive.org",
    "archive.ph",
    "archive.today",
    "bing-amp.com",
    "feedburner.com",
    "feedproxy.google.com",
    "google.com",
    "googleusercontent.com",
    "translate.goog",
)
"""Hosts that show the pages of others under addresses of their own: caches, archives, translations, feeds."""


def are_of_one_site(one: str, other: str) -> bool:
    """Tell whether two addresses are of one site, as far as their hosts tell.

    The site of an outlet has several hosts ("edition.cnn.com", "www.bbc.co.uk" beside "www.bbc.com"). A host that only
    shows the pages of others (a cache, an archive), one without a public name, and an address that has no host are of
    no site of their own, and so of any.
    """
    ours, theirs = _site_of(one), _site_of(other)
    if not ours or not theirs or ours == theirs:
        return True
    return ours.endswith(f".{theirs}") or theirs.endswith(f".{ours}")


def names_a_page(address: str) -> bool:
    """Tell whether an address is that of a page, and not of a whole site.

    What is no web address is a name all the same ("[Kyiv] desk copy").
    """
    try:
        parts = urlsplit(address)
    except ValueError:
        return True
    return not parts.netloc or parts.path not in ("", "/") or bool(parts.query)


def is_web_page(address: str) -> bool:
    """Tell whether this is a whole http or https address of a page."""
    try:
        parts = urlsplit(address)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and names_a_page(address)
    except ValueError:
        return False


def spell_address(address: str) -> tuple[str, ...]:
    """The ways in which the address of a page is written, the given one first.

    With http and https, with and without "www." and a slash at its end, without a fragment.
    """
    if not is_web_page(address):
        return (address,)
    parts = urlsplit(address)
    host, path = parts.netloc.removeprefix("www."), parts.path.rstrip("/")
    query = f"?{parts.query}" if parts.query else ""
    ways = (
        f"{scheme}://{www}{host}{path}{slash}{query}"
        for scheme in ("https", "http")
        for www in ("", "www.")
        for slash in ("", "/")
    )
    return tuple(dict.fromkeys((address, *ways)))


def compare_address(link: str) -> str:
    """A link without its fragment and what only tells where a reader came from."""
    parts = urlsplit(link)
    query = [pair for pair in parse_qsl(parts.query, keep_blank_values=True) if not pair[0].startswith(_TRACKING)]
    return urlunsplit((parts.scheme.lower(), parts.netloc.lower(), parts.path, urlencode(query), ""))


def shortest_spelling(address: str) -> str:
    """How the address of a page is written when all that may differ is left out: "herald.example/ferry?page=2"."""
    if not is_web_page(address):
        return address
    parts = urlsplit(compare_address(address))
    query = f"?{parts.query}" if parts.query else ""
    return f"{parts.netloc.removeprefix('www.')}{parts.path.rstrip('/')}{query}"


@lru_cache(maxsize=1 << 12)
def _host_of(address: str) -> str:
    try:
        return (urlsplit(address).hostname or "").rstrip(".")
    except ValueError:
        return ""


def _site_of(address: str) -> str:
    """The host's name without what all hosts of a site may differ in; empty where it is of no site of its own."""
    host = _host_of(address)
    if "." not in host or any(f".{host}".endswith(f".{carrier}") for carrier in _SHOWS_OTHERS) or _is_ip(host):
        return ""
    labels = host.split(".")
    ending = 2 if len(labels[-1]) == _COUNTRY_LETTERS and labels[-2] in _SECOND_LEVEL and len(labels) > 2 else 1
    labels = labels[:-ending]
    while len(labels) > 1 and labels[0] in _VARIANTS:
        labels = labels[1:]
    return ".".join(labels)


def _is_ip(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True
