"""The state that an office told without a country is of: by sentence, dateline, outlet and officers of its story."""

import pytest

from sayso.sources.offices.national_offices import is_national
from tests.sources.stories import resolve_marked


@pytest.mark.parametrize(
    ("before", "words", "side"),
    [
        ("It rained in Latvia.", "the coast guard", "Latvia (state)"),
        ("It rained in Latvia.", "prosecutors", "Latvia (state)"),
        ("It rained in Latvia.", "the General Staff", "Latvia (state)"),
        ("It rained in Latvia.", "Shipping Minister Ann Novak", "Latvia (state)"),
        ("It rained in Latvia.", "Government spokesman Ann Novak", "Latvia (state)"),
        ("It rained in Latvia.", "police spokesman Ann Novak", "Latvia (state)"),
        ("It rained in Latvia.", "rail accident investigators", "Latvia (state)"),
        ("It rained in Latvia.", "Ann Novak, commander of civil protection,", "Latvia (state)"),
        ("It rained in Brazil. Brazilians stayed in.", "rail accident investigators", "rail accident investigators"),
        ("It rained in Latvia.", "a shipping executive", "shipping executive"),
        ("It rained in Latvia.", "the state labour minister", "state labour minister"),
        ("It rained in Latvia.", "the minister of Atlantis", "Atlantis"),
        ("It rained in Latvia.", "Baptist minister Ann Novak", "Ann Novak"),
        ("It rained in Brazil. Brazilians stayed in.", "prosecutors", "prosecutors"),
        ("It rained in Brazil. Brazilians stayed in.", "federal highway police", "Brazil (state)"),
        ("It rained in the United States.", "Ferry Minister Ann Novak", "Ann Novak"),
    ],
)
def test_offices_that_a_state_has_once_are_of_the_country_of_the_story(before: str, words: str, side: str) -> None:
    (source,) = resolve_marked(f"{before} <s>{words}</s> said so.")
    assert source.side == side


def test_a_state_has_ministers_of_more_fields_than_agencies() -> None:
    assert all(is_national(words, "GB") for words in ("schools minister", "oil and power minister"))
    assert not any(is_national(words, "LV") for words in ("oil executive", "power board"))


def test_an_office_told_with_its_country_right_before_is_of_that() -> None:
    story = "RIGA - Latvia sued. Kenya's trade minister wept. <s>Trade Minister Ann Novak</s> said so."
    assert resolve_marked(story)[-1].side == "Kenya (state)"
    story = "RIGA - Latvia sued. Kenya's trade minister Ida Mwangi wept. <s>Trade Minister Ann Novak</s> said so."
    assert resolve_marked(story)[-1].side == "Latvia (state)"


@pytest.mark.parametrize(
    ("story", "side"),
    [
        ("Latvia sued Kenya. In Riga, <s>Trade Minister Ann Novak</s> said so.", "Latvia (state)"),
        ("Latvia sued Kenya. From Nairobi, <s>Trade Minister Ann Novak</s> said so.", "Kenya (state)"),
        ("RIGA - Latvia sued Kenya. <s>Trade Minister Ann Novak</s> said so.", "Latvia (state)"),
        ("RIGA - Kenya, Kenyans and Kenya sued. <s>Trade Minister Ann Novak</s> said so.", "Kenya (state)"),
        ("A Latvian ship met the Kenyan coast guard. <s>The navy</s> said so.", "Kenya (state)"),
        ("Latvia sued Kenya. <s>Trade Minister Ann Novak</s> said so.", "Ann Novak"),
    ],
)
def test_of_two_countries_it_is_that_of_the_sentence_the_dateline_or_the_officers(story: str, side: str) -> None:
    assert resolve_marked(story)[-1].side == side


@pytest.mark.parametrize(
    ("text", "outlet", "side"),
    [
        ("It rained.", "The Riga Kettle", "Latvia (state)"),
        ("It rained in Latvia and in Kenya.", "The Riga Kettle", "Latvia (state)"),
        ("It rained in Kenya.", "The Riga Kettle", "Ann Novak"),
        ("Kenya had rain. Some Kenyans stayed in. Nairobi did, too.", "The Riga Kettle", "Kenya (state)"),
        ("It rained.", "The Morning Kettle", "Ann Novak"),
        ("The Latvian army left Riga.", "Reuters", "Latvia (state)"),
        ("The Latvian army left Riga.", "Tanjug", "Ann Novak"),
    ],
)
def test_an_outlet_of_a_country_tells_its_own_offices_without_it(text: str, outlet: str, side: str) -> None:
    (source,) = resolve_marked(f"{text} <s>Trade Minister Ann Novak</s> said so.", outlet=outlet)
    assert source.side == side


@pytest.mark.parametrize(
    ("words", "side"),
    [
        ("Latvian investigators", "Latvia (state)"),
        ("the Latvian mission", "Latvia (state)"),
        ("Latvian Trade Representative Ann Novak", "Latvia (state)"),
        ("the safety watchdog of the Netherlands", "Netherlands (state)"),
    ],
)
def test_investigators_and_missions_with_a_country_are_its_states(words: str, side: str) -> None:
    (source,) = resolve_marked(f"It rained. <s>{words}</s> said so.")
    assert source.side == side


def test_a_ministry_told_by_its_seat_is_of_the_country_there() -> None:
    text = "<s>The Latvian Defence Ministry</s> said so. <s>The Defence Ministry in Rome</s> denied it."
    assert [source.side for source in resolve_marked(text)] == ["Latvia (state)", "Italy (state)"]


def test_a_dateline_with_a_country_tells_the_home_of_a_story() -> None:
    text = (
        "LAKHAPUR, India, Aug 13 - Rain was heavy, <s>the national weather office</s> said. "
        "<s>Austria's foreign ministry</s> missed two."
    )
    assert [source.side for source in resolve_marked(text)] == ["India (state)", "Austria (state)"]


def test_officers_of_a_country_that_comes_up_late_tell_no_home() -> None:
    text = (
        f"Rain in India was heavy, <s>the national weather office</s> said. {'It rained on. ' * 20}"
        "Austria's foreign ministry missed two."
    )
    assert resolve_marked(text)[0].side == "national weather office"


def test_a_state_body_of_another_country_is_not_the_one_of_that_acronym_in_the_tables() -> None:
    assert [source.side for source in resolve_marked("<s>The Philippine FDA</s> and <s>the US FDA</s> met.")] == [
        "Philippines (state)",
        "United States (state)",
    ]


@pytest.mark.parametrize(
    ("marked", "side"),
    [
        ("<s>The Peruvian ambassador to Chile</s> said so.", "Peru (state)"),
        ("<s>Tidal Union's envoy to Chile, Ulba Dorr,</s> said so.", "Ulba Dorr"),
        ("<s>A Western military attaché in Lima</s> said so.", "Western military attaché in Lima"),
        ("LIMA, Peru (AP) - It gave boats to Chile, <s>the Ministry of Mines</s> said.", "Peru (state)"),
        ("<s>RSF</s> said so.", "Rapid Support Forces"),
        ("<s>Reporters Without Borders (RSF)</s> said so.", "Reporters Without Borders"),
        ("<s>Harbour Watch</s> said so. <s>A military spokesman</s> denied it.", "military spokesman"),
    ],
)
def test_whom_one_is_sent_to_or_told_of_next_to_is_not_whom_one_speaks_for(marked: str, side: str) -> None:
    assert resolve_marked(marked)[-1].side == side
