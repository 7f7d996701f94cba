"""Who is told of before they are named."""

import pytest

from tests.sources.stories import names_of


@pytest.mark.parametrize(
    ("marked", "names"),
    [
        ("<s>A federal judge</s> said no. <s>Judge Maria Novak</s> wrote it.", ["Maria Novak"] * 2),
        ("<s>The top Democrat on the panel</s> said no. <s>Rep. Maria Novak</s> wrote it.", ["Maria Novak"] * 2),
        (
            (
                "Rep. Ann Bell, top Democrat on the House Rain Committee, left. <s>The top Democrat on the Senate Tide "
                "Committee</s> was late. <s>Sen. Maria Novak</s>, D-Ohio, wrote it."
            ),
            ["Maria Novak"] * 2,
        ),
        ("<s>The top Democrat leading the inquiry</s> said no. <s>Rep. Maria Novak</s> wrote it.", ["Maria Novak"] * 2),
        ("<s>A Republican senator</s> said no. <s>Peter Lang (R-Iowa)</s> wrote it.", ["Peter Lang"] * 2),
        ("<s>The president of the Harbour League</s> said so. <s>Peter Lang</s> left.", ["Peter Lang"] * 2),
        ("<s>One of Novak's advisers</s> said so. <s>The adviser, Peter Lang,</s> left.", ["Peter Lang"] * 2),
        ("<s>Lang's aide</s> said so. <s>The aide, Eva Bell,</s> left.", ["Eva Bell"] * 2),
        ("<s>A federal court</s> said no. It was the Porto County Court.", ["Porto County Court"]),
        ("<s>Novak's spokesman</s> said so. <s>Novak spokesman Peter Lang</s> left.", ["Peter Lang"] * 2),
    ],
)
def test_named_in_what_follows(marked: str, names: list[str]) -> None:
    assert names_of(marked) == names


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        ("<s>A sailor using the pseudonym Mia</s> said so. It rained.", "Mia"),
        ("<s>A hospital spokesman</s> said so. <s>Police spokesman Peter Lang</s> left.", "hospital spokesman"),
        ("<s>A US official</s>, who asked not to be named, said so. <s>Director Peter Lang</s> left.", "US official"),
        ("<s>A federal court</s> said no. It was the Porto County Board.", "federal court"),
        ("<s>A mayor</s> said so. <s>The head of the port, Peter Lang,</s> left.", "mayor"),
        ("<s>A source</s> said so. <s>Peter Lang</s> left.", "source"),
        ("<s>A spokesman for the mayor</s> said so. <s>Peter Lang</s> had written it.", "spokesman for mayor"),
        (
            "<s>A port spokesperson</s> said so. <s>Peter Lang, Mayor Novak's adviser on ports,</s> left.",
            "port spokesperson",
        ),
        (
            "<s>A senior U.S. military official</s> said so. <s>Official Peter Lang</s> left.",
            "senior U.S. military official",
        ),
        ("<s>A mayor</s> said so, and asked for anonymity. <s>Mayor Peter Lang</s> left.", "mayor"),
        ("<s>A French minister</s> said so. <s>Polish minister Peter Lang</s> left.", "French minister"),
        ("<s>A federal judge</s> said no. Judge Maria Novak sat there.", "federal judge"),
        ("Judge Maria Novak sat there. <s>A federal judge</s> said no. <s>Maria Novak</s> wrote.", "federal judge"),
        ("<s>A federal judge</s> said no. It rained. <s>Peter Lang</s> wrote it.", "federal judge"),
    ],
)
def test_not_named(marked: str, name: str) -> None:
    assert names_of(marked)[0] == name


def test_a_spokesman_is_that_of_the_body_that_spoke_before_him() -> None:
    before = "<s>The interior ministry</s> denied it. <s>A spokesperson</s> said so. "
    assert names_of(f"{before}<s>Harbour Council spokesperson Peter Lang</s> left.")[1:] == [
        "spokesperson for interior ministry",
        "Peter Lang",
    ]
    assert names_of(f"{before}<s>Interior ministry spokesperson Peter Lang</s> left.")[1:] == ["Peter Lang"] * 2
    assert names_of(f"{before}<s>The spokesperson, Peter Lang,</s> left.")[1:] == ["Peter Lang"] * 2
