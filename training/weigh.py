"""How much what the rules find should count beside the network: python -m training.weigh [FOLDER].

The statement head is fitted from nothing without each quarter of the annotated stories in turn, and asked about that
quarter; then each sign of the rules gets the nats by which all answers together are likeliest. What it prints is what
the `NATS` of `sayso.evidence.grading.assertion` (of news alone), `sayso.evidence.grading.certainty` and
`sayso.sources.meaning.weighing` hold, rounded.
"""

import argparse
import random
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch.nn import functional

from evaluation.corpora import read_lines
from sayso.attribution.network.model import shipped_folder
from sayso.cleaning import clean
from sayso.evidence.grading.assertion import find_sign
from sayso.evidence.grading.certainty import grade_certainty
from sayso.evidence.words.clauses import cut_propositions, find_main
from sayso.evidence.words.words import Wording, Words
from sayso.inference.folder import NETWORK_FILE
from sayso.inference.statements import PARTS
from sayso.ingest import story_from_text
from sayso.records import ROLES, Assertion, Attribution, Source, Span, Speech, Told
from sayso.sources import resolve_sources
from sayso.sources.meaning.weighing import find_basis_of_kind
from training.corpus import IGNORE
from training.heads import StatementHead, fit_head, tell
from training.shipped import read_weights
from training.statements import LABELS_FOLDER, Encoder, Statement, answers_of, f1_of, read_statements

FOLDS = 4
EPOCHS = 12
"""The head starts from nothing, as the one that ships has learnt all quarters."""
KINDS, ASSERTIONS, LEVELS = PARTS
HELD = 0.15
"""How strongly nats are held to nothing, so that a sign that is hardly ever met has no say."""


@dataclass(frozen=True)
class Case:
    """A question about one statement: what the rules find, what the network tells, and the right answer.

    `rule` is the answer that the rules give by `sign`.
    """

    sign: str
    rule: int
    told: NDArray[np.float64]
    right: int


def told_of_story(head: StatementHead, statements: Sequence[Statement]) -> list[tuple[dict, Attribution]]:
    """The annotated attributions of a story with what a head tells of them."""
    told = [Told(*(tuple(part.tolist()) for part in parts)) for parts in zip(*tell(head, statements), strict=True)]
    return [
        (one.annotated, Attribution(*_spans(one.annotated), Speech.INDIRECT, 1.0, told=tells))
        for one, tells in zip(statements, told, strict=True)
    ]


def _spans(annotated: dict) -> list[tuple[Span, ...]]:
    return [tuple(Span(*span) for span in annotated[role]) for role in ROLES]


def sources_of(story: dict, attributions: list[Attribution]) -> tuple[Source, ...]:
    """Who the rules alone say each source is."""
    given = story_from_text(story["text"], id=story["id"], outlet=story.get("outlet"))
    return resolve_sources(given, clean(given), [replace(one, told=None) for one in attributions])


def ask_of_assertions(story: dict, read: Sequence[tuple[dict, Attribution]]) -> Iterator[Case]:
    """What each statement does."""
    words = Words.of(story["text"])
    taken = {n for _, one in read for span in (*one.source, *one.cue) for n in words.within(span)}
    for annotated, one in read:
        wording = Wording.of(words, one, taken)
        propositions = cut_propositions(wording)
        sign, _ = find_sign(wording, propositions, find_main(propositions))
        told = np.array(_told(one).assertion)
        yield Case(sign, ASSERTIONS.index(Assertion.ASSERTED), told, answers_of(annotated)[1])


def ask_of_kinds(story: dict, read: Sequence[tuple[dict, Attribution]]) -> Iterator[Case]:
    """Of what kind each source is; what is told of one source is told of it wherever it speaks."""
    sources = sources_of(story, [one for _, one in read])
    together = defaultdict(list)
    for source, (_, one) in zip(sources, read, strict=True):
        together[source.name].append(_told(one).kind)
    for source, (annotated, one) in zip(sources, read, strict=True):
        told = np.mean(together[source.name], axis=0) if source.name else np.array(_told(one).kind)
        right = answers_of(annotated)[0]
        if right != IGNORE and one.source:
            yield Case(find_basis_of_kind(source).name, KINDS.index(source.kind), told, right)


