"""What tabloids put before names, and what live blogs put before their entries."""

import pytest

from sayso.records import Source, SourceKind
from sayso.sources.meaning.full_names import with_full_name
from tests.sources.stories import names_of, resolve_marked


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        ("<s>Brave Jane Roe</s> told of it. Roe jumped.", "Jane Roe"),
        ("<s>Shellshocked Oddvin Kvarn</s> raged. Kvarn waited an hour.", "Oddvin Kvarn"),
        ("<s>Ex-barber Peter Lang</s> swam.", "Peter Lang"),
        ("<s>Estonian Kaido Virv</s>, held since May, denies it. They know that Virv builds games.", "Kaido Virv"),
        ("<s>Mum-of-three Joanna Pell, 34,</s> cried. Pell saw it.", "Joanna Pell"),
        ("<s>Hepatologist Ines Carva</s> warned.", "Ines Carva"),
        ("<s>Receptionist Ann-Lee Doe</s> wept.", "Ann-Lee Doe"),
        ("<s>Bosun Jun Tabo</s> swam.", "Jun Tabo"),
        ("<s>Councilman Pell</s> voted.", "Pell"),
        ("<s>Dr Aidrin Colg of the Harbour Security Agency</s> warned.", "Aidrin Colg"),
        ("<s>American Red Cross</s> would help. The Red Cross came.", "American Red Cross"),
        ("<s>Norwegian Air Shuttle</s> lost money.", "Norwegian Air Shuttle"),
        ("<s>Flying Doctors</s> came.", "Flying Doctors"),
        ("<s>Fighting Jane Doe Foundation</s> knew.", "Fighting Jane Doe Foundation"),
    ],
)
def test_what_only_describes_is_no_part_of_a_name(marked: str, name: str) -> None:
    assert names_of(marked) == [name]


def test_a_participle_that_opens_a_sentence_is_nobody() -> None:
    assert names_of("Jan Roe left. Pressed on whether his man fired, <s>he</s> said no. <s>He</s> claims it.") == [
        "Jan Roe",
        "Jan Roe",
    ]


@pytest.mark.parametrize(
    ("words", "name", "role"),
    [
        ("16.20 Navy spokesman Ivar Roe", "Ivar Roe", "Navy spokesman"),
        ("13:05 GMT Senator Ann Lee", "Ann Lee", "Senator"),
        ("12:45 p.m. - Hospital director Jane Doe", "Jane Doe", "Hospital director"),
    ],
)
def test_the_time_of_an_entry_is_no_part_of_a_source(words: str, name: str, role: str) -> None:
    (source,) = resolve_marked(f"<s>{words}</s> said four had died.")
    assert (source.name, source.role) == (name, role)


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        ("RIGA, May 3 - <s>Ann Bell</s> spoke. <s>The same source</s> added that it rained.", "Ann Bell"),
        ("Rome - <s>The Ministry of Tides</s> said no.", "Ministry of Tides"),
        ("Ann Bell, 46, was held. 'It rained,' <s>the mother-of-two</s> said.", "Ann Bell"),
        ("Peter Lang, 46, was held. 'It rained,' <s>the father-of-three</s> said.", "Peter Lang"),
        (
            "<s>The Tide Agency</s> dismissed a message circulating on WhatsApp. <s>The message</s> claims so.",
            "message circulating on WhatsApp",
        ),
        ("<s>The Tide Agency</s> sent a message to Rome. <s>The message</s> says that it rained.", "Tide Agency"),
        (
            "<s>The Tide Agency</s> slept. In Peru, ten died, according to <s>its health department</s>.",
            "health department of Peru",
        ),
        ("<s>The Tide Agency</s> slept. In Lima, ten died, <s>its spokesman</s> said.", "spokesman for Tide Agency"),
    ],
)
def test_whom_translated_tabloid_and_wire_words_mean(marked: str, name: str) -> None:
    assert names_of(marked)[-1] == name


@pytest.mark.parametrize(
    ("text", "side"),
    [
        (
            "Marlow emergency hospital has admitted 38 people, <s>its director, Dr. Ann Bell</s>, said.",
            "Marlow emergency hospital",
        ),
        ("Nobody from Marlow has come, <s>its director, Dr. Ann Bell</s>, said.", "Tide Agency"),
    ],
)
def test_its_director_is_of_the_body_that_the_sentence_opens_with(text: str, side: str) -> None:
    *_, source = resolve_marked(f"It rained, <s>the Tide Agency</s> said. {text}")
    assert source.side == side


@pytest.mark.parametrize(
    ("called", "name", "role"),
    [
        ("AMBASSADOR JON HOLT", "Jon Holt", "Ambassador"),
        ("JON HOLT", "Jon Holt", None),
        ("AMBASSADOR HOLT", "Ambassador Holt", None),
    ],
)
def test_who_is_called_by_a_title_in_capitals_has_it_for_a_role(called: str, name: str, role: str | None) -> None:
    source = with_full_name(Source(called, SourceKind.PERSON), "It rains.", None)
    assert (source.name, source.role) == (name, role)
