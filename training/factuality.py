"""The corpora of event factuality: sentences with events, each from -3 (certainly not) to 3 (certainly)."""

import re
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from evaluation.corpora import data_folder, read_lines
from sayso.attribution.network.model import AttributionModel
from sayso.attribution.network.network_output import score_window
from sayso.attribution.network.pieces import Pieces, cut_pieces

LONGEST_PIECES = 64
"""Longer sentences are few and slow to train on."""

_TIGHT = re.compile(r"[,.;:!?%)\]]|n't|'(s|re|ve|ll|d|m)?|\.\.\.", re.IGNORECASE)
_TREEBANK = {"-LRB-": "(", "-RRB-": ")", "``": '"', "''": '"'}


@dataclass(frozen=True)
class Sentence:
    """A sentence as print would have it, with its E events.

    Attributes:
        corpus: "uw" (Lee et al., EMNLP 2015) or "uds_ih2" (Rudinger et al., NAACL 2018).
        pieces: Its word pieces.
        events: int64 [E], the first piece of each event's word.
        labels: float32 [E].
    """

    corpus: str
    pieces: Pieces
    events: NDArray[np.int64]
    labels: NDArray[np.float32]


def read_factuality(tokenizer: Tokenizer, corpus: str, part: str) -> list[Sentence]:
    """The sentences with events of a corpus in one part ("train", "dev", "test")."""
    lines = read_lines(data_folder() / "certainty" / f"{corpus}_{part}.jsonl.gz")
    return [_sentence(tokenizer, corpus, line) for line in lines if line["targets"]]


def _sentence(tokenizer: Tokenizer, corpus: str, line: dict) -> Sentence:
    text, starts = join_tokens(line["text"].split(" "))
    pieces = cut_pieces(tokenizer, text)
    at = [starts[target["span1"][0]] for target in line["targets"]]
    labels = np.array([target["label"] for target in line["targets"]], np.float32)
    return Sentence(corpus, pieces, np.searchsorted(pieces.ends, at, side="right"), labels)


def join_tokens(tokens: list[str]) -> tuple[str, list[int]]:
    """Tokens set as print would have them: the text, and where each token starts in it."""
    text, starts, inside_quotes, glued = "", [], False, True
    for word in (_TREEBANK.get(token.upper(), token) for token in tokens):
        is_mark = word == '"'
        closes = is_mark and inside_quotes
        if not (glued or closes or _TIGHT.fullmatch(word)):
            text += " "
        starts.append(len(text))
        text += word
        inside_quotes ^= is_mark
        glued = (is_mark and inside_quotes) or word in ("(", "[", "$", "#")
    return text, starts


def grid_of(labels: NDArray[np.float64]) -> NDArray[np.int64]:
    """FactBank's grid on UW's scale, at 3, 2, 1 and 0 (Stanovsky et al., ACL 2017): indices into `Certainty`."""
    return np.digitize(-np.abs(labels), (-2.5, -1.5, -0.5))


def read_factuality_of(
    model: AttributionModel, sentences: list[Sentence]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """What a shipped model tells of each event, and its label: float64 [N] both, from -3 to 3."""
    told = [
        score_window(model, sentence.pieces, (0, len(sentence.pieces))).factuality[sentence.events]
        for sentence in sentences
    ]
    labels = [sentence.labels for sentence in sentences]
    return np.concatenate(told).astype(np.float64), np.concatenate(labels).astype(np.float64)
