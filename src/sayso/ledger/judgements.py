"""Judgements in the ledger: rows are added and superseded, never changed."""

import sqlite3
from collections.abc import Hashable, Iterable

from sayso.errors import UsageError
from sayso.ledger.schema import now, transaction
from sayso.records import VERDICTS, Judgement, JudgementKind, Verdict
from sayso.text.asking import take_asking_away
from sayso.text.matching import fold_passages, holds_words

_ROWS = "SELECT * FROM judgement WHERE :kind IS NULL OR kind = :kind ORDER BY id"
_TEXT = "SELECT text FROM revision WHERE story = ? ORDER BY number DESC LIMIT 1"
_COLUMNS = "kind, one, other, words, name, verdict, who, why, judged_at"
_PAIRS = frozenset({JudgementKind.SAME_SOURCE, JudgementKind.COPY})


def matter_of(judgement: Judgement) -> Hashable:
    """What a judgement decides: a newer one on an equal matter supersedes it."""
    if judgement.kind is JudgementKind.SAME_SOURCE:
        return judgement.kind, frozenset((judgement.one, judgement.other))
    if judgement.kind is JudgementKind.COPY:
        return judgement.kind, judgement.one, judgement.other
    # The words of a forgotten story are gone, and with them which decisions were on one matter.
    words = fold_passages(judgement.words) or judgement.number
    if judgement.kind is JudgementKind.CLAIM:
        return judgement.kind, judgement.one, words, fold_claim(judgement.other)
    return judgement.kind, judgement.one, words


def fold_claim(claim: str) -> str:
    """A claim as claims are compared: without case, accents, signs and the words that make a question of it."""
    return " ".join(word for passage in fold_passages(take_asking_away(" ".join(claim.split()))) for word in passage)


def split_claim(claim: str) -> list[str]:
    """The parts of a claim, each of which words can be judged on: what stands between ";"."""
    return [part for part in claim.split(";") if fold_claim(part)]


def add_judgement(connection: sqlite3.Connection, judgement: Judgement) -> Judgement:
    """Write a judgement, which supersedes any older one on its matter, and give it back as the ledger has it.

    Raises:
        UsageError: nobody judges; the verdict is none of its kind; it is on one thing and itself, on a story that
            is not there or words that do not stand in it; a copy would be made from itself in the end.
    """
    _check_form(judgement)
    one, other = judgement.one, judgement.other
    if judgement.kind is JudgementKind.SAME_SOURCE:
        one, other = sorted((one, other))
    with transaction(connection, "IMMEDIATE"):
        _check_stories(connection, judgement)
        judged_at = now()
        row = connection.execute(
            f"INSERT INTO judgement ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",  # noqa: S608 - own names
            (
                *(judgement.kind.value, one, other, judgement.words, judgement.name, judgement.verdict.value),
                *(judgement.who, judgement.why, judged_at),
            ),
        )
        (written,) = connection.execute("SELECT * FROM judgement WHERE id = ?", (row.lastrowid,))
        return _read_judgement(written)


def list_judgements(connection: sqlite3.Connection, kind: JudgementKind | None) -> tuple[Judgement, ...]:
    """Every judgement of a kind, or of all, oldest first, with the number of the next one on its matter.

    Raises:
        ValueError: a row holds what no version writes.
    """
    rows = connection.execute(_ROWS, {"kind": kind and kind.value}).fetchall()
    superseded: dict[Hashable, int] = {}
    found = []
    for row in reversed(rows):
        judgement = _read_judgement(row)
        matter = matter_of(judgement)
        found.append(_read_judgement(row, superseded.get(matter)))
        superseded[matter] = row["id"]
    return tuple(reversed(found))


def standing_judgements(connection: sqlite3.Connection, kind: JudgementKind | None) -> tuple[Judgement, ...]:
    """The newest judgement on every matter, oldest first; where that one withdraws it, or lost its words, none.

    The words of a story that was forgotten are taken out of what was decided on it.

    Raises:
        ValueError: a row holds what no version writes.
    """
    return tuple(
        judgement
        for judgement in list_judgements(connection, kind)
        if judgement.superseded_by is None
        and judgement.verdict is not Verdict.WITHDRAWN
        and (judgement.words or judgement.kind in _PAIRS)
    )


