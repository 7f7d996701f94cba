"""Affiliation and side."""

import pytest

from tests.sources.stories import resolve_marked

DAY = "2024-12-14"


@pytest.mark.parametrize(
    ("marked", "side"),
    [
        ("<s>Germany</s> said so.", "Germany (state)"),
        ("<s>German Defence Minister Peter Lang</s> said so.", "Germany (state)"),
        ("<s>German officials</s> said so.", "Germany (state)"),
        ("<s>a spokesman for the German government</s> said so.", "Germany (state)"),
        ("<s>a delegate of Germany</s> said so.", "Germany (state)"),
        ("<s>Germany's embassy in Oslo</s> said so.", "Germany (state)"),
        ("<s>A White House note on the German pact</s> said so.", "United States (state)"),
        ("<s>Ministers on the German side</s> said so.", "Germany (state)"),
        ("<s>representatives from Germany</s> said so.", "Germany (state)"),
        ("<s>representatives of German bakers</s> said so.", "representatives of German bakers"),
        ("<s>Ohio Secretary of State Peter Lang</s> said so.", "Ohio"),
        ("<s>the Tidal Rescue Agency</s> said so.", "Tidal Rescue Agency"),
        ("<s>Ferry captain Peter Lang</s> said so.", "Peter Lang"),
        ("<s>Former German Defence Minister Peter Lang</s> said so.", "Peter Lang"),
        ("<s>Retired German general Peter Lang</s> said so.", "Peter Lang"),
        ("<s>The late German president, Peter Lang,</s> said so.", "Peter Lang"),
        ("<s>Peter Lang, an ex-minister of Germany,</s> said so.", "Peter Lang"),
        ("<s>Outgoing German Defence Minister Peter Lang</s> said so.", "Germany (state)"),
        ("<s>Former German officials</s> said so.", "former German officials"),
        ("<s>The retired German officers</s> said so.", "retired German officers"),
        ("<s>Former Lang Bank executives</s> said so.", "former Lang Bank executives"),
        ("<s>Germany's opposition leader</s> said so.", "opposition leader of Germany"),
        ("<s>Ann Bell, leader of the opposition Blue Coast party,</s> said so.", "Blue Coast"),
        ("<s>North Coast MP Ann Bell</s>, of the opposition Tide Party, said so.", "Tide Party"),
        ("<s>North Coast MP Ann Bell</s>, of the far-right opposition Blue Coast party, said so.", "Blue Coast"),
        ("<s>North Coast MP Ann Bell</s>, of the Isle Party, said so.", "Isle Party"),
        ("<s>North Coast MP Ann Bell</s>, of the Isle Harbour, said so.", "Ann Bell"),
        ("Poland slept. <s>Germany's Rail Accident Bureau</s> said so.", "Germany (state)"),
        (
            "Germany's Transportation Safety Board slept. <s>The Transportation Safety Board</s> said so.",
            "Germany (state)",
        ),
        ("Poland slept. <s>Germany's civil aviation authority ZLA</s> said so.", "Germany (state)"),
        ("Poland slept. <s>Germany's ferry union ZLA</s> said so.", "ZLA"),
    ],
)
def test_side(marked: str, side: str) -> None:
    (source,) = resolve_marked(marked)
    assert source.side == side


@pytest.mark.parametrize(
    ("marked", "side"),
    [
        ("<s>Valery Gerasimov</s> said so.", "Russia (state)"),
        ("<s>Gen. Valery Gerasimov</s> said so.", "Russia (state)"),
        ("<s>spokesman Dmitry Peskov</s> said so.", "Russia (state)"),
        ("<s>John Kirby</s> said so.", "United States (state)"),
        ("<s>Andriy Kovalenko</s> said so.", "Ukraine (state)"),
        ("<s>Spokesperson Matthew Miller</s> said so.", "United States (state)"),
        ("<s>Sergey Lavrov</s> said so.", "Russia (state)"),
        ("<s>Senator Lindsey Graham</s> said so.", "Republican Party"),
        ("<s>Mark Rutte</s> said so.", "North Atlantic Treaty Organization"),
        ("<s>Israeli opposition leader Yair Lapid</s> said so.", "Yesh Atid"),
    ],
)
def test_an_official_speaks_for_their_state_body_or_party(marked: str, side: str) -> None:
    (source,) = resolve_marked(marked, published=DAY)
    assert source.side == side


