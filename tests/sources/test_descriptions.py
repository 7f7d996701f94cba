"""Sources that a story describes and does not name."""

import pytest

from sayso.records import SourceKind
from tests.sources.stories import names_of, resolve_marked


@pytest.mark.parametrize(
    ("marked", "names"),
    [
        ("<s>An article in The New York Times</s> said so.", ["The New York Times"]),
        ("<s>A report Saturday in The New York Times</s> said so.", ["The New York Times"]),
        ("<s>A May 13 Washington Post story</s> said so.", ["Washington Post"]),
        ("<s>The New York Times</s> said so. <s>The report</s> said it rained.", ["The New York Times"] * 2),
        ("The New York Times wrote on it in May. <s>The story</s> said it rained.", ["The New York Times"]),
        ("<s>A police report obtained by The New York Times</s> said so.", ["police report"]),
    ],
)
def test_what_an_outlet_publishes_is_the_outlet(marked: str, names: list[str]) -> None:
    assert names_of(marked) == names


def test_what_is_somebodys_own_is_told_without_that_word() -> None:
    assert names_of("<s>Northwind Corp</s> said so. <s>Its own engineers</s> warned of it.") == [
        "Northwind Corp",
        "engineers of Northwind Corp",
    ]


def test_the_report_of_no_outlet_is_a_document() -> None:
    outlet, report = resolve_marked(
        "<s>The New York Times</s> said so. It rained. It rained. It rained. <s>The report</s> said it rained."
    )
    assert (outlet.kind, report.kind) == (SourceKind.MEDIA, SourceKind.DOCUMENT)


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("aides", SourceKind.ANONYMOUS),
        ("reports", SourceKind.MEDIA),
        ("multiple news reports", SourceKind.MEDIA),
        ("quarterly reports", SourceKind.DOCUMENT),
        ("those closest to the mayor", SourceKind.COLLECTIVE),
        ("the chief executive of Northwind", SourceKind.PERSON),
        ("the CFO of Northwind", SourceKind.PERSON),
        ("a senior executive at Northwind", SourceKind.ANONYMOUS),
        ("a panel of divers", SourceKind.COLLECTIVE),
        ("a two-judge panel of the same court", SourceKind.ORGANISATION),
        ("a poll by Kettle News and the Bugle Institute", SourceKind.DOCUMENT),
        ("the Ohio and Utah data", SourceKind.DOCUMENT),
        ("Harbour Town Officials", SourceKind.COLLECTIVE),
    ],
)
def test_kinds(words: str, kind: SourceKind) -> None:
    (source,) = resolve_marked(f"In Porto, <s>{words}</s> said so.")
    assert source.kind is kind


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        ("The Environmental Protection Agency (EPA) met. <s>EPA officials</s> said so.", "EPA officials"),
        ("<s>Those closest to the mayor</s> said so.", "those closest to the mayor"),
        ("<s>A federal court Monday</s> said so.", "federal court"),
        (
            "<s>a senior Department of Harbour Security (DHS) official</s> said so.",
            "senior Department of Harbour Security official",
        ),
        ("<s>The coalition fighting the Rain Band (RAB)</s> said so.", "coalition fighting the Rain Band"),
        ("<s>a Porto man who told reporters of rain</s> said so.", "Porto man who told reporters of rain"),
        ("Peter Lang met Attorney General Ann Bell. <s>The inspector general</s> said so.", "inspector general"),
        ("<s>The delegations of Latvia, Peru and Chile</s> said so.", "delegations of Latvia, Peru and Chile"),
        (
            "<s>Peruvian firms including Tide AG, Kettle, and Marsh</s> said so.",
            "Peruvian firms including Tide AG, Kettle, and Marsh",
        ),
        (
            "<s>Divers from the Kettle Institute (KI) and the Tide Office, both in Porto,</s> said so.",
            "divers from the Kettle Institute and the Tide Office",
        ),
        ("It rained. <s>Forest officials</s> said so.", "forest officials"),
        ("<s>Two-thirds of the bakers</s> said so.", "two-thirds of the bakers"),
        ("Ann Bell spoke. <s>Part of Bell's tweet</s> said so.", "Ann Bell"),
        ("<s>41-year-old Ann Bell's harbour office</s> said so.", "harbour office of Ann Bell"),
        ("Latvia voted. <s>The country's election commission</s> said so.", "election commission of Latvia"),
        ("<s>The divers behind the new study</s> said so.", "divers behind the new study"),
        ("It cited <s>the Harbour Guild as saying Tide AG owned it</s>.", "Harbour Guild"),
        ("<s>Two divers questioned by Reuters</s> said so.", "two divers"),
        ("<s>Both harbour police and the Tide Agency</s> said so.", "harbour police and Tide Agency"),
    ],
)
def test_words_of_a_description(marked: str, name: str) -> None:
    assert names_of(marked) == [name]


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        ("It was brought by a group of young applicants <s>who</s> claim it was unfair.", "group of young applicants"),
        ("It touched a nerve with far right groups <s>who</s> said no.", "far right groups"),
        ("So far there are 250,000 people <s>who</s> said no.", "250,000 people"),
        ("Critics of President Lang, <s>who</s> note that it rained, left. Peter Lang left.", "critics of Peter Lang"),
        ("It was hard for leaders of both parties <s>who</s> left.", "leaders of both parties"),
        ("The plan angered members of the union <s>who</s> left.", "members of the union"),
        ("The newly elected members of the union <s>who</s> left.", "newly elected members of the union"),
        ("Supporters of the mayor, <s>who</s> regularly attack it, left.", "supporters of the mayor"),
        ("It is opposed by Republicans and Democrats alike, <s>who</s> say no.", "Republicans and Democrats"),
    ],
)
def test_whom_who_means(marked: str, name: str) -> None:
    assert names_of(marked) == [name]


