"""ONNX models run by onnxruntime on the processor."""

import hashlib
from pathlib import Path

import onnxruntime
from onnxruntime.capi import onnxruntime_pybind11_state as onnxruntime_errors

from sayso.errors import ModelError
from sayso.inference.processor import adds_int8_exactly

SLOW_FUSIONS = ["SkipLayerNormFusion"]
"""Adding and normalising as one operator takes onnxruntime 1.32 eight times as long as the two apart, and a network a
tenth longer."""

_NOT_LOADABLE = (
    onnxruntime_errors.Fail,
    onnxruntime_errors.InvalidGraph,
    onnxruntime_errors.InvalidProtobuf,
    onnxruntime_errors.NotImplemented,
)


def open_session(path: Path, threads: int) -> onnxruntime.InferenceSession:
    """Load an ONNX model.

    Args:
        path: The model file.
        threads: Threads to compute with; 0 means one for every core.

    Raises:
        ModelError: the file is no model that this onnxruntime can run.
    """
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    # Processors with AVX2 and without VNNI overflow 16 bits in signed int8 products; this takes the exact way there.
    # With VNNI the scores are the same to the last bit either way, and take 1.75 times as long with it.
    if not adds_int8_exactly():
        options.add_session_config_entry("session.x64quantprecision", "1")
    try:
        return onnxruntime.InferenceSession(
            str(path), options, providers=["CPUExecutionProvider"], disabled_optimizers=SLOW_FUSIONS
        )
    except _NOT_LOADABLE as error:
        raise ModelError(
            f"{path} could not be loaded: {error}", "an ONNX model as shipped with sayso", "Install sayso again"
        ) from error


def check_file(path: Path, sha256: str) -> None:
    """Make sure that a model's file is the one that its configuration names.

    Raises:
        ModelError: the file is missing or its SHA-256 (hexadecimal) is another.
    """
    if not path.is_file():
        raise ModelError(f"{path} is missing", "a complete model folder", "Install sayso again")
    with path.open("rb") as content:
        found = hashlib.file_digest(content, "sha256").hexdigest()
    if found != sha256:
        raise ModelError(
            f"{path} has the SHA-256 {found[:12]}…", f"the file with {sha256[:12]}…, as trained", "Install sayso again"
        )
