"""The statement head's share of training: attributions whose source's kind, assertion and certainty are annotated."""

import random
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import functional

from evaluation.corpora import data_folder, read_lines
from sayso.attribution.pieces import Pieces, cut_pieces
from sayso.attribution.windows import Window, pack_windows
from sayso.inference.statements import PARTS
from sayso.records import ROLES, Assertion, Certainty, SourceKind
from training.augment import restyle
from training.corpus import (
    IGNORE,
    LIMIT_PIECES,
    READING_PIECES,
    TRAINING_PIECES,
    batch_windows,
    pad_windows,
    piece_ranges,
)
from training.network import AttributionNetwork
from training.precision import half_precision

BENCHMARK = Path(__file__).parents[1] / "benchmark" / "resolution"
LABELS = {
    "news": Path("reuse") / "base_news.jsonl.gz",
    "polnear": Path("attribution") / "polnear_train.jsonl.gz",
}
"""Files of labels beside this module, and the corpora that hold their texts."""
ASIDE = 0.2
"""Share of the annotated stories on which the weights of rules against network are chosen."""


def read_statements() -> tuple[list[dict], list[dict]]:
    """The annotated stories to learn from, and those set aside; the half of the benchmark kept aside is in neither."""
    stories = read_lines(BENCHMARK / "train.jsonl")
    for name, corpus in LABELS.items():
        texts = {story["id"]: story["text"] for story in read_lines(data_folder() / corpus)}
        labelled = read_lines(Path(__file__).parent / "labels" / f"{name}.jsonl")
        stories += [labels | {"text": texts[labels["id"]]} for labels in labelled]
    names = sorted(story["id"] for story in stories)
    random.Random(7).shuffle(names)
    aside = set(names[: round(ASIDE * len(names))])
    learnt = [story for story in stories if story["id"] not in aside] + read_lines(BENCHMARK / "dev.jsonl")
    return learnt, [story for story in stories if story["id"] in aside]


def answers_of(attribution: dict) -> list[int]:
    """The gold answers as indices into `PARTS`; IGNORE where the annotation leaves a question open."""
    kinds, assertions, levels = PARTS
    assertion = Assertion.ASSERTED
    if attribution["negated"]:
        assertion = Assertion.NEGATED
    elif attribution["denied"]:
        assertion = Assertion.DENIED
    kind, level = attribution.get("source_kind"), attribution.get("certainty")
    return [
        kinds.index(SourceKind(kind)) if kind else IGNORE,
        assertions.index(assertion),
        levels.index(Certainty(level)) if level else IGNORE,
    ]


@dataclass(frozen=True)
class StatementWindow:
    """A window of a story with the statements whose cue stands in it.

    Attributes:
        pieces, window: Where it is.
        roles: For each statement its pieces in each role, as ranges over the story's pieces, cut to the window.
        answers: int64 [N, 3].
    """

    pieces: Pieces
    window: Window
    roles: tuple[tuple[tuple[Window, ...], ...], ...]
    answers: NDArray[np.int64]


def statement_windows(tokenizer: Tokenizer, stories: list[dict], moving: random.Random) -> list[StatementWindow]:
    """All windows that hold a statement; their borders differ from one call to the next."""
    return [window for story in stories for window in _windows(tokenizer, restyle(story, moving), moving)]


def _windows(tokenizer: Tokenizer, story: dict, moving: random.Random) -> list[StatementWindow]:
    pieces = cut_pieces(tokenizer, story["text"])
    spans = [tuple(piece_ranges(pieces, one[role]) for role in ROLES) for one in story["attributions"]]
    answers = [answers_of(one) for one in story["attributions"]]
    found = []
    first = moving.randint(40, TRAINING_PIECES - 2)
    target = moving.choice((READING_PIECES, TRAINING_PIECES))
    for begin, end in pack_windows(pieces, target, LIMIT_PIECES, first_pieces=first):
        inside = [at for at, (_, cue, _) in enumerate(spans) if cue and begin <= cue[0][0] < end]
        if inside:
            roles = tuple(tuple(tuple(cut_ranges(ranges, begin, end)) for ranges in spans[at]) for at in inside)
            found.append(StatementWindow(pieces, (begin, end), roles, np.array([answers[at] for at in inside])))
    return found


