"""Whose spokesman ends a sentence, on invented stories."""

import pytest

from tests.sources.stories import resolve_marked


@pytest.mark.parametrize(
    ("text", "name", "side"),
    [
        ("Kettle AG will cut 500 jobs, <s>a spokeswoman</s> said.", "spokeswoman for Kettle AG", "Kettle AG"),
        ("Ryanair expects delays, <s>a spokesperson</s> told the BBC.", "spokesperson for Ryanair", "Ryanair"),
        (
            "Marsh Corp. closed two plants. The company will cut 500 jobs, <s>a spokesman</s> said.",
            *("spokesman for Marsh Corp", "Marsh Corp"),
        ),
        ("The hospital had known since May, <s>a spokesman</s> said.", "spokesman for hospital", "hospital"),
        (
            "The ministry had known since May, <s>a spokesman</s> said.",
            *("spokesman for ministry", "spokesman for ministry"),
        ),
        ("The union would strike on Monday, <s>its spokeswoman</s> said.", "spokeswoman for union", "union"),
        (
            "The White House has seen signs of it, <s>a spokesman</s> said.",
            *("spokesman for White House", "United States (state)"),
        ),
    ],
)  # fmt: skip
def test_a_spokesman_speaks_for_the_body_that_his_sentence_tells_of(text: str, name: str, side: str) -> None:
    (source,) = resolve_marked(text)
    assert (source.name, source.side) == (name, side)


@pytest.mark.parametrize(
    "text",
    [
        "John Roe was arrested on Sunday, <s>a spokesman</s> said.",
        "Two men were arrested on Sunday, <s>a spokesman</s> said.",
        "Kettle AG slept. <s>A spokesman</s> said nothing else had.",
    ],
)
def test_he_speaks_for_nobody_else(text: str) -> None:
    (source,) = resolve_marked(text)
    assert source.name == "spokesman"


@pytest.mark.parametrize(
    ("text", "name", "side"),
    [
        (
            "Peru's president Olga Brandt flew to Oslo. <s>Her military intelligence</s> said so on Monday.",
            *("military intelligence of Peru", "Peru (state)"),
        ),
        (
            "Prime Minister Keir Starmer visited Oslo. <s>His government</s> said that taxes would rise.",
            *("Government of the United Kingdom", "United Kingdom (state)"),
        ),
    ],
)
def test_a_leaders_bodies_are_the_states(text: str, name: str, side: str) -> None:
    (source,) = resolve_marked(text, published="2025-03-02")
    assert (source.name, source.side) == (name, side)


def test_the_ministry_of_one_who_leads_nothing_is_of_no_state() -> None:
    (_, source) = resolve_marked("<s>Olga Brandt</s> said so. <s>Her government</s> said so too.")
    assert source.side != "Peru (state)"


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("<s>President Olga Brandt of Chile</s> said so.", "Chile (state)"),
        ("<s>King Olaf of Norway</s> said so.", "Norway (state)"),
        ("<s>Gov. Olga Brandt of Ohio</s> said so.", "Ohio"),
        ("<s>Mayor Olga Brandt of Marlow</s> said so.", "Marlow"),
        ("<s>Professor Olga Brandt of Chile</s> said so.", "Olga Brandt"),
    ],
)
def test_what_a_leader_leads_stands_behind_the_name(text: str, side: str) -> None:
    (source,) = resolve_marked(text)
    assert source.side == side


def test_a_regional_governor_is_of_the_region_that_the_story_names() -> None:
    text = "Shells hit an oil depot in the Ostrov region. <s>The regional governor</s> said it was on fire."
    assert resolve_marked(text)[0].side == "Ostrov"


def test_of_two_regions_he_is_of_neither() -> None:
    text = "Shells hit the Ostrov region and the Marsh region. <s>The regional governor</s> said so."
    assert resolve_marked(text)[0].side == "regional governor"


def test_another_countrys_acronym_is_of_the_country_that_the_text_tells() -> None:
    text = "<s>Ukraine's military intelligence GRU</s> said so. <s>The GRU</s> also said how."
    (first, second) = resolve_marked(text)
    assert (first.name, first.side) == ("GRU of Ukraine", "Ukraine (state)")
    assert second.name == first.name


