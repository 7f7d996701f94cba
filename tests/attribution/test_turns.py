import pytest

from sayso.attribution.plain.turns import read_turns
from sayso.records import Speech


def outline(text: str) -> list[tuple[str, list[str]]]:
    return [(one.source[0].of(text), [part.of(text) for part in one.content]) for one in read_turns(text)]


def test_each_turn_is_its_speakers() -> None:
    text = "A partial transcript:\n\nJAKE TAPPER: Was it you?\n\nGOV. FALLIN: No. It was not.\n\nTAPPER: Thank you."
    assert outline(text) == [
        ("JAKE TAPPER", ["Was it you?"]),
        ("GOV. FALLIN", ["No. It was not."]),
        ("TAPPER", ["Thank you."]),
    ]
    turn = next(read_turns(text))
    assert (turn.cue[0].of(text), turn.speech) == (":", Speech.DIRECT)


def test_of_a_quoted_transcript_the_next_quoted_lines_are_the_same_turn() -> None:
    text = (
        '"REYES: Why?\n"(CROSSTALK.)\n"PENCE: Well, look.\n"But the truth is plain.\nThe story goes on.\n"REYES: Why?"'
    )
    assert outline(text)[1] == ("PENCE", ["Well, look.", '"But the truth is plain.'])


@pytest.mark.parametrize(
    "text",
    [
        "UPDATE: It was.\nWATCH: A film.\nUPDATE: It was not.",
        "WASHINGTON: The president spoke.\nLONDON: So did the queen.",
        "BRODIE: One.\nBRODIE: Two.\nBRODIE: Three.",
        "TRUMP: It was big.\nTHE FACTS: It was small.\nTRUMP: No.\nTHE FACTS: Yes.",
        "Time: noon.\nPlace: here.\nPrice: none.",
        "",
    ],
)
def test_what_is_no_transcript_is_left_alone(text: str) -> None:
    assert outline(text) == []
