"""Who says what a body publishes under its own name."""

import pytest

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


@pytest.mark.parametrize(
    ("text", "fields", "name"),
    [
        ("The pier is closed.", {"outlet": "Kettle Works Corporation"}, "Kettle Works Corporation"),
        ("The pier is closed.", {"outlet": "Tide Broadcasting Corporation"}, None),
        ("The pier is closed.", {"outlet": "Harbour Herald"}, None),
        ("The pier is closed.", {"outlet": "Kettle Works (press release)"}, "Kettle Works"),
        ("The pier is closed.", {"outlet": "Kettle Wire (press release)"}, None),
        (
            "The pier is closed.",
            {"outlet": "Coastal Police Force, Northern Command"},
            "Coastal Police Force, Northern Command",
        ),
        ("The pier is closed.", {"outlet": "Tide Federation"}, "Tide Federation"),
        ("The pier is closed.", {"outlet": "Tide Society for Rain"}, "Tide Society for Rain"),
        ("The pier is closed.", {"outlet": "Tide Society"}, None),
        ("The pier is closed.", {"outlet": "Harbour Court Live"}, None),
        (
            "Kettle Works plc (“Kettle” or the “Company”) regrets the fire. The Company is insured.",
            {"outlet": "Exchange Wire"},
            "Kettle Works plc",
        ),
        ("Kettle Works plc said that the company regrets the fire.", {"outlet": "Exchange Wire"}, None),
        (
            "Kettle Works Ltd mourns its dead.",
            {"title": "PRESS STATEMENT BY KETTLE WORKS LTD ON THE FIRE", "outlet": "Harbour Herald"},
            "Kettle Works Ltd",
        ),
        (
            "The Tide Society mourns its dead.",
            {"title": "Statement from the Tide Society", "outlet": "Harbour Herald"},
            "Tide Society",
        ),
        ("Jane Doe mourns. I am sad.", {"title": "Statement by Jane Doe", "outlet": "Harbour Herald"}, None),
        ("The pier burnt.", {"title": "Statement by Kettle Works raises questions", "outlet": "Harbour Herald"}, None),
    ],
)
def test_a_companys_notice_or_statement_is_its_word(text: str, fields: dict[str, str], name: str | None) -> None:
    told = speaks_on_own_page(Story("s", text, **fields))
    assert (told.name if told else None) == name


def test_a_body_named_on_its_own_page_is_no_medium() -> None:
    (source,) = resolve_marked("<s>The Tide Federation</s> <c>warns</c> swimmers.", outlet="Tide Federation")
    assert (source.name, source.kind) == ("Tide Federation", SourceKind.ORGANISATION)


def test_an_office_speaks_for_the_country_in_its_name() -> None:
    told = speaks_on_own_page(Story("s", "The pier is closed.", outlet="Office of the Prime Minister of Kenya"))
    assert told is not None
    assert told.side == "Kenya (state)"


def test_we_at_a_company_is_that_company() -> None:
    (source,) = resolve_marked("<s>We at Kettle Works Ltd</s> <c>regret</c> the fire.", outlet="Harbour Herald")
    assert (source.name, source.kind) == ("Kettle Works Ltd", SourceKind.ORGANISATION)
