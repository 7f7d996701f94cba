"""News that nobody annotated, for a network to learn from what a larger one tells of it."""

import hashlib
from pathlib import Path

from evaluation.corpora import data_folder, read_lines

NEWS = ("reuse/base_news.jsonl.gz", "news/wikinews_2019_2020.jsonl", "news/wikinews_2006_2008_sample.jsonl")


def is_kept_aside(name: str) -> bool:
    """Whether a story of Wikinews is in the half that the benchmark keeps aside: it is told by the hash of its id."""
    return int(hashlib.sha256(name.encode()).hexdigest(), 16) % 2 == 1


def read_news(data: Path | None = None) -> list[dict]:
    """Stories as annotated ones are written, without attributions; without those of Wikinews kept aside.

    `data` is the folder of the corpora; by default that which the environment names.
    """
    return [
        {"id": line["id"], "text": line["text"], "attributions": []}
        for path in NEWS
        for line in read_lines((data or data_folder()) / path)
        if not (path.startswith("news/") and is_kept_aside(line["id"]))
    ]