@pytest.mark.parametrize(
    ("marked", "day"),
    [
        ("<s>former spokesman John Kirby</s> said so.", DAY),
        ("<s>Farmer John Kirby</s> said so.", DAY),
        ("<s>Canadian farmer John Kirby</s> said so.", DAY),
        ("<s>John Kirby, a professor at the University of Leeds,</s> said so.", DAY),
        ("<s>John Kirby</s> said so.", "2006-03-01"),
        ("<s>Robert Wood</s> said so.", DAY),
    ],
)
def test_a_name_is_no_officials_beside_another_role_or_outside_the_term(marked: str, day: str) -> None:
    (source,) = resolve_marked(marked, published=day)
    assert source.side != "United States (state)"


def test_a_common_name_is_an_officials_beside_a_role_that_fits() -> None:
    (source,) = resolve_marked("<s>Deputy ambassador Robert Wood</s> said so.", published=DAY)
    assert source.side == "United States (state)"


def test_role_and_affiliation_come_from_the_table_where_the_story_has_none() -> None:
    (bare, told) = resolve_marked("<s>Andrii Yusov</s> said so. <s>Gen. Valery Gerasimov</s> said so.", published=DAY)
    hur = "Main Intelligence Directorate of the Ministry of Defence of Ukraine"
    assert (bare.role, bare.affiliation) == (f"spokesman, {hur}", hur)
    assert (told.role, told.affiliation) == ("Gen.", "Government of Russia")


@pytest.mark.parametrize(
    "words",
    [
        "Russian military bloggers", "Ukrainian experts", "Syrian activists", "Iranian media",
        "Russian opposition politicians", "Ukrainian military analysts", "Syrian government opponents",
        "Kremlin critics", "Iranian journalists", "relatives of German army officers",
    ],
)  # fmt: skip
def test_people_who_only_live_in_a_country_do_not_speak_for_it(words: str) -> None:
    (source,) = resolve_marked(f"<s>{words}</s> said so.")
    assert source.side is not None
    assert not source.side.endswith("(state)")
    assert source.affiliation is None


@pytest.mark.parametrize(
    ("words", "side"),
    [
        ("Omar Haddad, an ethnic Greek from Jordan,", "Omar Haddad"),
        ("Omar Haddad, a fifth-year student at Kettle University,", "Omar Haddad"),
        ("Omar Haddad, a fire service spokesman,", "fire service"),
        ("Omar Haddad, a Labour MP,", "Labour Party"),
        ("Republican committee member Omar Haddad", "Republican Party"),
        ("Democratic committee chairman Omar Haddad", "Democratic Party"),
        ("Omar Haddad, the president of the Church of the Tide in Porto,", "Church of the Tide in Porto"),
    ],
)
def test_whom_a_persons_role_speaks_for(words: str, side: str) -> None:
    (source,) = resolve_marked(f"<s>{words}</s> said so.")
    assert source.side == side


def test_a_body_named_beside_a_minister_is_not_his_states() -> None:
    story = "It met criticism by the Greek foreign minister and the Tide Guild. <s>The Tide Guild</s> said so."
    assert [source.side for source in resolve_marked(story)] == ["Tide Guild"]


def test_state_media_told_without_a_state_are_those_of_the_storys_home() -> None:
    assert [source.side for source in resolve_marked("It rained on Iran. <s>State media</s> said so.")] == [
        "Iran (state)"
    ]
    assert [source.side for source in resolve_marked("It rained. <s>State media</s> said so.")] == ["State media"]


def test_a_detective_is_of_the_one_police_force_that_speaks() -> None:
    police, detective = resolve_marked(
        "<s>Kettle Valley Police</s> said no. <s>Detective Inspector Ann Bell</s> said so."
    )
    assert detective.affiliation == "Kettle Valley Police"
    assert detective.side == police.side