def test_an_acronym_without_another_country_stays_the_tables() -> None:
    (source,) = resolve_marked("<s>Russia's military intelligence GRU</s> said so.")
    assert source.side == "Russia (state)"


def test_who_is_counted_in_a_sentence_does_not_tell_it() -> None:
    text = "Peru's rescuers worked through the night. About 1,100 Danes were below, <s>they</s> said."
    assert resolve_marked(text)[0].name == "rescuers of Peru"


def test_an_acronym_in_brackets_parts_a_bodys_name() -> None:
    text = "<s>The Main Intelligence Directorate (HUR) of Ukraine's Ministry of Defense</s> said so."
    assert resolve_marked(text)[0].side == "Ukraine (state)"


def test_one_countrys_general_staff_is_not_anothers() -> None:
    text = "<s>The head of Russia's General Staff</s> said so. The General Staff of Ukraine slept."
    assert resolve_marked(text)[0].name == "head of Russia's General Staff"


def test_the_lawmaker_is_who_was_described_so_before_the_name() -> None:
    text = "A Korean lawmaker</s> said so. Lee Seong-kweun told reporters. <s>The lawmaker</s> spoke on."
    (_, _, last) = resolve_marked(f"<s>{text}".replace("Lee Seong-kweun", "<s>Lee Seong-kweun</s>"))
    assert last.name == "Lee Seong-kweun"


def test_a_familys_spokesperson_is_no_bodys() -> None:
    text = "<s>Marlow police</s> said so. <s>A family spokesperson</s> said no. <s>A spokesperson</s> said yes."
    (_, family, bare) = resolve_marked(text)
    assert (family.affiliation, family.side) == (None, "family spokesperson")
    assert bare.affiliation == "Marlow police"


def test_a_ministrys_field_is_nobodys_name() -> None:
    text = "A bridge fell in Kenya. Kenya shut it. <s>Interior ministry spokesman Peter Lang</s> said so."
    assert resolve_marked(text)[0].side == "Kenya (state)"


@pytest.mark.parametrize("fleet", ["The 5th Fleet", "the Navy's 5th Fleet", "the US Navy's 7th Fleet", "Sixth Fleet"])
def test_numbered_fleets_are_of_one_navy(fleet: str) -> None:
    text = f"<s>{fleet}</s> said so. <s>Ann Bell, a spokeswoman for {fleet}</s>, said no."
    assert {source.side for source in resolve_marked(text)} == {"United States (state)"}


def test_a_board_chairman_is_of_the_company_that_is_told_of() -> None:
    story = "Northwind fell. Northwind shares sank. <s>Board chairman Peter Lang</s> said so."
    assert [source.side for source in resolve_marked(story)] == ["Northwind"]


def test_a_bare_spokeswoman_is_of_the_body_that_spoke_right_before_and_not_of_the_one_named_more() -> None:
    story = (
        "<s>Tide Bank</s> <c>rejected</c> it. It asked the Marsh Loan Board, and the Marsh Loan Board slept. "
        "<s>Tide Bank</s> <c>said</c> no. <s>Spokeswoman Ann Bell</s> <c>declined</c> to say more. "
        "The Marsh Loan Board met."
    )
    assert [source.side for source in resolve_marked(story)] == ["Tide Bank"] * 3


def test_who_speaks_for_one_with_a_title_is_on_the_side_of_that_one() -> None:
    (told,) = resolve_marked(
        "House Majority Leader Jane Roe (R-Ohio) left. <s>Peter Lang, a spokesman for House Majority Leader Jane "
        "Roe,</s> <c>said</c> so."
    )
    assert (told.affiliation, told.side) == ("Jane Roe", "Republican Party")


def test_what_ended_before_a_sentence_is_no_body_of_who_opens_it() -> None:
    (told,) = resolve_marked("Critics of Ann Thiel and Trump. But <s>founder Peter Lang</s> <c>said</c> so.")
    assert told.side == "Peter Lang"
