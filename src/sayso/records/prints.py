"""The fingerprints of one text, as the ledger keeps them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TextPrint:
    """What a text is known by when others are sought that share words with it.

    Attributes:
        revision: The row of the ledger's `revision` that the text is of.
        words: How many words it has, headings apart.
        hashes: 40-bit numbers, little-endian, one for each fingerprint in the order of the text; behind them a bit for
            each, from the lowest of a byte on, which is 1 where it stands within quotation marks.
    """

    revision: int
    words: int
    hashes: bytes
