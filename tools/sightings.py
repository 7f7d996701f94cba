"""Who is seen in office in dated news: heads of state and government, and officials behind a word for an office."""

import gzip
import json
import re
from collections.abc import Iterator
from pathlib import Path

from sayso.sources.known.gazetteer import Match, match_country
from training.unlabelled import is_kept_aside

_OFFICE_BEFORE = (
    r"(?i:minister|secretary|spokes\w+|general|chief|staff|head|director|governor|leader|president|envoy|ambassador|"
    r"commander|adviser|advisor|speaker|senator|representative|aide|commissioner|chair\w*|mayor|czar|state|defen[cs]e|"
    r"war|treasury)"
)
OFFICES = {
    "president": "state",
    "king": "state",
    "queen": "state",
    "emir": "state",
    "sultan": "state",
    "supreme leader": "state",
    "prime minister": "government",
    "premier": "government",
    "chancellor": "government",
    "taoiseach": "government",
}
"""The office that each title names: that of the head of state or of government."""
_ANY_CASE_TITLE = "(?P<title>(?i:" + "|".join(sorted(OFFICES, key=len, reverse=True)) + "))"
_NAME = r"(?P<name>(?:(?:[A-ZÀ-ÖØ-ÞŁŠŞŽČĐİ][\w’'-]+|al-\w+|el-\w+|bin|bint|de|da|van|von|ibn)\s?){2,4})"
_PLACE = r"(?P<place>(?:[A-Z][\w'’-]+ ){0,3}[A-Z][\w'’-]+?)"
_NOT_IN_OFFICE = (
    r"(?<!former )(?<!Former )(?<!ex-)(?<!Vice )(?<!vice )(?<!Deputy )(?<!deputy )(?<!elect )(?<!late )(?<!then-)"
)
_FORMER = frozenset({"former", "ex", "late", "deputy", "vice", "acting", "then"})
PATTERNS = [
    re.compile(
        rf"(?<![\w-])(?<!former )(?<!Former )(?<!ex-){_PLACE}(?:['’]s)? {_NOT_IN_OFFICE}{_ANY_CASE_TITLE} {_NAME}"
    ),
    re.compile(rf"{_NOT_IN_OFFICE}\b{_ANY_CASE_TITLE} of (?:the )?{_PLACE},? {_NAME}"),
]


def sightings(text: str) -> Iterator[tuple[str, str, str]]:
    """Country code, title and name of each head of state or government that a text calls one."""
    for pattern in PATTERNS:
        for found in pattern.finditer(text):
            name = re.sub(r"['’]s$", "", found["name"].strip())
            words = found["place"].split()
            if _FORMER & {word.casefold() for word in words}:
                continue
            for start in range(len(words)):
                match = match_country(re.sub(r"['’]s$", "", " ".join(words[start:])))
                if match and match.how in (Match.NAME, Match.DEMONYM) and match_country(name.split()[0]) is None:
                    if len(name.split()) >= 2 and name.split()[-1][0].isupper():
                        yield match.country.code, found["title"].casefold(), name
                    break


def dated_texts(data: Path) -> Iterator[tuple[str, str]]:
    """Day and text of each dated story; the half of Wikinews that the benchmark keeps aside is left out."""
    with gzip.open(data / "news" / "wikipedia_current_events_2025_2026.jsonl.gz", "rt", encoding="utf-8") as lines:
        for story in map(json.loads, lines):
            yield story["published"], story["text"]
    for line in (data / "news" / "wikinews_2019_2020.jsonl").read_text(encoding="utf-8").splitlines():
        story = json.loads(line)
        if story["published"] and not is_kept_aside(story["id"]):
            yield story["published"][:10], story["text"]


def days_in_office(names: list[str], texts: list[tuple[str, str]]) -> list[str]:
    """The days of the places where one of these names stands behind a word for an office."""
    seen = []
    for name in names:
        office = re.compile(rf"\b{_OFFICE_BEFORE},? {re.escape(name)}\b")
        seen += [day for day, text in texts if name in text for _ in office.finditer(text)]
    return seen
