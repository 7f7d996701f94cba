"""Every evaluation tells how it is called, and measures nothing meanwhile."""

from importlib import import_module
from pathlib import Path

import pytest

import evaluation
from evaluation import claims, resolution

NAMES = sorted(
    path.stem for path in Path(evaluation.__path__[0]).glob("*.py") if "__main__" in path.read_text(encoding="utf-8")
)


@pytest.mark.parametrize("name", NAMES)
def test_help_tells_how_it_is_called(
    name: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.argv", [name, "--help"])
    with pytest.raises(SystemExit) as ended:
        import_module(f"evaluation.{name}").main()
    assert ended.value.code == 0
    told = capsys.readouterr().out
    assert told.startswith(f"usage: python -m evaluation.{name} [-h]")
    assert (import_module(f"evaluation.{name}").__doc__ or "").splitlines()[0] in told


def test_a_part_that_is_none_is_told(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("sys.argv", ["resolution", "nwes"])
    with pytest.raises(SystemExit) as ended:
        resolution.main()
    assert ended.value.code == 2
    assert "there is no part nwes; there are dev, test, wire, news, news-aside" in capsys.readouterr().err


def test_files_are_scored_one_by_one(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[Path, bool]] = []
    monkeypatch.setattr(claims, "score", lambda path, *, each: asked.append((path, each)))
    monkeypatch.setattr("sys.argv", ["claims", "one.json", "two.json", "-v"])
    claims.main()
    assert asked == [(Path("one.json"), True), (Path("two.json"), True)]
