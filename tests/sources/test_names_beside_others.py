"""Names that only stand beside others, and whom words with them mean, on invented stories."""

import pytest

from sayso.records import SourceKind
from tests.sources.stories import names_of, resolve_marked


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        ("<s>The New York Times and Washington Post</s> reported it.", "The New York Times and Washington Post"),
        (
            "<s>A message from the Tide Agency included with Lang's letter</s> says so.",
            "Tide Agency",
        ),
        (
            "Peter Lang and Ann Novak left. Troops met them. <s>Both</s> said so.",
            "Peter Lang and Ann Novak",
        ),
        ('It came in <s>a "Novak memo"</s> saying so. Ann Novak left.', "Ann Novak memo"),
        ("<s>Americans</s> say so.", "Americans"),
        ("Novak's lawyers disclosed internal Tide Agency papers. <s>The papers</s> say so.", "Tide Agency papers"),
        (
            "Ann Novak left. <s>special counsel Ann Novak's prosecutors</s> left.",
            "prosecutors of Ann Novak",
        ),
        ("<s>Rain nominee Ann Novak's campaign</s> said so.", "campaign of Ann Novak"),
        ("The White House left. <s>The House</s> voted so.", "House"),
        ("The FBI fell under the Harbour Intelligence Act. <s>The Bureau</s> said so.", "FBI"),
        ("<s>The Vatican</s> said so.", "Government of Vatican City"),
    ],
)
def test_who_is_meant(marked: str, name: str) -> None:
    assert names_of(marked) == [name]


def test_one_of_a_party_in_a_state_is_not_named() -> None:
    marked = "<s>A Virginia Democrat</s> said so. <s>one Nevada Republican</s> said no. <s>a Georgia Democrat</s> left."
    assert [source.kind for source in resolve_marked(marked)] == [SourceKind.ANONYMOUS] * 3


@pytest.mark.parametrize(
    ("marked", "side"),
    [
        (
            "<s>Ron Hosk, the president of the Law Harbour Legal Defense Fund,</s> said so.",
            "Law Harbour Legal Defense Fund",
        ),
        (
            "Donald Trump left. <s>Peter Lang, the Trump campaign's political director,</s> left.",
            "United States (state)",
        ),
        ("Ann Novak left. <s>Peter Lang, a Novak spokesman,</s> said so.", "Ann Novak"),
    ],
)
def test_for_whom_they_speak(marked: str, side: str) -> None:
    assert resolve_marked(marked, published="2018-05-05")[0].side == side


def test_no_federal_investigators_are_those_of_a_state_that_is_no_federation() -> None:
    marked = "It rained in London. <s>Federal investigators</s> said so."
    assert resolve_marked(marked, published="2018-05-05", outlet="Daily Mail")[0].side == "federal investigators"
