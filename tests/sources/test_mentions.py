"""The names that a story holds."""

import pytest

from sayso.sources.names.acronyms import find_acronyms
from sayso.sources.names.mention_kinds import MentionKind
from sayso.sources.names.mentions import find_mentions
from sayso.sources.names.people import build_cast


def _names(text: str) -> list[tuple[str, str]]:
    return [(mention.name, str(mention.kind)) for mention in find_mentions(text)]


def test_titles_are_no_part_of_a_name() -> None:
    (mention,) = find_mentions("Then President Maria Novak left.")
    assert (mention.name, mention.before, mention.kind) == ("Maria Novak", "President", MentionKind.PERSON)


@pytest.mark.parametrize(
    "title",
    [
        "Datuk Seri",
        "Alhaji",
        "Mallam",
        "Engr.",
        "Atty.",
        "PBGEN",
        "WPC",
        "DCI",
        "SP",
        "Kagawad",
        "Herr",
        "Comrade",
        "Rain Vice-Minister",
        "Dad-of-three",
    ],
)
def test_titles_of_many_countries_are_no_part_of_a_name(title: str) -> None:
    assert _names(f"Then {title} Tarun Quell left.") == [("Tarun Quell", "person")]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("They held Peruvian Tarun Quell on Friday. Quell ran.", "Tarun Quell"),
        ("They held Peruvian Tarun Quell on Friday.", "Peruvian Tarun Quell"),
        ("They joined the Peruvian Rain Legion. The Legion left.", "Peruvian Rain Legion"),
    ],
)
def test_a_nation_before_a_name_is_no_part_of_it_where_the_surname_stands_alone(text: str, name: str) -> None:
    assert _names(text)[0][0] == name


def test_an_office_of_a_place_before_a_name() -> None:
    assert _names("Mayor of Porto Peter Lang left.") == [("Peter Lang", "person")]


@pytest.mark.parametrize(
    ("behind", "name"),
    [("Quell left.", "Tarun Quell"), ("It rained.", "Ministry of Rain Affairs Tarun Quell")],
)
def test_an_office_of_a_body_before_a_name_whose_surname_stands_alone(behind: str, name: str) -> None:
    assert _names(f"The spokesman of the Ministry of Rain Affairs Tarun Quell spoke. {behind}")[0][0] == name


def test_bodies_keep_of_and_and() -> None:
    assert _names("It was the Department of Rain and River Affairs.") == [
        ("Department of Rain and River Affairs", "body")
    ]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("House Arts and Public Works Committee Chairwoman Maria Novak left.", [("Maria Novak", "person")]),
        ("Department of Rain and River Affairs Secretary Peter Lang left.", [("Peter Lang", "person")]),
        ("Senate Leader Peter Lang and House Speaker Maria Novak left.",
         [("Peter Lang", "person"), ("Maria Novak", "person")]),
        ("Supervisor Dwyn Lang left.", [("Dwyn Lang", "person")]),
        ("The Porto County State's Attorney's Office left.", [("Porto County State's Attorney's Office", "body")]),
        ("Courtesy of the Rain Committee.", [("Rain Committee", "body")]),
        ("Kettle Motors India on Friday shut.", [("Kettle Motors India", "body")]),
    ],
)  # fmt: skip
def test_offices_of_bodies_with_and_before_a_name(text: str, names: list[tuple[str, str]]) -> None:
    assert _names(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Al Qaeda left.", [("Al Qaeda", "body")]),
        ("The United Nations High Commissioner for Refugees left.",
         [("United Nations High Commissioner for Refugees", "body")]),
        ("They saw KXYZ-TV.", [("KXYZ-TV", "media")]),
        ("The KFOR left.", [("KFOR", "body")]),
        ("The Australian children left.", [("The Australian", "place")]),
        ("They read The Australian again.", [("The Australian", "media")]),
    ],
)  # fmt: skip
def test_what_the_tables_know_as_a_body_or_a_medium(text: str, names: list[tuple[str, str]]) -> None:
    assert _names(text) == names


def test_a_line_break_ends_what_describes_a_name() -> None:
    text = "It was the Rain Union.\nSailor Peter Lang\npainter Maria Novak"
    assert [mention.before for mention in find_mentions(text)] == ["", "Sailor", "painter"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ann May met Mrs. May. Later May said so.", ["Ann May", "May", "May"]),
        ("Ann May left in May. On 3 May it rained, and by May 5 it snowed.", ["Ann May"]),
        ("It rained, May said.", []),
        ("Neighbouring Pakistan waits.", ["Pakistan"]),
        ("It rained. I'm late. They've left. Okay.", []),
    ],
)
def test_months_and_small_words_that_are_names_and_that_are_none(text: str, names: list[str]) -> None:
    assert [mention.name for mention in find_mentions(text)] == names


