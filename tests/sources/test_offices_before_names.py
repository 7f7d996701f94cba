"""Offices that stand with their body or place before their holder's name."""

import pytest

from sayso.sources.names.mention_kinds import MentionKind
from sayso.sources.names.mentions import find_mentions
from tests.sources.stories import names_of, resolve_marked


@pytest.mark.parametrize(
    ("text", "name", "before"),
    [
        ("The harbour minister of Porto, Maria Novak, left.", "Maria Novak", "harbour minister of Porto"),
        ("The head of the river board, Ulba Dorr, left.", "Ulba Dorr", "head of the river board"),
        ("The spokeswoman of the Government, Maria Novak, left.", "Maria Novak", "spokeswoman"),
        ("A spokesman for the mayor of Porto, Maria Novak, left.", "Maria Novak", ""),
        ("Brig. Maria Novak left.", "Maria Novak", "Brig."),
    ],
)
def test_the_office_is_told_of_its_holder(text: str, name: str, before: str) -> None:
    (found,) = (mention for mention in find_mentions(text) if mention.name == name)
    assert found.before == before


def test_a_name_behind_an_office_is_a_persons() -> None:
    kinds = {mention.name: mention.kind for mention in find_mentions("The head of the river board, Ulba Dorr, left.")}
    assert kinds["Ulba Dorr"] is MentionKind.PERSON


def test_a_name_behind_what_companies_are_called_too_may_be_one() -> None:
    kinds = {mention.name: mention.kind for mention in find_mentions("The owner of the boat, Ulba Dorr, left.")}
    assert kinds["Ulba Dorr"] is MentionKind.UNCLEAR


def test_the_office_alone_is_its_holder_further_down() -> None:
    marked = "The harbour minister of Porto, <s>Ulba Dorr</s>, said no. It rained. <s>The minister</s> said yes."
    assert names_of(marked) == ["Ulba Dorr"] * 2


def test_a_shortened_rank_is_the_rank() -> None:
    assert names_of("<s>Brig. Ulba Dorr</s> said no. <s>The brigadier</s> said yes.") == ["Ulba Dorr"] * 2


@pytest.mark.parametrize(
    ("words", "name", "role"),
    [
        ("The mayor of Los Angeles Ana Novak", "Ana Novak", "mayor of Los Angeles"),
        ("Chief executive of Northwind Ana Novak", "Ana Novak", "Chief executive of Northwind"),
        ("Minister of Defence of Latvia Oleksii Dorr", "Oleksii Dorr", "Minister of Defence of Latvia"),
        ("Commander of the Latvian Ground Forces Ivan Dorr", "Ivan Dorr", "Commander of the Latvian Ground Forces"),
        ("The director of the Kettle Health Organization Ulba Dor Ulm", "Ulba Dor Ulm", None),
        ("Governor of the Kettle region Ivan Dorr", "Ivan Dorr", "Governor of the Kettle region"),
        ("The president of the Kettle Commission Ursula von der Ulm", "Ursula von der Ulm", None),
        ("Leader of Latvia Ulb Dor Ulm", "Ulb Dor Ulm", "Leader of Latvia"),
        ("US Attorney for the Southern District of Ohio Ana Novak", "Ana Novak", None),
        ("Deputy head of the Office of the Mayor of Kettle Ana Novak", "Ana Novak", None),
        ("Professor of law at the University of Kettle Ana Novak", "Ana Novak", None),
        ("the head of the Kettle Administration Ana Novak on Telegram", "Ana Novak", None),
    ],
)
def test_a_name_right_behind_the_body_or_place_of_an_office_is_its_holders(
    words: str, name: str, role: str | None
) -> None:
    (source,) = resolve_marked(f"It rained. <s>{words}</s> said no.")
    assert source.name == name
    assert role in (None, source.role)


@pytest.mark.parametrize("words", ["a spokesman for the chairman Ana Novak", "the secretary of the Kenyan Red Cross"])
def test_a_name_behind_an_office_may_be_anothers(words: str) -> None:
    assert names_of(f"It rained. <s>{words}</s> said no.") == [
        words.removeprefix("a ").removeprefix("the ").replace("for the", "for")
    ]


