"""Ledgers made by hand: what each statement is, is told and not read."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from sayso.ledger import Ledger
from sayso.records import (
    Attribution,
    Certainty,
    Evidence,
    Grade,
    Identity,
    Polarity,
    Reading,
    Run,
    Source,
    SourceKind,
    Span,
    Speech,
    Story,
)

RUN = Run("0", "by hand")


@dataclass(frozen=True)
class Said:
    """Words of a story, and whose they are."""

    words: str
    by: str
    key: str = ""
    role: str | None = None
    side: str = ""


def add(path: Path, text: str, said: Iterable[Said] = (), **known: str) -> str:
    """Put a story with what is said in it into a ledger; its id."""
    story = Story(**{"id": known.get("title", text[:20]), "text": text, **known})  # type: ignore[arg-type]
    found = []
    for one in said:
        at = text.index(one.words)
        who = Source(
            one.by,
            SourceKind.PERSON,
            role=one.role,
            side=one.side or one.by,
            identity=Identity(one.key or f"person:{one.by.casefold()}", one.by, "full name", 0.9),
        )
        grade = Grade(Certainty.CERTAIN, Polarity.POSITIVE, Evidence.DOCUMENT, denied=False, negated=False, via=())
        span = Span(at, at + len(one.words))
        found.append(Attribution((), (), (span,), Speech.INDIRECT, 0.9, who=who, grade=grade))
    with Ledger(path) as ledger:
        ledger.add(Reading(story, (), tuple(found)), RUN)
    return story.id