def test_what_a_name_in_apposition_is_told_to_be() -> None:
    before = [each.before for each in find_mentions("Porto's new mayor, Ann Novak, left. It rained, Peter Lang said.")]
    assert before == ["", "Porto's new mayor", ""]


@pytest.mark.parametrize(
    ("text", "before"),
    [
        ("Norway's Minister of Justice, Ann Novak, left.", "Norway's Minister of Justice"),
        ("Then the chief justice, Ann Novak, left.", "chief justice"),
        ("He was fined for shoving Porto goalkeeper Ann Novak.", "Porto goalkeeper"),
        ("They heard of acting Porto mayor Ann Novak.", "acting Porto mayor"),
        ("If Porto goalkeeper Ann Novak left, it rained.", "Porto goalkeeper"),
    ],
)
def test_where_what_describes_a_name_begins(text: str, before: str) -> None:
    (novak,) = (mention for mention in find_mentions(text) if mention.name == "Ann Novak")
    assert novak.before == before


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("Ann Novak, Northwind's chief scientist, left.", "Northwind's chief scientist"),
        ("It was Ann Novak, Ukraine's Defence Minister.", "Ukraine's Defence Minister"),
        ("It was Ann Novak, a friend of Mr. Lang, who left.", "a friend of Mr. Lang"),
        ("It was Ann Novak, the U.S. envoy.", "the U.S. envoy"),
        ("Ann Novak, executive vice president of the Tide Union, left.", "executive vice president of the Tide Union"),
        ("It was Ann Novak, CEO and Founder of Northwind.", "CEO and Founder of Northwind"),
        ("So said Ann Novak, Porto Police Department spokeswoman.", "Porto Police Department spokeswoman"),
        ("He met Ann Novak, wrote the governor, and left.", ""),
        ("He met Ann Novak, says Porto prosecutor, and left.", ""),
        ("He met Ann Novak, four farmers and the crew.", ""),
        ("In a letter to Ann Novak, Lang's lawyer said that it rained.", ""),
        ("He met Ann Novak, Lang's oldest ship, and the crew.", ""),
    ],
)
def test_an_apposition_that_tells_whose(text: str, after: str) -> None:
    (novak,) = (mention for mention in find_mentions(text) if mention.name == "Ann Novak")
    assert novak.after == after


def test_a_title_that_is_a_given_name_behind_another() -> None:
    (mention,) = find_mentions("It was Sen. Dean Novak.")
    assert (mention.name, mention.before) == ("Dean Novak", "Sen.")


def test_an_apposition_behind_the_point_of_an_abbreviation() -> None:
    (mention,) = find_mentions("Northwind Inc., the toy company, left.")
    assert (mention.name, mention.after) == ("Northwind Inc", "the toy company")


def test_a_possessive_parts_names() -> None:
    assert _names("Germany's Peter Lang left.") == [("Germany", "place"), ("Peter Lang", "person")]


def test_gender_by_title_and_given_name() -> None:
    genders = [mention.gender for mention in find_mentions("Mr Novak met Maria Lang.")]
    assert genders == ["male", "female"]


def test_acronyms_with_their_long_forms() -> None:
    text = "the Coastal, Estuary and Rain Board (CERB) met"
    assert find_acronyms(text, find_mentions(text))["CERB"].name == "Coastal, Estuary and Rain Board"


@pytest.mark.parametrize("credit", ["(AP Photo/{})", "Image: {}.", "{}/Reuters"])
def test_a_photographer_has_no_part_in_the_story(credit: str) -> None:
    cast = build_cast(f"Maria Novak spoke. {credit.format('Peter Lang')}")
    assert "Peter Lang" not in {member.name for member in cast.members()}


@pytest.mark.parametrize(
    ("label", "kind"), [("KESTRIN", MentionKind.PERSON), ("NASA", MentionKind.BODY), ("KTA", MentionKind.BODY)]
)
def test_a_surname_in_capitals_opens_a_turn(label: str, kind: MentionKind) -> None:
    mentions = find_mentions(f"HOST: What happened?\n{label}: The wall fell.\nHOST: When?\n{label}: At noon.")
    assert {mention.kind for mention in mentions if mention.name == label} == {kind}


def test_a_surname_joins_the_full_name() -> None:
    cast = build_cast("Novak spoke. Maria Novak, the mayor, left. Novak returned.")
    (member,) = cast.members()
    assert member.name == "Maria Novak"
    assert len(member.spans) == 3
