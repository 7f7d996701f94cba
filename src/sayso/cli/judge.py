"""`sayso judge`: an analyst's decisions, which stand over the machine's."""

import getpass
from typing import Annotated

import typer

from sayso.cli.judgements import list_all, tell_judgement
from sayso.cli.options import LedgerOption
from sayso.errors import UsageError
from sayso.ledger import Ledger
from sayso.records import Judgement, JudgementKind, SourceKind, Verdict
from sayso.settings import DEFAULT_LEDGER
from sayso.trace.deciding import attribution_judgement, decide, find_source, with_read_source
from sayso.trace.deciding import withdraw as take_back

WhyOption = Annotated[str | None, typer.Option("--why", help="Your reason, kept with the decision.")]
ByOption = Annotated[str, typer.Option("--by", help="Who decides.", show_default="your user name")]
StoryArgument = Annotated[str, typer.Argument(help="The id of a story.")]
WordsArgument = Annotated[
    str, typer.Argument(help="Words of that story, as it or a trace has them; “…” where some are left out.")
]
KindOption = Annotated[
    SourceKind | None, typer.Option("--kind", help="What the source is, where no story of the ledger names it.")
]

judge = typer.Typer(
    no_args_is_help=True,
    rich_markup_mode="rich",
    help="""Decide what sayso took otherwise. Your decisions stand over sayso's, also when stories are read again.

    Decisions are only ever added: a newer one on the same matter supersedes the older, which stays in the ledger with
    who decided, when and why. Whatever rests on one says so, and `sayso eval` tells how often sayso decides alike.

    Example:  sayso judge source "Kim Yong-hyun" "the defence minister" --same --why "same briefing"
    """,
)


@judge.command("source")
def judge_source(
    one: Annotated[str, typer.Argument(help="A source's name, as `sayso sources` lists it, or its identity.")],
    other: Annotated[str, typer.Argument(help="Another one's.")],
    same: Annotated[bool, typer.Option("--same/--different", help="Whether the two are one source.")],
    why: WhyOption = None,
    who: ByOption = "",
    ledger: LedgerOption = DEFAULT_LEDGER,
) -> None:
    """Decide whether two sources are one.

    Example:  sayso judge source "Kim Yong-hyun" "the defence minister" --same --why "same briefing"
    """
    with Ledger(ledger, create=False) as opened:
        keys = find_source(opened, one)[0], find_source(opened, other)[0]
        verdict = Verdict.YES if same else Verdict.NO
        _judge(opened, Judgement(JudgementKind.SAME_SOURCE, *keys, verdict, _decider(who), why))


@judge.command("claim")
def judge_claim(
    claim: Annotated[str, typer.Argument(help="The claim, as you ask for it in `sayso trace`.")],
    story: StoryArgument,
    words: WordsArgument,
    states: Annotated[bool, typer.Option("--states", help="The story states the claim with these words.")] = False,
    contradicts: Annotated[bool, typer.Option("--contradicts", help="It denies or contradicts it.")] = False,
    neither: Annotated[bool, typer.Option("--neither", help="It leaves it open, or is on another matter.")] = False,
    why: WhyOption = None,
    who: ByOption = "",
    ledger: LedgerOption = DEFAULT_LEDGER,
) -> None:
    """Decide what the words of a story do with a claim. Case, accents and signs in either do not matter.

    The decision holds for the claim as you put it, as a statement or a question; other ways to put it are other claims.

    Example:  sayso judge claim "North Korean soldiers fought in Kursk" f01 "using a significant number" --states
    """
    chosen = _only_verdict(
        {"states": states, "contradicts": contradicts, "neither": neither}, "what the words do with the claim"
    )
    with Ledger(ledger, create=False) as opened:
        judgement = Judgement(JudgementKind.CLAIM, story, claim, Verdict(chosen), _decider(who), why, words=words)
        _judge(opened, judgement)


@judge.command("copy")
def judge_copy(
    story: Annotated[str, typer.Argument(help="The id of the story that may be a copy.")],
    original: Annotated[str, typer.Argument(help="The id of the story that it may be made from.")],
    is_copy: Annotated[bool, typer.Option("--yes/--no", help="Whether the first was made from the second.")],
    why: WhyOption = None,
    who: ByOption = "",
    ledger: LedgerOption = DEFAULT_LEDGER,
) -> None:
    """Decide whether a story was made from another one: copied, shortened, rewritten or translated.

    Example:  sayso judge copy f02 f01 --yes --why "credits it in the last line"
    """
    with Ledger(ledger, create=False) as opened:
        verdict = Verdict.YES if is_copy else Verdict.NO
        _judge(opened, Judgement(JudgementKind.COPY, story, original, verdict, _decider(who), why))


