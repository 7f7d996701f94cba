"""Where the sentences of a story start."""

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache

# Beginning with a set of characters, it is through a text in half the time that an alternative of two would take.
_BREAK = re.compile(r"[.!?\n](?:(?<=\n)\s*|(?<!\n)[\"”’')\]]*\s+(?=[\"“‘'(\[]*[^\W\d_a-z]))")
_NO_STOP = re.compile(
    r"\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Brig|Supt|Insp|Det|Cpl|Maj|Lt|Col|Sgt|Capt|Sen|Rep|Gov|Rev|Hon|Engr|Atty|St|Jr|Sr|No|vs|[A-Z])"
    r"\.\Z"
)


@dataclass(frozen=True, slots=True)
class Sentences:
    """Starts of a text's sentences, in characters, sorted."""

    starts: tuple[int, ...]

    def number_at(self, offset: int) -> int:
        """The number of the sentence that holds this offset."""
        return bisect_right(self.starts, offset) - 1

    def start_at(self, offset: int) -> int:
        """Where the sentence that holds this offset starts."""
        return self.starts[self.number_at(offset)]


@lru_cache(maxsize=512)
def find_sentences(text: str) -> Sentences:
    """Find where sentences start; "Mr." and initials end none, a line break ends one."""
    starts = [0]
    for found in _BREAK.finditer(text):
        if text[found.start()] == "." and _NO_STOP.search(text, max(0, found.start() - 6), found.start() + 1):
            continue
        starts.append(found.end())
    return Sentences(tuple(starts))
