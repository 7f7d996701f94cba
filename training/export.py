"""Write the model folder that sayso ships: python -m training.export RUN FOLDER (needs the training extra)."""

import argparse
import hashlib
import json
import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from sayso.attribution.network.model import FORMAT, AttributionModel, load_model, shipped_folder
from sayso.attribution.network.network_output import OUTPUTS
from sayso.attribution.network.pieces import FEATURES
from sayso.attribution.reader import Passage, read_attributions
from sayso.inference.calibration import GRID
from sayso.inference.folder import CONFIG_FILE, NETWORK_FILE, TOKENIZER_FILE
from sayso.shapes import attribution_shape
from training.certainty import LARGEST
from training.corpus import LIMIT_PIECES, READING_PIECES
from training.factuality import grid_of, read_factuality, read_factuality_of
from training.network import FACTUALITY_CORPORA, AttributionNetwork, load_run
from training.pretrained import pretrained_folder

OPSET = 17
REFERENCE_STORIES = (
    (
        "The harbour will reopen in spring, Mayor Ida Strand said on Tuesday.\n\n“We have waited long enough,” she "
        "told the council. “Every week costs us a ship.”\n\nAccording to the port authority, dredging has begun."
    ),
    (
        "Police denied that shots were fired. A spokesman, Omar Reyes, declined to say how many people were held. "
        "“That is for the prosecutor,” Reyes said.\n\nWitnesses described a “chaotic” scene."
    ),
)
INPUTS = ("ids", "shape")
WIDE_HEADS = ("head_hidden", "head_event", "head_pair")
"""Quantized too they take a twentieth off the network's time, and 0.1 off link_exact. The statement head is fitted to
the exported network (`training.heads`), and stays as it was fitted."""
SCALE_STEP = 0.125
SMOOTHING = 0.15
"""Standard deviation of the calibration's smoothing, on the scale from -3 to 3: wide enough for its sparse middle."""
UNCALIBRATED: dict[str, list] = {"factuality": [0.0], "shares": [[0.25] * len(GRID)]}


class Reading(nn.Module):
    """The network with the outputs that reading wants: `sayso.attribution.network.network_output.OUTPUTS`."""

    def __init__(self, network: AttributionNetwork) -> None:
        super().__init__()
        self.network = network

    def forward(self, ids: Tensor, shape: Tensor) -> tuple[Tensor, ...]:
        """Score one window: ids int64 [1, T], shape float [1, T, F]."""
        output = self.network(ids, shape)
        factuality = output.factuality[..., FACTUALITY_CORPORA.index("uw")].clamp(-LARGEST, LARGEST)
        return output.tags, output.pair, output.null, output.presence.sigmoid(), factuality, output.votes


def export_network(network: AttributionNetwork, path: Path) -> None:
    """Write the network as ONNX in fp32, with the length left open: windows are read one at a time, without padding.

    On one core that reads as fast as padded batches, which the fused attention would have to mask.
    """
    example = (torch.randint(1000, 20000, (1, 40)), torch.zeros(1, 40, len(FEATURES)))
    axes = {name: {1: "length"} for name in (*INPUTS, *OUTPUTS)}
    torch.onnx.export(
        Reading(network).eval(),
        example,
        str(path),
        dynamo=False,
        input_names=list(INPUTS),
        output_names=OUTPUTS,
        dynamic_axes=axes,
        opset_version=OPSET,
    )


def quantize_network(exported: Path, path: Path, wide_heads: Sequence[str] = ()) -> None:
    """Quantize the encoder and the heads so named to int8, weights by channel; the other heads stay fp32."""
    nodes = onnx.load(str(exported)).graph.node
    # A Gemm is taken apart before it is quantized, and its product goes by another name then.
    named = {"MatMul": "{}", "Gemm": "{}_MatMul"}
    heads = [
        named[node.op_type].format(node.name)
        for node in nodes
        if node.op_type in named and "head_" in node.name and not any(head in node.name for head in wide_heads)
    ]
    quantize_dynamic(str(exported), str(path), per_channel=True, weight_type=QuantType.QInt8, nodes_to_exclude=heads)


def main() -> None:
    """Export, quantize, and write the configuration beside them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("run", type=Path)
    parser.add_argument("folder", type=Path)
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    shipped_decoding = json.loads((shipped_folder() / CONFIG_FILE).read_text(encoding="utf-8"))["decoding"]
    network = load_run(options.run).eval()
    with tempfile.TemporaryDirectory() as scratch:
        exported = Path(scratch) / "fp32.onnx"
        export_network(network, exported)
        quantize_network(exported, options.folder / NETWORK_FILE, WIDE_HEADS)
    shutil.copy(pretrained_folder() / "tokenizer.json", options.folder / TOKENIZER_FILE)
    tuned = options.run / "decoding.json"
    decoding = json.loads(tuned.read_text()) if tuned.exists() else shipped_decoding
    distance = [[round(value, 5) for value in row] for row in network.distance.tolist()]
    write_config(options.folder, decoding, distance, UNCALIBRATED)
    write_config(options.folder, decoding, distance, calibrate(load_model(options.folder)))
    write_reference(options.folder)


def write_config(folder: Path, decoding: dict, distance: list, calibration: dict[str, list]) -> None:
    """Write the configuration that names and checks the folder's files."""
    config = {
        "format": FORMAT,
        "name": folder.name,
        "target_pieces": READING_PIECES,
        "limit_pieces": LIMIT_PIECES,
        "features": FEATURES,
        "decoding": decoding,
        "calibration": calibration,
        "distance": distance,
        "sha256": hash_files(folder),
    }
    (folder / CONFIG_FILE).write_text(json.dumps(config, indent=1) + "\n", encoding="utf-8")


def hash_files(folder: Path) -> dict[str, str]:
    """The SHA-256 of each file that a model's configuration names."""
    return {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in (NETWORK_FILE, TOKENIZER_FILE)}


def calibrate(model: AttributionModel) -> dict[str, list]:
    """The share of each certainty among UW's dev events, smoothed along the network's scale; see `Calibration`."""
    told, labels = read_factuality_of(model, read_factuality(model.tokenizer, "uw", "dev"))
    scale = np.arange(-LARGEST, LARGEST + SCALE_STEP, SCALE_STEP)
    near = np.exp(-(((scale[:, None] - told) / SMOOTHING) ** 2) / 2)
    is_level = np.eye(len(GRID))[grid_of(labels)]
    shares = (near @ is_level + 1 / len(GRID)) / (near.sum(axis=1, keepdims=True) + 1)
    return {"factuality": scale.tolist(), "shares": shares.round(4).tolist()}


def write_reference(folder: Path) -> None:
    """Write what the exported model reads in two invented stories, for the tests to hold it to."""
    model = load_model(folder)
    reference = [
        {"text": text, "attributions": [attribution_shape(a) for a in read_attributions(model, Passage(text))]}
        for text in REFERENCE_STORIES
    ]
    (folder / "reference.json").write_text(json.dumps(reference, ensure_ascii=False, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
