"""Quoted paragraphs that nobody is named for, on invented stories."""

import pytest

from sayso.attribution.mended.carried import carry_on
from sayso.attribution.network.model import AttributionModel
from sayso.attribution.reader import Passage, read_attributions
from sayso.records import Attribution, Span, Speech, join_words
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
