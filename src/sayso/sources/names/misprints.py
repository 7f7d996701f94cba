"""Names that a misprint may mean: "Novack" for "Novak"."""

_MISPRINT_MIN_CHARS = 5


def find_misprinted(folded: str, by_word: dict[str, list[str]]) -> list[str]:
    """Full names whose surname differs by one letter: "Novack" for "Novak", but not "the Novaks"."""
    if len(folded) < _MISPRINT_MIN_CHARS or folded.removesuffix("s") in by_word:
        return []
    return [
        name
        for word, names in by_word.items()
        if word[:3] == folded[:3] and is_misprint(word, folded)
        for name in names
        if name.endswith(word)
    ]


def is_misprint(one: str, other: str) -> bool:
    """Tell whether two words of some length differ by one letter, or by two letters that changed places."""
    if min(len(one), len(other)) < _MISPRINT_MIN_CHARS:
        return False
    return _one_letter_off(one, other) or _two_swapped(one, other)


def _two_swapped(one: str, other: str) -> bool:
    if len(one) != len(other):
        return False
    off = [place for place, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
    return len(off) == 2 and off[1] == off[0] + 1 and one[off[0]] == other[off[1]] and one[off[1]] == other[off[0]]


def _one_letter_off(one: str, other: str) -> bool:
    if abs(len(one) - len(other)) > 1:
        return False
    same = next(
        (index for index, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )
    return one[same + 1 :] == other[same + 1 :] or one[same + 1 :] == other[same:] or one[same:] == other[same + 1 :]
