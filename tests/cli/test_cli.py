"""The verbs as a person runs them: real processes, real files."""

import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import STORIES


def run(*arguments: str | Path, given: str | None = None, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "sayso", *map(str, arguments)]
    return subprocess.run(command, input=given, capture_output=True, text=True, cwd=cwd, encoding="utf-8")


@pytest.fixture
def ledger(stories: Path, tmp_path: Path) -> Path:
    path = tmp_path / "l.sayso"
    assert run("add", stories, "--ledger", path).returncode == 0
    return path


CLOSING = "the bridge will close for a year"

FIELDS = {
    *("source", "cue", "content", "source_name", "source_kind", "speech", "certainty", "polarity", "evidence"),
    *("denied", "negated", "via", "score"),
}
"""What other tools rely on in an attribution of `sayso read --jsonl`."""


@pytest.mark.parametrize(
    "verb",
    [
        *("read", "add", "said", "search", "sources", "judge", "eval", "trace", "follow", "lineage", "export", "demo"),
        *("raw", "verify", "backup", "forget"),
    ],
)
def test_every_verb_helps_with_an_example(verb: str) -> None:
    helped = run(verb, "--help")
    assert helped.returncode == 0
    assert f"sayso {verb}" in helped.stdout
    assert "Example" in helped.stdout


def test_version() -> None:
    assert run("--version").stdout.startswith("sayso 0.")


def test_read_jsonl_gives_a_line_for_every_story_in_order(stories: Path) -> None:
    done = run("read", stories, "--jsonl")
    assert (done.returncode, done.stderr) == (0, "")
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert [line["id"] for line in lines] == ["a", "b"]
    assert [line["text"] for line in lines] == [story["text"] for story in STORIES]
    first = lines[0]["attributions"][0]
    assert set(first) >= FIELDS
    assert (first["source_name"], first["source_kind"]) == ("Nora Field", "person")
    start, end = first["source"][0]
    assert "Nora Field" in lines[0]["text"][start:end]


def test_read_shows_the_story_and_who_says_what(stories: Path) -> None:
    shown = run("read", stories).stdout
    assert "Bridge to close" in shown
    assert "An invented story" in shown
    assert "Nora Field" in shown
    assert "direct" in shown


def test_read_from_standard_input() -> None:
    done = run("read", "-", "--json", given="“We won,” Ann Lee said.")
    (story,) = json.loads(done.stdout)["stories"]
    assert story["text"] == "“We won,” Ann Lee said."
    assert len(story["attributions"]) == 1


def test_read_csv_has_a_row_for_every_attribution(stories: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(run("read", stories, "--csv").stdout)))
    assert [row["story_id"] for row in rows] == ["a", "a", "b"]
    start, end = json.loads(rows[0]["cue_spans"])[0]
    assert rows[0]["cue"] == STORIES[0]["text"][start:end]


def test_a_batch_goes_on_past_a_bad_story_and_exits_1(stories: Path) -> None:
    with stories.open("a", encoding="utf-8") as out:
        out.write('not json\n{"id": "c", "text": "“Yes,” Ann Lee said."}\n')
    done = run("read", stories, "--jsonl")
    assert done.returncode == 1
    assert [json.loads(line)["id"] for line in done.stdout.splitlines()] == ["a", "b", "c"]
    assert "line 3" in done.stderr


def test_a_missing_path_is_a_usage_error(tmp_path: Path) -> None:
    done = run("read", tmp_path / "nowhere.txt")
    assert done.returncode == 2
    assert "nowhere.txt" in done.stderr
    assert "Traceback" not in done.stderr


def test_two_formats_at_once_are_a_usage_error(stories: Path) -> None:
    assert run("read", stories, "--json", "--csv").returncode == 2


def test_add_twice_changes_nothing(stories: Path, ledger: Path) -> None:
    again = run("add", stories, "--ledger", ledger, "--json")
    counts = json.loads(again.stdout)
    assert (counts["new"], counts["revised"], counts["unchanged"]) == (0, 0, 2)


