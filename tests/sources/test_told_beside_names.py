"""What a story tells right beside a name, with or without an article, a comma or a title, on invented stories."""

import pytest

from tests.sources.stories import resolve_marked


@pytest.mark.parametrize(
    ("marked", "role", "side"),
    [
        ("<s>Ulf Dorr, Northwind chief executive,</s> said so.", "Northwind chief executive", "Northwind"),
        ("<s>Ulf Dorr, Tide Council leader,</s> said so.", "Tide Council leader", "Tide Council"),
        (
            "No one knew, said <s>Ulf Dorr, Northwind VP of Rigging</s>.",
            *("Northwind VP of Rigging", "Northwind"),
        ),
        (
            "<s>Ulf Dorr, Northwind vice president of rigging,</s> said so.",
            *("Northwind vice president of rigging", "Northwind"),
        ),
        ("<s>Northwind VP Ulf Dorr</s> said so.", "Northwind VP", "Northwind"),
        (
            "<s>Ulf Dorr, curator and director of boats at the Tide Museum,</s> said so.",
            *("curator and director of boats at the Tide Museum", "Tide Museum"),
        ),
        ("<s>Ulf Dorr, who is the mayor of Kettle,</s> said so.", "the mayor of Kettle", "Kettle"),
        (
            "<s>Professor Ulf Dorr, head of the Tide Institute,</s> said so.",
            *("head of the Tide Institute", "Tide Institute"),
        ),
        ("<s>Professor Ulf Dorr, a father of two,</s> said so.", "Professor", "Ulf Dorr"),
        ("<s>Ulf Dorr, Kettle and its harbour,</s> said so.", None, "Ulf Dorr"),
        ("<s>University of Kettle dean Ulf Dorr</s> said so.", "University of Kettle dean", "University of Kettle"),
        ("<s>Bank of England governor Ulf Dorr</s> said so.", "Bank of England governor", "United Kingdom (state)"),
        (
            "<s>A US Department of State spokesman, Ulf Dorr,</s> said so.",
            *("US Department of State spokesman", "United States (state)"),
        ),
        ("<s>Former Bank of England governor Ulf Dorr</s> said so.", "Former Bank of England governor", "Ulf Dorr"),
        ("<s>Ulf Dorr of the World Health Organization (WHO)</s> said so.", None, "World Health Organization"),
    ],
)
def test_an_apposition_tells_whose_officer_somebody_is(marked: str, role: str | None, side: str) -> None:
    (source,) = resolve_marked(marked)
    assert (source.name, source.role, source.side) == ("Ulf Dorr", role, side)


@pytest.mark.parametrize(
    ("story", "role"),
    [
        ("The mayor of Kettle, <s>Ulf Dorr</s> <c>said</c> so.", "mayor of Kettle"),
        ("The council leader, <s>Ulf Dorr</s> today <c>announced</c> it.", "council leader"),
        ("The day after the death of the mayor of Kettle, <s>Ulf Dorr</s> <c>said</c> so.", None),
        ("Asked about the mayor of Kettle, <s>Ulf Dorr</s> <c>said</c> so.", None),
        ("The mayor of Kettle, <s>Ulf Dorr</s> and others <c>said</c> so.", None),
    ],
)
def test_an_office_opens_the_sentence_of_its_holder_without_a_second_comma(story: str, role: str | None) -> None:
    (source,) = resolve_marked(story)
    assert (source.name, source.role) == ("Ulf Dorr", role)


def test_an_office_told_so_is_kept_where_the_name_stands_alone() -> None:
    story = "The prime minister of Latvia, <s>Ulf Dorr</s> <c>announced</c> rain. <s>Mr Dorr</s> <c>said</c> so."
    assert [source.side for source in resolve_marked(story)] == ["Latvia (state)"] * 2


def test_a_director_is_named_before_the_acronym_of_a_body_with_and() -> None:
    marked = "<s>Director Ulf Dorr of the National Office of Tides and Open Harbours (NOTOH),</s> <c>said</c> so."
    (source,) = resolve_marked(marked)
    assert (source.name, source.affiliation) == ("Ulf Dorr", "National Office of Tides and Open Harbours")


def test_a_king_whose_sister_is_told_of_is_the_king() -> None:
    first, second = resolve_marked(
        "Princess Ulla left after a letter of her brother, King Ulf Dorr. <s>The king</s> <c>said</c> so. "
        "<s>King Dorr</s> <c>slept</c>."
    )
    assert first.name == second.name == "Ulf Dorr"


@pytest.mark.parametrize(
    ("words", "affiliation", "side"),
    [
        ("Ann Roe, head of Peru's Accident Investigation Bureau,", "Accident Investigation Bureau", "Peru (state)"),
        ("Inspector Ann Roe of Peru's Accident Investigation Bureau", "Accident Investigation Bureau", "Peru (state)"),
        ("Ann Roe, who heads the Tide Institute,", "Tide Institute", "Tide Institute"),
        ("Ann Roe, who leads in polls of Tide Institute members,", None, "Ann Roe"),
        ("Ann Roe, a justice of the U.S. Supreme Court,", *("Supreme Court of the United States",) * 2),
        ("Ann Roe, a curator at Peru's Tide Museum,", "Tide Museum", "Tide Museum"),
        ("Ann Roe, head of Lang's Harbour Group,", "Lang's Harbour Group", "Lang's Harbour Group"),
    ],
)
def test_a_body_is_called_as_where_it_speaks_itself_and_not_by_its_country(
    words: str, affiliation: str | None, side: str
) -> None:
    (source,) = resolve_marked(f"<s>{words}</s> said the box was found.")
    assert (source.affiliation, source.side) == (affiliation, side)
