"""How right attributions are: links, pieces and nested ones, counted as the corpora's score_attribution.py counts them.

So that what is in the repository can be measured where the corpora are not. Spans count by their characters other than
white space, with punctuation and quotation marks at the edges of each span left out.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple, TypeVar

EDGES = " \t\n\r\u00a0.,;:!?\"'()[]-–—“”‘’`"
ROLES = ("source", "cue", "content")
LEAST_OVERLAP = 0.5

Characters = frozenset[int]
T = TypeVar("T")


class Marked(NamedTuple):
    """The characters of an attribution."""

    source: Characters
    cue: Characters
    content: Characters


@dataclass(frozen=True, slots=True)
class Rate:
    """How many were told, how many there are, and how many of them are right; the rest in percent."""

    right: int
    told: int
    true: int

    @property
    def precision(self) -> float:
        """The share right of those told."""
        return percent(self.right, self.told)

    @property
    def recall(self) -> float:
        """The share found of those there are."""
        return percent(self.right, self.true)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return percent(2 * self.right, self.told + self.true)


def percent(part: int, whole: int) -> float:
    """A share of a hundred, 0 of nothing."""
    return 100 * part / whole if whole else 0.0


def score(gold: Iterable[dict], told: dict[str, dict]) -> dict[str, Rate]:
    """The rates over all stories.

    Args:
        gold: The annotated stories: `id`, `text` and `attributions`, each role a list of [start, end) characters.
        told: What is told of them, by id.

    Returns:
        link: attributions whose content and source both overlap by half (intersection over union), one to one.
        link_exact: those whose content and source are the same.
        piece_source, piece_cue, piece_content: contiguous pieces that are the same.
        outer: links where attributions whose cue lies within the content of another are left out on both sides.
        nested: these alone. Right are those that have a link; told are those told, right or wrong.
    """
    right: Counter[str] = Counter()
    said: Counter[str] = Counter()
    true: Counter[str] = Counter()
    for story in gold:
        text, given, found = story["text"], story["attributions"], told[story["id"]]["attributions"]
        for role in ROLES:
            name = f"piece_{role}"
            wanted, got = pieces(given, role, text), pieces(found, role, text)
            right[name] += len(wanted & got)
            said[name] += len(got)
            true[name] += len(wanted)
        wanted, got = [mark(one, text) for one in given], [mark(one, text) for one in found]
        links, nested, inner = match(wanted, got, linked), find_nested(wanted), find_nested(got)
        outer = leave_out(wanted, nested), leave_out(got, inner)
        right += Counter(link=len(links), link_exact=len(match(wanted, got, same)), nested=len(links & nested))
        right += Counter(outer=len(match(*outer, linked)))
        said += Counter(link=len(got), link_exact=len(got), outer=len(outer[1]), nested=len(inner))
        true += Counter(link=len(wanted), link_exact=len(wanted), outer=len(outer[0]), nested=len(nested))
    names = ("link", "link_exact", *(f"piece_{role}" for role in ROLES), "outer", "nested")
    return {name: Rate(right[name], said[name], true[name]) for name in names}


def characters(spans: Iterable[Sequence[int]], text: str) -> Characters:
    """The characters that count in some spans."""
    places: set[int] = set()
    for start, end in spans:
        words = text[start:end]
        first = start + len(words) - len(words.lstrip(EDGES))
        places.update(range(first, first + len(words.strip(EDGES))))
    return frozenset(place for place in places if not text[place].isspace())


def mark(attribution: dict, text: str) -> Marked:
    """The characters of each role; none of a role that is missing."""
    return Marked(*(characters(attribution.get(role, []), text) for role in ROLES))


def pieces(attributions: Iterable[dict], role: str, text: str) -> set[Characters]:
    """The contiguous pieces of a role in all attributions of a story."""
    spans = (span for attribution in attributions for span in attribution.get(role, []))
    return {characters([span], text) for span in spans} - {frozenset()}


def overlap(one: Characters, other: Characters) -> float:
    """Intersection over union; nothing and nothing are the same."""
    return len(one & other) / len(one | other) if one or other else 1.0


def linked(gold: Marked, told: Marked) -> bool:
    """Whether one attribution is told as another is in the gold, by and large."""
    return min(overlap(gold.content, told.content), overlap(gold.source, told.source)) >= LEAST_OVERLAP


def same(gold: Marked, told: Marked) -> bool:
    """Whether content and source are the same to the character."""
    return gold.content == told.content and gold.source == told.source


def match(gold: list[Marked], told: list[Marked], alike: Callable[[Marked, Marked], bool]) -> set[int]:
    """The places in the gold that have a partner, one to one: first those whose contents overlap most."""
    pairs = (
        (overlap(one.content, other.content), place, partner)
        for place, one in enumerate(gold)
        for partner, other in enumerate(told)
        if alike(one, other)
    )
    places: set[int] = set()
    partners: set[int] = set()
    for _, place, partner in sorted(pairs, reverse=True):
        if place not in places and partner not in partners:
            places.add(place)
            partners.add(partner)
    return places


def flatten(story: dict, text: str) -> dict:
    """A story without the attributions whose cue lies within the content of another."""
    nested = find_nested([mark(one, text) for one in story["attributions"]])
    return story | {"attributions": leave_out(story["attributions"], nested)}


def leave_out(attributions: Sequence[T], places: set[int]) -> list[T]:
    """Attributions without those at some places."""
    return [one for place, one in enumerate(attributions) if place not in places]


def find_nested(attributions: list[Marked]) -> set[int]:
    """The places of those whose cue lies within the content of another."""
    return {
        place
        for place, one in enumerate(attributions)
        if one.cue and any(one.cue <= other.content for other in attributions if other is not one)
    }