def test_add_lists_what_it_could_not_read(tmp_path: Path) -> None:
    folder = tmp_path / "stories"
    folder.mkdir()
    (folder / "good.txt").write_text("“Yes,” Ann Lee said on Monday in the town hall.", encoding="utf-8")
    (folder / "empty.txt").touch()
    (folder / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00")
    done = run("add", folder, "--ledger", tmp_path / "l.sayso")
    assert done.returncode == 1
    assert "1 new" in done.stdout
    assert "empty.txt" in done.stderr
    assert "picture.txt" in done.stderr


def test_said_finds_by_name_and_words(ledger: Path) -> None:
    statements = json.loads(run("said", "field", "--ledger", ledger, "--json").stdout)["statements"]
    assert [statement["story_id"] for statement in statements] == ["a", "a"]
    assert statements[0]["note"] == "An invented story"
    about = json.loads(run("said", "Field", "--about", "cracked", "--ledger", ledger, "--json").stdout)["statements"]
    assert [statement["speech"] for statement in about] == ["direct"]


def test_said_shows_date_outlet_and_note(ledger: Path) -> None:
    shown = run("said", "Field", "--ledger", ledger).stdout
    for words in ("2024-05-01", "The Herald", "An invented story", "cracked"):
        assert words in shown


def test_search_finds_statements(ledger: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(run("search", "pillars", "--ledger", ledger, "--csv").stdout)))
    assert {row["story_id"] for row in rows} == {"a", "b"}


def test_words_are_given_with_quotation_marks_or_without(ledger: Path) -> None:
    for verb, words in (("trace", CLOSING), ("said", "Nora Field"), ("search", "pillars cracked")):
        quoted = run(verb, words, "--ledger", ledger, "--json")
        bare = run(verb, *words.split(), "--ledger", ledger, "--json")
        assert "Nora Field" in quoted.stdout
        assert (bare.returncode, bare.stdout) == (0, quoted.stdout)


def test_trace_tells_reports_outlets_and_independent_origins(ledger: Path) -> None:
    traced = json.loads(run("trace", CLOSING, "--ledger", ledger, "--json").stdout)
    assert (traced["claim"], traced["standing"]) == (CLOSING, "single-origin")
    assert (traced["reports"], traced["outlets"], traced["independent_origins"]) == (1, 1, 1)
    assert (traced["support"], traced["deny"]) == (["a"], [])
    (origin,) = traced["origins"]
    assert (origin["name"], origin["kind"], origin["reports"]) == ("Nora Field", "person", ["a"])
    start, end = origin["chain"][0]["spans"][0]
    assert STORIES[0]["text"][start:end] == origin["quotation"] == origin["chain"][0]["words"]
    assert [turn["as_of"] for turn in traced["history"]] == ["2024-05-01"]
    earlier = json.loads(run("trace", CLOSING, "--as-of", "2024-04-30", "--ledger", ledger, "--json").stdout)
    assert (earlier["reports"], earlier["as_of"], earlier["standing"]) == (0, "2024-04-30", "unrecorded")


def test_trace_shows_each_origin_with_its_best_words_and_stories(ledger: Path) -> None:
    done = run("trace", CLOSING, "--ledger", ledger, "--why")
    assert (done.returncode, done.stderr) == (0, "")
    shown = " ".join(done.stdout.split())
    assert "1 report, 1 outlet, 1 separate text, 1 origin on 1 side: single-origin" in shown
    for words in (
        "not whether it is true",
        "Nora Field",
        "The bridge will close for a year",
        "The Herald",
        "one origin,",
    ):
        assert words in shown


def test_trace_tells_what_the_standing_means_and_who_said_nothing(tmp_path: Path) -> None:
    story, ledger = tmp_path / "c.txt", tmp_path / "c.sayso"
    story.write_text("A mill burns. The Ministry of Transport did not confirm that the bridge will close for a year.")
    assert run("add", story, "--ledger", ledger).returncode == 0
    shown = " ".join(run("trace", CLOSING, "--ledger", ledger).stdout.split())
    assert "In these stories nobody is recorded as the one who said it first." in shown
    assert "Nothing said or confirmed: 1 report" in shown
    assert "Ministry of Transport: The Ministry of Transport did not confirm" in shown


