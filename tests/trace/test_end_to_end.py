"""Clear-cut stories read by the shipped models and traced, as a person would."""

from collections.abc import Sequence

from sayso.ingest import story_from_text
from sayso.pipeline.method import read_story
from sayso.pipeline.models import shipped_model
from sayso.records import Count, Standing
from sayso.trace import Trace, trace
from tests.trace.stories import ledger_of


def trace_stories(claim: str, stories: Sequence[tuple[str, str, str]]) -> Trace:
    """A claim traced through stories of an outlet, a day and a text; their ids are their places."""
    readings = (
        read_story(shipped_model(), story_from_text(text, id=str(place), outlet=outlet, published=day))
        for place, (outlet, day, text) in enumerate(stories)
    )
    with ledger_of(readings) as ledger:
        return trace(ledger, claim)


def at(outlet: str, day: str, text: str) -> tuple[str, str, str]:
    """What an outlet wrote on a day."""
    return outlet, day, text


def origins(found: Trace) -> list[tuple[str | None, list[str]]]:
    return [(origin.name, [report.story_id for report in origin.reports]) for origin in found.origins]


def test_a_mayor_s_words_in_three_outlets_are_one_origin() -> None:
    found = trace_stories(
        "Will the old bridge over the Lenn be closed for a year?",
        [
            at(
                "Harborton Herald",
                "2024-03-05",
                "HARBORTON — The old bridge over the river Lenn will be closed for a year, Mayor Olena Brodie said on "
                "Tuesday. “The pillars are cracked,” Brodie told the council.",
            ),
            at(
                "Coast Post",
                "2024-03-05",
                "Harborton’s mayor, Olena Brodie, announced that the old bridge over the Lenn will be closed for a "
                "year. She spoke after a meeting of the council. Trams will go round by the harbour.",
            ),
            at(
                "Evening Mail",
                "2024-03-06",
                "“The old bridge over the Lenn will be closed for a year,” Mayor Brodie said on Tuesday. Shopkeepers "
                "in the old town fear for their trade.",
            ),
        ],
    )
    assert origins(found) == [("Olena Brodie", ["0", "1", "2"])]
    assert (found.reports, found.outlets, found.independent_origins.likely) == (3, 3, 1)
    assert found.standing is Standing.SINGLE_ORIGIN


def test_a_second_government_that_says_the_same_corroborates_it() -> None:
    found = trace_stories(
        "The fishing treaty between Norway and Iceland was signed in Oslo",
        [
            at(
                "Harborton Herald",
                "2024-03-05",
                "Norwegian Foreign Minister Espen Barth Eide said on Tuesday that the fishing treaty between "
                "Norway and Iceland had been signed in Oslo.",
            ),
            at(
                "Coast Post",
                "2024-03-06",
                "Iceland’s government said on Wednesday that the fishing treaty between Norway and "
                "Iceland had been signed in Oslo. It gave no details.",
            ),
        ],
    )
    assert [origin.sides for origin in found.origins] == [("Norway (state)",), ("Iceland (state)",)]
    assert (found.independent_origins.likely, found.standing) == (2, Standing.CORROBORATED)


POISONED = "The Norvex plant poisoned the river Lenn"
ACCUSED = (
    "Harborton Herald",
    "2024-03-05",
    "The Norvex plant poisoned the river Lenn, Greenpeace said on Monday. It showed dead fish to reporters.",
)


def test_a_flat_denial_disputes_it() -> None:
    denial = "Mayor Olena Brodie denied that the Norvex plant poisoned the river Lenn. She spoke at a school."
    found = trace_stories(POISONED, [ACCUSED, ("Evening Mail", "2024-03-06", denial)])
    assert origins(found) == [("Greenpeace", ["0"])]
    assert [(origin.name, found.deny) for origin in found.denials] == [("Olena Brodie", ("1",))]
    passage = "Mayor Olena Brodie denied that the Norvex plant poisoned the river Lenn"
    assert found.denials[0].best.quote.removesuffix(".") == passage
    assert found.denials[0].best.words.removesuffix(".") == "that the Norvex plant poisoned the river Lenn"
    assert [origin.best.quote for origin in found.origins] == [origin.best.words for origin in found.origins]
    assert found.standing is Standing.DISPUTED


def test_no_comment_is_neither_support_nor_denial() -> None:
    silence = "Norvex declined to comment on whether the Norvex plant had poisoned the river Lenn."
    found = trace_stories(POISONED, [ACCUSED, ("Evening Mail", "2024-03-06", silence)])
    assert (found.support, found.deny) == (("0",), ())
    assert found.standing is Standing.SINGLE_ORIGIN


def test_who_says_nothing_is_shown_with_the_words_that_say_so() -> None:
    silence = "Norvex declined to comment on whether the plant poisoned the river Lenn."
    found = trace_stories(POISONED, [ACCUSED, ("Post", "2024-03-07", silence)])
    assert [one.quote for one in found.no_comment] == [silence.removesuffix(".")]


