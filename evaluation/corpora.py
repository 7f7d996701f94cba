"""Where the corpora and their scorers are: $SAYSO_DATA, or ../shared/data beside the repository; the demo's stories."""

import gzip
import importlib.util
import json
import os
from pathlib import Path
from types import ModuleType

from sayso.ingest.demo import read_demo
from sayso.records import Story


def data_folder() -> Path:
    """The folder of the corpora.

    Raises:
        FileNotFoundError: there is none.
    """
    default = Path(__file__).parents[1].parent / "shared" / "data"
    folder = Path(os.environ.get("SAYSO_DATA", default))
    if not folder.is_dir():
        raise FileNotFoundError(f"no corpora at {folder}: set SAYSO_DATA to the folder that holds them")
    return folder


def tools_folder() -> Path:
    """The scorers and the peers' adapters, beside the corpora."""
    return data_folder().parent / "tools"


def load_tool(name: str) -> ModuleType:
    """A scorer, as a module."""
    path = tools_folder() / f"{name}.py"
    spec = importlib.util.spec_from_file_location(name, path)
    if spec is None or spec.loader is None:
        raise FileNotFoundError(f"no scorer at {path}")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def read_lines(path: Path) -> list[dict]:
    """The objects of a .jsonl or .jsonl.gz file."""
    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def demo_stories() -> list[Story]:
    """All stories of the demo."""
    return [story for part in read_demo() for story in part if isinstance(story, Story)]
