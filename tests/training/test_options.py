"""What trainings are asked for."""

import argparse

import pytest

from training.options import add_options


def options_of(*typed: str) -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    add_options(parser, epochs=2, rate=1e-4, head_rate=1e-3)
    return parser.parse_args(["out", *typed])


def test_a_trial_takes_one_story_or_more() -> None:
    assert options_of().stories is None
    assert options_of("--stories", "1").stories == 1


@pytest.mark.parametrize("typed", ["0", "-3", "ten", "1.5", ""])
def test_a_trial_of_no_story_is_refused(typed: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        options_of(f"--stories={typed}")
    assert f"argument --stories: {typed!r} was given, and 1 or more is wanted" in capsys.readouterr().err
