"""Which text "the report" or "the letter" is: the one that the story describes more fully elsewhere."""

import re
from collections.abc import Iterator

from sayso.records import Source, SourceKind, Span
from sayso.sources.lexicon import (
    BODY_NOUNS,
    DETERMINERS,
    GROUP_NOUNS,
    INDEFINITE,
    MEDIA_NOUNS,
    PERSON_NOUNS,
    PREPOSITIONS,
)
from sayso.sources.meaning.naming import describe
from sayso.sources.meaning.speakers import Scene, Speaker
from sayso.sources.names.mention_kinds import MentionKind
from sayso.sources.names.phrases import Phrase
from sayso.text.word_tables import word_table

_SAME = (
    word_table("report study analysis paper research review assessment"),
    word_table("lawsuit suit complaint filing"),
    word_table("poll survey"),
    word_table("letter"),
    word_table("memo memos memorandum dossier"),
    word_table("book memoir"),
    word_table("document platform manifesto"),
    word_table("documents papers"),
    word_table("ruling decision opinion verdict judgment"),
    word_table("bill law act legislation measure"),
    word_table("data figures statistics numbers"),
    word_table("investigation inquiry probe"),
    word_table("resolution"),
    word_table("indictment"),
    word_table("findings results"),
    word_table("article story column editorial op-ed"),
    word_table("transcript transcripts"),
    word_table("email emails e-mail e-mails"),
)
"""Nouns by which news calls one and the same text."""
_TITLE = r"[A-Z0-9][^”\"\n]{2,90}?"
_LONG_CHARS = 5
_SUES = re.compile(
    r"(?:,[^,.;]{2,60},)? (?:has |have |is |are |had )?(?:sued|suing|sues|sue|"
    r"filed (?:an? |this |the )?(?:\w+ )?(?:law)?suit)\b"
)
_MAKES = re.compile(
    r"(?:,[^,.;]{2,60},)? (?:has |have |had |is |are )?(?:wrote|written|sent|sending|released|issued|published|penned|"
    r"circulat\w+|drafted|added|posted|unveiled|signed|authored|conducted|commissioned) an? (?:[\w-]+ ){0,4}\Z"
)
_WORD = re.compile(r"[\w&][\w&.'’/-]*")
_LONGEST_TITLE = 60
_PAST = re.compile(r"[a-z]+ed|sent|wrote|read")
_NAME_BEFORE = re.compile(r"[A-Z][\w.]*(?<!['’]s) \Z")
"""A name before a past tense is its subject: "the Council adopted Resolution 12"."""
_LONGEST_NAME = 20
_LONGEST_LEAD_WORDS = 6
_NAMED_WITHIN_SENTENCES = 3
"""How far behind "a new poll" news names it."""
_COMPOUND = re.compile(
    r" (?:enforcement|firm|school|professor|student|suit|maker|clerk|card|center|centre|numbers|worker|group|club)s?\b"
)
"""Nouns before which a text's noun only tells of what kind they are."""
_OF_A_PERSON = re.compile(r"(?:['’]s)? (?:[\w-]+ )?(campaign|administration|family|company)\b")
_DAY = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Janu|Febru)ary|March|April|June|July|August|\w+ember|October"
)


def find_title(scene: Scene, phrase: Phrase, head: str) -> Speaker | None:
    """The text whose title stands in quotation marks beside its noun: a book, "Salt Roads", then "the book"."""
    nouns = "|".join(sorted(next((same for same in _SAME if head in same), frozenset({head}))))
    beside = re.compile(
        rf"\b(?:{nouns}),? (?:titled |entitled |called |named )?[“\"'‘]({_TITLE}),?[”\"'’]", re.IGNORECASE
    )
    within = re.compile(rf"[“\"](?=[^”\"\n]*\b(?i:{nouns})\b)({_TITLE}),?[”\"]")
    found = [each for each in (*beside.finditer(scene.text), *within.finditer(scene.text)) if _is_title(each[1])]
    if not found:
        return None
    near = min(found, key=lambda each: (each.start() > phrase.core.end, abs(each.start() - phrase.core.start)))
    source = Source(near[1], SourceKind.DOCUMENT, named_in=(Span(*near.span(1)),), reason="by its title", score=0.8)
    return Speaker(source, words=frozenset({head}))


