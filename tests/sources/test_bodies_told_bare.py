"""Companies, clubs, unions and courts that a story tells without their name, and who speaks for them."""

from dataclasses import replace

import pytest

from sayso.records import SourceKind, Told
from sayso.sources import resolve_sources
from tests.sources.stories import names_of, read_marked, resolve_marked


@pytest.mark.parametrize(
    "before",
    [
        "Shares in Kettle fell.",
        "Kettle said it would bake less.",
        "Kettle, a maker of kettles, bakes too.",
        "It rained on the airline Kettle.",
        "Kettle would not answer. Its owner, Mary Roe, slept.",
        "Kettle would not answer. A spokesman, John Roe, said the company was asleep.",
        "Kettle boss Mary Roe slept.",
        "Kettle, which bakes pies, sleeps.",
        "Kettle have baked pies.",
        "The dairy producer Kettle ate.",
    ],
)
def test_neighbours_tell_that_a_name_is_a_companys(before: str) -> None:
    (source,) = resolve_marked(f"{before} It snowed. <s>Chief executive Peter Lang</s> said so.")
    assert source.side == "Kettle"


@pytest.mark.parametrize(
    "before",
    [
        "Adam Kettle sat. Kettle said it would rain.",
        "Kettle said it would be late.",
        "He met Kettle, which was late, and slept.",
        "Adam Kettle sat. Kettle have slept.",
        "Kettle would not answer. A spokesman said the house was asleep.",
        "Asian shares fell.",
        "It rained.",
    ],
)
def test_a_surname_and_a_people_are_no_companies(before: str) -> None:
    (source,) = resolve_marked(f"{before} It snowed. <s>Chief executive Peter Lang</s> said so.")
    assert source.side == "Peter Lang"


@pytest.mark.parametrize(
    ("before", "words", "side"),
    [
        ("Kettle Foods said it bakes. Kettle fell.", "Kettle spokesman Peter Lang", "Kettle Foods"),
        ("Kettle Foods said it bakes. Rain Mining said it digs.", "Chief executive Peter Lang", "Rain Mining"),
        ("Kettle Foods said it bakes. The Rain Agency ate.", "Interim chief executive Peter Lang", "Kettle Foods"),
        ("Kettle Foods said it bakes.", "Chief financial officer Peter Lang", "Kettle Foods"),
        ("Kettle Foods said it bakes.", "head of corporate affairs Peter Lang", "Kettle Foods"),
        ("Kettle Foods said it bakes.", "Brick President and CEO Peter Lang", "Peter Lang"),
        ("Kettle Foods said it bakes.", "company spokeswoman Maria Roe", "Kettle Foods"),
        ("The Rain Union met Kettle Foods.", "union president Maria Roe", "Rain Union"),
        ("Kettle Foods eats. It fears the Rain Agency's order.", "Its chairman, Peter Lang,", "Kettle Foods"),
        ("It fears Kettle Foods and the Rain Agency's order.", "Its chairman, Peter Lang,", "Kettle Foods"),
        ("The Rain Union met.", "the union's treasurer", "Rain Union"),
        ("The Rain Union met.", "Its president, Dr Maria Roe,", "Rain Union"),
        ("Kettle Foods said it bakes.", "union president Maria Roe", "Maria Roe"),
        ("Kettle Foods said it bakes.", "The chief executive", "Kettle Foods"),
        ("<s>The Rain Office</s> said it rained.", "The office manager, Maria Roe,", "Maria Roe"),
    ],
)
def test_officers_speak_for_the_body_told_of_last(before: str, words: str, side: str) -> None:
    *_, source = resolve_marked(f"{before} <s>{words}</s> said so.")
    assert source.side == side


@pytest.mark.parametrize(
    ("words", "side"),
    [
        ("Labour's Peter Lang", "Labour Party"),
        ("Kettle Foods's Peter Lang", "Kettle Foods"),
        ("Porto’s Peter Lang", "Peter Lang"),
        ("Novak's Peter Lang", "Peter Lang"),
    ],
)
def test_whose_a_person_is_right_before_the_name(words: str, side: str) -> None:
    (source,) = resolve_marked(f"Kettle Foods bakes. Ann Novak left. <s>{words}</s> said so.")
    assert source.side == side


