"""The attribution model's folder: network, tokenizer and the configuration that names and checks them."""

import json
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from onnxruntime import InferenceSession
from tokenizers import Tokenizer

from sayso.attribution.decoding import DecodingOptions
from sayso.errors import ModelError
from sayso.inference.session import check_file, open_session

FORMAT = 1
NETWORK_FILE = "network.onnx"
TOKENIZER_FILE = "tokenizer.json"
CONFIG_FILE = "config.json"


def shipped_folder() -> Path:
    """The folder of the attribution model that comes with sayso."""
    return Path(str(files("sayso"))) / "models" / "attribution-1"


@dataclass(frozen=True, slots=True)
class AttributionModel:
    """A loaded attribution model.

    Attributes:
        name: Name and version, as every row that it writes to a ledger tells.
        target_pieces, limit_pieces: Window lengths (see `windows.pack_windows`).
        distance: float32 [3, 40], the learnt bias by distance.
    """

    name: str
    session: InferenceSession
    tokenizer: Tokenizer
    target_pieces: int
    limit_pieces: int
    distance: NDArray[np.float32]
    decoding: DecodingOptions


def load_model(folder: Path, threads: int = 0) -> AttributionModel:
    """Load a model folder.

    Args:
        folder: Where `config.json`, `network.onnx` and `tokenizer.json` are.
        threads: Threads to compute with; 0 means one for every core.

    Raises:
        ModelError: a file is missing, damaged, or of a format that this version does not know.
    """
    path = folder / CONFIG_FILE
    try:
        config = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise ModelError(f"there is no {path}", "a model folder", "Install sayso again") from error
    except ValueError as error:
        raise ModelError(f"{path} is damaged: {error}", "JSON", "Install sayso again") from error
    if config.get("format") != FORMAT:
        raise ModelError(
            f"{path} has model format {config.get('format')}", f"format {FORMAT}", "Use the model that came with sayso"
        )
    for name, sha256 in config["sha256"].items():
        check_file(folder / name, sha256)
    tokenizer = Tokenizer.from_file(str(folder / TOKENIZER_FILE))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return AttributionModel(
        name=config["name"],
        session=open_session(folder / NETWORK_FILE, threads),
        tokenizer=tokenizer,
        target_pieces=config["target_pieces"],
        limit_pieces=config["limit_pieces"],
        distance=np.array(config["distance"], dtype=np.float32),
        decoding=DecodingOptions(**config["decoding"]),
    )
