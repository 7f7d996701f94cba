"""What a training runs on: a GPU where there is one, else the processor; and the number format that suits it."""

from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import torch
from torch import Tensor


def use_fastest_device() -> None:
    """Make networks and tensors on the GPU from here on, where there is one.

    Attention by cuDNN, which torch takes first on an H100, plans anew for each size of batch that it has not met, as
    nearly half of the batches of a first epoch are; the kernels that it takes next plan nothing.
    """
    if torch.cuda.is_available():
        torch.set_default_device("cuda")
        torch.backends.cuda.enable_cudnn_sdp(enabled=False)


def half_precision() -> AbstractContextManager[None]:
    """Autocast to bf16 on GPUs and processors with AMX, where it is three times as fast; elsewhere fp32 is.

    AVX512 alone has bf16 products too: on two such cores they ran at 60 % of the speed of fp32.
    """
    device = torch.get_default_device().type
    fast = device == "cuda" or torch.cpu._is_amx_tile_supported()
    return torch.autocast(device, dtype=torch.bfloat16, enabled=fast)


def share_casts() -> AbstractContextManager[None]:
    """While it lasts, `half_precision` casts each weight once for all batches: only the outermost autocast forgets."""
    return torch.autocast(torch.get_default_device().type, enabled=False)


def type_of_products(hidden: Tensor) -> torch.dtype:
    """The number format in which vectors are multiplied here."""
    device = hidden.device.type
    return torch.get_autocast_dtype(device) if torch.is_autocast_enabled(device) else hidden.dtype


def load_stored(path: Path) -> Any:
    """What `torch.save` wrote, wherever it was trained: its tensors on the processor."""
    return torch.load(path, map_location="cpu", weights_only=True)
