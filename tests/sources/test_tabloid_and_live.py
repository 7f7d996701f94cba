"""What tabloids put before names, and what live blogs put before their entries."""

import pytest

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
