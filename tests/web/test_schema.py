"""Whatever the API is asked, within its description, it does not break."""

import shutil
from pathlib import Path

import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis import Case

from evaluation.serving import serving


def test_nothing_that_is_asked_breaks_the_api(desk_ledger: Path, tmp_path: Path) -> None:
    with serving(Path(shutil.copy(desk_ledger, tmp_path / "asked.sayso"))) as address:
        ask_everything(address)


def ask_everything(address: str) -> None:
    described = schemathesis.openapi.from_url(f"{address}/api/openapi.json")
    asked: set[str] = set()
    for found in described.get_all_operations():
        operation = found.ok()

        @settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
        @given(operation.as_strategy())
        def ask(case: Case) -> None:
            asked.add(case.operation.path)
            assert case.call().status_code < 500

        ask()
    assert len(asked) >= 5
