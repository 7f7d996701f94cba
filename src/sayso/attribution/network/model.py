"""The attribution model's folder: network, tokenizer and the configuration that names and checks them."""

from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from onnxruntime import InferenceSession
from tokenizers import Tokenizer

from sayso.attribution.network.decoding import DecodingOptions
from sayso.inference.calibration import Calibration
from sayso.inference.folder import NETWORK_FILE, load_tokenizer, read_config
from sayso.inference.session import open_session

FORMAT = 3


def shipped_folder() -> Path:
    """The folder of the attribution model that comes with sayso."""
    return Path(str(files("sayso"))) / "models" / "attribution-5"


@dataclass(frozen=True, slots=True)
class AttributionModel:
    """A loaded attribution model.

    Attributes:
        name: Name and version, as every row that it writes to a ledger tells.
        target_pieces, limit_pieces: Window lengths (see `windows.pack_windows`).
        distance: float32 [3, 40], the learnt bias by distance.
        decoding: Options of the decoder, tuned on stories set aside.
        calibration: How likely each certainty is for the factuality that the network tells.
    """

    name: str
    session: InferenceSession
    tokenizer: Tokenizer
    target_pieces: int
    limit_pieces: int
    distance: NDArray[np.float32]
    decoding: DecodingOptions
    calibration: Calibration


def load_model(folder: Path, threads: int = 0) -> AttributionModel:
    """Load a model folder.

    Args:
        folder: Where `config.json`, `network.onnx` and `tokenizer.json` are.
        threads: Threads to compute with; 0 means one for every core.

    Raises:
        ModelError: a file is missing, damaged, or of a format that this version does not know.
    """
    config = read_config(folder, FORMAT)
    return AttributionModel(
        name=config["name"],
        session=open_session(folder / NETWORK_FILE, threads),
        tokenizer=load_tokenizer(folder),
        target_pieces=config["target_pieces"],
        limit_pieces=config["limit_pieces"],
        distance=np.array(config["distance"], dtype=np.float32),
        decoding=DecodingOptions(**config["decoding"]),
        calibration=Calibration(
            factuality=np.array(config["calibration"]["factuality"], dtype=np.float64),
            shares=np.array(config["calibration"]["shares"], dtype=np.float64),
        ),
    )