def test_an_officer_is_of_no_company_that_is_named_only_further_down() -> None:
    marked = "<s>Chief executive Peter Lang</s> said so. Analysts at Kettle Foods slept."
    assert resolve_marked(marked)[-1].side == "Peter Lang"


def test_its_officer_is_of_what_spoke_last_also_where_that_is_only_described() -> None:
    marked = "Kettle Foods bakes. <s>The bakers' union</s> refused. <s>Its secretary, Maria Roe,</s> said so."
    assert resolve_marked(marked)[-1].side == "bakers' union"


@pytest.mark.parametrize(
    ("before", "words", "name"),
    [
        ("Kettle Foods bakes in Rigby.", "The company", "Kettle Foods"),
        ("DAYTON, Ohio - Kettle Foods bakes.", "The company", "Kettle Foods"),
        ("Kettle Foods bakes. The Rain Institute ate.", "The firm", "Kettle Foods"),
        ("Kettle Aviation flies.", "The airline", "Kettle Aviation"),
        ("Kettle Foods, <s>Kettle Foods</s> said, bakes.", "The union", "union"),
    ],
)
def test_the_company_is_no_place_and_no_office(before: str, words: str, name: str) -> None:
    assert names_of(f"{before} <s>{words}</s> said so.")[-1] == name


@pytest.mark.parametrize(
    ("before", "words", "side"),
    [
        ("The Kettle Court met.", "Judge Maria Roe", "Kettle Court"),
        ("The Kettle Court met.", "the bench", "Kettle Court"),
        ("The Kettle Court met.", "the judges", "Kettle Court"),
        ("The Kettle Court met.", "A three-judge bench", "Kettle Court"),
        ("The Kettle Court met.", "A five-member panel", "Kettle Court"),
        ("It rained.", "a panel of the Kettle Court", "Kettle Court"),
        ("The Kettle Court met.", "retired judge Maria Roe", "Maria Roe"),
        ("The Kettle Court met.", "District Judge Maria Roe", "Maria Roe"),
        ("The Supreme Court met.", "Judge Maria Roe", "Maria Roe"),
        ("The Kettle Court met the Rain Court.", "Judge Maria Roe", "Maria Roe"),
    ],
)
def test_a_judge_speaks_for_the_one_court_of_the_story(before: str, words: str, side: str) -> None:
    (source,) = resolve_marked(f"{before} <s>{words}</s> said so.")
    assert source.side == side


def test_a_bench_speaks_for_the_court_told_of_before_it() -> None:
    (source,) = resolve_marked("The Kettle Court met. <s>The bench</s> ate. He will go to the Rain Court.")
    assert source.side == "Kettle Court"


@pytest.mark.parametrize("words", ["campaign spokeswoman Jane Doe", "spokeswoman Jane Doe"])
def test_nobody_told_bare_speaks_for_a_parliament(words: str) -> None:
    source = resolve_marked(f"Congress ate. The rain came to Congress again. <s>{words}</s> said so.")[-1]
    assert source.side == "Jane Doe"


@pytest.mark.parametrize(
    ("marked", "kind"),
    [
        ("Shares in Kettle fell. <s>Kettle</s> <c>said</c> it had slept.", SourceKind.ORGANISATION),
        ("It rained, <s>state news agency KNA</s> <c>said</c>.", SourceKind.MEDIA),
    ],
)
def test_who_is_told_to_be_a_body_is_one_whatever_the_model_reads(marked: str, kind: SourceKind) -> None:
    story, (attribution,) = read_marked(marked)
    told = Told((0.995, 0.001, 0.001, 0.001, 0.001, 0.001), (1.0, 0.0, 0.0), (1.0, 0.0, 0.0, 0.0))
    (source,) = resolve_sources(story, (), [replace(attribution, told=told)])
    assert source.kind is kind


def test_a_former_officer_is_no_former_body() -> None:
    former, body = resolve_marked(
        "<s>Former Kettle engineer Peter Lang</s> said so. Kettle slept. <s>Kettle</s> said it would wait."
    )
    assert (former.name, former.kind) == ("Peter Lang", SourceKind.PERSON)
    assert (body.kind, body.role) == (SourceKind.ORGANISATION, None)


