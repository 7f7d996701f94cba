"""A claim and a passage as the comparison model sees them."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

CLAIM_PIECES = 48
WORDS_PIECES = 96
CONTEXT_PIECES = 48
"""A passage and its context are cut after so many word pieces, the context from its start: what stands nearest counts.

No claim of the labelled stories and 4 of their 7,097 propositions are longer; 29 % of the contexts lose their start.
"""

_FIRST, _BETWEEN = "[CLS]", "[SEP]"


@dataclass(frozen=True, slots=True)
class Passage:
    """Words to compare with a claim.

    Attributes:
        words: What is said, by whom and how.
        context: What a reader needs to know whom and what they are about: the headline, what stands before. Nothing
            that only the context says counts as said.
    """

    words: str
    context: str = ""


@dataclass(frozen=True, slots=True)
class PairPieces:
    """A claim and a passage as T word pieces.

    Attributes:
        ids: int64 [T], vocabulary indices: the claim, the words, the context.
        parts: int64 [T], 1 for the words of the passage, 0 for the claim and the context.
    """

    ids: NDArray[np.int64]
    parts: NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.ids)


def cut_pair(tokenizer: Tokenizer, claim: str, passage: Passage) -> PairPieces:
    """Cut a claim and a passage into the word pieces that the model reads."""

    def cut(text: str) -> list[int]:
        return list(tokenizer.encode(text, add_special_tokens=False).ids)

    first, between = tokenizer.token_to_id(_FIRST), tokenizer.token_to_id(_BETWEEN)
    asked = [first, *cut(claim)[:CLAIM_PIECES], between]
    said = [*cut(passage.words)[:WORDS_PIECES], between]
    around = [*cut(passage.context)[-CONTEXT_PIECES:], between] if passage.context else []
    return PairPieces(
        ids=np.array([*asked, *said, *around], dtype=np.int64),
        parts=np.array([0] * len(asked) + [1] * len(said) + [0] * len(around), dtype=np.int64),
    )
