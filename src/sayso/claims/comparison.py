"""Comparing a claim with the words of stories: does a passage state it, contradict it, or neither."""

import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache, partial
from importlib.resources import files
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray
from onnxruntime import InferenceSession
from tokenizers import Tokenizer

from sayso.claims.passages import Passage, cut_pair
from sayso.inference.folder import NETWORK_FILE, load_tokenizer, read_config
from sayso.inference.session import open_session
from sayso.records import Compared
from sayso.settings import model_threads

FORMAT = 1


class Comparer(Protocol):
    """Whatever tells how passages stand to a claim."""

    def compare(self, claim: str, passages: Sequence[Passage]) -> list[Compared]:
        """How each passage stands to a claim, in their order."""


@dataclass(frozen=True, slots=True)
class ComparisonModel:
    """A loaded comparison model.

    Attributes:
        name: Name and version.
        sha256: What tells its network from others.
        warmth: What scores are divided by, so that the shares are as often right as they say.
        threads: So many passages are read at once, each in one thread.
    """

    name: str
    sha256: str
    session: InferenceSession
    tokenizer: Tokenizer
    warmth: float
    threads: int = 1

    def compare(self, claim: str, passages: Sequence[Passage]) -> list[Compared]:
        """How each passage stands to a claim, in their order; equal passages are read once."""
        unlike, read = list(dict.fromkeys(passages)), partial(self._read, claim)
        if self.threads == 1 or len(unlike) < 2:
            told = dict(zip(unlike, map(read, unlike), strict=True))
        else:
            with ThreadPoolExecutor(self.threads) as readers:
                told = dict(zip(unlike, readers.map(read, unlike), strict=True))
        return [told[passage] for passage in passages]

    def _read(self, claim: str, passage: Passage) -> Compared:
        pair = cut_pair(self.tokenizer, claim, passage)
        (scores,) = self.session.run(None, {"ids": pair.ids[None], "parts": pair.parts[None]})
        unrelated, related, contradicts, states = _shares(scores[0] / self.warmth).tolist()
        return Compared((unrelated, related, contradicts, states))


def _shares(scores: NDArray[np.float32]) -> NDArray[np.float64]:
    raised = np.exp(scores.astype(np.float64) - scores.max())
    shares: NDArray[np.float64] = raised / raised.sum()
    return shares


def load_comparison_model(folder: Path, threads: int = 0) -> ComparisonModel:
    """Load a model folder.

    Args:
        folder: Where `config.json`, `network.onnx` and `tokenizer.json` are.
        threads: So many passages are read at once; 0 means one for every core.

    Raises:
        ModelError: a file is missing, damaged, or of a format that this version does not know.
    """
    config = read_config(folder, FORMAT)
    # Passages are short and many: each is read in one thread, several at once.
    session = open_session(folder / NETWORK_FILE, threads=1)
    return ComparisonModel(
        name=config["name"],
        sha256=config["sha256"][NETWORK_FILE],
        session=session,
        tokenizer=load_tokenizer(folder),
        warmth=config["warmth"],
        threads=threads or os.cpu_count() or 1,
    )


def shipped_comparison_folder() -> Path:
    """The folder of the comparison model that comes with sayso."""
    return Path(str(files("sayso"))) / "models" / "comparison-3"


@cache
def shipped_comparison_model() -> ComparisonModel:
    """The comparison model that comes with sayso, loaded once, with as many threads as the settings say.

    Raises:
        ModelError: it is missing or damaged.
    """
    return load_comparison_model(shipped_comparison_folder(), model_threads())
