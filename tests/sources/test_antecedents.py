"""Whom "he", "she" and "who" mean."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.sources.antecedents import join_candidates
from sayso.sources.pronouns import pronoun_candidates
from sayso.sources.relatives import find_antecedent
from sayso.sources.resolve import open_scene
from tests.sources.stories import names_of, read_marked


@pytest.mark.parametrize(
    ("marked", "names"),
    [
        (
            "Peter Lang came to Porto. He decried the Paul Tan administration. <s>He</s> said it rained.",
            ["Peter Lang"],
        ),
        (
            "<s>Paul Tan</s> said no. Later Peter Lang criticized Paul Tan. <s>He</s> said yes.",
            ["Paul Tan", "Peter Lang"],
        ),
        ("<s>Paul Tan</s> spoke. Peter Lang gave a speech. <s>He</s> said no.", ["Paul Tan", "Peter Lang"]),
        ("Peter Lang admits Paul Tan did not ask him. He left, but <s>he</s> claims Paul Tan lied.", ["Peter Lang"]),
        ("Peter Lang, 50, is angry: Paul Tan, <s>he</s> says, is late.", ["Peter Lang"]),
        ("Peter Lang left.\nPaul Tan/AP\n“It rained,” <s>he</s> said.", ["Peter Lang"]),
        ("Harbour Bank officials met Ann Bell, and <s>they</s> agreed.", ["Harbour Bank officials"]),
    ],
)
def test_pronouns(marked: str, names: list[str]) -> None:
    assert names_of(marked) == names


@pytest.mark.parametrize(
    ("marked", "names"),
    [
        ("They lost ground to Germany, <s>which</s> pledged more.", ["Government of Germany"]),
        ("President Peter Lang left. It pleased the president, <s>who</s> said so.", ["Peter Lang"]),
        (
            "It is no issue for military leaders at the Harbour Office, <s>who</s> say so.",
            ["military leaders at the Harbour Office"],
        ),
        ("Fishing is led by Paul Tan, an ecologist and professor at Porto, <s>who</s> said so.", ["Paul Tan"]),
        (
            "It angered New York residents and elected officials <s>who</s> chafed at it.",
            ["New York residents and elected officials"],
        ),
        ("Of the rest, 34 percent <s>who</s> said no left.", ["34 percent"]),
    ],
)
def test_relative_pronouns(marked: str, names: list[str]) -> None:
    assert names_of(marked) == names


@given(st.text(alphabet="abc ,.A“”\n", max_size=60))
def test_an_antecedent_ends_before_its_pronoun(before: str) -> None:
    story, attributions = read_marked(f"{before}officials <s>who</s> <c>said</c> so")
    pronoun = attributions[0].source[0]
    found = find_antecedent(open_scene(story, ()), pronoun)
    assert found is None or (found.start < found.end <= pronoun.start)


def test_candidates_are_joined_by_name_likeliest_first() -> None:
    story, attributions = read_marked("Paul Tan met Peter Lang. Peter Lang told Paul Tan. <s>He</s> <c>said</c> so.")
    found = join_candidates(pronoun_candidates(open_scene(story, ()), attributions[0].source[0], "he"))
    assert {each.speaker.source.name for each in found} == {"Paul Tan", "Peter Lang"}
    assert [each.weight for each in found] == sorted((each.weight for each in found), reverse=True)
    assert found[0].speaker.source.name == "Peter Lang"