@pytest.mark.parametrize("verb", ["said", "sources"])
def test_a_mistyped_name_is_answered_with_the_one_that_is_meant(verb: str, ledger: Path) -> None:
    done = run(verb, "Nora Fild", "--ledger", ledger)
    assert (done.returncode, done.stdout) == (0, "")
    assert "Was one of these meant? Nora Field" in done.stderr


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        (("trace", "will the brigde close"), "will the bridge close"),
        (("search", "brigde", "close"), "bridge close"),
        (("said", "Field", "--about", "the brigde"), "--about 'the bridge'"),
    ],
)
def test_mistyped_words_are_answered_with_those_that_are_meant(
    words: tuple[str, ...], meant: str, ledger: Path
) -> None:
    done = run(*words, "--ledger", ledger)
    assert done.returncode == 0
    assert f"Was this meant? {meant}" in done.stdout + done.stderr


def test_trace_csv_has_a_row_for_every_report(ledger: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(run("trace", CLOSING, "--ledger", ledger, "--csv").stdout)))
    assert [(row["origin"], row["stance"], row["story_id"]) for row in rows] == [("Nora Field", "supports", "a")]


@pytest.mark.parametrize("words", ["", "?!", ";"])
def test_trace_of_no_word_is_a_usage_error(words: str, ledger: Path) -> None:
    done = run("trace", words, "--ledger", ledger)
    assert (done.returncode, done.stdout) == (2, "")
    assert "no word" in done.stderr


def test_lineage_gives_a_line_for_every_story(ledger: Path) -> None:
    done = run("lineage", "--all", "--jsonl", "--ledger", ledger)
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert [(line["id"], line["families"], line["kind"], line["parents"]) for line in lines] == [
        ("a", ["a"], "none", []),
        ("b", ["b"], "none", []),
    ]


