"""Whom "he", "she" and "who" mean."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.sources.meaning.antecedents import WEIGHTS, join_candidates
from sayso.sources.meaning.opening import open_scene
from sayso.sources.meaning.pronouns import pronoun_candidates
from sayso.sources.meaning.relatives import find_antecedent
from sayso.sources.names.people import build_cast
from tests.sources.stories import names_of, read_marked, resolve_marked


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
        ("Mr. Lang left the hall. Ann Bell stayed. <s>He</s> said no.", ["Lang"]),
        ("Peter Lang praised Paul Tan.\n“I like Paul Tan,” <s>he</s> said.", ["Peter Lang"]),
        ("Paul Tan was late, and Peter Lang was late too. <s>He</s> told Peter Lang so.", ["Paul Tan"]),
        (
            "Peter Lang hoped for little, telling Tide News. <s>Paul Tan</s> said no.\n<s>He</s> said in the interview",
            ["Paul Tan", "Peter Lang"],
        ),
        ("<s>I</s> <c>asked</c> Peter Lang about it. Indeed <s>he</s> said no.", ["author of the story", "Peter Lang"]),
    ],
)
def test_pronouns(marked: str, names: list[str]) -> None:
    assert names_of(marked) == names


@pytest.mark.parametrize(
    ("marked", "names"),
    [
        ("At the end of the hearing, the jury was asked. Did <s>they</s> say so?", ["jury"]),
        ("The house burned. A woman was in tears. <s>She</s> said no.", ["woman"]),
        ("It was late. Many voters stayed home. <s>They</s> want peace.", ["many voters"]),
        ("Mayor Peter Lang met Paul Tan. The mayor was late. <s>He</s> said no.", ["Peter Lang"]),
        ("The report came out. <s>It</s> says no.", ["report"]),
    ],
)
def test_pronouns_for_those_who_are_only_described(marked: str, names: list[str]) -> None:
    assert names_of(marked) == names


@pytest.mark.parametrize(
    ("marked", "names"),
    [
        ("Paul Tan left. Gov. Peter Lang of Ohio, <s>who</s> hopes so, stayed.", ["Peter Lang"]),
        ("Peter Lang, <s>who sits on the Tide Panel,</s> hopes so.", ["Peter Lang"]),
        ("So said Peter Lang, <s>who as head of the panel</s> vowed to go.", ["Peter Lang"]),
        ("They were asked by a candidate <s>who</s> said no.", ["candidate"]),
        ("They lost ground to Germany, <s>which</s> pledged more.", ["Government of Germany"]),
        ("It follows a Harbour News poll, <s>which</s> found so.", ["Harbour News poll"]),
        ("It follows a Harbour News report, <s>which</s> found so.", ["Harbour News"]),
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


def test_it_is_no_one_whose_claim_was_only_answered() -> None:
    answer = "<s>The Rain Agency</s> admitted it on Friday but rejected <s>Kenya's</s> claim that four drowned."
    assert names_of(f"{answer}\n\n“The ferry sank,” <s>it</s> said.")[-1] == "Rain Agency"


def test_candidates_are_joined_by_name_likeliest_first() -> None:
    story, attributions = read_marked("Paul Tan met Peter Lang. Peter Lang told Paul Tan. <s>He</s> <c>said</c> so.")
    found = join_candidates(pronoun_candidates(open_scene(story, ()), attributions[0].source[0], "he"))
    assert {each.speaker.source.name for each in found} == {"Paul Tan", "Peter Lang"}
    assert [each.weight for each in found] == sorted((each.weight for each in found), reverse=True)
    assert found[0].speaker.source.name == "Peter Lang"


@pytest.mark.parametrize("word", ["he", "she", "it", "they"])
def test_every_sign_has_its_weight(word: str) -> None:
    told = "A report named Ann Bell of Harbour Bank. Voters left. “No,” <s>Paul Tan</s> <c>said</c>. He was late. "
    story, attributions = read_marked(f"{told}<s>{word}</s> <c>said</c> Ann Bell left.")
    found = pronoun_candidates(open_scene(story, ()), attributions[-1].source[0], word)
    assert found
    assert {sign for each in found for sign in each.features} <= set(WEIGHTS)


@pytest.mark.parametrize(
    ("marked", "names"),
    [
        ("Peter Lang left. Though <s>she</s> has said so before, Ann Bell told them no.", ["Ann Bell"]),
        ("Peter Lang left. Even as <s>she</s> allowed that Porto Bank was wet, Ann Bell said no.", ["Ann Bell"]),
        ("“It rained on Paul Tan,” <s>he</s> said.\nMr. Lang knew why.", ["Lang"]),
        ("<s>She</s> wondered why. The hall of Ann Bell was wet.", ["Ann Bell"]),
        ("<s>He</s> wondered why. It was wet.", [None]),
    ],
)
def test_pronouns_before_the_name_they_stand_for(marked: str, names: list[str | None]) -> None:
    assert names_of(marked) == names


def test_who_speaks_within_a_quotation_does_not_say_it() -> None:
    marked = "<s>Peter Lang</s> left.\n“Chief <s>Paul Tan</s> has argued that it is dry. It is not,” <s>he</s> said."
    assert names_of(marked) == ["Peter Lang", "Paul Tan", "Peter Lang"]


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        ("Kettle met. The court was too hard on Peter Lang, <s>his lawyer</s> said.", "lawyer of Peter Lang"),
        ("<s>Ann Bell</s> left. It was too hard on Peter Lang, <s>his lawyers</s> said.", "lawyers of Peter Lang"),
        ("Peter Lang, <s>he</s> said, would go. <s>Paul Tan</s> left.", "Paul Tan"),
    ],
)
def test_whose_lawyer_speaks_may_be_named_right_before(marked: str, name: str) -> None:
    assert names_of(marked)[-1] == name


def test_a_courtesy_title_describes_nobody_else() -> None:
    story, attributions = read_marked("Mr. Lang stayed. Mr. Tan left “to help,” <s>he</s> said.")
    scene = open_scene(story, (), attributions)
    places = pronoun_candidates(scene, attributions[0].source[0], "he")
    assert not any(place.features.get("described") for place in places)


def test_who_behind_what_somebody_is() -> None:
    marked = "It was Dan Roe, a friend of Tan’s <s>who</s> once said in a letter that it rained. Paul Tan left."
    assert names_of(marked) == ["Dan Roe"]


@pytest.mark.parametrize(
    ("marked", "names"),
    [
        ("It was led by Ann Bell of Ohio and Peter Lang in Iowa, <s>who</s> have a plan.", ["Ann Bell and Peter Lang"]),
        ("It was led by Ann Bell and Peter Lang, <s>who</s> has a plan.", ["Peter Lang"]),
        ("It rained, to the joy of 79 percent of voters <s>who</s> want rain.", ["79 percent of voters"]),
    ],
)
def test_how_many_who_means(marked: str, names: list[str]) -> None:
    assert names_of(marked) == names


def test_pronouns_tell_the_gender_of_a_name_in_no_table() -> None:
    cast = build_cast("Dunya Raske knew that she was late. Dunya Raske left.")
    assert [member.gender for member in cast.members()] == ["female"]


def test_a_pronoun_tells_the_gender_of_whom_it_meant() -> None:
    marked = (
        'Ulrik Lauren was held. "It rained," <s>Boda Kragg</s> told reporters. Whether it was late <s>she</s> would '
        "not say. <s>His lawyer, Peter Lang,</s> said no."
    )
    assert resolve_marked(marked)[-1].side == "Ulrik Lauren"
