"""Who a source is where its words take more along, or news says the same in other words."""

import pytest

from sayso.records import SourceKind
from tests.sources.stories import names_of, resolve_marked


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        ("<s>His daughter, and member of the council, Jane Doe</s> wrote of it.", "Jane Doe"),
        ("<s>Senator representing Harbour North, Jane Doe,</s> moved it.", "Jane Doe"),
        ("<s>Jane Doe, as reported by the Harbour Herald,</s> said so.", "Jane Doe"),
        ("In Ohio, the pier opened. In <s>Ohio, the mayor, Jane Doe,</s> said so.", "Jane Doe"),
        ("<s>Jane Doe (Harbour Lights, Ann and the Gulls)</s> drew it.", "Jane Doe"),
        ("<s>Jane Doe and her team</s> found it.", "Jane Doe and team"),
        ("<s>Jane Doe et al</s> found it.", "Jane Doe and colleagues"),
        ("<s>State television</s> reported it.", "State television"),
        ("<s>Media reports</s> said so.", "media reports"),
        ("The pier is owned by GitHarbour. <s>GitHarbour</s> said so.", "GitHarbour"),
    ],
)
def test_words_that_a_source_takes_along(marked: str, name: str) -> None:
    assert names_of(marked) == [name]


def test_who_speaks_on_is_not_named_twice() -> None:
    assert names_of("<s>Jane Doe</s> <c>said</c> it was old, <c>further saying</c> it leaked.") == ["Jane Doe"] * 2


def test_a_word_that_stands_but_here_tells_no_court_from_another() -> None:
    marked = "The case came to the Harbour Court in May. <s>The unanimous court</s> let him go."
    assert names_of(marked) == ["Harbour Court"]
    apart = "The Harbour Court and a unanimous jury met. <s>The unanimous court</s> let him go."
    assert names_of(apart) == ["unanimous court"]


def test_the_expert_is_the_one_who_was_just_described() -> None:
    marked = "Ann Roe, expert on piers, left. <s>One legal expert</s> <c>said</c> so. <s>The expert</s> warned of it."
    assert names_of(marked) == ["one legal expert"] * 2


def test_the_woman_is_no_man() -> None:
    marked = "Mr John Roe, who met a woman, left. Mrs Jane Doe, a woman of the harbour, came. <s>The woman</s> said so."
    assert names_of(marked) != ["John Roe"]


@pytest.mark.parametrize(("says_i", "name"), [(0, "Example News"), (1, "Jane Doe"), (2, "Jane Doe")])
def test_an_interview_without_labels(says_i: int, name: str) -> None:
    words = ["May I ask how long you have dived?", "Twenty years. I think it was May.", "I rest. What else would I do?"]
    words[says_i] = words[says_i].replace("I ", "<s>I</s> ", 1)
    long = " ".join([words[2], *["The sea was calm and the harbour slept until noon, as it does."] * 8, "Was it not?"])
    marked = "\n\n".join(["Jane Doe spoke to us.", words[0], words[1], "Do you rest?", long])
    assert names_of(marked, title="Example News interviews diver Jane Doe", outlet="Example News") == [name]


def test_two_names_are_several_whatever_was_read() -> None:
    (source,) = resolve_marked("<s>Jane Doe and John Roe</s> said so.")
    assert source.kind is SourceKind.COLLECTIVE
