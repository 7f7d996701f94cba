"""Names in headlines with capitals throughout."""

import pytest

from sayso.sources.names.people import build_cast
from tests.sources.stories import names_of

_BODY = "\nPeter Lang said he would find a new man for the harbour. Peter Lang will accuse nobody."


@pytest.mark.parametrize(
    ("headline", "kept", "lost"),
    [
        ("Peter Lang Rails at Harbour Rules Found in Porto", "Peter Lang", "Peter Lang Rails"),
        ("Updated Police Identify Man Found in Harbour", "Peter Lang", "Updated Police Identify Man"),
        ("Tide Studies Group Would Find New Harbour Rules", "Tide Studies Group", "Harbour Rules"),
    ],
)
def test_headline_is_cut_to_what_the_text_names(headline: str, kept: str, lost: str) -> None:
    names = {member.name for member in build_cast(headline + _BODY).members()}
    assert kept in names
    assert lost not in names


@pytest.mark.parametrize(
    ("marked", "names"),
    [
        ("(RELATED: Peter Lang Rails Against Rain) Peter Lang left. <s>Lang</s> said so.", ["Peter Lang"]),
        ("Might Novak Spare Trump? Maria Novak met Donald Trump. <s>Trump</s> said so.", ["Donald Trump"]),
        ("Mary Kay Holt left. Mary Kay stayed, Mary Kay sang. <s>Holt</s> said so.", ["Mary Kay Holt"]),
        ("<s>Sen. Peter Lang Lang</s> said so.", ["Peter Lang"]),
    ],
)
def test_runs_that_go_on(marked: str, names: list[str]) -> None:
    assert names_of(marked) == names


@pytest.mark.parametrize(
    ("marked", "names"),
    [
        ('"It rained," said <s>Rosaly Holt, of the Tide Institute</s>.', ["Rosaly Holt"]),
        ('"It rained," <s>Will Holt, the harbour master,</s> said.', ["Will Holt"]),
        ("Will Holt leave? Peter Holt left. <s>Holt</s> said so.", ["Peter Holt"]),
        ("<s>deputy head of the Porto Border Guard Kimmo Ahonen</s> said so.", ["Kimmo Ahonen"]),
        ("<s>Tove Aas of the Guardian</s> said so.", ["Tove Aas"]),
    ],
)
def test_names_that_look_like_other_words(marked: str, names: list[str]) -> None:
    assert names_of(marked) == names


@pytest.mark.parametrize(
    ("marked", "names"),
    [
        ("Hilly and mountainous areas, <c>thought to be</c> ice, are rare.", [None]),
        ("Porto rose. Updated: 3:36 AM. They met amid fears and <c>suspected</c> it.", [None]),
    ],
)
def test_words_that_only_open_a_sentence(marked: str, names: list[str | None]) -> None:
    assert names_of(marked) == names


def test_a_company_that_produces_is_no_person() -> None:
    text = "Tidewater, a giant industrial producer, left. Tidewater said so."
    (member,) = [each for each in build_cast(text).members() if each.name == "Tidewater"]
    assert member.kind.value != "person"
