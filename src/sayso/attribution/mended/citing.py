"""On whose word a story just told is: "Reuters reported. It cited two officials" is what the officials say."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.attribution.plain.citable import may_speak
from sayso.records import Attribution, Span
from sayso.text.sentences import find_sentences

_MEDIUM = (
    r"(?:[Tt]he (?:(?:\w+|U\.S\.) )?(?:(?:news)?papers?|(?:news )?agency|outlet|broadcaster|channel|magazine|reports?|"
    r"(?:web)?site|portal|publication|story|article|daily|weekly|tabloid|station|network)|(?:Its|Their) reports?)"
)
_CITES = r"(?:(?:has|had|also|only) )*(?:cite[sd]?|quote[sd]?)"
_TOLD = r"(?:the|this|that|its|their) (?:\w+ )?(?:reports?|news|figures?|numbers?|information|claims?|data|story)"
_REFERS = rf"(?:(?:has|had|also|only) )*(?:refer(?:s|red) to|attribute[sd]? (?:{_TOLD}|it) to)"
_NAME = r"(?P<name>[^.;:\n“”\"]{3,140}?)(?=[.;\n]|\Z|, (?:which|who|and|but|saying)\b)"
_CITED = re.compile(rf"(?:{_MEDIUM}|It|They) (?P<verb>{_CITES}|{_REFERS}) {_NAME}")
_CITED_BY_ONE = re.compile(
    rf"(?:He|She) (?P<verb>{_CITES}) (?!(?:(?:an?|the|its|their|his|her) )?(?:[\w-]+ ){{0,2}}?"
    rf"(?:reports?|stud(?:y|ies)|documents?|letters?|data|figures|laws?|rules?|examples?|cases?)\b){_NAME}"
)
"""What a person cites to prove his word, such as a study, does not make it another's."""
_WITH_REFERENCE = re.compile(rf"[^.;\n“”\"]{{0,200}}?,? (?P<verb>with (?:a )?reference to) {_NAME}")
_SAYING = re.compile(r"\b(?:as (?:saying|telling)|that)\b")


def with_cited(text: str, found: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """Attributions with those who are cited for what one of them says, in the order of their cues.

    They are named in its sentence ("Interfax reports, with reference to the ministry") or in the next. What was found
    in the words that cite them stands for nothing.
    """
    new = list(_find_cited(text, found))
    others = (one for one in found if not any(part.overlaps(other.cue[0]) for other in new for part in one.cue))
    citing = [Span(one.cue[0].start, one.source[0].end) for one in new]
    said = (replace(one, content=tuple(_less(one.content, citing))) for one in (*others, *new))
    return tuple(sorted(said, key=lambda one: one.cue[0])) if new else tuple(found)


def _less(content: Sequence[Span], citing: Sequence[Span]) -> Iterator[Span]:
    """What is said, without the words that cite."""
    for span in content:
        cut = next((part for part in citing if span.overlaps(part)), None)
        if cut is None:
            yield span
        elif span.start < cut.start:
            yield Span(span.start, cut.start)


def _find_cited(text: str, found: Sequence[Attribution]) -> Iterator[Attribution]:
    """Those who are cited behind an attribution in its sentence, or, for the last of a sentence, in the next."""
    sentences = find_sentences(text)
    ends = (*sentences.starts[1:], len(text))
    whole = [one for one in found if one.source and one.cue and one.content]
    for one, number in zip(whole, (sentences.number_at(one.cue[0].start) for one in whole), strict=True):
        last = max(part.end for part in (*one.source, *one.cue))
        if cited := _WITH_REFERENCE.match(text, last, ends[number]):
            yield _cited_for(one, cited)
    for place, one in enumerate(whole):
        number = sentences.number_at(one.cue[0].start) + 1
        is_last = all(sentences.number_at(other.cue[0].start) >= number for other in whole[place + 1 : place + 2])
        if number == len(ends) or not is_last:
            continue
        cited = _CITED.match(text, sentences.starts[number]) or _CITED_BY_ONE.match(text, sentences.starts[number])
        if cited and may_speak(cited["name"]) and not _SAYING.search(cited["name"]):
            yield _cited_for(one, cited)


def _cited_for(one: Attribution, cited: re.Match[str]) -> Attribution:
    source, cue = Span(*cited.span("name")), Span(*cited.span("verb"))
    return replace(one, source=(source,), cue=(cue,), told=None)