@pytest.mark.parametrize(
    ("before", "words", "side"),
    [
        ("<s>The ministry</s> said no.", "Spokesman Peter Lang", "ministry"),
        ("<s>Gov. Mary Roe</s> said no.", "Spokesman Peter Lang", "Peter Lang"),
        ("<s>The ministry</s> said no. It rained.", "Spokesman Peter Lang", "Peter Lang"),
        ("<s>The sailors' union</s> said no.", "union secretary Peter Lang", "sailors' union"),
        ("<s>The tide board</s> said no. It rained.", "Tide board director Peter Lang", "tide board"),
        (
            "<s>The tide board</s> said no. <s>The harbour board</s> said yes.",
            "board director Peter Lang",
            "Peter Lang",
        ),
    ],
)
def test_officers_speak_for_the_body_that_spoke_before(before: str, words: str, side: str) -> None:
    *_, source = resolve_marked(f"{before} <s>{words}</s> said so.")
    assert source.side == side


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("the owner of the Lady Marit", "owner of the Lady Marit"),
        ("the ferry Sir Gaheris", "Sir Gaheris"),
        ("Lady Marit Doe", "Marit Doe"),
    ],
)
def test_a_title_is_part_of_a_ships_name(words: str, name: str) -> None:
    assert name in (names_of(f"It rained on <s>{words}</s>.")[0] or "")


@pytest.mark.parametrize("outlet", ["The Star", "the-star.co.ke"])
def test_the_star_is_the_storys_own_outlet_and_no_ship(outlet: str) -> None:
    (source,) = resolve_marked("MV Harbour Star sank, <s>the Star</s> has learnt.", outlet=outlet)
    assert (source.name, source.kind) == ("The Star", SourceKind.MEDIA)


def test_a_ship_that_is_called_a_star_is_no_medium() -> None:
    (source,) = resolve_marked("<s>MV Harbour Star</s> sailed.")
    assert source.kind is SourceKind.ORGANISATION


@pytest.mark.parametrize(
    "words",
    ["The bus company Irman Prates", "SMOF, the drivers' union,", "The medicines watchdog MHRB"],
)
def test_what_a_body_is_called_beside_its_name_stands_against_a_sure_model(words: str) -> None:
    story, (attribution,) = read_marked(f"<s>{words}</s> said so.")
    told = Told((0.96, *[0.008] * (len(SourceKind) - 1)), (1.0, 0.0, 0.0), (1.0, 0.0, 0.0, 0.0))
    (source,) = resolve_sources(story, (), [replace(attribution, told=told)])
    assert source.kind is SourceKind.ORGANISATION


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        (
            "Gas came, pipeline operator Gasovia said. Volumes on day one were small, <s>the company</s> said.",
            "Gasovia",
        ),
        ("Pumps by Kettle were parked. Pressure at the pier fell. <s>The firm</s> kept them.", "Kettle"),
        ("Kettle's K200s have been parked. <s>The carrier</s> keeps them.", "Kettle"),
        ("PORT HARBOUR, Mich. - It rained on Kettle. <s>The company</s> kept dry.", "Kettle"),
        ("A pump by Oxford-based Averil broke near Nipov. <s>The company</s> is glad.", "Averil"),
        ("Emergency crews came. <s>Emergency</s> said it was late.", "Emergency"),
        ("It rained. <s>Target</s> said it sold umbrellas.", "Target"),
    ],
)
def test_a_common_word_that_opens_a_sentence_is_no_company(marked: str, name: str) -> None:
    assert names_of(marked)[-1] == name


@pytest.mark.parametrize(
    ("marked", "kind"),
    [
        ("<s>Kettle Sul</s> said that its welds held.", SourceKind.ORGANISATION),
        ("<s>Kettle Sul</s>, which made the weld, disputes it.", SourceKind.ORGANISATION),
        ("It took days, but <s>Kettle Lindow</s> have said yes. Kettle won.", SourceKind.ORGANISATION),
        ("<s>Ulba Dorr</s> said that its welds held. Dorr wept.", SourceKind.PERSON),
        ("<s>Ulba Dorr</s> said that it had rained.", SourceKind.PERSON),
        ("They met <s>Ulba Dorr</s>, which was odd, and slept.", SourceKind.PERSON),
    ],
)
def test_what_a_body_says_and_does_tells_it_from_a_person(marked: str, kind: SourceKind) -> None:
    assert resolve_marked(marked)[0].kind is kind