@pytest.mark.parametrize("words", ["Russian generals", "Ukrainian military officials", "Syrian army officers"])
def test_people_of_a_state_speak_for_it(words: str) -> None:
    (source,) = resolve_marked(f"<s>{words}</s> said so.")
    assert source.side is not None
    assert source.side.endswith("(state)")


JOINT_CHIEFS = "The <s>Joint Chiefs of Staff</s> said so."


@pytest.mark.parametrize(
    ("before", "side"),
    [
        ("South Korea's Joint Chiefs of Staff met. ", "South Korea (state)"),
        ("The Joint Chiefs of Staff of South Korea met. ", "South Korea (state)"),
        ("The South Korean Joint Chiefs of Staff met the US Joint Chiefs of Staff. ", "Joint Chiefs of Staff"),
        ("South Korea met. ", "Joint Chiefs of Staff"),
    ],
)
def test_a_body_is_of_the_one_country_that_the_story_names_it_with(before: str, side: str) -> None:
    (source,) = resolve_marked(before + JOINT_CHIEFS)
    assert source.side == side


@pytest.mark.parametrize(
    ("marked", "side"),
    [
        ("<s>Rep. Jane Roe (R-Texas)</s> said so.", "Republican Party"),
        ("<s>Rep. Jane Roe</s>, D-Calif., said so.", "Democratic Party"),
        ("<s>Rep. Jane Roe (D-N.Y.)</s> said so.", "Democratic Party"),
        ("<s>Republican Senator Jane Roe</s> said so.", "Republican Party"),
        ("<s>Democratic lawmaker Jane Roe</s> said so.", "Democratic Party"),
        ("<s>Senator Jane Roe</s> said so.", "Jane Roe"),
        ("<s>Former Republican Senator Jane Roe</s> said so.", "Jane Roe"),
        ("<s>Spanish Republican senator Jane Roe</s> said so.", "Jane Roe"),
    ],
)
def test_a_us_lawmaker_speaks_for_the_party_that_the_story_tells(marked: str, side: str) -> None:
    (source,) = resolve_marked(marked)
    assert source.side == side


@pytest.mark.parametrize(
    ("before", "words", "side"),
    [
        ("The Latvian military left.", "The military", "Latvia (state)"),
        ("It was on Latvia's state television.", "state television", "Latvia (state)"),
        ("Latvia's National Centre for Tides met.", "The National Centre for Tides", "Latvia (state)"),
        ("The National Centre for Tides met in Latvia.", "The National Centre for Tides", "National Centre for Tides"),
        ("The Latvian military left. The Estonian military stayed.", "The military", "military"),
        ("The Latvian navy left.", "The military", "military"),
        ("The Latvian blogger left.", "The blogger", "blogger"),
    ],
)
def test_what_every_state_has_is_of_the_one_country_that_the_story_names_it_with(
    before: str, words: str, side: str
) -> None:
    (source,) = resolve_marked(f"{before} <s>{words}</s> said so.")
    assert source.side == side


@pytest.mark.parametrize(
    ("words", "side"),
    [
        ("<s>Peter Lang, Novak's lawyer,</s>", "Ann Novak"),
        ("<s>a spokesman for Novak</s>", "Ann Novak"),
        ("<s>Novak's mother</s>", "Ann Novak"),
        ("<s>lawyers for Ann Novak</s>", "Ann Novak"),
        ("<s>Peter Lang, a spokesman for Ms. Novak,</s>", "Ann Novak"),
        ("<s>Peter Lang, a Novak campaign spokesman,</s>", "Ann Novak"),
        ("<s>the Novak campaign</s>", "Ann Novak"),
        ("<s>Novak and her team</s>", "Ann Novak"),
        ("<s>Her spokesman, Peter Lang,</s>", "Ann Novak"),
        ("<s>His spokesman, Peter Lang,</s>", "Peter Lang"),
        ("<s>Her former spokesman, Peter Lang,</s>", "Peter Lang"),
        ("<s>Peter Lang, Novak's former lawyer,</s>", "Peter Lang"),
        ("<s>Peter Lang, Novak's rival,</s>", "Peter Lang"),
    ],
)
def test_who_speaks_for_a_person_is_on_that_persons_side(words: str, side: str) -> None:
    (source,) = resolve_marked(f"Ann Novak was at sea. {words} said so.")
    assert source.side == side


