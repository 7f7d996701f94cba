import json
import shutil
from pathlib import Path

import pytest

from sayso.attribution.network.model import load_model, shipped_folder
from sayso.errors import ModelError


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(shipped_folder(), tmp_path / "model"))


def test_a_copy_of_the_folder_loads(folder: Path) -> None:
    assert load_model(folder).name == shipped_folder().name


@pytest.mark.parametrize("name", ["config.json", "network.onnx", "tokenizer.json"])
def test_a_missing_file_is_named(folder: Path, name: str) -> None:
    (folder / name).unlink()
    with pytest.raises(ModelError, match=name):
        load_model(folder)


def test_a_damaged_network_is_refused(folder: Path) -> None:
    network = folder / "network.onnx"
    content = bytearray(network.read_bytes())
    content[len(content) // 2] ^= 1
    network.write_bytes(bytes(content))
    with pytest.raises(ModelError, match="SHA-256"):
        load_model(folder)


def test_a_network_that_is_no_onnx_is_refused(folder: Path) -> None:
    import hashlib

    (folder / "network.onnx").write_bytes(b"not a network")
    config = json.loads((folder / "config.json").read_text())
    config["sha256"]["network.onnx"] = hashlib.sha256(b"not a network").hexdigest()
    (folder / "config.json").write_text(json.dumps(config))
    with pytest.raises(ModelError, match="could not be loaded"):
        load_model(folder)


def test_a_damaged_configuration_is_refused(folder: Path) -> None:
    (folder / "config.json").write_text("{")
    with pytest.raises(ModelError, match="damaged"):
        load_model(folder)


def test_another_format_is_refused(folder: Path) -> None:
    (folder / "config.json").write_text('{"format": 99}')
    with pytest.raises(ModelError, match="format 99"):
        load_model(folder)