def _is_title(words: str) -> bool:
    """Tell a title, whose longer words are all written with capitals, from a sentence."""
    return all(word[0].isupper() or len(word) < _LONG_CHARS for word in words.split()) and words[0].isupper()


def find_text(scene: Scene, phrase: Phrase, head: str) -> Speaker | None:
    """The text that a bare "the report" means: the last so described before, else the first one behind."""
    nouns = next((same for same in _SAME if head in same), frozenset({head}))
    found = [
        (place.start(), described)
        for place in re.finditer(rf"\b(?:{'|'.join(sorted(nouns))})\b", scene.text, re.IGNORECASE)
        if not phrase.core.start <= place.start() < phrase.core.end
        and (described := _describe(scene, Span(*place.span())))
    ]
    if "lawsuit" in nouns:
        found = sorted([*found, *_lawsuits(scene)], key=lambda each: each[0])
    before = [each for each in found if each[0] < phrase.core.start]
    if not found:
        return None
    span, name = (before[-1] if before else found[0])[1]
    # One text is told of in fuller and in shorter words: those of the fullest with the same name stay with it.
    alike = [each for _, each in before if _capitals(name) & _capitals(each[1])]
    span, name = max(alike, key=lambda each: len(each[1].split()), default=(span, name))
    source = Source(
        name, SourceKind.DOCUMENT, named_in=(span,), reason=f'"the {head}": as described elsewhere', score=0.7
    )
    return Speaker(source, words=frozenset({head}))


def find_text_named_next(scene: Scene, phrase: Phrase, head: str, *, proper: bool) -> Speaker | None:
    """The text that "a new poll" opens with and that the next sentences name: "according to the Herald/Marsh poll".

    With `proper` only a name whose noun has a capital: "a new poll of 800 adults", then "the Herald/Marsh Poll".
    """
    nouns = next((same for same in _SAME if head in same), frozenset({head}))
    sentences = scene.cast.sentences
    beyond = sentences.number_at(phrase.core.start) + _NAMED_WITHIN_SENTENCES + 1
    end = sentences.starts[beyond] if beyond < len(sentences.starts) else len(scene.text)
    if proper:
        named = (mention for mention, _ in scene.cast.between(phrase.core.end, end) if " " in mention.name)
        texts = ((each.span, each.name) for each in named if each.name.rsplit(" ", 1)[1].casefold() in nouns)
    else:
        noun = re.compile(rf"\b(?:{'|'.join(sorted(nouns))})\b", re.IGNORECASE)
        places = (Span(*place.span()) for place in noun.finditer(scene.text, phrase.core.end, end))
        texts = (described for place in places if (described := _describe(scene, place)))
    for span, name in texts:
        source = Source(name, SourceKind.DOCUMENT, named_in=(span,), reason=f'"a {head}": as named next', score=0.6)
        return Speaker(source, words=frozenset({head}))
    return None


def _lawsuits(scene: Scene) -> Iterator[tuple[int, tuple[Span, str]]]:
    """Who sues in this story: "Jane Doe sued", "the Doe campaign is suing"."""
    for mention, member in scene.cast.pairs:
        body = _OF_A_PERSON.match(scene.text, mention.span.end)
        end = body.end() if body else mention.span.end
        if _SUES.match(scene.text, end):
            span = Span(mention.start, end)
            plaintiff = f"{member.name} {body[1]}" if body else member.name
            yield mention.start, (span, f"lawsuit of {plaintiff}")


