"""`sayso judge`: an analyst's decision, which stands over the machine's."""

import getpass
from typing import Annotated

import typer

from sayso.cli.options import LedgerOption
from sayso.cli.output import messages
from sayso.errors import UsageError
from sayso.ledger import Ledger
from sayso.records import Judgement, JudgementKind, Verdict
from sayso.settings import DEFAULT_LEDGER

_MOST_NAMED = 5


def judge(
    one: Annotated[str, typer.Argument(help="A source's name, as `sayso sources` lists it, or its identity.")],
    other: Annotated[str, typer.Argument(help="Another one's.")],
    same: Annotated[bool, typer.Option("--same/--different", help="Whether the two are one source.")],
    why: Annotated[str | None, typer.Option("--why", help="Your reason, kept with the decision.")] = None,
    who: Annotated[str, typer.Option("--by", help="Who decides.", show_default="your user name")] = "",
    ledger: LedgerOption = DEFAULT_LEDGER,
) -> None:
    """Decide whether two sources are one. Your decision stands over sayso's, also when stories are read again.

    Decisions are only ever added: a newer one on the same two supersedes the older, which stays in the ledger.

    Example:  sayso judge "Kim Yong-hyun" "the defence minister" --same --why "same briefing"
    """
    with Ledger(ledger, create=False) as opened:
        judgement = Judgement(
            kind=JudgementKind.SAME_SOURCE,
            one=find_identity(opened, one),
            other=find_identity(opened, other),
            verdict=Verdict.YES if same else Verdict.NO,
            who=who or getpass.getuser(),
            why=why,
        )
        opened.judge(judgement)
    relation = "are one source" if same else "are two sources"
    messages.print(f"{judgement.one} and {judgement.other} {relation}, says {judgement.who}.", markup=False)


def find_identity(ledger: Ledger, typed: str) -> str:
    """The identity that a name or an identity stands for.

    Raises:
        UsageError: no source goes by that name, or several do.
    """
    found = ledger.sources(typed)
    exact = [record for record in found if typed in (record.identity, record.name)] or list(found)
    if len(exact) == 1:
        return exact[0].identity
    if not exact:
        raise UsageError(f"no source is called {typed!r}", "a source of the ledger", "See: sayso sources")
    named = ", ".join(record.identity for record in exact[:_MOST_NAMED])
    more = f" and {len(exact) - _MOST_NAMED} more" if len(exact) > _MOST_NAMED else ""
    raise UsageError(f"{typed!r} could be {named}{more}", "one source", "Name it by its identity, as listed here")