def test_an_unnamed_official_met_by_one_outlet_and_copied_by_others_is_one_origin() -> None:
    found = trace_stories(
        "The spy chief of Norland will resign in May",
        [
            at(
                "Reuters",
                "2024-03-05",
                "WASHINGTON, March 5 (Reuters) - The spy chief of Norland will resign in May, a senior US official "
                "told Reuters on Tuesday, speaking on condition of anonymity.",
            ),
            at(
                "Coast Post",
                "2024-03-06",
                "The spy chief of Norland will resign in May, a senior US official told Reuters. The embassy of "
                "Norland in Washington was closed for the day.",
            ),
            at(
                "Evening Mail",
                "2024-03-06",
                "A senior US official told the Reuters news agency that the spy chief of Norland will resign in May. "
                "Shares in Norland fell by 2 per cent.",
            ),
        ],
    )
    assert found.reports == 3
    assert [origin.sides for origin in found.origins] == [("senior US official, as met by Reuters",)]
    assert found.independent_origins.likely == 1


def test_a_lawmaker_after_a_briefing_passes_on_what_the_service_said() -> None:
    found = trace_stories(
        "100 North Korean soldiers were killed in Kursk",
        [
            at(
                "Yonhap",
                "2024-03-05",
                "South Korea’s National Intelligence Service said on Tuesday that 100 North Korean soldiers had been "
                "killed in Kursk. The agency briefed lawmakers behind closed doors.",
            ),
            at(
                "Coast Post",
                "2024-03-05",
                "Lawmaker Lee Seong-kweun said after a closed-door briefing by the National Intelligence Service that "
                "100 North Korean soldiers had been killed in Kursk.",
            ),
            at(
                "Evening Mail",
                "2024-03-06",
                "According to South Korea’s National Intelligence Service, 100 North Korean soldiers have been killed "
                "in Kursk.",
            ),
        ],
    )
    assert origins(found) == [("National Intelligence Service of South Korea", ["0", "1", "2"])]
    assert (found.independent_origins.likely, found.standing) == (1, Standing.SINGLE_ORIGIN)


def test_what_stories_say_in_their_own_voice_alone_is_unrecorded() -> None:
    own = (
        "The old bridge over the river Lenn was closed on Tuesday. Trams went round by the harbour, and the market was "
        "empty all day long."
    )
    found = trace_stories("The old bridge over the Lenn was closed", [("Harborton Herald", "2024-03-05", own)])
    assert (found.reports, found.standing) == (1, Standing.UNRECORDED)
    assert (str(found.independent_origins), origins(found)) == ("0 to 1", [(None, ["0"])])


def test_officials_who_told_one_outlet_are_one_origin_in_all_that_quote_it() -> None:
    closed = "the embassy in Lenn would be closed"
    found = trace_stories(
        closed,
        [
            at("CNN", "2024-03-03", f"Three officials told CNN that {closed}."),
            at("Metro", "2024-03-04", f"CNN reported that three officials said {closed}."),
            at("Daily Mirror", "2024-03-05", f"T{closed[1:]}, three officials told CNN."),
            at("BBC", "2024-03-06", f"T{closed[1:]}, according to CNN."),
        ],
    )
    assert origins(found) == [("three officials", ["0", "1", "2", "3"])]
    assert found.independent_origins == Count(1, 1, 1)
    assert found.origins[0].sides == ("three officials, as met by CNN",)


def test_an_outlet_that_is_named_has_it_from_its_own_source() -> None:
    unsafe = "he bridge over the Lenn was unsafe"
    engineers = at("The Guardian", "2024-03-03", f"T{unsafe}, two engineers who worked on it told the Guardian.")
    retold = at("Metro", "2024-03-04", f"The Guardian reported on Sunday that t{unsafe}.")
    (origin,) = trace_stories(f"t{unsafe}", [engineers, retold]).origins
    assert (origin.name, len(origin.reports)) == ("two engineers who worked on it", 2)
    assert origin.reason.endswith("an outlet is named that has it from there")
    mayor = at("The Guardian", "2024-03-03", f"T{unsafe}, Mayor Olena Brodie told the Guardian.")
    *both, nobody = trace_stories(f"t{unsafe}", [engineers, mayor, retold]).origins
    assert [len(one.reports) for one in both] == [1, 1]
    assert (nobody.name, [report.outlet for report in nobody.reports]) == (None, ["Metro"])


def test_an_unnamed_official_or_a_group_is_not_whom_the_story_names_next() -> None:
    text = (
        "The doors of the mill were locked, {who} said on Tuesday. The fire broke out at noon and spread fast through "
        "both halls. Mariam Haddad, a spinner, said the doors of the mill were locked."
    )
    for who in ("a senior government official", "two workers who escaped"):
        found = trace_stories(
            "The doors of the mill were locked", [at("Coast Post", "2024-03-05", text.format(who=who))]
        )
        assert {origin.name for origin in found.origins} == {who.removeprefix("a "), "Mariam Haddad"}
