"""Who is meant where two of a story bear one surname: a president and his wife or his son, on invented stories."""

import pytest

from tests.sources.stories import names_of


@pytest.mark.parametrize(
    ("marked", "names"),
    [
        ("President Trump left. Aides met Donald Trump Jr. there. <s>Trump</s> said so.", ["Trump"]),
        ("Donald Trump Jr. met President Trump. <s>The younger Trump</s> denied it.", ["Donald Trump Jr"]),
        ("Peter Lang spoke of his father, Peter John Lang Sr. <s>Lang</s> said so.", ["Peter Lang"]),
        ("Joseph R. Biden Jr. left. <s>Biden</s> said so.", ["Joseph R. Biden Jr"]),
        ("Peter J. Lang Jr. left. <s>Lang</s> said so.", ["Peter J. Lang Jr"]),
        ("Peter Lang sat with his wife, Ada May Lang. Ada Lang left. <s>Lang</s> said so.", ["Peter Lang"]),
        ("The clerk left. His wife, Ada Lang, wept. <s>Lang</s> said so.", ["Ada Lang"]),
    ],
)
def test_father_and_son(marked: str, names: list[str]) -> None:
    assert names_of(marked) == names


@pytest.mark.parametrize(
    ("published", "name"), [("2016-08-01", "Hillary Clinton"), ("1996-08-01", "Bill Clinton"), (None, "Bill Clinton")]
)
def test_a_surname_alone_is_that_of_who_leads_on_the_day(published: str | None, name: str) -> None:
    story = "Hillary Clinton opened a school. She will send Bill Clinton there. <s>Clinton</s> said so."
    assert names_of(story, **({"published": published} if published else {})) == [name]


def test_an_article_before_a_surname_alone_makes_no_body_of_a_person() -> None:
    story = (
        "<s>Jeb Roen</s> left. The Roen brand is known. Jeb Roen may run, and the Roen name helps. <s>He</s> said so."
    )
    assert names_of(story) == ["Jeb Roen"] * 2
