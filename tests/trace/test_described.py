"""Bodies that a story only describes, on the side of the one of their kind that others name for the same claim."""

from sayso.trace.origins.known import KnownSources
from sayso.trace.origins.origins import find_origins
from tests.trace.stories import make_report


def sides_of_claim(*who: str) -> set[tuple[str, ...]]:
    """The sides of the origins of a claim with such speakers, each in a story of its own."""
    reports = [make_report(f"s{place}", name) for place, name in enumerate(who)]
    known = KnownSources([report.source for report in reports if report.source])
    return {origin.sides for origin in find_origins(reports, known)}


def test_a_court_is_the_one_that_another_story_names() -> None:
    assert sides_of_claim("Torvik District Court", "a Norwegian court", "the bench") == {("Torvik District Court",)}


def test_of_two_named_courts_neither_is_meant() -> None:
    found = sides_of_claim("Torvik District Court", "Lundby District Court", "the bench")
    assert found == {("Torvik District Court",), ("Lundby District Court",), ("bench",)}


def test_the_watchdog_is_the_agency_that_another_story_names() -> None:
    assert sides_of_claim("Food Safety Agency of Kenya", "the watchdog") == {("Kenya (state)",)}


def test_a_firm_is_the_only_company_that_is_named() -> None:
    assert sides_of_claim("Brask Foods", "a Danish firm") == {("Brask Foods",)}
    assert sides_of_claim("Brask Foods", "Lundby Motors", "a Danish firm") == {
        ("Brask Foods",),
        ("Lundby Motors",),
        ("Danish firm",),
    }


def test_a_firm_is_no_union_and_no_state_body() -> None:
    assert ("Danish firm",) in sides_of_claim("Dockers' Union", "a Danish firm")
    assert ("Danish firm",) in sides_of_claim("Food Safety Agency of Kenya", "a Danish firm")
