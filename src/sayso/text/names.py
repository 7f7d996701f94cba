"""Names in one form: case, diacritics, script and the usual ways of writing them in Latin letters are folded."""

import re
from functools import lru_cache

from anyascii import anyascii

_UKRAINIAN = re.compile(r"[іїєґ]|[сцз]ьк", re.IGNORECASE)
_UKRAINIAN_LETTERS = str.maketrans({"и": "y", "И": "Y", "г": "h", "Г": "H", "й": "i", "є": "ye", "Є": "Ye"})
_APOSTROPHES = re.compile(r"['’‘`ʼʹ]")
_NOT_LETTERS = re.compile(r"[^a-z0-9]+")
_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))

_SPELLINGS = [
    (re.compile(pattern), instead)
    for pattern, instead in (
        # Zelensky, Zelenskyy, Zelenskiy, Zelenskyi, Zelenskyj, Zelenskii
        (r"(?<=[a-z]s)k(?:iy|yi|yy|ij|yj|ii|y)$", "ki"),
        # Zaluzhnyi, Zaluzhny, Nebenzya; Dmitriy, Dmitri, Dmitry
        (r"(?<=[a-z]{3})(?:iy|yi|yy|ij|yj|ii)$", "i"),
        (r"(?<=zhn|itr|ytr)y$", "i"),
        # Sergey, Sergei, Sergej; Nikolay, Nikolai
        (r"(?<=[a-z]{3}[aeo])[yj]$", "i"),
        # Natalia, Nataliya, Nataliia, Natalya
        (r"(?<=[a-z]{2}[b-df-hj-np-tv-z])(?:iia|iya|ya)$", "ia"),
        # Tokayev, Tokaev; Aliyev, Aliev; Soloviov, Solovyov, Solovev
        (r"(?<=[aeiou])yev(?=a?$)", "ev"),
        (r"(?<=[b-df-hj-np-tv-z])[yi]ov(?=a?$)", "ev"),
        # Aleksandr, Alexandr; Marx and Marks stay two
        (r"(?<=[a-z])x(?=[a-z])", "ks"),
    )
]
_MAY_FOLD = re.compile("[yjx]|ii|iov")
"""Without one of these nothing folds a word."""
_SLAVIC_ENDING = re.compile(r"(?:[a-z]ski|enko|chuk|vi?ch|vych|zhni)$")
_INNER_VOWEL = re.compile(r"(?<=[b-df-hj-np-tv-z])y(?![aeiou])")

_GIVEN_NAMES = """
alexander aleksandr aleksander oleksandr olexander aliaksandr alyaksandr alexandr
alexei aleksei aleksey alexey oleksi oleksii oleksiy aliaksei
anatoly anatoli anatoliy
andrei andrey andrii andriy andri andrej
anastasia anastasiya anastasiia
arkady arkadi arkadiy
daria darya dariya dariia
denis denys
dmitry dmitri dmitriy dmytro dzmitry
ekaterina yekaterina kateryna katerina
elena yelena olena alena
evgeny yevgeny evgeni yevgeni evgeniy yevgeniy yevhen yevhenii yevheniy yauhen
fyodor fedor fedir
galina halyna
gennady gennadi gennadiy hennadiy hennadii
grigory grigori grigoriy hryhoriy hryhorii
igor ihor
irina iryna
kirill kiril kyrylo kyryl
konstantin kostyantyn kostiantyn
leonid leanid
lyudmila ludmila lyudmyla liudmyla
maksim maxim maksym
maria mariya mariia
mikhail mykhailo mykhaylo mihail mikhailo
mikheil mikhail
natalia natalya nataliya nataliia
nikolai nikolay mykola nikolaj
oleg oleh
olga olha
pavel pavlo
sergei sergey sergej serhiy serhii serhi siarhei sergii
svetlana svitlana sviatlana
tatiana tatyana tetiana tetyana
vasily vasili vasiliy vasyl
valery valeri valeriy valerii
viktor victor
vitaly vitali vitaliy vitalii
vladimir volodymyr volodimir uladzimir wladimir wolodymyr volodymir
vyacheslav viacheslav
yulia yuliya yuliia iuliia
yuri yury yuriy yurii iurii
"""

SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
"""What may follow a name and tells one person from another of the same name."""
_JUNIORS, _NUMBERS = frozenset({"JR", "SR"}), frozenset({"II", "III", "IV"})
_SHORTEST_CAPITALS = 3
_LETTERS = re.compile(r"[^\W\d_]+")
_VOWEL = re.compile(r"[AEIOUY]")


@lru_cache(maxsize=1 << 12)
def letters_of(name: str) -> str:
    """A name in lower-case ASCII letters and digits, its words apart by one space: "Élysée" gives "elysee".

    Other scripts are written in Latin letters; apostrophes and full stops go, hyphens part words.
    """
    if name.isascii():
        if name.replace(" ", "").isalpha():
            return " ".join(name.casefold().split())
        written = name
    else:
        visible = name.translate(_INVISIBLE)
        written = anyascii(visible.translate(_UKRAINIAN_LETTERS) if _UKRAINIAN.search(visible) else visible)
    return " ".join(_NOT_LETTERS.sub(" ", _APOSTROPHES.sub("", written).replace(".", ". ").casefold()).split())


@lru_cache(maxsize=16384)
def fold_name(name: str) -> str:
    """A name in the one form of all its usual spellings: "Zelenskyy", "Zelenskiy" and "Зеленський" give "zelenski".

    It is made for comparing, not for showing. Folding what is folded changes nothing. Surnames that differ in more than
    a way of transliterating stay apart: Kim and Kin, Lee and Li, Ivanov and Ivanova, Smith and Smyth.
    """
    return " ".join(map(_fold_word, letters_of(name).split()))


def lower_capitals(name: str) -> str:
    """A person's name that is all in capitals as it is mostly written: "Charles McNovak III" for "CHARLES MCNOVAK III".

    Names that are in part in small letters stay, and so do words of up to three letters without a vowel ("JD") and a
    name that is one such short word ("AOC").
    """
    if not name.isupper() or len(name) <= _SHORTEST_CAPITALS:
        return name
    return _LETTERS.sub(lambda found: _lower_word(found[0]), name)


def _lower_word(word: str) -> str:
    is_short = len(word) <= _SHORTEST_CAPITALS and not _VOWEL.search(word) and word not in _JUNIORS
    if is_short or word in _NUMBERS:
        return word
    lowered = word.capitalize()
    return f"Mc{lowered[2:].capitalize()}" if lowered.startswith("Mc") else lowered


@lru_cache(maxsize=16384)
def fold_person(name: str) -> str:
    """A person's name folded, given names in one language, a lone middle initial left out.

    "Vladimir Zelensky" and "Volodymyr Zelenskyy" give the same; so do "Donald J. Trump" and "Donald Trump". Several
    initials tell people apart: George H. W. Bush is not George W. Bush.
    """
    words = fold_name(name).split()
    if len(words) < 2:
        return " ".join(words)
    first = _SAME_GIVEN_NAME.get(words[0], words[0])
    middle = [_SAME_GIVEN_NAME.get(word, word) for word in words[1:-1]]
    if len(middle) == 1 and len(middle[0]) == 1:
        middle = []
    return " ".join([first, *middle, words[-1]])


@lru_cache(maxsize=32768)
def _fold_word(word: str) -> str:
    """Fold till nothing changes: a rule may open the way for another ("-skiyy")."""
    if not _MAY_FOLD.search(word):
        return word
    folded = _fold_once(word)
    while folded != word:
        word, folded = folded, _fold_once(folded)
    return folded


def _fold_once(word: str) -> str:
    for spelling, instead in _SPELLINGS:
        word = spelling.sub(instead, word)
    return _INNER_VOWEL.sub("i", word) if _SLAVIC_ENDING.search(word) else word


_SAME_GIVEN_NAME = {
    _fold_word(word): _fold_word(line.split()[0]) for line in _GIVEN_NAMES.strip().splitlines() for word in line.split()
}
