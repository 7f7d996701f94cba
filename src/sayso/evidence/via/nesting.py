"""Statements within statements: whose words another source passes on."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sayso.evidence.via.media import canonical_outlet, fold_name
from sayso.evidence.words.cues import ACTS, Act
from sayso.records import Attribution, SourceKind, Span, join_words
from sayso.text.word_tables import word_table

_CITING = re.compile(
    r"\b(?:cit(?:e|es|ed|ing)|quot(?:e|es|ed|ing)|as saying|reference to|refer(?:s|red) to|attribute[sd]? .* to)\b"
)
_QUOTES = re.compile(r"(?:(?:has|have|had|also|later) )*(?:cites?|cited|quotes?|quoted)")
_WORD = re.compile(r"[a-z]+")
_ABOUT_WORDS = frozenset((Act.REJECT, Act.CALL))
"""Acts that judge what others say and pass nothing on: "contradicted Smith's claims"."""
_BEHIND_REACTIONS = word_table("to on against about at for with over of")
"""What closes a cue behind which stands what others say: "responded to a complaint that …"."""
_SELF = word_table("i we me us my our myself")
_BESIDE = (-1, 1, -2, 2)
"""Which neighbours in text order may report the same content."""


@dataclass(frozen=True, slots=True)
class Speakers:
    """The attributions of a story with their sources' names (None for one that has none) and their `anchor_of`."""

    text: str
    attributions: Sequence[Attribution]
    names: Sequence[str | None]
    anchors: Sequence[Span]

    @classmethod
    def of(cls, text: str, attributions: Sequence[Attribution]) -> "Speakers":
        """Name the source of each attribution: as resolved, else by its own words."""
        names = [_name_source(text, attribution) for attribution in attributions]
        return cls(text, attributions, names, [anchor_of(attribution) for attribution in attributions])

    def is_of(self, number: int, *kinds: SourceKind) -> bool:
        """Tell whether a source was resolved as one of some kinds."""
        who = self.attributions[number].who
        return who is not None and who.kind in kinds

    def beside(self, number: int) -> list[int]:
        """The attributions next to one in text order, the nearest first."""
        return [number + step for step in _BESIDE if 0 <= number + step < len(self.attributions)]

    def is_media(self, number: int) -> bool:
        """Tell whether a source was resolved as a medium."""
        return self.is_of(number, SourceKind.MEDIA)

    def persons(self) -> list[str]:
        """The names of those resolved as persons, each once."""
        sources = (attribution.who for attribution in self.attributions)
        return list(dict.fromkeys(who.name for who in sources if who and who.name and who.kind is SourceKind.PERSON))

    def says_i(self, number: int) -> bool:
        """Tell whether a source's own words are "I" or "we" ("at least we")."""
        words = join_words(self.text, self.attributions[number].source).casefold().split()
        return bool(words) and words[-1] in _SELF

    def is_cited(self, number: int) -> bool:
        """Tell whether a source is only quoted: its cue is "citing", "quoted … as saying"; not who "quoted" another."""
        attribution = self.attributions[number]
        cue = join_words(self.text, attribution.cue)
        quotes = _QUOTES.fullmatch(cue) and attribution.source and attribution.source[0] < attribution.cue[0]
        return _CITING.search(cue) is not None and not quotes

    def reacts(self, number: int) -> bool:
        """Tell whether a source only reacts to what others say: "rejected", "described", "responded to"."""
        words = _WORD.findall(join_words(self.text, self.attributions[number].cue).casefold())
        if not words or "according" in words:
            return False
        acts = {ACTS[word] for word in words if word in ACTS}
        return not acts.isdisjoint(_ABOUT_WORDS) or words[-1] in _BEHIND_REACTIONS


def anchor_of(attribution: Attribution) -> Span:
    """From the first to the last character of source and cue; of the content where there are none."""
    spans = [*attribution.source, *attribution.cue] or [*attribution.content] or [Span(0, 0)]
    return Span(min(spans).start, max(span.end for span in spans))


def find_outer(speakers: Speakers) -> dict[int, int]:
    """For each attribution that another passes on, the number of that other.

    It is the innermost whose content holds source and cue ("Merkel said doctors had told her"), else one beside it that
    reports the same ("Reuters, citing officials, reported", "according to Yonhap, quoting KCNA").
    """
    outer_of = _find_containing(speakers)
    for number in range(len(speakers.attributions)):
        if number in outer_of:
            continue
        beside = _find_beside(speakers, number)
        if beside is not None and outer_of.get(beside) != number:
            outer_of[number] = beside
    return outer_of


def order_outer_first(speakers: Speakers, outer_of: Mapping[int, int]) -> list[int]:
    """The numbers of all attributions, each behind the one that passes it on."""
    order: list[int] = []
    done: set[int] = set()
    for number in sorted(range(len(speakers.attributions)), key=speakers.anchors.__getitem__):
        waiting = []
        at: int | None = number
        while at is not None and at not in done:
            waiting.append(at)
            done.add(at)
            at = outer_of.get(at)
        order.extend(reversed(waiting))
    return order


def _name_source(text: str, attribution: Attribution) -> str | None:
    if attribution.who and attribution.who.name:
        return canonical_outlet(attribution.who.name) or attribution.who.name
    words = join_words(text, attribution.source).strip(" ,")
    return canonical_outlet(words) or words or None


def _find_containing(speakers: Speakers) -> dict[int, int]:
    contents = sorted(
        (span, number) for number, attribution in enumerate(speakers.attributions) for span in attribution.content
    )
    outer_of: dict[int, int] = {}
    begun: list[tuple[Span, int]] = []
    place = 0
    for anchor, number in sorted((anchor, number) for number, anchor in enumerate(speakers.anchors)):
        while place < len(contents) and contents[place][0].start <= anchor.start:
            begun.append(contents[place])
            place += 1
        begun = [(span, owner) for span, owner in begun if span.end > anchor.start]
        holders = (owner for span, owner in reversed(begun) if span.end >= anchor.end and owner != number)
        owner = next(
            (owner for owner in holders if _passes_on(speakers, owner, number) and not speakers.reacts(owner)), None
        )
        if owner is not None:
            outer_of[number] = owner
    return outer_of


def _passes_on(speakers: Speakers, owner: int, number: int) -> bool:
    """Nobody passes on his own words ("I think" in what he says), and a source without a name passes nothing on."""
    outer, inner = speakers.names[owner], speakers.names[number]
    if outer is None or inner is None:
        return outer is not None
    return fold_name(inner) != fold_name(outer) and not speakers.says_i(number)


def _find_beside(speakers: Speakers, number: int) -> int | None:
    """A medium that reports the same content, or whoever cites this source for it."""
    cited = speakers.is_cited(number)
    for other in speakers.beside(number):
        if not cited and (speakers.is_media(number) or not speakers.is_media(other)):
            continue
        if not _share_content(speakers.attributions[number], speakers.attributions[other]):
            continue
        if not speakers.is_cited(other) and _passes_on(speakers, other, number):
            return other
    return None


def _share_content(one: Attribution, other: Attribution) -> bool:
    shared = sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in one.content for b in other.content)
    longer = max(sum(span.end - span.start for span in spans) for spans in (one.content, other.content))
    return shared * 2 > longer
