import pytest

from sayso.ingest.page import story_from_page


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
