"""The medium that a source goes on talking to: right after "told CBC News", and in the interview of a whole story."""

import re
from collections.abc import Container, Iterator, Mapping

from sayso.evidence.via.media import Newsstand
from sayso.evidence.via.medium import Medium, Sentences, find_spoken_to
from sayso.evidence.via.nesting import Speakers
from sayso.records import Attribution, SourceKind, Span, join_words

_CARRIED_PARAGRAPHS = 2
"""Longer runs of one source's words add none right, shorter ones lose the half of what is carried on."""
_LEAD_SENTENCES = 4
"""Where a story opens; with six, what its sources say elsewhere is taken for the interview too."""
_OTHER_CHANNEL = re.compile(r"\b(?:tweet\w*|wrote|writing|posted|letter|previously|earlier)\b")
_ARTICLE = re.compile(r"\b(?:op-ed|piece|essay|column|article|editorial|wr[io]t\w+)\b")
_WRITTEN = re.compile(r"(?:\w+ )?(?:wrote|writes|writing)")
"""What is no other channel for whoever wrote for a medium."""
_PARAGRAPH = re.compile(r"\n\s*")
_INTERVIEW = re.compile(
    r"\b(?:interview\w*|spoke|sat down|op-ed|piece|essay|column|podcast|appear\w*|called in(?:to)?)\b"
)


def carry_on(speakers: Speakers, told: Mapping[int, Medium], nested: Container[int], number: int) -> list[Medium]:
    """The medium that the same source was talking to just before: "… told CBC News. She added …".

    Only from the last statement with a source that is no medium, which only asks, no further than two paragraphs on,
    and not into another channel ("tweeted").
    """
    others = (other for other in range(number - 1, -1, -1) if other not in nested and not speakers.is_media(other))
    before = next((other for other in others if speakers.names[other]), -1)
    if before not in told or not speakers.names[number] or speakers.names[before] != speakers.names[number]:
        return []
    between = speakers.text[speakers.anchors[before].start : speakers.anchors[number].start]
    cue = join_words(speakers.text, speakers.attributions[number].cue)
    if len(_PARAGRAPH.findall(between)) > _CARRIED_PARAGRAPHS or _OTHER_CHANNEL.search(cue):
        return []
    return [told[before]]


class Interviews:
    """The interviews that a story is about: whom each source was talking to where the story opens."""

    def __init__(self, sentences: Sentences, speakers: Speakers, told: Mapping[int, Medium], stand: Newsstand) -> None:
        """Find them in what is told there ("told CNN"); else whoever speaks next gave the interview of a sentence.

        Args:
            sentences: Those of the story.
            speakers: The attributions of the story.
            told: By number, the medium that a source spoke to in the sentence of its statement.
            stand: Knows media by their names.
        """
        self._sentences = sentences
        self._speakers = speakers
        self._media: dict[str, Medium] = {}
        in_order = sorted(range(len(speakers.anchors)), key=speakers.anchors.__getitem__)
        lead = list(zip(sentences.starts, sentences.stops, strict=True))[:_LEAD_SENTENCES]
        for number in in_order:
            if number in told and told[number].ground.span.start < lead[-1][1]:
                self._keep(number, told[number])
        for start, stop in lead:
            after = (number for number in in_order if speakers.anchors[number].start >= start)
            first = next((number for number in after if not speakers.is_media(number)), None)
            if first is not None:
                for medium in _find_interview(sentences, Span(start, stop), speakers.attributions[first], stand):
                    self._keep(first, medium)

    def _keep(self, number: int, medium: Medium) -> None:
        name = self._speakers.names[number]
        if name and self._speakers.is_of(number, SourceKind.PERSON, SourceKind.ANONYMOUS):
            self._media.setdefault(name, medium)

    def carry(self, number: int) -> list[Medium]:
        """The medium of the interview, for all that its source says from the sentence before on, but elsewhere."""
        medium = self._media.get(self._speakers.names[number] or "")
        if medium is None:
            return []
        told = self._sentences.start_of(medium.ground.span.start)
        is_before = self._speakers.anchors[number].start < self._sentences.start_of(max(0, told - 1))
        return [] if is_before or self._is_elsewhere(number, told, medium) else [medium]

    def _is_elsewhere(self, number: int, told: int, medium: Medium) -> bool:
        """Tell whether a cue names another channel than the interview's; who wrote for a medium goes on writing."""
        cue = join_words(self._speakers.text, self._speakers.attributions[number].cue)
        is_article = _ARTICLE.search(self._speakers.text, told, medium.ground.span.start) is not None
        return _OTHER_CHANNEL.search(cue) is not None and not (is_article and _WRITTEN.fullmatch(cue))


def _find_interview(
    sentences: Sentences, sentence: Span, attribution: Attribution, stand: Newsstand
) -> Iterator[Medium]:
    """The medium of an interview, an appearance or an article that a sentence tells of, outside what is said."""
    if not _INTERVIEW.search(sentences.text, *sentence):
        return
    for medium in find_spoken_to(sentences, sentence, attribution, (), stand):
        at = medium.ground.span.start
        said = any(content.start <= at < content.end for content in attribution.content)
        if not said and _INTERVIEW.search(sentences.text, sentence.start, at):
            yield medium
