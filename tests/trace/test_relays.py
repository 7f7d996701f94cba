import pytest

from sayso.records import Report
from sayso.trace.origins.known import KnownSource, KnownSources, fold_words
from sayso.trace.origins.relays import REACH_CHARS, passes_on
from tests.trace.stories import make_report, make_source

SERVICE = make_source("the National Intelligence Service of South Korea")
MINISTRY = make_source("the Ministry of Defence of Ukraine")
MAYOR = make_source("Mayor Olena Brodie")
LAWMAKER = make_source("Ivo Tan")
KNOWN = KnownSources([SERVICE, MINISTRY, MAYOR, LAWMAKER])
(service,), (ministry,), (mayor,), (lawmaker,) = map(KNOWN.speakers, (SERVICE, MINISTRY, MAYOR, LAWMAKER))
OTHERS = [service, ministry, mayor]


def report(around: str) -> Report:
    return make_report("a", LAWMAKER, around=around)


@pytest.mark.parametrize(
    ("around", "source"),
    [
        ("Ivo Tan said after a briefing by the National Intelligence Service that it leaks.", service),
        ("“It leaks,” Ivo Tan wrote, citing the National Intelligence Service of South Korea.", service),
        ("Ivo Tan said, referring to data of the NIS, that it leaks.", service),
        ("According to Mayor Brodie, Ivo Tan said, it leaks.", mayor),
        ("Ivo Tan posted what the Ministry of Defence of Ukraine had said.", ministry),
        ("Ivo Tan said that it leaks.", None),
        ("Ivo Tan met Mayor Brodie and said that it leaks.", None),
        ("Ivo Tan, citing Mayor Brodie and the Ministry of Defence, said that it leaks.", None),
        ("According to people close to Mayor Brodieson, it leaks.", None),
        ("According to Brodie Ferries, it leaks.", None),
        ("According to Brodie, whose aunt owns Brodie Ferries, it leaks.", mayor),
        ("Ivo Tan had read two reports by Captain Anna Brodie, he said.", None),
        ("According to Anna Brodie, it leaks.", None),
        ("According to Captain Brodie, it leaks.", mayor),
        ("According to Ivo Tan, it leaks.", None),
        ("", None),
    ],
)
def test_words_of_passing_on_lead_to_the_one_source_that_they_name(around: str, source: KnownSource | None) -> None:
    assert passes_on(report(around), lawmaker, OTHERS) is source


def test_a_name_far_behind_the_word_of_passing_on_is_another_matter() -> None:
    near, far = (f"According to {'x' * chars} Mayor Brodie" for chars in (REACH_CHARS - 20, REACH_CHARS))
    assert passes_on(report(near), lawmaker, OTHERS) is mayor
    assert passes_on(report(far), lawmaker, OTHERS) is None


def test_the_story_s_own_voice_needs_no_word_of_passing_on() -> None:
    around = "Mayor Brodie went aboard. The ferry leaks."
    assert passes_on(make_report("a", None, around=around), None, OTHERS) is mayor
    assert passes_on(report(around), lawmaker, OTHERS) is None
    both = "Mayor Brodie called the Ministry of Defence. The ferry leaks."
    assert passes_on(make_report("a", None, around=both), None, OTHERS) is None


def test_nobody_passes_on_their_own_word() -> None:
    around = "According to Mayor Brodie, it leaks."
    assert passes_on(make_report("a", MAYOR, around=around), mayor, OTHERS) is None
    assert passes_on(make_report("a", MAYOR, around=around), mayor, []) is None


def test_a_government_is_not_called_by_the_word_alone() -> None:
    (norway,) = KnownSources([who := make_source("the government of Norway")]).speakers(who)
    assert norway.name == "Government of Norway"
    assert passes_on(report("According to the government, it leaks."), lawmaker, [norway]) is None
    assert passes_on(report("According to the government of Norway, it leaks."), lawmaker, [norway]) is norway


@pytest.mark.parametrize("name", ["(Ann", "[Lee]*", "Ann. Lee+", "\\d{3}", "a|b", "$", "^", "?", "***"])
def test_names_with_signs_of_patterns_are_words_like_others(name: str) -> None:
    who = make_source(name)
    sources = KnownSources([who, MAYOR])
    others = [one for source in (who, MAYOR) for one in (sources.speakers(source) if source.name else ())]
    assert passes_on(report("According to Mayor Brodie, 123 leaks."), lawmaker, others).name == "Olena Brodie"


def test_spellings_of_states_are_one() -> None:
    assert fold_words("U.S. officials") == fold_words("American officials") == fold_words("US officials")
    assert fold_words("U.K.") == fold_words("British")


@pytest.mark.parametrize(
    ("described", "around", "is_passed_on"),
    [
        (
            "a senior US military official",
            "Ivo Tan said it differs from the figure given by a U.S. military official.",
            True,
        ),
        ("a senior US military official", "Ivo Tan said it differs from the figure given by an official.", False),
        ("a US official", "Ivo Tan said it differs from the figure given by a US official.", False),
    ],
)
def test_an_unnamed_source_is_meant_where_words_describe_it_closely(
    described: str, around: str, is_passed_on: bool
) -> None:
    unnamed = make_source(described)
    (official,) = KnownSources([LAWMAKER, unnamed]).speakers(unnamed)
    assert (passes_on(report(around), lawmaker, [official]) is official) == is_passed_on