def cut_ranges(ranges: list[Window], begin: int, end: int) -> list[Window]:
    """What of some ranges lies within [begin, end)."""
    cut = ((max(begin, start), min(end, stop)) for start, stop in ranges)
    return [(start, stop) for start, stop in cut if start < stop]


@dataclass(frozen=True)
class StatementBatch:
    """B windows padded to one length T, with their N statements.

    Attributes:
        ids, mask, shape: As in `training.corpus.Batch`.
        rows: int64 [N], the window of each statement.
        shares: float32 [N, T, 3], the weight of each piece in the mean of each role.
        answers: int64 [N, 3].
    """

    ids: Tensor
    mask: Tensor
    shape: Tensor
    rows: Tensor
    shares: Tensor
    answers: Tensor


def collate_statements(windows: list[StatementWindow]) -> StatementBatch:
    """Pad windows; a window's pieces start at position 1."""
    padded = pad_windows([(one.pieces, one.window) for one in windows])
    rows = np.repeat(np.arange(len(windows)), [len(one.answers) for one in windows])
    shares = np.zeros((len(rows), padded[0].shape[1], len(ROLES)), np.float32)
    statements = ((one.window[0], roles) for one in windows for roles in one.roles)
    for number, (begin, roles) in enumerate(statements):
        for role, ranges in enumerate(roles):
            for start, stop in ranges:
                shares[number, start - begin + 1 : stop - begin + 1, role] = 1 / sum(b - a for a, b in ranges)
    answers = np.concatenate([one.answers for one in windows])
    return StatementBatch(*map(torch.from_numpy, (*padded, rows, shares, answers)))


def statement_batches(windows: list[StatementWindow], budget_pieces: int, rng: random.Random) -> list[StatementBatch]:
    """All windows in batches of like lengths, in random order."""
    lengths = [int(one.window[1] - one.window[0] + 2 + 10 * rng.random()) for one in windows]
    groups = batch_windows(lengths, budget_pieces)
    rng.shuffle(groups)
    return [collate_statements([windows[index] for index in group]) for group in groups]


def statement_logits(votes: Tensor, batch: StatementBatch) -> list[Tensor]:
    """For each question, the logits of its answers for each statement: [N, answers]."""
    votes = votes.float()[batch.rows]
    total = torch.einsum("ntr,ntra->na", batch.shares, votes)
    return list(total.split([len(part) for part in PARTS], dim=-1))


def statement_loss(votes: Tensor, batch: StatementBatch) -> Tensor:
    """The sum of the cross entropies of the three questions."""
    logits = statement_logits(votes, batch)
    return sum(
        functional.cross_entropy(part, answers, ignore_index=IGNORE)
        for part, answers in zip(logits, batch.answers.T, strict=True)
        if (answers != IGNORE).any()
    )


@torch.no_grad()
def measure_statements(network: AttributionNetwork, windows: list[StatementWindow]) -> dict[str, float]:
    """The share of right answers to each question, and F1 of denials and of silences."""
    network.eval()
    told, wanted = [], []
    for batch in statement_batches(windows, 4096, random.Random(0)):
        with half_precision():
            output = network(batch.ids, batch.shape, batch.mask)
        told.append(torch.stack([part.argmax(-1) for part in statement_logits(output.votes, batch)], -1))
        wanted.append(batch.answers)
    network.train()
    got, gold = torch.cat(told).numpy(), torch.cat(wanted).numpy()
    scores = {}
    for at, question in enumerate(("kind", "assertion", "certainty")):
        asked = gold[:, at] != IGNORE
        scores[question] = round(100 * float((got == gold)[asked, at].mean()), 1)
    for name in (Assertion.DENIED, Assertion.NEGATED):
        scores[name] = f1_of(*(values[:, 1] == PARTS[1].index(name) for values in (got, gold)))
    return scores


def f1_of(told: NDArray[np.bool_], wanted: NDArray[np.bool_]) -> float:
    """F1 in per cent of what is told against what is so: bool [N] both."""
    return round(200 * float((told & wanted).sum()) / max(1, int(told.sum() + wanted.sum())), 1)
