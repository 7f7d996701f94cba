"""Where the time goes, and how near that is to what the machine can do: python -m evaluation.limits.

Printed, of one thread and in CPU-seconds:

- the share of each stage in reading the demo's stories;
- word pieces a second of the network, with the operations that its encoder's weights ask for, beside the rate of int8
  products of matrices of the encoder's own size in the same library (onnxruntime's MatMulInteger);
- bytes of text a second that are fingerprinted, beside what numpy copies in memory.
"""

import time
from collections.abc import Callable
from typing import Any

import numpy as np
from onnxruntime import InferenceSession, SessionOptions

from evaluation.calling import parser_for
from evaluation.corpora import demo_stories
from sayso.attribution.network.model import AttributionModel, load_model, shipped_folder
from sayso.attribution.network.network_output import score_window
from sayso.attribution.network.pieces import cut_pieces
from sayso.attribution.network.windows import pack_windows
from sayso.cleaning import clean
from sayso.pipeline.method import attribute, read_as_told
from sayso.records import Story
from sayso.reuse.fingerprints import read_fingerprints

LAYERS, WIDTH, INNER_WIDTH = 6, 384, 1536
"""Of the encoder (MiniLM-L6): what its weights multiply a word piece by is all but a few percent of its work."""

OPERATIONS_A_PIECE = 2 * LAYERS * (4 * WIDTH**2 + 2 * WIDTH * INNER_WIDTH)
PIECES = 80
"""Word pieces in a window, as the model is asked."""

SECONDS = 2.0
UINT8, INT8, INT32 = 2, 3, 6
"""Kinds of tensors, as ONNX numbers them."""


def main() -> None:
    """Measure and print."""
    parser_for("limits", __doc__).parse_args()
    model = load_model(shipped_folder(), threads=1)
    stories = [story for story in demo_stories() if story.language == "en"]
    show_stages(model, stories)
    pieces = pieces_a_second(model, stories)
    rate, most = pieces * OPERATIONS_A_PIECE / 1e9, int8_rate() / 1e9
    print(f"network: {pieces:,.0f} pieces a second, {rate:.0f} of {most:.0f} thousand million operations a second")
    texts = [story.text for story in stories]
    size = sum(len(text.encode()) for text in texts)
    hashed = size / seconds_of(lambda: read_fingerprints(texts)) / 1e6
    block = np.zeros(1 << 28, np.uint8)
    copied = len(block) / seconds_of(block.copy) / 1e6
    print(f"fingerprints: {hashed:,.0f} MB of text a second; memory is copied at {copied:,.0f}")


def show_stages(model: AttributionModel, stories: list[Story]) -> None:
    """Print what each stage of reading takes."""
    marks = {story.id: clean(story) for story in stories}
    told = {story.id: attribute(model, story, marks[story.id]) for story in stories}
    stages = {
        "cleaning": seconds_of(lambda: [clean(story) for story in stories]),
        "networks, cutting and decoding": seconds_of(lambda: [attribute(model, one, marks[one.id]) for one in stories]),
        "all but these": seconds_of(lambda: [read_as_told(one, lambda _, one=one: told[one.id]) for one in stories]),
        "fingerprints": seconds_of(lambda: read_fingerprints([story.text for story in stories])),
    }
    stages["all but these"] -= stages["cleaning"]
    names = {"all but these": "resolving and grading"}
    total = sum(stages.values())
    for name, seconds in stages.items():
        each = 1000 * seconds / len(stories)
        print(f"{names.get(name, name):32} {each:7.2f} ms a story {100 * seconds / total:5.1f} %")


def pieces_a_second(model: AttributionModel, stories: list[Story]) -> float:
    """Word pieces that the network reads in a CPU-second, cut and packed before."""
    cut = [cut_pieces(model.tokenizer, story.text, ()) for story in stories]
    packed = [(pieces, pack_windows(pieces, model.target_pieces, model.limit_pieces)) for pieces in cut]
    windows = [(pieces, window) for pieces, some in packed for window in some]
    count = sum(end - begin for _, (begin, end) in windows)
    return count / seconds_of(lambda: [score_window(model, *one) for one in windows])


def int8_rate() -> float:
    """Operations a CPU-second of int8 products: a window's word pieces with the weights of a layer's widest step."""
    options = SessionOptions()
    options.intra_op_num_threads = 1
    session = InferenceSession(product_network(WIDTH, INNER_WIDTH), options)
    pieces = np.ones((PIECES, WIDTH), np.uint8)
    return 2 * PIECES * WIDTH * INNER_WIDTH / seconds_of(lambda: session.run(None, {"a": pieces}))


def product_network(depth: int, width: int) -> bytes:
    """An ONNX network of one product, written field by field (protocol buffers): a [T, depth] by weights, `c` out."""
    weights = b"".join(
        (_field(1, depth), _field(1, width), _field(2, INT8), _field(8, b"b"), _field(9, bytes(depth * width)))
    )
    node = _field(1, b"a") + _field(1, b"b") + _field(2, b"c") + _field(4, b"MatMulInteger")
    graph = b"".join(
        (
            *(_field(1, node), _field(2, b"product"), _field(5, weights)),
            *(_field(11, _value(b"a", UINT8, depth)), _field(12, _value(b"c", INT32, width))),
        )
    )
    return _field(1, 8) + _field(7, graph) + _field(8, _field(2, 13))


def _value(name: bytes, kind: int, width: int) -> bytes:
    shape = _field(1, _field(2, b"T")) + _field(1, _field(1, width))
    return _field(1, name) + _field(2, _field(1, _field(1, kind) + _field(2, shape)))


def _field(number: int, value: int | bytes) -> bytes:
    if isinstance(value, int):
        return _varint(number << 3) + _varint(value)
    return _varint(number << 3 | 2) + _varint(len(value)) + value


def _varint(value: int) -> bytes:
    parts = []
    while value > 0x7F:
        parts.append(value & 0x7F | 0x80)
        value >>= 7
    return bytes([*parts, value])


def seconds_of(work: Callable[[], Any]) -> float:
    """CPU-seconds of doing something once, of as many times as some seconds hold."""
    work()
    begun, times = time.process_time(), 0
    while time.process_time() - begun < SECONDS:
        work()
        times += 1
    return (time.process_time() - begun) / times


if __name__ == "__main__":
    main()
