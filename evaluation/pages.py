"""Stories of real pages beside trafilatura alone: the body word by word, and byline, date and outlet.

    python -m evaluation.pages [-v]

Where the true body is known (100 French Wikinews pages and 96 of the web), precision and recall are those of its words,
each as often as it stands there, and F is the mean over the pages. trafilatura runs with its own defaults, on the same
bytes and the same address. A page that is refused has F 0. Byline, date and outlet are asked of pages of the web in
which either finds a body: some tests of other extractors are a head alone.
"""

import gzip
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import mean
from typing import NamedTuple
from urllib.parse import urlsplit

import trafilatura
from anyascii import anyascii

from evaluation.calling import parser_for
from evaluation.corpora import data_folder, read_lines
from sayso.errors import InputError
from sayso.ingest.fields.dates import read_date
from sayso.ingest.readers.page import story_from_page

WHOLE_BODY_CHARS = 500
"""Some of the manifest's texts are only the beginning of a body, none of them longer than this."""

_WORD = re.compile(r"\w+")
_DAY_CHARS = len("2024-12-14")
_ALSO_CALLED = {
    "AsahiShimbun": "朝日新聞デジタル",
    "NikkanGeadai": "日刊ゲンダイDIGITAL",
    "SZ": "Süddeutsche.de",
    "ctpost.com": "Connecticut Post",
    "expapp.com": "Experience",
    "gto-normativy.ru": "Нормы ГТО и знаний",
    "nbcdfw.com": "NBC 5 Dallas-Fort Worth",
    "nypost.com": "New York Post",
}
"""Outlets whose own name the truth does not hold, as their pages print it; looked up by hand."""

_FRONT_LABELS = frozenset({"www", "m", "news", "en", "edition", "amp", "hosted", "newsfeed"})


@dataclass(frozen=True, slots=True)
class GoldPage:
    """A page with what is known of it; None where it is not."""

    name: str
    group: str
    data: bytes
    url: str | None
    body: str | None
    bylines: tuple[str, ...]
    day: str | None
    outlet: str | None


class Found(NamedTuple):
    """What a reader makes of a page."""

    body: str = ""
    byline: str | None = None
    day: str | None = None
    outlet: str | None = None


def read_pages(folder: Path) -> Iterator[GoldPage]:
    """The pages of `html/` with their truth."""
    bodies = {truth["id"].removeprefix("zy-"): truth for truth in read_lines(folder / "html" / "truth.jsonl.gz")}
    wikinews = {story["id"]: story for story in read_lines(folder / "news" / "wikinews_fr_2012.jsonl")}
    for page in read_lines(folder / "html" / "manifest.jsonl"):
        name, known = page["file"].removesuffix(".html.gz"), page.get("truth_meta") or {}
        group = re.split("[_-]", name)[0]
        truth = wikinews.get(name) or bodies.get(name.removeprefix("zyte_")) or {}
        body = truth.get("text") or page.get("truth_text") or ""
        authors = known.get("author") or known.get("authors") or known.get("byline") or ()
        # what newspaper4k and Readability call an outlet is the name of their test
        outlet = page["outlet"] if page["url"] and group != "n4k" else known.get("siteName")
        yield GoldPage(
            name,
            group,
            gzip.decompress((folder / "html" / page["file"]).read_bytes()),
            page["url"] or None,
            body if len(body) > WHOLE_BODY_CHARS or truth else None,
            tuple([authors] if isinstance(authors, str) else authors) if group != "n4k" else (),
            _day(known.get("date") or known.get("publish_date") or truth.get("published")),
            outlet,
        )


def _day(words: object) -> str | None:
    try:
        return read_date(str(words or ""))[:_DAY_CHARS]
    except InputError:
        return None


def read_with_sayso(page: GoldPage) -> Found:
    """What sayso makes of it; nothing where it refuses it."""
    try:
        story = story_from_page(page.data, page.url)
    except InputError:
        return Found()
    return Found(story.text, story.byline, (story.published or "")[:_DAY_CHARS] or None, story.outlet)