@judge.command("origin")
def judge_origin(
    story: StoryArgument,
    words: WordsArgument,
    source: Annotated[str, typer.Option("--source", help="It ends at this source.")] = "",
    of_story: Annotated[
        str, typer.Option("--story", help="It ends at the own reporting of the story of this id.")
    ] = "",
    nobody: Annotated[bool, typer.Option("--nobody", help="Nothing tells where it ends.")] = False,
    kind: KindOption = None,
    why: WhyOption = None,
    who: ByOption = "",
    ledger: LedgerOption = DEFAULT_LEDGER,
) -> None:
    """Decide where the chain of a report ends: on whose word the words of a story rest in the end.

    A trace counts the report to that origin, whoever passes it on.

    Example:  sayso judge origin f07 "killed or injured" --source "National Intelligence Service of South Korea"
    """
    named = {"source": bool(source), "story": bool(of_story), "nobody": nobody}
    chosen = Verdict(_only_verdict(named, "where the chain ends"))
    with Ledger(ledger, create=False) as opened:
        other, name = find_source(opened, source, kind) if source else (of_story, "")
        judgement = Judgement(JudgementKind.ORIGIN, story, other, chosen, _decider(who), why, words=words, name=name)
        _judge(opened, judgement)


@judge.command("attribution")
def judge_attribution(
    story: StoryArgument,
    words: WordsArgument,
    source: Annotated[str, typer.Option("--source", help="The words are this source's.")] = "",
    nobody: Annotated[bool, typer.Option("--nobody", help="They are no source's.")] = False,
    right: Annotated[bool, typer.Option("--right", help="They are the source's that sayso has them from.")] = False,
    kind: KindOption = None,
    why: WhyOption = None,
    who: ByOption = "",
    ledger: LedgerOption = DEFAULT_LEDGER,
) -> None:
    """Decide whose words the words of a story are, where sayso took them for another's.

    Example:  sayso judge attribution f07 "could extend the war" --source Zelensky --why "his address"
    """
    chosen = _only_verdict({"source": bool(source), "nobody": nobody, "right": right}, "whose words they are")
    with Ledger(ledger, create=False) as opened:
        whose = find_source(opened, source, kind) if source else None
        judgement = attribution_judgement(story, words, whose, _decider(who), why)
        _judge(opened, with_read_source(opened, judgement) if chosen == "right" else judgement)


@judge.command("withdraw")
def withdraw(
    number: Annotated[int, typer.Argument(help="The number of a decision that stands, as `sayso judge list` has it.")],
    why: WhyOption = None,
    who: ByOption = "",
    ledger: LedgerOption = DEFAULT_LEDGER,
) -> None:
    """Take a decision back and leave the matter to sayso again. Both stay in the ledger.

    Example:  sayso judge withdraw 3 --why "wrong story"
    """
    with Ledger(ledger, create=False) as opened:
        tell_judgement(opened, take_back(opened, number, _decider(who), why))


judge.command("list")(list_all)


def _only_verdict(chosen: dict[str, bool], wanted: str) -> str:
    """The one that was chosen.

    Raises:
        UsageError: none was, or several were.
    """
    flags = [name for name, is_set in chosen.items() if is_set]
    if len(flags) == 1:
        return flags[0]
    came = " and ".join(f"--{flag}" for flag in flags) + " were given together" if flags else "no decision was given"
    raise UsageError(came, f"{wanted}: one of {', '.join(f'--{name}' for name in chosen)}", "Give one of them")


def _decider(who: str) -> str:
    """Who decides: the name that was typed, else that of the user.

    Raises:
        UsageError: Neither is known.
    """
    try:
        return who or getpass.getuser()
    except (OSError, KeyError, ImportError) as error:
        raise UsageError("a decision by a user without a name", "who decides", "Name yourself with --by") from error


def _judge(ledger: Ledger, judgement: Judgement) -> None:
    """Write a decision down, and tell it with what it superseded.

    Raises:
        UsageError: It cannot be, or sayso reads nothing in its words.
    """
    tell_judgement(ledger, decide(ledger, judgement))
