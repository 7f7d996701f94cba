"""Ledgers of odd stories: texts of every script, of emoji, marks that combine, and formulas."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import strategies as st

from sayso.ledger import Ledger
from sayso.records import (
    Attribution,
    Certainty,
    Clause,
    Evidence,
    Grade,
    Ground,
    Identity,
    Judgement,
    JudgementKind,
    Polarity,
    Reading,
    Run,
    Source,
    SourceKind,
    Span,
    Speech,
    Story,
    Verdict,
)

RUN = Run("0.1.0", "attribution-4")
ODD = (
    *("=1+1", "'tis", "-", "@a", "\t", "\r\n", "\U0001f600", "e\u0301", "مرحبا", "שלום", "\u2028"),
    *('"', ",", "'", "\x00", "𝔘"),
)
texts = st.lists(st.one_of(st.sampled_from(ODD), st.characters(exclude_categories=("Cs",))), max_size=12).map("".join)
some = st.one_of(st.none(), texts)


@st.composite
def readings(draw: st.DrawFn, story_id: str = "a") -> Reading:
    text = draw(texts) + "Words."
    cuts = st.lists(st.integers(0, len(text)), min_size=2, max_size=2, unique=True).map(sorted)
    spans = cuts.map(lambda cut: (Span(*cut),))
    kind = draw(st.sampled_from(SourceKind))
    key = f"{kind}:{draw(texts)}"
    who = Source(
        name=draw(some),
        kind=kind,
        role=draw(some),
        side=draw(some),
        named_in=draw(spans),
        identity=Identity(key, draw(some), "own name", 0.5),
    )
    grade = Grade(
        certainty=draw(st.sampled_from(Certainty)),
        polarity=draw(st.sampled_from(Polarity)),
        evidence=draw(st.sampled_from(Evidence)),
        denied=draw(st.booleans()),
        negated=draw(st.booleans()),
        via=tuple(draw(st.lists(texts, max_size=2))),
        clauses=(Clause(draw(spans)[0], Certainty.CERTAIN, Polarity.POSITIVE, 0.25),),
        grounds=(Ground("evidence", draw(spans)[0], "a rule", draw(texts)),),
        factuality=draw(st.one_of(st.none(), st.floats(-3, 3))),
    )
    one = Attribution(
        source=draw(st.one_of(st.just(()), spans)),
        cue=draw(spans),
        content=draw(spans),
        speech=draw(st.sampled_from(Speech)),
        score=draw(st.floats(0, 1)),
        who=draw(st.one_of(st.none(), st.just(who))),
        grade=draw(st.one_of(st.none(), st.just(grade))),
    )
    story = Story(story_id, text, title=draw(some), outlet=draw(some), note=draw(some), url=f"https://x.org/{story_id}")
    return Reading(story, (), (one,))


@contextmanager
def ledger_of(*held: Reading) -> Iterator[Ledger]:
    """A ledger of some readings, gone at the end."""
    with TemporaryDirectory() as folder, Ledger(Path(folder) / "l.sayso") as ledger:
        for reading in held:
            ledger.add(reading, RUN)
        yield ledger


def quoting(text: str, words: str, name: str, kind: SourceKind = SourceKind.PERSON, **more: object) -> Attribution:
    """Words of a text as said by somebody."""
    start = text.index(words)
    who = Source(name, kind, identity=Identity(f"{kind}:{name.casefold()}", name, "full name", 1.0))
    grade = Grade(Certainty.PROBABLE, Polarity.POSITIVE, Evidence.DOCUMENT, False, False, ("Herald", "Wire"))
    cue = text.index("said")
    content = (Span(start, start + len(words)),)
    return Attribution((), (Span(cue, cue + 4),), content, Speech.DIRECT, 0.9, who, grade, **more)  # type: ignore[arg-type]


ORIGINAL = (
    "The bridge over the Tisza will be closed for a year from Monday because its pillars are cracked, "
    "“The pillars are cracked,” said Nora Field, and a survey showed the same in spring as engineers had warned."
)


@pytest.fixture
def few() -> Iterator[Ledger]:
    """An original and its copy, with a person, a document, an unnamed source, and a decision on one statement."""
    said = (
        quoting(ORIGINAL, "The pillars are cracked", "Nora Field"),
        quoting(ORIGINAL, "the same", "spring survey", SourceKind.DOCUMENT),
        quoting(ORIGINAL, "as engineers had warned", "engineers", SourceKind.ANONYMOUS),
    )
    first = Story("a/1", ORIGINAL, "Bridge to close", "Herald", byline="Ann Lee", published="2024-05-01", language="en")
    copy = Story("b", ORIGINAL, "=Bridge", "Tribune", published="2024-05-02", url="https://tribune.example/b?c=d e")
    with ledger_of(Reading(first, (), said), Reading(copy, (), said)) as ledger:
        ledger.judge(
            Judgement(
                *(JudgementKind.ATTRIBUTION, "b", "person:jo marsh", Verdict.SOURCE, "ed", "his notes"),
                words="The pillars are cracked",
                name="Jo Marsh",
            )
        )
        yield ledger