@pytest.mark.parametrize(
    ("marked", "names"),
    [
        (
            "In a Herald/News 5/Marsh poll, Peter Lang led. <s>That national poll</s> showed it.",
            ["Herald/News 5/Marsh poll"],
        ),
        (
            "<s>A new poll</s> showed it. It rained. According to <s>a Harbour News/Tidal Post poll</s>, many left.",
            ["Harbour News/Tidal Post poll"] * 2,
        ),
        ("<s>A new poll</s> showed it. It rained. It snowed.", ["new poll"]),
        (
            "<s>A federal court</s> ruled it out. A panel of the U.S. District Court for Porto met.",
            ["U.S. District Court for Porto"],
        ),
        (
            "<s>The Porto District Court</s> met. The Supreme Court waits. <s>The judges</s> said no.",
            ["Porto District Court"] * 2,
        ),
        ("The Supreme Court met. <s>The justices</s> said no.", ["Supreme Court"]),
        ("Porto met. <s>The judges</s> said no.", ["judges"]),
    ],
)
def test_named_elsewhere(marked: str, names: list[str]) -> None:
    assert names_of(marked) == names


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        ("The Harbour Agency met. <s>The agency's data</s> showed it.", "data of Harbour Agency"),
        ("Croatia met. Croatia waits. Croatia and Serbia talk. <s>The regime</s> said no.", "Government of Croatia"),
        ("Croatia met. Serbia waits. <s>The regime</s> said no.", "regime"),
        ("Peter Lang met Peter Lang. <s>Aides</s> said no.", "aides"),
        ("Peter Lang, <s>whose lawyer</s> said no, left.", "lawyer of Peter Lang"),
        ("The Harbour Agency, <s>whose director</s> said no, met.", "director of Harbour Agency"),
        ("They met a sailor <s>whose wife</s> said no.", "wife of sailor"),
        ("It rained in Kenya, and <s>whose owner</s> said no.", "owner"),
        ("Peter Lang met Peter Lang. <s>The aides</s> said no.", "aides of Peter Lang"),
    ],
)
def test_whose_it_is(marked: str, name: str) -> None:
    assert names_of(marked) == [name]


