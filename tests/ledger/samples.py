"""Invented stories with what is read in them."""

import sqlite3
from contextlib import closing
from pathlib import Path

from sayso.records import (
    Attribution,
    Certainty,
    Clause,
    Evidence,
    Grade,
    Ground,
    Identity,
    Mark,
    MarkKind,
    Polarity,
    Reading,
    Run,
    Source,
    SourceKind,
    Span,
    Speech,
    Story,
)

RUN = Run("0.1.0", "attribution-1", {"threshold": "0.5"})

TEXT = (
    "HARBORTON (Coastwire) — The ferry will not sail before May, Mayor Inés Álvarez said on Monday.\n\n"
    "“We found cracks in both hulls,” Álvarez’s deputy told the council, “and nobody slept.”\n\n"
    "It was reported that repairs had begun."
)


def find_span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


MAYOR = Source(
    name="Inés Álvarez",
    kind=SourceKind.PERSON,
    role="mayor",
    affiliation="city of Harborton",
    side="city of Harborton",
    named_in=(find_span(TEXT, "Inés Álvarez"),),
    reason="own words",
    score=0.95,
    identity=Identity("person:ines alvarez", "Inés Álvarez", "full name", 0.9),
)
DENIAL = Grade(
    certainty=Certainty.CERTAIN,
    polarity=Polarity.NEGATIVE,
    evidence=Evidence.OWN_PLANS,
    denied=True,
    negated=False,
    via=("Harborton Herald", "Coastwire"),
    clauses=(Clause(find_span(TEXT, "before May"), Certainty.PROBABLE, Polarity.NEGATIVE, 0.5),),
    grounds=(Ground("denied", find_span(TEXT, "will not"), "a negation", "will not"),),
    score=0.8,
    factuality=-2.5,
)


def make_attribution(
    text: str,
    source: str | None,
    cue: str,
    *content: str,
    speech: Speech = Speech.INDIRECT,
    score: float = 0.875,
    who: Source | None = None,
    grade: Grade | None = None,
) -> Attribution:
    return Attribution(
        source=(find_span(text, source),) if source else (),
        cue=(find_span(text, cue),),
        content=tuple(find_span(text, words) for words in content),
        speech=speech,
        score=score,
        who=who,
        grade=grade,
    )


def ferry_reading(story_id: str = "ferry", **fields: object) -> Reading:
    story = {
        "title": "Ferry stays in port",
        "outlet": "Harborton Herald",
        "agency": "Coastwire",
        "published": "2024-03-04",
        "url": "https://herald.example/ferry?from=feed",
        "canonical_url": "https://herald.example/ferry",
        "language": "en",
        "encoding": "utf-8",
        "raw": b"<html>the page</html>",
    } | fields
    return Reading(
        story=Story(id=story_id, text=TEXT, **story),  # type: ignore[arg-type]
        marks=(
            Mark(MarkKind.CREDIT, find_span(TEXT, "(Coastwire)"), "agency in the dateline", {"agency": "Coastwire"}),
        ),
        attributions=(
            make_attribution(
                TEXT, "Mayor Inés Álvarez", "said", "The ferry will not sail before May", who=MAYOR, grade=DENIAL
            ),
            make_attribution(
                TEXT,
                "Álvarez’s deputy",
                "told the council",
                "“We found cracks in both hulls,”",
                "“and nobody slept.”",
                speech=Speech.DIRECT,
                score=0.5,
            ),
            make_attribution(TEXT, None, "It was reported that", "repairs had begun"),
        ),
    )


def one_line_reading(
    story_id: str,
    source: str | None,
    content: str,
    *,
    published: str | None = "2024-03-05",
    outlet: str | None = "Harborton Herald",
    who: Source | None = None,
) -> Reading:
    """A story of one statement: "SOURCE said CONTENT."."""
    text = f"{source or ''} said {content}."
    start = len(source or "")
    attribution = Attribution(
        source=(Span(0, start),) if source else (),
        cue=(Span(start + 1, start + 5),),
        content=(Span(start + 6, start + 6 + len(content)),),
        speech=Speech.INDIRECT,
        score=0.75,
        who=who,
    )
    return Reading(Story(id=story_id, text=text, outlet=outlet, published=published), (), (attribution,))


def dump(path: Path) -> str:
    """The whole ledger as SQL."""
    with closing(sqlite3.connect(path)) as connection:
        return "\n".join(connection.iterdump())


def check_integrity(path: Path) -> None:
    """Fail unless the file, its foreign keys and its full-text indexes are whole."""
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        for index in ("attribution_fts", "attribution_source_fts", "revision_fts", "source_fts"):
            connection.execute(f"INSERT INTO {index} ({index}, rank) VALUES ('integrity-check', 1)")
        connection.rollback()