def test_who_speaks_for_a_leader_or_a_lawmaker_is_on_their_side() -> None:
    sources = resolve_marked(
        "President Vladimir Putin met Sen. Ann Novak (R-Texas). <s>Peter Lang, Putin's lawyer,</s> said so. "
        "<s>Novak's spokeswoman Maria Roe</s> said so."
    )
    assert [source.side for source in sources] == ["Russia (state)", "Republican Party"]


@pytest.mark.parametrize(
    ("words", "affiliation", "side"),
    [
        ("Peter Lang, the director of America's Kettle,", "America's Kettle", "America's Kettle"),
        ("Peter Lang, head of Ukraine's Luhansk region,", "Ukraine's Luhansk region", "Ukraine (state)"),
        ("White House Chief of Staff Peter Lang", "White House", "United States (state)"),
        ("Secretary of State Peter Lang", None, "Peter Lang"),
        ("US singer Peter Lang", None, "Peter Lang"),
        ("Peter Lang, a London-based broker,", None, "Peter Lang"),
        ("Peter Lang, a partner in a Washington law firm,", None, "Peter Lang"),
        ("Kremlin aide Peter Lang", "Government of Russia", "Russia (state)"),
    ],
)
def test_a_name_that_begins_with_a_country_is_not_yet_its_states(
    words: str, affiliation: str | None, side: str
) -> None:
    (source,) = resolve_marked(f"<s>{words}</s> said so.")
    assert (source.affiliation, source.side) == (affiliation, side)


@pytest.mark.parametrize(
    ("words", "affiliation", "side"),
    [
        ("Peter Lang, a farmer from Nairobi,", None, "Peter Lang"),
        ("Peter Lang, a Republican from Ohio,", None, "Peter Lang"),
        ("Peter Lang, an envoy from Kenya,", "Government of Kenya", "Kenya (state)"),
        ("Peter Lang, a researcher from Tidal University,", "Tidal University", "Tidal University"),
    ],
)
def test_nobody_speaks_for_where_they_come_from(words: str, affiliation: str | None, side: str) -> None:
    (source,) = resolve_marked(f"<s>{words}</s> said so.")
    assert (source.affiliation, source.side) == (affiliation, side)


@pytest.mark.parametrize(
    ("words", "side"),
    [
        ("Rep. Peter Lang, a Republican who represents Ohio,", "Republican Party"),
        ("Rep. Peter Lang, Ohio Democrat,", "Democratic Party"),
        ("Rep. Peter Lang, the Republican nominee,", "Peter Lang"),
        ("former Vice President Joe Biden", "Joe Biden"),
    ],
)
def test_the_party_behind_a_lawmakers_name_and_the_office_that_is_past(words: str, side: str) -> None:
    (source,) = resolve_marked(f"It was <s>{words}</s> who said so.")
    assert source.side == side


def test_a_past_office_is_told_as_past() -> None:
    (source,) = resolve_marked("It was <s>former Vice President Joe Biden</s> who said so.")
    assert source.role == "former Vice President"