@pytest.mark.parametrize("mark", ["'", "’"])
def test_an_owner_whose_name_ends_in_s(mark: str) -> None:
    marked = f"Ann Sanders left. <s>Sanders{mark} spokesman</s> said so. <s>Sanders{mark} mother</s> said so."
    assert names_of(marked) == ["spokesman for Ann Sanders", "mother of Ann Sanders"]


def test_a_surname_keeps_its_capital_at_the_start_of_a_sentence() -> None:
    marked = "At noon Tuila Sailele Malegaoi left. <s>Malegaoi</s> said so. <s>Sailors</s> said so."
    assert [name for name in names_of(marked) if name] == ["Tuila Sailele Malegaoi", "sailors"]


@pytest.mark.parametrize(
    ("words", "name", "kind"),
    [
        ("Insiders", "insiders", SourceKind.ANONYMOUS),
        ("Pals", "pals", SourceKind.COLLECTIVE),
        ("Officers", "officers", SourceKind.COLLECTIVE),
        ("Boffins", "boffins", SourceKind.COLLECTIVE),
        ("Firemen", "firemen", SourceKind.COLLECTIVE),
        ("Onlookers", "onlookers", SourceKind.COLLECTIVE),
        ("Neighbours", "neighbours", SourceKind.COLLECTIVE),
        ("Insiders at the bakery", "insiders at the bakery", SourceKind.ANONYMOUS),
    ],
)
def test_people_who_open_a_sentence_are_no_name(words: str, name: str, kind: SourceKind) -> None:
    (source,) = resolve_marked(f"It rained. <s>{words}</s> said so.")
    assert (source.name, source.kind) == (name, kind)


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("minutes seen by this newspaper", "minutes"),
        ("people close to the talks cited by the Harbour Herald", "people close to the talks"),
        ("experts on the other hand", "experts"),
        ("the diocese for its part", "diocese"),
        ("the Harbour Agency once more", "Harbour Agency"),
        ("a woman who, the e-mail", "woman"),
        ("many of whom", "many of whom"),
    ],
)
def test_through_whom_words_came_is_no_part_of_who_said_them(words: str, name: str) -> None:
    assert names_of(f"It rained, <s>{words}</s> said.") == [name]


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        ("Ann Novak met Peter Lang. <s>The latter</s> said that it rained.", "Peter Lang"),
        ("Ann Novak met Peter Lang. <s>The former</s> said that it rained.", "Ann Novak"),
        ("Ann Novak met the Tide Agency and Peter Lang. <s>The former</s> said that it rained.", "Ann Novak"),
        ("Rain fell. <s>The latter</s> was said to be cold.", "latter"),
        ("The Porto Ambulance Service left. <s>A spokesman for the ambulance service</s> said that it rained.",
         "spokesman for Porto Ambulance Service"),
        ("<s>Peter Lang</s> said so. <s>A hacked account</s> claimed that it rained.", "hacked account"),
        ("<s>A Northwind spokesperson when reached by Reuters</s> said that it rained.", "spokesperson for Northwind"),
        ("Athena Novak Portugal left. <s>Farmers in Portugal</s> said that it rained.", "farmers in Portugal"),
    ],
)  # fmt: skip
def test_whom_a_description_means_by_what_stands_before(marked: str, name: str) -> None:
    *_, source = resolve_marked(marked)
    assert source.name == name


def test_an_aide_told_as_an_adviser_is_the_one_whom_the_story_named() -> None:
    marked = "<s>Novak aide Peter Lang</s> said so. It rained. <s>Novak’s trade policy adviser</s> said more."
    assert names_of(marked) == ["Peter Lang", "Peter Lang"]
