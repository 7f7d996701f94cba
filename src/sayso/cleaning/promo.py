"""Promo lines: links to other stories, calls to subscribe, share or follow, and a page's own words."""

import re
from collections.abc import Iterator

from sayso.cleaning.layout import Layout
from sayso.records import Mark, MarkKind, Span
from sayso.text.lines import find_sentence_end

_LEAD = r"[\ufeff\u200b•·▪■►▶»>*|#\[({_\s-]{0,6}"
_LINE_OPENINGS = re.compile(
    _LEAD + r"(?:"
    r"(?:read|see|watch|listen|hear|view|learn) (?:also|more|next|related|it all here)\b(?! than)"
    r"|also on [\w-]+\.[a-z]{2,10}\b"
    r"|(?:also|further) (?:read|see|watch|reading|on (?!(?:mon|tues|wednes|thurs|fri|satur|sun)day)[\w. ]{2,30}:)"
    r"|related(?: (?:news|stor(?:y|ies)|articles?|links?|coverage|content|video|topics|posts?|reading)\s?(?:[:|-]|$))"
    r"|related\s?[:|]"
    r"|see related\b"
    r"|more (?:from|on|about|coverage|stories)\b[^\n.]{0,80}(?::|$)|more\s?:"
    r"|(?:recommended|trending|most read|top stories|popular stories|you (?:may|might) (?:also|like)|don['’]t miss|"
    r"up next|now playing|what to read next|editors?['’]?s? picks?|must read|must watch|just watched)\b"
    r"[^\n]{0,120}(?::|$|replay\b)"
    r"|just watched [^\n]{1,200}replay more videos"
    r"|(?:story|article) continues\b|continue reading\b"
    r"|(?:skip )?advertisements?\s?:?(?: [-–—] (?:story|article|scroll) [^\n]{0,40})?$"
    r"|skip (?:next section|twitter post|ad\b)"
    r"|share (?:this|on|via)\b[^\n.]{0,60}$|share tweet\b|listen to article\b"
    r"|leave a (?:reply|comment)\b|this post is for (?:paid )?subscribers"
    r"|(?:watch|video|listen|photos|photo gallery|gallery|slideshow|podcast|photo essay|in pictures|interactive|"
    r"recommended video)\s?(?::|\||$)(?!\s?$)"
    r"|do you support [^\n?]{2,40}\? like the page"
    r")",
    re.IGNORECASE,
)
_IMPERATIVES = (
    r"(?:Click (?:here|on the link|this link|through)\b|CLICK HERE\b"
    r"|Subscribe (?:to|here|now|today|for)\b|SUBSCRIBE\b"
    r"|Sign up (?:for|to|here|now|today)\b|SIGN UP\b"
    r"|(?:Please )?[Ff]ollow (?:us|me|him|her|them|@\w{1,30}|"
    r"[A-Z][\w.'’-]{0,20}(?: [A-Z][\w.'’-]{0,20}){0,5}(?: section| team| page)?) (?:on|at|@)\b"
    r"|(?:Please )?[Ll]ike (?:us|our page|the page) on\b"
    r"|Join us on\b|Join our (?:Telegram|WhatsApp|newsletter|channel|mailing)"
    r"|Download (?:the|our) (?:\w{1,20} ){0,3}app\b|Get (?:the|our) (?:\w{1,20} ){0,3}(?:app|newsletter|alerts)\b"
    r"|Want (?:more (?:news|updates|from|on|like)|to receive) [^\n.?]{0,60}\?|Twitter: @\w"
    r"|Read the (?:original|full) (?:article|story|post)(?: here)?(?=\.?$)|Read it all here\b|Email the author\b)"
)
_IMPERATIVE_AT_START = re.compile(_LEAD + _IMPERATIVES)
_IMPERATIVE_INSIDE = re.compile(r"[.!?…)\"”’][ \xa0](?P<call>" + _IMPERATIVES + ")")
_IN_BRACKETS = re.compile(
    r"[(\[](?:RELATED|Related|SEE ALSO|See also|READ(?: MORE| ALSO)?|Read (?:more|also)|MORE|WATCH|LISTEN|PHOTOS?|"
    r"VIDEO)\s?:[^()\[\]\n]{3,240}[)\]]"
)
_PAGE_LINES = re.compile(
    _LEAD + r"(?:"
    r"thank you for visiting [\w-]{1,40}\.\w"
    r"|your browser (?:does not|doesn['’]t|is not|isn['’]t) support|you are using an? (?:\w{1,20} ){0,2}browser\b"
    r"|we want to hear from you\s?(?:[:.!]|$)"
    r"|[^\n.!?:“”\"]{2,60}: sign up (?:for|to) [^\n.!?]{0,80}\b(?:newsletter|emails?|alerts|briefing)\b"
    r"|advertisements?\b[^\n.]{0,40}(?:story|article) continues below$"
    r"|our (?:web)?site is (?:the|your) (?:place|home|source) for\b"
    r"|for (?:the latest|all the latest|more)\b(?! than)[^\n.!?]{0,140}\b(?:sign up (?:for|to)|subscribe to|download) "
    r"(?:our\b|the [^\n.!?]{0,60}\b(?:newsletter|app)\b)"
    r"|join (?:our|the) (?:(?:commenting|comments|reader|discussion) )?(?:forum|conversation|discussion)\.?$"
    r"|join (?:[\w-]{1,30} )?conversations, follow other\b"
    r"|(?:\d{1,6} |view |show |all |reader ){0,2}comments?(?: ?\(\d{1,6}\))?$"
    r"|would you like to comment on this\b"
    r"|(?:please )?read our comment(?:s|ing)? (?:policy|guidelines|rules)\b"
    r"|(?:sign|log) (?:up|in)\b[^\n.!?]{0,60} or (?:(?:sign|log) (?:in|up)|register|create an account)\b"
    r"|enjoying our (?:\w{1,20} )?(?:content|journalism|stories)\?"
    r"|(?:get|want) [^\n.!?]{2,120} (?:to|in) your inbox\b|let our news meet your inbox\b"
    r"|get (?:daily|weekly|breaking) (?:[\w-]{1,20} ){0,3}(?:news|headlines|alerts|updates)(?:$| alerts\b| emails\b)"
    r"|article content$|(?:skip to )?main content$|get reporter alerts$|show all \d{1,3}$|loading(?: \w+){0,3} ?\.{3}$"
    r"|thank(?:s| you) for (?:signing up|subscribing)\b|keep an eye on your inbox\b"
    r"|there was an error (?:processing|submitting|with) your\b"
    r"|(?:like|enjoy|enjoyed) this (?:story|article)\? (?:please )?(?:share|subscribe|sign)\b"
    r"|reach (?:the|our) (?:reporters?|writers?|authors?) (?:on|at)\b"
    r"|[^\n.]{3,60} can be reached (?:at|on|via) [^\s]*(?:@|\d{3}|http)"
    r"|(?:the )?(?:views|opinions)(?: and (?:views|opinions))? (?:expressed|contained|presented)\b"
    r"[^\n.]{0,80}\b(?:do(?:es)? not (?:necessarily )?reflect|are (?:those of|solely|(?:his|her|their) own))\b"
    r")",
    re.IGNORECASE,
)
_LINE_ENDINGS = (" Read more", " READ MORE", " [Read more]")
_REPLAY_AT_END = re.compile(r"Replay More Videos \.\.\. [^\n]{0,200}\d\d:\d\d$")

