"""`sayso judge` and `sayso eval` as a person runs them, on a small ledger of invented stories."""

import csv
import io
import json
import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner

from sayso.cli.app import app
from sayso.errors import UsageError
from sayso.ledger import Ledger
from tests.cli.test_cli import run

CLAIM = "the bridge will close for a year"
FIELD_SAYS = "The bridge will close for a year"
TEXT = (
    "The bridge will close for a year, Nora Field, the transport minister, said on Monday. Trams go round by the "
    "harbour, and the market in the old town will stay where it is until the end of the summer."
)
STORIES = [
    {
        "id": "a",
        "outlet": "The Herald",
        "published": "2024-05-01",
        "text": TEXT,
    },
    {
        "id": "b",
        "outlet": "The Tribune",
        "published": "2024-05-02",
        "text": "Shops near the river fear for their trade. Ivo Tan, who sells fish there, said that nobody would get "
        "across before next May.",
    },
    {
        "id": "c",
        "outlet": "The Copyist",
        "published": "2024-05-03",
        "text": TEXT,
    },
]
ACROSS = "nobody would get across before next May"


@pytest.fixture(scope="module")
def unjudged(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("unjudged")
    stories = folder / "stories.jsonl"
    stories.write_text("".join(json.dumps(story) + "\n" for story in STORIES), encoding="utf-8")
    path = folder / "l.sayso"
    assert run("add", stories, "--ledger", path).returncode == 0
    return path


@pytest.fixture
def ledger(unjudged: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(unjudged, tmp_path / "l.sayso"))


def judge(ledger: Path, *arguments: str, by: str = "ed") -> str:
    done = run("judge", *arguments, "--by", by, "--ledger", ledger)
    assert (done.returncode, done.stdout) == (0, "")
    return " ".join(done.stderr.split())


def traced(ledger: Path, claim: str = CLAIM) -> dict[str, object]:
    return json.loads(run("trace", claim, "--ledger", ledger, "--json").stdout)


def origins(ledger: Path) -> list[tuple[str, list[str]]]:
    return [(one["name"], one["reports"]) for one in traced(ledger)["origins"]]  # type: ignore[attr-defined]


@pytest.mark.parametrize("verb", ["source", "claim", "copy", "origin", "attribution", "withdraw", "list"])
def test_every_kind_helps_with_an_example(verb: str) -> None:
    helped = CliRunner().invoke(app, ["judge", verb, "--help"])
    assert helped.exit_code == 0
    assert f"Example:  sayso judge {verb}" in helped.stdout


def test_words_are_judged_on_a_claim_and_judged_anew(ledger: Path) -> None:
    assert origins(ledger) == [("Nora Field", ["a", "c"])]
    told = judge(ledger, "claim", CLAIM, "b", ACROSS, "--states", "--why", "he means the bridge")
    assert told == f"“{ACROSS}” in b states “{CLAIM}”, says ed."
    assert origins(ledger) == [("Nora Field", ["a", "c"]), ("Ivo Tan", ["b"])]
    shown = " ".join(run("trace", CLAIM, "--ledger", ledger, "--why").stdout.split())
    assert "judged by ed: he means the bridge" in shown
    rows = list(csv.DictReader(io.StringIO(run("trace", CLAIM, "--ledger", ledger, "--csv").stdout)))
    assert {row["story_id"]: row["judged"] for row in rows} == {
        "a": "[]", "b": '["judged by ed: he means the bridge"]', "c": "[]",
    }  # fmt: skip
    assert "This supersedes decision 1, by ed." in judge(ledger, "claim", CLAIM, "b", ACROSS, "--neither", by="ann")
    assert origins(ledger) == [("Nora Field", ["a", "c"])]


def test_copies_are_judged(ledger: Path) -> None:
    judge(ledger, "copy", "c", "a", "--no", "--why", "both have it from the ministry")
    judge(ledger, "copy", "b", "a", "--yes", "--why", "her notes")
    lines = run("lineage", "--all", "--jsonl", "--ledger", ledger).stdout.splitlines()
    found = {one["id"]: one for one in map(json.loads, lines)}
    assert {one: [parent["id"] for parent in found[one]["parents"]] for one in found} == {"a": [], "b": ["a"], "c": []}
    assert [found[one]["families"] for one in "abc"] == [["a"], ["a"], ["c"]]
    assert "judged by ed: her notes" in run("lineage", "b", "--ledger", ledger).stdout


def test_origins_are_judged(ledger: Path) -> None:
    judge(ledger, "origin", "c", FIELD_SAYS, "--source", "Tan", "--why", "his blog")
    assert origins(ledger) == [("Nora Field", ["a"]), ("Ivo Tan", ["c"])]
    judge(ledger, "origin", "c", FIELD_SAYS, "--story", "b")
    assert origins(ledger) == [("Nora Field", ["a"]), ("The Tribune", ["c"])]
    judge(ledger, "origin", "c", FIELD_SAYS, "--nobody")
    assert [one["story_id"] for one in traced(ledger)["not_recorded"]] == ["c"]  # type: ignore[attr-defined]


def test_attributions_are_judged_and_marked_where_they_are_listed(ledger: Path) -> None:
    told = judge(ledger, "attribution", "b", ACROSS, "--source", "Ann Lee", "--kind", "person", "--why", "her tape")
    assert told == f"“{ACROSS}” in b is Ann Lee’s, says ed."
    said = " ".join(run("said", "Tan", "--ledger", ledger).stdout.split())
    assert "[not theirs but Ann Lee’s, judged by ed: her tape]" in said
    (found,) = json.loads(run("search", "across", "--ledger", ledger, "--json").stdout)["statements"]
    assert (found["judged"]["name"], found["judged"]["who"]) == ("Ann Lee", "ed")
    judge(ledger, "attribution", "b", ACROSS, "--nobody")
    assert "[no source’s words, judged by ed]" in " ".join(run("said", "Tan", "--ledger", ledger).stdout.split())
    judge(ledger, "attribution", "b", ACROSS, "--right")
    assert "[theirs, judged by ed]" in " ".join(run("said", "Tan", "--ledger", ledger).stdout.split())


def test_what_was_decided_is_listed_with_what_it_superseded(ledger: Path) -> None:
    assert "Nothing judged yet" in run("judge", "list", "--ledger", ledger).stderr
    judge(ledger, "copy", "b", "a", "--yes", "--why", "her notes")
    judge(ledger, "claim", CLAIM, "b", ACROSS, "--states")
    judge(ledger, "copy", "b", "a", "--no", "--why", "other notes", by="ann")
    judge(ledger, "withdraw", "2", "--why", "wrong bridge")
    shown = run("judge", "list", "--ledger", ledger).stdout
    told = [" ".join(line.split()) for line in shown.splitlines()]
    whole = " ".join(told)
    for words in (
        "3 b was not made from a ann,",
        ": other notes superseded 1 b was made from a ed,",
        "4 left to sayso: what “",
        ": wrong bridge superseded 2 “",
    ):
        assert words in whole
    listed = json.loads(run("judge", "list", "--ledger", ledger, "--json").stdout)["judgements"]
    assert [(one["number"], one["verdict"], one["superseded_by"]) for one in listed] == [
        (1, "yes", 3),
        (2, "states", 4),
        (3, "no", None),
        (4, "withdrawn", None),
    ]
    rows = list(csv.DictReader(io.StringIO(run("judge", "list", "--kind", "copy", "--ledger", ledger, "--csv").stdout)))
    assert [(row["number"], row["who"], row["why"]) for row in rows] == [
        ("1", "ed", "her notes"),
        ("3", "ann", "other notes"),
    ]


BAD = {
    ("claim", CLAIM, "b", ACROSS): ("no decision was given", "--states, --contradicts, --neither"),
    ("claim", CLAIM, "b", ACROSS, "--states", "--neither"): ("--states and --neither were given together", "one of"),
    ("claim", CLAIM, "nope", ACROSS, "--states"): ("there is no story nope", "a story that the ledger holds"),
    ("claim", CLAIM, "b", "elephants on parade", "--states"): ("sayso reads no statement", "words of its text"),
    ("claim", "?!", "b", ACROSS, "--states"): ("no word in the claim", "a claim in words"),
    ("claim", f"{CLAIM}; {CLAIM}", "b", ACROSS, "--states"): ("has 2 parts", "one part"),
    ("claim", CLAIM, "b", "", "--states"): ("no word in ''", "words of the story"),
    ("copy", "a", "a", "--yes"): ("itself", "two different ones"),
    ("copy", "a", "nope", "--yes"): ("there is no story 'nope'", "a story that the ledger holds"),
    ("origin", "a", FIELD_SAYS): ("no decision was given", "where the chain ends"),
    ("origin", "a", FIELD_SAYS, "--source", "Nobody At All"): ("no source is called", "--kind"),
    ("origin", "a", FIELD_SAYS, "--story", "nope"): ("there is no story 'nope'", "a story that the ledger holds"),
    ("attribution", "a", FIELD_SAYS, "--source", "?!"): ("no word to look for", "at least one word"),
    ("attribution", "a", FIELD_SAYS, "--right", "--nobody"): ("--nobody and --right were given together", "one of"),
    ("withdraw", "7"): ("no decision 7 stands", "sayso judge list"),
    ("copy", "b", "a", "--yes", "--by", " "): ("by nobody", "the name of whoever decides"),
}


@pytest.mark.parametrize("arguments", BAD)
def test_bad_input_says_what_came_and_what_was_wanted_and_decides_nothing(
    arguments: tuple[str, ...], ledger: Path
) -> None:
    done = CliRunner().invoke(app, ["judge", *arguments, "--ledger", str(ledger)])
    assert done.stdout == ""
    assert isinstance(done.exception, UsageError)
    for words in (*BAD[arguments], "Wanted: "):
        assert words in str(done.exception)
    with Ledger(ledger) as opened:
        assert opened.judgements_made() == ()


def test_a_circle_of_copies_is_refused(ledger: Path) -> None:
    judge(ledger, "copy", "b", "a", "--yes")
    done = run("judge", "copy", "a", "b", "--yes", "--ledger", ledger)
    assert done.returncode == 2
    assert "by judgement 1 of ed" in done.stderr


def test_eval_scores_sayso_without_the_judgements(ledger: Path) -> None:
    empty = run("eval", "--ledger", ledger)
    assert (empty.returncode, empty.stdout) == (0, "")
    assert "Nothing judged yet" in empty.stderr
    assert json.loads(run("eval", "--ledger", ledger, "--json").stdout) == {"kinds": []}
    judge(ledger, "claim", CLAIM, "a", FIELD_SAYS, "--states")
    judge(ledger, "claim", CLAIM, "b", ACROSS, "--states")
    judge(ledger, "attribution", "b", ACROSS, "--right")
    judge(ledger, "copy", "c", "a", "--no")
    judge(ledger, "source", "Nora Field", "Ivo Tan", "--different")
    judge(ledger, "origin", "a", FIELD_SAYS, "--source", "Nora Field")
    kinds = json.loads(run("eval", "--ledger", ledger, "--json").stdout)["kinds"]
    assert {one["kind"]: (one["alike"], len(one["otherwise"]), len(one["gone"])) for one in kinds} == {
        "same source": (1, 0, 0),
        "claim": (1, 1, 0),
        "copy": (0, 1, 0),
        "origin": (1, 0, 0),
        "attribution": (1, 0, 0),
    }
    shown = " ".join(run("eval", "--ledger", ledger).stdout.split())
    assert "claim: 1 of 2 alike" in shown
    assert f"“{ACROSS}” in b states “{CLAIM}”, says ed; sayso: neither" in shown
    assert "c was not made from a, says ed; sayso: made from a" in shown


@pytest.mark.parametrize("arguments", [("judge", "copy", "a", "b", "--yes"), ("eval",)])
def test_a_ledger_that_is_not_there_is_not_made(arguments: tuple[str, ...], tmp_path: Path) -> None:
    done = run(*arguments, "--ledger", tmp_path / "none.sayso")
    assert done.returncode in (1, 2)
    assert "none.sayso" in done.stderr
    assert not (tmp_path / "none.sayso").exists()
