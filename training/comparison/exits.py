"""Let the comparison network leave early: python -m training.comparison.exits FOLDER (needs the training extra).

Most passages that are compared with a claim say nothing on it, and the network knows that before its last layer. After
some of its layers it is asked what it will tell, by a softmax fitted on what it tells in the end of our labels. Where
that is neither "states" nor "contradicts", the answer is this one, and the layers above are not computed (Xin et al.,
2020, DeeBERT). How unlikely these must be is chosen on the stories set aside, so that of what the whole network reports
no more than `LOST` is lost at each exit.

The exits are written into the network itself, which reads and tells what it did. What each spares and loses is printed.
"""

import argparse
import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnxruntime import InferenceSession, SessionOptions
from torch.nn import functional

from sayso.claims.comparison import load_comparison_model
from sayso.claims.passages import cut_pair
from sayso.inference.folder import NETWORK_FILE, load_tokenizer
from training.comparison.early import Exit, looking_inside, with_exits
from training.comparison.export import write_config, write_reference
from training.comparison.invented import invented_pairs
from training.comparison.labels import learnt_and_aside, own_pairs
from training.comparison.network import AFTER_LAYERS
from training.comparison.pairs import AGAINST, SAME, Pair

LOST = 0.0015
"""Of what the whole network reports so much may be lost at each exit."""

REPORTED_STATES, REPORTED_CONTRADICTS = 0.4, 0.6
"""From so likely on sayso.trace.comparing.reports reports it."""

LEARNT_PAIRS, ASIDE_PAIRS = 9_000, 4_500
SAYING_SHARE = 0.25
HELD = 0.03
STEPS = 60

_STATES, _CONTRADICTS = 3, 2


@dataclass(frozen=True)
class Heard:
    """What the network computes of N pairs.

    Attributes:
        inside: float32 [N, F] after each of `AFTER_LAYERS`.
        shares: float64 [N, relations] in the end.
    """

    inside: tuple[NDArray[np.float32], ...]
    shares: NDArray[np.float64]

    @property
    def reported(self) -> NDArray[np.bool_]:
        """Which are reported as stating or contradicting."""
        states, contradicts = self.shares[:, _STATES], self.shares[:, _CONTRADICTS]
        found: NDArray[np.bool_] = ((states >= REPORTED_STATES) & (states >= contradicts)) | (
            contradicts >= REPORTED_CONTRADICTS
        )
        return found


def main() -> None:
    """Fit the exits and write them into the network of a folder."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--aside", type=float, default=0.15, help="share of our own stories that the run left aside")
    options = parser.parse_args()
    torch.set_num_threads(1)
    path = options.folder / NETWORK_FILE
    whole, warmth = onnx.load(str(path)), load_comparison_model(options.folder, threads=1).warmth
    lines = learnt_and_aside(options.aside)
    learnt_pairs, aside_pairs = map(own_pairs, lines)
    drawn = [draw(learnt_pairs + invented_pairs(), LEARNT_PAIRS), draw(aside_pairs, ASIDE_PAIRS)]
    learnt, aside = (hear(options.folder, whole, pairs, warmth) for pairs in drawn)
    onnx.save(with_exits(whole, fit_exits(learnt, aside, warmth)), str(path))
    write_config(options.folder, warmth)
    write_reference(options.folder)


def draw(pairs: Sequence[Pair], most: int) -> list[Pair]:
    """Some pairs, a quarter of which state or contradict."""
    rng = random.Random(7)
    saying = [pair for pair in pairs if pair.answers in (SAME, AGAINST)]
    other = [pair for pair in pairs if pair.answers not in (SAME, AGAINST)]
    some = rng.sample(saying, min(len(saying), round(SAYING_SHARE * most)))
    return some + rng.sample(other, min(len(other), most - len(some)))


def hear(folder: Path, whole: onnx.ModelProto, pairs: Sequence[Pair], warmth: float) -> Heard:
    """What the network computes of pairs."""
    tokenizer, options = load_tokenizer(folder), SessionOptions()
    options.intra_op_num_threads = 1
    session = InferenceSession(looking_inside(whole, AFTER_LAYERS).SerializeToString(), options)
    told, inside = [], []
    for pair in pairs:
        cut = cut_pair(tokenizer, pair.claim, pair.passage)
        scores, *features = session.run(None, {"ids": cut.ids[None], "parts": cut.parts[None]})
        told.append(scores[0])
        inside.append([one[0] for one in features])
    shares = functional.softmax(torch.from_numpy(np.array(told)).double() / warmth, dim=-1).numpy()
    return Heard(tuple(np.array(one) for one in zip(*inside, strict=True)), shares)


def fit_exits(learnt: Heard, aside: Heard, warmth: float) -> list[Exit]:
    """The exits, each for what the ones before let pass; what they spare and lose of the pairs set aside is printed."""
    reported, inside = aside.reported, np.ones(len(aside.shares), dtype=bool)
    exits = []
    for place, layers in enumerate(AFTER_LAYERS):
        weight, bias = fit_softmax(learnt.inside[place], learnt.shares)
        told = functional.softmax(torch.from_numpy(aside.inside[place] @ weight + bias), dim=-1).numpy()
        saying = told[:, _STATES] + told[:, _CONTRADICTS]
        least = float(np.quantile(saying[reported & inside], LOST, method="lower"))
        left = inside & (saying < least)
        inside &= ~left
        print(
            f"after layer {layers}: {left.mean():.1%} leave below {least:.4f}, {inside.mean():.1%} read on; "
            f"{(left & reported).sum()} of {reported.sum()} reported ones are lost",
            flush=True,
        )
        # The shares are those that the model tells once the scores are divided by its warmth.
        exits.append(Exit(layers, warmth * weight, warmth * bias, least))
    return exits


def fit_softmax(
    features: NDArray[np.float32], shares: NDArray[np.float64]
) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Weights [F, relations] and biases of a softmax that tells what was told, held to small ones."""
    mean, spread = features.mean(0), features.std(0) + 1e-6
    given, wanted = torch.from_numpy((features - mean) / spread), torch.from_numpy(shares).float()
    weight = torch.zeros(given.shape[1], wanted.shape[1], requires_grad=True)
    bias = torch.zeros(wanted.shape[1], requires_grad=True)
    search = torch.optim.LBFGS([weight, bias], max_iter=STEPS, line_search_fn="strong_wolfe")

    def loss() -> torch.Tensor:
        search.zero_grad()
        apart = functional.cross_entropy(given @ weight + bias, wanted) + HELD / 2 * (weight**2).sum()
        apart.backward()
        return apart

    search.step(loss)
    scaled = weight.detach().numpy() / spread[:, None]
    return scaled.astype(np.float32), (bias.detach().numpy() - mean @ scaled).astype(np.float32)


if __name__ == "__main__":
    main()
