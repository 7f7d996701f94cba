from pathlib import Path

import numpy as np
import pytest

from sayso.claims.comparison import shipped_comparison_folder
from sayso.inference import session
from sayso.inference.folder import NETWORK_FILE
from sayso.inference.processor import adds_int8_exactly


@pytest.mark.parametrize(
    ("told", "exactly"),
    [
        ("model name\t: EPYC\nflags\t\t: fpu avx2 avx512f avx512_vnni\n", True),
        ("flags\t\t: fpu avx2 avx_vnni\n\nprocessor\t: 1\nflags\t\t: fpu avx2 avx_vnni\n", True),
        ("flags\t\t: fpu avx2 avx512f\n", False),
        ("flags\t\t: fpu avx2 avx512_vnni_none\n", False),
        ("bugs\t\t: avx512_vnni\n", False),
        ("", False),
    ],
)
def test_what_linux_tells_of_the_processor(told: str, exactly: bool, tmp_path: Path) -> None:
    (tmp_path / "cpuinfo").write_text(told)
    assert adds_int8_exactly(tmp_path / "cpuinfo") is exactly


def test_nothing_is_known_where_there_is_no_such_file(tmp_path: Path) -> None:
    assert not adds_int8_exactly(tmp_path / "none")


def test_the_exact_way_gives_the_same_scores(monkeypatch: pytest.MonkeyPatch) -> None:
    network = shipped_comparison_folder() / NETWORK_FILE
    as_here = session.open_session(network, 1)
    monkeypatch.setattr(session, "adds_int8_exactly", lambda: False)
    exact = session.open_session(network, 1)
    drawn = np.random.default_rng(5)
    for length in (8, 40, 90):
        ids = drawn.integers(1000, 20_000, (1, length))
        parts = np.ones((1, length), np.int64)
        one, other = (some.run(None, {"ids": ids, "parts": parts})[0] for some in (as_here, exact))
        assert np.array_equal(one, other)