def read_with_trafilatura(page: GoldPage) -> Found:
    """What trafilatura makes of it by itself."""
    body = trafilatura.extract(page.data, url=page.url) or ""
    known = trafilatura.extract_metadata(page.data, default_url=page.url)
    return Found(body, known.author, known.date, known.sitename) if known else Found(body)


def score_body(found: str, true: str) -> tuple[float, float, float]:
    """Precision, recall and F of words."""
    ours, theirs = (Counter(_WORD.findall(text.lower())) for text in (found, true))
    both = (ours & theirs).total()
    if not both:
        return 0.0, 0.0, 0.0
    precision, recall = both / ours.total(), both / theirs.total()
    return precision, recall, 2 * precision * recall / (precision + recall)


def is_byline(found: str | None, true: tuple[str, ...]) -> bool:
    """Tell whether every author is named; where none is known nothing is asked."""
    return bool(found) and all(_squeeze(name).removeprefix("by") in _squeeze(found or "") for name in true)


def is_outlet(found: str | None, true: str, url: str | None) -> bool:
    """Tell whether this names the outlet: by its name, its host, or the initials that are its host."""
    if not found:
        return False
    if found == _ALSO_CALLED.get(true):
        return True
    name = _squeeze(found.removeprefix("www."))
    labels = [label for label in (urlsplit(url or "").hostname or "").split(".")[:-1] if label not in _FRONT_LABELS]
    hosts = [_squeeze(label) for label in labels]
    initials = _squeeze("".join(word[0] for word in re.findall(r"\w+", found)))
    wanted = [_squeeze(true), *hosts]
    return any(one and (one in name or name in one or one == initials) for one in wanted)


def _squeeze(words: str) -> str:
    return re.sub(r"[\W_]|^the\b", "", anyascii(words).casefold())


def _judge(found: Found, page: GoldPage) -> dict[str, bool]:
    """Which of what is known of a page was found right."""
    told = {}
    if any(page.bylines):
        told["byline"] = is_byline(found.byline, page.bylines)
    if page.day:
        told["date"] = found.day == page.day
    if page.outlet:
        told["outlet"] = is_outlet(found.outlet, page.outlet, page.url)
    return told


def main() -> None:
    """Print the table; with -v also what each finds of every page that is off."""
    parser = parser_for("pages", __doc__)
    parser.add_argument("-v", action="store_true", help="print what is found of every page that is off")
    asked = parser.parse_args()
    bodies: dict[tuple[str, str], list[tuple[float, float, float]]] = {}
    right: dict[tuple[str, str], list[bool]] = {}
    for page in read_pages(data_folder()):
        found = {"sayso": read_with_sayso(page), "trafilatura": read_with_trafilatura(page)}
        is_asked = page.group != "wnfr" and any(one.body for one in found.values())
        for reader, one in found.items():
            told = _judge(one, page) if is_asked else {}
            for what, is_right in told.items():
                right.setdefault((what, reader), []).append(is_right)
            score = score_body(one.body, page.body) if page.body else None
            if score:
                for group in (page.group, "Wikinews" if page.group == "wnfr" else "web"):
                    bodies.setdefault((group, reader), []).append(score)
            if asked.v and (score or not all(told.values())):
                off = [what for what, is_right in told.items() if not is_right]
                print(
                    page.name, reader, score and round(score[2], 3), off, one._replace(body=""), page.day, page.bylines
                )
    for (group, reader), scores in bodies.items():
        precision, recall, f = (mean(column) for column in zip(*scores, strict=True))
        print(f"{group:18} {reader:12} {len(scores):4} pages  P {precision:.4f}  R {recall:.4f}  F {f:.4f}")
    for (what, reader), answers in right.items():
        print(f"{what:18} {reader:12} {sum(answers):4} of {len(answers)} right ({mean(answers):.1%})")


if __name__ == "__main__":
    main()
