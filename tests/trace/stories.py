"""Invented stories of who said what, ledgers of them, and a comparison that goes by shared words."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from sayso.claims.passages import Passage
from sayso.ledger import Ledger
from sayso.pipeline.method import read_as_told
from sayso.records import Attribution, Compared, Proposition, Reading, Report, Source, Span, Speech, Stance, Story
from sayso.trace import Trace, trace
from sayso.trace.finding.query import content_words
from tests.ledger.samples import RUN

CLAIM = "the ferry Marlin leaks"


@dataclass(frozen=True)
class Said:
    """A sentence with somebody's word in it."""

    source: str
    content: str
    cue: str = "said"


def make_reading(
    story_id: str,
    *told: Said | str,
    published: str | None = "2024-03-05",
    outlet: str | None = "Harborton Herald",
    **known: str | None,
) -> Reading:
    """A story of sentences, resolved and graded by the rules alone; a bare sentence is the story's own voice."""
    text, attributions = "", []
    for one in told:
        start = len(text)
        if isinstance(one, str):
            text += f"{one} "
            continue
        text += f"{one.source} {one.cue} {one.content}. "
        cue = start + len(one.source) + 1
        content = cue + len(one.cue) + 1
        attributions.append(
            Attribution(
                source=(Span(start, cue - 1),) if one.source else (),
                cue=(Span(cue, content - 1),),
                content=(Span(content, content + len(one.content)),),
                speech=Speech.INDIRECT,
                score=0.9,
            )
        )
    story = Story(story_id, text, outlet=outlet, published=published, **{"language": "en", **known})
    return read_as_told(story, lambda _: (tuple(attributions), ()))


class SharedWords:
    """Words with all the words of a claim state it; with a "not" or a "denied" among them they contradict it."""

    def compare(self, claim: str, passages: Sequence[Passage]) -> list[Compared]:
        asked = bare_words(" ".join(content_words(claim)))
        return [self._read(asked, bare_words(passage.words)) for passage in passages]

    def _read(self, asked: set[str], said: set[str]) -> Compared:
        if not asked <= said:
            return Compared((0.9, 0.1, 0, 0))
        sure = 0.99 - len(said - asked) / 1000
        contradicts = ("not" in said) != ("denied" in said)
        return Compared((0, 1 - sure, sure, 0)) if contradicts else Compared((0, 1 - sure, 0, sure))


def bare_words(words: str) -> set[str]:
    return {word.strip(".,;?!“”").casefold() for word in words.split()}


@contextmanager
def ledger_of(readings: Iterable[Reading]) -> Iterator[Ledger]:
    """A ledger in a folder of its own."""
    with TemporaryDirectory() as folder, Ledger(Path(folder) / "test.sayso") as ledger:
        ledger.connection.execute("PRAGMA synchronous = OFF")
        for reading in readings:
            ledger.add(reading, RUN)
        yield ledger


def trace_among(readings: Iterable[Reading], claim: str = CLAIM) -> Trace:
    """A claim traced through a ledger of these stories, compared by shared words."""
    with ledger_of(readings) as ledger:
        return trace(ledger, claim, model=SharedWords())


def source_in(reading: Reading) -> Source:
    """The source of a story's only attribution."""
    (attribution,) = reading.attributions
    assert attribution.who
    return attribution.who


def make_source(words: str, published: str | None = "2024-03-05", outlet: str | None = "Harborton Herald") -> Source:
    """Whoever a story calls so."""
    return source_in(make_reading("s", Said(words, "the ferry Marlin leaks"), published=published, outlet=outlet))


def make_report(
    story_id: str,
    source: Source | str | None,
    published: str | None = "2024-03-05",
    outlet: str | None = "Harborton Herald",
    around: str = "",
    stance: Stance = Stance.SUPPORTS,
    score: float = 0.9,
    modified: str | None = None,
    words: str = "the ferry Marlin leaks",
) -> Report:
    """A report of a claim, by a source or by whoever is called so."""
    who = make_source(source, published, outlet) if isinstance(source, str) else source
    return Report(
        story_id=story_id,
        outlet=outlet,
        published=published,
        modified=modified,
        title=None,
        url=None,
        proposition=Proposition((Span(0, 22),), None if who is None else 0, Span(0, 22)),
        words=words,
        stance=stance,
        score=score,
        source=who,
        around=around,
    )
