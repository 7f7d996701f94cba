"""Sides of offices that one claim's stories tell without their state or place."""

from sayso.records import Report
from sayso.trace.origins.known import KnownSources
from sayso.trace.origins.offices import UNKNOWN_STATE
from sayso.trace.origins.origins import find_origins
from tests.trace.stories import make_report


def sides_of_claim(*who: str, beside: tuple[str, ...] = ()) -> set[tuple[str, ...]]:
    """The sides of the origins of a claim with such speakers, among stories in which others speak, too."""
    reports = [make_report(f"s{place}", name) for place, name in enumerate(who)]
    others = [make_report(f"o{place}", name) for place, name in enumerate(beside)]
    known = KnownSources([report.source for report in (*reports, *others) if report.source])
    return {origin.sides for origin in find_origins(reports, known)}


def test_offices_are_of_the_only_state_whose_others_say_the_same() -> None:
    assert sides_of_claim("Latvian officials", "Trade Minister Ann Novak") == {("Latvia (state)",)}


def test_where_two_states_speak_each_stays_as_it_is_told() -> None:
    found = sides_of_claim("Latvian officials", "Kenyan officials", "Trade Minister Ann Novak")
    assert found == {("Latvia (state)",), ("Kenya (state)",), ("Ann Novak",)}


def test_offices_of_a_state_that_is_never_named_are_one_side() -> None:
    assert sides_of_claim("Trade Minister Ann Novak", "the coast guard") == {(UNKNOWN_STATE,)}


def test_the_main_state_of_the_stories_at_hand_is_meant() -> None:
    beside = ("Latvian officials", "the Latvian president", "Latvian prosecutors")
    assert sides_of_claim("prosecutors", beside=beside) == {("Latvia (state)",)}


def test_a_mayor_and_the_police_without_a_place_are_one_city() -> None:
    assert len(sides_of_claim("Mayor Ann Novak", "the police chief")) == 1
    assert len(sides_of_claim("Mayor Ann Novak", "Mayor Peter Lang")) == 2
    assert sides_of_claim("Leeds Mayor Ann Novak", "the police chief") == {("Leeds",)}


def test_the_mayor_may_be_any_whom_others_name() -> None:
    who = ("Mayor Ann Novak", "city hall", "the mayor", "a spokeswoman for the mayor")
    assert sides_of_claim(*who) == {("city that no story names",)}


def test_officials_and_authorities_are_of_the_one_state_or_place_whose_others_say_the_same() -> None:
    vague = ("officials", "the authorities")
    assert sides_of_claim(*vague) == {("authorities that no story names",)}
    assert sides_of_claim(*vague, "the police", "a police spokeswoman") == {("city that no story names",)}
    assert sides_of_claim(*vague, "Leeds Mayor Ann Novak") == {("Leeds",)}
    assert sides_of_claim(*vague, "the Latvian president") == {("Latvia (state)",)}
    both = sides_of_claim("officials", "the Latvian president", "the Kenyan president")
    assert both == {("officials",), ("Latvia (state)",), ("Kenya (state)",)}


def test_a_state_beside_a_source_goes_before_the_one_its_story_is_set_in() -> None:
    plain = make_report("a", "Latvian Trade Minister Ann Novak")
    set_elsewhere: list[Report] = [make_report(f"b{number}", "Trade Minister Ann Novak") for number in range(2)]
    sources = [report.source for report in (plain, *set_elsewhere) if report.source]
    (known,) = set(KnownSources(sources).speakers(sources[0]))
    assert known.sides == ("Latvia (state)",)
