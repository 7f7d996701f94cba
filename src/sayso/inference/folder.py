"""A model's folder: a configuration that names its files and their hashes."""

import json
from pathlib import Path
from typing import Any

from tokenizers import Tokenizer

from sayso.errors import ModelError
from sayso.inference.session import check_file

CONFIG_FILE = "config.json"
NETWORK_FILE = "network.onnx"
TOKENIZER_FILE = "tokenizer.json"


def read_config(folder: Path, wanted_format: int) -> dict[str, Any]:
    """The configuration of a model folder, once every file that it names was found as it was when exported.

    Raises:
        ModelError: a file is missing, damaged, or of a format that this version does not know.
    """
    path = folder / CONFIG_FILE
    try:
        config: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise ModelError(f"there is no {path}", "a model folder", "Install sayso again") from error
    except ValueError as error:
        raise ModelError(f"{path} is damaged: {error}", "JSON", "Install sayso again") from error
    if config.get("format") != wanted_format:
        raise ModelError(
            f"{path} has model format {config.get('format')}",
            f"format {wanted_format}",
            "Use the model that came with sayso",
        )
    for name, sha256 in config["sha256"].items():
        check_file(folder / name, sha256)
    return config


def load_tokenizer(folder: Path) -> Tokenizer:
    """The tokenizer of a model folder, cutting and padding nothing."""
    tokenizer = Tokenizer.from_file(str(folder / TOKENIZER_FILE))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer
