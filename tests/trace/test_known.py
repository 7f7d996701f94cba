from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.records import Judgement, JudgementKind, Source, SourceKind, Verdict
from sayso.trace.origins.known import KnownSource, KnownSources, describe_unnamed, key_of
from tests.trace.stories import make_source

MAYOR = make_source("Mayor Olena Brodie")
SURNAME = make_source("Mayor Brodie", published="2024-03-07")
TAN = make_source("Ivo Tan")
NAMES = ["Mayor Olena Brodie", "Brodie", "Ivo Tan", "the Kremlin", "a senior US official", "Russian military bloggers"]
SOURCES = [make_source(name, outlet=outlet) for name in NAMES for outlet in ("Coast Post", "Herald")]


def speakers(source: Source, *others: Source, judgements: tuple[Judgement, ...] = ()) -> tuple[KnownSource, ...]:
    return KnownSources([source, *others], judgements).speakers(source)


def judge(one: Source, other: Source, verdict: Verdict) -> Judgement:
    return Judgement(JudgementKind.SAME_SOURCE, key_of(one), key_of(other), verdict, who="ed")


def test_a_surname_is_the_one_who_is_named_in_full() -> None:
    (alone,) = speakers(SURNAME)
    (joined,) = speakers(SURNAME, MAYOR)
    assert joined == speakers(MAYOR, SURNAME)[0] != alone
    assert joined.name == "Olena Brodie"
    assert joined.names >= {"olena brodie", "brodie"}


def test_a_body_that_speaks_for_itself_is_on_one_side_by_whichever_of_its_names() -> None:
    named = [make_source(name) for name in ("the U.S. Supreme Court", "the US Supreme Court")]
    (one,) = speakers(*named)
    assert one.sides == (one.name,) == ("Supreme Court of the United States",)


def test_judgements_stand_over_the_joins() -> None:
    apart = (judge(MAYOR, SURNAME, Verdict.NO),)
    assert speakers(SURNAME, MAYOR, judgements=apart) != speakers(MAYOR, SURNAME, judgements=apart)
    together = (judge(MAYOR, TAN, Verdict.YES),)
    assert speakers(MAYOR, TAN, judgements=together) == speakers(TAN, MAYOR, judgements=together)
    assert speakers(TAN, MAYOR) != speakers(MAYOR, TAN)
    assert "judged by ed" in speakers(TAN, MAYOR, judgements=together)[0].reason


def test_two_officials_of_a_government_are_two_on_one_side() -> None:
    ministry, president = make_source("the Ministry of Defence of Ukraine"), make_source("Volodymyr Zelensky")
    (one,), (other,) = speakers(ministry, president), speakers(president, ministry)
    assert one != other
    assert one.sides == other.sides == ("Ukraine (state)",)


def test_whom_one_story_tells_that_a_person_speaks_for_counts_over_stories_that_tell_nothing() -> None:
    told = make_source("Northwind’s co-founder and CEO Ada Lind")
    others = [make_source("Ada Lind", published=f"2024-03-0{day}") for day in (6, 7, 8)]
    assert [one.sides for one in speakers(told, *others)] == [("Northwind",)]


def test_two_persons_quoted_as_one_are_each_where_both_speak_alone_elsewhere() -> None:
    both = make_source("Olena Brodie and Ivo Tan")
    assert speakers(both, MAYOR, TAN) == (*speakers(MAYOR), *speakers(TAN))
    assert [one.name for one in speakers(both, MAYOR)] == ["Olena Brodie and Ivo Tan"]


def test_two_governments_quoted_as_one_speak_for_each() -> None:
    both = make_source("US and South Korean officials")
    assert [one.sides for one in speakers(both)] == [("United States (state)",), ("South Korea (state)",)]
    washington = make_source("the US government")
    assert speakers(both, washington)[0] == speakers(washington, both)[0]


