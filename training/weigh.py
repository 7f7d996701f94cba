"""How much what the rules find should count beside the network: python -m training.weigh RUN.

The statement head is fitted anew without each quarter of the annotated stories in turn, and asked about that quarter;
then each sign of the rules gets the nats by which all answers together are likeliest. What it prints is what
`sayso.evidence.assertion.NATS` and `sayso.sources.weighing.NATS` hold, rounded.
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
from tokenizers import Tokenizer
from torch.nn import functional

from sayso.attribution.pieces import cut_pieces
from sayso.attribution.windows import pack_windows
from sayso.cleaning import clean
from sayso.evidence.assertion import find_sign
from sayso.evidence.clauses import cut_propositions, find_main
from sayso.evidence.words import Wording, Words
from sayso.inference.statements import PARTS, told_of
from sayso.ingest import story_from_text
from sayso.records import ROLES, Assertion, Attribution, Source, Span, Speech, Told
from sayso.sources import resolve_sources
from sayso.sources.weighing import find_basis_of_kind
from training.corpus import IGNORE, LIMIT_PIECES, READING_PIECES, pad_windows, piece_ranges
from training.heads import DRAWS, fit_head
from training.network import AttributionNetwork, load_run
from training.pretrained import load_tokenizer
from training.statements import answers_of, cut_ranges, f1_of, read_statements, statement_windows

FOLDS = 4
KINDS, ASSERTIONS, _ = PARTS
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


@torch.no_grad()
def read_told(network: AttributionNetwork, tokenizer: Tokenizer, story: dict) -> Iterator[tuple[dict, Attribution]]:
    """The annotated attributions of a story as the network reads them."""
    network.eval()
    pieces = cut_pieces(tokenizer, story["text"])
    annotated = [(one, [piece_ranges(pieces, one[role]) for role in ROLES]) for one in story["attributions"]]
    for begin, end in pack_windows(pieces, READING_PIECES, LIMIT_PIECES):
        inside = [(one, roles) for one, roles in annotated if roles[1] and begin <= roles[1][0][0] < end]
        if not inside:
            continue
        ids, mask, shape = map(torch.from_numpy, pad_windows([(pieces, (begin, end))]))
        votes = network.vote(network.encode(ids, shape, mask))[0, 1 : end - begin + 1].float().numpy()
        for one, roles in inside:
            spans = [tuple(Span(*span) for span in one[role]) for role in ROLES]
            ranges = [[(a - begin, b - begin) for a, b in cut_ranges(role, begin, end)] for role in roles]
            yield one, Attribution(*spans, Speech.INDIRECT, 1.0, told=told_of(votes, ranges))


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


def main() -> None:
    """Fit and print the nats, with the figures that they give."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("run", type=Path)
    options = parser.parse_args()
    tokenizer = load_tokenizer()
    stories = [story for part in read_statements() for story in part]
    random.Random(5).shuffle(stories)
    asked: dict[str, list[Case]] = {"assertions": [], "kinds": []}
    questions: dict[str, Callable[[dict, list], Iterator[Case]]] = {
        "assertions": ask_of_assertions,
        "kinds": ask_of_kinds,
    }
    for fold in range(FOLDS):
        torch.manual_seed(1)
        rng, network = random.Random(1), load_run(options.run)
        network.head_statement.reset_parameters()
        network.head_votes.reset_parameters()
        learnt = [story for at, story in enumerate(stories) if at % FOLDS != fold]
        fit_head(network, [one for _ in range(DRAWS) for one in statement_windows(tokenizer, learnt, rng)], rng)
        for story in stories[fold::FOLDS]:
            read = list(read_told(network, tokenizer, story))
            for name, ask in questions.items():
                asked[name] += ask(story, read)
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
