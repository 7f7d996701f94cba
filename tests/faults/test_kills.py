"""Programs at work on a ledger, ended by kill -9; `python -m evaluation.faults` does it 300 times."""

from pathlib import Path

from evaluation.faults import kill_programs

KILLS = 8


def test_nothing_that_was_acknowledged_is_lost(tmp_path: Path) -> None:
    toll = kill_programs(tmp_path, KILLS, seed=20240304)
    assert (toll.lost, toll.faults) == ([], [])
    assert sum(toll.kills.values()) == KILLS
    assert len(toll.kills) >= 3
    assert toll.kills["watch"]
    assert toll.stories + toll.judgements > 0
