import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.records import Story
from sayso.records.addresses import are_of_one_site, is_web_page, spell_address

HOSTS = st.sampled_from(
    [
        "herald.example",
        "www.herald.example",
        "m.herald.example",
        "post.example",
        "bbc.co.uk",
        "www.bbc.com",
        "127.0.0.1",
    ]
)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("https://www.herald.example/a", "http://herald.example/b", True),
        ("https://amp.herald.example/a", "https://m.herald.example/a", True),
        ("https://edition.cnn.com/a", "https://www.cnn.com/a", True),
        ("https://www.bbc.co.uk/news/1", "https://www.bbc.com/news/1", True),
        ("https://www-herald-example.cdn.ampproject.org/c/a", "https://herald.example/a", True),
        ("https://web.archive.org/web/2024/https://herald.example/a", "https://herald.example/a", True),
        ("http://127.0.0.1:8000/a", "https://herald.example/a", True),
        ("http://localhost/a", "https://herald.example/a", True),
        ("[Kyiv] desk copy", "https://herald.example/a", True),
        ("https://herald.example/a", "https://post.example/a", False),
        ("https://alice.blogspot.com/a", "https://bob.blogspot.com/a", False),
        ("https://herald.co.uk/a", "https://post.co.uk/a", False),
        ("https://notcnn.com/a", "https://cnn.com/a", False),
    ],
)
def test_which_addresses_are_of_one_site(one: str, other: str, same: bool) -> None:
    assert are_of_one_site(one, other) is same
    assert are_of_one_site(other, one) is same


@given(HOSTS, HOSTS, st.text())
def test_sites_are_the_same_both_ways_whatever_the_address(one: str, other: str, rest: str) -> None:
    first, second = f"https://{one}/{rest}", f"https://{other}{rest}"
    assert are_of_one_site(first, second) == are_of_one_site(second, first)
    assert is_web_page(rest) in (True, False)
    assert spell_address(second)[0] == second


def test_an_address_is_spelt_in_the_usual_ways() -> None:
    ways = spell_address("http://www.herald.example/a/?page=2#top")
    assert "https://herald.example/a?page=2" in ways
    assert set(spell_address("https://herald.example/a?page=2")) <= set(ways)


def test_a_canonical_address_of_another_site_is_that_of_the_original() -> None:
    story = Story("a", "Text.", url="https://post.example/a", canonical_url="https://herald.example/a")
    assert (story.address, story.canonical_url) == ("https://post.example/a", None)
    assert story.originals == ("https://herald.example/a",)
    own = Story("a", "Text.", url="https://m.post.example/a", canonical_url="https://post.example/a")
    assert (own.address, own.originals) == ("https://post.example/a", ())
