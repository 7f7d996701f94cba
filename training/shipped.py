"""The shipped network as a torch module again, to train on from where it stands."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import AttributeProto, GraphProto, numpy_helper

from sayso.attribution.network.model import load_model, shipped_folder
from sayso.inference.folder import NETWORK_FILE
from training.network import AttributionNetwork, build

TURNED = "_Transposed"
"""So ends the name of a matrix that quantizing turned over."""


def load_shipped() -> AttributionNetwork:
    """The network of the shipped folder, its weights as exact as the int8 file has them.

    Heads that an older file lacks start from nothing.

    Raises:
        ValueError: the file holds another network.
    """
    weights = read_weights(shipped_folder() / NETWORK_FILE)
    weights["distance"] = torch.tensor(load_model(shipped_folder()).distance)
    return build(weights)


def read_weights(path: Path) -> dict[str, torch.Tensor]:
    """The weights of an exported network by their names in the module."""
    graphs = list(_graphs_of(onnx.load(str(path)).graph))
    stored = {one.name: numpy_helper.to_array(one) for graph in graphs for one in graph.initializer}
    weights = {}
    for node in (node for graph in graphs for node in graph.node):
        # "/network/layers.0/query/MatMul_quant" multiplies by the matrix of the module layers.0.query, turned over.
        module, _, operator = node.name.strip("/").replace("/", ".").removeprefix("network.").rpartition(".")
        if operator in ("MatMul", "MatMul_quant"):
            weights[f"{module}.weight"] = _restore(stored, node.input[1].removesuffix("_quantized")).T
    for name in stored:
        base = name.removesuffix("_quantized")
        if not name.startswith(("onnx::", "/")) and not name.endswith(("_scale", "_zero_point")):
            value = _restore(stored, base)
            turned = base.endswith(TURNED)
            weights[base.removeprefix("network.").removesuffix(TURNED)] = value.T if turned else value
    return {name: torch.tensor(np.ascontiguousarray(value)) for name, value in weights.items()}


def _graphs_of(graph: GraphProto) -> Iterator[GraphProto]:
    """A graph and those of its branches."""
    yield graph
    for node in graph.node:
        for attribute in node.attribute:
            if attribute.type == AttributeProto.GRAPH:
                yield from _graphs_of(attribute.g)


def _restore(stored: dict[str, NDArray], name: str) -> NDArray[np.float32]:
    if name in stored:
        return stored[name]
    zero, scale = stored[f"{name}_zero_point"].astype(np.float32), stored[f"{name}_scale"]
    return (stored[f"{name}_quantized"].astype(np.float32) - zero) * scale
