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
    """Tell whether two words of some length differ by one letter, or by one that stands elsewhere."""
    if min(len(one), len(other)) < _MISPRINT_MIN_CHARS:
        return False
    return _one_letter_off(one, other) or _one_letter_moved(one, other)


def _one_letter_moved(one: str, other: str) -> bool:
    """Tell whether a letter changed its place: "Hallet" and "Halelt", "Papadopolous" and "Papadopoulos"."""
    if len(one) != len(other):
        return False
    off = [place for place, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
    if not off:
        return True
    mine, theirs = one[off[0] : off[-1] + 1], other[off[0] : off[-1] + 1]
    return theirs in (mine[1:] + mine[0], mine[-1] + mine[:-1])


def _one_letter_off(one: str, other: str) -> bool:
    if abs(len(one) - len(other)) > 1:
        return False
    same = next(
        (index for index, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )
    return one[same + 1 :] == other[same + 1 :] or one[same + 1 :] == other[same:] or one[same:] == other[same + 1 :]
