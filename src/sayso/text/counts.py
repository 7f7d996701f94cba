"""Numbers of things as people read them."""


def tell_count(number: int, one: str, more: str = "") -> str:
    """So many of something: "1 report", "1,204 reports", with "stories" given "3 stories"."""
    return f"{number:,} {one if number == 1 else more or one + 's'}"
