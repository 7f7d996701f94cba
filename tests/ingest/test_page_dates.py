import pytest

from sayso.ingest.readers.page import story_from_page


def read_date_of(body: str, latest: str | None = None) -> str | None:
    return story_from_page(f"<html><body>{body}</body></html>".encode(), latest=latest).published


@pytest.mark.parametrize(
    ("body", "published"),
    [
        ("<p>The mayor said in 2012 that it would last.</p>", None),
        ("<p>January 1, 2012</p><p>The mayor said no.</p>", "2012-01-01"),
        ("<p>The mayor said no.</p><p>December 14, 2024</p>", "2024-12-14"),
    ],
)
def test_a_year_that_is_mentioned_is_no_date(body: str, published: str | None) -> None:
    assert read_date_of(body) == published


def test_the_one_day_of_a_page_s_times_is_its_date() -> None:
    one = '<p>Since March 3, 2020 the mayor said no.</p><time datetime="2024-12-14T09:30:00Z">then</time>'
    assert read_date_of(one) == "2024-12-14"
    assert read_date_of(one + '<time datetime="2024-12-15">later</time>') != "2024-12-15"


def test_no_day_after_the_latest_counts() -> None:
    assert read_date_of('<p>The mayor said no.</p><time datetime="2025-01-03">x</time>', "2024-12-14") is None


@pytest.mark.parametrize(
    ("under", "published"),
    [
        ("Stand: 28.04.2020 18:00 Uhr", "2020-04-28"),
        ("By Ann Lee<br>April 28, 2020, 6:00 p.m.", "2020-04-28"),
        ("28 avril 2020 à 18h00", "2020-04-28"),
        ("On 28 April 2020 the mayor said no.", "2020-04-29"),
        ("30.04.2020 18:00", "2020-04-29"),
        ("31.02.2020 18:00", "2020-04-29"),
        ("28/04/2020 18:00", "2020-04-29"),
    ],
)
def test_a_day_printed_under_the_headline_goes_before_a_later_one_of_no_name(under: str, published: str) -> None:
    """`date` may be that of the last change."""
    head = '<head><meta name="date" content="2020-04-29T11:52:23"></head>'
    page = f"<html>{head}<body><h1>Bridge closed</h1><p>{under}</p><p>The mayor said no.</p></body></html>"
    assert story_from_page(page.encode()).published == published