def _read_judgement(row: sqlite3.Row, superseded_by: int | None = None) -> Judgement:
    return Judgement(
        kind=JudgementKind(row["kind"]),
        one=row["one"],
        other=row["other"],
        verdict=Verdict(row["verdict"]),
        who=row["who"],
        why=row["why"],
        judged_at=row["judged_at"],
        words=row["words"],
        name=row["name"],
        number=row["id"],
        superseded_by=superseded_by,
    )


def _check_form(judgement: Judgement) -> None:
    """Make sure that a judgement says all that its kind has to, whatever the ledger holds."""
    kind, verdict = judgement.kind, judgement.verdict
    if not judgement.who.strip():
        raise UsageError("a judgement by nobody", "the name of whoever decides", "Name yourself")
    if verdict not in (*VERDICTS[kind], Verdict.WITHDRAWN):
        raise UsageError(
            f"the verdict “{verdict}” in a judgement of the kind “{kind}”",
            f"one of {', '.join(VERDICTS[kind])} or {Verdict.WITHDRAWN}",
            "Use one that the kind takes",
        )
    if kind in _PAIRS and judgement.one == judgement.other:
        raise UsageError(
            f"a judgement on {judgement.one!r} and itself", "two different ones", "Name two that the ledger keeps apart"
        )
    if kind is JudgementKind.CLAIM:
        check_claim(judgement.other)
    if verdict in (Verdict.SOURCE, Verdict.STORY) and not judgement.other:
        raise UsageError(
            "a judgement that names no source or story", "the one that is decided for", "Name it, or judge nobody"
        )
    if verdict is Verdict.SOURCE and not judgement.name:
        raise UsageError("a source without a name", "the name that it goes by", "Give it with the key of its identity")


def check_claim(claim: str) -> None:
    """Make sure that a claim is one that words can be judged on.

    Raises:
        UsageError: it holds no word, or several parts.
    """
    parts = split_claim(claim)
    if not parts:
        raise UsageError(f"no word in the claim {claim[:60]!r}", "a claim in words", "Type what may have happened")
    if len(parts) > 1:
        raise UsageError(
            f"the claim {claim[:60]!r} has {len(parts)} parts", "one part", "Judge each part by itself, without “;”"
        )


def _check_stories(connection: sqlite3.Connection, judgement: Judgement) -> None:
    """Make sure that the stories are there, hold the words, and are not made from themselves."""
    if judgement.kind is JudgementKind.SAME_SOURCE:
        return
    text = _text_of(connection, judgement.one)
    if judgement.kind is JudgementKind.COPY:
        _text_of(connection, judgement.other)
        if judgement.verdict is Verdict.YES:
            copies = standing_judgements(connection, JudgementKind.COPY)
            _check_descent(judgement, [one for one in copies if one.verdict is Verdict.YES])
        return
    if not fold_passages(judgement.words):
        raise UsageError(
            f"no word in {judgement.words[:60]!r}", "words of the story", "Copy them from the story or from a trace"
        )
    # Of a decision that is taken back the words may be gone with a change to the story.
    if judgement.verdict is not Verdict.WITHDRAWN and not holds_words(text, judgement.words):
        raise UsageError(
            f"{judgement.words[:60]!r} does not stand in story {judgement.one}",
            "words of its latest text, with “…” where some are left out",
            "Copy them from the story or from a trace",
        )
    if judgement.verdict is Verdict.STORY:
        _text_of(connection, judgement.other)


def _text_of(connection: sqlite3.Connection, story_id: str) -> str:
    row = connection.execute(_TEXT, (story_id,)).fetchone()
    if row is None:
        raise UsageError(
            f"there is no story {story_id!r}",
            "the id of a story that the ledger holds",
            "Look its id up among the results of a search",
        )
    return str(row["text"])


def _check_descent(judgement: Judgement, copies: Iterable[Judgement]) -> None:
    """Make sure that no story would be judged to be made from itself, by however many steps."""
    origins: dict[str, list[Judgement]] = {}
    for copy in copies:
        origins.setdefault(copy.one, []).append(copy)
    waiting, seen = [judgement.other], set()
    while waiting:
        story_id = waiting.pop()
        if story_id in seen:
            continue
        seen.add(story_id)
        for copy in origins.get(story_id, ()):
            if copy.other == judgement.one:
                raise UsageError(
                    f"{judgement.one} would be made from {judgement.other}, which is made from {judgement.one} by "
                    f"judgement {copy.number} of {copy.who}",
                    "copies that are not made from themselves",
                    "First decide anew on that one, or withdraw it",
                )
            waiting.append(copy.other)
