"""Names that are told whole, and none that another's is taken for, on invented stories."""

import pytest

from sayso.sources.names.people import build_cast
from tests.sources.stories import names_of, resolve_marked


@pytest.mark.parametrize(
    ("story", "names"),
    [
        ("<s>K&P Ratings</s> <c>said</c> it may rise.", ["K&P Ratings"]),
        ("<s>Anwar ul Haq Kadir</s> <c>said</c> so. <s>Kadir</s> <c>left</c>.", ["Anwar ul Haq Kadir"] * 2),
        ("<s>The 6th Fleet</s> <c>said</c> it would sail.", ["6th Fleet"]),
        ("<s>Senator from Ohio Ulba Dorr</s> <c>said</c> so. <s>Dorr</s> <c>left</c>.", ["Ulba Dorr"] * 2),
        (
            "<s>Kettle CEO</s> <c>says</c> it failed\n\nKettle sells tea. <s>The firm</s> <c>said</c> so.",
            ["Kettle CEO", "Kettle"],
        ),
        ("<s>Member of Parliament (MP) Yvette Cole</s> <c>said</c> so.", ["Yvette Cole"]),
        ("<s>A worker named Antonio Arda</s> <c>said</c> so. <s>Arda</s> <c>left</c>.", ["Antonio Arda"] * 2),
        ("<s>A man who gave his name as Omar Dorr</s> <c>said</c> so.", ["Omar Dorr"]),
        ("<s>A group called Tide</s> <c>said</c> so.", ["group called Tide"]),
        (
            "<s>Rep. Peter T. King of Ohio</s> <c>said</c> so. <s>Mr. King</s> <c>left</c>. <s>King</s> <c>knew</c>.",
            ["Peter T. King"] * 3,
        ),
        ("<s>Mr. Prince</s> <c>said</c> so.", ["Prince"]),
        ("<s>Tide Workers Secretary-Treasurer Gary Dorr</s> <c>said</c> so.", ["Gary Dorr"]),
        ("<s>Whistleblower Julian Dorr</s> <c>said</c> so.", ["Julian Dorr"]),
        ("<s>Department of Tides (DOT) Secretary Ulba Dorr</s> <c>said</c> so.", ["Ulba Dorr"]),
    ],
)
def test_a_name_is_told_whole(story: str, names: list[str]) -> None:
    assert names_of(story) == names


@pytest.mark.parametrize(
    ("story", "name"),
    [
        ("<s>Peru</s> <c>said</c> so. A Peru National Airlines jet came down.", "Government of Peru"),
        ("<s>Rebels in Peru</s> <c>said</c> so. UN Peru envoy Martin Grift left.", "rebels in Peru"),
    ],
)
def test_a_country_is_short_for_nothing(story: str, name: str) -> None:
    assert names_of(story) == [name]


def test_an_office_is_told_with_its_body() -> None:
    (said,) = resolve_marked("<s>Chile's Tide Agency (TA) head Ulba Dorr</s> <c>said</c> so.")
    assert (said.name, said.role) == ("Ulba Dorr", "Chile's Tide Agency head")
    (boss,) = resolve_marked("<s>Dorr's boss, President Jane Doe,</s> <c>said</c> so.")
    assert boss.role == "President"
    (envoy,) = resolve_marked("<s>UN Peru envoy Martin Grift</s> <c>said</c> so.")
    assert (envoy.affiliation, envoy.side) == ("United Nations", "United Nations")
    (told,) = resolve_marked("<s>The U.S. Ambassador to Norway, Jane Doe,</s> <c>said</c> so.")
    assert (told.role, told.side) == ("U.S. Ambassador to Norway", "United States (state)")


def test_what_a_name_in_apposition_is_told_to_be_stays_with_it() -> None:
    story = (
        "<s>The top Democrat on the Senate Water Committee, Mark Warden,</s> <c>said</c> so. <s>Warden</s> <c>left</c>."
    )
    assert [each.side for each in resolve_marked(story)] == ["Democratic Party"] * 2


@pytest.mark.parametrize(
    ("story", "name"),
    [
        ("Jane Doe and John Roe left. The Iranian plan was dead, <s>they</s> <c>said</c>.", "Jane Doe and John Roe"),
        ("If it emboldens Ivo Tan, or Tan emboldens Europeans <s>who</s> <c>want</c> it, all is lost.", "Europeans"),
        ("Its boss, Daniel Eck, regretted it, <s>which</s> <c>added</c> to doubts.", None),
        (
            "There was heat on Tan.\nAnother Norwegian man held a sign.\n“Tan is bad,” <s>he</s> <c>said</c>.",
            "another Norwegian man",
        ),
    ],
)
def test_whom_pronouns_mean(story: str, name: str | None) -> None:
    assert names_of(story) == [name]


def test_the_secretary_of_one_field_is_not_that_of_another() -> None:
    story = (
        "<s>The U.S. homeland security secretary</s> <c>said</c> so. Homeland Security Secretary Kirsten Nelson spoke. "
        "It rained. Ohio Secretary of State Kim Weyman <c>left</c>."
    )
    assert names_of(story)[0] == "Kirsten Nelson"


def test_an_office_told_in_full_may_be_named_further_on() -> None:
    lead = "<s>Her harbour safety adviser</s> <c>said</c> so."
    rest = " ".join(["It rained."] * 6)
    assert names_of(f"{lead} {rest} <s>Harbour safety adviser John Hale</s> <c>said</c> so.")[0] == "John Hale"
    assert names_of(f"{lead} {rest} <s>Economic adviser John Hale</s> <c>said</c> so.")[0] != "John Hale"


def test_an_adjective_alone_is_no_name() -> None:
    assert [member.name for member in build_cast("International leaders met Jane Doe.").members()] == ["Jane Doe"]
    (leaders,) = resolve_marked("<s>Western leaders</s> <c>said</c> so.")
    assert leaders.side == "Western leaders"


@pytest.mark.parametrize("words", ["Co-developer Jing Tan", "Lead Peter Lang", "Co-author Ann Bell"])
def test_a_role_that_opens_a_sentence_is_no_part_of_a_name(words: str) -> None:
    assert resolve_marked(f"It rained. <s>{words}</s> said so.")[0].name == words.partition(" ")[2]
