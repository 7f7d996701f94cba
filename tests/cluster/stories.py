"""An archive of a few stories in several files: copies, a merged one, a quotation, a revision, an id that is taken."""

import json
from pathlib import Path

from tests.reuse.texts import write_text

SAID = "The mayor of {}, Ada Rossi, said on Monday that the bridge is safe and will stand for a century."
TOWNS = ("Arden", "Brome", "Corby", "Delph", "Elton")
FILES = 3

Record = dict[str, object]


def write_archive(folder: Path) -> list[Path]:
    """JSON lines in several files, so that several workers have something to read."""
    folder.mkdir()
    paths = [folder / f"part{number}.jsonl" for number in range(FILES)]
    records = list_records()
    for number, path in enumerate(paths):
        lines = (json.dumps(record) + "\n" for record in records[number::FILES])
        path.write_text("".join(lines), encoding="utf-8")
    return paths


def list_records() -> list[Record]:
    """The stories, and one record that is none."""
    texts = {town: [SAID.format(town), *write_text(number)] for number, town in enumerate(TOWNS)}
    records = [
        _record(f"{town}-{copy}", paragraphs[: 7 - copy], copy + 1, title=f"Bridge of {town}")
        for town, paragraphs in texts.items()
        for copy in range(3)
    ]
    first, second = texts["Arden"], texts["Brome"]
    return [
        *records,
        _record("merged", [*first[1:5], *second[1:5]], 9),
        _record("quotes", [*write_text(77, 4), first[2]], 10),
        _record("Corby-0", write_text(78, 4), 11),  # another's id
        _record("later", [*texts["Delph"], "The council disagrees."], 12, url="https://delph-0.example/bridge"),
        _record("named", write_text(79, 3), 12, originals=["https://elton-0.example/bridge"]),
        {**_record("undated", texts["Elton"], 1), "published": None},
        _record("french", ["Le maire a déclaré mardi que le pont serait fermé avant la fin de l’année prochaine."], 13),
        {"title": "A record without a text"},
    ]


def _record(name: str, paragraphs: list[str], day: int, **more: object) -> Record:
    record: Record = {
        "id": name,
        "outlet": f"The {name} Post",
        "published": f"2024-{3 + day % 2:02}-{day:02}T12:00",
        "url": f"https://{name.lower()}.example/bridge",
        "text": "\n\n".join(paragraphs),
    }
    if day > 8:
        record["outlet"] = f"The {name} Echo"
        record["url"] = f"https://{name.lower()}-echo.example/bridge"
    return record | more
