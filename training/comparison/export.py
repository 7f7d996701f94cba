"""Write the comparison model's folder: python -m training.comparison.export RUN FOLDER (needs the training extra)."""

import argparse
import json
import shutil
import tempfile
from pathlib import Path

import numpy as np
import torch

from sayso.claims.comparison import FORMAT, ComparisonModel, load_comparison_model
from sayso.claims.passages import Passage
from sayso.inference.folder import CONFIG_FILE, NETWORK_FILE, TOKENIZER_FILE
from training.comparison.batches import RELATIONS
from training.comparison.labels import learnt_and_aside, own_pairs
from training.comparison.network import ComparisonNetwork, load_comparison
from training.comparison.pairs import Pair
from training.comparison.scoring import measure_shares, read_shares
from training.device import load_stored
from training.export import OPSET, hash_files, quantize_network
from training.pretrained import load_tokenizer, pretrained_folder

INPUTS, OUTPUT = ("ids", "parts"), "scores"
WARMTHS = np.arange(0.5, 4.01, 0.05)
REFERENCE = (
    ("The harbour will reopen in spring", Passage("the harbour is to open again in April", "Mayor Ida Strand said")),
    ("The harbour will reopen in spring", Passage("The harbour will stay shut all year.", "Port talks fail")),
    ("Three fishermen drowned", Passage("Two of them were hurt.", "Storm sinks a fishing boat off Bergen")),
    ("Three fishermen drowned", Passage("The new ferry has room for 200 cars.")),
)


def export_network(network: ComparisonNetwork, path: Path) -> None:
    """Write the network as ONNX in fp32, with the length left open: pairs are read one at a time, without padding."""
    example = (torch.randint(1000, 20000, (1, 40)), torch.ones(1, 40, dtype=torch.int64))
    torch.onnx.export(
        network.eval(),
        example,
        str(path),
        dynamo=False,
        input_names=list(INPUTS),
        output_names=[OUTPUT],
        dynamic_axes={name: {1: "length"} for name in INPUTS},
        opset_version=OPSET,
    )


def main() -> None:
    """Export, quantize, and write the configuration beside them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("run", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--aside", type=float, default=0.15, help="share of our own stories that the run left aside")
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    network = load_comparison(pretrained_folder())
    network.load_state_dict(load_stored(options.run / "last.pt"))
    with tempfile.TemporaryDirectory() as scratch:
        exported = Path(scratch) / "fp32.onnx"
        export_network(network, exported)
        quantize_network(exported, options.folder / NETWORK_FILE)
    shutil.copy(pretrained_folder() / "tokenizer.json", options.folder / TOKENIZER_FILE)
    write_config(options.folder, warmth=1.0)
    aside = own_pairs(learnt_and_aside(options.aside)[1])
    trained = read_shares(network, load_tokenizer(), aside)
    shares = read_exported(load_comparison_model(options.folder), aside)
    print(f"as trained: {json.dumps(measure_shares(trained, aside))}", flush=True)
    print(f"as written: {json.dumps(measure_shares(shares, aside))}", flush=True)
    write_config(options.folder, find_warmth(shares, aside))
    write_reference(options.folder)


def write_config(folder: Path, warmth: float) -> None:
    """Write the configuration that names and checks the folder's files."""
    config = {
        "format": FORMAT,
        "name": folder.name,
        "warmth": warmth,
        "sha256": hash_files(folder),
    }
    (folder / CONFIG_FILE).write_text(json.dumps(config, indent=1) + "\n", encoding="utf-8")


def read_exported(model: ComparisonModel, pairs: list[Pair]) -> np.ndarray:
    """How likely each relation is: float64 [N, relations], in the order of the pairs."""
    return np.array([model.compare(pair.claim, [pair.passage])[0].shares for pair in pairs])


def find_warmth(shares: np.ndarray, pairs: list[Pair]) -> float:
    """What scores are to be divided by for the right answers to be likeliest (Guo et al., 2017)."""
    scores = np.log(shares.clip(1e-9))
    allowed = np.array([[relation in pair.answers for relation in RELATIONS] for pair in pairs])

    def loss(warmth: float) -> float:
        raised = np.exp(scores / warmth)
        return -float(np.log((raised * allowed).sum(1) / raised.sum(1)).mean())

    return round(float(min(WARMTHS, key=loss)), 2)


def write_reference(folder: Path) -> None:
    """Write what the exported model tells of four pairs, for the tests to hold it to."""
    model = load_comparison_model(folder)
    reference = [
        {
            "claim": claim,
            "words": passage.words,
            "context": passage.context,
            "shares": model.compare(claim, [passage])[0].shares,
        }
        for claim, passage in REFERENCE
    ]
    (folder / "reference.json").write_text(json.dumps(reference, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
