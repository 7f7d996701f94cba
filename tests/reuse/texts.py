"""Made-up stories for the tests of reuse: sentences of words that occur nowhere else."""

import random

from sayso.records import Story

WORDS = [
    f"{a}{b}{c}" for a in ("bar", "kel", "mon", "rit", "sul", "tag", "ved") for b in ("do", "ki", "nu") for c in "lmrst"
]


def write_text(seed: int, paragraphs: int = 6, words: int = 40) -> list[str]:
    """Paragraphs of sentences; two seeds share no run of words."""
    rng = random.Random(seed)
    return [" ".join(rng.choices(WORDS, k=words)).capitalize() + "." for _ in range(paragraphs)]


def make_story(
    number: str, paragraphs: list[str], day: int = 1, outlet: str | None = None, title: str | None = None
) -> Story:
    """A story published at noon of a day in March 2024."""
    return Story(
        id=number,
        title=title,
        text="\n\n".join(paragraphs),
        outlet=outlet or f"{number}.example",
        published=f"2024-03-{day:02}T12:00",
    )
