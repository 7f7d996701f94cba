"""Dropped words, lost spaces and garbled characters, on invented sentences."""

import subprocess
import sys

import pytest

from sayso.cleaning import clean
from sayso.records import MarkKind, Story


def damage_in(text: str) -> list[str]:
    return [mark.span.of(text) for mark in clean(Story(id="s", text=text)) if mark.kind is MarkKind.DAMAGE]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He saw a number of North Korean in the town.", ["North Korean in"]),
        ("Dozens of Ukrainian were held.", ["Ukrainian were"]),
        ("The Russian have crossed the river.", ["Russian have"]),
        ("The Russian has begun to use two hundred Iranian at the front.", ["Russian has", "Iranian at"]),
        ("Officials say the have seen no barge.", ["the have"]),
        ("They sent additional and military trucks.", ["additional and"]),
    ],
)
def test_dropped_words(text: str, expected: list[str]) -> None:
    assert damage_in(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The Russian said no.",
        "The Russian has won three titles.",
        "The British have left, and the Swiss are going.",
        "A number of North Korean and Russian troops crossed.",
        "Three American soldiers saw the Russian army in the town.",
        "The song is in Russian, and so is the film.",
        "They read out the have-nots' demands.",
    ],
)
def test_sound_sentences(text: str) -> None:
    assert damage_in(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She won the first ever in , South Korea.", ["in ,"]),
        ("He was closely followed by and . It rained.", ["and ."]),
        ("The car hit a wall, hitting 's , and ’s engine blew up.", ["hitting 's", "and ’s"]),
        ("Two are left, the , and the .", ["the ,", "the ."]),
        ("They wrote a foreword for a new book, . She read it.", ["book, ."]),
        ("It is led by the committee's , as well as by the .", ["committee's ,", "the ."]),
        ("The mayor , who spoke on Monday , saw the , she said .", ["the ,"]),
    ],
)
def test_names_stripped_with_their_links(text: str, expected: list[str]) -> None:
    assert damage_in(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "She chimed in , he said , and the council , too , agreed .",
        "They carried a .45 pistol and the . . . rest of it, and ... went.",
        "The mayor 's office and the bridge 's pier, the building 's owner said, are safe.",
        "Mister Roe's , shown here, is a tavern.",
        "People go by and look, or log in and write.",
        "The file is a .zip archive.",
    ],
)
def test_no_name_stripped(text: str) -> None:
    assert damage_in(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He drew them in, and“to the full extent possible”.", ["d“t"]),
        ("They met in Europe.“Talks go on,” she said.", [".“T"]),
        ("“Talks go on,”she said.", [",”s"]),
        ('He wrote,"Talks go on," and left.', [',"T']),
        ('"Talks go on,"he wrote.', [',"h']),
        ("It was the end of the war.The army went home.", ["ar.The"]),
        ("That was all, she said.He nodded.", ["id.He"]),
        ("They had bread,and wine.", ["ad,an"]),
        ("He spoke on Ukraine:comments followed.", ["ne:co"]),
        ("More:Bridge shut", ["re:Br"]),
        ("Ann Roe:Bridge shut for a year", ["oe:Br"]),
        ("They call it Key:Bridge and key:Word once.", ["ey:Wo"]),
        ("It ended in 2016.The army went home.", ["16.The"]),
    ],
)
def test_lost_spaces(text: str, expected: list[str]) -> None:
    assert damage_in(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The U.S. and gov.uk rated it 3.5 at 9 a.m. on 10:30 time.",
        "See https://example.org/war.The or www.example.org/said.He now.",
        "Write to ann.Smith@example.org or @some.Body today.",
        "She said (as ever) “no”, and ‘yes’ — “maybe”—twice.",
        'He is 6 feet ("tall") and said "no".',
        "“One paragraph goes on.\n“And so does the next.”",
        "The best is the Soft:Air rack. Soft:Air costs little.",
        "Soft:Air Rack\nWe hung a shirt on the Soft:Air rack.",
        "We tried the soft:Air rack, and the soft:Air rack won.",
        "The “new”s was old, and the word(s) too.",
    ],
)
def test_no_space_lost(text: str) -> None:
    assert damage_in(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It wasnâ€™t there.", ["â€™"]),
        ("FranÃ§ois came.", ["Ã§"]),
        ("The \ufffd\ufffd sign.", ["\ufffd\ufffd"]),
        ("Salt &amp; pepper&nbsp;here.", ["&amp;", "&nbsp;"]),
        ("The re\u200bpub\u200blic stands.", ["re\u200bpub\u200blic"]),
    ],
)
def test_garbled_characters(text: str, expected: list[str]) -> None:
    assert damage_in(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "José’s CAFÉ’S menu, «café», 5°C, £5 — naïve…",
        "AT&T; said so.",
        "R&D; and more.",
        "The re\xadpub\xadlic stands.",
    ],
)
def test_sound_characters(text: str) -> None:
    assert damage_in(text) == []


@pytest.mark.parametrize(
    ("ending", "expected"),
    [
        (" The mayor said that [+2312 chars]", "[+2312 chars]"),
        (" The mayor said that… Read more", "… Read more"),
        (" The mayor, who had been told of it, said that she would see the engineers about the", "the"),
    ],
)
def test_text_cut_off(ending: str, expected: str) -> None:
    assert damage_in("The bridge was shut on Monday after a barge had struck it." + ending) == [expected]


def test_whole_text_is_not_cut_off() -> None:
    assert damage_in("The bridge was shut on Monday after a barge had struck it. It will open in May") == []


def test_cleaning_sound_text_imports_nothing_heavy() -> None:
    code = (
        "import sys; from sayso.cleaning import clean; from sayso.records import Story; "
        "clean(Story(id='s', text='KYIV, Dec 14 (AP) — José’s “bridge” is shut.')); "
        "print([name for name in ('ftfy', 'dateparser', 'trafilatura', 'pyarrow') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
