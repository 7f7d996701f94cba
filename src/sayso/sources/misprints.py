"""Names that a misprint may mean: "Novack" for "Novak"."""

_MISPRINT_MIN_CHARS = 5


def find_misprinted(folded: str, by_word: dict[str, list[str]]) -> list[str]:
    """Full names whose surname differs by one letter: "Novack" for "Novak", but not "the Novaks"."""
    if len(folded) < _MISPRINT_MIN_CHARS or folded.removesuffix("s") in by_word:
        return []
    return [
        name
        for word, names in by_word.items()
        if len(word) >= _MISPRINT_MIN_CHARS and word[:3] == folded[:3] and _one_letter_off(word, folded)
        for name in names
        if name.endswith(word)
    ]


def _one_letter_off(one: str, other: str) -> bool:
    if abs(len(one) - len(other)) > 1:
        return False
    same = next(
        (index for index, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )
    return one[same + 1 :] == other[same + 1 :] or one[same + 1 :] == other[same:] or one[same:] == other[same + 1 :]
