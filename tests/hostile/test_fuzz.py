"""Cases that fuzzing found stay mended, and the fuzzing itself finds what is wrong."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from evaluation import fuzz
from evaluation.fuzz_readers import BY_ENDING, READERS
from evaluation.fuzz_targets import TARGETS, OffsetError, Target
from sayso.ingest import Format, find_inputs

SEEDS = sorted(path for path in fuzz.SEEDS.glob("*/*") if path.is_file())


@pytest.mark.parametrize("seed", SEEDS, ids=lambda path: f"{path.parent.name}-{path.name}")
def test_a_case_that_failed_once(seed: Path) -> None:
    assert fuzz.try_case(TARGETS[seed.parent.name], seed.read_bytes()) is None


@pytest.mark.parametrize("name", TARGETS)
def test_samples_are_taken(name: str) -> None:
    for sample in TARGETS[name].samples:
        assert fuzz.try_case(TARGETS[name], sample) is None


def test_every_format_that_is_read_is_a_target(tmp_path: Path) -> None:
    given = [(ending, sample) for ending, samples, _ in BY_ENDING.values() for sample in samples]
    given += [("", sample) for name in READERS.keys() - BY_ENDING.keys() for sample in READERS[name].samples]
    found: set[Format] = set()
    for number, (ending, sample) in enumerate(given):
        path = tmp_path / f"{number}{ending}"
        path.write_bytes(sample)
        found.update(source.format for source in find_inputs(str(path)))
    assert found == set(Format)


def _crash(data: bytes) -> None:
    raise KeyError(data)


def _hang(data: bytes) -> None:
    while True:
        pass


def _shift(data: bytes) -> None:
    raise OffsetError


@pytest.mark.parametrize(("check", "kind"), [(_crash, "crash"), (_hang, "hang"), (_shift, "offset")])
def test_what_is_wrong_is_told(check: object, kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fuzz, "HANG_SECONDS", 0.2)
    failure = fuzz.try_case(Target(check, (b"a",)), b"a")  # type: ignore[arg-type]
    assert failure is not None
    assert failure[0] == kind


@pytest.fixture(scope="module")
def met() -> Iterator[set[bytes]]:
    seen: set[bytes] = set()
    yield seen
    assert len(seen) > 20


@settings(deadline=None, max_examples=50, suppress_health_check=list(HealthCheck))
@given(fuzz.broken_forms(TARGETS["jsonl"]))
def test_forms_are_many(met: set[bytes], data: bytes) -> None:
    met.add(data)
