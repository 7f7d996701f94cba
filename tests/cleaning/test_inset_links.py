"""Links to other stories that are run into a sentence, on invented sentences."""

import pytest

from sayso.records import MarkKind
from tests.cleaning.test_furniture import BODY, marks_of


@pytest.mark.parametrize(
    ("name", "links"),
    [
        ("Jane Roe", "Jane Ann RoeHarbour board keeps its budget Roe: 'No new ferry' MORE"),
        ("Jane Roe", "Jane Ann RoeMORE"),
        ("Jane McRoe", "Jane (Jay) Ann McRoeTide Times backs the harbour's pier MORE"),
    ],
)
@pytest.mark.parametrize("space", ["", " "])
@pytest.mark.parametrize("after", ["", "’s office", " (R-S.C.)"])
def test_links_run_into_a_sentence_behind_a_name(name: str, links: str, space: str, after: str) -> None:
    text = f"{BODY}\nSen. {name}{space}{links}{after} said that the pier was safe. {BODY}"
    (mark,) = marks_of(text, MarkKind.PROMO)
    assert mark.span.of(text) == links


@pytest.mark.parametrize(
    "line",
    [
        "Jane Roe wants MORE ferries, and the mayor of PortTown wants none.",
        "Jane RoeMarket said that it had sold MORE than before.",
    ],
)
def test_a_word_in_capitals_is_no_end_of_links(line: str) -> None:
    assert marks_of(f"{BODY}\n{line}\n{BODY}", MarkKind.PROMO) == []


@pytest.mark.parametrize(
    "link",
    [
        "(RELATED: Mayor Deems Ferries ‘Non-Essential’)",
        "[READ MORE: Bridge to stay shut]",
        "(See also: Barge strikes pier)",
    ],
)
def test_a_link_in_brackets_within_a_paragraph(link: str) -> None:
    (mark,) = marks_of(f"{BODY} {link} He said so again on Tuesday.", MarkKind.PROMO)
    assert mark.span.of(f"{BODY} {link}") == link


def test_brackets_of_the_story_itself_are_no_link() -> None:
    text = f"{BODY} The ferry (video: a short film of it) left, he said [more: the pier fell]."
    assert marks_of(text, MarkKind.PROMO) == []
