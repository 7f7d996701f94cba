"""What is killed: python -m evaluation.fault_work VERB LEDGER NAME, which works on a ledger until it is ended.

Each line that it writes says that something is done, and is written when it is: so the ledger must hold it whatever
happens next. The stories are made up, with what is read in them made up too: it is the ledger that is tried.
"""

import sys
from itertools import count
from pathlib import Path
from random import Random

from evaluation.calling import parser_for
from sayso.ledger import Ledger
from sayso.ledger.backup import back_up
from sayso.ledger.indexes import rebuild_indexes
from sayso.pipeline.upkeep import forget
from sayso.records import Attribution, Judgement, JudgementKind, Reading, Run, Span, Speech, Story, Verdict
from sayso.reuse import ReuseIndex

RUN = Run("evaluation", "none")
WORDS = (
    "ferry",
    "harbour",
    "council",
    "mayor",
    "storm",
    "engine",
    "crack",
    "repair",
    "budget",
    "vote",
    "delay",
    "ticket",
)
SENTENCES = 12
INDEXED_EVERY = 16


def make_reading(story_id: str) -> Reading:
    """A story that is told wholly by its id, with a statement in each sentence and a page that hardly compresses."""
    random = Random(story_id)  # noqa: S311 - made-up words
    text, statements = "", []
    for _ in range(SENTENCES):
        begin = len(text)
        text += f"Ana Brodie said the {' '.join(random.choices(WORDS, k=9))}. "
        content = Span(begin + len("Ana Brodie said "), len(text) - 2)
        spans = (Span(begin, begin + 10),), (Span(begin + 11, begin + 15),), (content,)
        statements.append(Attribution(*spans, speech=Speech.INDIRECT, score=0.5))
    raw = text.encode() + random.randbytes(4_000)
    return Reading(Story(story_id, f"{text}{story_id}", outlet="Herald", raw=raw), (), tuple(statements))


def add(ledger: Ledger, name: str) -> None:
    """Add stories, and keep the index up to date."""
    for number in count():
        ledger.add(make_reading(f"{name}-{number}"), RUN)
        tell(f"{name}-{number}")
        if (number + 1) % INDEXED_EVERY == 0:
            ReuseIndex(ledger).update()


def rebuild(ledger: Ledger, _: str) -> None:
    """Make the indexes anew, over and over."""
    while True:
        rebuild_indexes(ledger)
        ReuseIndex(ledger).rebuild()
        tell("rebuilt")


def judge(ledger: Ledger, name: str) -> None:
    """Judge stories, over and over."""
    stories = [story.id for story in ledger.stories()]
    for number in count():
        claim = Judgement(
            kind=JudgementKind.CLAIM,
            one=stories[number % len(stories)],
            other=f"the ferry sailed {number} times",
            verdict=Verdict.STATES,
            who=name,
            words="Ana Brodie said",
        )
        tell(str(ledger.judge(claim).number))


def forget_all(ledger: Ledger, name: str) -> None:
    """Forget story after story."""
    for story in list(ledger.stories()):
        forget(ledger, story.id, name)
        tell(story.id)


def back_up_often(ledger: Ledger, _: str) -> None:
    """Back the ledger up, each time over the last copy."""
    while True:
        back_up(ledger, ledger.path.with_suffix(".copy"), lambda *_: None, replace=True)
        tell("copied")


VERBS = {"add": add, "rebuild": rebuild, "judge": judge, "forget": forget_all, "backup": back_up_often}


def tell(words: str) -> None:
    """Write a line at once."""
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


def main() -> None:
    """Work until ended."""
    parser = parser_for("fault_work", __doc__)
    parser.add_argument("verb", choices=VERBS)
    parser.add_argument("ledger", type=Path)
    parser.add_argument("name")
    asked = parser.parse_args()
    with Ledger(asked.ledger) as ledger:
        VERBS[asked.verb](ledger, asked.name)


if __name__ == "__main__":
    main()