def test_an_unnamed_source_is_its_own_side_as_met_by_its_outlet() -> None:
    one, other = (make_source("a senior US official", outlet=outlet) for outlet in ("Coast Post", "Harborton Herald"))
    (here,), (there,) = speakers(one, other), speakers(other, one)
    assert here.kind is SourceKind.ANONYMOUS
    assert (here.sides, there.sides) == (
        ("senior US official, as met by Coast Post",),
        ("senior US official, as met by Harborton Herald",),
    )


def test_a_blogger_is_on_the_side_of_the_bloggers() -> None:
    group = make_source("Russian military bloggers")
    one = replace(make_source("Ivan Petrov"), role="military blogger")
    (alone,), (among) = speakers(one), speakers(one, group)
    assert alone.sides == ("Ivan Petrov",)
    assert among[0].sides == speakers(group)[0].sides


def test_nobody_is_on_the_side_of_a_group_for_the_last_word_of_either() -> None:
    group = replace(make_source("two friends who met Ivo Tan in high school"), kind=SourceKind.COLLECTIVE)
    one = replace(make_source("Ann Bell"), role="a teacher at the high school")
    assert speakers(one, group)[0].sides == ("Ann Bell",)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("a senior US official", "us official"),
        ("senior American official", "us official"),
        ("the U.S. official", "us official"),
        ("an official speaking on condition of anonymity", "official"),
        ("senior", ""),
        ("two people close to the talks", "sources close to talks"),
        ("sources close to the talks", "sources close to talks"),
        ("a person close to the talks", "source close to talks"),
        ("a source at the harbour", "harbour source"),
        ("two sources in the foreign ministry", "foreign ministry sources"),
    ],
)
def test_what_only_says_that_a_source_is_unnamed_does_not_describe_it(name: str, words: str) -> None:
    assert describe_unnamed(name) == words


def test_sources_without_a_name_or_an_identity_are_nobody() -> None:
    nobody = make_source("")
    assert nobody.name is None
    unidentified = replace(MAYOR, identity=None)
    known = KnownSources([nobody, unidentified, TAN])
    assert known.speakers(TAN)[0].name == "Ivo Tan"
    with pytest.raises(ValueError, match="was not identified"):
        key_of(unidentified)


def test_a_source_without_a_side_speaks_for_itself() -> None:
    assert speakers(replace(TAN, side=None))[0].sides == ("Ivo Tan",)


@given(st.permutations(SOURCES))
def test_order_makes_no_difference(sources: list[Source]) -> None:
    known, told = KnownSources(sources), KnownSources(SOURCES)
    assert all(known.speakers(source) == told.speakers(source) for source in SOURCES)


def test_who_speaks_for_a_person_is_on_that_persons_side_in_any_story() -> None:
    lawyer = make_source("Ivo Tan's lawyer, Ann Novak")
    chief = make_source("Kettle Foods chief executive Ivo Tan")
    bare = make_source("Ann Novak", published="2024-03-09")
    assert speakers(bare, lawyer, chief)[0].sides == speakers(chief, lawyer, bare)[0].sides == ("Kettle Foods",)


def test_so_is_who_speaks_for_one_who_is_called_by_the_surname_alone() -> None:
    lawyer, short = make_source("Mr Tan's lawyer, Ann Novak"), make_source("Mr Tan")
    chief = make_source("Kettle Foods chief executive Ivo Tan")
    assert speakers(lawyer, short, chief)[0].sides == ("Kettle Foods",)
    other = make_source("Harbour Rail chief executive Ada Tan")
    assert speakers(lawyer, short, chief, other)[0].sides == ("Tan",)


def test_an_official_who_has_a_lawyer_holds_no_office_that_gives_his_states_side() -> None:
    minister, lawyer = make_source("Latvian Trade Minister Ivo Tan"), make_source("Ivo Tan's lawyer, Ann Novak")
    (official,) = speakers(minister, lawyer)
    assert (official.sides, official.offices) == (("Ivo Tan",), frozenset())


def test_one_lawyer_does_not_speak_for_all_lawyers() -> None:
    assert speakers(make_source("lawyer Ann Novak"), make_source("Kenyan lawyers"))[0].sides == ("Ann Novak",)
