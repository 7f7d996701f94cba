"""The statement head's share of training: attributions whose source's kind, assertion and certainty are annotated."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper
from onnxruntime import InferenceSession, SessionOptions

from evaluation.corpora import data_folder, read_lines
from sayso.attribution.network.model import AttributionModel, load_model
from sayso.attribution.network.network_input import window_ids, window_shape
from sayso.attribution.network.pieces import cut_pieces
from sayso.attribution.network.windows import Window, pack_windows
from sayso.inference.folder import NETWORK_FILE
from sayso.inference.statements import PARTS
from sayso.records import ROLES, Assertion, Certainty, SourceKind
from training.corpus import IGNORE, piece_ranges

BENCHMARK = Path(__file__).parents[1] / "benchmark" / "resolution"
LABELS_FOLDER = Path(__file__).parent / "labels"
LABELS = {
    "news": Path("reuse") / "base_news.jsonl.gz",
    "polnear": Path("attribution") / "polnear_train.jsonl.gz",
}
"""Files of labels in that folder, and the corpora that hold their texts."""
ASIDE = 0.2
"""Share of the annotated stories on which the weights of rules against network are chosen."""


def read_statements() -> tuple[list[dict], list[dict]]:
    """The annotated stories to learn from, and those set aside; the half of the benchmark kept aside is in neither."""
    stories = read_lines(BENCHMARK / "train.jsonl")
    for name, corpus in LABELS.items():
        texts = {story["id"]: story["text"] for story in read_lines(data_folder() / corpus)}
        labelled = read_lines(LABELS_FOLDER / f"{name}.jsonl")
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
class Statement:
    """An annotated attribution as a network reads it.

    Attributes:
        annotated: Its spans and labels.
        roles: float16 [pieces, width], the vectors of its source's, its cue's and its content's pieces.
        answers: The gold answers, as `answers_of` gives them.
    """

    annotated: dict
    roles: tuple[NDArray[np.float16], ...]
    answers: list[int]


HEAD_NODE = "/network/head_statement/MatMul"
"""What it multiplies is the vectors of the pieces."""


class Encoder:
    """The network of a model folder, asked for the vectors of the pieces."""

    def __init__(self, folder: Path) -> None:
        network = onnx.load(str(folder / NETWORK_FILE))
        self._vectors = next(node.input[0] for node in network.graph.node if node.name == HEAD_NODE)
        network.graph.output.append(helper.make_tensor_value_info(self._vectors, TensorProto.FLOAT, None))
        options = SessionOptions()
        options.intra_op_num_threads = 1
        self._session = InferenceSession(network.SerializeToString(), options, providers=["CPUExecutionProvider"])
        self._model: AttributionModel = load_model(folder, threads=1)

    def read(self, story: dict) -> Iterator[Statement]:
        """The annotated statements of a story that have a cue, in windows as the story is read."""
        model = self._model
        pieces = cut_pieces(model.tokenizer, story["text"])
        annotated = [(one, [piece_ranges(pieces, one[role]) for role in ROLES]) for one in story["attributions"]]
        for begin, end in pack_windows(pieces, model.target_pieces, model.limit_pieces):
            inside = [(one, roles) for one, roles in annotated if roles[1] and begin <= roles[1][0][0] < end]
            if not inside:
                continue
            window = (begin, end)
            inputs = {"ids": window_ids(pieces, window)[None], "shape": window_shape(pieces, window)[None]}
            vectors = self._session.run([self._vectors], inputs)[0][0, 1:-1].astype(np.float16)
            for one, roles in inside:
                spoken = tuple(_gather(vectors, cut_ranges(ranges, begin, end), begin) for ranges in roles)
                yield Statement(one, spoken, answers_of(one))


def _gather(vectors: NDArray[np.float16], ranges: list[Window], begin: int) -> NDArray[np.float16]:
    return np.concatenate([vectors[:0], *(vectors[start - begin : stop - begin] for start, stop in ranges)])


def cut_ranges(ranges: list[Window], begin: int, end: int) -> list[Window]:
    """What of some ranges lies within [begin, end)."""
    cut = ((max(begin, start), min(end, stop)) for start, stop in ranges)
    return [(start, stop) for start, stop in cut if start < stop]


def score_answers(got: NDArray[np.int64], gold: NDArray[np.int64]) -> dict[str, float]:
    """The share of right answers to each question, and F1 of denials and of silences: int64 [N, 3] both."""
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