def _maker(scene: Scene, noun: Span) -> str | None:
    """Who wrote or sent "a letter" in the sentence that tells of it first."""
    start = scene.cast.sentences.start_at(noun.start)
    for mention, member in reversed(scene.cast.between(start, noun.start)):
        if member.kind is not MentionKind.PLACE and _MAKES.match(scene.text[: noun.start], mention.span.end):
            return member.name
    return None


def _capitals(name: str) -> set[str]:
    return {word for word in name.split() if word[0].isupper()}


def _describe(scene: Scene, noun: Span) -> tuple[Span, str] | None:
    """The phrase around a text's noun that names its maker or its name, and its words; None where it names none."""
    start = _start_of(scene, noun)
    end = _end_of(scene, noun)
    near = scene.cast.between(max(0, noun.start - _LONGEST_TITLE), noun.start)
    if noun.of(scene.text) in ("Act", "Bill") and near and near[-1][0].span.end == noun.end:
        return near[-1][0].span, near[-1][1].name  # "the Clean Harbour Act"
    if _COMPOUND.match(scene.text, noun.end):
        return None
    named = [
        pair
        for pair in scene.cast.between(start, end)
        if pair[1].kind is not MentionKind.PLACE
        and not pair[0].span.overlaps(noun)
        and not _DAY.fullmatch(pair[0].name)
    ]
    span = Span(start, end)
    if not named:
        maker = _maker(scene, noun)
        return (span, f"{noun.of(scene.text)} of {maker}") if maker else None
    return span, describe(scene.text, span, scene.cast)


def _start_of(scene: Scene, noun: Span) -> int:
    """Where the words start that describe a text: behind its determiner, or with the name of its owner."""
    text = scene.text
    words = list(_WORD.finditer(text, scene.cast.sentences.start_at(noun.start), noun.start))[-_LONGEST_LEAD_WORDS:]
    start = noun.start
    for word in reversed(words):
        if text[word.end() : start] not in (" ", "\xa0") or word.group().casefold() in _STOPS:
            break
        if _PAST.fullmatch(word.group()) and _has_subject(text, word.start()):
            break
        start = word.start()
    near = scene.cast.between(start, noun.start)
    told = re.match(r"(?:[a-z][\w-]* )+", text[start : noun.start])
    if near and told:
        # Words in small letters in front of the first name may be a verb: "released Mueller's report".
        start = near[0][0].start
    elif not near:
        start = noun.start
    return start


def _has_subject(text: str, verb: int) -> bool:
    """Tell whether who did it stands before a past tense: "the Council adopted", "her lawyers disclosed"."""
    before = text[max(0, verb - _LONGEST_NAME) : verb]
    return _NAME_BEFORE.search(before) is not None or before.rstrip().rsplit(" ", 1)[-1] in GROUP_NOUNS


_STOPS = (
    DETERMINERS
    | INDEFINITE
    | PREPOSITIONS
    | word_table("and or but that as than is was said says to his her must will would can could shall should may might")
)


_BEFORE_MAKERS = PREPOSITIONS | PERSON_NOUNS | GROUP_NOUNS | BODY_NOUNS | MEDIA_NOUNS
"""What may stand before a maker's name; of "numbers of female Kettle penguins" no Kettle is the maker."""
_GOES_ON = re.compile(r"[,.;“\"]|\b(?:and|that|which|who|how|why|when|where|whether|what)\b")


def _end_of(scene: Scene, noun: Span) -> int:
    """Where the words end that say of a text who made it: "by the McKinsey firm"."""
    text = scene.text
    link = re.compile(r" (?:by|from|of)(?: the| a| an)? ").match(text, noun.end)
    if link is None:
        return noun.end
    near = scene.cast.between(link.end(), link.end() + 40)
    if not near:
        return noun.end
    between = text[link.end() : near[0][0].start]
    leads_on = not between or between.split()[-1].casefold() in _BEFORE_MAKERS
    return near[0][0].span.end if leads_on and not _GOES_ON.search(between) else noun.end
