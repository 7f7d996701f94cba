import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.text.names import fold_name, fold_person, letters_of, lower_capitals


@pytest.mark.parametrize(
    "spellings",
    [
        ("Zelensky", "Zelenskyy", "Zelenskiy", "Zelenskyi", "Zelenskyj", "Zelenskii", "Зеленський", "Зеленский"),
        ("Syrskyi", "Syrsky", "Сирський", "Сырский"),
        ("Gerasimov", "Герасимов"),
        ("Zaluzhnyi", "Zaluzhny", "Залужний"),
        ("Tymoshenko", "Timoshenko", "Тимошенко"),
        ("Kim Jong-un", "Kim Jong Un", "KIM JONG UN"),
        ("Tokayev", "Tokaev"),
        ("Sergey", "Sergei", "Sergej"),
        ("Erdoğan", "Erdogan"),
        ("O’Brien", "O'Brien", "OBrien"),
    ],
)
def test_spellings_of_one_name_fold_to_one(spellings: tuple[str, ...]) -> None:
    assert len({fold_name(spelling) for spelling in spellings}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [("Kim", "Kin"), ("Lee", "Li"), ("Ivanov", "Ivanova"), ("Smith", "Smyth"), ("Marx", "Marks"), ("Ray", "Rai"),
     ("Levy", "Levi"), ("Chang", "Zhang"), ("Hansen", "Hanson"), ("Jung", "Young"), ("Reyes", "Reis"),
     ("Myers", "Miers"), ("Yang", "Young"), ("Petrov", "Petrova"), ("Kovalenko", "Kovalchuk"), ("Brown", "Browne")],
)  # fmt: skip
def test_different_surnames_stay_different(one: str, other: str) -> None:
    assert fold_name(one) != fold_name(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Volodymyr Zelensky", "Vladimir Zelenskiy"), ("Володимир Зеленський", "Владимир Зеленский"),
     ("Donald J. Trump", "Donald Trump"),
     ("Oleksandr Syrskyi", "Aleksandr Syrsky"), ("Andrii Sybiha", "Andriy Sybiha")],
)  # fmt: skip
def test_given_names_in_two_languages_are_one_person(one: str, other: str) -> None:
    assert fold_person(one) == fold_person(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("J. Smith", "John Smith"), ("George W. Bush", "George H. W. Bush"), ("Donald Trump", "Donald Trump Jr."),
     ("Vladimir Putin", "Volodymyr Zelensky"), ("Kim Jong-un", "Kim Jong-il")],
)  # fmt: skip
def test_different_people_stay_different(one: str, other: str) -> None:
    assert fold_person(one) != fold_person(other)


@given(st.text())
def test_folding_what_is_folded_changes_nothing(name: str) -> None:
    assert fold_name(fold_name(name)) == fold_name(name)
    assert letters_of(letters_of(name)) == letters_of(name)
    assert fold_person(fold_person(name)) == fold_person(name)


@given(st.text(alphabet="aeiyjksxvonhzc "))
def test_folding_settles_for_slavic_letters(name: str) -> None:
    assert fold_name(fold_name(name)) == fold_name(name)


@pytest.mark.parametrize(
    ("capitals", "name"),
    [
        ("BRETT LANG", "Brett Lang"),
        ("TRUMP", "Trump"),
        ("J.D. NOVAK JR.", "J.D. Novak Jr."),
        ("JD NOVAK III", "JD Novak III"),
        ("BETO O'ROURKE", "Beto O'Rourke"),
        ("MCNOVAK", "McNovak"),
        ("JEAN-LUC ÉTIENNE", "Jean-Luc Étienne"),
        ("AOC", "AOC"),
        ("Jane ROE", "Jane ROE"),
    ],
)
def test_a_name_in_capitals_is_written_as_names_are(capitals: str, name: str) -> None:
    assert lower_capitals(capitals) == name


@given(st.text(max_size=30))
def test_a_name_written_in_small_letters_is_the_same_name(name: str) -> None:
    assert letters_of(lower_capitals(name)) == letters_of(name)
    assert lower_capitals(lower_capitals(name)) == lower_capitals(name)