def test_a_given_name_alone_may_stand_behind_what_its_bearer_is() -> None:
    assert names_of("He fell. <s>his widow, Ana,</s> said no.") == ["Ana"]


def test_where_words_were_put_is_no_part_of_whose_they_are() -> None:
    assert names_of("It rained. <s>The Kettle Board in a statement</s> said no.") == ["Kettle Board"]


@pytest.mark.parametrize(
    ("words", "affiliation"),
    [
        ("Minister of Defence of Latvia Ana Novak", "Ministry of Defence of Latvia"),
        ("Ambassador of Latvia to Kenya Ana Novak", "Government of Latvia"),
    ],
)
def test_whom_a_minister_or_an_envoy_belongs_to(words: str, affiliation: str) -> None:
    (source,) = resolve_marked(f"It rained. <s>{words}</s> said no.")
    assert (source.name, source.affiliation) == ("Ana Novak", affiliation)


def test_an_office_tells_more_than_a_title() -> None:
    (source,) = resolve_marked("It rained. <s>The Commissioner for Health, Prof. Ana Novak,</s> said no.")
    assert (source.name, source.role) == ("Ana Novak", "Commissioner for Health")


def test_an_attorney_is_the_lawyer_further_down() -> None:
    marked = "Mr Kern fell. <s>his attorney Ana Novak</s> said no. <s>The lawyer</s> said yes."
    assert names_of(marked) == ["Ana Novak"] * 2


@pytest.mark.parametrize(
    ("words", "name", "role"),
    [
        ("head of corporate affairs Leela Warr", "Leela Warr", "head of corporate affairs"),
        ("The senator of the right Hernan Vild", "Hernan Vild", "senator of the right"),
        ("The Tides and Pensions Secretary Marc Thirl", "Marc Thirl", "Tides and Pensions Secretary"),
    ],
)
def test_what_an_office_is_of_is_part_of_the_role(words: str, name: str, role: str) -> None:
    (source,) = resolve_marked(f"It rained. <s>{words}</s> said no.")
    assert (source.name, source.role) == (name, role)


@pytest.mark.parametrize("words", ["captain of the ferry Ulba Dorr", "owner of trawlers such as Ana Novak"])
def test_a_name_behind_what_is_no_office_is_not_its_holders(words: str) -> None:
    assert names_of(f"It rained. <s>{words}</s> said no.") == [words]


def test_an_office_of_two_fields_is_one_persons_where_it_stands_alone_too() -> None:
    marked = "Tides and Pensions Secretary Marc Thirl left. <s>The Tides and Pensions Secretary</s> said so."
    assert names_of(marked) == ["Marc Thirl"]


@pytest.mark.parametrize("title", ["Brigadier-General", "Rear-Admiral", "Private", "Roads PS", "Lands CS"])
def test_a_compound_rank_and_a_kenyan_office_are_no_part_of_the_name(title: str) -> None:
    (found,) = find_mentions(f"{title} Maria Novak left.")
    assert (found.name, found.before) == ("Maria Novak", title)


@pytest.mark.parametrize(
    ("marked", "role"),
    [
        ("<s>The army's spokesman, Brig. Ulba Dorr,</s> said no.", "army's spokesman"),
        ("<s>Brigadier-General Ulba Dorr, the army spokesman,</s> said no.", "the army spokesman"),
    ],
)
def test_an_office_tells_more_than_a_rank(marked: str, role: str) -> None:
    assert resolve_marked(marked)[0].role == role


@pytest.mark.parametrize("title", ["Promoter", "Referee", "Prefect", "Minister-president"])
def test_what_somebody_is_before_a_surname_alone_is_no_part_of_it(title: str) -> None:
    (found,) = find_mentions(f"{title} Dorrworth left.")
    assert (found.name, found.before) == ("Dorrworth", title)


def test_a_head_of_a_ministrys_department_is_its_head() -> None:
    marked = "Nobody signed, <s>Deputy Director of the Trade Ministry's Tide Department Vadim Dorrov</s> told KNA."
    (source,) = resolve_marked(marked)
    assert source.name == "Vadim Dorrov"
    assert source.role == "Deputy Director of the Trade Ministry's Tide Department"


def test_who_is_knocked_out_is_no_name() -> None:
    assert find_mentions("The paper says he was KO'd in a gym.") == ()
