import pytest

from sayso.errors import UsageError
from sayso.settings import model_threads


def test_threads_are_one_a_core_unless_stated(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SAYSO_THREADS", raising=False)
    assert model_threads() == 0
    monkeypatch.setenv("SAYSO_THREADS", "1")
    assert model_threads() == 1


@pytest.mark.parametrize("stated", ["two", "-1", "", "1.5"])
def test_other_threads_are_refused(stated: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SAYSO_THREADS", stated)
    with pytest.raises(UsageError, match="SAYSO_THREADS"):
        model_threads()
