"""For whom those at court speak."""

import pytest

from tests.sources.stories import names_of, resolve_marked


@pytest.mark.parametrize(
    "before",
    [
        "Ferry owner Peter Lang was on Monday arraigned in Lindow.",
        "Peter Lang, 58, pleaded not guilty.",
        "Maria Roe spoke at the trial of ferry owner Peter Lang.",
        "A court in Lindow, Kent, has sentenced a ferry owner, Peter Lang, to a year.",
        "Peter Lang denies all the charges.",
        "It is the case of Republic v Peter Lang.",
    ],
)
@pytest.mark.parametrize("words", ["Defence counsel Ann Bell", "The defense", "Counsel to the accused, Mr Ivo Tan,"])
def test_the_defence_speaks_for_who_is_on_trial(before: str, words: str) -> None:
    (source,) = resolve_marked(f"{before} <s>{words}</s> said so.")
    assert source.side == "Peter Lang"


@pytest.mark.parametrize(
    "before",
    [
        "Peter Lang and Maria Roe were charged. Peter Lang pleaded. Maria Roe pleaded.",
        "Peter Lang sat. Maria Roe rose.",
    ],
)
def test_where_none_or_several_are_on_trial_the_defence_speaks_for_none_of_them(before: str) -> None:
    (source,) = resolve_marked(f"{before} <s>Defence counsel Ann Bell</s> said so.")
    assert source.side not in ("Peter Lang", "Maria Roe")


def test_the_magistrate_is_the_one_named_before() -> None:
    marked = "<s>Chief Magistrate Maria Roe</s> said so. Peter Lang sat. <s>The magistrate</s> said no."
    assert names_of(marked) == ["Maria Roe", "Maria Roe"]


@pytest.mark.parametrize("words", ["State counsel Ann Bell", "Director of Public Prosecutions Ann Bell"])
def test_who_prosecutes_speaks_for_the_state_of_the_story(words: str) -> None:
    (source,) = resolve_marked(f"NAIROBI - Kenyans spoke. <s>{words}</s> said so.")
    assert source.side == "Kenya (state)"
