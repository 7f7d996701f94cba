"""Who says what a body publishes under its own name."""

from sayso.records import SourceKind, Story
from sayso.sources import speaks_on_own_page
from tests.sources.stories import resolve_marked


def test_a_ministry_says_what_stands_on_its_own_page() -> None:
    told = speaks_on_own_page(Story("s", "The pier is closed.", outlet="Ministry of Health of Kenya"))
    assert told is not None
    assert (told.name, told.side, told.identity and told.identity.name) == (
        "Ministry of Health of Kenya",
        "Kenya (state)",
        "Ministry of Health of Kenya",
    )


def test_an_outlet_of_news_does_not() -> None:
    assert speaks_on_own_page(Story("s", "The pier is closed.", outlet="The Guardian")) is None
    assert speaks_on_own_page(Story("s", "The pier is closed.")) is None


def test_we_on_a_ministrys_page_is_the_ministry() -> None:
    (source,) = resolve_marked("<s>We</s> <c>ask</c> all guests to stay.", outlet="Ministry of Health of Kenya")
    assert (source.name, source.kind) == ("Ministry of Health of Kenya", SourceKind.ORGANISATION)
