"""Quoted paragraphs that nobody is named for, on invented stories."""

import pytest

from sayso.attribution.mended.carried import carry_on
from sayso.attribution.network.model import AttributionModel
from sayso.attribution.reader import Passage, read_attributions
from sayso.records import Attribution, Span, Speech, Told, join_words
from sayso.text.lines import line_spans

SAID = "“The weir leaks,” Ulba Dorr told reporters."
NEXT = "“It has leaked for years, and nobody has mended it.”"


def carried(text: str, speech: Speech = Speech.DIRECT, cue: str = "told") -> str:
    source, verb, words = (text.index(part) for part in ("Ulba Dorr", cue, "“The"))
    one = Attribution(
        (Span(source, source + 9),), (Span(verb, verb + len(cue)),), (Span(words, words + 17),), speech, 0.9
    )
    return join_words(text, carry_on(text, line_spans(text), [one])[0].content)


def test_a_quoted_paragraph_is_the_last_speakers() -> None:
    assert carried(f"{SAID}\n\n{NEXT}\nIt rained.\n{NEXT}") == f"“The weir leaks,” … {NEXT}"
    assert carried(f"{SAID}\n“It has leaked for years.\n{NEXT}").count(" … ") == 2


@pytest.mark.parametrize(
    "behind",
    ["It rained.\n" + NEXT, NEXT + " That is so.", "“It leaks.”", "“It has leaked for years,” said “Tan” of Marlow."],
)
def test_other_paragraphs_are_not(behind: str) -> None:
    assert carried(f"{SAID}\n{behind}") == "“The weir leaks,”"


def test_nor_is_one_behind_words_that_are_not_quoted_or_only_signed() -> None:
    assert carried(f"{SAID}\n{NEXT}", Speech.INDIRECT) == "“The weir leaks,”"
    signed = f"“The weir leaks,” — Ulba Dorr\n{NEXT}"
    assert carried(signed, cue="—") == "“The weir leaks,”"


@pytest.mark.parametrize("before", [0, 1, 2, 3])
def test_a_story_is_read_so_wherever_the_windows_part_it(model: AttributionModel, before: int) -> None:
    lead = (
        "The weir above the town of Marlow broke on Friday, and water ran into the cellars of its houses.\n\n" * before
    )
    text = f"{lead}{SAID}\n\n{NEXT}\n\nThe council will meet on Monday."
    found = read_attributions(model, Passage(text))
    assert any(join_words(text, one.content).endswith(NEXT) for one in found)


OPEN = "“It has leaked for years, and nobody has mended it."


def lines_of(text: str) -> list[str]:
    """The contents of an attribution whose quotation stands last in a text."""
    source, cue = text.rindex("Ulba Dorr"), text.rindex("told")
    words = text.rindex("“The")
    one = Attribution(
        (Span(source, source + 9),), (Span(cue, cue + 4),), (Span(words, words + 17),), Speech.DIRECT, 0.9
    )
    return [part.of(text) for part in carry_on(text, line_spans(text), [one])[0].content]


def test_open_quotations_lead_to_who_closes_them() -> None:
    assert lines_of(f"It rained.\n{OPEN}\n\n{OPEN}\n{SAID}") == [OPEN, OPEN, "“The weir leaks,”"]
    assert lines_of(f"{NEXT}\n{SAID}") == ["“The weir leaks,”"]  # it is closed: somebody else's, or nobody's
    assert lines_of(f"{OPEN}\nIt rained.\n{SAID}") == ["“The weir leaks,”"]


PERSON, BOARD = (Told(kind, (1, 0, 0), (1, 0, 0, 0)) for kind in ((1, 0, 0, 0, 0, 0), (0, 1, 0, 0, 0, 0)))


def told(who: str, told_kind: Told, behind: str) -> tuple[str, Speech]:
    """What one says who tells it first in a text, and how."""
    text = f"{who} said the weir leaks.\n{behind}"
    words = Span(len(who) + 6, len(who) + 20)
    one = Attribution(
        (Span(0, len(who)),), (Span(len(who) + 1, len(who) + 5),), (words,), Speech.INDIRECT, 0.9, told=told_kind
    )
    said = carry_on(text, line_spans(text), [one])[0]
    return join_words(text, said.content), said.speech


def test_a_quotation_behind_what_one_person_tells_is_that_persons() -> None:
    assert told("Ulba Dorr", PERSON, f"{OPEN}\n{NEXT}") == (f"the weir leaks … {OPEN} … {NEXT}", Speech.MIXED)


def test_but_not_one_behind_what_the_writer_or_a_board_tells_or_that_does_not_close() -> None:
    alone = ("the weir leaks", Speech.INDIRECT)
    assert told("I", PERSON, NEXT) == told("The board", BOARD, NEXT) == told("Ulba Dorr", PERSON, OPEN) == alone


def test_an_attribution_without_content_is_left_as_it_is() -> None:
    asked = Attribution((), (Span(0, 5),), (), Speech.INDIRECT, 0.9)
    assert carry_on("Asked.", line_spans("Asked."), [asked]) == [asked]
