import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from sayso.text.language import UNDETERMINED, detect_language

DATA = Path(os.environ.get("SAYSO_DATA", Path(__file__).parents[3] / "shared" / "data"))


@pytest.mark.parametrize(
    "text",
    [
        "No comment.",
        "Yes",
        "Hello",
        "Zelensky said so.",
        "Germany wins",
        "He said: “Da.”",
        "THE MAYOR SAID THE BRIDGE IS CLOSED.",
        "The minister told “Le Figaro” that the talks with the “Comité national” were over and that he would resign.",
    ],
)
def test_short_english_is_english(text: str) -> None:
    assert detect_language(text) == "en"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Le maire a déclaré lundi que le pont resterait fermé pendant deux ans.", "fr"),
        ("Der Bürgermeister sagte am Montag, die Brücke bleibe für zwei Jahre geschlossen.", "de"),
        ("De burgemeester zei maandag dat de brug twee jaar gesloten is.", "nl"),
        ("El alcalde dijo el lunes que el puente estará cerrado durante dos años.", "es"),
        ("Мер міста заявив у понеділок, що міст через річку буде закрито на два роки.", "uk"),
        ("市長は月曜日、橋は二年間閉鎖されると述べた。", "ja"),
    ],
)
def test_other_languages_are_named(text: str, language: str) -> None:
    assert detect_language(text) == language


@pytest.mark.parametrize("text", ["", "  \n", "12345", "— … !", "2024-12-14"])
def test_without_a_letter_nothing_is_determined(text: str) -> None:
    assert detect_language(text) == UNDETERMINED


def test_plain_english_does_not_load_the_classifier() -> None:
    code = (
        "import sys; from sayso.text.language import detect_language;"
        "print(detect_language('The mayor said that the bridge is closed.'), 'py3langid' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["en", "False"]


@pytest.mark.parametrize(
    ("files", "language", "errors"),
    [(("wikinews_2019_2020", "gum_wikinews", "wikinews_2006_2008_sample"), "en", 0), (("wikinews_fr_2012",), "fr", 0)],
)
def test_wikinews_stories_are_told_apart(files: tuple[str, ...], language: str, errors: int) -> None:
    paths = [DATA / "news" / f"{name}.jsonl" for name in files]
    if not all(path.exists() for path in paths):
        pytest.skip(f"needs {DATA / 'news'} (set SAYSO_DATA)")
    texts = [json.loads(line)["text"] for path in paths for line in path.read_text("utf-8").splitlines()]
    assert sum(detect_language(text) != language for text in texts) == errors
