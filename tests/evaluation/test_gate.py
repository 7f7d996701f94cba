import json
from pathlib import Path

import pytest

from evaluation.gate import FLOORS, SLACK, Found, check, main, measure, write
from sayso.errors import UsageError


@pytest.fixture(scope="module")
def found() -> Found:
    """What the shipped model reaches on the data of the repository, with no corpora in sight."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SAYSO_DATA", "no corpora here")
        return measure()


@pytest.fixture
def floors(tmp_path: Path) -> Path:
    path = tmp_path / "floors.json"
    path.write_text(FLOORS.read_text("utf-8"), "utf-8")
    return path


def change(path: Path, keys: list[str], value: object) -> None:
    record = json.loads(path.read_text("utf-8"))
    held = record
    for key in keys[:-1]:
        held = held[key]
    held[keys[-1]] = value
    path.write_text(json.dumps(record), "utf-8")


LINK = ["parts", "Wikinews dev", "floors", "link_recall"]


def test_what_ships_reaches_its_floors(found: Found, capsys: pytest.CaptureFixture[str]) -> None:
    assert check(FLOORS, found) == 0
    told = capsys.readouterr().out
    assert all(part in told for part in ("Wikinews dev", "Wikinews test", "PolNeAR dev: not measured"))


def test_a_figure_below_its_floor_fails(found: Found, floors: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(floors, LINK, 99.0)
    assert check(floors, found) == 1
    told = capsys.readouterr().out
    assert "floor 99.0  BELOW" in told
    assert "--lower" in told


@pytest.mark.parametrize(
    ("keys", "named"),
    [
        (["model", "network.onnx"], "the model"),
        (["model", "config.json"], "the model"),
        (["parts", "Wikinews test", "files", "resolution/test.jsonl"], "resolution/test.jsonl of Wikinews test"),
    ],
)
def test_another_hash_fails_until_it_is_written(
    found: Found, floors: Path, capsys: pytest.CaptureFixture[str], keys: list[str], named: str
) -> None:
    change(floors, keys, "0" * 64)
    assert check(floors, found) == 1
    told = capsys.readouterr().out
    assert f"Changed: {named}" in told
    assert "--write" in told
    write(floors, found, "")
    assert check(floors, found) == 0


def test_writing_takes_a_model_of_another_name_and_raises_floors(found: Found, floors: Path) -> None:
    change(floors, ["model"], {"folder": "attribution-1", "network.onnx": "0" * 64, "config.json": "0" * 64})
    change(floors, LINK, 1.5)
    write(floors, found, "")
    record = json.loads(floors.read_text("utf-8"))
    assert record["model"] == found.model
    assert record["parts"]["Wikinews dev"]["floors"]["link_recall"] > 1.5


def test_floors_of_what_is_not_here_stand(found: Found, floors: Path) -> None:
    change(floors, ["parts", "PolNeAR dev", "floors", "link"], 99.0)
    write(floors, found, "")
    assert check(floors, found) == 0
    assert json.loads(floors.read_text("utf-8"))["parts"]["PolNeAR dev"]["floors"]["link"] == 99.0


def test_lowering_without_a_reason_is_refused_and_writes_nothing(found: Found, floors: Path) -> None:
    change(floors, LINK, 99.0)
    before = floors.read_bytes()
    with pytest.raises(UsageError, match="Wikinews dev link_recall"):
        write(floors, found, "")
    assert floors.read_bytes() == before


def test_a_reason_lowers_and_stays_on_record(found: Found, floors: Path) -> None:
    change(floors, LINK, 99.0)
    write(floors, found, "the gold was corrected")
    assert check(floors, found) == 0
    (lowered,) = json.loads(floors.read_text("utf-8"))["lowered"]
    assert (lowered["part"], lowered["figure"], lowered["from"]) == ("Wikinews dev", "link_recall", 99.0)
    assert lowered["to"] <= found.figures["Wikinews dev"]["link_recall"] - SLACK < lowered["to"] + 0.1
    assert lowered["reason"] == "the gold was corrected"
    assert len(lowered["date"]) == len("2026-01-31")


def test_a_floor_no_longer_measured_is_below(found: Found, floors: Path) -> None:
    change(floors, ["parts", "Wikinews dev", "floors", "elegance"], 50.0)
    assert check(floors, found) == 1
    with pytest.raises(UsageError, match="elegance"):
        write(floors, found, "")


def test_without_floors_on_record_all_is_to_be_written(found: Found, tmp_path: Path) -> None:
    path = tmp_path / "none.json"
    assert check(path, found) == 1
    write(path, found, "")
    assert check(path, found) == 0


def test_a_reason_alone_writes_nothing() -> None:
    with pytest.raises(SystemExit, match="2"):
        main(["--lower", "why not"])