def ask_of_certainties(story: dict, read: Sequence[tuple[dict, Attribution]]) -> Iterator[Case]:
    """How certain each statement is that tells something; the sign is the level by the rules alone."""
    words = Words.of(story["text"])
    taken = {n for _, one in read for span in (*one.source, *one.cue) for n in words.within(span)}
    for annotated, one in read:
        right = answers_of(annotated)[2]
        if right == IGNORE or annotated["negated"]:
            continue
        wording = Wording.of(words, replace(one, told=None), taken)
        level = grade_certainty(wording, cut_propositions(wording)).certainty
        yield Case(level, LEVELS.index(level), np.array(_told(one).certainty), right)


def _told(attribution: Attribution) -> Told:
    if attribution.told is None:
        raise ValueError("the network was not asked")
    return attribution.told


def fit_nats(cases: Sequence[Case], *, each_answer: bool) -> tuple[dict[str, NDArray[np.float64]], float]:
    """The nats of each sign, in units of the network's: one for each answer, or one for what the rule says.

    Also how far the network's own nats were to be shrunk.
    """
    signs = sorted({case.sign for case in cases})
    at = torch.tensor([signs.index(case.sign) for case in cases])
    told = torch.tensor(np.log(np.maximum([case.told for case in cases], 1e-4)))
    right, rule = (torch.tensor([getattr(case, name) for case in cases]) for name in ("right", "rule"))
    nats = torch.zeros(len(signs), told.shape[1] if each_answer else 1, dtype=torch.double, requires_grad=True)
    scale = torch.zeros((), dtype=torch.double, requires_grad=True)
    optimizer = torch.optim.LBFGS([nats, scale], max_iter=200, line_search_fn="strong_wolfe")
    said = torch.ones_like(told) if each_answer else functional.one_hot(rule, told.shape[1]).double()

    def loss() -> torch.Tensor:
        optimizer.zero_grad()
        total = functional.cross_entropy(scale.exp() * told + said * nats[at], right, reduction="sum")
        total = total + HELD * ((nats**2).sum() + scale**2)
        total.backward()
        return total

    optimizer.step(loss)
    shrunk = float(scale.exp().detach())
    fitted = nats.detach().numpy() / shrunk
    if each_answer:
        fitted = fitted - fitted[:, :1]
    return dict(zip(signs, fitted, strict=True)), shrunk


def answer(cases: Sequence[Case], nats: dict[str, NDArray[np.float64]]) -> NDArray[np.int64]:
    """The likeliest answer of each case."""
    counted = []
    for case in cases:
        one = nats[case.sign]
        weights = one if len(one) > 1 else np.eye(len(case.told))[case.rule] * one
        counted.append(int((np.log(np.maximum(case.told, 1e-4)) + weights).argmax()))
    return np.array(counted)


QUESTIONS: dict[str, Callable[[dict, list], Iterator[Case]]] = {
    "assertions": ask_of_assertions,
    "kinds": ask_of_kinds,
    "certainties": ask_of_certainties,
}


def main() -> None:
    """Fit and print the nats, with the figures that they give."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?", default=shipped_folder())
    options = parser.parse_args()
    encoder, weights = Encoder(options.folder), read_weights(options.folder / NETWORK_FILE)
    stories = [story for part in read_statements() for story in part]
    news = {story["id"] for story in read_lines(LABELS_FOLDER / "news.jsonl")}
    random.Random(5).shuffle(stories)
    read = [(story, list(encoder.read(story))) for story in stories]
    asked: dict[str, list[Case]] = {question: [] for question in QUESTIONS}
    for fold in range(FOLDS):
        torch.manual_seed(1)
        head = StatementHead(weights).forget()
        others = [one for at, (_, statements) in enumerate(read) if at % FOLDS != fold for one in statements]
        fit_head(head, others, random.Random(1), EPOCHS)
        for story, statements in read[fold::FOLDS]:
            told = told_of_story(head, statements)
            for name, ask in QUESTIONS.items():
                if name != "assertions" or story["id"] in news:
                    asked[name] += ask(story, told)
        print(f"part {fold + 1}/{FOLDS}: {len(asked['assertions'])} statements asked about", flush=True)
    for name, cases in asked.items():
        nats, shrunk = fit_nats(cases, each_answer=name == "assertions")
        right, told = np.array([case.right for case in cases]), answer(cases, nats)
        print(f"{name}: {100 * float((told == right).mean()):.1f} % right of {len(cases)}; network shrunk {shrunk:.2f}")
        if name == "assertions":
            print({str(each): f1_of(told == at, right == at) for at, each in enumerate(ASSERTIONS) if at})
        for sign, one in nats.items():
            print(f"  {sign}: {one.round(1).tolist()} ({sum(case.sign == sign for case in cases)})")


if __name__ == "__main__":
    main()
