import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.trace import source_name
from sayso.trace.names import fold, join_names
from sayso.trace.query import content_words


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Zelensky", "Zelensky"),
        ("Zelensky’s", "Zelensky"),
        ("Zelensky's", "Zelensky"),
        ("President Volodymyr Zelensky", "Volodymyr Zelensky"),
        ("Ukrainian President Volodymyr Zelensky", "Volodymyr Zelensky"),
        ("the Ukrainian President, Volodymyr Zelensky", "Ukrainian President, Volodymyr Zelensky"),
        ("Volodymyr Zelensky, the president of Ukraine,", "Volodymyr Zelensky"),
        ("Mr. Brodie", "Brodie"),
        ("Sen. Olena Brodie (D-Vt.)", "Olena Brodie"),
        ("White House spokesman Ivo Tan", "Ivo Tan"),
        ("Prime Minister Ivo Tan", "Ivo Tan"),
        ("the president", "president"),
        ("The President", "President"),
        ("the White House", "White House"),
        ("a spokesman for the mayor", "spokesman for the mayor"),
        ("Secretary of State Ivo Tan", "Secretary of State Ivo Tan"),
        ("Secretary", "Secretary"),
        ("US, Britain and France", "US, Britain and France"),
        ("his office", "office"),
        ("he", None),
        ("She", None),
        ("who", None),
        ("", None),
        ("  ", None),
        ("“", None),
        ("’s", None),
    ],
)
def test_source_name(words: str, name: str | None) -> None:
    assert source_name(words).name == name


@given(st.text())
def test_source_name_adds_nothing(words: str) -> None:
    name = source_name(words).name
    assert name is None or all(part in words for part in name.split())
    assert name is None or source_name(name).name is not None or name.casefold() in words.casefold()


@pytest.mark.parametrize(
    ("names", "groups"),
    [
        (["Zelensky", "President Volodymyr Zelensky"], 1),
        (["zelensky", "Zelensky’s", "ZELENSKY"], 1),
        (["Zelensky", "Volodymyr Zelensky", "Olena Zelensky"], 3),
        (["Volodymyr Zelensky", "Olena Zelensky"], 2),
        (["Brodie", "Olena Brodie", "Anna Olena Brodie"], 1),
        (["Brodie", "Olena Brodie", "Olena Brodie of Harborton"], 2),
        (["the House", "the White House"], 2),
        (["Ukraine", "the Ministry of Defence of Ukraine"], 2),
        (["Kursk", "governor of Kursk"], 2),
        (["van Dijk", "Mrs. Clara van Dijk"], 1),
        (["Tan", "Ivo Brodietan"], 2),
    ],
)
def test_join_names(names: list[str], groups: int) -> None:
    joined = join_names(names)
    assert len(set(joined.values())) == groups
    assert joined == join_names(reversed(names)) or any(name.islower() or name.isupper() for name in names)


GIVEN = st.sampled_from(["Olena", "Ivo", "Clara", "Anna"])
SURNAME = st.sampled_from(["Brodie", "Tan"])
FULL = st.tuples(GIVEN, SURNAME).map(" ".join)


@given(st.lists(FULL | SURNAME))
def test_two_first_names_are_never_joined(names: list[str]) -> None:
    joined = join_names(names)
    for one in names:
        for other in names:
            if " " in one and " " in other and one != other:
                assert joined[one] != joined[other]
        assert joined[one].name is not None
        assert fold(joined[one].name).endswith(fold(one))


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("did North Korean soldiers fight in Kursk", ["North", "Korean", "soldiers", "fight", "Kursk"]),
        ("Who said that the ferry sank?", ["ferry", "sank?"]),
        ("What happens in The Hague in May", ["happens", "The", "Hague", "May"]),
        ("how many ferries", ["ferries"]),
        ("who?", ["who?"]),
        ("", []),
    ],
)
def test_content_words(query: str, words: list[str]) -> None:
    assert content_words(query) == words
