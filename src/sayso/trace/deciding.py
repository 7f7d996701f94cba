"""Decisions as people make them: by names and words, made out in the ledger and written down."""

from dataclasses import replace

from sayso.errors import UsageError
from sayso.ledger import Ledger
from sayso.records import Judgement, JudgementKind, Source, SourceKind, Verdict
from sayso.sources import identity_of
from sayso.trace.comparing.judged import find_judged

_MOST_NAMED = 5


def find_source(ledger: Ledger, typed: str, kind: SourceKind | None = None) -> tuple[str, str]:
    """The key of the identity that a name or an identity stands for, and what it goes by.

    Args:
        ledger: Where to look.
        typed: The name or the key.
        kind: What it is, where the ledger need not know it.

    Raises:
        UsageError: no source goes by that name and none is to be made of it, or several do.
    """
    if name := ledger.source_names([typed]).get(typed):
        return typed, name
    found = ledger.sources(typed)
    exact = [record for record in found if typed == record.name] or list(found)
    if len(exact) == 1:
        return exact[0].identity, exact[0].name or exact[0].identity
    if not exact and kind:
        return identity_of(Source(typed, kind), None).key, typed
    if not exact:
        raise UsageError(
            f"no source is called {typed!r}",
            "a source of the ledger",
            "See: sayso sources; one that no story names is told with --kind, where the verb has it",
        )
    named = ", ".join(record.identity for record in exact[:_MOST_NAMED])
    more = f" and {len(exact) - _MOST_NAMED} more" if len(exact) > _MOST_NAMED else ""
    raise UsageError(f"{typed!r} could be {named}{more}", "one source", "Name it by its identity, as listed here")


def decide(ledger: Ledger, judgement: Judgement) -> Judgement:
    """Write a decision down.

    Returns:
        It, as the ledger has it.

    Raises:
        UsageError: It cannot be, or sayso reads nothing in its words.
    """
    if judgement.words and not find_judged(ledger, judgement):
        raise UsageError(
            f"sayso reads no statement in {judgement.words[:60]!r} in story {judgement.one}",
            "words of its text, no heading, credit or caption",
            "Copy them from a trace, or from: sayso read",
        )
    return ledger.judge(judgement)


def attribution_judgement(
    story_id: str, words: str, whose: tuple[str, str] | None, who: str, why: str | None
) -> Judgement:
    """A decision on whose words the words of a story are.

    Args:
        story_id: The story.
        words: Its words.
        whose: The key and the name of the source that they are from; None for nobody's.
        who: Who decides.
        why: Their reason, if they gave one.
    """
    key, name = whose or ("", "")
    verdict = Verdict.SOURCE if whose else Verdict.NOBODY
    return Judgement(JudgementKind.ATTRIBUTION, story_id, key, verdict, who, why, words=words, name=name)


def with_read_source(ledger: Ledger, judgement: Judgement) -> Judgement:
    """A decision that words are whose sayso has them from.

    Raises:
        UsageError: It has them from several.
    """
    told = [one.who for one in find_judged(ledger, judgement)]
    named = {who.identity.key: who for who in told if who and who.identity and who.name}
    if len(named) > 1:
        raise UsageError(
            f"sayso has these words from {', '.join(sorted(named))}", "words of one", "Type fewer or more of the words"
        )
    for key, who in named.items():
        return replace(judgement, verdict=Verdict.SOURCE, other=key, name=who.name or key)
    return judgement


def withdraw(ledger: Ledger, number: int, who: str, why: str | None = None) -> Judgement:
    """Take back the decision with a number; both stay in the ledger.

    Raises:
        UsageError: no decision of that number stands.
    """
    standing = {judgement.number: judgement for judgement in ledger.judgements()}
    if number not in standing:
        raise UsageError(f"no decision {number} stands", "the number of one that does", "See: sayso judge list")
    old = standing[number]
    return ledger.judge(
        Judgement(old.kind, old.one, old.other, Verdict.WITHDRAWN, who, why, words=old.words, name=old.name)
    )
