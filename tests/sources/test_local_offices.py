"""Cities, counties and members of a union, whose offices speak for them."""

import pytest

from tests.sources.stories import resolve_marked


@pytest.mark.parametrize(
    ("words", "side"),
    [
        ("Ohio Gov. Ann Novak", "Ohio"),
        ("Georgia Gov. Ann Novak", "Georgia"),
        ("Ann Novak, Ohio's governor,", "Ohio"),
        ("the Ohio Department of Health", "Ohio"),
        ("Ohio health officials", "Ohio"),
        ("Bavarian Interior Minister Ann Novak", "Bavaria"),
        ("Odisha's Special Relief Commissioner", "Odisha"),
        ("the Odisha government", "Odisha"),
        ("Leeds Mayor Ann Novak", "Leeds"),
        ("the governor of Odisha region", "Odisha"),
        ("the acting governor of the Odisha Region", "Odisha"),
        ("Ann Novak, the mayor of London,", "London"),
        ("Tokyo Governor Ann Novak", "Tokyo"),
        ("the London government", "United Kingdom (state)"),
        ("the governor of the Bank of Latvia, Ann Novak,", "Latvia (state)"),
        ("Leeds police", "Leeds"),
        ("the Leeds Police Department", "Leeds"),
        ("Leeds police chief Ann Novak", "Leeds"),
        ("Cook County Sheriff Ann Novak", "Cook County"),
        ("Coös County Attorney Ann Novak", "Coös County"),
        ("Leeds Police Detective Constable Ann Novak", "Leeds"),
        ("Detective Constable Ann Novak", "Ann Novak"),
        ("Odisha collector Ann Novak", "Odisha"),
        ("District collector Ann Novak", "Ann Novak"),
        ("Leeds City Council", "Leeds City Council"),
        ("Transit Police chief Ann Novak", "Transit Police"),
        ("Republican Mayor Ann Novak", "Ann Novak"),
        ("Central Bank Governor Ann Novak", "Ann Novak"),
        ("Rain Institute Director Ann Novak", "Rain Institute"),
        ("former Leeds Mayor Ann Novak", "Ann Novak"),
        ("Mayor Ann Novak", "Ann Novak"),
        ("New Jersey Gov. Ann Novak", "New Jersey"),
        ("Second Assistant Sheriff Ann Novak", "Ann Novak"),
        ("First Deputy Mayor Ann Novak", "Ann Novak"),
        ("Interim Police Chief Ann Novak", "Ann Novak"),
        ("Lieutenant Governor Ann Novak", "Ann Novak"),
        ("President Carter's Attorney General, Ann Novak,", "Ann Novak"),
    ],
)
def test_an_office_speaks_for_the_place_that_it_is_told_with(words: str, side: str) -> None:
    (source,) = resolve_marked(f"It rained. <s>{words}</s> said so.")
    assert source.side == side


@pytest.mark.parametrize(
    ("before", "words", "side"),
    [
        ("The mayor of Leeds ate.", "Mayor Ann Novak", "Leeds"),
        ("Leeds Mayor John Roe ate.", "police", "Leeds"),
        ("It rained on the city of Leeds.", "the police chief", "Leeds"),
        ("The mayors met: the mayor of Leeds, the mayor of York.", "Mayor Ann Novak", "Ann Novak"),
        ("Ohio Gov. John Roe ate.", "state police", "Ohio"),
        ("LEEDS, Ohio (AP) - It rained.", "Mayor Ann Novak", "Leeds"),
        ("LEEDS, Mich. (AP) - It rained.", "Gov. Ann Novak", "Michigan"),
        ("Odisha Governor John Roe ate.", "the local governor", "Odisha"),
        ("It rained in Latvia. Latvians stayed in.", "Leeds police", "Latvia (state)"),
        ("It rained in Latvia. Latvians stayed in.", "Leeds Mayor Ann Novak", "Leeds"),
    ],
)
def test_an_office_told_without_its_place_is_of_the_one_that_the_story_tells(
    before: str, words: str, side: str
) -> None:
    assert resolve_marked(f"{before} <s>{words}</s> said so.")[-1].side == side


def test_an_office_speaks_for_its_holder_also_where_he_is_named_far_off() -> None:
    far = "It rained all day on the old town and on the new one. " * 6
    sources = resolve_marked(f"<s>Ohio Attorney General Peter Lang</s> said so. {far} <s>His office</s> said so.")
    assert {source.side for source in sources} == {"Ohio"}


@pytest.mark.parametrize("place", ["El Paso", "Los Arcos", "St. Marlow", "Marlow"])
def test_bare_police_are_of_the_whole_place(place: str) -> None:
    text = f"It rained in the city of {place}. <s>Police</s> said so. Police in {place} slept."
    assert resolve_marked(text)[0].side == place
