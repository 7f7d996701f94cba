"""HTML and trafilatura's XML as plain text, with its paragraphs kept apart."""

import re
from collections.abc import Iterator

from lxml import etree, html

_BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "body", "dd", "details", "div", "dl", "dt", "fieldset", "figcaption",
    "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hr", "item", "li", "list",
    "main", "nav", "ol", "p", "pre", "quote", "row", "section", "table", "tbody", "tr", "ul",
})  # fmt: skip
_BREAKS = frozenset({"br", "lb"})
_UNSEEN = frozenset({
    "button", "head", "iframe", "noscript", "script", "select", "style", "svg", "template", "textarea", "title",
})  # fmt: skip
_BETWEEN_CELLS = frozenset({"cell", "td", "th"})
_MARKUP = re.compile(r"</?[A-Za-z][^<>]*>|&#?\w+;")
_SOFT_HYPHEN = "\xad"  # where a word may be split: not shown, and no part of it
_BLOCK_MARK = "\ue000"
_AT_BLOCK_MARK = re.compile(rf"\s*{_BLOCK_MARK}\s*")
_LINE_END = re.compile(r"\s*\n\s*")
_SPACE = re.compile(r"[ \t\r\n\f]+")
_SPACE_ROUND_BREAK = re.compile(r" *\n *")
_MANY_BREAKS = re.compile(r"\n{3,}")


def text_of_fragment(fragment: str) -> str:
    """The text of an HTML fragment; what holds no markup comes back as it is, but for space at its ends."""
    if not _MARKUP.search(fragment):
        return fragment.replace(_SOFT_HYPHEN, "").strip()
    return text_of_tree(html.fromstring(f"<div>{fragment}</div>"), unseen=_UNSEEN)


def text_of_tree(root: etree._Element, unseen: frozenset[str] = frozenset()) -> str:
    """The text below an element: an empty line between blocks, a line break for each break.

    Args:
        root: An element of HTML, or of the XML that trafilatura makes.
        unseen: Tags that are left out with all they hold.
    """
    text = _SPACE_ROUND_BREAK.sub("\n", "".join(_pieces(root, unseen)))
    return _MANY_BREAKS.sub("\n\n", text.replace(_SOFT_HYPHEN, "")).strip()


def text_of_extract(root: etree._Element) -> str:
    """The text of what trafilatura extracted.

    Its last resort is one paragraph for the whole page, where line ends stand between blocks. In all else line ends
    are those of the page's source, and mean nothing.
    """
    if len(root) == 1:
        for element in root.iter():
            element.text = _as_blocks(element.text)
            element.tail = _as_blocks(element.tail)
    return _AT_BLOCK_MARK.sub("\n\n", text_of_tree(root)).strip()


def _as_blocks(text: str | None) -> str | None:
    return _LINE_END.sub(_BLOCK_MARK, text) if text and text.strip() else text


def text_of_page(root: etree._Element) -> str:
    """All that a small HTML page shows, without its navigation."""
    return text_of_tree(root, unseen=_UNSEEN | {"nav", "footer", "aside", "form"})


def _pieces(root: etree._Element, unseen: frozenset[str]) -> Iterator[str]:
    hidden_below: etree._Element | None = None
    for event, element in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        if event == "start" and hidden_below is None:
            if element.tag in unseen:
                hidden_below = element
                continue
            yield _boundary(element.tag)
            yield _SPACE.sub(" ", element.text or "")
        elif event != "start":
            if hidden_below is None and event == "end":
                yield _boundary(element.tag)
            if hidden_below is element:
                hidden_below = None
            if hidden_below is None and element is not root:
                yield _SPACE.sub(" ", element.tail or "")


def _boundary(tag: object) -> str:
    if tag in _BLOCKS:
        return "\n\n"
    if tag in _BREAKS:
        return "\n"
    return " " if tag in _BETWEEN_CELLS else ""
