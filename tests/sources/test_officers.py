"""Whom officers, aides and administrations speak for."""

import pytest

from sayso.sources.offices.officers import find_body_of_administration, find_employer, find_leaders_side, find_named_one
from tests.sources.stories import resolve_marked

DAY = "2018-07-16"


@pytest.mark.parametrize(
    ("words", "body"),
    [
        ("Northwind CEO", "Northwind"),
        ("Northwind Airlines chief executive officer", "Northwind Airlines"),
        ("Northwind’s co-founder and CEO", "Northwind"),
        ("founder of Northwind", "Northwind"),
        ("DHS secretary", "Department of Homeland Security"),
        ("head of the FBI", "Federal Bureau of Investigation"),
        ("Former CEO", None),
        ("Its CEO", None),
        ("Monday CEO", None),
        ("American CEO", None),
        ("Harbour spokesman", None),
        ("Northwind analyst", None),
        ("chief executive", None),
    ],
)
def test_the_body_whose_officer_words_name(words: str, body: str | None) -> None:
    assert find_employer(words) == body


@pytest.mark.parametrize(
    ("words", "day", "state"),
    [
        ("Trump administration", DAY, "United States (state)"),
        ("Trump administration", "2014-07-16", None),
        ("Putin’s spokesman", DAY, "Russia (state)"),
        ("Theresa May’s press secretary", DAY, "United Kingdom (state)"),
        ("Brodie administration", DAY, None),
        ("Trump lawyer", DAY, None),
    ],
)
def test_those_who_work_for_a_leader_speak_for_the_state_while_the_term_lasts(
    words: str, day: str, state: str | None
) -> None:
    assert find_leaders_side(words, day) == state


@pytest.mark.parametrize(
    ("words", "one"),
    [
        ("Ann Lee and other analysts", "Ann Lee"),
        ("Ann Lee and others", "Ann Lee"),
        ("Ann Lee and top aides", "Ann Lee"),
        ("Ann Lee and Ivo Tan", None),
        ("analysts and officials", None),
    ],
)
def test_of_one_with_others_the_one_is_named(words: str, one: str | None) -> None:
    assert find_named_one(words) == one


@pytest.mark.parametrize(
    ("marked", "side"),
    [
        ("<s>Northwind CEO</s> said so.", "Northwind"),
        ("<s>Northwind’s CEO</s> said so.", "Northwind"),
        ("<s>Northwind’s co-founder and CEO Ada Lind</s> said so.", "Northwind"),
        ("<s>The U.S. homeland security secretary</s> said so.", "United States (state)"),
        ("<s>U.S. officials</s> said so.", "United States (state)"),
        ("<s>The U.S. Tidal Administration</s> said so.", "United States (state)"),
        ("<s>President Trump</s> said so.", "United States (state)"),
        ("<s>Mayor Trump</s> said so.", "Trump"),
        ("<s>the Trump administration</s> said so.", "United States (state)"),
        ("<s>UN Yemen envoy Peter Lang</s> said so.", "United Nations"),
        ("<s>Germany’s ambassador to London, Peter Lang,</s> said so.", "Germany (state)"),
        ("<s>The Supreme Court of Norway</s> said so.", "Supreme Court of Norway"),
        ("<s>Ann Lee and other analysts</s> said so.", "Ann Lee"),
        ("<s>The Pentagon and senior U.S. officials</s> said so.", "United States (state)"),
        ("<s>The Kremlin and its allies</s> said so.", "Kremlin and its allies"),
        ("<s>Donald Trump and top aides</s> said so.", "United States (state)"),
        ("<s>Northwind executives</s> said so.", "Northwind"),
        ("<s>Two Northwind managers</s> said so.", "Northwind"),
        ("<s>Two vice-presidents of Northwind Tides</s> said so.", "Northwind Tides"),
        ("<s>Two former bosses of Northwind</s> said so.", "two former bosses of Northwind"),
        ("<s>Northwind fans</s> said so.", "Northwind fans"),
        ("<s>Top Democrats</s> said so.", "Democratic Party"),
        ("<s>Republicans in Congress</s> said so.", "Republican Party"),
        ("<s>Senate GOP leaders</s> said so.", "Republican Party"),
        ("<s>A growing number of West Virginia Republican senators</s> said so.", "Republican Party"),
        ("<s>Georgia Democrats</s> said so.", "Democratic Party"),
        ("<s>48 Republican senators</s> said so.", "Republican Party"),
        ("<s>More than a dozen of his fellow Democrats</s> said so.", "Democratic Party"),
        ("<s>Several House Republican women</s> said so.", "Republican Party"),
        ("<s>Justice Department lawyers</s> said so.", "United States (state)"),
        ("<s>President Donald Trump's Supreme Court nominee Peter Lang</s> said so.", "Peter Lang"),
        ("<s>Embattled Ohio Governor Peter Lang</s> said so.", "Ohio"),
        ("<s>The Ohio GOP</s> said so.", "Republican Party"),
        ("<s>The House Democratic Caucus</s> said so.", "Democratic Party"),
        ("<s>Ann Lee, president of the Ohio Democratic Tide Caucus,</s> said so.", "Democratic Party"),
        ("<s>Labour</s> said so.", "Labour Party"),
        ("<s>The Social Democrats</s> said so.", "Social Democrats"),
        ("<s>The Liberal Democratic Party</s> said so.", "Liberal Democratic Party"),
        ("<s>Danish state television</s> said so.", "Denmark (state)"),
        ("<s>Danish television</s> said so.", "Danish television"),
        ("<s>The Saudi Press Agency</s> said so.", "Saudi Arabia (state)"),
        ("<s>Deutsche Welle</s> said so.", "Deutsche Welle"),
        ("<s>The Danish PM</s> said so.", "Denmark (state)"),
        ("The agency quoted <s>ferry captain Peter Lang</s> as saying so.", "Peter Lang"),
    ],
)
def test_side_of_who_speaks_for_another(marked: str, side: str) -> None:
    (source,) = resolve_marked(marked, published=DAY)
    assert source.side == side


