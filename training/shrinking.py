"""A smaller network made of a trained one: some of its layers, and the inner units of each that matter most."""

from collections.abc import Sequence

import torch
from torch import Tensor, nn

from training.corpus import Batch
from training.network import AttributionNetwork


def spread_layers(layers: int, wanted: int) -> tuple[int, ...]:
    """So many of a network's layers, spread evenly from the first to the last: of six 0, 2, 3, 5 for four."""
    return tuple(round(place * (layers - 1) / max(1, wanted - 1)) for place in range(wanted))


def keep_layers(network: AttributionNetwork, kept: Sequence[int]) -> None:
    """Leave a network only some of its layers, in the order given.

    Raises:
        ValueError: none is to be kept, one is named twice, or the network lacks one of them.
    """
    there = range(len(network.layers))
    if not kept or len(set(kept)) < len(kept) or not set(kept) <= set(there):
        raise ValueError(f"layers {list(kept)} were to be kept; some of {list(there)}, each once, were wanted")
    network.layers = nn.ModuleList(network.layers[index] for index in kept)


def narrow(network: AttributionNetwork, width: int, batches: Sequence[Batch]) -> None:
    """Leave each layer so many of its inner units, in the order in which they stood.

    What matters is how large a unit is on average over the pieces of some batches, times the length of what it adds to
    the layer's output then.

    Raises:
        ValueError: the layers have fewer, or there is nothing to measure on.
    """
    if not batches or not 0 < width <= network.layers[0].wide.out_features:
        raise ValueError(
            f"{width} of {network.layers[0].wide.out_features} inner units were to be kept, measured on "
            f"{len(batches)} batches; no more units than there are, and some batches, were wanted"
        )
    for layer, size in zip(network.layers, _mean_sizes(network, batches), strict=True):
        matter = size * layer.narrow.weight.detach().norm(dim=0)
        kept = matter.topk(width).indices.sort().values
        wide, narrow_ = layer.wide, layer.narrow
        layer.wide, layer.narrow = nn.Linear(wide.in_features, width), nn.Linear(width, narrow_.out_features)
        layer.wide.load_state_dict({"weight": wide.weight[kept], "bias": wide.bias[kept]})
        layer.narrow.load_state_dict({"weight": narrow_.weight[:, kept], "bias": narrow_.bias})


@torch.no_grad()
def _mean_sizes(network: AttributionNetwork, batches: Sequence[Batch]) -> list[Tensor]:
    """The mean absolute value of each layer's inner units over the pieces of some batches."""
    totals = [torch.zeros(layer.wide.out_features) for layer in network.layers]
    seen: list[Tensor] = []
    hooks = [layer.narrow.register_forward_pre_hook(lambda _, given: seen.append(given[0])) for layer in network.layers]
    network.eval()
    for batch in batches:
        network.encode(batch.ids, batch.shape, batch.mask)
        for total, inner in zip(totals, seen, strict=True):
            total += inner[batch.mask.bool()].abs().sum(0)
        seen.clear()
    for hook in hooks:
        hook.remove()
    return [total / sum(int(batch.mask.sum()) for batch in batches) for total in totals]
