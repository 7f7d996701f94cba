import pytest

from sayso.attribution.plain.signatures import find_signed
from sayso.records import Speech

WORDS = "“He scares me. I will vote.”"


def outline(text: str) -> list[tuple[str, str, str]]:
    return [(one.source[0].of(text), one.cue[0].of(text), one.content[0].of(text)) for one in find_signed(text)]


@pytest.mark.parametrize(
    ("text", "source", "cue"),
    [
        (f"{WORDS} ― Carla Sanchez", "Carla Sanchez", "―"),
        (f"{WORDS}— Carla Sanchez.\nMore of the story.", "Carla Sanchez", "—"),
        (f"The readers answered.\n\n{WORDS}\n\n- Sanders.", "Sanders", "-"),
        (f"{WORDS}\xa0--\xa0Ana de la Cruz", "Ana de la Cruz", "--"),
        (f"{WORDS}\n– Carla Sanchez, a teacher from Omaha", "Carla Sanchez, a teacher from Omaha", "–"),
    ],
)
def test_a_quotation_is_its_signers(text: str, source: str, cue: str) -> None:
    assert outline(text) == [(source, cue, WORDS)]
    assert next(find_signed(text)).speech is Speech.DIRECT


def test_each_line_of_many_is_its_own_signers() -> None:
    text = f'{WORDS} ― Krystal Correa\n"Vote." ― Julie A. Diaz Martinez\xa0\n{WORDS}\n― J.R. Reyes'
    assert [(source, content) for source, _, content in outline(text)] == [
        ("Krystal Correa", WORDS),
        ("Julie A. Diaz Martinez", '"Vote."'),
        ("J.R. Reyes", WORDS),
    ]


@pytest.mark.parametrize(
    "text",
    [
        f"The party was {WORDS} --Kim Hjelmgaard.",
        f"{WORDS} — the crowd cheered",
        f"{WORDS} — The crowd cheered. Balloons fell.",
        "“No,” she said, “never.” — Reuters",
        f"{WORDS}\n{WORDS}",
        "— Carla Sanchez",
        "",
    ],
)
def test_what_is_not_signed_is_left_alone(text: str) -> None:
    assert outline(text) == []
