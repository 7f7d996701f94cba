"""Officials whose surnames are spelt with other vowels than in the table."""

from sayso.sources.known.officials import find_official_spelt


def test_a_surname_with_other_vowels_is_the_officials_of_that_state() -> None:
    official = find_official_spelt("Walid al-Muallim", "Syria (state)")
    assert official is not None
    assert official.name == "Walid Muallem"


def test_nobody_of_another_state_is_so_called() -> None:
    assert find_official_spelt("Walid al-Muallim", "Chile (state)") is None


def test_short_surnames_sound_like_too_many() -> None:
    assert find_official_spelt("John Kerra", "United States (state)") is None
