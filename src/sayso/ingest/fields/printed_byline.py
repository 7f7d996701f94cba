"""The byline that a page prints, where it does not tell its authors otherwise."""

import re
from itertools import islice

from lxml import html

_WHERE = ("(.//h1)[1]/following::", ".//")
_PLACES = (
    '*[@itemprop="author"]//*[@itemprop="name"]',
    '*[@itemprop="author"]',
    'a[@rel="author"]',
)
_CLASSED = '*[contains(@class, "byline")]'
_CLASS = re.compile(r"(?:^|[\s_-])byline(?:\s|$)")
"""A name as the usual ways of naming parts make it: "byline", "article-byline", "story__byline"."""

_NO_NAME = re.compile(r"\d|.*\b(?:you['’]re|log(?:ged)? (?:in|out)|sign (?:in|out|up))\b", re.IGNORECASE)
"""What pages print in the place of a byline: the hour of the story, a reader's account."""
_LONGEST_CHARS = 200
_ONE_BYLINE_LEVELS = 3
"""Names are of one byline where an element so far above holds them: "by <a>Ann Lee</a> and <a>Ben Ash</a>"."""


def find_printed_byline(tree: html.HtmlElement) -> str | None:
    """All names of the first byline, as it is marked; the one behind the headline goes before those of other stories.

    Args:
        tree: The page; it is not changed.
    """
    return next(filter(None, (_find_byline(tree, where) for where in _WHERE)), None)


def _find_byline(tree: html.HtmlElement, where: str) -> str | None:
    for place in _PLACES:
        marked = tree.xpath(where + place)
        names: list[str] = []
        for element in marked:
            name = _words(element)
            is_known = name and any(one in name or name in one for one in names)
            if name and not is_known and _holder(element) is _holder(marked[0]):
                names.append(name)
        if names:
            return ", ".join(names)
    classed = (element for element in tree.xpath(where + _CLASSED) if _CLASS.search(element.get("class")))
    return next(filter(None, map(_words, classed)), None)


def _words(element: html.HtmlElement) -> str | None:
    words = " ".join((element.get("content") or element.text_content()).split())
    is_byline = words and len(words) <= _LONGEST_CHARS and not _NO_NAME.match(words)
    return words if is_byline else None


def _holder(element: html.HtmlElement) -> html.HtmlElement:
    above = list(islice(element.iterancestors(), _ONE_BYLINE_LEVELS))
    return above[-1] if above else element
