import pytest

from sayso.attribution.plain.posts import LONGEST_CHARS, find_posts
from sayso.records import Speech

SIGNED = "— Olena P. Brodie (@mayorbrodie) March 5, 2024"
POST = "The bridge will open on Monday. Nobody was hurt!"


def outline(text: str) -> list[tuple[str, str, str]]:
    return [(one.source[0].of(text), one.cue[0].of(text), one.content[0].of(text)) for one in find_posts(text)]


@pytest.mark.parametrize(
    "text",
    [
        f"The mayor answered.\n{POST}\n{SIGNED}\nOthers were not sure.",
        f"The mayor answered.\n{POST}  {SIGNED}\nOthers were not sure.",
        f"{POST} -- Olena P. Brodie (@mayorbrodie)",
        f"  {POST}\n{SIGNED}",
    ],
)
def test_a_post_is_its_authors(text: str) -> None:
    ((source, _, content),) = outline(text)
    assert (source, content) == ("Olena P. Brodie", POST)
    assert next(find_posts(text)).speech is Speech.DIRECT


def test_two_posts_of_one_line_are_told_apart() -> None:
    text = f"{POST} {SIGNED} It will not. — Coast Post (@coastpost) March 6, 2024"
    assert [(source, content) for source, _, content in outline(text)] == [
        ("Olena P. Brodie", POST),
        ("Coast Post", "It will not."),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "word " * (LONGEST_CHARS // 5 + 1) + SIGNED,
        SIGNED,
        "The bridge — a gift of Olena Brodie (the mayor) — will open.",
        "Write to — press@example.org",
        "",
    ],
)
def test_what_is_no_post_is_left_alone(text: str) -> None:
    assert outline(text) == []
