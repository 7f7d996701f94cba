"""Whom "the former mayor", "the candidate" and "the professor" mean whom nothing called so before."""

import pytest

from tests.sources.stories import names_of


@pytest.mark.parametrize(
    ("marked", "names"),
    [
        (
            "President Donald Trump said his lawyer Peter Lang erred. <s>The former Porto mayor</s> said so.",
            ["Peter Lang"],
        ),
        ("Peter Lang wrote to Ann Novak, with <s>the candidate</s> resting before her rally.", ["Ann Novak"]),
        ("Peter Lang met a professor who knew of it. <s>The professor</s> said so.", ["professor"]),
        ("Peter Lang, a professor, left. <s>The professor</s> said so.", ["Peter Lang"]),
        ("Peter Lang is a professor of law. <s>The professor</s> said so.", ["Peter Lang"]),
    ],
)
def test_whom_a_second_name_means(marked: str, names: list[str]) -> None:
    published = {"published": "2018-05-01"}
    assert names_of(marked, **published) == names


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        ("Judge Ann Novak heard Peter Lang. They told the judge Lang was ill. <s>The judge</s> agreed.", "Ann Novak"),
        ("Lang is an old hand and a party associate <s>who in the last months of the year</s> said so.", "Lang"),
        ("It was said <s>that Peter Lang recorded a note in May</s> saying so.", "Peter Lang"),
        ("<s>if the harbour board</s> agrees", "harbour board"),
        (
            "One of the board's loudest friends, <s>one of Kettle's friends, Tide TV host Peter Lang,</s> said so.",
            "Peter Lang",
        ),
        ("<s>Marlow Institution senior fellow and Kettle friend Dwyn Lang</s> said so.", "Dwyn Lang"),
        ("<s>former chief of staff Rince Prolly</s> said so.", "Rince Prolly"),
    ],
)
def test_whose_words_they_are(marked: str, name: str) -> None:
    assert names_of(marked)[-1] == name