def test_lineage_shows_a_copy_under_its_original(ledger: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.jsonl"
    copy.write_text(
        json.dumps(STORIES[0] | {"id": "c", "url": None, "outlet": "The Copyist", "published": "2024-05-02"})
    )
    assert run("add", copy, "--ledger", ledger).returncode == 0
    shown = run("lineage", "c", "--ledger", ledger, "--words").stdout
    assert shown.index("The Herald") < shown.index("The Copyist")
    assert "The bridge will close for a year" in shown


def test_lineage_says_so_where_no_story_is_a_copy(ledger: Path) -> None:
    done = run("lineage", "b", "--ledger", ledger)
    assert "The Tribune" in done.stdout
    assert "No other story of the ledger shares text with it." in done.stderr
    assert "No other story" not in run("lineage", "--all", "--ledger", ledger).stderr


def test_lineage_needs_a_story_or_all(ledger: Path) -> None:
    assert run("lineage", "--ledger", ledger).returncode == 2
    assert run("lineage", "nope", "--ledger", ledger).returncode == 2


def test_trace_of_nothing_has_the_same_shape(ledger: Path) -> None:
    done = run("trace", "elephants on parade", "--ledger", ledger, "--json")
    traced = json.loads(done.stdout)
    assert done.returncode == 0
    assert (traced["standing"], traced["reports"], traced["independent_origins"]) == ("unrecorded", 0, 0)
    assert (traced["support"], traced["deny"], traced["origins"], traced["history"]) == ([], [], [], [])
    assert traced.keys() == json.loads(run("trace", CLOSING, "--ledger", ledger, "--json").stdout).keys()
    assert "No story says it" in run("trace", "elephants on parade", "--ledger", ledger).stderr


@pytest.mark.parametrize("verb", ["said", "search", "trace"])
def test_asking_a_ledger_that_is_not_there(verb: str, tmp_path: Path) -> None:
    done = run(verb, "words", "--ledger", tmp_path / "none.sayso")
    assert done.returncode in (1, 2)
    assert "none.sayso" in done.stderr
    assert not (tmp_path / "none.sayso").exists()


def test_the_ledger_may_be_named_by_the_environment(ledger: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SAYSO_LEDGER", str(ledger))
    assert json.loads(run("search", "pillars", "--json").stdout)["statements"]


def test_csv_cells_are_no_formulas(tmp_path: Path) -> None:
    text = "“=HYPERLINK() is what I typed,” Ann Lee said on Monday to the committee."
    rows = list(csv.DictReader(io.StringIO(run("read", "-", "--csv", given=text).stdout)))
    assert rows
    assert not any(row["content"].startswith(("=", "+", "-", "@")) for row in rows)


def test_stories_that_are_kept_but_not_read_are_told(tmp_path: Path) -> None:
    french = tmp_path / "fr.txt"
    french.write_text("Le président a déclaré mardi que la réforme serait présentée au Parlement.", encoding="utf-8")
    added = run("add", french, "--ledger", tmp_path / "l.sayso")
    assert "1 of them kept but not read: written in French" in added.stdout
    shown = run("read", french, "--csv")
    assert "written in French" in shown.stderr
    assert len(shown.stdout.splitlines()) == 1


def test_output_is_utf8_whatever_the_locale(stories: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONIOENCODING", "latin-1")
    done = run("read", stories)
    assert done.returncode == 0
    assert "“The pillars are cracked,”" in done.stdout


def test_a_limit_tells_what_it_left_out(ledger: Path) -> None:
    limited = run("said", "Field", "--ledger", ledger, "--limit", "1")
    assert "--limit 0" in limited.stderr
    assert "cracked" not in limited.stdout
    whole = run("said", "Field", "--ledger", ledger, "--limit", "0")
    assert (whole.stderr, "cracked" in whole.stdout) == ("", True)


def test_narrow_terminals_lose_no_letters(stories: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    shown = run("read", stories).stdout
    assert "…" not in shown


def test_sources_lists_who_speaks_and_how_often(ledger: Path) -> None:
    found = json.loads(run("sources", "Field", "--ledger", ledger, "--json").stdout)["sources"]
    assert [source["name"] for source in found] == ["Nora Field"]
    assert found[0]["kind"] == "person"
    assert found[0]["sides"] == ["Nora Field"]
    # In the table nobody speaks for themselves.
    assert run("sources", "Field", "--ledger", ledger).stdout.count("Nora Field") == 1


def test_statements_without_a_source_are_counted_beside_the_sources(tmp_path: Path) -> None:
    text = "It was reported that the pier is shut. The crane fell, it was said. Olena Brodie said the bridge is safe."
    (tmp_path / "pier.txt").write_text(text, encoding="utf-8")
    at = ("--ledger", tmp_path / "pier.sayso")
    assert run("add", tmp_path / "pier.txt", *at).returncode == 0
    shown = run("sources", *at)
    assert "Olena Brodie" in shown.stdout
    assert "anonymous" not in shown.stdout
    assert shown.stderr == "Of 1 statement no source is given.\n"


def test_a_judgement_joins_two_sources_and_a_newer_one_parts_them(ledger: Path) -> None:
    names = [source["name"] for source in json.loads(run("sources", "--ledger", ledger, "--json").stdout)["sources"]]
    one, other = [name for name in names if name][:2]
    assert run("judge", "source", one, other, "--same", "--by", "ed", "--ledger", ledger).returncode == 0
    together = json.loads(run("said", one, "--ledger", ledger, "--json").stdout)["statements"]
    assert {statement["source_name"] for statement in together} >= {one, other}
    assert run("judge", "source", one, other, "--different", "--ledger", ledger).returncode == 0
    apart = json.loads(run("said", one, "--ledger", ledger, "--json").stdout)["statements"]
    assert other not in {statement["source_name"] for statement in apart}


def test_a_judgement_on_nobody_tells_what_was_wanted(ledger: Path) -> None:
    done = run("judge", "source", "Nobody At All", "Nora Field", "--same", "--ledger", ledger)
    assert done.returncode == 2
    assert "Wanted: a source of the ledger" in done.stderr


def test_hedges_denials_and_chains_stand_behind_the_words(tmp_path: Path) -> None:
    story = tmp_path / "story.txt"
    story.write_text("Mayor Ann Lee denied that the bridge was unsafe. The pier may have sunk, Ann Lee told Reuters.")
    path = tmp_path / "l.sayso"
    run("add", story, "--ledger", path)
    shown = " ".join(run("said", "Lee", "--ledger", path).stdout.split())
    assert "denies it" in shown
    assert "possible: “may”" in shown