_LONGEST_LINK_CHARS = 260
"""A longer line is taken for a paragraph that happens to open like a link; chosen by reading, not measured."""

_LONGEST_PAGE_LINE_CHARS = 500
"""Notices about browsers run to 400 characters; chosen by reading pages of 35 outlets, not measured."""

_LOST_SPACE_AFTER_COLON = re.compile(r"[a-z]{2}:[A-Za-z]{2}")
_LINK_DATE = re.compile(r"\(\d\d?[./]\d\d?[./]\d{4}\)$")
_SHORTEST_HEADLINE_WORDS, _LONGEST_HEADLINE_WORDS = 5, 25
_LONGEST_SPEAKER_WORDS = 4
_SHORTEST_BODY_CHARS = 60
"""A neighbour this long that ends a sentence is a body paragraph."""
_SENTENCE_ENDS = tuple('.!?…"”’)')


def find_promos(layout: Layout) -> Iterator[Mark]:
    """Find lines and closing sentences that lead away from the story."""
    for position, line in enumerate(layout.lines):
        whole = _match_line(layout.text, line)
        if whole:
            yield Mark(MarkKind.PROMO, line, whole)
        elif _is_headline_between_paragraphs(layout, position):
            yield Mark(MarkKind.PROMO, line, "another story's headline between two paragraphs")
        else:
            yield from _find_calls(layout.text, line)
            for link in _IN_BRACKETS.finditer(layout.text, *line):
                yield Mark(MarkKind.PROMO, Span(*link.span()), "a link to another story, in brackets")


def _match_line(text: str, line: Span) -> str | None:
    if line.end - line.start <= _LONGEST_PAGE_LINE_CHARS and _PAGE_LINES.match(text, *line):
        return "a line of the page, not of the story"
    if line.end - line.start > _LONGEST_LINK_CHARS:
        return None
    ends_in_link = text.endswith(_LINE_ENDINGS, *line) or _REPLAY_AT_END.search(text, *line)
    if ends_in_link or _LINE_OPENINGS.match(text, *line):
        return "a line that links elsewhere"
    return None


def _find_calls(text: str, line: Span) -> Iterator[Mark]:
    opening = _IMPERATIVE_AT_START.match(text, *line)
    found = opening or _IMPERATIVE_INSIDE.search(text, *line)
    while found:
        start = found.start() if found is opening else found.start("call")
        end = find_sentence_end(text, found.end(), line.end)
        yield Mark(MarkKind.PROMO, Span(start, end), "a call to click, follow or subscribe")
        found = _IMPERATIVE_INSIDE.search(text, end - 1, line.end)


def _is_headline_between_paragraphs(layout: Layout, position: int) -> bool:
    if not 0 < position < len(layout.lines) - 1:
        return False
    words = layout.lines[position].of(layout.text)
    if not words[0].isupper() or words.endswith((*_SENTENCE_ENDS[:-1], ":", ",", ";")) or '"' in words or "“" in words:
        return False
    if not _SHORTEST_HEADLINE_WORDS <= words.count(" ") + 1 <= _LONGEST_HEADLINE_WORDS:
        return False
    if not (words.isupper() or _links_by_colon(words) or _LINK_DATE.search(words)):
        return False
    return _is_body(layout, position - 1) and _is_body(layout, position + 1)


def _links_by_colon(words: str) -> bool:
    colon = _LOST_SPACE_AFTER_COLON.search(words)
    if colon is None:
        return False
    before = words[: colon.start() + 2].split()
    return len(before) > _LONGEST_SPEAKER_WORDS or not all(word[0].isupper() for word in before)


def _is_body(layout: Layout, position: int) -> bool:
    line = layout.lines[position]
    return line.end - line.start >= _SHORTEST_BODY_CHARS and layout.text[line.end - 1] in _SENTENCE_ENDS