@pytest.mark.parametrize(
    ("marked", "body"),
    [
        ("<s>Ann Lee, Porto Police Department spokeswoman,</s> left.", "Porto Police Department"),
        ("<s>Ann Lee, Tide Futures Group's economist,</s> left.", "Tide Futures Group"),
        ("<s>Ann Lee, KN&T's principal meteorologist,</s> left.", "KN&T"),
        ("<s>Ann Lee, Lang's economist,</s> left.", None),
        ("<s>Ann Lee, a friend of Mr. Lang's,</s> left.", None),
        ("<s>Ann Lee of the liberal Committee for an Open Harbour</s> left.", "Committee for an Open Harbour"),
        ("<s>Ann Lee from Lisbon-based Tide Alliance</s> left.", "Tide Alliance"),
        ("<s>Economist Ann Lee from the University of Porto</s> left.", "University of Porto"),
        ("<s>Ann Lee from Union City</s> left.", None),
        ("<s>Ann Lee, the architect of Latvia's pact with Kenya,</s> left.", None),
        ("<s>Ann Lee, a longtime critic of the Tide Institute,</s> left.", None),
        ("<s>Ann Lee, director of the Tide Institute and a former envoy,</s> left.", "Tide Institute"),
        ("<s>Norway's Minister of Justice, Ann Lee,</s> left.", "Government of Norway"),
    ],
)
def test_the_body_of_who_speaks_stands_before_or_behind_the_name(marked: str, body: str | None) -> None:
    (source,) = resolve_marked(marked, published=DAY)
    assert (source.name, source.affiliation) == ("Ann Lee", body)


def test_a_role_ends_where_another_is_said_to_quote_its_holder() -> None:
    (source,) = resolve_marked("The Agence Delta quoted ministry spokesman <s>Peter Lang</s>.", published=DAY)
    assert source.role == "ministry spokesman"


def test_an_office_is_told_with_the_whole_name_of_the_body_that_owns_it() -> None:
    (source,) = resolve_marked("<s>The Guild of Weaving's regional director, Peter Lang,</s> said so.")
    assert (source.role, source.affiliation) == ("Guild of Weaving's regional director", "Guild of Weaving")


@pytest.mark.parametrize(
    ("marked", "name", "side"),
    [
        ("<s>Head of the Dutch company Kettle Grivo Lang</s> left. Kettle's staff ate.", "Grivo Lang", "Kettle"),
        ("<s>Peter Lang, Head of Incidents at the Tide Agency,</s> left.", "Peter Lang", "Tide Agency"),
        ("<s>Peter Lang, Director of Boats and Nets at Kettle Foods,</s> left.", "Peter Lang", "Kettle Foods"),
        (
            "<s>Peter Lang, professor at the University of Texas at Austin,</s> left.",
            "Peter Lang",
            "University of Texas at Austin",
        ),
    ],
)
def test_an_officer_is_told_with_the_body_before_or_behind(marked: str, name: str, side: str) -> None:
    (source,) = resolve_marked(marked)
    assert (source.name, source.side) == (name, side)


@pytest.mark.parametrize(
    ("words", "role", "side"),
    [
        ("Director Peter Lang of the Tide Institute", "Director of the Tide Institute", "Tide Institute"),
        (
            "Director Peter Lang of the Institute of Tides and Infectious Diseases",
            "Director of the Institute of Tides and Infectious Diseases",
            "Institute of Tides and Infectious Diseases",
        ),
        ("Captain Peter Lang of the Tide Institute", "Captain", "Tide Institute"),
    ],
)
def test_an_office_is_told_with_the_body_behind_its_holders_name(words: str, role: str, side: str) -> None:
    (source,) = resolve_marked(f"<s>{words}</s> left.")
    assert (source.name, source.role, source.side) == ("Peter Lang", role, side)


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("the Trump administration's Department of Justice", "Department of Justice of the United States"),
        ("Macron government’s Ministry of Justice", "Ministry of Justice of France"),
        ("Lang administration's Department of Justice", None),
        ("Trump campaign's Department of Justice", None),
    ],
)
def test_bodies_of_a_leaders_administration(words: str, name: str | None) -> None:
    body = find_body_of_administration(words)
    assert (body and body.name) == name


def test_a_leaders_body_is_the_states() -> None:
    text = "<s>Ann Bell, spokeswoman for the Trump administration's Department of Justice</s>, said so. "
    (bell, department) = resolve_marked(f"{text}<s>The Biden administration's Department of Transportation</s> sat.")
    assert bell.affiliation == "Department of Justice of the United States"
    assert bell.side == department.side == "United States (state)"
