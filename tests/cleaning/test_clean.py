import json
import os
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.cleaning import clean, spans_to_skip
from sayso.records import Mark, MarkKind, Span, Story

DATA = Path(os.environ.get("SAYSO_DATA", Path(__file__).parents[2].parent / "shared" / "data"))
needs_data = pytest.mark.skipif(not (DATA / "seed").is_dir(), reason=f"no data under {DATA}: set SAYSO_DATA")


def story(text: str, published: str | None = None) -> Story:
    return Story(id="s", text=text, published=published)


def marked(text: str, kind: MarkKind, published: str | None = None) -> list[str]:
    return [mark.span.of(text) for mark in clean(story(text, published)) if mark.kind is kind]


PIECES = st.sampled_from(
    [
        "KYIV, Ukraine (AP) — ",
        " date 2024-12-14 ",
        "(MENAFN- UkrinForm) ",
        "By Jane Doe in Moscow\n",
        "Read also: Ten more stories\n",
        "Photo: Ann Smith/Getty Images\n",
        "“They came,”she said.",
        "the war.The army",
        "a number of North Korean in the region. The Russian has gone.",
        "It was read.\n(Reporting by Ann Smith; Editing by Bob Roe)\n",
        "© 2024 Some Paper. All rights reserved. ",
        "Source: Reuters",
        "â€™",
        "&nbsp;",
        "\ufffd",
        "\n\n",
        "\u2028",
        " ",
        "\xa0",
        "World has bread to help the poor:comments on the harvest\n",
        "The mayor said that the harvest was good and that nobody would go hungry this winter.\n",
        "Subscribe to our newsletter. ",
        "[+2312 chars]",
    ]
)
TEXTS = st.one_of(st.text(), st.lists(st.one_of(PIECES, st.text(max_size=20)), max_size=25).map("".join))


@given(TEXTS)
def test_marks_are_sorted_non_empty_and_inside(text: str) -> None:
    marks = clean(story(text))
    assert [mark.span.start for mark in marks] == sorted(mark.span.start for mark in marks)
    for mark in marks:
        assert 0 <= mark.span.start < mark.span.end <= len(text)
        words = mark.span.of(text)
        assert words == words.strip()
        assert mark.reason


@given(TEXTS)
def test_only_damage_overlaps(text: str) -> None:
    furniture = [mark.span for mark in clean(story(text)) if mark.kind is not MarkKind.DAMAGE]
    damage = [mark.span for mark in clean(story(text)) if mark.kind is MarkKind.DAMAGE]
    for spans in (furniture, damage):
        assert all(before.end <= after.start for before, after in pairwise(spans))


@given(TEXTS)
def test_the_same_text_gives_the_same_marks(text: str) -> None:
    given_story = story(text)
    assert clean(given_story) == clean(given_story)
    assert given_story.text == text


@given(TEXTS)
def test_a_further_paragraph_leaves_damage_where_it_was(text: str) -> None:
    def damage(words: str) -> set[Mark | tuple[Span, str]]:
        marks = clean(story(words))
        return {(m.span, m.reason) for m in marks if m.kind is MarkKind.DAMAGE and "cut off" not in m.reason}

    assert damage(text) <= damage(text + "\n\nThe council meets again on Monday.")


@given(TEXTS)
def test_skipped_spans_are_merged_and_cover_all_but_damage(text: str) -> None:
    marks = clean(story(text))
    skipped = spans_to_skip(marks)
    assert all(before.end < after.start for before, after in pairwise(skipped))
    for mark in marks:
        covered = any(span.start <= mark.span.start and mark.span.end <= span.end for span in skipped)
        assert covered or mark.kind is MarkKind.DAMAGE


def test_touching_marks_are_skipped_as_one() -> None:
    marks = [
        Mark(MarkKind.PROMO, Span(10, 20), "b"),
        Mark(MarkKind.CREDIT, Span(0, 10), "a"),
        Mark(MarkKind.DAMAGE, Span(30, 31), "c"),
    ]
    assert spans_to_skip(marks) == (Span(0, 20),)


@pytest.mark.parametrize(
    "unit",
    [
        "(",
        " ",
        "A",
        "A ",
        "AB, ",
        "“",
        '"',
        "\xad",
        "&",
        "Image: ",
        "By Ab ",
        "a.B",
        "a:b",
        "© 2020. ",
        "the , ",
        "a:B ",
        " 's",
        "A, ",
    ],
)
@pytest.mark.timeout(20)
def test_long_lines_take_linear_time(unit: str) -> None:
    """A quadratic pattern needs minutes for these; a linear one well under a second."""
    clean(story(unit * (200_000 // len(unit))))


@pytest.mark.parametrize(
    "unit", ["Ab, ", "Ab reported from Ab ", "Ab in Ab, ", "Ab from Ab. ", "Sign up or ", "get a "]
)
@pytest.mark.timeout(20)
def test_long_closing_lines_take_linear_time(unit: str) -> None:
    """Closing lines meet rules that no other line meets."""
    clean(story("A bridge is shut.\n" + unit * (200_000 // len(unit)) + "\nfor more " + unit * 40))


def test_plain_story_has_no_marks() -> None:
    text = (
        "The mayor of Oberdorf told Reuters on Monday that the bridge would stay shut.\n\n"
        "“We can’t open it,” she said. According to the AP, U.S. engineers at gov.uk rated it 3.5 at 9 a.m.\n\n"
        "Smith: we will rebuild it\n\n"
        "A heavy price\n\n"
        "The British have seen worse, the Russian said, and the French agreed. "
        "See https://example.org/a.Big or @handle."
    )
    assert clean(story(text)) == ()


@needs_data
def test_the_founding_story() -> None:
    text = (DATA / "seed" / "seed.txt").read_text(encoding="utf-8")
    found = [(mark.kind.value, mark.span.of(text), dict(mark.values)) for mark in clean(story(text))]
    assert found == [
        ("dateline", "date 2024-12-14", {"date": "2024-12-14"}),
        ("credit", "(MENAFN- UkrinForm)", {"outlet": "MENAFN", "agency": "UkrinForm"}),
        ("damage", "Russian has", {}),
        ("damage", "North Korean in", {}),
        ("damage", "d“t", {}),
        ("promo", "World has resources to help Ukraine:comments on Russian drone attack", {}),
        ("damage", "ne:co", {}),
        ("damage", ".“S", {}),
    ]


@needs_data
def test_family_stories_keep_their_statements() -> None:
    lines = (DATA / "seed" / "family.jsonl").read_text(encoding="utf-8").splitlines()
    for record in map(json.loads, lines):
        skipped = sum(span.end - span.start for span in spans_to_skip(clean(story(record["text"]))))
        assert skipped < 0.3 * len(record["text"]), record["id"]
