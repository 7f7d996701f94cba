"""Words that news writes small: one that opens a sentence is no name for its capital."""

import gzip
import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

_WITHIN_SENTENCE = re.compile(r"(?<=[a-z,;] )[A-Za-z][a-z]{2,}(?![\w'’-])")
FEWEST = 4
"""A word must be met so many times without a capital,"""
LEAST_SHARE = 0.85
"""and be without one so often within sentences: "emergency" is at 0.90, "target" at 0.96, "apple" at 0.11."""


def common_words(data: Path) -> list[str]:
    """The words of this kind in the news under `data`, sorted."""
    small: Counter[str] = Counter()
    big: Counter[str] = Counter()
    for text in _texts(data):
        for word in _WITHIN_SENTENCE.findall(text):
            (small if word.islower() else big)[word.casefold()] += 1
    return sorted(
        word for word, count in small.items() if count >= FEWEST and count / (count + big[word]) >= LEAST_SHARE
    )


def _texts(data: Path) -> Iterator[str]:
    """All news but the half of Wikinews that the benchmark keeps aside."""
    with gzip.open(data / "reuse" / "base_news.jsonl.gz", "rt", encoding="utf-8") as lines:
        yield from (json.loads(line)["text"] for line in lines)
    for name in ("wikinews_2019_2020", "wikinews_2006_2008_sample"):
        for line in (data / "news" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
            story = json.loads(line)
            if int(hashlib.sha256(story["id"].encode()).hexdigest(), 16) % 2 == 0:
                yield story["text"]
