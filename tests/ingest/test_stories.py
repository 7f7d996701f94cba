import hashlib
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.errors import InputError
from sayso.ingest import ColumnMapping, story_from_text
from sayso.ingest.fields.stories import story_from_record
from sayso.settings import LONGEST_STORY_CHARS

STORABLE = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1)


@settings(deadline=None)  # the language classifier may load
@given(STORABLE.filter(lambda text: not text.isspace()))
def test_the_text_is_kept_and_names_the_story(text: str) -> None:
    story = story_from_text(text)
    assert story.text == text
    assert story.id == hashlib.sha256(text.encode()).hexdigest()


def test_what_is_known_is_kept() -> None:
    story = story_from_text("The mayor said no.", id="7", outlet="The Gazette", published="2024-12-14")
    assert (story.id, story.outlet, story.published, story.language) == ("7", "The Gazette", "2024-12-14", "en")


@pytest.mark.parametrize(
    ("text", "came"),
    [
        ("", "empty text"),
        (" \n\t", "white space. Wanted: the text of a story. Give its words"),
        ("The mayor\0said", "NUL character at character 9"),
        ("The mayor \ud800", "half a surrogate pair at character 10"),
    ],
)
def test_what_is_no_story_is_refused(text: str, came: str) -> None:
    with pytest.raises(InputError, match=came):
        story_from_text(text)


def test_a_text_that_is_too_long_is_refused() -> None:
    with pytest.raises(InputError, match="2,000,001 characters"):
        story_from_text("x" * (LONGEST_STORY_CHARS + 1))


def test_a_field_that_cannot_be_stored_is_refused() -> None:
    with pytest.raises(InputError, match="the title holds a NUL"):
        story_from_text("The mayor said no.", title="No\0")


@pytest.mark.parametrize(("came", "kept"), [(7, "7"), (7.0, "7"), ("a", "a"), (date(2024, 12, 14), "2024-12-14")])
def test_ids_become_text(came: object, kept: str) -> None:
    assert story_from_record({"text": "The mayor said no.", "id": came}, ColumnMapping()).id == kept


@pytest.mark.parametrize(
    ("record", "came"),
    [
        ({}, 'no text under "text"'),
        ({"text": None}, 'no text under "text"'),
        ({"text": 7}, 'a number under "text"'),
        ({"text": ["a"]}, 'a list under "text"'),
        ({"text": "No.", "outlet": {"name": "x"}}, 'an object under "outlet"'),
        ({"text": "No.", "id": True}, 'true or false under "id"'),
    ],
)
def test_records_of_wrong_types_are_refused(record: dict[str, object], came: str) -> None:
    with pytest.raises(InputError, match=came):
        story_from_record(record, ColumnMapping())


def test_unknown_and_empty_columns_are_ignored() -> None:
    story = story_from_record({"body": "The mayor said no.", "x": [1], "title": "", "url": None}, ColumnMapping("body"))
    assert (story.title, story.url) == (None, None)


def test_a_date_that_is_not_certain_leaves_the_story_undated_and_says_so() -> None:
    record = {"text": "“No,” she said.", "published": "03/04/2024", "note": "CC BY"}
    story = story_from_record(record, ColumnMapping())
    assert story.published is None
    assert story.note == 'CC BY; published "03/04/2024" is no date that can be read for certain'
