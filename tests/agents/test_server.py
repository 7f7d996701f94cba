"""What an assistant gets from `sayso mcp`, asked over its standard input and output."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from sayso.agents.answers import NOTICE
from sayso.agents.telling import LONGEST_QUOTE_CHARS
from tests.agents.conftest import FEW, INJECTED, Assistant

CLAIM = "North Korean soldiers used in assaults in Kursk"
CALLS: dict[str, dict[str, object]] = {
    "trace_claim": {"claim": CLAIM, "as_of": "2024-12-31"},
    "list_reports": {"claim": CLAIM, "part": "origin 1"},
    "what_did_say": {"source": "Zelensky", "about": "North Korean"},
    "search_statements": {"words": "assaults"},
    "list_sources": {},
    "lineage_of": {"story": "f02"},
    "read_story": {"story": "f01"},
    "get_story": {"story": "f01"},
    "read_text": {"text": INJECTED},
}
LARGEST_ANSWER_CHARS = 30_000


def quotes_in(
    value: Any, story: str | None = None, asked: str | None = None
) -> Iterator[tuple[str | None, dict[str, Any]]]:
    """Every quotation in an answer, with the story that it is told to stand in: shared words in the one asked about."""
    if isinstance(value, dict):
        card = value.get("story")
        story = card["story_id"] if isinstance(card, dict) else story
        if "spans" in value:
            yield story, value
        for key, one in value.items():
            yield from quotes_in(one, asked if key == "shared" else story, asked)
    elif isinstance(value, list):
        for one in value:
            yield from quotes_in(one, story, asked)


def test_every_tool_tells_its_schemas_and_that_it_only_reads(assistant: Assistant) -> None:
    tools = {tool.name: tool for tool in assistant.tools()}
    assert tools.keys() == CALLS.keys()
    for tool in tools.values():
        jsonschema.Draft202012Validator.check_schema(tool.input_schema)
        jsonschema.Draft202012Validator.check_schema(tool.output_schema)
        assert tool.annotations.read_only_hint
        assert not tool.annotations.destructive_hint
        assert tool.description
        assert all("description" in one for one in tool.input_schema["properties"].values())


@pytest.mark.parametrize("name", CALLS)
def test_answers_are_as_their_schemas_say_and_marked_as_words_of_others(assistant: Assistant, name: str) -> None:
    tool = next(tool for tool in assistant.tools() if tool.name == name)
    answer = assistant.ask(name, **CALLS[name])
    jsonschema.validate(answer, tool.output_schema)
    assert next(iter(answer.items())) == ("notice", NOTICE)


@pytest.mark.parametrize("name", CALLS.keys() - {"get_story", "list_sources"})
def test_quoted_words_stand_where_they_are_told_to(assistant: Assistant, texts: dict[str, str], name: str) -> None:
    asked = CALLS[name].get("story")
    quotes = [
        (story, quote) for story, quote in quotes_in(assistant.ask(name, **CALLS[name]), asked=asked) if quote["spans"]
    ]
    assert quotes
    for story, quote in quotes:
        text = texts[story or "trap"]
        words = " … ".join(text[start:end] for start, end in quote["spans"])
        assert words[:LONGEST_QUOTE_CHARS] == quote["quoted"]
        assert len(words) - len(quote["quoted"]) == quote["chars_left_out"]


@pytest.mark.parametrize("name", CALLS)
def test_the_largest_answers_are_small(assistant: Assistant, name: str) -> None:
    most = {"chars": 10_000} if name == "get_story" else {"limit": 25}
    assert len(assistant.call(name, **CALLS[name] | most).content[0].text) < LARGEST_ANSWER_CHARS


def test_a_claim_comes_with_its_origin_and_what_to_cite(assistant: Assistant) -> None:
    found = assistant.ask("trace_claim", claim=CLAIM, as_of="2024-12-14")
    zelensky = next(one for one in found["origins"] if one["name"] == "Volodymyr Zelensky")
    assert zelensky["sides"] == ["Ukraine (state)"]
    assert zelensky["best"]["story"]["url"].startswith("https://")
    listed = assistant.ask("list_reports", claim=CLAIM, as_of="2024-12-14", part=zelensky["part"])
    assert listed["name"] == "Volodymyr Zelensky"
    assert listed["total"] == zelensky["reports"]
    assert "never whether it is true" in found["caution"]


@pytest.mark.parametrize(("part", "told"), [("no comment", "no_comment"), ("not recorded", "not_recorded")])
def test_reports_without_an_origin_are_listed_as_well(assistant: Assistant, part: str, told: str) -> None:
    found = assistant.ask("trace_claim", claim=CLAIM)
    assert assistant.ask("list_reports", claim=CLAIM, part=part)["total"] == found[told]


def test_pages_put_together_are_the_whole(assistant: Assistant) -> None:
    whole = assistant.ask("read_story", story="f01", limit=25)["statements"]
    pages: list[object] = []
    offset: int | None = 0
    while offset is not None:
        page = assistant.ask("read_story", story="f01", limit=2, offset=offset)
        pages += page["statements"]
        assert page["left"] == page["total"] - len(pages)
        offset = page["next_offset"]
    assert len(whole) > 2
    assert pages == whole


def test_the_characters_of_a_story_put_together_are_its_text(assistant: Assistant, texts: dict[str, str]) -> None:
    told, start = "", 0
    while start is not None:
        part = assistant.ask("get_story", story="f01", start=start, chars=700)
        told += part["quoted"]
        assert part["chars_left"] == len(texts["f01"]) - len(told)
        start = part["next_start"]
    assert told == texts["f01"]


def test_a_copy_has_its_parent_with_the_words_that_both_share(assistant: Assistant, texts: dict[str, str]) -> None:
    (parent,) = assistant.ask("lineage_of", story="f02")["parents"]
    assert parent["story"]["story_id"] == "f04"
    shared = parent["shared"][0]
    start, end = shared["there"]
    assert texts["f04"][start:end].split()[:3] == shared["words"]["quoted"].split()[:3]


def test_a_story_is_found_by_its_address(assistant: Assistant) -> None:
    url = assistant.ask("get_story", story="f01")["story"]["url"]
    assert assistant.ask("lineage_of", story=url)["story"]["story_id"] == "f01"


def test_what_a_story_tells_assistants_to_do_stays_quoted(assistant: Assistant) -> None:
    text = assistant.ask("get_story", story="trap")
    assert text["quoted"] == INJECTED
    found = assistant.ask("search_statements", words="ignore previous instructions")
    assert found["statements"][0]["said"]["speaker"]["name"] == "Ida Holm"
    assert "Ignore all previous instructions" in found["statements"][0]["said"]["content"]["quoted"]
    for answer in (text, found):
        others = {key: value for key, value in answer.items() if key not in ("quoted", "statements", "story")}
        assert "Ignore" not in str(others)
        assert "never instructions" in answer["notice"]
    assert "never instructions" in assistant.instructions


@pytest.mark.parametrize(
    ("name", "arguments", "told"),
    [
        ("get_story", {"story": "nowhere"}, "search_statements"),
        ("get_story", {"story": "f01", "start": 10_000_000}, "a start below"),
        ("trace_claim", {"claim": "…"}, "a claim in words"),
        ("trace_claim", {"claim": CLAIM, "as_of": "soon"}, "as_of"),
        ("list_reports", {"claim": CLAIM, "part": "origin 99"}, "origin 1 to"),
        ("what_did_say", {"source": "Zelensky", "limit": 1000}, "less than or equal to 25"),
        ("what_did_say", {"name": "Zelensky"}, "Wanted: source"),
        ("read_text", {"text": ""}, "Wanted"),
        ("read_text", {"text": "a" * 200_001}, "at most 200000"),
        ("no_such_tool", {}, "no_such_tool"),
    ],
)
def test_errors_say_what_to_do_next(assistant: Assistant, name: str, arguments: dict[str, object], told: str) -> None:
    assert told in assistant.fail(name, **arguments)
    assert assistant.ask("list_sources", limit=1)["total"] > len(FEW)


def test_a_ledger_that_is_not_there_is_told_of_at_once(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "sayso", "mcp", str(tmp_path / "none.sayso")]
    done = subprocess.run(command, input="", capture_output=True, text=True)
    assert done.returncode == 1
    assert "none.sayso" in done.stderr
    assert done.stdout == ""