@pytest.mark.parametrize(
    ("words", "affiliation", "side"),
    [
        ("Peter Lang, a colonel in the Ohio Guard who served in Kuwait,", None, "Peter Lang"),
        ("Peter Lang, the head of the Rain Union and a longtime sailor,", "Rain Union", "Rain Union"),
        ("Peter Lang, TRA’s executive director,", "Tidal Rescue Agency", "Tidal Rescue Agency"),
        ("Peter Lang, a lawyer of the Rain Union (RU),", "Rain Union", "Rain Union"),
        ("Peter Lang, a director of the free group Sailors for Rain,", "Sailors for Rain", "Sailors for Rain"),
        ("Peter Lang, spokesman for ferry operator Tidewater Marine,", "Tidewater Marine", "Tidewater Marine"),
        ("A spokesperson for publisher Harbour Press", "Harbour Press", "Harbour Press"),
        ("Chief of Naval Operations Adm. Peter Lang", "Naval Operations", "Naval Operations"),
        ("Acting Homeland Security Secretary Peter Lang", "Department of Homeland Security", "United States (state)"),
        ("American Kettle Federation President Peter Lang", *["American Kettle Federation"] * 2),
        ("US Special Representative for Iran Peter Lang", "Government of the United States", "United States (state)"),
        (
            "Director of National Intelligence Peter Lang",
            "Office of the Director of National Intelligence",
            "United States (state)",
        ),
        ("Peter Lang, a teacher at the Rain Union and respected sailor,", "Rain Union", "Rain Union"),
        ("presidential candidate Joe Biden", None, "Joe Biden"),
        ("Another Rain Union spokesman Peter Lang", "Rain Union", "Rain Union"),
        ("Peter Lang, the son of Chilean farmers,", None, "Peter Lang"),
        ("Peter Lang, the nominee for President of the United States,", None, "Peter Lang"),
        ("Israeli U.N. ambassador Peter Lang", "Government of Israel", "Israel (state)"),
        ("Peter Lang, who served as President of France for twelve years,", None, "Peter Lang"),
    ],
)
def test_what_a_role_says_besides_is_no_body(words: str, affiliation: str | None, side: str) -> None:
    (source,) = resolve_marked(f"It was the Tidal Rescue Agency (TRA). <s>{words}</s> said so.")
    assert (source.affiliation, source.side) == (affiliation, side)


@pytest.mark.parametrize(
    ("before", "words", "side"),
    [
        ("The UN met.", "UN experts", "United Nations"),
        ("The UN met.", "a spokesperson for the Secretary-General", "United Nations"),
        ("NATO met the UN.", "a spokesperson for the Secretary-General", "Secretary-General"),
    ],
)
def test_the_officers_of_the_united_nations_are_one_side(before: str, words: str, side: str) -> None:
    (source,) = resolve_marked(f"{before} It rained. <s>{words}</s> said so.")
    assert source.side == side


@pytest.mark.parametrize(
    ("words", "side"),
    [("an aide to Ann Novak", "aide to Ann Novak"), ("Peter Lang, an aide to Ann Novak,", "Ann Novak")],
)
def test_an_aide_is_on_her_side_only_by_name(words: str, side: str) -> None:
    assert resolve_marked(f"Ann Novak won. <s>{words}</s> said no.")[-1].side == side


@pytest.mark.parametrize("published", [None, "2025", "2025-01", "2025-01-30"])
def test_a_leader_is_known_in_a_story_dated_by_its_year_or_month(published: str | None) -> None:
    (source,) = resolve_marked("<s>Donald Trump</s> <c>said</c> so.", published=published)
    assert source.side == "United States (state)"


@pytest.mark.parametrize(
    ("before", "side"),
    [
        ("Four men led Hernad Sotil, in a raincoat, to a van, prosecutor Julio Carrasco said.", "Hernad Sotil"),
        ("Jens Mo is 40. The engineer drew them. He has not been charged. Nobody else was held.", "Jens Mo"),
    ],
)
def test_his_lawyer_is_of_whom_any_pronoun_there_means(before: str, side: str) -> None:
    (source,) = resolve_marked(f"{before} <s>His lawyer, Miguel Oro,</s> called it theatre.")
    assert source.side == side


def test_a_high_commission_speaks_for_its_state() -> None:
    (source,) = resolve_marked("<s>The Indian high commission in Abuja</s> said so.")
    assert source.side == "India (state)"


def test_a_part_of_a_body_is_on_its_side() -> None:
    (part,) = resolve_marked("<s>The public relations centre of the Federal Security Service of Russia</s> said so.")
    (own,) = resolve_marked("<s>The statistics department of the Harbour Union</s> said so.")
    assert (part.side, own.side) == ("Russia (state)", "statistics department of the Harbour Union")
