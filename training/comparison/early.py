"""A comparison network as ONNX, cut behind some of its layers: what it computes there, and exits from there."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from onnx import GraphProto, ModelProto, NodeProto, TensorProto, helper, numpy_helper

_SCORES = "scores"
_CONTRADICTS, _STATES = 2, 3
_MEANT = ("passage", "claim")
_LAYER_END = "/layers.{}/narrow_norm/LayerNormalization_output_0"


@dataclass(frozen=True)
class Exit:
    """Where the network may leave.

    Attributes:
        layers: After so many layers.
        weight, bias: float32 [F, relations] and [relations]: the scores that are told there, of the features.
        least: Where it is likelier than this that a passage states or contradicts the claim, it reads on.
    """

    layers: int
    weight: NDArray[np.float32]
    bias: NDArray[np.float32]
    least: float


def looking_inside(whole: ModelProto, after_layers: Sequence[int]) -> ModelProto:
    """The network that tells its scores, and after them the features after some of its layers."""
    told = ModelProto()
    told.CopyFrom(whole)
    told.graph.node.extend(_mask_nodes())
    told.graph.initializer.extend(_constants())
    for layers in after_layers:
        told.graph.node.extend(_feature_nodes(layers))
        told.graph.output.append(helper.make_tensor_value_info(_features(layers), TensorProto.FLOAT, None))
    return told


def with_exits(whole: ModelProto, exits: Sequence[Exit]) -> ModelProto:
    """The network with exits: the layers above one are computed only where it is not taken.

    Raises:
        ValueError: It has exits already.
    """
    if any(node.op_type == "If" for node in whole.graph.node):
        raise ValueError("the network has exits already; one as training.comparison.export writes it was wanted")
    early = ModelProto()
    early.CopyFrom(whole)
    cut = _Cut(whole.graph, [_LAYER_END.format(one.layers - 1) for one in exits])
    early.graph.ClearField("node")
    early.graph.ClearField("initializer")
    early.graph.node.extend([*cut.nodes(0), *_mask_nodes()])
    early.graph.initializer.extend([*cut.initializers(0), *_constants()])
    _leave_or_go_on(early.graph, cut, exits, 0)
    return early


class _Cut:
    """The nodes and weights of a graph by how many of some tensors they need."""

    def __init__(self, graph: GraphProto, at: Sequence[str]) -> None:
        self._graph = graph
        level = dict.fromkeys((*(one.name for one in graph.input), ""), 0)
        level |= {one.name: 0 for one in graph.initializer}
        free = {one.output[0] for one in graph.node if not one.input} | {one.name for one in graph.initializer}
        self._of_node: dict[str, int] = {}
        needed: dict[str, int] = {}
        for node in graph.node:
            own = max((level[tensor] for tensor in node.input), default=0)
            self._of_node[node.output[0]] = own
            for tensor in node.output:
                level[tensor] = max(own, at.index(tensor) + 1) if tensor in at else own
            for tensor in free.intersection(node.input):
                needed[tensor] = min(needed.get(tensor, own), own)
        # What depends on nothing stands where it is first needed: a session prepares the weights beside their use.
        self._of_node |= {tensor: one for tensor, one in needed.items() if tensor in self._of_node}
        self._of_weight = {one.name: needed.get(one.name, 0) for one in graph.initializer}

    def nodes(self, level: int) -> Iterator[NodeProto]:
        """The nodes of a level, in order."""
        return (node for node in self._graph.node if self._of_node[node.output[0]] == level)

    def initializers(self, level: int) -> Iterator[TensorProto]:
        """The weights of a level."""
        return (one for one in self._graph.initializer if self._of_weight[one.name] == level)


def _leave_or_go_on(graph: GraphProto, cut: _Cut, exits: Sequence[Exit], place: int) -> None:
    """End a graph with the exit at a place, and with all that follows where it is not taken."""
    here, name = exits[place], f"exit.{exits[place].layers}"
    graph.node.extend(_feature_nodes(here.layers))
    graph.initializer.extend(
        [
            numpy_helper.from_array(here.weight, f"{name}.weight"),
            numpy_helper.from_array(here.bias, f"{name}.bias"),
            numpy_helper.from_array(np.array(here.least, dtype=np.float32), f"{name}.least"),
        ]
    )
    graph.node.extend(
        [
            helper.make_node("Gemm", [_features(here.layers), f"{name}.weight", f"{name}.bias"], [f"{name}.scores"]),
            helper.make_node("Softmax", [f"{name}.scores"], [f"{name}.shares"], axis=-1),
            helper.make_node("Gather", [f"{name}.shares", "exit.saying"], [f"{name}.each"], axis=1),
            helper.make_node("ReduceSum", [f"{name}.each"], [f"{name}.said"], keepdims=0),
            helper.make_node("Less", [f"{name}.said", f"{name}.least"], [f"{name}.leaves"]),
        ]
    )
    leaving = helper.make_graph(
        [helper.make_node("Identity", [f"{name}.scores"], [f"{name}.told"])],
        f"{name}.leave",
        [],
        [helper.make_tensor_value_info(f"{name}.told", TensorProto.FLOAT, None)],
    )
    is_last = place + 1 == len(exits)
    output = _SCORES if is_last else f"exit.{exits[place + 1].layers}.or_on"
    going_on = helper.make_graph(
        list(cut.nodes(place + 1)),
        f"{name}.go_on",
        [],
        [helper.make_tensor_value_info(f"{_SCORES}.whole" if is_last else output, TensorProto.FLOAT, None)],
        initializer=list(cut.initializers(place + 1)),
    )
    if is_last:
        # The graph's own output has this name.
        going_on.node.append(helper.make_node("Identity", [f"{_SCORES}.last"], [f"{_SCORES}.whole"]))
        for node in going_on.node:
            node.output[:] = [f"{_SCORES}.last" if tensor == _SCORES else tensor for tensor in node.output]
    else:
        _leave_or_go_on(going_on, cut, exits, place + 1)
    told = _SCORES if place == 0 else f"{name}.or_on"
    graph.node.append(helper.make_node("If", [f"{name}.leaves"], [told], then_branch=leaving, else_branch=going_on))


def _features(layers: int) -> str:
    return f"exit.{layers}.features"


def _constants() -> list[TensorProto]:
    told = {"zero": 0, "one": 1, "on_pieces": [1], "on_width": [2], "saying": [_CONTRADICTS, _STATES]}
    return [numpy_helper.from_array(np.array(value, dtype=np.int64), f"exit.{name}") for name, value in told.items()]


def _mask_nodes() -> list[NodeProto]:
    """1 for the pieces of the passage and for those of the claim, float [1, T, 1], and how many they are."""
    nodes = [
        helper.make_node("Cast", ["parts"], ["exit.is_passage"], to=TensorProto.FLOAT),
        helper.make_node("CumSum", ["parts", "exit.one"], ["exit.begun"]),
        helper.make_node("Equal", ["exit.begun", "exit.zero"], ["exit.before"]),
        helper.make_node("Cast", ["exit.before"], ["exit.is_claim"], to=TensorProto.FLOAT),
    ]
    for part in _MEANT:
        nodes += [
            helper.make_node("Unsqueeze", [f"exit.is_{part}", "exit.on_width"], [f"exit.{part}"]),
            helper.make_node("ReduceSum", [f"exit.{part}", "exit.on_pieces"], [f"exit.{part}.pieces"], keepdims=0),
        ]
    return nodes


def _feature_nodes(layers: int) -> list[NodeProto]:
    """The first piece and the means of the passage's and of the claim's, float [1, 3 H], after so many layers."""
    hidden, name = _LAYER_END.format(layers - 1), _features(layers)
    nodes = [helper.make_node("Gather", [hidden, "exit.zero"], [f"{name}.first"], axis=1)]
    for part in _MEANT:
        nodes += [
            helper.make_node("Mul", [hidden, f"exit.{part}"], [f"{name}.{part}.each"]),
            helper.make_node(
                "ReduceSum", [f"{name}.{part}.each", "exit.on_pieces"], [f"{name}.{part}.sum"], keepdims=0
            ),
            helper.make_node("Div", [f"{name}.{part}.sum", f"exit.{part}.pieces"], [f"{name}.{part}"]),
        ]
    parts = [f"{name}.{part}" for part in ("first", *_MEANT)]
    return [*nodes, helper.make_node("Concat", parts, [name], axis=1)]
